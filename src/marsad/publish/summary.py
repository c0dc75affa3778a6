"""The figures at the top of the report, each with the cards that it counts: every figure leads to its sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from marsad.model.issue import Issue
    from marsad.model.record import Record
    from marsad.publish.articles import Article, Card

Key = tuple[Any, ...]

STATUSES = ("occurred", "foiled", "planned", "possible", "denied")


@dataclass(slots=True)
class Bar:
    """The cards that share a value: ``slug`` of ``group`` (a group of the catalogue's labels)."""

    group: str
    slug: str
    cards: list[Card] = field(default_factory=list)

    @property
    def news(self) -> int:
        """How many of the cards are events that happened and are the news itself; all, where they are statements."""
        return sum(is_news(card.record) for card in self.cards)


@dataclass(slots=True)
class Spot:
    """A place and the events there; ``place`` is the place of the first of them, ``None`` where none is named."""

    id: str
    place: Record | None
    cards: list[Card] = field(default_factory=list)

    @property
    def mapped(self) -> bool:
        """Whether the place is known more closely than by its country."""
        place = self.place
        return place is not None and place["latitude"] is not None and place["precision"] != "country"

    @property
    def news(self) -> int:
        """How many of the events happened and are the news itself."""
        return sum(is_news(card.record) for card in self.cards)


@dataclass(frozen=True, slots=True)
class Summary:
    """What stands at the top: ``figures`` are (slug, number), ``answers`` question -> bars of its positions."""

    figures: tuple[tuple[str, int], ...]
    events: tuple[Bar, ...]
    cues: tuple[Bar, ...]
    answers: Mapping[str, Sequence[Bar]]
    spots: tuple[Spot, ...]
    statuses: tuple[str, ...]


def summarize(articles: Sequence[Article], unread: Sequence[Issue] = ()) -> Summary:
    """Count what the articles hold, and issues of pages that gave none; bars and places with most cards come first."""
    events = [card for article in articles for card in article.events]
    statements = [card for article in articles for card in article.statements]
    spots = _spots(events)
    figures = {
        "documents": len(articles),
        "events": len(events),
        "statements": len(statements),
        "places": sum(spot.mapped for spot in spots),
        "issues": sum(len(article.record["issues"]) for article in articles) + len(unread),
    }
    return Summary(
        tuple(figures.items()),
        tuple(_bars((("event_type", card.record["event_type"]), card) for card in events)),
        tuple(_bars((("cue_class", card.record["cue_class"]), card) for card in statements)),
        _answers(statements),
        tuple(spots),
        tuple(status for status in STATUSES if any(card.record["status"] == status for card in events)),
    )


def is_news(record: Record) -> bool:
    """Tell whether an event happened and is no background; a statement always counts."""
    return record.get("status", "occurred") == "occurred" and not record.get("background", False)


def _answers(statements: Iterable[Card]) -> dict[str, list[Bar]]:
    questions: dict[str, list[Bar]] = {}
    keyed = (((a["question"], a["position"]), card) for card in statements for a in card.record["answers"])
    for bar in _bars(keyed):
        questions.setdefault(bar.group, []).append(bar)
    return dict(sorted(questions.items()))


def _spots(events: Iterable[Card]) -> list[Spot]:
    spots: dict[Key, Spot] = {}
    for card in events:
        place = card.record["place"]
        spots.setdefault(_place_key(place), Spot(f"p{len(spots) + 1}", place)).cards.append(card)
    return sorted(spots.values(), key=lambda spot: -len(spot.cards))


def _place_key(place: Record | None) -> Key:
    if place is None:
        return ()
    if place["latitude"] is None or place["precision"] == "country":
        return (place["country"],)
    return (place["name"], place["latitude"], place["longitude"], place["precision"])


def _bars(keyed: Iterable[tuple[tuple[str, str], Card]]) -> list[Bar]:
    bars: dict[tuple[str, str], Bar] = {}
    for key, card in keyed:
        bars.setdefault(key, Bar(*key)).cards.append(card)
    return sorted(bars.values(), key=lambda bar: (-len(bar.cards), bar.slug))
