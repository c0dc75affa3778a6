"""One article of the report: the record's document, its cards, and its text cut into highlighted pieces.

Ids on the page follow from positions alone: article ``a3``, its second event ``a3e2``, its first statement
``a3q1``. The words of a card carry its id as a class (with ``s`` behind it the sentence or statement around them),
and the place where they begin has the id with ``t`` behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from marsad.publish.highlight import Layer, Segment, cut_segments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from marsad.model.record import Record

_LINE = re.compile(r"([^\n]*)(\n*)")
_RIGHT_TO_LEFT = frozenset(("ar", "fa", "ur", "ckb", "ps", "ug", "sd", "he", "yi"))


@dataclass(frozen=True, slots=True)
class Card:
    """An event or a statement on the page; ``statement`` is the id of the card of the one that reports an event."""

    id: str
    record: Record
    statement: str | None = None

    @property
    def text_id(self) -> str:
        """The id of the place in the article's text where the words of this card begin."""
        return f"{self.id}t"


@dataclass(frozen=True, slots=True)
class Article:
    """What the page shows of one record.

    ``paragraphs`` are its lines and, behind each, the line breaks up to the next; ``removed`` is (reason, texts) in the
    order of the page.
    """

    id: str
    record: Record
    outlet: str
    events: tuple[Card, ...]
    statements: tuple[Card, ...]
    paragraphs: tuple[tuple[tuple[Segment, ...], str], ...]
    removed: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def titled(self) -> bool:
        """Whether the first paragraph is the article's title."""
        document = self.record["document"]
        return bool(document["title"]) and document["text"].partition("\n")[0] == document["title"]

    @property
    def direction(self) -> str:
        """The direction of the article's own text, which is not that of the page around it."""
        return "rtl" if self.record["document"]["language"] in _RIGHT_TO_LEFT else "auto"


def article_of(number: int, record: Record, outlets: Mapping[str, str]) -> Article:
    """Return the article that stands at ``number`` on the page, with its outlet's name where ``outlets`` has it."""
    document = record["document"]
    ident = f"a{number}"
    statements = tuple(Card(f"{ident}q{n}", q) for n, q in enumerate(record["quotations"], 1))
    card_of = {card.record["id"]: card.id for card in statements}
    events = tuple(Card(f"{ident}e{n}", e, card_of.get(e["quotation_id"])) for n, e in enumerate(record["events"], 1))
    layers = [
        *_mention_layers(record),
        *(layer for card in statements for layer in _statement_layers(card)),
        *(layer for card in events for layer in _event_layers(card)),
    ]
    removed = groupby(document["removed"], key=lambda piece: piece["reason"])
    return Article(
        ident,
        record,
        outlets.get(document["source_id"], document["source_id"] or ""),
        events,
        statements,
        _paragraphs(document["text"], layers),
        tuple((reason, tuple(piece["text"] for piece in pieces)) for reason, pieces in removed),
    )


def _paragraphs(text: str, layers: list[Layer]) -> tuple[tuple[tuple[Segment, ...], str], ...]:
    return tuple(
        (tuple(cut_segments(text, layers, *line.span(1))), line[2]) for line in _LINE.finditer(text) if line[0]
    )


def _mention_layers(record: Record) -> list[Layer]:
    kinds = {"places": "place", "times": "time", "counts": "count"}
    return [Layer(m["start"], m["end"], (kind,)) for field, kind in kinds.items() for m in record[field]]


def _statement_layers(card: Card) -> list[Layer]:
    statement = card.record
    content, cue = statement["content"], statement["cue"]
    cue_first = cue["start"] < content["start"]
    content_id, cue_id = (None, card.text_id) if cue_first else (card.text_id, None)
    return [
        Layer(content["start"], content["end"], ("said", f"{card.id}s"), anchor=content_id),
        Layer(cue["start"], cue["end"], ("cue", f"c-{statement['cue_class']}", card.id), card.id, cue_id),
        _plain(statement["source"], "source", card.id),
        *(_plain(relay, "relay", card.id) for relay in statement["relays"]),
    ]


def _event_layers(card: Card) -> list[Layer]:
    event = card.record
    trigger, evidence = event["trigger"], event["evidence"]
    arguments = [*event["actors"], *event["targets"], *event["counts"]]
    arguments += [part for part in (event["place"], event["date"]) if part and part["start"] is not None]
    return [
        Layer(evidence["start"], evidence["end"], (f"{card.id}s",), anchor=card.text_id),
        Layer(trigger["start"], trigger["end"], ("trigger", f"t-{event['event_type']}", card.id), card.id),
        *(_plain(part, card.id) for part in arguments),
    ]


def _plain(mention: Record, *classes: str) -> Layer:
    return Layer(mention["start"], mention["end"], classes)
