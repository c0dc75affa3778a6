"""The object of a verb: behind its subject, a time, a place or a circumstance."""

from __future__ import annotations

from marsad.extract.events.parties import Party
from marsad.extract.events.positions import Positions
from marsad.text.segment import QUOTE_MARKS, Kind

_CIRCUMSTANCE = 5  # tokens of a circumstance between a verb and its object
_BA = "\u0628"  # bi-


def object_of(positions: Positions, first: int, *, close: bool) -> Party | None:
    """Return the object of a verb from token ``first`` on; with ``close`` only one that stands there."""
    reading, at, end = positions.reading, first, positions.end(first)
    while at < end:
        party = positions.at(at)
        if positions.is_word(at, "against"):
            party = positions.at(at + 1)
        elif party and (reading.after_preposition(at) or party.prefix.endswith(_BA)):
            at, party = party.last - 1, None
        if party:
            return party
        of_time = bool({at, at + 1} & positions.scene.timed)  # في حزيران الماضي
        if positions.form(at) in reading.knowledge.grammar.causes and not of_time:
            return _behind_place(positions, at) or (None if close else _counted_after(positions, at + 1))
        skipped = of_time or positions.form(at) in QUOTE_MARKS or at in positions.asides
        if (close and not skipped) or (at > first and reading.finite_verb(at)):
            return None
        at += 1
    return None


def _behind_place(positions: Positions, at: int) -> Party | None:
    """Return the party right behind the place that a preposition at a token names (استهدف في سروج ناشطين)."""
    place = positions.scene.place_at.get(at + 1)
    if place is None or positions.form(at) not in positions.reading.knowledge.grammar.locatives:
        return None
    after = positions.reading.token_at(place.evidence.end - 1) + 1
    bracketed = positions.form(after) == "(" and positions.form(after + 2) == ")"
    return positions.bare_at(after + 3 * bracketed)


def _counted_after(positions: Positions, first: int) -> Party | None:
    """Return people with their number behind a circumstance (اعتقل في حملة موسعة 80 مواطنا)."""
    for at in range(first, min(first + _CIRCUMSTANCE, positions.sentence.last)):
        party = positions.at(at)
        if party or positions.stops(at) or positions.reading.finite_verb(at):
            counted = party and party.told_as == "person" and not party.prefix and _is_number(positions, at)
            return party if counted and not positions.reading.after_preposition(at) else None
    return None


def _is_number(positions: Positions, at: int) -> bool:
    token, numerals = positions.reading.tokens[at], positions.reading.knowledge.numerals.words
    return token.kind is Kind.NUMBER or token.form in numerals or positions.has_word(at, "counters")
