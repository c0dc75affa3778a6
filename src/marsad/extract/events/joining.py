"""The same happening told twice in one text is one event.

Two mentions are one where nothing tells them apart: their types can be wordings of one act, neither place excludes the
other (equal, one inside the other, or one not told), days and tolls can both hold, and they stand close, or share type
and spot.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from marsad.extract.reading import Reading
from marsad.model.annotation import Count, EventMention, PlaceMention
from marsad.text.morphology import light_stem
from marsad.text.normalize import fold

_NEARBY = 900  # code points within which a vague mention goes back to the one before
_FAR = 6000  # code points: beyond, even the same type at the same spot is told anew
_PLACE_REACH = 500  # code points within which a later mention still tells the place of an earlier one
_UNSTATED_MEANS = 3  # rank of the types that leave the means open
_KM_A_DEGREE = 111.2
_TOWN_KM = 8.0  # a quarter or building this near a town's centre lies in it
_FINE = frozenset(("point", "town"))

PlaceRelation = Literal["same", "inside", "untold", "other"]


class Told(NamedTuple):
    """A mention, and whether its trigger is definite (الهجوم) or points back (هذا الهجوم) to something already told."""

    event: EventMention
    definite: bool
    points_back: bool = False


def join(told: Sequence[Told], reading: Reading) -> tuple[EventMention, ...]:
    """Join mentions that nothing tells apart; the first keeps its words, what it lacks is taken from the later one."""
    events: list[EventMention] = []
    for mention in told:
        at = next((k for k in range(len(events) - 1, -1, -1) if _same(events[k], mention, reading)), None)
        if at is None and not mention.points_back:
            events.append(mention.event)
        elif at is not None:
            events[at] = _merged(events[at], mention.event, reading)
    return tuple(event for at, event in enumerate(events) if not _is_total(event, events[at + 1 :], reading))


def _is_total(event: EventMention, later: Sequence[EventMention], reading: Reading) -> bool:
    """Tell whether the event only sums up what follows: a wide place, or no means, and two parts told after it."""
    types = reading.knowledge.ontology.types
    place = event.place
    if place is None or types[event.event_type].family != "attack":
        return False
    wide = place.precision in ("country", "admin1", "region")
    if not wide and types[event.event_type].rank > _UNSTATED_MEANS:
        return False
    parts = [
        part
        for part in later
        if part.status == event.status
        and part.trigger.start - event.trigger.start <= _NEARBY
        and (part.event_type == event.event_type or event.event_type in types[part.event_type].wider)
        and part.place is not None
        and place_relation(place, part.place) in (("inside",) if wide else ("inside", "same"))
    ]
    return len(parts) >= (1 if place.precision == "country" and not event.counts else 2)


def _same(event: EventMention, told: Told, reading: Reading) -> bool:
    mention = told.event
    if event.status != mention.status or event.background != mention.background:
        return False
    if not _dates_agree(event, mention) or mention.trigger.start - event.trigger.start > _FAR:
        return False
    near = mention.trigger.start - event.trigger.start <= _NEARBY
    relation = place_relation(event.place, mention.place)
    if near and _equal_toll(event, mention) and _types_agree(event, mention, reading, definite=True):
        return relation != "other" or "killing" in (event.event_type, mention.event_type)
    again = _same_word(event, mention)
    if event.evidence == mention.evidence and not again:
        return False
    if not _types_agree(event, mention, reading, definite=told.definite):
        return False
    tolls_agree = _counts_agree(event.counts, mention.counts)
    if relation == "same":
        return (tolls_agree or _spot(mention.place)) and (event.event_type == mention.event_type or near)
    vague = mention.place is None and not mention.counts and mention.date is None
    if relation == "inside" and event.event_type == mention.event_type:
        rare = reading.knowledge.ontology.types[event.event_type].rare
        if rare or (_spot(event.place) and _spot(mention.place)):
            return near and tolls_agree
    if event.evidence == mention.evidence:
        return relation in ("inside", "untold") and tolls_agree
    return relation != "other" and near and tolls_agree and (told.definite or (vague and again))


def _same_word(a: EventMention, b: EventMention) -> bool:
    return light_stem(fold(a.trigger.quote)) == light_stem(fold(b.trigger.quote))


def place_relation(a: PlaceMention | None, b: PlaceMention | None) -> PlaceRelation:
    """Tell how two places stand to each other; a governorate holds its towns, a country all its places."""
    if a is None or b is None:
        return "untold"
    if (a.place_id, a.name) == (b.place_id, b.name):
        return "same"
    if {a.precision, b.precision} == {"point", "town"} and _distance_km(a, b) <= _TOWN_KM:
        return "inside"
    wide, fine = (a, b) if _is_area(a) else (b, a)
    if wide.country and fine.country and wide.country != fine.country:
        return "other"
    if not _is_area(wide):
        return "other"
    if wide.precision in ("admin1", "region") and wide.admin1:
        return "inside" if wide.admin1 == fine.admin1 else "other"
    return "inside" if wide.precision in ("country", "region") else "other"


def _is_area(place: PlaceMention) -> bool:
    """Tell whether towns lie in the place; a village known only by its governorate is no area."""
    return place.precision in ("country", "admin1", "region") and place.kind != "village"


def _distance_km(a: PlaceMention, b: PlaceMention) -> float:
    """Return the distance of two places in kilometres (equirectangular, good to a per cent at this scale)."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return math.inf
    north = (a.latitude - b.latitude) * _KM_A_DEGREE
    east = (a.longitude - b.longitude) * _KM_A_DEGREE * math.cos(math.radians(a.latitude))
    return math.hypot(north, east)


def _spot(place: PlaceMention | None) -> bool:
    """Tell whether a place is so small that two like happenings in one report are one."""
    return place is not None and place.precision in _FINE


def _types_agree(event: EventMention, mention: EventMention, reading: Reading, *, definite: bool) -> bool:
    """Tell whether one type may be said of the other's happening.

    A wider word after the precise one may mean the same (غارة … القصف); a precise word after a wider one only where it
    is definite or the toll is the same.
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
    apart = place_relation(event.place, mention.place) == "other"
    far = abs(mention.trigger.start - event.trigger.start) > _PLACE_REACH
    wide = mention.place is not None and mention.place.precision == "country"
    place = event.place if apart or far or wide else _finer(event.place, mention.place)
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
    return b if (_is_area(b), b.precision_km or 0) < (_is_area(a), a.precision_km or 0) else a
