"""Folding: spellings that do not change a word become one, with an exact map back to the stored text.

Folded are hamza seats (أ إ آ ٱ to ا, ؤ to و, ئ to ي), final ى and Persian ی to ي, ة to ه, the letters گ ک چ پ ڤ to
their Arabic neighbours, Arabic-Indic and Persian digits to Western ones, presentation forms to letters, Latin letters
to lower case. Dropped are vowel signs, tatweel, zero-width and bidi control characters. ``fold`` never changes which
words stand in a text, so it may be used for look-up and search; what is shown and stored stays as it was written.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from marsad.model.span import Span

_DROPPED = (
    *range(0x0610, 0x061B),
    0x0640,  # tatweel
    *range(0x064B, 0x0660),
    0x0670,
    *range(0x06D6, 0x06DD),
    *range(0x06DF, 0x06E9),
    *range(0x06EA, 0x06EE),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2065),
    *range(0x2066, 0x206A),
    0x061C,
    0xFEFF,
)
_LETTERS = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیېئ", "ي"),
    **dict.fromkeys("ةۃہھە", "ه"),
    **dict.fromkeys("کگڭ", "ك"),
    "ؤ": "و",
    "ڤ": "ف",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
}


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(a): b for a, b in _LETTERS.items()}
    table |= dict.fromkeys(_DROPPED)
    for zero in (0x0660, 0x06F0):
        table |= {zero + digit: str(digit) for digit in range(10)}
    for point in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFF)):
        plain = unicodedata.normalize("NFKC", chr(point))
        if plain != chr(point):
            table[point] = plain.translate(table).strip()
    return table


_TABLE = _table()


def fold(text: str) -> str:
    """Return ``text`` folded (see the module); idempotent."""
    return text.translate(_TABLE).casefold()


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text that knows where each of its characters came from.

    ``starts[i]`` is the offset in the stored text of the character that gave folded character ``i``; a last entry holds
    the length of the stored text.
    """

    text: str
    starts: tuple[int, ...]

    def source_span(self, start: int, end: int) -> Span:
        """Return the range of the stored text that gave the folded range ``[start, end)``.

        Dropped characters that follow (vowel signs, tatweel) belong to the letter before them.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"not a range of the folded text: [{start}, {end})")
        if start == end:
            return Span(self.starts[start], self.starts[start])
        last = bisect_right(self.starts, self.starts[end - 1])
        return Span(self.starts[start], self.starts[min(last, len(self.starts) - 1)])


def fold_with_map(text: str) -> FoldedText:
    """Fold ``text`` character by character and keep the exact map back."""
    folded: list[str] = []
    starts: list[int] = []
    for offset, char in enumerate(text):
        plain = fold(char)
        folded.append(plain)
        starts.extend([offset] * len(plain))
    return FoldedText("".join(folded), (*starts, len(text)))
