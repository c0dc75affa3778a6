"""Who did it to whom: the actors and targets of a happening."""

from __future__ import annotations

from marsad.extract.events.clauses import Scene
from marsad.extract.events.happenings import Happening
from marsad.extract.events.triggers import TriggerHit
from marsad.model.annotation import ActorMention
from marsad.model.span import Evidence
from marsad.text.segment import Kind, Sentence

_REACH = 14  # tokens around a trigger in which its participants stand


def participants(
    scene: Scene, sentence: Sentence, happening: Happening, head: TriggerHit
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
    """Return actors and targets, by the grammar of the trigger: a verb's subject and object, a noun's على and its agent."""
    phrases = _phrases(scene, max(sentence.first, head.first - _REACH), min(sentence.last, head.last + _REACH))
    before = [p for p in phrases if p[1] <= head.first]
    after = [p for p in phrases if p[0] >= head.last]
    if head.event_type == "clash":
        found = [*before[-1:], *after[:2]]
        return tuple(_mention(scene, p) for p in found), ()
    actors: list[tuple[int, int]] = []
    targets: list[tuple[int, int]] = []
    if not _passive_like(scene, head):
        if after and after[0][0] - head.last <= 2 and not _is_object(scene, after[0][0], head):
            actors.append(after[0])
            targets += after[1:2]
        else:
            actors += before[-1:]
            targets += after[:1]
    else:
        for phrase in after:
            (targets if _is_object(scene, phrase[0], head) or head.trigger.result else actors).append(phrase)
        if not actors:
            actors += [p for p in before if not _is_object(scene, p[0], head)][-1:]
    return tuple(_mention(scene, p) for p in actors[:1]), tuple(_mention(scene, p) for p in targets[:1])


def _passive_like(scene: Scene, head: TriggerHit) -> bool:
    """Tell whether the trigger has no subject that acts: a noun, a passive, or قتل before its victims."""
    if head.verb is None or all(".pass." in tag for tag in head.verb.tags):
        return True
    nxt = head.last
    tokens = scene.reading.tokens
    return (
        head.trigger.result
        and nxt < len(tokens)
        and (tokens[nxt].kind is Kind.NUMBER or scene.reading.knowledge.counting.plural.has(tokens[nxt].form))
    )


def _is_object(scene: Scene, at: int, head: TriggerHit) -> bool:
    """Tell whether the words before the phrase mark it as what is hit (على, ضد, مواقع ل…)."""
    reading = scene.reading
    before = (k for k in range(max(0, at - 2), at) if not head.first <= k < head.last)
    return any(reading.form(k) in reading.knowledge.grammar.object_marks for k in before)


def _phrases(scene: Scene, first: int, last: int) -> list[tuple[int, int]]:
    """Return the noun phrases in the range that name somebody: known actors, armed or official groups, states."""
    reading = scene.reading
    found: list[tuple[int, int]] = []
    at = first
    while at < last:
        end = 0
        if at in scene.actor_at:
            end = at + 1
            while end < last and reading.tokens[end].start < scene.actor_at[at].evidence.end:
                end += 1
        elif reading.tokens[at].kind is Kind.WORD and _names_somebody(scene, at):
            end = reading.noun_phrase_end(at, last, longest=4)
        if end > at:
            found.append((at, end))
        at = max(end, at + 1)
    return found


def _names_somebody(scene: Scene, at: int) -> bool:
    reading = scene.reading
    contexts = reading.knowledge.ontology.contexts
    place = scene.place_at.get(at)
    if place:
        return (
            place.kind == "country" and reading.form(at - 1) not in reading.knowledge.grammar.locatives if at else True
        )
    form = reading.form(at)
    return any(contexts[name].words.has(form) for name in ("person", "somebody"))


def _mention(scene: Scene, phrase: tuple[int, int]) -> ActorMention:
    known = scene.actor_at.get(phrase[0])
    if known:
        return known
    evidence: Evidence = scene.reading.evidence(*phrase)
    return ActorMention(evidence, None, evidence.quote, "description")
