from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from marsad.errors import Fault
from marsad.knowledge.base import Knowledge
from marsad.knowledge.check import check
from marsad.model.annotation import AnnotatedDocument
from marsad.model.document import Document

Edit = Callable[[str, str, str], int]


def find_nothing(document: Document, knowledge: Knowledge) -> AnnotatedDocument:
    return AnnotatedDocument(document, (), (), (), (), (), (), (), knowledge.version)


def refuse(document: Document, knowledge: Knowledge) -> AnnotatedDocument:
    pytest.fail("examples of a folder with faults were read")


def test_an_example_that_is_not_read_as_it_says_is_told_with_its_line(folder: Path, edit: Edit) -> None:
    examples = (folder / "ontology" / "killing.yaml").read_text("utf-8").splitlines().index("examples:") + 1
    edit("ontology/killing.yaml", "examples:\n", 'examples:\n  - "افتتح الوزير \\"سوق الكتب\\" أمس."\n')
    wanted = 'example without event killing: افتتح الوزير "سوق الكتب" أمس.'
    assert Fault("ontology/killing.yaml", examples + 1, wanted) in check(folder, find_nothing)


def test_a_fault_of_form_stops_the_check_of_references_and_examples(folder: Path, edit: Edit) -> None:
    line = edit("actors/isis.yaml", "parent: isis", "paernt: isi")
    assert [(fault.file, fault.line) for fault in check(folder, refuse)] == [("actors/isis.yaml", line)]


def test_a_fault_of_reference_stops_the_reading_of_examples(folder: Path, edit: Edit) -> None:
    line = edit("actors/isis.yaml", "parent: isis", "parent: isi")
    assert check(folder, refuse) == [Fault("actors/isis.yaml", line, "actor 'isi' is not in actors/")]
