"""Who fights whom in a clash: named after بين, مع, ضد, as subject, or by adjectives."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.extract.events.carriers import by_carrier
from marsad.extract.events.parties import Mentions, Party, acting
from marsad.extract.events.positions import Positions
from marsad.extract.events.roles import by_adjective, by_genitive, by_verb_after
from marsad.extract.events.triggers import TriggerHit

_REACH = 26  # tokens between the two sides of a fight, with what is told of the first
_WAW, _BA = "\u0648", "\u0628"  # wa-, bi-
_BETWEEN = "\u0628\u064a\u0646"  # bayna


def sides_of(positions: Positions, hit: TriggerHit) -> Mentions:
    """Return both sides, those that are told."""
    if hit.verb is not None:
        found = acting(positions.subject(hit.first))
    else:
        found = by_adjective(positions, hit) or by_genitive(positions, hit, undergone=False).actors
        found = found or by_carrier(positions, hit).actors
    for at in range(hit.last, positions.end(hit.last)):
        if positions.is_word(at, "sides"):
            first = positions.at(at + 1)
            second = _second(positions, at, first) if first and first.acts and len(first.mentions) < 2 else ()
            return found + acting(first) + second
        if positions.is_word(at, "between_them"):
            found += acting(positions.topic(hit.first))
        else:
            found += by_verb_after(positions, at).actors
    return found


def met(positions: Positions, hit: TriggerHit) -> Mentions:
    """Return whom the sentence tells of before a fight with one named side (تقدم الجيش بعد معارك مع التنظيم)."""
    return acting(positions.topic(hit.first))


def _second(positions: Positions, at: int, first: Party) -> Mentions:
    """Return the side that و joins to the first, past what is told of it (بين الجيش المدعوم بالحشد، وتنظيم داعش).

    Where it is joined to the first's helpers alone (المدعوم بالحشد وتنظيم داعش), it is the last of them.
    """
    if positions.form(at) != _BETWEEN:
        return ()
    helpers: Mentions = ()
    for k in _onwards(positions, first.last):
        party = positions.at(k)
        if positions.is_word(k, "sides") and positions.form(k).startswith(_WAW):
            return acting(positions.at(k + 1))  # وبين المسلحين
        if party and party.acts and party.prefix.startswith(_WAW):
            return acting(party)
        if party and party.acts and party.prefix.endswith(_BA):
            helpers = helpers or party.mentions[1:][-1:]
    return helpers


def _onwards(positions: Positions, first: int) -> Iterator[int]:
    """Yield the tokens up to where another clause begins; commas end nothing."""
    separators = positions.reading.knowledge.grammar.separators
    for at in range(first, min(first + _REACH, positions.sentence.last)):
        if positions.reading.finite_verb(at) and not positions.at(at):
            return
        if separators.at(positions.reading.tokens, at, positions.sentence.last):
            return
        yield at
