"""HTML pages: main text by trafilatura, without the rests of links and boxes, and what the markup says of the page.

trafilatura runs in its fast mode, which read real Arabic pages best. Its search for dates all over a page is off: it
makes a 1 January of the year in a copyright line.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from trafilatura import extract
from trafilatura.metadata import extract_metadata
from trafilatura.utils import load_html

from marsad.collect.body import read_body
from marsad.collect.chrome import ChromeLexicon, has_full_stop, is_prose
from marsad.collect.clean import clean_text, one_line
from marsad.collect.page import Page
from marsad.collect.repeats import key, word_count
from marsad.errors import InputError
from marsad.model.document import Removed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# A library's complaints about a page are no news to the user: without a handler they would go to standard error.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("htmldate").addHandler(logging.NullHandler())

_LAST_DAY = "2100-01-01"  # a fixed bound of dates instead of today, so that a page reads the same on every day
_DATE_SEARCH = {"original_date": True, "extensive_search": False, "max_date": _LAST_DAY}
_LINK_MIN, _LINK_MORE = 20, 60  # letters of a link that may be a headline, and of what may stand behind it on its line
_BEFORE_TITLE, _AFTER_TITLE = 4, 30  # pieces of text around the title in which date and opening are looked for
_PLACES_MAX = 5  # places of the title around which they are looked for
_TITLE_MIN, _OPENING_MIN = 3, 8  # words
_NAME_SEPARATOR = re.compile(r"\s+[-–—|»:]+\s+|\|")
_NAME_MARKS = " -–—|»:"
_VISIBLE = "//body//text()[normalize-space() and not(ancestor::script or ancestor::style or ancestor::noscript)]"


def parse_html(text: str, chrome: ChromeLexicon) -> Page:
    """Return the article of an HTML page. Raises InputError: no_text."""
    has_body = re.search("<body", text, re.IGNORECASE)
    tree = load_html(text if has_body else f"<html><body><div>{text}</div></body></html>")
    found = extract(tree, fast=True, include_comments=False) if tree is not None else None
    if tree is None or not found:
        raise InputError("no_text", "the page has no text; save it with its text, or as plain text")
    about = extract_metadata(tree, date_config=_DATE_SEARCH)
    title = _article_title(one_line(about.title or ""), one_line(about.sitename or ""), tree)
    before, after = _around_title(tree, title)
    lines, linked = _drop_links(clean_text(found).split("\n"), title, _link_keys(tree))
    lines = [*_standfirst(after, one_line(about.description or ""), lines), *lines]
    paragraphs, removed = read_body(title, lines, chrome, whole_page=True)
    if not paragraphs:
        raise InputError("no_text", "the page has no text beside its menus; save it with its text, or as plain text")
    dates = (Removed(piece, "date_line") for piece in dict.fromkeys(after + before) if chrome.is_date_line(piece))
    return Page(
        title,
        tuple(paragraphs),
        (*dates, *linked, *removed),
        published=about.date if about.date and _is_stated(about.date, text) else None,
        source=about.sitename,
        address=about.url,
    )


def _article_title(named: str, site: str, tree: HtmlElement) -> str:
    """Return the title: a heading that begins or ends the page's own title, else that without the site's name."""
    windows = [one_line(window.text_content()) for window in tree.iter("title")]
    titles = [title for title in (named, *windows) if title and key(title) != key(site)]
    headings = [one_line(heading.text_content()) for heading in tree.iter("h1")]
    fitting = [heading for heading in headings if any(_begins_or_ends(key(heading), key(title)) for title in titles)]
    return max(fitting, key=len, default="") or _without_site(next(iter(titles), ""), site)


def _begins_or_ends(heading: str, title: str) -> bool:
    return word_count(heading) >= _TITLE_MIN and (title.startswith(heading) or title.endswith(heading))


def _without_site(title: str, site: str) -> str:
    parts = _NAME_SEPARATOR.split(title)
    if len(parts) > 1 and key(parts[-1]) == key(site):
        return title.removesuffix(parts[-1]).rstrip(_NAME_MARKS)
    if len(parts) > 1 and key(parts[0]) == key(site):
        return title.removeprefix(parts[0]).lstrip(_NAME_MARKS)
    return title


def _link_keys(tree: HtmlElement) -> set[str]:
    texts = (one_line(link.text_content()) for link in tree.iter("a"))
    return {key(text) for text in texts if len(text) >= _LINK_MIN}


def _drop_links(lines: Sequence[str], title: str, links: Collection[str]) -> tuple[list[str], list[Removed]]:
    """Take out the lines that are a link to another article, or begin with one and add little to it."""
    kept: list[str] = []
    removed: list[Removed] = []
    for line in filter(None, lines):
        words = key(line)
        is_link = words in links or (not has_full_stop(line) and any(link in links for link in _short_of(words)))
        if is_link and words != key(title):
            removed.append(Removed(line, "link"))
        else:
            kept.append(line)
    return kept, removed


def _short_of(words: str) -> Iterator[str]:
    """Return the beginnings of a line, to a whole word, that leave out less than what may stand behind a link."""
    end = len(words)
    while (end := words.rfind(" ", 0, end)) > max(0, len(words) - _LINK_MORE):
        yield words[:end]


def _around_title(tree: HtmlElement, title: str) -> tuple[list[str], list[str]]:
    """Return the visible pieces of text before and after each place where the title stands."""
    pieces = [one_line(piece) for piece in tree.xpath(_VISIBLE)]
    places = [at for at, piece in enumerate(pieces) if title and key(piece) == key(title)][:_PLACES_MAX]
    before = [piece for at in places for piece in pieces[max(0, at - _BEFORE_TITLE) : at]]
    return before, [piece for at in places for piece in pieces[at + 1 : at + 1 + _AFTER_TITLE]]


def _standfirst(after: Sequence[str], description: str, lines: Sequence[str]) -> list[str]:
    """Return the opening paragraph where the page sets it apart from the text, as its description tells."""
    opening = key(description)
    if word_count(opening) < _OPENING_MIN or any(opening in key(line) for line in lines):
        return []
    return [piece for piece in after if is_prose(piece) and key(piece).startswith(opening)][:1]


def _is_stated(day: str, text: str) -> bool:
    """Tell whether the page states the day: a 1 January that it does not spell out was made of a bare year."""
    year, month, date = day.split("-")
    if (month, date) != ("01", "01"):
        return True
    return re.search(rf"{year}[-/.]0?1[-/.]0?1\b|\b0?1[-/.]0?1[-/.]{year}", text) is not None
