"""Who suffers, where no grammar of the wording names him: by the verb of harm before it, by ranks, by a pronoun."""

from __future__ import annotations

from marsad.extract.events.descriptions import name_at
from marsad.extract.events.parties import Mentions, Party, struck
from marsad.extract.events.positions import Positions, of_others
from marsad.extract.events.triggers import TriggerHit

_HARM = 12  # tokens between a verb of harm and the act that did it
_NAME = 3  # words of a name between two particles
_WRESTED, _TIE, _PART = 16, 4, 6  # tokens after an act, after a word of belonging, after بينهم
_TERRITORY, _TAKEN = "territory", ("arrest", "abduction")
_WAW = "\u0648"  # wa-


def in_ranks(positions: Positions, hit: TriggerHit) -> Mentions:
    """Return in whose ranks the victims fell (سقوط سبعة قتلى في صفوف الحوثيين)."""
    ranks = (at for at in range(hit.last, positions.end(hit.last)) if positions.is_word(at, "ranks"))
    return struck(positions.at(next(ranks, positions.sentence.last) + 1))


def of_them(positions: Positions, hit: TriggerHit, subject: Party | None) -> Mentions:
    """Return those whom a number of them goes back to (دمرت دبابة للميليشيات وقتلت عشرة منهم)."""
    before = (p for p in reversed(positions.parties) if p.last <= hit.first and p.armed and p != subject)
    return struck(next(before, None))


def harmed(positions: Positions, hit: TriggerHit) -> Mentions:
    """Return those of whom the verb before the act tells that it harmed them (أصيب 18 مجندا إثر انفجار)."""
    for at in range(hit.first - 1, max(positions.sentence.first, hit.first - _HARM) - 1, -1):
        if positions.stops(at):
            break
        if any(of_others(verb) and positions.is_verb(verb, "harming") for verb in positions.reading.verb(at)):
            return struck(positions.after(at + 1) or positions.before(at)) or _named_before(positions, at)
    return ()


def beaten(positions: Positions, hit: TriggerHit, actors: Mentions) -> Mentions:
    """Return from whom a place was taken (استعادت القوات البلدة من أيدي التنظيم, سيطرت على المطار بعد طرد الحوثيين)."""
    if hit.event_type != _TERRITORY:
        return ()
    plain = hit.verb is not None and positions.is_verb(hit.verb, "wresting")
    of = positions.reading.knowledge.grammar.ablatives
    for at in range(hit.last, min(hit.last + _WRESTED, positions.sentence.last)):
        plain = plain and not (positions.stops(at) or positions.reading.finite_verb(at))
        begin = positions.phrase_end(at, "wrested") or (at + 1 if plain and positions.form(at) in of else 0)
        party = positions.bare_at(begin) if begin else None
        if party and party.armed and party.told_as != "state" and party.mentions != actors:
            return party.mentions
    return ()


def suspected(positions: Positions, hit: TriggerHit) -> Mentions:
    """Return to whom people taken are said to belong (25 شخصا للاشتباه بانتمائهم إلى التنظيم, بينهم أعضاء في الحزب)."""
    if hit.event_type not in _TAKEN:
        return ()
    part_of = positions.reading.knowledge.counting.part_of
    for at in range(hit.last, min(hit.last + _WRESTED, positions.sentence.last)):
        tie = positions.has_word(at, "ties")
        if not tie and not part_of.has(positions.form(at)):
            continue
        near = (positions.at(k) for k in range(at + 1, at + (_TIE if tie else _PART)))
        party = next(filter(None, near), None)
        if party and party.armed and party.told_as == "actor":
            return party.mentions
    return ()


def _named_before(positions: Positions, verb: int) -> Mentions:
    """Return the person, known to no list, between كان and قد before a verb (وكان الفضلي قد استهدف بضربة)."""
    book, limit = positions.reading.knowledge.status, positions.sentence.first
    if positions.form(verb - 1) not in book.qad:
        return ()
    begins = range(verb - 2, max(limit, verb - 2 - _NAME) - 1, -1)
    at = next((k + 1 for k in begins if positions.form(k).removeprefix(_WAW) in book.past_perfect), verb)
    name = name_at(positions.scene, at, verb - 1) if at < verb - 1 else None
    return (name,) if name else ()
