"""Who makes an act that a noun tells, by the words before it: carrying verbs, nouns of doing, announcements, blame."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.extract.events.parties import Mentions, Roles, acting, struck
from marsad.extract.events.positions import Positions
from marsad.extract.events.triggers import TriggerHit

_REACH = 18  # tokens between a verb and the noun of the act that it carries
_BA = "\u0628"  # bi-
_DOING = 3  # tokens between who is accused and the act (اتهم أنقرة بالوقوف وراء الهجوم)
_BLAME = 12  # tokens after a verb of blaming within which the blamed stands
_LAID = 30  # tokens after an act within which the sentence says to whom it is laid
_CLAIM = 3  # tokens between مسؤوليته and the act that is claimed


def by_carrier(positions: Positions, hit: TriggerHit) -> Roles:
    """Read the verb before a noun: its subject makes the act (شن التنظيم هجوما) or suffers it (تعرض الجيش لهجوم)."""
    reading = positions.reading
    for at in _before(positions, hit):
        if _foiled(positions, at, hit.first):
            break
        for verb in reading.verb(at):
            if positions.is_verb(verb, "accusing") or (verb.finite and positions.is_verb(verb, "forcing")):
                return Roles(_accused(positions, at, hit.first), ())
            if verb.finite and positions.is_verb(verb, "doers"):
                return Roles(acting(positions.subject(at) or positions.implied(at)), ())
            if verb.finite and positions.is_verb(verb, "raising") and positions.has_word(hit.first, "acts"):
                return Roles(acting(positions.subject(at)), ())
            if verb.finite and verb.lemma == reading.knowledge.status.suffered:
                return Roles((), struck(positions.subject(at)))
    return Roles()


def _accused(positions: Positions, at: int, act: int) -> Mentions:
    """Return the last who acts between a verb and the act that it makes his.

    اتهم المرصد قوات النظام بقصف البلدة, أجبر التنظيم القوات على الانسحاب, اضطرت القوات إلى التراجع.
    """
    between = [party for party in positions.parties if at < party.first and party.last <= act and party.armed]
    near = between and act - between[-1].last <= _DOING
    return acting(between[-1]) if near and not between[-1].prefix else ()


def by_doing(positions: Positions, hit: TriggerHit) -> Mentions:
    """Read a noun of doing before the act (محاولة الجيش اقتحام المسجد, أثناء محاولتهم الهجوم)."""
    party = positions.ending_at(hit.first)
    if party:
        return acting(party) if positions.is_word(party.first - 1, "doings") else ()
    if positions.form(hit.first).startswith(_BA) or positions.reading.after_preposition(hit.first):
        for at in _before(positions, hit):
            if positions.reading.finite_verb(at):
                break
            if positions.is_word(at, "doings"):
                return acting(positions.at(at + 1))  # قيام مستوطنين، بمشاركة وزير، باقتحام المسجد
    return acting(positions.topic(hit.first)) if positions.has_word(hit.first - 1, "doings") else ()


def by_report(positions: Positions, hit: TriggerHit) -> Mentions:
    """Return who announces the act as its own (أعلنت الشرطة اعتقال …) or claims it (أعلن التنظيم مسؤوليته عن …).

    What befell somebody (مقتل, تفجير) is no act of who announces it.
    """
    if any(positions.is_word(at, "claims") for at in range(hit.first - _CLAIM, hit.first)):
        return acting(positions.topic(hit.first))
    if positions.has_word(hit.first - 1, "responsibility"):
        return acting(positions.ending_at(hit.first - 1))  # حملت الحكومة التنظيم مسؤولية الهجوم
    complementizers = positions.reading.knowledge.grammar.complementizers
    for at in _before(positions, hit):
        if positions.form(at) in complementizers:
            break
        if positions.has_word(at, "videos"):
            maker = positions.topic(at)
            return maker.mentions if maker and maker.armed and positions.reading.finite_verb(maker.first - 1) else ()
        if positions.has_word(at, "announcing"):
            party = positions.after(at + 1)
            befell = any(positions.has_word(k, "befallen") for k in range(at, hit.last))
            return party.mentions if party and party.armed and not befell else ()
    return ()


def laid_to(positions: Positions, hit: TriggerHit) -> Mentions:
    """Return whom the sentence goes on to lay the act to (تفجير …، وحملت أنقرة التنظيم مسؤوليته)."""
    for at in range(hit.last, min(hit.last + _LAID, positions.sentence.last)):
        if any(verb.finite and positions.is_verb(verb, "blaming") for verb in positions.reading.verb(at)):
            return blamed(positions, at)
    return ()


def blamed(positions: Positions, at: int) -> Mentions:
    """Return whom an act is laid to (هجوم نسبته أنقرة إلى تنظيم داعش, حملت أنقرة التنظيم مسؤوليته)."""
    to = positions.reading.knowledge.grammar.allatives
    begins = (k + 1 for k in range(at + 1, positions.end(at)) if positions.form(k) in to)
    laid_to = acting(positions.at(next(begins, -1)))
    reach = range(at + 1, min(at + _BLAME, positions.sentence.last))
    answering = (positions.ending_at(k) for k in reach if positions.has_word(k, "responsibility"))
    return laid_to or acting(next(filter(None, answering), None))


def _before(positions: Positions, hit: TriggerHit) -> Iterator[int]:
    """Yield the tokens of the clause before a wording, the nearest first."""
    for at in range(hit.first - 1, max(positions.sentence.first, hit.first - _REACH) - 1, -1):
        if positions.stops(at):
            return
        yield at


def _foiled(positions: Positions, at: int, limit: int) -> bool:
    """Tell whether a word stands here that makes the act another's, stopped by the subject (تمكن من إفشال الهجوم)."""
    cues = positions.reading.knowledge.status.cues.at(positions.reading.tokens, at, limit)
    return any(cue.value == "foiled" for cue in cues) and not positions.reading.finite_verb(at)
