"""Who did it to whom: the actors and targets of a happening, as its wordings tell them (see :mod:`.roles`)."""

from __future__ import annotations

from marsad.extract.events.civil import protesters, tried
from marsad.extract.events.clauses import Scene
from marsad.extract.events.happenings import Happening
from marsad.extract.events.parties import Mentions, Roles
from marsad.extract.events.positions import Positions
from marsad.extract.events.roles import roles_of, seized
from marsad.extract.events.sides import met, sides_of
from marsad.extract.events.triggers import TriggerHit
from marsad.model.annotation import ActorMention
from marsad.text.normalize import fold

_TWO_SIDED, _SEIZURE, _PROTEST, _TRIAL = "clash", "weapons_seizure", "protest", "trial"
_FORCES, _TWO = ("armed_group", "force", "coalition"), 2
_ARTICLE = "\u0627\u0644"


def participants(positions: Positions, happening: Happening, head: TriggerHit) -> tuple[Mentions, Mentions]:
    """Return actors and targets: those that the head's wording tells, else those of another wording of the happening.

    Both sides of a clash act; where only one is told, the other is that of the victims.
    """
    scene = positions.scene
    hits = [head, *(hit for hit in happening.hits if hit is not head)]
    if head.event_type == _TWO_SIDED:
        sides = _distinct(sides_of(positions, head), ())
        if len(sides) == 1:
            sides += _distinct(met(positions, head), sides)[:1]
        if len(sides) < _TWO:
            victims = (mention for hit in hits if hit.trigger.result for mention in roles_of(positions, hit).targets)
            known = head.definite and not sides  # قتل جندي في الاشتباكات: of whom the text told before
            fighters = (m for m in victims if (m.kind in _FORCES if known else _fights(scene, m)))
            sides += _distinct(tuple(fighters), sides)[: _TWO - len(sides)]
        return _in_full(scene, sides), ()
    if head.event_type == _PROTEST:
        return _in_full(scene, _distinct(protesters(positions, head), ())), ()
    if head.event_type == _TRIAL:
        roles = tried(positions, head)
        return _in_full(scene, _distinct(roles.actors, roles.targets)), _in_full(scene, roles.targets)
    told = [roles_of(positions, hit) for hit in hits]
    if head.event_type == _SEIZURE:
        told.insert(0, Roles(told[0].actors, seized(positions, head)))
    struck = [*(roles.targets for roles in told), *(roles.spot for roles in told)]
    targets = _distinct(next(filter(None, struck), ()), ())
    actors = next((roles.actors for roles in told if roles.actors), ())
    return _in_full(scene, _distinct(actors, targets)), _in_full(scene, targets)


def _fights(scene: Scene, mention: ActorMention) -> bool:
    """Tell whether who came to harm is of one of the sides: a known force or group, soldiers, gunmen."""
    contexts, first = scene.reading.knowledge.ontology.contexts, fold(mention.evidence.quote.split()[0])
    return mention.kind in _FORCES or any(contexts[name].words.has(first) for name in ("military", "fighters"))


def _distinct(mentions: Mentions, others: Mentions) -> Mentions:
    """Return each mention once, without those of ``others``."""
    seen = {mention.evidence for mention in others}
    return tuple(dict.fromkeys(mention for mention in mentions if mention.evidence not in seen))


def _in_full(scene: Scene, mentions: Mentions) -> Mentions:
    """Return, for a short name (التنظيم), the nearest mention before it in full (تنظيم داعش)."""
    return _distinct(tuple(_full(scene, mention) for mention in mentions), ())


def _full(scene: Scene, mention: ActorMention) -> ActorMention:
    if not _is_short(scene, mention):
        return mention
    same = (other for other in reversed(scene.actor_at.values()) if other.actor_id == mention.actor_id)
    before = (other for other in same if other.evidence < mention.evidence and not _is_short(scene, other))
    return next(before, mention)


def _is_short(scene: Scene, mention: ActorMention) -> bool:
    entry = scene.reading.knowledge.actors.by_id.get(mention.actor_id or "")
    said = fold(mention.evidence.quote)
    return entry is not None and any(said in (fold(name), fold(name).removeprefix(_ARTICLE)) for name in entry.short)
