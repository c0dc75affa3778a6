"""The report: one self-contained page on which every event and statement stands in the words that it was read from.

The page makes no request and runs no program: its style is inline and named by hash in its own content security policy,
what opens, filters and highlights does so by ``<details>``, ``:checked``, ``:target`` and ``:has()``.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from marsad.publish.articles import article_of
from marsad.publish.boundaries import governorate_name
from marsad.publish.catalogue import load_catalogue
from marsad.publish.map import draw_map
from marsad.publish.places import place_line, place_name
from marsad.publish.summary import is_news, summarize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from marsad.model.issue import Issue
    from marsad.model.record import Record
    from marsad.publish.catalogue import Language

_LAYERS = ("events", "statements", "places", "times", "counts")


def render_report(
    records: Sequence[Record],
    *,
    title: str,
    language: Language = "ar",
    outlets: Mapping[str, str] | None = None,
    unread: Sequence[Issue] = (),
) -> str:
    """Return the report of records as HTML, with its interface in ``language``.

    ``outlets`` gives the name of an outlet for its ``source_id``; without it the id is shown. ``unread`` are the issues
    of pages that gave no record.
    """
    catalogue = load_catalogue(language)
    articles = [article_of(number, record, outlets or {}) for number, record in enumerate(records, 1)]
    article_by_card = {card.id: article for article in articles for card in (*article.events, *article.statements)}
    summary = summarize(articles, unread)
    drawn = draw_map(summary.spots, catalogue)
    style = _environment().get_template("report.css").render(summary=summary, layers=_LAYERS, cards=article_by_card)
    return (
        _environment()
        .get_template("report.html")
        .render(
            style=Markup(style),  # noqa: S704  made of the style sheet and of ids made here
            style_hash=b64encode(sha256(style.encode()).digest()).decode(),
            title=title,
            catalogue=catalogue,
            articles=articles,
            article_by_card=article_by_card,
            statement_by_id={card.id: card for article in articles for card in article.statements},
            summary=summary,
            map=drawn,
            on_map={disc.spot.id for disc in drawn.discs},
            issues=[(article, issue) for article in articles for issue in article.record["issues"]],
            unread=unread,
            layers=_LAYERS,
            knowledge_versions=sorted({record["knowledge_version"] for record in records}),
            place_name=place_name,
            place_line=place_line,
            governorate_name=governorate_name,
            is_news=is_news,
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("marsad.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
