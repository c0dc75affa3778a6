"""A capture to documents: bytes to text, text to a page, a page to a document with outlet, language and date."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from marsad.collect.articles import parse_article
from marsad.collect.encoding import decode
from marsad.collect.html import parse_html
from marsad.collect.language import UNDETERMINED, detect_language
from marsad.collect.plain import parse_plain
from marsad.collect.published import WeekdayHint, find_published, recover_day
from marsad.errors import InputError
from marsad.model.document import Capture, DateValue, Document
from marsad.model.identity import content_id
from marsad.model.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from marsad.collect.chrome import ChromeLexicon
    from marsad.collect.outlet import OutletMatcher
    from marsad.collect.page import Page

TEXT_LIMIT = 400_000  # code points: a hundred long articles; more is no article
PAGE_LIMIT = 20 * TEXT_LIMIT  # code points of a page with all its markup
_LANGUAGES = {"fa": "Persian", "ur": "Urdu", "ckb": "Kurdish (Sorani)", "ku": "Kurdish (Kurmanji)", "en": "English"}


def _no_weekdays(_: str) -> Sequence[WeekdayHint]:
    return ()


@dataclass(frozen=True, slots=True)
class ParseTools:
    """What reading a page needs from the analysts' files and from the room of writing.

    ``read_date`` reads the date in a line; ``read_weekdays`` finds «أمس الثلاثاء» and the like in a text.
    """

    chrome: ChromeLexicon
    outlets: OutletMatcher
    read_date: Callable[[str], DateValue | None]
    read_weekdays: Callable[[str], Sequence[WeekdayHint]] = _no_weekdays


def parse(capture: Capture, tools: ParseTools) -> list[Document | Issue]:
    """Return the document of a capture, and an issue for each thing that was wrong with it. Never raises for bad input.

    Issues: too_long, truncated, damaged, no_text, not_json, not_object, unsupported, not_arabic. There is no document
    only where there is nothing to read; one that is not Arabic comes with its language, not to be read further.
    """
    text, flaws = decode(capture.content)
    found: list[Document | Issue] = [_issue(capture, flaw.reason, flaw.message) for flaw in flaws]
    try:
        page = _read_page(capture.media_type, text, tools.chrome)
    except InputError as error:
        return [*found, _issue(capture, error.reason, str(error))]
    document = _document(capture, page, tools)
    if document.language != "ar":
        found.append(_issue(capture, "not_arabic", _not_arabic(document.language)))
    return [document, *found]


def _read_page(media_type: str, text: str, chrome: ChromeLexicon) -> Page:
    if len(text) > PAGE_LIMIT:
        raise InputError("too_long", f"it is longer than {PAGE_LIMIT:,} letters; cut it into articles")
    page = _page_of(media_type.partition(";")[0].strip().lower(), text, chrome)
    if not page.title and not page.paragraphs:
        raise InputError("no_text", "there are no words in it; fetch the page again")
    if sum(map(len, page.paragraphs)) > TEXT_LIMIT:
        raise InputError("too_long", f"its text is longer than {TEXT_LIMIT:,} letters; cut it into articles")
    return page


def _page_of(kind: str, text: str, chrome: ChromeLexicon) -> Page:
    if kind == "text/html":
        return parse_html(text, chrome)
    if kind == "application/json":
        return parse_article(text, chrome, partial(parse_html, chrome=chrome))
    if kind == "text/plain":
        return parse_plain(text, chrome)
    raise InputError(
        "unsupported", f"pages of type {kind} are not read; marsad reads plain text, HTML and JSON articles"
    )


def _document(capture: Capture, page: Page, tools: ParseTools) -> Document:
    text = "\n\n".join(filter(None, (page.title, "\n".join(page.paragraphs))))
    addresses = filter(None, (page.address, capture.uri))
    told = filter(None, (page.published, *page.date_lines()))
    published = find_published(told, capture.captured_at, tools.read_date)
    return Document(
        id=content_id("document", capture.uri, text),
        uri=capture.uri,
        source_id=tools.outlets.find(addresses, page.source, page.naming_lines()),
        title=page.title,
        text=text,
        language=detect_language(text),
        published=published or recover_day(tools.read_weekdays(text), capture.captured_at),
        captured_at=capture.captured_at,
        content_hash=hashlib.sha256(text.encode()).hexdigest(),
        removed=page.removed,
    )


def _issue(capture: Capture, reason: str, message: str) -> Issue:
    return Issue("collect", reason, capture.uri, f"{capture.uri}: {message}")


def _not_arabic(language: str) -> str:
    if language == UNDETERMINED:
        return "its language cannot be told; marsad reads Arabic"
    return f"it is in {_LANGUAGES.get(language, 'another language')} ({language}); marsad reads Arabic"
