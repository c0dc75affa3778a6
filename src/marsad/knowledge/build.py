"""The searchable knowledge, built of the entries of the analysts' files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from marsad.knowledge import base
from marsad.knowledge.entries import Entries
from marsad.knowledge.files import Located, Model
from marsad.knowledge.schema import ActorEntry, EventTypeFile, OutletEntry, QuestionFile, TriggerEntry
from marsad.knowledge.schema_lexicon import (
    ContentClassesFile,
    ContextEntry,
    ContextsFile,
    CountingFile,
    CueGuard,
    CuesFile,
    GrammarFile,
    SpeakersFile,
    StatusFile,
    VerbFormRow,
)
from marsad.knowledge.words import VerbTable, WordSet
from marsad.model.annotation import CueClass
from marsad.text.dates import date_lexicon
from marsad.text.normalize import fold
from marsad.text.numerals import numeral_lexicon
from marsad.text.phrases import PhraseIndex
from marsad.text.segment import tokenize


def build(entries: Entries, version: str) -> base.Knowledge:
    """Make the searchable knowledge of entries that have no fault; ``version`` is told with every record."""
    lexicon = entries.lexicon
    weights = lexicon.weights
    return base.Knowledge(
        version=version,
        verbs=_verb_table(_plain(entries.verb_forms)),
        cues=_cue_book(_plain(entries.cues), lexicon.content_classes),
        speakers=_speakers(lexicon.speakers),
        not_speakers=WordSet(lexicon.speakers.not_speakers),
        outlet_heads=WordSet(lexicon.speakers.outlets),
        no_outlets=WordSet(lexicon.speakers.no_outlets),
        masculine=WordSet(lexicon.speakers.masculine),
        grammar=_grammar(lexicon.grammar),
        ontology=_ontology(_plain(entries.types), lexicon.contexts),
        status=_status(lexicon.status),
        counting=_counting(lexicon.counting),
        weights=base.Weights(weights.bias, weights.threshold, weights.features),
        actors=_actors(_plain(entries.actors)),
        gazetteer=_gazetteer(entries),
        outlets=_outlets(_plain(entries.outlets)),
        questions=tuple(_question(question) for question in _plain(entries.questions)),
        numerals=numeral_lexicon(lexicon.numerals.model_dump(), lexicon.hedges.model_dump()),
        dates=date_lexicon(lexicon.months.model_dump(), lexicon.calendar_words.model_dump()),
        chrome=lexicon.chrome.model_dump(),
    )


def _plain(located: Sequence[Located[Model]]) -> list[Model]:
    return [found.entry for found in located]


def _phrases(words: Iterable[str]) -> PhraseIndex[str]:
    return PhraseIndex((word, word) for word in words)


def _verb_table(rows: Sequence[VerbFormRow]) -> VerbTable:
    forms: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for row in rows:
        forms[row.form].append((row.verb, tuple(row.tags.split())))
    return VerbTable({form: tuple(readings) for form, readings in forms.items()})


def _speakers(file: SpeakersFile) -> dict[str, str]:
    """Return heads of noun phrases by kind; of a word that stands under two kinds the later one here is meant."""
    kinds = ("media", "institution", "collective", "anonymous", "anonymous_unless_named", "person")
    return {fold(word): kind for kind in kinds for word in getattr(file, kind)}


def _cue_book(files: Sequence[CuesFile], contents: ContentClassesFile) -> base.CueBook:
    verbs: dict[str, base.Cue] = {}
    nouns: list[tuple[str, base.Cue]] = []
    phrases: list[tuple[str, base.Cue]] = []
    impersonal: list[str] = []
    for file in files:
        for lemma, takes in file.verbs.items():
            verbs[lemma] = _verb_cue(file.cue_class, takes, file.guards.get(lemma, CueGuard()))
        taken = frozenset(fold(take) for takes in file.verbs.values() for take in takes) - {"direct"}
        nouns += [(noun, base.Cue(file.cue_class, taken, "noun")) for noun in file.nouns]
        said = frozenset({"clause", "quote"})
        phrases += [(phrase, base.Cue(file.cue_class, said, frame)) for phrase, frame in file.phrases.items()]
        impersonal += file.impersonal
    return base.CueBook(
        verbs=verbs,
        nouns=PhraseIndex(nouns, pronouns=True),
        phrases=PhraseIndex(phrases),
        impersonal=_phrases(impersonal),
        contents=tuple(base.ContentPattern(p.cue_class, _parts(p.pattern), p.cue) for p in contents.patterns),
        neutral=frozenset(contents.applies_to),
        within=contents.within,
    )


def _verb_cue(cue_class: CueClass, takes: Sequence[str], guard: CueGuard) -> base.Cue:
    return base.Cue(
        cue_class,
        frozenset(map(fold, takes)),
        needs=WordSet(guard.needs) if guard.needs else None,
        subjects=WordSet(guard.subjects) if guard.subjects else None,
        unless_next=WordSet(guard.unless_next) if guard.unless_next else None,
        imperfect=None if guard.imperfect is None else frozenset(map(fold, guard.imperfect)),
        impersonal=guard.impersonal,
    )


def _parts(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Return a wording as its fixed parts, folded; between them, where ``...`` stood, up to six words may stand."""
    return tuple(tuple(fold(part).split()) for part in pattern.split("..."))


def _grammar(file: GrammarFile) -> base.Grammar:
    words = {name: WordSet(getattr(file, name)) for name in GrammarFile.model_fields}
    phrases = {
        name: _phrases(getattr(file, name)) for name in ("clause_openers", "turn_words", "conditions", "separators")
    }
    return base.Grammar(**(words | phrases))  # type: ignore[arg-type]


_ARTICLE, _ALEF = "\u0627\u0644", "\u0627"
_NO_TANWIN = ("\u0627", "\u0629", "\u0627\u062a", "\u064a\u0646", "\u0648\u0646", "\u0649")  # -ā, -a, -āt, -īn, -ūn, -ā


def _inflected(phrase: str) -> list[str]:
    """Return a noun phrase as it is, in the indefinite accusative, and definite on every word and on the last one."""
    words = phrase.split()
    if any(word.startswith(_ARTICLE) for word in words):
        return [phrase]
    accusative = [word if word.endswith(_NO_TANWIN) else word + _ALEF for word in words]
    forms = [words, accusative, [_ARTICLE + word for word in words], [*words[:-1], _ARTICLE + words[-1]]]
    return list(dict.fromkeys(" ".join(form) for form in forms))


def _ontology(files: Sequence[EventTypeFile], contexts: ContextsFile) -> base.Ontology:
    verbs: dict[str, list[base.Trigger]] = defaultdict(list)
    nouns: list[tuple[str, base.Trigger]] = []
    for file in files:
        for pos, entries in (("verb", file.verbs), ("noun", file.nouns), ("phrase", file.phrases)):
            for entry in entries:
                trigger = _trigger(file.id, pos, entry)
                if entry.verb:
                    verbs[entry.verb].append(trigger)
                else:
                    nouns += [(inflected, trigger) for word in entry.words for inflected in _inflected(word)]
    people = contexts.contexts["person"].words
    return base.Ontology(
        types={file.id: _event_type(file) for file in files},
        verbs={lemma: tuple(sorted(found, key=lambda t: t.followed_by is None)) for lemma, found in verbs.items()},
        nouns=PhraseIndex(nouns, pronouns=True),
        contexts={name: _context(entry, people) for name, entry in contexts.contexts.items()},
    )


def _trigger(event_type: str, pos: str, entry: TriggerEntry) -> base.Trigger:
    return base.Trigger(
        event_type=event_type,
        pos=pos,
        followed_by=WordSet(entry.followed_by) if entry.followed_by else None,
        needs=tuple(entry.needs),
        unless=tuple(entry.unless),
        near=entry.near,
        unless_prev=WordSet(entry.unless_prev),
        unless_next=WordSet(entry.unless_next),
        weak=entry.weak,
        result=entry.result,
        stative=entry.stative,
        generic=entry.generic,
        counted=entry.counted,
        carried=entry.carried,
    )


def _event_type(file: EventTypeFile) -> base.EventType:
    return base.EventType(
        id=file.id,
        family=file.family,
        rank=file.rank,
        label_ar=file.label.ar,
        label_en=file.label.en,
        frame=file.frame,
        from_place=file.from_place,
        to_place=file.to_place,
        rare=file.rare,
        vouched=tuple(file.vouched),
        wider=frozenset(file.wider),
        refine={name: tuple(contexts) for name, contexts in file.refine.items()},
    )


def _context(entry: ContextEntry, people: Sequence[str]) -> base.Context:
    words = [*entry.words, *(people if entry.people else ())]
    return base.Context(
        words=WordSet(word for word in words if len(tokenize(word)) == 1),
        phrases=_phrases(word for word in entry.words if len(tokenize(word)) > 1),  # سلاح الجو, إف-16
        unless_prev=WordSet(entry.unless_prev),
        actor_kinds=frozenset(entry.actors),
        places=entry.places,
        counts=entry.counts,
    )


def _status(file: StatusFile) -> base.StatusBook:
    cues: list[tuple[str, Any]] = []
    for status in ("denied", "foiled", "planned", "possible"):
        cues += [(wording, status) for wording in getattr(file, status)]
    return base.StatusBook(
        reach=file.reach,
        cues=PhraseIndex(cues),
        purpose=_phrases(file.purpose),
        background=_phrases(file.background),
        led_to=_phrases(file.led_to),
        topics=_phrases(file.topics),
        absent=_phrases(file.absent),
        whichever=WordSet(file.whichever),
        subjunctive=WordSet(file.subjunctive),
        aims=WordSet(file.aims),
        past_perfect=WordSet(file.past_perfect),
        denied_after=_phrases(file.denied_after),
        impossible=_phrases(file.impossible),
        aimed_at=frozenset(file.aimed_at),
        suffered=file.suffered,
        carriers=frozenset(file.carriers),
        qad=WordSet(file.qad),
    )


def _counting(file: CountingFile) -> base.Counting:
    return base.Counting(
        units=file.units,
        cues={unit: WordSet(w for w in u.cues if " " not in w) for unit, u in file.units.items()},
        nouns={unit: WordSet(u.nouns) for unit, u in file.units.items()},
        verbs={verb: unit for unit, u in file.units.items() for verb in u.verbs},
        singular=WordSet(file.persons.singular),
        dual=WordSet(file.persons.dual),
        plural=WordSet(file.persons.plural),
        ambiguous_duals=WordSet(file.ambiguous_duals),
        none=_phrases(file.none),
        either=_phrases(file.either),
        part_of=WordSet(file.part_of),
    )


def _actors(actors: Sequence[ActorEntry]) -> base.Actors:
    index: list[tuple[str, tuple[ActorEntry, bool]]] = []
    for actor in actors:
        names = dict.fromkeys([actor.name, *actor.aliases])
        index += [(name, (actor, False)) for name in names]
        index += [(name, (actor, True)) for name in actor.short if name not in names]
    return base.Actors({actor.id: actor for actor in actors}, PhraseIndex(index))


def _gazetteer(entries: Entries) -> base.Gazetteer:
    rows = _plain(entries.places)
    words = entries.lexicon.place_words
    index = [(name, row) for row in rows for name in dict.fromkeys([row.name, *filter(None, row.variants.split("|"))])]
    return base.Gazetteer(
        by_id={row.id: row for row in rows},
        index=PhraseIndex(index),
        demonyms={fold(form): row.country for row in _plain(entries.demonyms) for form in row.forms.split("|")},
        countries={row.country: row for row in rows if row.kind == "country"},
        words=base.PlaceWords(
            {fold(word): frozenset(kinds) for word, kinds in words.generic.items()},
            _phrases(words.bearings),
            WordSet(words.pairs),
            WordSet(words.directions),
            _phrases(words.not_after),
            WordSet(words.anaphora),
            WordSet(words.vague),
            WordSet(words.same),
            WordSet(words.scenes),
            WordSet(words.acts),
            WordSet(words.unlisted),
            WordSet(words.belonging),
            WordSet(words.not_names),
            WordSet(words.where),
            WordSet(words.appositions),
            WordSet(words.destinations),
            WordSet(words.parts),
            WordSet(words.undergoing),
            WordSet(words.capitals),
            WordSet(words.settlements),
            _phrases(words.no_places),
        ),
    )


def _outlets(outlets: Sequence[OutletEntry]) -> base.Outlets:
    index = [(name, outlet) for outlet in outlets for name in dict.fromkeys([outlet.name, *outlet.aliases])]
    return base.Outlets({outlet.id: outlet for outlet in outlets}, PhraseIndex(index))


def _question(file: QuestionFile) -> base.Question:
    positions = []
    for entry in file.positions:
        for pattern in entry.patterns:
            first, *rest = _parts(pattern)
            positions.append((" ".join(first), base.Position(entry.id, tuple(rest))))
    return base.Question(file.id, frozenset(file.about), PhraseIndex(positions), _phrases(file.negators), file.negated)
