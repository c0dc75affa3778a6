"""Who takes part in what is no attack: crowds that protest, courts and whom they try."""

from __future__ import annotations

from collections.abc import Iterable

from marsad.extract.events.carriers import by_carrier
from marsad.extract.events.descriptions import name_at, phrase_end, thing_of
from marsad.extract.events.parties import Mentions, Roles, struck
from marsad.extract.events.positions import Positions
from marsad.extract.events.triggers import TriggerHit
from marsad.model.annotation import ActorMention
from marsad.text.segment import Kind

_SUBJECT = 7  # tokens after a verb within which the crowd is told (تظاهر أمس في بغداد المئات)
_REACH = 12  # tokens around a noun within which the verb with its crowd or court stands
_OF = 3  # words of whom a crowd is (المئات من أهالي البصرة)
_FORCES = ("force", "coalition")  # who do not protest
_BA, _LAM = "\u0628", "\u0644"


def protesters(positions: Positions, hit: TriggerHit) -> Mentions:
    """Return the crowd of a protest: named by the wording itself, after it, or with the verb that tells of it."""
    if positions.has_word(hit.first, "crowds"):
        return _crowd(positions, hit.first)
    if hit.verb is not None:
        after = _first(_crowd(positions, at) for at in range(hit.last, _limit(positions, hit.last, _SUBJECT)))
        before = positions.before(hit.first)
        return after or (_crowd(positions, before.first) if before else ())
    own = _crowd(positions, hit.last)
    joined = (at for at in range(hit.last, positions.end(hit.last)) if positions.has_verb(at, "protesting"))
    carried = (at for at in _backwards(positions, hit) if positions.has_verb(at, "protesting"))
    told = (_crowd_of(positions, at) for verbs in (joined, carried) for at in verbs)
    return own or _first(told) or by_carrier(positions, hit).actors


def tried(positions: Positions, hit: TriggerHit) -> Roles:
    """Return the court (or who prosecutes) and the accused."""
    clause = [*_backwards(positions, hit), *range(hit.last, positions.end(hit.last))]
    court = _first(_described(positions, at, "courts") for at in clause)
    return Roles(court or by_carrier(positions, hit).actors, _accused(positions, hit))


def _accused(positions: Positions, hit: TriggerHit) -> Mentions:
    """Return who stands in the genitive of a trial, or after على, بحق, ضد, إلى or ب (حكم الإعدام بثلاثة إرهابيين)."""
    to = positions.reading.knowledge.grammar.allatives
    after = range(hit.last, positions.end(hit.last))
    charged = [at for at in _backwards(positions, hit) if positions.form(at - 1) in to]
    sentenced = [at for at in after if positions.is_word(at - 1, "against")]
    for at in (*after[:1], *charged, *sentenced):
        party, of_trial = positions.at(at), positions.is_word(hit.last - 1, "trials")
        if party and party.told_as != "state" and not positions.has_word(at, "courts"):
            if at != hit.last or party.prefix in ("", _BA):
                return struck(party)
        elif party is None and (at != hit.last or of_trial):
            name = name_at(positions.scene, at, positions.sentence.last)
            if name:
                return (name,)
    return ()


def _crowd_of(positions: Positions, verb: int) -> Mentions:
    """Return the crowd that a verb tells of, after it or before."""
    limit = _limit(positions, verb + 1, _SUBJECT)
    after, before = _first(_crowd(positions, at) for at in range(verb + 1, limit)), positions.before(verb)
    return after or (_crowd(positions, before.first) if before else ())


def _crowd(positions: Positions, at: int) -> Mentions:
    """Return the crowd told at a token: people with or without their number (المئات, آلاف من أهالي البصرة)."""
    reading, party = positions.reading, positions.at(at)
    if reading.after_preposition(at) or not positions.form(at):
        return ()
    if party and party.acts and party.prefix in ("", _LAM):
        return () if party.mentions and party.mentions[0].kind in _FORCES else party.mentions
    if positions.has_word(at, "masses"):
        last = at + 1
        if positions.form(last) in reading.knowledge.grammar.ablatives:
            last = reading.noun_phrase_end(last + 1, positions.sentence.last, longest=_OF)
        evidence = reading.evidence(at, last)
        return (ActorMention(evidence, None, evidence.quote, "description"),)
    return _described(positions, at, "crowds")


def _described(positions: Positions, at: int, name: str) -> Mentions:
    """Return the description that begins at a token with a word of a context."""
    known = positions.scene.actor_at.get(at)
    if not positions.has_word(at, name) or positions.reading.after_preposition(at):
        return ()
    if known:
        return (known,)
    prefix = thing_of(positions.scene, at, name)
    last = phrase_end(positions.scene, at, positions.sentence.last, prefix)
    evidence = positions.reading.bare_evidence(at, last, prefix)
    return (ActorMention(evidence, None, evidence.quote, "description"),)


def _backwards(positions: Positions, hit: TriggerHit) -> range:
    return range(hit.first - 1, max(positions.sentence.first, hit.first - _REACH) - 1, -1)


def _limit(positions: Positions, first: int, reach: int) -> int:
    """Return where to stop looking: at a mark or after ``reach`` tokens."""
    limit = min(first + reach, positions.sentence.last)
    marks = (at for at in range(first, limit) if positions.reading.tokens[at].kind is Kind.MARK)
    return next(marks, limit)


def _first(told: Iterable[Mentions]) -> Mentions:
    return next(filter(None, told), ())
