"""Pages saved as text: the article out of what a browser's "save as text" or a copied page leaves.

A text that is just an article (title, blank line, body) comes back as it is. A saved page gives itself away by a
repeated title, a menu above the text, or lines that are chrome by their wording; then what stands above the title is
taken off, and the lines below it are judged more strictly (:mod:`marsad.collect.body`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.collect.body import first_prose, read_body
from marsad.collect.chrome import ChromeLexicon, bare, has_full_stop, is_breadcrumb, is_label, is_listed, is_menu_item
from marsad.collect.clean import clean_text
from marsad.collect.page import Page
from marsad.collect.repeats import key, word_count
from marsad.model.document import Removed

if TYPE_CHECKING:
    from collections.abc import Sequence

_TITLE_MIN, _TITLE_MAX = 3, 30  # words
_SITE_NAME_MAX = 4  # words that a page adds to the title of its article
_MENU_MIN = 3  # items
_HEAD_MAX = 300  # lines above the first paragraph in which a title is looked for


def parse_plain(text: str, chrome: ChromeLexicon) -> Page:
    """Return the article of a page saved as text; of a text without words, a page without title and paragraphs."""
    written = [line for line in clean_text(text).split("\n") if line]
    head = written[: min(first_prose(written), _HEAD_MAX)]
    title_at = _repeated_title(head)
    whole_page = title_at is not None or _has_menu(head) or any(map(chrome.reason_of, written))
    if title_at is None:
        title_at = _likely_title(head, chrome) if whole_page else _article_title(written)
    if title_at is None:
        title, above, below = "", [], written
    else:
        title, above, below = written[title_at], written[:title_at], written[title_at + 1 :]
    over = [Removed(line, _reason_above(line, title, chrome)) for line in reversed(above)]
    mastheads = {key(piece.text) for piece in over if piece.reason == "masthead"}
    paragraphs, removed = read_body(title, below, chrome, whole_page=whole_page, mastheads=mastheads)
    return Page(title, tuple(paragraphs), (*removed, *over))


def _repeated_title(head: Sequence[str]) -> int | None:
    """Return the last place of the line that the head gives most often, marks and the site's name aside."""
    keys = [key(bare(line)) for line in head]
    titles = {
        at: sum(_repeats(words, keys[at]) for words in keys)
        for at, line in enumerate(head)
        if _TITLE_MIN <= word_count(line) <= _TITLE_MAX and not is_listed(line)
    }
    best = max(titles.values(), default=0)
    return max(at for at, count in titles.items() if count == best) if best > 1 else None


def _repeats(words: str, title: str) -> bool:
    """Tell whether a line's words are the title's, followed by nothing or by the name of the site."""
    return words == title or (words.startswith(f"{title} ") and words.count(" ") - title.count(" ") <= _SITE_NAME_MAX)


def _has_menu(head: Sequence[str]) -> bool:
    run = 0
    for line in head:
        run = run + 1 if is_menu_item(line) or is_label(line) else 0
        if run == _MENU_MIN:
            return True
    return False


def _likely_title(head: Sequence[str], chrome: ChromeLexicon) -> int | None:
    """Return the place of the title of a saved page that gives it once: before the date, else under the menus.

    A line that is too long for a label is the likelier one.
    """
    dates = [at for at, line in enumerate(head) if chrome.is_date_line(line)]
    menus = [at for at, line in enumerate(head) if is_listed(line) and at not in dates]
    lines = [
        at
        for at, line in enumerate(head)
        if _TITLE_MIN <= word_count(line) <= _TITLE_MAX
        and not (is_listed(line) or is_breadcrumb(line) or chrome.reason_of(line) or chrome.is_date_line(line))
    ]
    lines = [at for at in lines if not is_label(head[at])] or lines
    before_date = [at for at in lines if dates and at < dates[0]]
    under_menus = [at for at in lines if menus and at > menus[-1]]
    if before_date:
        return before_date[-1]
    return next(iter(under_menus or lines), None)


def _article_title(written: Sequence[str]) -> int | None:
    """Return 0 if the first line of an article is its title: it is no sentence, and something stands below it."""
    is_title = len(written) > 1 and word_count(written[0]) <= _TITLE_MAX and not has_full_stop(written[0])
    return 0 if is_title else None


def _reason_above(line: str, title: str, chrome: ChromeLexicon) -> str:
    """Return what a line above the title is."""
    if is_breadcrumb(line):
        return "breadcrumb"
    if _repeats(key(line), key(title)):
        return "repeated_title"
    if chrome.is_date_line(line):
        return "date_line"
    return chrome.reason_of(line) or ("masthead" if is_label(line) and not is_listed(line) else "menu")
