"""Records shown on pages are parts of the records that are read."""

from __future__ import annotations

import json

import pytest

from doc_pages import ROOT, marked
from docs.console import is_part
from marsad.extract.annotate import annotate
from marsad.knowledge.base import Knowledge
from marsad.model.document import DateValue, Document
from marsad.model.record import as_record
from marsad.pipeline import process, read


def test_the_record_in_the_readme_is_part_of_the_one_that_is_read(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    blocks = marked("README.md", "part of the record of examples/")
    assert blocks
    for block in blocks:
        (document,) = (d for d in read([block.mark.rpartition(" ")[2]], knowledge) if isinstance(d, Document))
        outcome = process(document, knowledge)
        assert is_part(json.loads(block.code), as_record(outcome))  # type: ignore[arg-type]


def test_the_records_of_sentences_are_parts_of_those_that_are_read(knowledge: Knowledge) -> None:
    page = "docs/explanation/reading.md"
    sentences, shown = marked(page, "sentence, published "), marked(page, "part of the record of the sentence")
    assert len(sentences) == len(shown) > 0
    for sentence, part in zip(sentences, shown, strict=True):
        day = DateValue(sentence.mark.rpartition(" ")[2], "day")
        text = sentence.code.strip()
        document = Document(text, text, None, "", text, "ar", day, None, "")
        assert is_part(json.loads(part.code), as_record(annotate(document, knowledge))), part.code
