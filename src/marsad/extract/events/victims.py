"""Who suffers, where no grammar of the wording names him: by the verb of harm before it, by ranks, by a pronoun."""

from __future__ import annotations

from marsad.extract.events.descriptions import name_at
from marsad.extract.events.parties import Mentions, Party, struck
from marsad.extract.events.positions import Positions
from marsad.extract.events.triggers import TriggerHit

_HARM = 12  # tokens between a verb of harm and the act that did it
_NAME = 3  # words of a name between two particles
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
        if any(verb.finite and positions.is_verb(verb, "harming") for verb in positions.reading.verb(at)):
            return struck(positions.after(at + 1) or positions.before(at)) or _named_before(positions, at)
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
