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

from marsad.extract.distance import distance_km
from marsad.extract.reading import Reading
from marsad.model.annotation import ActorMention, Count, EventMention, PlaceMention
from marsad.text.morphology import light_stem
from marsad.text.normalize import fold

_NEARBY = 900  # code points within which a vague mention goes back to the one before
_FAR = 6000  # code points: beyond, even the same type at the same spot is told anew
_PLACE_REACH = 500  # code points within which a later mention still tells the place of an earlier one
_UNSTATED_MEANS = 3  # rank of the types that leave the means open
_TOWN_KM = 8.0  # a quarter or building this near a town's centre lies in it
_ARRESTS = "arrest"
_TERRITORY = "territory"
_ARTICLE = "\u0627\u0644"
_OF_STATE = ("state", "force", "agency")
_DAY = ("day", "minute")
_FINE = frozenset(("point", "town"))

PlaceRelation = Literal["same", "inside", "untold", "other"]


class Told(NamedTuple):
    """A mention, and whether its trigger is definite (الهجوم) or points back (هذا الهجوم) to something already told.

    One that ``leads_up`` to something else (بعد هجوم) is history, unless it is the news told before.
    """

    event: EventMention
    definite: bool
    points_back: bool
    leads_up: bool


class _Thread(NamedTuple):
    """A happening as far as it is told: what is known, where its last mention stands, whether it only led to news."""

    event: EventMention
    last: int
    leads_up: bool


def join(told: Sequence[Told], reading: Reading) -> tuple[EventMention, ...]:
    """Join mentions that nothing tells apart; the first keeps its words, what it lacks is taken from the later one."""
    threads: list[_Thread] = []
    for mention in told:
        at = next((k for k in range(len(threads) - 1, -1, -1) if _same(threads[k], mention, reading)), None)
        if at is not None:
            event, leads_up = threads[at].event, threads[at].leads_up
            history = event.background and (mention.event.background or mention.points_back)
            merged = replace(_merged(event, mention.event, reading), background=history)
            threads[at] = _Thread(merged, mention.event.trigger.start, leads_up and mention.leads_up)
        elif not mention.points_back:
            threads.append(_Thread(mention.event, mention.event.trigger.start, mention.leads_up))
    events = [thread.event for thread in threads]
    return tuple(event for at, event in enumerate(events) if not _is_total(event, events[at + 1 :], reading))


def _is_total(event: EventMention, later: Sequence[EventMention], reading: Reading) -> bool:
    """Tell whether the event only sums up what follows: its toll is theirs, or it has a wide place, or no means."""
    types = reading.knowledge.ontology.types
    if event.place is None or types[event.event_type].family != "attack":
        return False
    parts = [part for part in later if part.trigger.start - event.trigger.start <= _NEARBY and _is_part(part, event)]
    if _sums_up(event, [part for part in parts if types[part.event_type].family == "attack"]):
        return True
    wide = event.place.precision in ("country", "admin1", "region")
    if not wide and types[event.event_type].rank > _UNSTATED_MEANS:
        return False
    inside = [
        part
        for part in parts
        if (part.event_type == event.event_type or event.event_type in types[part.event_type].wider)
        and part.place is not None
        and place_relation(event.place, part.place) in (("inside",) if wide else ("inside", "same"))
    ]
    return len(inside) >= (1 if event.place.precision == "country" and not event.counts else 2)


def _is_part(part: EventMention, event: EventMention) -> bool:
    return part.status == event.status and part.background == event.background


def _sums_up(event: EventMention, parts: Sequence[EventMention]) -> bool:
    """Tell whether the dead of an event are those of two or more that follow, taken together."""
    toll, dead = _killed(event), [_killed(part) for part in parts if _killed(part)]
    return toll > 0 and any(toll == sum(dead[:end]) for end in range(2, len(dead) + 1))


def _killed(event: EventMention) -> int:
    return next((count.low or 0 for count in event.counts if count.unit == "killed"), 0)


def _same(thread: _Thread, told: Told, reading: Reading) -> bool:
    """Tell whether nothing tells the mention apart from the event and something links it to it."""
    event, mention = thread.event, told.event
    gap, relation = mention.trigger.start - thread.last, place_relation(event.place, mention.place)
    told_fully = thread.leads_up and (told.definite or relation in ("same", "inside"))
    of_one_time = event.background == mention.background or told.leads_up or told.points_back or told_fully
    if gap > _FAR or event.status != mention.status or not of_one_time or not _dates_agree(event, mention):
        return False
    near = gap <= _NEARBY
    if near and _equal_toll(event, mention) and _types_agree(event, mention, reading, definite=True):
        return relation != "other" or "killing" in (event.event_type, mention.event_type)
    if relation == "other" or (event.evidence == mention.evidence and not _same_word(event, mention)):
        return False
    parties = _same_parties(event, mention, reading)
    if event.event_type == _TERRITORY and relation != "same" and _other_actors(event, mention, reading):
        return False  # here one side took something, there the other
    if not _types_agree(event, mention, reading, definite=told.definite or parties):
        return False
    alike = event.event_type == mention.event_type
    retold = told.definite and alike and relation == "untold"  # the explosion, with an earlier or later toll
    retold = retold or (alike and relation != "inside" and _one_campaign(event, mention, reading))
    tolls_agree = retold or _counts_agree(event.counts, mention.counts)
    if relation == "same":
        return (tolls_agree or _spot(mention.place)) and (alike or near or told.definite)
    return tolls_agree and (_linked(event, told, reading, near=near) or (parties and _may_cover(event, mention)))


def _one_campaign(event: EventMention, mention: EventMention, reading: Reading) -> bool:
    """Tell whether both tell of arrests by the same force, with an earlier and a later number, but not of others."""
    others = reading.knowledge.ontology.contexts["others"].words
    more = any(others.has(word) for count in mention.counts for word in fold(count.evidence.quote).split())
    return event.event_type == _ARRESTS and not _other_actors(event, mention, reading) and not more


def _linked(event: EventMention, told: Told, reading: Reading, *, near: bool) -> bool:
    """Tell whether a mention at no place of its own, or at one that the event's holds or lies in, means the event."""
    mention = told.event
    if event.evidence == mention.evidence or _one_campaign(event, mention, reading):
        return True
    if event.event_type == mention.event_type and place_relation(event.place, mention.place) == "inside":
        rare = reading.knowledge.ontology.types[event.event_type].rare
        closer = _of_country(event) and not event.counts and not _other_actors(event, mention, reading)
        if rare or closer or (_spot(event.place) and _spot(mention.place)):
            return near
    vague = mention.place is None and not mention.counts and mention.date is None
    attack = reading.knowledge.ontology.types[event.event_type].family == "attack"
    alike = attack and event.event_type == mention.event_type and _same_actor(event, mention, reading)
    again = alike or _same_word(event, mention)
    return near and (told.definite or (vague and again))


def _may_cover(event: EventMention, mention: EventMention) -> bool:
    """Tell whether one of two acts by the same parties is told with no place or with a country alone."""
    return event.place is None or mention.place is None or _of_country(event) or _of_country(mention)


def _of_country(event: EventMention) -> bool:
    return event.place is not None and event.place.precision == "country"


def _same_parties(a: EventMention, b: EventMention, reading: Reading) -> bool:
    """Tell whether both name the same actor and the same target."""
    return bool(_parties(a.actors, reading) & _parties(b.actors, reading)) and bool(
        _parties(a.targets, reading) & _parties(b.targets, reading)
    )


def _same_actor(a: EventMention, b: EventMention, reading: Reading) -> bool:
    return bool(_parties(a.actors, reading) & _parties(b.actors, reading))


def _other_actors(a: EventMention, b: EventMention, reading: Reading) -> bool:
    return bool(a.actors and b.actors) and not _parties(a.actors, reading) & _parties(b.actors, reading)


def _parties(mentions: Sequence[ActorMention], reading: Reading) -> set[str]:
    """Return what may make mentions of somebody one: the known actor, and the state or group whose they are.

    طائرات تركية, تركيا and the Turkish air force are one, مقاتلو المعارضة and قوات المعارضة too.
    """
    demonyms, keys = reading.knowledge.gazetteer.demonyms, set()
    for mention in mentions:
        owner = fold(mention.evidence.quote.split()[-1])
        named = mention.actor_id is not None  # the Syrian opposition is not Syria's
        of_owner = None if named else demonyms.get(owner.removeprefix(_ARTICLE))
        of_state = mention.country if mention.kind in _OF_STATE else of_owner
        keys |= {mention.actor_id or of_state or light_stem(owner), of_state or ""}
    return keys - {""}


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
    """Return the distance of two places in kilometres, infinite where one is not known."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return math.inf
    return distance_km(a.latitude, a.longitude, b.latitude, b.longitude)


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
    """Tell whether both tell as many dead; one alone says little, but with as many wounded it does."""
    shared = {(c.unit, c.low, c.high) for c in a.counts} & {(c.unit, c.low, c.high) for c in b.counts}
    killed = [low for unit, low, _ in shared if unit == "killed"]
    return bool(killed) and (killed != [1] or len(shared) > 1)


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
        date=event.date or (mention.date if mention.date and mention.date.date.grain in _DAY else None),
        actors=event.actors or mention.actors,
        targets=event.targets or mention.targets,
        counts=(*event.counts, *(c for c in mention.counts if c.unit not in units)),
    )


def _finer(a: PlaceMention | None, b: PlaceMention | None) -> PlaceMention | None:
    if a is None or b is None:
        return a or b
    return b if _breadth(b) < _breadth(a) else a


def _breadth(place: PlaceMention) -> tuple[bool, float, bool]:
    """Return how wide a place is; of two as wide one without an entry is a village of the other (اكتشاي, شرناق)."""
    return _is_area(place), place.precision_km or 0.0, place.place_id is not None
