"""Where the noun phrases that describe somebody end, and as what their words name him."""

from __future__ import annotations

from typing import Literal

from marsad.extract.events.clauses import Scene
from marsad.model.annotation import ActorMention
from marsad.text.morphology import splits, without_pronoun
from marsad.text.normalize import fold
from marsad.text.segment import QUOTE_MARKS, Kind

PartyKind = Literal["actor", "state", "group", "person", "site"]

_CLASSES: tuple[tuple[str, PartyKind], ...] = (("person", "person"), ("somebody", "group"), ("sites", "site"))
_ARTICLE, _ALEF, _WAW, _YA, _LAM = "\u0627\u0644", "\u0627", "\u0648", "\u064a", "\u0644"
_TA_MARBUTA = "\u0629"  # -a
_ARTICLES = ("\u0644\u0644", "\u0628\u0627\u0644", "\u0643\u0627\u0644", "\u0641\u0627\u0644")  # lil-, bil-, kal-, fal-
_SOUND_PLURALS = ("\u064a\u0646", "\u0648\u0646")  # -īn, -ūn
_LONGEST = 4  # words of a description (طائرات حربية تركية مقاتلة)
_NAME_WORDS = 3  # words of a person's name after a title (القيادي أبو ولاء التونسي)


def class_of(scene: Scene, at: int, *, counted: bool) -> tuple[PartyKind, str, bool] | None:
    """Return as what the word names somebody, the particles attached to it, and whether a pronoun is."""
    reading = scene.reading
    contexts = reading.knowledge.ontology.contexts
    demonyms, counting = reading.knowledge.gazetteer.demonyms, reading.knowledge.counting
    for split in splits(reading.form(at)):
        stems = _stems(split.rest)
        for name, kind in _CLASSES:
            if any(stem in contexts[name].words for stem in stems):
                return kind, split.prefix, False
        if any(stem in words for stem in stems for words in (counting.singular, counting.dual, counting.plural)):
            return "person", split.prefix, False
        people = counted or (split.rest.startswith(_ARTICLE) and split.rest.endswith(_SOUND_PLURALS))
        if people and any(stem in demonyms for stem in stems):
            return "person", split.prefix, False
        for name, kind in _CLASSES:
            if any(stem in contexts[name].words for stem in _owned_stems(scene, at, split.rest)):
                return kind, split.prefix, True
    return None


def phrase_end(scene: Scene, first: int, limit: int, prefix: str) -> int:
    """Return where a description ends: adjectives and genitives go on it as long as their definiteness fits."""
    reading = scene.reading
    definite = reading.form(first)[len(prefix) :].startswith(_ARTICLE) or prefix.endswith(_LAM + _LAM)
    titled = reading.knowledge.speakers.get(reading.form(first)[len(prefix) :]) in ("person", "anonymous_unless_named")
    plural = reading.form(first).endswith(_SOUND_PLURALS)
    at = first + 1
    longest = _LONGEST
    while at < min(first + longest, limit):
        form = reading.form(at)
        if reading.tokens[at].kind is not Kind.WORD or reading.ends_phrase(at) or _opens_another(scene, at):
            break
        if _is_accusative(scene, form) and not _is_accusative(scene, reading.form(first)[len(prefix) :]):
            break  # قتل مستوطن فلسطينيا
        if plural and not form.endswith(_SOUND_PLURALS) and class_of(scene, at, counted=False):
            break  # مسلحون حاجزا: a plural in -ūn has no genitive
        if definite and not form.startswith(_ARTICLE):
            if not titled:
                break
            longest = min(longest, _NAME_WORDS + 1)
        if at in scene.actor_at:
            return mention_end(scene, scene.actor_at[at], at, limit)
        definite = definite or form.startswith(_ARTICLE)
        at += 1
    labelled = any(stem in reading.knowledge.numerals.labels for stem in _stems(reading.form(first)[len(prefix) :]))
    return at + (labelled and at < limit and reading.tokens[at].kind is Kind.NUMBER)  # الفرقة 30


def _is_accusative(scene: Scene, form: str) -> bool:
    """Tell whether a word for somebody ends in the alef of the indefinite accusative."""
    knowledge, stem = scene.reading.knowledge, form.removesuffix(_ALEF)
    return stem != form and (stem in knowledge.gazetteer.demonyms or stem in knowledge.counting.singular)


def mention_end(scene: Scene, mention: ActorMention, at: int, limit: int) -> int:
    """Return where a known name that begins at a token ends, with an epithet after it (تنظيم داعش الإرهابي)."""
    tokens = scene.reading.tokens
    end = at + 1
    while end < limit and tokens[end].start < mention.evidence.end:
        end += 1
    epithets = scene.reading.knowledge.ontology.contexts["epithets"].words
    return end + (end < limit and end not in scene.actor_at and tokens[end].form in epithets)


def attached(scene: Scene, at: int, start: int) -> str:
    """Return the folded letters of token ``at`` that stand before offset ``start``."""
    token = scene.reading.tokens[at]
    return token.form[: start - token.start]


def past_number(scene: Scene, first: int, limit: int) -> int:
    """Step over what counts the people named after it (ثلاثة جنود, عدد من عناصر) and over an opening quotation mark."""
    reading, at = scene.reading, first
    counters = reading.knowledge.ontology.contexts["counters"].words
    numerals, of = reading.knowledge.numerals.words, reading.knowledge.grammar.ablatives
    while at < limit and at not in scene.actor_at:
        form = reading.form(at)
        number = reading.tokens[at].kind is Kind.NUMBER or form in numerals or counters.has(form)
        number = number or form in QUOTE_MARKS or form in ("(", _WAW) or (form in of and at > first)
        if not number:
            break
        at += 1
    return at


def state_by_adjective(scene: Scene, at: int) -> ActorMention | None:
    """Return the state whose adjective stands at a token (الغارات التركية)."""
    reading = scene.reading
    gazetteer = reading.knowledge.gazetteer
    country = gazetteer.demonyms.get(reading.form(at).removeprefix(_ARTICLE))
    if country is None or country not in gazetteer.countries:
        return None
    evidence = reading.evidence(at, at + 1)
    return ActorMention(evidence, None, gazetteer.countries[country].name, "state", country)


def name_at(scene: Scene, at: int, limit: int) -> ActorMention | None:
    """Return the person, known to no list, whose name or trade begins at a token (مقتل سائق, مقتل محسن الفضلي)."""
    reading = scene.reading
    if at >= limit or reading.tokens[at].kind is not Kind.WORD or reading.ends_phrase(at) or at in scene.place_at:
        return None
    anyone = reading.knowledge.ontology.contexts["anyone"].words
    if _opens_another(scene, at) or past_number(scene, at, limit) > at or anyone.has(reading.form(at)):
        return None
    last = phrase_end(scene, at, limit, "")
    evidence = reading.evidence(at, last)
    return ActorMention(evidence, None, evidence.quote, "description")


def thing_of(scene: Scene, at: int, name: str) -> str:
    """Return the particles attached to a word of a context."""
    words = scene.reading.knowledge.ontology.contexts[name].words
    found = (s.prefix for s in splits(scene.reading.form(at)) if any(stem in words for stem in _stems(s.rest)))
    return next(found, "")


def thing_at(scene: Scene, at: int, limit: int) -> ActorMention | None:
    """Return the weapons or the hideout named at a token (أربع عبوات ناسفة): what a seizure takes."""
    contexts = scene.reading.knowledge.ontology.contexts
    for split in splits(scene.reading.form(at)):
        if any(stem in contexts[name].words for stem in _stems(split.rest) for name in ("weapons", "hideouts")):
            evidence = scene.reading.bare_evidence(at, phrase_end(scene, at, limit, split.prefix), split.prefix)
            return ActorMention(evidence, None, evidence.quote, "description")
    return None


def _stems(word: str) -> list[str]:
    """Return a word as it is, without its article and without the ending of the accusative."""
    bare = word.removeprefix(_ARTICLE)
    return [word, bare, bare.removesuffix(_ALEF)]


def _owned_stems(scene: Scene, at: int, word: str) -> list[str]:
    """Return a word without a pronoun (عناصره); the ending of مقاتلة is none."""
    reading = scene.reading
    if reading.text.text[reading.tokens[at].end - 1] == _TA_MARBUTA:
        return []
    return [stem for stem, _ in without_pronoun(word)]


def _opens_another(scene: Scene, at: int) -> bool:
    """Tell whether the word begins something else: joined by و, with a particle of its own, a number, a verb."""
    reading = scene.reading
    form = reading.form(at)
    known = scene.actor_at.get(at) or scene.place_at.get(at)
    if known and known.evidence.start > reading.tokens[at].start:
        return True
    if form.startswith((_WAW, *_ARTICLES)) or form in reading.knowledge.numerals.words or at in scene.timed:
        return True
    contexts = reading.knowledge.ontology.contexts
    if contexts["objects"].words.has(form) or form in contexts["agents"].words or _tells_act(scene, at):
        return True
    if form in reading.knowledge.grammar.locatives:
        return True
    if any(r.finite and fold(r.lemma).startswith(_ARTICLE) for r in reading.verb(at)):
        return True  # التحق is a verb for all its ال
    return form.startswith(_YA) and len(form) > 3 and form not in reading.knowledge.gazetteer.demonyms


def _tells_act(scene: Scene, at: int) -> bool:
    """Tell whether an act is told here (جندي باطلاق نار, مسلحون تنفيذ هجوم) rather than a quality (مهاجم انتحاري)."""
    reading = scene.reading
    ontology, form = reading.knowledge.ontology, reading.form(at)
    if form in ontology.contexts["doings"].words:
        return True
    acts = ontology.nouns.at(reading.tokens, at, len(reading.tokens))
    return any(hit.prefix for hit in acts) or (bool(acts) and not ontology.contexts["suicide"].words.has(form))
