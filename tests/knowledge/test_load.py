from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from marsad.errors import KnowledgeError
from marsad.knowledge.load import load_knowledge
from marsad.knowledge.version import knowledge_version

Edit = Callable[[str, str, str], int]


def test_faults_are_raised_all_together(folder: Path, edit: Edit) -> None:
    edit("actors/isis.yaml", "kind: armed_group", "kind: army")
    edit("gazetteer/iraq.tsv", "33.2", "133.2")
    with pytest.raises(KnowledgeError) as raised:
        load_knowledge(folder)
    assert [fault.file for fault in raised.value.faults] == ["actors/isis.yaml", "gazetteer/iraq.tsv"]
    assert str(raised.value).startswith("2 faults in the knowledge files:\nactors/isis.yaml:4: kind: ")


def test_what_is_loaded_tells_its_version(folder: Path) -> None:
    assert load_knowledge(folder).version == knowledge_version(folder)


def test_the_version_follows_from_names_and_bytes_alone(tmp_path: Path) -> None:
    page = tmp_path / "a" / "one.yaml"
    page.parent.mkdir()
    page.write_bytes(b"id: one\n")
    first = knowledge_version(tmp_path)
    assert len(first) == 12

    os.utime(page, (0, 0))
    (tmp_path / "notes.md").write_bytes(b"not knowledge")
    assert knowledge_version(tmp_path) == first

    seen = {first}
    for change in (
        lambda: page.write_bytes(b"id: one \n"),
        lambda: page.rename(tmp_path / "a" / "two.yaml"),
        lambda: (tmp_path / "b.tsv").write_bytes(b""),
    ):
        change()
        seen.add(knowledge_version(tmp_path))
    assert len(seen) == 4
