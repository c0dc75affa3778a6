"""The analysts' folder to a :class:`~marsad.knowledge.base.Knowledge`: read everything, tell all faults at once."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from marsad.errors import KnowledgeError
from marsad.knowledge import base, schema
from marsad.knowledge.files import Faults, read_tsv, read_yaml, read_yaml_list
from marsad.knowledge.words import VerbTable, WordSet
from marsad.text.dates import date_lexicon
from marsad.text.normalize import fold
from marsad.text.numerals import numeral_lexicon
from marsad.text.phrases import PhraseIndex


@dataclass(slots=True)
class Entries:
    """Everything read from the files, each list with (entry, file, line)."""

    cues: list[schema.CuesFile] = field(default_factory=list)
    types: list[schema.EventTypeFile] = field(default_factory=list)
    actors: list[tuple[schema.ActorEntry, Path, int]] = field(default_factory=list)
    outlets: list[tuple[schema.OutletEntry, Path, int]] = field(default_factory=list)
    places: list[tuple[schema.PlaceRow, Path, int]] = field(default_factory=list)
    demonyms: list[schema.DemonymRow] = field(default_factory=list)
    questions: list[schema.QuestionFile] = field(default_factory=list)
    single: dict[str, Any] = field(default_factory=dict)


_SINGLE = {
    "contexts": schema.ContextsFile,
    "speakers": schema.SpeakersFile,
    "grammar": schema.GrammarFile,
    "status": schema.StatusFile,
    "counting": schema.CountingFile,
    "verbs": schema.VerbsFile,
    "place_words": schema.PlaceWordsFile,
    "content_classes": schema.ContentClassesFile,
}
_PLAIN = ("numerals", "hedges", "months", "calendar_words", "chrome")


def load_knowledge(folder: Path) -> base.Knowledge:
    """Read the analysts' folder. Raises :class:`~marsad.errors.KnowledgeError` with every fault found."""
    faults = Faults(folder)
    entries = read_entries(folder, faults)
    if faults.found:
        raise KnowledgeError(faults.found)
    return build(folder, entries)


def read_entries(folder: Path, faults: Faults) -> Entries:
    """Read and validate all files below ``folder``; what does not fit is noted in ``faults``."""
    entries = Entries()
    if not (folder / "ontology").is_dir():
        faults.add(folder, 1, "is not a knowledge folder: it has no ontology/")
        return entries
    for name, model in _SINGLE.items():
        entries.single[name] = read_yaml(folder / "lexicon" / f"{name}.yaml", model, faults)
    entries.cues = [
        c for p in sorted(folder.glob("lexicon/cues/*.yaml")) if (c := read_yaml(p, schema.CuesFile, faults))
    ]
    entries.types = [
        t for p in sorted(folder.glob("ontology/*.yaml")) if (t := read_yaml(p, schema.EventTypeFile, faults))
    ]
    entries.questions = [
        q for p in sorted(folder.glob("questions/*.yaml")) if (q := read_yaml(p, schema.QuestionFile, faults))
    ]
    for path in sorted(folder.glob("actors/*.yaml")):
        entries.actors += [(e, path, line) for e, line in read_yaml_list(path, schema.ActorEntry, faults)]
    for path in sorted(folder.glob("sources/*.yaml")):
        entries.outlets += [(e, path, line) for e, line in read_yaml_list(path, schema.OutletEntry, faults)]
    for path in sorted(folder.glob("gazetteer/*.tsv")):
        if path.name == "demonyms.tsv":
            entries.demonyms = [row for row, _ in read_tsv(path, schema.DemonymRow, faults)]
        else:
            entries.places += [(row, path, line) for row, line in read_tsv(path, schema.PlaceRow, faults)]
    _note_repeated_ids(entries, faults)
    return entries


def _note_repeated_ids(entries: Entries, faults: Faults) -> None:
    kinds: list[list[tuple[Any, Path, int]]] = [entries.actors, entries.outlets, entries.places]
    for kind in kinds:
        seen: set[str] = set()
        for entry, path, line in kind:
            if entry.id in seen:
                faults.add(path, line, f"id {entry.id!r} stands twice")
            seen.add(entry.id)
    for row, path, line in entries.places:
        if row.kind not in schema.PLACE_KINDS:
            faults.add(path, line, f"kind {row.kind!r} is none of: {' '.join(schema.PLACE_KINDS)}")


def knowledge_version(folder: Path) -> str:
    """Return a 12-digit hash of all files of the folder: their names and bytes."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.suffix in (".yaml", ".tsv")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def build(folder: Path, entries: Entries) -> base.Knowledge:
    """Make the searchable knowledge of entries that have no fault."""
    single = entries.single
    plain = {name: _plain(folder / "lexicon" / f"{name}.yaml") for name in _PLAIN}
    return base.Knowledge(
        version=knowledge_version(folder),
        verbs=_verb_table(folder / "lexicon" / "verb_forms.tsv"),
        cues=_cue_book(entries.cues, single["content_classes"]),
        speakers={
            fold(word): kind
            for kind in ("media", "institution", "collective", "anonymous", "anonymous_unless_named", "person")
            for word in getattr(single["speakers"], kind)
        },
        not_speakers=WordSet(single["speakers"].not_speakers),
        grammar=_grammar(single["grammar"]),
        ontology=_ontology(entries.types, single["contexts"]),
        status=_status(single["status"]),
        counting=_counting(single["counting"]),
        actors=_actors(entries.actors),
        gazetteer=_gazetteer(entries),
        outlets=_outlets(entries.outlets),
        questions=tuple(_question(q) for q in entries.questions),
        numerals=numeral_lexicon(plain["numerals"], plain["hedges"]),
        dates=date_lexicon(plain["months"], plain["calendar_words"]),
        chrome=plain["chrome"],
    )


def _plain(path: Path) -> Mapping[str, Any]:
    data = yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    assert isinstance(data, dict)
    return data


def _phrases(words: Iterable[str]) -> PhraseIndex[str]:
    return PhraseIndex((word, word) for word in words)


def _verb_table(path: Path) -> VerbTable:
    forms: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines()[2:]:
        form, lemma, tags = line.split("\t")
        forms[form].append((lemma, tuple(tags.split())))
    return VerbTable({form: tuple(readings) for form, readings in forms.items()})


def _cue_book(files: list[schema.CuesFile], contents: schema.ContentClassesFile) -> base.CueBook:
    verbs: dict[str, base.Cue] = {}
    nouns: list[tuple[str, base.Cue]] = []
    phrases: list[tuple[str, base.Cue]] = []
    impersonal: list[str] = []
    for file in files:
        for lemma, takes in file.verbs.items():
            verbs[lemma] = base.Cue(file.cue_class, frozenset(map(fold, takes)))
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


def _parts(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Return a wording as its fixed parts, folded; between them, where ``...`` stood, up to six words may stand."""
    return tuple(tuple(fold(part).split()) for part in pattern.split("..."))


def _grammar(file: schema.GrammarFile) -> base.Grammar:
    words = {name: WordSet(getattr(file, name)) for name in schema.GrammarFile.model_fields}
    phrases = {name: _phrases(getattr(file, name)) for name in ("clause_openers", "turn_words", "separators")}
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


def _ontology(files: list[schema.EventTypeFile], contexts: schema.ContextsFile) -> base.Ontology:
    people = contexts.contexts["person"].words
    verbs: dict[str, list[base.Trigger]] = defaultdict(list)
    nouns: list[tuple[str, base.Trigger]] = []
    for file in files:
        for pos, triggers in (("verb", file.verbs), ("noun", file.nouns), ("phrase", file.phrases)):
            for entry in triggers:
                trigger = base.Trigger(
                    file.id,
                    pos,
                    WordSet(entry.followed_by) if entry.followed_by else None,
                    tuple(entry.needs),
                    entry.near,
                    WordSet(entry.unless_prev),
                    WordSet(entry.unless_next),
                    entry.weak,
                    entry.result,
                    entry.stative,
                    entry.generic,
                    entry.counted,
                )
                if entry.verb:
                    verbs[entry.verb].append(trigger)
                for form in [*entry.forms, *([entry.phrase] if entry.phrase else [])]:
                    nouns += [(inflected, trigger) for inflected in _inflected(form)]
    return base.Ontology(
        types={
            f.id: base.EventType(
                id=f.id,
                family=f.family,
                rank=f.rank,
                label_ar=f.label.ar,
                label_en=f.label.en,
                from_place=f.from_place,
                wider=frozenset(f.wider),
                refine={k: tuple(v) for k, v in f.refine.items()},
            )
            for f in files
        },
        verbs={lemma: tuple(sorted(found, key=lambda t: t.followed_by is None)) for lemma, found in verbs.items()},
        nouns=PhraseIndex(nouns, pronouns=True),
        contexts={
            name: base.Context(
                WordSet(w for w in (*c.words, *(people if c.people else ())) if " " not in w),
                _phrases(w for w in c.words if " " in w),
                frozenset(c.actors),
                c.places,
                c.counts,
            )
            for name, c in contexts.contexts.items()
        },
    )


def _status(file: schema.StatusFile) -> base.StatusBook:
    cues: list[tuple[str, Any]] = []
    for status in ("denied", "foiled", "planned", "possible"):
        cues += [(wording, status) for wording in getattr(file, status)]
    return base.StatusBook(
        reach=file.reach,
        cues=PhraseIndex(cues),
        purpose=_phrases(file.purpose),
        background=_phrases(file.background),
        past_perfect=WordSet(file.past_perfect),
        aimed_at=frozenset(file.aimed_at),
        suffered=file.suffered,
        qad=WordSet(file.qad),
    )


def _counting(file: schema.CountingFile) -> base.Counting:
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
        part_of=WordSet(w for w in file.part_of if " " not in w),
    )


def _actors(found: list[tuple[schema.ActorEntry, Path, int]]) -> base.Actors:
    index: list[tuple[str, tuple[schema.ActorEntry, bool]]] = []
    for actor, _, _ in found:
        names = dict.fromkeys([actor.name, *actor.aliases])
        index += [(name, (actor, False)) for name in names]
        index += [(name, (actor, True)) for name in actor.short if name not in names]
    return base.Actors({actor.id: actor for actor, _, _ in found}, PhraseIndex(index))


def _gazetteer(entries: Entries) -> base.Gazetteer:
    rows = [row for row, _, _ in entries.places]
    words: schema.PlaceWordsFile = entries.single["place_words"]
    index = [(name, row) for row in rows for name in dict.fromkeys([row.name, *filter(None, row.variants.split("|"))])]
    return base.Gazetteer(
        by_id={row.id: row for row in rows},
        index=PhraseIndex(index),
        demonyms={fold(form): row.country for row in entries.demonyms for form in row.forms.split("|")},
        countries={row.country: row for row in rows if row.kind == "country"},
        words=base.PlaceWords(
            {fold(word): frozenset(kinds) for word, kinds in words.generic.items()},
            WordSet(words.pairs),
            WordSet(words.directions),
            _phrases(words.not_after),
            WordSet(words.anaphora),
        ),
    )


def _outlets(found: list[tuple[schema.OutletEntry, Path, int]]) -> base.Outlets:
    index = [(name, outlet) for outlet, _, _ in found for name in dict.fromkeys([outlet.name, *outlet.aliases])]
    return base.Outlets({outlet.id: outlet for outlet, _, _ in found}, PhraseIndex(index))


def _question(file: schema.QuestionFile) -> base.Question:
    positions = []
    for entry in file.positions:
        for pattern in entry.patterns:
            first, *rest = _parts(pattern)
            positions.append((" ".join(first), base.Position(entry.id, tuple(rest))))
    return base.Question(file.id, frozenset(file.about), PhraseIndex(positions), _phrases(file.negators), file.negated)
