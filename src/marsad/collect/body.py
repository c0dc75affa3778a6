"""The body of an article: the lines under a title are told apart into paragraphs and what is not the article.

This is common to pages of every kind. In a whole page lines are also judged by their form and place; in a text that is
known to be an article only what is surely chrome by its wording is taken out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from marsad.collect.chrome import (
    ChromeLexicon,
    Tail,
    bare,
    has_full_stop,
    is_address,
    is_label,
    is_listed,
    is_menu_item,
    is_prose,
)
from marsad.collect.repeats import drop_near_repeats, drop_repeats, key, word_count
from marsad.model.document import Removed
from marsad.text.normalize import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

Told = tuple[list[str], list[Removed]]  # what is the article's, what is not

_WORD = re.compile("[\\w\u064b-\u0652]+")
_REPORTERS_CODE = re.compile(r"[\s/.()\-*#]*(?:\b(?:\d{1,3}\w?|\w{1,2})\b[\s/.()\-*#]*){0,3}")
_SENTENCE_END = tuple('.!؟?…»"”)]>:/')
_OPENS_TAIL = " ([#*-–"
_TAIL_MAX = 25  # words
_TAIL_LENGTH, _CODE_LENGTH = 600, 40  # code points of a tail, and of a reporter's code behind an end mark


def read_body(
    title: str, lines: Sequence[str], chrome: ChromeLexicon, *, whole_page: bool, mastheads: Collection[str] = ()
) -> Told:
    """Return the paragraphs under ``title`` and what was removed with its reason.

    ``mastheads`` are the lines above the title that may come again in the footer, as
    :func:`~marsad.collect.repeats.key` gives them.
    """
    kept, removed = _tell_lead(lines, chrome, whole_page=whole_page)
    kept, chromed = _tell_chrome(kept, chrome, mastheads)
    kept, ended = _tell_end(kept, chrome) if whole_page else (kept, [])
    kept, cut = _cut_tails(kept, chrome)
    kept, repeated = drop_repeats(title, kept)
    kept, near = drop_near_repeats(kept) if whole_page else (kept, [])
    return kept, [*removed, *chromed, *ended, *cut, *repeated, *near]


def first_prose(lines: Sequence[str]) -> int:
    """Return the index of the first line that can only be a paragraph; the number of lines where there is none."""
    return next((at for at, line in enumerate(lines) if is_prose(line)), len(lines))


def _tell_lead(lines: Sequence[str], chrome: ChromeLexicon, *, whole_page: bool) -> Told:
    """Take writers, labels and menus off above the first paragraph; in an article, only a writer's line."""
    kept: list[str] = []
    removed: list[Removed] = []
    begin = first_prose(lines)
    for at, line in enumerate(lines):
        if at >= begin or chrome.reason_of(line) or chrome.is_date_line(line):
            kept.append(line)
        elif whole_page and is_listed(line):
            removed.append(Removed(line, "menu"))
        elif (whole_page or not kept) and (chrome.is_byline(line) or (whole_page and is_label(line))):
            removed.append(Removed(line, "byline"))
        else:
            kept.append(line)
    return kept, removed


def _tell_chrome(lines: Sequence[str], chrome: ChromeLexicon, mastheads: Collection[str]) -> Told:
    """Take out what is chrome by its wording, with the blocks it heads.

    A block runs to the next full paragraph. The footer runs to the end; it begins at an ending, or where a masthead
    comes again after the text. A date line before the text is the page's, one inside the text is the article's own.
    """
    kept: list[str] = []
    removed: list[Removed] = []
    block: str | None = None
    begun = False
    for at, line in enumerate(lines):
        words = key(bare(line))
        if begun and (words in chrome.endings or words in mastheads):
            removed += [Removed(rest, "footer") for rest in lines[at:]]
            break
        if words in chrome.blocks:
            block = chrome.blocks[words]
        reason = (block if not is_prose(line) else None) or chrome.reason_of(line)
        if reason or (not begun and chrome.is_date_line(line)):
            removed.append(Removed(line, reason or "date_line"))
        else:
            block = None
            begun = begun or is_prose(line)
            kept.append(line)
    return kept, removed


def _tell_end(lines: Sequence[str], chrome: ChromeLexicon) -> Told:
    """Take the labels, dates and short items off the end of a whole page."""
    end = len(lines)
    reasons: list[str] = []
    while end and (reason := _reason_at_end(lines[end - 1], chrome)):
        reasons.append(reason)
        end -= 1
    return list(lines[:end]), list(map(Removed, lines[end:], reversed(reasons)))


def _reason_at_end(line: str, chrome: ChromeLexicon) -> str | None:
    if is_prose(line):
        return None
    if chrome.is_date_line(line):
        return "date_line"
    if is_menu_item(line):
        return "menu"
    return "footer" if is_label(line) else None


def _cut_tails(paragraphs: Sequence[str], chrome: ChromeLexicon) -> Told:
    """Cut tag lines, links to the page itself and end marks off the paragraphs, and addresses off the end."""
    kept: list[str] = []
    removed: list[Removed] = []
    for at, paragraph in enumerate(paragraphs):
        start, reason = _find_tail(paragraph, chrome, last=at == len(paragraphs) - 1)
        if reason:
            removed.append(Removed(paragraph[start:].strip(), reason))
        if start:
            kept.append(paragraph[:start].rstrip())
    while kept and is_address(kept[-1]):
        removed.append(Removed(kept.pop(), "byline"))
    return kept, removed


def _find_tail(paragraph: str, chrome: ChromeLexicon, *, last: bool) -> tuple[int, str]:
    """Return where a paragraph's tail begins and why it is one; the paragraph's length and "" where it has none."""
    ending = fold(paragraph[-_TAIL_LENGTH:])
    if not any(first in ending for first in chrome.tails):
        return len(paragraph), ""
    found = list(_WORD.finditer(paragraph, max(0, len(paragraph) - _TAIL_LENGTH)))
    words = [fold(match[0]) for match in found]
    for at, word in enumerate(words):
        for tail in chrome.tails.get(word, ()):
            end = at + len(tail.words)
            if tuple(words[at:end]) == tail.words:
                before = paragraph[: found[at].start()].rstrip(_OPENS_TAIL)
                if _is_tail(tail, before, paragraph[found[end - 1].end() :], last=last):
                    return len(before) if _WORD.search(before) else 0, tail.reason
    return len(paragraph), ""


def _is_tail(tail: Tail, before: str, after: str, *, last: bool) -> bool:
    """Tell whether a tail may stand between these two parts of a paragraph."""
    if tail.kind == "tails":
        return True
    if before and not before.endswith(_SENTENCE_END):
        return False
    if tail.kind == "signs":
        return len(after) <= _CODE_LENGTH and _REPORTERS_CODE.fullmatch(after) is not None
    return last and word_count(after) <= _TAIL_MAX and not has_full_stop(after)
