"""Words that name a happening, where their surroundings allow it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from marsad.extract.events.clauses import Scene
from marsad.extract.reading import Reading
from marsad.knowledge.base import Trigger
from marsad.knowledge.words import VerbForm
from marsad.model.annotation import ActorMention
from marsad.text.segment import Sentence

_ARTICLE, _LAM, _WA = "\u0627\u0644", "\u0644", "\u0648"
_CONTEXT = (8, 12)  # words before and after a trigger in which its `needs` must stand
_OWN_MEANS = 3  # words around a trigger whose means nobody who acts can change (إطلاق قذائف هاون)
_MEANS = (24, 10)  # words around a trigger in which its means (طائرات) are told
CARRIER_REACH = 6  # words between a carrier and its noun, the subject among them
_SAME_BREATH = 2  # words between a trigger and a generic one that adds nothing (غارات جوية استهدفت)
_NEAR_CONTEXT = (3, 7)  # the same for a `near` trigger
_CLAUSE_REACH = 5  # words between a relative pronoun and the verb of its clause
_SUBJECT_REACH = 3  # words between a dual verb and the two before it (مسلحان مجهولان هاجما)
_DUALS = ("\u0627\u0646", "\u064a\u0646", "\u0647\u0645\u0627")  # -ān, -ayn; -humā
_NOT_IN_NEWS = ("\u064a", "\u0643", "\u0643\u0645", "\u0643\u0645\u0627")  # -ī, -ka, -kum, -kumā: قتلى is no قتل + ي
_OBJECT_REACH = 6  # words between a verb and the word it must be followed by (أطلق مسلحون مجهولون النار)


class TriggerHit(NamedTuple):
    """Tokens ``[first, last)`` name a happening of ``event_type``."""

    first: int
    last: int
    event_type: str
    trigger: Trigger
    prefix: str
    pronoun: str
    verb: VerbForm | None
    definite: bool


def find_triggers(scene: Scene, sentence: Sentence) -> list[TriggerHit]:
    """Return the triggers of the sentence, left to right, without overlap; those inside an actor's name are none."""
    hits: list[TriggerHit] = []
    at = sentence.first
    while at < sentence.last:
        actor = scene.actor_at.get(at)
        if actor and scene.reading.tokens[at].end < actor.evidence.end:
            at += 1
            while at < sentence.last and scene.reading.tokens[at].start < actor.evidence.end:
                at += 1
            continue
        hit = _at(scene, sentence, at)
        if hit and not (hit.trigger.generic and hits and hit.first - hits[-1].last <= _SAME_BREATH):
            hits.append(hit)
        at = hit.last if hit else at + 1
    return hits


def _at(scene: Scene, sentence: Sentence, at: int) -> TriggerHit | None:
    noun = _noun(scene, sentence, at)
    verb = None if noun and noun.last - noun.first > 1 else _verb(scene, sentence, at)
    return verb or noun


def _verb(scene: Scene, sentence: Sentence, at: int) -> TriggerHit | None:
    reading = scene.reading
    readings = reading.verb(at)
    if not readings or reading.after_preposition(at):
        return None
    whole = any(form.finite and not form.prefix for form in readings)
    for form in readings:
        if whole and form.prefix:
            continue  # وصفت is no و with صفت
        if not form.finite or not any(tag.split(".")[2].startswith("3") for tag in form.tags):
            continue
        if _only_looks_dual(scene, sentence, at, form) or (form.pronoun and _is_noun_of(scene.reading, at)):
            continue
        for trigger in reading.knowledge.ontology.verbs.get(form.lemma, ()):
            if _followed(scene, sentence, at, trigger) and _allowed(scene, sentence, at, at + 1, trigger):
                event_type = _refined(scene, sentence, at, trigger)
                told = at > sentence.first and _describes_somebody(reading, at - 1)
                return TriggerHit(at, at + 1, event_type, trigger, form.prefix, form.pronoun, form, definite=told)
    return None


def _describes_somebody(reading: Reading, at: int) -> bool:
    """Tell whether the relative pronoun at the token says who or what something is, and not when (في الوقت الذي)."""
    grammar = reading.knowledge.grammar
    is_relative = reading.form(at) in grammar.relatives
    return is_relative and not any(h.last == at for h in grammar.clause_openers.at(reading.tokens, max(0, at - 2), at))


def _only_looks_dual(scene: Scene, sentence: Sentence, at: int, form: VerbForm) -> bool:
    """Tell whether a dual has no two before it, so that it is a noun in the accusative (قصفا, فجرا, تفجرا)."""
    if form.pronoun or not all(tag.endswith("d") for tag in form.tags):
        return False
    before = range(max(sentence.first, at - _SUBJECT_REACH), at)
    return not any(scene.reading.form(k).endswith(_DUALS) for k in before)


def _is_noun_of(reading: Reading, at: int) -> bool:
    """Tell whether a word with a pronoun is a noun that names a topic (سيطرته) though it is spelled as a verb."""
    nouns = reading.knowledge.ontology.nouns.at(reading.tokens, at, at + 1)
    return any(hit.pronoun and hit.value.carried for hit in nouns)


def _noun(scene: Scene, sentence: Sentence, at: int) -> TriggerHit | None:
    reading = scene.reading
    for hit in reading.knowledge.ontology.nouns.at(reading.tokens, at, sentence.last):
        if hit.pronoun and reading.feminine(at):
            continue  # نقلة is no نقل of his
        article = _is_definite(reading.form(at), hit.prefix)
        if "ك" in hit.prefix or hit.pronoun in _NOT_IN_NEWS or (hit.pronoun and article):
            continue
        if not _followed(scene, sentence, hit.last - 1, hit.value):
            continue
        if _allowed(scene, sentence, hit.first, hit.last, hit.value):
            definite = article or bool(hit.pronoun)
            event_type = _refined(scene, sentence, hit.first, hit.value)
            return TriggerHit(hit.first, hit.last, event_type, hit.value, hit.prefix, hit.pronoun, None, definite)
    return None


def _is_definite(form: str, prefix: str) -> bool:
    """Tell whether a word has the article behind its particles; that of ل is swallowed to its lam."""
    rest = form[len(prefix) :]
    return rest.startswith(_ARTICLE) or (prefix.endswith(_LAM) and rest.startswith(_LAM))


def _followed(scene: Scene, sentence: Sentence, at: int, trigger: Trigger) -> bool:
    if trigger.followed_by is None:
        return True
    last = min(at + 1 + _OBJECT_REACH, sentence.last)
    return any(scene.reading.form(k) in trigger.followed_by for k in range(at + 1, last))


def _window(sentence: Sentence, first: int, last: int, reach: tuple[int, int] = _CONTEXT) -> tuple[int, int]:
    return max(sentence.first, first - reach[0]), min(sentence.last, last + reach[1])


def _allowed(scene: Scene, sentence: Sentence, first: int, last: int, trigger: Trigger) -> bool:
    if first in scene.timed:
        return False
    before = scene.reading.form(first - 1) if first > sentence.first else ""
    if before and trigger.unless_prev.has(before):
        return False
    if trigger.stative and _describes(scene.reading, sentence, first):
        return False
    carrier = carrier_of(scene.reading, sentence.first, first) if trigger.carried else first
    if carrier is None:
        return False
    if trigger.counted and not any(at in scene.counted for at in range(first - 1, last)):
        return False
    if last < sentence.last and trigger.unless_next.has(scene.reading.form(last)):
        return False
    begin, end = _window(sentence, first, last, _NEAR_CONTEXT) if trigger.near else _window(sentence, carrier, last)
    for need in trigger.needs:
        if not (scene.context_in(need, begin, first) or scene.context_in(need, last, end)):
            return False
    begin, end = _window(sentence, first, last)
    if scene.peaceful or any(scene.context_in(name, begin, end) for name in trigger.unless):
        return False
    proofs = ("conflict", *scene.reading.knowledge.ontology.types[trigger.event_type].vouched)
    return not trigger.weak or any(
        scene.context_in(name, sentence.first, first) or scene.context_in(name, last, sentence.last) for name in proofs
    )


def _describes(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Tell whether a verb tells a state: in a relative clause (المدن التي يحاصرها) or after كان (كانت تسيطر).

    After an indefinite noun the clause has no pronoun but the one that goes back (قرية يسيطر عليها التنظيم).
    """
    before = reading.form(at - 1) if at > sentence.first else ""
    if before.removeprefix(_WA) in reading.knowledge.status.past_perfect:
        return True
    resumed = reading.knowledge.ontology.contexts["resumed"].words
    goes_back = at > sentence.first and at + 1 < sentence.last and reading.form(at + 1) in resumed
    if goes_back and not (reading.clause_mark(at - 1) or reading.form(at - 1).startswith(_ARTICLE)):
        return True
    for k in range(at - 1, max(sentence.first, at - _CLAUSE_REACH) - 1, -1):
        if reading.clause_mark(k):
            return False
        if reading.form(k) in reading.knowledge.grammar.relatives:
            return True
    return False


def _refined(scene: Scene, sentence: Sentence, at: int, trigger: Trigger) -> str:
    refine = scene.reading.knowledge.ontology.types[trigger.event_type].refine
    if not refine:
        return trigger.event_type
    begin, end = _window(sentence, at, at + 1, _MEANS)
    begin = next((k for k in range(at, begin, -1) if _turns(scene, k)), begin)
    for k in sorted(range(begin, end), key=lambda k: abs(k - at)):
        for event_type, contexts in refine.items():
            if any(scene.context_in(name, k, k + 1) for name in contexts):
                return event_type
    return trigger.event_type


def type_by_actors(scene: Scene, hit: TriggerHit, actors: Sequence[ActorMention]) -> str:
    """Return the type that those who act make of an act whose means stand nowhere near (الطيران … حيث قصف بلدات)."""
    refine = scene.reading.knowledge.ontology.types[hit.event_type].refine
    begin, end = max(0, hit.first - _OWN_MEANS), min(len(scene.reading.tokens), hit.last + _OWN_MEANS)
    own = any(scene.context_in(name, begin, end) for name in refine.get(hit.event_type, ()))
    for actor in () if own or not refine else actors:
        first, last = scene.reading.token_at(actor.evidence.start), scene.reading.token_at(actor.evidence.end - 1)
        for precise, contexts in refine.items():
            if any(scene.context_in(name, first, last + 1) for name in contexts):
                return precise
    return hit.event_type


def _turns(scene: Scene, at: int) -> bool:
    """Tell whether another clause begins at the token (فيما, عقب): what stands before it tells of something else."""
    grammar, tokens = scene.reading.knowledge.grammar, scene.reading.tokens
    return bool(grammar.clause_openers.at(tokens, at, len(tokens)) or grammar.separators.at(tokens, at, len(tokens)))


def carrier_of(reading: Reading, begin: int, at: int) -> int | None:
    """Return the nearest verb that carries the happening told by the noun at ``at`` (شن, وقع, تم), if there is one.

    It stands a few words before, in the sentence that begins at token ``begin``.
    """
    carriers = reading.knowledge.status.carriers
    before = range(at - 1, max(begin, at - CARRIER_REACH) - 1, -1)
    return next((k for k in before if any(r.lemma in carriers and r.finite for r in reading.verb(k))), None)
