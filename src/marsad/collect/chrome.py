"""Chrome: what stands on a page beside the article, told by its wording (knowledge/lexicon/chrome.yaml).

The wordings are the analysts'; here they are made searchable, beside the few tests of a line's form that all readers
share.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from marsad.collect.repeats import key, word_count

Rules = Mapping[str, Mapping[str, Sequence[str]]]
TailKind = Literal["tails", "closers", "signs"]

_ADDRESS = re.compile(r"\S+@\S+\.\w+|https?://\S+|www\.\S+|@\w+")
_BULLET = re.compile(r"(?:[•●▪■◦‣*·►▶✓]|[-–—])\s+")
_NUMBER = re.compile(r"\d{1,2}[.)-]\s+")
_FULL_STOP = re.compile(r'(?<!\.)\.[»"”)\]]*$')
_STAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*")
_STEP = re.compile(r"\s+[»›>/|←]+\s+")
_FULL_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}")
_DASHED = re.compile(r"\s[-–—ـ/|]|[-–—ـ|]\s")
_SENTENCE_END = tuple('.!؟?…:؛»"”')
_PREFIX_MAX, _BYLINE_MAX, _DATE_MAX, _LABEL_MAX = 25, 8, 14, 4  # words
_PROSE_MIN, _SENTENCE_MIN, _ITEM_MAX, _STEP_MAX = 20, 5, 5, 3  # words
_ADDRESS_MAX = 200  # code points


class Tail(NamedTuple):
    """A wording at which a paragraph is cut: its folded words, where it may stand, the reason of removal."""

    words: tuple[str, ...]
    kind: TailKind
    reason: str


@dataclass(frozen=True, slots=True)
class ChromeLexicon:
    """The wording of chrome, ready for look-up: keys are folded words, values the reason of removal.

    ``tails`` are found by their first word; ``bylines`` and ``date_words`` tell lines of their own kind.
    """

    lines: Mapping[str, str]
    prefixes: Mapping[str, str]
    blocks: Mapping[str, str]
    endings: Mapping[str, str]
    tails: Mapping[str, tuple[Tail, ...]]
    bylines: frozenset[str]
    date_words: frozenset[str]

    @classmethod
    def from_rules(cls, rules: Rules) -> ChromeLexicon:
        """Build the lexicon from the analysts' file: reason -> list -> wordings, each list as that file explains it."""
        tails: dict[str, tuple[Tail, ...]] = {}
        kinds: tuple[TailKind, ...] = ("tails", "closers", "signs")
        for kind in kinds:
            for words, reason in _by_wording(rules, kind).items():
                tail = Tail(tuple(words.split()), kind, reason)
                tails[tail.words[0]] = (*tails.get(tail.words[0], ()), tail)
        return cls(
            lines=_by_wording(rules, "lines"),
            prefixes=_by_wording(rules, "prefixes"),
            blocks=_by_wording(rules, "blocks"),
            endings=_by_wording(rules, "endings"),
            tails=tails,
            bylines=frozenset(_by_wording(rules, "writers")),
            date_words=frozenset(_by_wording(rules, "words")),
        )

    def reason_of(self, line: str) -> str | None:
        """Return why a line is chrome by its wording alone, ``None`` where it is not."""
        words = key(bare(line))
        whole = self.lines.get(words) or self.blocks.get(words) or self.endings.get(words)
        return whole or (self._prefix_of(words) if words.count(" ") < _PREFIX_MAX else None)

    def _prefix_of(self, words: str) -> str | None:
        end = -1
        while (end := words.find(" ", end + 1)) > 0:
            if words[:end] in self.prefixes:
                return self.prefixes[words[:end]]
        return self.prefixes.get(words)

    def is_date_line(self, line: str) -> bool:
        """Tell whether a line holds a date and nothing else (``• 19 آب 14:12``, ``2024-11-03T21:15:00+00:00``)."""
        if _STAMP.fullmatch(bare(line)):
            return True
        words = key(bare(line)).split()
        numbers = [word for word in words if word.isdigit()]
        named = [word for word in words if word in self.date_words]
        if not numbers or len(words) > _DATE_MAX or len(numbers) + len(named) < len(words):
            return False
        return bool(named) or _FULL_DATE.search(line) is not None

    def is_byline(self, line: str) -> bool:
        """Tell whether a line between title and text names a writer or a desk (``سلوى سعد – متابعات``)."""
        words = key(line)
        if is_address(line):
            return True
        if word_count(words) > _BYLINE_MAX or has_full_stop(line) or is_listed(line):
            return False
        return _DASHED.search(line) is not None or words.partition(" ")[0] in self.bylines


def _by_wording(rules: Rules, kind: str) -> dict[str, str]:
    return {key(wording): reason for reason, lists in rules.items() for wording in lists.get(kind, ())}


def is_address(line: str) -> bool:
    """Tell whether a line is an e-mail or web address or a handle."""
    return len(line) <= _ADDRESS_MAX and _ADDRESS.fullmatch(line) is not None


def is_listed(line: str) -> bool:
    """Tell whether a line begins with a bullet or a number, as the items of menus do."""
    return bool(_BULLET.match(line) or is_numbered(line))


def is_numbered(line: str) -> bool:
    """Tell whether a line begins with a number."""
    return bool(_NUMBER.match(line))


def is_breadcrumb(line: str) -> bool:
    """Tell whether a line gives the way to the page: numbered, or in steps (``الرئيسية » ميداني » درعا``)."""
    steps = _STEP.split(line)
    return is_numbered(line) or (len(steps) > 1 and all(word_count(step) <= _STEP_MAX for step in steps))


def is_menu_item(line: str) -> bool:
    """Tell whether a line is a short item of a list, or the way to the page."""
    return (is_listed(line) and word_count(line) <= _ITEM_MAX) or is_breadcrumb(line)


def bare(line: str) -> str:
    """Return a line without its bullet or number."""
    return _NUMBER.sub("", _BULLET.sub("", line, count=1), count=1)


def has_full_stop(line: str) -> bool:
    """Tell whether a line ends as a sentence of running text does; dots that trail off (...) are no full stop."""
    return _FULL_STOP.search(line) is not None


def is_label(line: str) -> bool:
    """Tell whether a line is so short that it may be a label: a section, a masthead, a writer's name."""
    return word_count(line) <= _LABEL_MAX and not line.endswith(_SENTENCE_END)


def is_prose(line: str) -> bool:
    """Tell whether a line can only be a paragraph: a sentence with its full stop, or 20 words and more."""
    words = word_count(line)
    return not is_listed(line) and (words >= _PROSE_MIN or (words >= _SENTENCE_MIN and has_full_stop(line)))
