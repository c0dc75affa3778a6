from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from marsad.errors import Fault
from marsad.knowledge.entries import read_entries
from marsad.knowledge.files import Faults
from marsad.knowledge.references import check_references

Edit = Callable[[str, str, str], int]


def faults_of(folder: Path) -> list[Fault]:
    faults = Faults(folder)
    entries = read_entries(folder, faults)
    assert entries is not None, faults.found
    check_references(entries, faults)
    return faults.found


def test_the_real_files_name_only_what_there_is(knowledge_folder: Path) -> None:
    assert faults_of(knowledge_folder) == []


UNKNOWN = {
    "verb of a cue": ("lexicon/cues/say.yaml", "  قال: ", "  قالل: ", "verb 'قالل' is not in lexicon/verbs.yaml"),
    "verb of a trigger": (
        "ontology/killing.yaml",
        "{verb: اغتال}",
        "{verb: اغتالل}",
        "verb 'اغتالل' is not in lexicon/verbs.yaml",
    ),
    "verb of a count": (
        "lexicon/counting.yaml",
        "verbs: [خطف,",
        "verbs: [خطفف,",
        "verb 'خطفف' is not in lexicon/verbs.yaml",
    ),
    "verb of a content": (
        "lexicon/content_classes.yaml",
        "cue: شدد}",
        "cue: شددد}",
        "verb 'شددد' is not in lexicon/verbs.yaml",
    ),
    "verb that suffers": (
        "lexicon/status.yaml",
        "suffered: تعرّض ",
        "suffered: تعرّضض ",
        "verb 'تعرّضض' is not in lexicon/verbs.yaml",
    ),
    "verb without forms": (
        "lexicon/verbs.yaml",
        "  قال: [",
        "  قلقل: [قلل, فعَل يفعُل]\n  قال: [",
        "verb 'قلقل' is not in lexicon/verb_forms.tsv: run `make lexicon`",
    ),
    "forms without a verb": (
        "lexicon/verb_forms.tsv",
        "قال\tقال\t",
        "قال\tقلل\t",
        "verb 'قلل' is not in lexicon/verbs.yaml",
    ),
    "context that is needed": (
        "ontology/bombing.yaml",
        "needs: [explosive]",
        "needs: [bombs]",
        "context 'bombs' is not in lexicon/contexts.yaml",
    ),
    "context that refines": (
        "ontology/shelling.yaml",
        "  air_strike: [aircraft,",
        "  air_strike: [plane,",
        "context 'plane' is not in lexicon/contexts.yaml",
    ),
    "type that refines": (
        "ontology/shelling.yaml",
        "  air_strike: [aircraft,",
        "  air_raid: [aircraft,",
        "event type 'air_raid' is not in ontology/",
    ),
    "wider type": (
        "ontology/bombing.yaml",
        "wider: [armed_attack,",
        "wider: [raid,",
        "event type 'raid' is not in ontology/",
    ),
    "type that is aimed at": (
        "lexicon/status.yaml",
        "aimed_at: [clash,",
        "aimed_at: [clashes,",
        "event type 'clashes' is not in ontology/",
    ),
    "parent": ("actors/isis.yaml", "parent: isis", "parent: isi", "actor 'isi' is not in actors/"),
    "whom a question is about": (
        "questions/isis_outlook.yaml",
        "about: [isis]",
        "about: [isil]",
        "actor 'isil' is not in actors/",
    ),
    "position": (
        "questions/isis_outlook.yaml",
        "negated: {rising: finished}",
        "negated: {rising: over}",
        "position 'over' is not in `positions`",
    ),
    "governorate": (
        "gazetteer/iraq.tsv",
        "town\tKirkuk",
        "town\tKirkook",
        "governorate 'Kirkook' is not in the rows of IQ",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "message"), UNKNOWN.values(), ids=UNKNOWN)
def test_a_name_that_stands_nowhere_is_told_with_its_line(
    file: str, old: str, new: str, message: str, folder: Path, edit: Edit
) -> None:
    line = edit(file, old, new)
    assert Fault(file, line, message) in faults_of(folder)


def test_two_actors_may_not_share_a_name(folder: Path, edit: Edit) -> None:
    edit("actors/isis.yaml", "aliases: [أعماق]", "aliases: [أعماق, اعماق, الدَّواعش]")
    assert faults_of(folder) == [
        Fault("actors/isis.yaml", 8, "'الدواعش' names 'isis-media' and 'isis': give one of them `needs`")
    ]


@pytest.mark.parametrize("limited", ["  aliases: [داعش, الدواعش]\n", "  parent: isis\n"])
def test_two_actors_may_share_a_name_that_one_of_them_has_only_beside_a_word(
    limited: str, folder: Path, edit: Edit
) -> None:
    edit("actors/isis.yaml", "aliases: [أعماق]", "aliases: [أعماق, الدواعش]")
    edit("actors/isis.yaml", limited, limited + "  needs: [سوريا]\n")
    assert faults_of(folder) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - {forms: [اغتيال, اغتيالات]}", "  - {forms: [اغتيال, اغتيالات, إغتيال]}"),
        ("  - {verb: اغتال}", "  - {verb: اغتال}\n  - {verb: اغتال, weak: true}"),
    ],
)
def test_a_trigger_may_not_stand_twice_in_one_type(old: str, new: str, folder: Path, edit: Edit) -> None:
    edit("ontology/killing.yaml", old, new)
    [fault] = faults_of(folder)
    assert fault.file == "ontology/killing.yaml"
    assert fault.message.endswith("stands twice")


def test_a_trigger_may_stand_again_with_other_words_after_it(folder: Path, edit: Edit) -> None:
    edit(
        "ontology/killing.yaml",
        "  - {verb: لقي, with: [مصرعه,",
        "  - {verb: لقي, with: [ربه]}\n  - {verb: لقي, with: [مصرعه,",
    )
    assert faults_of(folder) == []
