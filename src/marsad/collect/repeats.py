"""Repetition: pages give a title, a paragraph or a part of one more than once; the article keeps each once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from marsad.model.document import Removed
from marsad.text.normalize import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"\w+")
_REPEAT_MIN = 5  # words; refrains and labels come again of themselves
_NEAR_MIN = 12  # words; shorter lines are alike by chance
_NEAR_LENGTHS = 0.75  # length of the shorter of two near repeats by the longer
_QUOTE_MIN = 5  # words of a pull-quote
_PARAGRAPHS_MAX, _LENGTH_MAX = 400, 200_000  # every pair is compared; no article has more paragraphs or code points


def key(line: str) -> str:
    """Return the words of a line, folded and without punctuation: what is left is the same for all spellings of it."""
    return " ".join(_WORD.findall(fold(line)))


def word_count(line: str) -> int:
    """Count the words of a line."""
    return len(line.split())


def drop_repeats(title: str, paragraphs: Sequence[str]) -> tuple[list[str], list[Removed]]:
    """Return the paragraphs without the title and without what stood before, and what was left out."""
    kept, removed = [], []
    seen = {key(title): "repeated_title"} if key(title) else {}
    for paragraph in paragraphs:
        words = key(paragraph)
        if words in seen:
            removed.append(Removed(paragraph, seen[words]))
            continue
        if word_count(words) >= _REPEAT_MIN:
            seen[words] = "repeated_paragraph"
        kept.append(paragraph)
    return kept, removed


def drop_near_repeats(paragraphs: Sequence[str]) -> tuple[list[str], list[Removed]]:
    """Return the paragraphs without pull-quotes and near repeats, and what was left out.

    A pull-quote stands word for word in another paragraph. A near repeat is a later paragraph that differs from an
    earlier one only by words put in or left out («وحذر حسين من», «كما حذر حسين، بحسب "إرم نيوز"، من»); a changed word,
    which may be a place or a number, makes it another paragraph.
    """
    if len(paragraphs) > _PARAGRAPHS_MAX or sum(map(len, paragraphs)) > _LENGTH_MAX:
        return list(paragraphs), []
    keys = [f" {key(paragraph)} " for paragraph in paragraphs]
    words = [[_without_conjunction(word) for word in line.split()] for line in keys]
    kept, removed = [], []
    earlier: list[list[str]] = []
    for at, paragraph in enumerate(paragraphs):
        if len(words[at]) >= _QUOTE_MIN and any(keys[at] in other for other in _longer(keys, at)):
            removed.append(Removed(paragraph, "pull_quote"))
        elif any(_differ_by_insertion(words[at], other) for other in earlier):
            removed.append(Removed(paragraph, "repeated_paragraph"))
        else:
            earlier.append(words[at])
            kept.append(paragraph)
    return kept, removed


def _longer(keys: Sequence[str], at: int) -> Iterator[str]:
    return (other for other in keys if len(other) > len(keys[at]))


def _without_conjunction(word: str) -> str:
    return word[1:] if len(word) > 3 and word[0] in "وف" else word


def _differ_by_insertion(one: Sequence[str], other: Sequence[str]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _NEAR_MIN or len(shorter) < _NEAR_LENGTHS * len(longer):
        return False
    rest = iter(longer)
    return all(word in rest for word in shorter)
