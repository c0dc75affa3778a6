"""Names of actors: those that the analysts' files know, full names and the short ones that go back to them."""

from __future__ import annotations

from marsad.extract.reading import Reading
from marsad.knowledge.schema import ActorEntry
from marsad.model.annotation import ActorMention
from marsad.text.normalize import fold
from marsad.text.phrases import Hit
from marsad.text.segment import QUOTE_MARKS

_ARTICLE = "\u0627\u0644"


def find_actors(reading: Reading) -> tuple[ActorMention, ...]:
    """Return the mentions of known actors, in the order of the text, without overlap.

    A short name (التنظيم) is read as the actor only after a full name of it; ``needs``, ``unless_next`` and
    ``unless_prev`` of an entry are obeyed.
    """
    named: set[str] = set()
    text = fold(reading.document.text)
    mentions: list[ActorMention] = []
    for sentence in reading.sentences:
        at = sentence.first
        while at < sentence.last:
            hit = _name_at(reading, at, sentence.last, named, text)
            if hit:
                actor, _ = hit.value
                named.add(actor.id)
                evidence = reading.bare_evidence(hit.first, _closed(reading, hit.first, hit.last), hit.prefix)
                mentions.append(ActorMention(evidence, actor.id, actor.name, actor.kind, actor.country))
            at = hit.last if hit else at + 1
    return tuple(mentions)


def _name_at(reading: Reading, at: int, limit: int, named: set[str], text: str) -> Hit[tuple[ActorEntry, bool]] | None:
    """Return the longest name that begins at a token and fits there; ``named`` are the actors named in full before."""
    for hit in reading.knowledge.actors.index.at(reading.tokens, at, limit):
        actor, short = hit.value
        if (actor.id in named or not short) and _fits(reading, hit, text):
            return hit
    return None


def _closed(reading: Reading, first: int, last: int) -> int:
    """Return the end of a name with the mark that closes a quotation opened inside it (تنظيم «داعش»)."""
    opened = sum(reading.form(at) in QUOTE_MARKS for at in range(first, last)) % 2
    return last + 1 if opened and last < len(reading.tokens) and reading.form(last) in QUOTE_MARKS else last


def _qualifies(reading: Reading, form: str) -> bool:
    """Tell whether an adjective after a short name makes it somebody else's name."""
    return form.startswith(_ARTICLE) and reading.knowledge.ontology.contexts["qualifiers"].words.has(form)


def _fits(reading: Reading, hit: Hit[tuple[ActorEntry, bool]], text: str) -> bool:
    actor, short = hit.value
    if short and hit.last < len(reading.tokens) and _qualifies(reading, reading.form(hit.last)):
        return False  # القوات الموالية للحكومة
    if any(reading.begins_with(hit.last, words) for words in actor.unless_next):
        return False
    if hit.first and any(reading.ends_with(hit.first - 1, words) for words in actor.unless_prev):
        return False
    return not actor.needs or any(fold(word) in text for word in actor.needs)
