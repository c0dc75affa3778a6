"""Segmentation: a text to paragraphs, sentences, tokens and quoted passages, all as offsets into the text.

Sentences end at ``. ؟ ! ؛ …`` and at the end of a paragraph, but not inside a number (10.30), after an initial or an
abbreviation (د. م. أ.ف.ب), nor inside a closed quoted passage that began in the sentence. A missing space after a full stop
is no hindrance (``الجانبين.وقال``). Quotation marks « » “ ” " are paired within a paragraph; one that is never closed ends
with its paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from marsad.text.normalize import fold

_LETTER = "\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc"
_IGNORABLE = "\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_TOKEN = re.compile(
    rf"(?P<number>[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,٫٬:/][0-9\u0660-\u0669\u06f0-\u06f9]+)*)"
    rf"|(?P<word>[{_LETTER}][{_LETTER}{_IGNORABLE}]*|[^\W\d_{_LETTER}]+(?:['’.-][^\W\d_{_LETTER}]+)*)"
    rf"|(?P<mark>[^\s{_IGNORABLE}])"
)
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
_OPENERS = {"«": "»", "“": "”", "„": "“"}
_CLOSERS = {"»": "«", "”": "“"}
QUOTE_MARKS = frozenset('«»“”„"″‟')
_STOPS = frozenset(".؟?!؛…۔")
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
    """A quoted passage: tokens ``[first, last)`` are inside the marks; ``closed`` tells whether a closing mark stands."""

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
    """Cut ``text[start:end]`` into tokens."""
    tokens = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind = _KINDS[match.lastgroup or "mark"]
        tokens.append(Token(match.start(), match.end(), _fold_cached(match.group()), kind))
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
    """Pair the quotation marks of one paragraph; straight ones by alternation and by the space around them."""
    passages: list[Quoted] = []
    open_marks: list[tuple[str, int]] = []
    for at in range(first, len(tokens)):
        mark = text[tokens[at].start]
        if mark not in QUOTE_MARKS:
            continue
        opener = next((k for k in range(len(open_marks) - 1, -1, -1) if _closes(mark, open_marks[k][0])), None)
        if opener is not None and not (mark == '"' and _must_open(text, tokens, at)):
            passages.append(Quoted(open_marks[opener][1] + 1, at, closed=True))
            del open_marks[opener:]
        elif mark not in _CLOSERS or mark == "”":
            if mark == "”" and not _must_open(text, tokens, at):
                continue
            open_marks.append((mark, at))
    for _, at in open_marks[:1]:
        end = at + 1
        while end < len(tokens) and tokens[end].end - tokens[at].start <= _OPEN_QUOTE_LIMIT:
            end += 1
        passages.append(Quoted(at + 1, end, closed=False))
    return sorted(passages)


def _closes(mark: str, opened: str) -> bool:
    if opened in _OPENERS:
        return mark in (_OPENERS[opened], "”", "“") if opened in "“„" else mark == "»"
    return mark in ('"', "“", "”") if opened == '"' else mark in ("”", "“", '"')


def _must_open(text: str, tokens: list[Token], at: int) -> bool:
    """A straight mark with space (or an attached particle) before it and a letter right after it can only open."""
    start, end = tokens[at].start, tokens[at].end
    before = start == 0 or text[start - 1] in " \u00a0\t\n:(" or _is_particle_before(tokens, at)
    after = end < len(text) and not text[end].isspace() and text[end] not in ".,،؛:)؟!"
    return before and after


def _is_particle_before(tokens: list[Token], at: int) -> bool:
    return (
        at > 0 and tokens[at - 1].end == tokens[at].start and tokens[at - 1].form in ("ل", "ب", "ال", "و", "ك", "بال")
    )


def _split_sentences(
    text: str, tokens: list[Token], first: int, passages: list[Quoted], paragraph: int
) -> list[Sentence]:
    closing = {}
    for passage in passages:
        if passage.closed:
            for at in range(passage.first, passage.last):
                closing[at] = passage.last
    sentences = []
    begin = first
    for at in range(first, len(tokens)):
        if text[tokens[at].start] not in _STOPS or not _is_stop(text, tokens, at, begin):
            continue
        until = closing.get(at, at)
        if until - begin > 0 and at in closing and until != at + 1:
            continue
        after = at + 1
        while after < len(tokens) and text[tokens[after].start] in '»”".؟!…)':
            if text[tokens[after].start] in '"' and _must_open(text, tokens, after):
                break
            after += 1
        if after > begin + 1 and after > at:
            sentences.append(Sentence(begin, after, paragraph))
            begin = after
    if begin < len(tokens):
        sentences.append(Sentence(begin, len(tokens), paragraph))
    return [s for s in sentences if s.last > s.first]


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
