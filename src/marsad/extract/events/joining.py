"""The same happening told twice in one text is one event.

Two mentions are one where nothing tells them apart: their types can be wordings of one act, neither place excludes the other
(equal, one inside the other, or one not told), days and tolls can both hold, and they stand close, or share type and spot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from marsad.extract.reading import Reading
from marsad.model.annotation import Count, EventMention, PlaceMention

_NEARBY = 900  # code points within which a vague mention goes back to the one before
_FAR = 6000  # code points: beyond, even the same type at the same spot is told anew
_FINE = frozenset(("point", "town"))

PlaceRelation = Literal["same", "inside", "untold", "other"]


class Told(NamedTuple):
    """A mention and whether its trigger is definite (الهجوم), which goes back to something already told."""

    event: EventMention
    definite: bool


def join(told: Sequence[Told], reading: Reading) -> tuple[EventMention, ...]:
    """Join mentions that nothing tells apart; the first keeps its words, what it lacks is taken from the later one."""
    events: list[EventMention] = []
    for mention in told:
        at = next((k for k in range(len(events) - 1, -1, -1) if _same(events[k], mention, reading)), None)
        if at is None:
            events.append(mention.event)
        else:
            events[at] = _merged(events[at], mention.event, reading)
    return tuple(events)


def _same(event: EventMention, told: Told, reading: Reading) -> bool:
    mention = told.event
    if event.status != mention.status or event.background != mention.background or event.evidence == mention.evidence:
        return False
    if not _dates_agree(event, mention) or mention.trigger.start - event.trigger.start > _FAR:
        return False
    near = mention.trigger.start - event.trigger.start <= _NEARBY
    relation = place_relation(event.place, mention.place)
    if near and _equal_toll(event, mention) and _types_agree(event, mention, reading, definite=True):
        return relation != "other" or "killing" in (event.event_type, mention.event_type)
    if not _types_agree(event, mention, reading, definite=told.definite):
        return False
    tolls_agree = _counts_agree(event.counts, mention.counts)
    if relation == "same":
        return (tolls_agree or _spot(mention.place)) and (event.event_type == mention.event_type or near)
    vague = mention.place is None and not mention.counts and mention.date is None
    return relation != "other" and near and tolls_agree and (told.definite or vague)


def place_relation(a: PlaceMention | None, b: PlaceMention | None) -> PlaceRelation:
    """Tell how two places stand to each other; a governorate holds its towns, a country all its places."""
    if a is None or b is None:
        return "untold"
    if (a.place_id, a.name) == (b.place_id, b.name):
        return "same"
    wide, fine = (a, b) if a.precision in ("country", "admin1", "region") else (b, a)
    if wide.country and fine.country and wide.country != fine.country:
        return "other"
    if wide.precision in ("admin1", "region") and wide.admin1:
        return "inside" if wide.admin1 == fine.admin1 else "other"
    return "inside" if wide.precision in ("country", "region") else "other"


def _spot(place: PlaceMention | None) -> bool:
    """Tell whether a place is so small that two like happenings in one report are one."""
    return place is not None and place.precision in _FINE


def _types_agree(event: EventMention, mention: EventMention, reading: Reading, *, definite: bool) -> bool:
    """Tell whether one type may be said of the other's happening.

    A wider word after the precise one may mean the same (غارة … القصف); a precise word after a wider one only where it is
    definite or the toll is the same.
    """
    if event.event_type == mention.event_type:
        return True
    types = reading.knowledge.ontology.types
    if mention.event_type in types[event.event_type].wider:
        return True
    return definite and event.event_type in types[mention.event_type].wider


def _equal_toll(a: EventMention, b: EventMention) -> bool:
    left = {(c.unit, c.low, c.high) for c in a.counts if c.unit == "killed"}
    return bool(left & {(c.unit, c.low, c.high) for c in b.counts})


def _counts_agree(a: Sequence[Count], b: Sequence[Count]) -> bool:
    left = {c.unit: (c.low, c.high) for c in a}
    return all(left.get(c.unit, (c.low, c.high)) == (c.low, c.high) for c in b)


def _dates_agree(a: EventMention, b: EventMention) -> bool:
    if a.date is None or b.date is None:
        return True
    left, right = a.date.date.value, b.date.date.value
    return left.startswith(right) or right.startswith(left)


def _merged(event: EventMention, mention: EventMention, reading: Reading) -> EventMention:
    """Return the event with what the other mention adds; the more precise type keeps its own words as trigger."""
    types = reading.knowledge.ontology.types
    if types[mention.event_type].rank > types[event.event_type].rank:
        event, mention = mention, event
    place = _finer(event.place, mention.place)
    units = {c.unit for c in event.counts}
    return replace(
        event,
        place=place,
        country=place.country if place else event.country or mention.country,
        date=event.date or mention.date,
        actors=event.actors or mention.actors,
        targets=event.targets or mention.targets,
        counts=(*event.counts, *(c for c in mention.counts if c.unit not in units)),
    )


def _finer(a: PlaceMention | None, b: PlaceMention | None) -> PlaceMention | None:
    if a is None or b is None:
        return a or b
    return b if (b.precision_km or 0) < (a.precision_km or 0) else a
