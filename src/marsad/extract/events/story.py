"""Who takes part in an event that names nobody, by what the same text tells of the acts around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from marsad.extract.reading import Reading
from marsad.model.annotation import ActorMention, EventMention
from marsad.text.morphology import light_stem, splits
from marsad.text.normalize import fold

_NEAR = 700  # code points within which a definite act (الهجوم) goes back to one of its type
_FAR = 1500  # the same for an arrest and the arrests of the same force
_CLASH, _AIR_STRIKE, _ARREST = "clash", "air_strike", "arrest"
_FOUGHT = (_CLASH, "armed_attack")  # acts that a fight can be: no raid from the air
_OF_STATE = ("state", "force", "agency", "office")
_FORCES = ("armed_group", "force", "coalition")
_ARTICLE = "\u0627\u0644"


def with_parties_of_story(events: Sequence[EventMention], reading: Reading) -> tuple[EventMention, ...]:
    """Return the events, those without an actor with the one that the text lets a reader supply.

    Air strikes and arrests of one text are mostly by one side: theirs is taken where no other is told. A definite act
    goes back to the nearest before it of its type; the fight that an attack became has the attack's two sides.
    """
    return tuple(_supplied(event, events, reading) for event in events)


def _supplied(event: EventMention, events: Sequence[EventMention], reading: Reading) -> EventMention:
    if event.event_type == _CLASH:
        return replace(event, actors=_sides(event, events, reading)) if len(event.actors) < 2 else event
    if event.actors:
        return event
    told = [other for other in events if other.actors and other.event_type == event.event_type]
    if event.event_type in (_AIR_STRIKE, _ARREST):
        fitting = [other for other in told if event.event_type == _ARREST or _flies(other, reading)]
        if fitting and all(_alike(a, b) for a in fitting for b in fitting):
            nearest = min(fitting, key=lambda other: _distance(other, event))
            if event.event_type == _AIR_STRIKE or _distance(nearest, event) <= _FAR:
                return replace(event, actors=_without(nearest.actors, event.targets))
    if not _is_definite(event):
        return event
    before = next(_before(event, told), None)
    return replace(event, actors=_without(before.actors, event.targets)) if before else event


def _sides(event: EventMention, events: Sequence[EventMention], reading: Reading) -> tuple[ActorMention, ...]:
    """Return both sides of a fight told before as one, or as an attack of one on the other."""
    own = event.actors
    if not own and not _is_definite(event) and not _is_of_both(event, reading):
        return own
    told = (_fighters(other, reading) for other in _before(event, events) if other.event_type in _FOUGHT)
    near = next((sides for sides in told if _fit(own, sides)), ()) or _belligerents(own, events, reading)
    return own + tuple(side for side in near if not any(_same(mine, side) for mine in own))


def _fighters(event: EventMention, reading: Reading) -> tuple[ActorMention, ...]:
    """Return the two sides of a fight, or who attacked and whom."""
    if event.event_type == _CLASH:
        return event.actors
    return (*event.actors[:1], *_armed(event.targets, reading))


def _fit(own: Sequence[ActorMention], sides: Sequence[ActorMention]) -> bool:
    """Tell whether two sides are told, one of them the one that is known."""
    return len(sides) > 1 and (not own or any(_same(own[0], side) for side in sides))


def _belligerents(
    own: Sequence[ActorMention], events: Sequence[EventMention], reading: Reading
) -> tuple[ActorMention, ...]:
    """Return the two sides of all fights of the text, where it tells of one war only."""
    pairs = [_fighters(event, reading) for event in events if event.event_type == _CLASH]
    pairs = [sides for sides in pairs if _fit(own, sides)]
    one_war = all(any(_same(side, other) for other in pairs[0]) for sides in pairs[1:] for side in sides)
    return pairs[0] if pairs and one_war else ()


def _is_of_both(event: EventMention, reading: Reading) -> bool:
    """Tell whether the sentence says that both sides told before fought (اشتباكات بين الطرفين)."""
    both = reading.knowledge.ontology.contexts["both_sides"].words
    return any(fold(word) in both for word in event.evidence.quote.split())


def _armed(mentions: Sequence[ActorMention], reading: Reading) -> list[ActorMention]:
    """Return the first of those attacked who can fight back."""
    soldiers = reading.knowledge.ontology.contexts["military"].words
    fighting = (m for m in mentions if m.kind in _FORCES or soldiers.has(fold(m.evidence.quote.split()[0])))
    return list(fighting)[:1]


def _before(event: EventMention, events: Sequence[EventMention]) -> Iterator[EventMention]:
    """Yield the events told a little before, the nearest first."""
    near = (e for e in events if 0 < event.trigger.start - e.trigger.start <= _NEAR)
    yield from sorted(near, key=lambda other: -other.trigger.start)


def _distance(a: EventMention, b: EventMention) -> int:
    return abs(a.trigger.start - b.trigger.start)


def _is_definite(event: EventMention) -> bool:
    word = fold(event.trigger.quote.split()[0])
    return any(split.rest.startswith(_ARTICLE) for split in splits(word))


def _flies(event: EventMention, reading: Reading) -> bool:
    """Tell whether who acts has aircraft: a state, a coalition, or somebody named by his aircraft."""
    air = reading.knowledge.ontology.contexts["aircraft"].words
    words = [fold(word) for mention in event.actors for word in mention.evidence.quote.split()]
    return event.actors[0].kind in ("state", "coalition", "force") or any(air.has(word) for word in words)


def _alike(a: EventMention, b: EventMention) -> bool:
    return any(_same(mine, other) for mine in a.actors for other in b.actors)


def _same(a: ActorMention, b: ActorMention) -> bool:
    """Tell whether two mentions may mean one side: a known actor, a state and its forces, or a word in common."""
    if a.actor_id and a.actor_id == b.actor_id:
        return True
    if a.country and a.country == b.country and a.kind in _OF_STATE and b.kind in _OF_STATE:
        return True
    return bool(_words(a) & _words(b))


def _words(mention: ActorMention) -> set[str]:
    return {light_stem(fold(word).removeprefix(_ARTICLE)) for word in mention.evidence.quote.split()}


def _without(mentions: tuple[ActorMention, ...], others: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    return tuple(mention for mention in mentions if not any(_same(mention, other) for other in others))
