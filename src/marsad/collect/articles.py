"""Articles as data: one JSON object an article, from a dataset, a feed or an archive of a site.

Fields: ``title``; ``text`` or ``content`` or ``html``; ``published`` or ``date`` or ``date_extracted``; ``source``;
``uri`` or ``url``. Others are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.collect.body import read_body
from marsad.collect.clean import clean_text, one_line
from marsad.collect.page import Page
from marsad.errors import InputError

if TYPE_CHECKING:
    from marsad.collect.chrome import ChromeLexicon

_ADDRESS = ("uri", "url")  # what names the article
_WEB_ADDRESS = ("url", "uri")  # what tells the outlet by its domain
_TEXT = ("text", "content")
_PUBLISHED = ("published", "date", "date_extracted")


def article_address(article: object) -> str | None:
    """Return the address that an article gives for itself."""
    return " ".join(_field(article, _ADDRESS).split()) or None if isinstance(article, Mapping) else None


def parse_article(text: str, chrome: ChromeLexicon, parse_html: Callable[[str], Page]) -> Page:
    """Return the article of one JSON object; its ``html``, where it has no text, is read by ``parse_html``.

    Raises InputError: not_json, not_object, no_text.
    """
    try:
        article = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError("not_json", f"it is not JSON ({error}); mend the line or leave it out") from None
    if not isinstance(article, Mapping):
        raise InputError("not_object", "it is no JSON object; give one object an article, with title and text")
    title = one_line(_field(article, ("title",)))
    lines = [line for line in clean_text(_field(article, _TEXT)).split("\n") if line]
    markup = _field(article, ("html",))
    if lines:
        paragraphs, removed = read_body(title, lines, chrome, whole_page=False)
        page = Page(title, tuple(paragraphs), tuple(removed))
    elif markup:
        page = parse_html(markup)
    else:
        raise InputError("no_text", "the article has no text; give it a field text, content or html")
    return replace(
        page,
        title=title or page.title,
        published=_field(article, _PUBLISHED) or page.published,
        source=_field(article, ("source",)) or page.source,
        address=" ".join(_field(article, _WEB_ADDRESS).split()) or page.address,
    )


def _field(article: Mapping[object, object], names: tuple[str, ...]) -> str:
    """Return the first of the named fields that holds words, else ""."""
    for name in names:
        value = article.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""
