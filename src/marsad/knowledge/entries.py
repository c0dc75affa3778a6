"""The analysts' folder read and validated file by file; what is wrong is noted with its line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_type_hints

from marsad.knowledge.files import Faults, Located, Model, read_tsv, read_yaml, read_yaml_list
from marsad.knowledge.schema import ActorEntry, DemonymRow, EventTypeFile, OutletEntry, PlaceRow, QuestionFile
from marsad.knowledge.schema_lexicon import (
    ContentClassesFile,
    ContextsFile,
    CountingFile,
    CuesFile,
    GrammarFile,
    PlaceWordsFile,
    SpeakersFile,
    StatusFile,
    VerbFormRow,
    VerbsFile,
    WeightsFile,
)
from marsad.knowledge.schema_writing import CalendarWordsFile, ChromeFile, HedgesFile, MonthsFile, NumeralsFile


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The files ``lexicon/<name>.yaml`` by their names."""

    verbs: VerbsFile
    contexts: ContextsFile
    content_classes: ContentClassesFile
    speakers: SpeakersFile
    grammar: GrammarFile
    status: StatusFile
    counting: CountingFile
    weights: WeightsFile
    place_words: PlaceWordsFile
    numerals: NumeralsFile
    hedges: HedgesFile
    months: MonthsFile
    calendar_words: CalendarWordsFile
    chrome: ChromeFile


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything that stands in the files of ``folder``."""

    folder: Path
    lexicon: Lexicon
    verb_forms: Sequence[Located[VerbFormRow]]
    cues: Sequence[Located[CuesFile]]
    types: Sequence[Located[EventTypeFile]]
    questions: Sequence[Located[QuestionFile]]
    actors: Sequence[Located[ActorEntry]]
    outlets: Sequence[Located[OutletEntry]]
    places: Sequence[Located[PlaceRow]]
    demonyms: Sequence[Located[DemonymRow]]

    def in_lexicon(self, name: str) -> Path:
        """Return the path of a file of the lexicon."""
        return self.folder / "lexicon" / f"{name}.yaml"


def read_entries(folder: Path, faults: Faults) -> Entries | None:
    """Read and validate all files below ``folder``; where anything does not fit, note it and return ``None``."""
    if not (folder / "ontology").is_dir():
        faults.add(folder, 1, "is not a knowledge folder: it has no ontology/")
        return None
    lexicon = _read_lexicon(folder, faults)
    verb_forms = read_tsv(folder / "lexicon" / "verb_forms.tsv", VerbFormRow, faults)
    cues = _read_files(folder, "lexicon/cues", CuesFile, lambda file: file.cue_class, faults)
    types = _read_files(folder, "ontology", EventTypeFile, lambda file: file.id, faults)
    questions = _read_files(folder, "questions", QuestionFile, lambda file: file.id, faults)
    actors = _read_lists(folder, "actors", ActorEntry, faults)
    outlets = _read_lists(folder, "sources", OutletEntry, faults)
    demonyms = folder / "gazetteer" / "demonyms.tsv"
    tables = [path for path in sorted(folder.glob("gazetteer/*.tsv")) if path != demonyms]
    places = [row for path in tables for row in read_tsv(path, PlaceRow, faults)]
    forms = read_tsv(demonyms, DemonymRow, faults)
    for kind in (actors, outlets, places):
        _note_repeated_ids(kind, faults)
    if lexicon is None or faults.found:
        return None
    return Entries(folder, lexicon, verb_forms, cues, types, questions, actors, outlets, places, forms)


def _read_lexicon(folder: Path, faults: Faults) -> Lexicon | None:
    forms = get_type_hints(Lexicon)
    files: dict[str, Any] = {
        name: read_yaml(folder / "lexicon" / f"{name}.yaml", form, faults) for name, form in forms.items()
    }
    return None if None in files.values() else Lexicon(**files)


def _read_files(
    folder: Path, below: str, form: type[Model], name: Callable[[Model], str], faults: Faults
) -> list[Located[Model]]:
    """Read files of one entry each; its ``name`` must be that of the file."""
    found = []
    for path in sorted((folder / below).glob("*.yaml")):
        entry = read_yaml(path, form, faults)
        if entry is None:
            continue
        if name(entry) != path.stem:
            faults.add(path, 1, f"must be named {name(entry)}.yaml")
        found.append(Located(entry, path, 1))
    return found


def _read_lists(folder: Path, below: str, form: type[Model], faults: Faults) -> list[Located[Model]]:
    return [entry for path in sorted((folder / below).glob("*.yaml")) for entry in read_yaml_list(path, form, faults)]


def _note_repeated_ids(found: Sequence[Located[Any]], faults: Faults) -> None:
    seen: set[str] = set()
    for entry, path, line in found:
        if entry.id in seen:
            faults.add(path, line, f"id {entry.id!r} stands twice")
        seen.add(entry.id)
