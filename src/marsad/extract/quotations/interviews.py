"""Interviews: paragraphs of question and answer; an answer is said by who is asked, without any cue of speech."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from marsad.extract.quotations.cues import CueHit
from marsad.extract.quotations.sources import source_after
from marsad.extract.quotations.voices import Voice, kind_of_head
from marsad.extract.reading import Reading
from marsad.knowledge.base import Cue
from marsad.text.segment import Kind

_FEWEST = 3  # questions with an answer that make an interview
_SHORTEST = 4  # words of an answer worth keeping
_ASKING = ("؟", "?")


class Answered(NamedTuple):
    """An answer in tokens ``[start, end)``: the mark that opens it, or ends the question, stands for its cue.

    ``asked`` is who is asked by name in the question.
    """

    cue: CueHit
    start: int
    end: int
    asked: Voice | None


def find_answered(reading: Reading) -> dict[int, Answered]:
    """Return the answers of an interview by the token at which their paragraph begins; empty where it is none."""
    paragraphs = _paragraphs(reading)
    pairs = [
        (question, answer)
        for question, answer in pairwise(paragraphs)
        if _asks(reading, question) and not _asks(reading, answer)
    ]
    if len(pairs) < _FEWEST:
        return {}
    answers = (_answered(reading, question, answer) for question, answer in pairs)
    return {answer[0]: found for (_, answer), found in zip(pairs, answers, strict=True) if found}


def _paragraphs(reading: Reading) -> list[tuple[int, int]]:
    """Return the paragraphs of the body as tokens ``[first, last)``."""
    spans: dict[int, tuple[int, int]] = {}
    for sentence in reading.sentences:
        if not reading.is_title(sentence):
            first = spans.get(sentence.paragraph, (sentence.first, 0))[0]
            spans[sentence.paragraph] = (first, sentence.last)
    return list(spans.values())


def _asks(reading: Reading, paragraph: tuple[int, int]) -> bool:
    return reading.form(paragraph[1] - 1) in _ASKING


def _answered(reading: Reading, question: tuple[int, int], answer: tuple[int, int]) -> Answered | None:
    start = _after_marks(reading, answer)
    if answer[1] - start < _SHORTEST:
        return None
    mark = (answer[0], start) if start > answer[0] else (question[1] - 1, question[1])
    begin = _after_marks(reading, question)
    asked = source_after(reading, begin, question[1]) if kind_of_head(reading, begin) == "person" else None
    return Answered(CueHit(*mark, Cue("say"), "phrase", None, "", ""), start, answer[1], asked)


def _after_marks(reading: Reading, paragraph: tuple[int, int]) -> int:
    """Return the first token behind the bullets that open a paragraph."""
    at, last = paragraph
    while at < last - 1 and reading.tokens[at].kind is Kind.MARK:
        at += 1
    return at


def interviewee(voices: Sequence[Voice]) -> Voice | None:
    """Return who is asked: the last person known who spoke before the first question."""
    return next((voice for voice in reversed(voices) if voice.kind == "person" and voice.known), None)
