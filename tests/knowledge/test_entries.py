from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from marsad.errors import Fault
from marsad.knowledge.entries import Entries, read_entries
from marsad.knowledge.files import Faults

Edit = Callable[[str, str, str], int]
IRAQ = {
    "Anbar", "Babil", "Baghdad", "Basra", "Dhi Qar", "Diyala", "Duhok", "Erbil", "Halabja", "Karbala", "Kirkuk",
    "Maysan", "Muthanna", "Najaf", "Nineveh", "Qadisiyyah", "Salah al-Din", "Sulaymaniyah", "Wasit",
}  # fmt: skip
SYRIA = {
    "Aleppo", "Damascus", "Daraa", "Deir ez-Zor", "Hama", "Hasakah", "Homs", "Idlib", "Latakia", "Quneitra", "Raqqa",
    "Rif Dimashq", "Suwayda", "Tartus",
}  # fmt: skip


def faults_of(folder: Path) -> list[Fault]:
    faults = Faults(folder)
    assert (read_entries(folder, faults) is None) == bool(faults.found)
    return faults.found


@pytest.fixture(scope="module")
def real(knowledge_folder: Path) -> Entries:
    entries = read_entries(knowledge_folder, Faults(knowledge_folder))
    assert entries is not None
    return entries


def test_the_analysts_know_enough(real: Entries) -> None:
    cues = [cues.entry for cues in real.cues]
    assert len(real.types) == 21
    assert len(cues) == 10
    assert sum(len(c.verbs) + len(c.nouns) + len(c.phrases) + len(c.impersonal) for c in cues) >= 100
    assert len(real.actors) >= 200
    assert len(real.places) >= 900
    assert len(real.outlets) >= 60
    assert "isis_outlook" in [question.entry.id for question in real.questions]


@pytest.mark.parametrize(("country", "names"), [("IQ", IRAQ), ("SY", SYRIA)])
def test_all_governorates_stand_in_the_gazetteer(country: str, names: set[str], real: Entries) -> None:
    rows = [row.entry for row in real.places]
    assert {row.admin1 for row in rows if row.kind == "governorate" and row.country == country} == names


def test_every_event_type_has_its_crosswalk(real: Entries) -> None:
    for kind, path, _ in real.types:
        assert kind.acled.event, path
        assert kind.acled.sub_event, path
        assert kind.plover is None or kind.plover.event.isupper(), path


def test_a_good_folder_has_no_faults(folder: Path) -> None:
    assert faults_of(folder) == []


def test_three_faults_in_three_files_are_told_at_once(folder: Path, edit: Edit) -> None:
    in_yaml = edit("ontology/killing.yaml", "  - {verb: ذبح}", "  - {verb: ذبح")
    in_entry = edit("actors/isis.yaml", "  parent: isis", "  paernt: isis")
    in_table = edit("gazetteer/iraq.tsv", "35.3\t43.8", "35.3\teast")
    told = faults_of(folder)
    assert [(fault.file, fault.line) for fault in told] == [
        ("actors/isis.yaml", in_entry),
        ("gazetteer/iraq.tsv", in_table),
        ("ontology/killing.yaml", in_yaml + 1),
    ]
    assert [fault.message.partition(":")[0] for fault in told] == ["paernt", "longitude", "not YAML"]
    assert str(told[1]).startswith(f"gazetteer/iraq.tsv:{in_table}: longitude: Input should be a valid number")


STRICT = {
    "numerals: a unit above nine": ("lexicon/numerals.yaml", "  9: [تسعة, تسع]", "  11: [تسعة, تسع]", "units.11.[key]"),
    "numerals: half a scale": (
        "lexicon/numerals.yaml",
        "  1000: {singular: [ألف], ",
        "  1000: {",
        "scales.1000.singular",
    ),
    "numerals: a wrong qualifier": (
        "lexicon/numerals.yaml",
        "high: 7, qualifier: exact",
        "high: 7, qualifier: sure",
        "examples.0.qualifier",
    ),
    "hedges: another key": ("lexicon/hedges.yaml", "about:\n  before:", "about:\n  befor:", "about.befor"),
    "months: a thirteenth": ("lexicon/months.yaml", "  12: [كانون الأول,", "  13: [كانون الأول,", "gregorian.13.[key]"),
    "calendar: an unknown day": ("lexicon/calendar_words.yaml", "  friday: [", "  fryday: [", "weekdays.fryday"),
    "calendar: an unquoted date": (
        "lexicon/calendar_words.yaml",
        'published: "2015-07-25"',
        "published: 2015-07-25",
        "examples.1.published",
    ),
    "chrome: an unknown place on a page": (
        "lexicon/chrome.yaml",
        "  signs: [انتهى",
        "  sings: [انتهى",
        "end_mark.sings.[key]",
    ),
    "chrome: a number": ("lexicon/chrome.yaml", "  writers: [كتب,", "  writers: [12,", "byline.writers.0"),
    "place words: an unknown kind": ("lexicon/place_words.yaml", "  سد: [dam]", "  سد: [damm]", "generic.سد.0"),
    "contexts: an unknown kind of actor": (
        "lexicon/contexts.yaml",
        "actors: [force,",
        "actors: [troops,",
        "contexts.military.actors.0",
    ),
    "content classes: a gap at the begin": (
        "lexicon/content_classes.yaml",
        '"على ... أن"',
        '"... أن"',
        "patterns.0.pattern",
    ),
    "ontology: a trigger of two kinds": (
        "ontology/killing.yaml",
        "{verb: اغتال}",
        "{verb: اغتال, phrase: قضى نحبه}",
        "verbs.1",
    ),
    "gazetteer: an unknown kind": ("gazetteer/iraq.tsv", "\ttown\t", "\tcastle\t", "kind"),
    "verb forms: a missing cell": (
        "lexicon/verb_forms.tsv",
        "\tpast.act.3ms",
        "",
        "2 cells, must be 3 (tab-separated)",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "where"), STRICT.values(), ids=STRICT)
def test_what_does_not_fit_the_form_is_a_fault(
    file: str, old: str, new: str, where: str, folder: Path, edit: Edit
) -> None:
    line = edit(file, old, new) + old[: old.rfind("\n") + 1].count("\n")
    told = faults_of(folder)
    assert (file, where) in [(fault.file, fault.message.partition(": ")[0]) for fault in told]
    assert {fault.file for fault in told} == {file}
    assert line in [fault.line for fault in told]


def test_a_context_that_the_program_asks_for_may_not_be_missing(folder: Path, edit: Edit) -> None:
    edit("lexicon/contexts.yaml", "  sport:", "  games:")
    [fault] = faults_of(folder)
    assert fault.message == "contexts: Value error, must hold sport too"


def test_an_id_may_stand_once_only(folder: Path, edit: Edit) -> None:
    actor = edit("actors/isis.yaml", "id: isis-media", "id: isis")
    place = edit("gazetteer/iraq.tsv", "iq-hawija", "iq-kirkuk")
    assert [(f.file, f.line, f.message) for f in faults_of(folder)] == [
        ("actors/isis.yaml", actor, "id 'isis' stands twice"),
        ("gazetteer/iraq.tsv", place, "id 'iq-kirkuk' stands twice"),
    ]


def test_a_file_is_named_after_what_it_holds(folder: Path) -> None:
    (folder / "ontology" / "killing.yaml").rename(folder / "ontology" / "murder.yaml")
    (folder / "lexicon" / "cues" / "say.yaml").rename(folder / "lexicon" / "cues" / "tell.yaml")
    assert faults_of(folder) == [
        Fault("lexicon/cues/tell.yaml", 1, "must be named say.yaml"),
        Fault("ontology/murder.yaml", 1, "must be named killing.yaml"),
    ]


def test_a_missing_file_of_the_lexicon_is_a_fault(folder: Path) -> None:
    for name in ("grammar.yaml", "chrome.yaml", "verb_forms.tsv"):
        (folder / "lexicon" / name).unlink()
    assert [(fault.file, fault.message[:14]) for fault in faults_of(folder)] == [
        ("lexicon/chrome.yaml", "cannot be read"),
        ("lexicon/grammar.yaml", "cannot be read"),
        ("lexicon/verb_forms.tsv", "cannot be read"),
    ]


def test_a_folder_without_ontology_is_no_knowledge_folder(tmp_path: Path) -> None:
    assert faults_of(tmp_path) == [Fault(".", 1, "is not a knowledge folder: it has no ontology/")]
