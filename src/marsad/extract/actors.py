"""Names of actors: known ones from the analysts' files, and descriptions of armed or official groups (مسلحون مجهولون)."""

from __future__ import annotations

from marsad.extract.reading import Reading
from marsad.knowledge.schema import ActorEntry
from marsad.model.annotation import ActorMention
from marsad.text.normalize import fold
from marsad.text.phrases import Hit
from marsad.text.segment import Sentence


def find_actors(reading: Reading) -> tuple[ActorMention, ...]:
    """Return the mentions of known actors, in the order of the text, without overlap.

    A short name (التنظيم) is read as the actor only after a full name of it; ``needs``, ``unless_next`` and
    ``unless_prev`` of an entry are obeyed.
    """
    named: set[str] = set()
    mentions: list[ActorMention] = []
    for sentence in reading.sentences:
        for hit in _hits(reading, sentence, named):
            actor, short = hit.value
            if not short:
                named.add(actor.id)
            evidence = reading.bare_evidence(hit.first, hit.last, hit.prefix)
            mentions.append(ActorMention(evidence, actor.id, actor.name, actor.kind, actor.country))
    return tuple(mentions)


def _hits(reading: Reading, sentence: Sentence, named: set[str]) -> list[Hit[tuple[ActorEntry, bool]]]:
    index = reading.knowledge.actors.index
    chosen = []
    at = sentence.first
    while at < sentence.last:
        hit = next((h for h in index.at(reading.tokens, at, sentence.last) if _fits(reading, h, named)), None)
        if hit:
            chosen.append(hit)
            if not hit.value[1]:
                named = named | {hit.value[0].id}
        at = hit.last if hit else at + 1
    return chosen


def _fits(reading: Reading, hit: Hit[tuple[ActorEntry, bool]], named: set[str]) -> bool:
    actor, short = hit.value
    if short and actor.id not in named:
        return False
    if actor.unless_next and hit.last < len(reading.tokens) and _is_one_of(reading.form(hit.last), actor.unless_next):
        return False
    if actor.unless_prev and hit.first and _is_one_of(reading.form(hit.first - 1), actor.unless_prev):
        return False
    return not actor.needs or any(fold(word) in fold(reading.document.text) for word in actor.needs)


def _is_one_of(form: str, words: list[str]) -> bool:
    return any(form == fold(word) for word in words)
