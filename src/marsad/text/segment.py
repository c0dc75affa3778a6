"""Segmentation: a text to paragraphs, sentences, tokens and quoted passages, all as offsets into the text.

Sentences end at ``. ؟ ! ؛ …`` and at the end of a paragraph, but not inside a number (10.30), after an initial or an
abbreviation (د. م. أ.ف.ب), nor inside a closed quoted passage that began in the sentence. A missing space after a full
stop is no hindrance (``الجانبين.وقال``). Quotation marks « » “ ” " are paired within a paragraph; a passage that is
never closed ends with its paragraph, and a mark that can only close opens none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from marsad.text.normalize import fold

_LETTER = "\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc"
_IGNORABLE = "\u0610-\u061a\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_TOKEN = re.compile(
    rf"(?P<number>[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,٫٬:/][0-9\u0660-\u0669\u06f0-\u06f9]+)*)"
    rf"|(?P<word>[{_LETTER}][{_LETTER}{_IGNORABLE}]*|[^\W\d_{_LETTER}]+(?:['’.-][^\W\d_{_LETTER}]+)*)"
    rf"|(?P<mark>[^\s{_IGNORABLE}])"
)
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
_CLOSED_BY = {"«": "»", "“": "”“″", "„": "”“", '"': '"“”″', "”": '”“"″', "″": "″", "‟": "”‟"}
QUOTE_MARKS = frozenset('«»“”„"″‟')
_STOPS = frozenset(".؟?!؛…۔")
_PARTICLES = frozenset({"و", "ب", "ل", "ك", "ال", "بال"})
_OPEN_QUOTE_LIMIT = 1500  # code points; a stray mark does not swallow a whole one-paragraph article


class Kind(IntEnum):
    """What a token is."""

    WORD = 0
    NUMBER = 1
    MARK = 2


class Token(NamedTuple):
    """A word, number or mark; ``form`` is its folded spelling."""

    start: int
    end: int
    form: str
    kind: Kind


class Quoted(NamedTuple):
    """A quoted passage: tokens ``[first, last)`` are inside the marks; ``closed`` where there is a closing mark."""

    first: int
    last: int
    closed: bool


class Sentence(NamedTuple):
    """Tokens ``[first, last)`` of a text and the paragraph they stand in."""

    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class SegmentedText:
    """A text cut up; every offset points into ``text``."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quoted: tuple[Quoted, ...]

    def words(self, first: int, last: int) -> str:
        """Return the stored text from token ``first`` to before token ``last``."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if last > first else ""


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Cut ``text[start:end]`` into tokens; signs that stand for no letter (a lone tatweel or vowel sign) are none."""
    tokens = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        form = _fold_cached(match.group())
        if form:
            tokens.append(Token(match.start(), match.end(), form, _KINDS[match.lastgroup or "mark"]))
    return tokens


_KINDS = {"word": Kind.WORD, "number": Kind.NUMBER, "mark": Kind.MARK}
_FOLDED: dict[str, str] = {}


def _fold_cached(word: str) -> str:
    """Fold one token; the same few thousand words make up most of all text, so they are folded once."""
    folded = _FOLDED.get(word)
    if folded is None:
        if len(_FOLDED) > 200_000:
            _FOLDED.clear()
        folded = _FOLDED[word] = fold(word)
    return folded


def segment(text: str) -> SegmentedText:
    """Cut ``text`` into paragraphs (lines), sentences, tokens and quoted passages."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    quoted: list[Quoted] = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        first = len(tokens)
        tokens += tokenize(text, paragraph.start(), paragraph.end())
        if len(tokens) == first:
            continue
        passages = _pair_quotes(text, tokens, first)
        quoted += passages
        sentences += _split_sentences(text, tokens, first, passages, number)
    return SegmentedText(text, tuple(tokens), tuple(sentences), tuple(quoted))


def _pair_quotes(text: str, tokens: list[Token], first: int) -> list[Quoted]:
    """Pair the quotation marks of one paragraph; those of one shape by alternation and by the space around them."""
    passages: list[Quoted] = []
    open_marks: list[tuple[str, int]] = []
    for at in range(first, len(tokens)):
        mark = text[tokens[at].start]
        if mark not in QUOTE_MARKS:
            continue
        before, after = _sides(text, tokens, at)
        opener = next((k for k in range(len(open_marks) - 1, -1, -1) if mark in _CLOSED_BY[open_marks[k][0]]), None)
        if opener is not None and not (mark == '"' and before and after):
            passages.append(Quoted(open_marks[opener][1] + 1, at, closed=True))
            del open_marks[opener:]
        elif mark in "«“„" or (mark == '"' and (before or after)) or (mark in "”″‟" and before and after):
            open_marks.append((mark, at))
    for _, at in open_marks[:1]:
        passages.append(Quoted(at + 1, _open_end(tokens, at, passages), closed=False))
    return sorted(passages)


def _open_end(tokens: list[Token], at: int, passages: list[Quoted]) -> int:
    """Return where a passage ends that was opened at ``at`` and never closed; it takes in no part of another one."""
    end = at + 1
    while end < len(tokens) and tokens[end].end - tokens[at].start <= _OPEN_QUOTE_LIMIT:
        end += 1
    return min((p.first - 1 for p in passages if p.first <= end <= p.last), default=end)


def _sides(text: str, tokens: list[Token], at: int) -> tuple[bool, bool]:
    """Tell whether a mark can open by what stands before it (space or an attached particle) and after it (a word)."""
    start, end = tokens[at].start, tokens[at].end
    particle = at > 0 and tokens[at - 1].end == start and tokens[at - 1].form in _PARTICLES
    before = start == 0 or text[start - 1].isspace() or text[start - 1] in ":(" or particle
    return before, end < len(text) and not text[end].isspace() and text[end] not in ".,،؛:)؟!"


def _split_sentences(
    text: str, tokens: list[Token], first: int, passages: list[Quoted], paragraph: int
) -> list[Sentence]:
    closing: dict[int, int] = {}
    for passage in passages:
        if passage.closed:
            for at in range(passage.first, passage.last):
                closing.setdefault(at, passage.last)
    openers = {passage.first - 1 for passage in passages}
    sentences = []
    begin = first
    for at in range(first, len(tokens)):
        if text[tokens[at].start] not in _STOPS or not _is_stop(text, tokens, at, begin):
            continue
        after = at + 1
        while after < len(tokens) and text[tokens[after].start] in '»”".؟!…)' and after not in openers:
            after += 1
        if closing.get(at, at) < after and after > begin + 1:
            sentences.append(Sentence(begin, after, paragraph))
            begin = after
    if begin < len(tokens):
        sentences.append(Sentence(begin, len(tokens), paragraph))
    return sentences


def _is_stop(text: str, tokens: list[Token], at: int, begin: int) -> bool:
    """Tell whether the mark at ``at`` ends a sentence rather than an abbreviation, an initial or a list number."""
    if at < begin:
        return False
    if text[tokens[at].start] not in ".":
        return True
    before = tokens[at - 1] if at > begin else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is None or after is None:
        return True
    attached = before.end == tokens[at].start
    if before.kind is Kind.WORD and attached and len(before.form) == 1:
        return False
    if after.form == ".":
        return False
    return not (before.kind is Kind.NUMBER and at - 1 == begin)
