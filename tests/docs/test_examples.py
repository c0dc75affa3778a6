"""Records shown on pages are parts of the records that are read, and commands shown there run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from doc_pages import PAGES, ROOT, commands, marked
from marsad.extract.annotate import annotate
from marsad.knowledge.base import Knowledge
from marsad.model.document import DateValue, Document
from marsad.model.record import as_record
from marsad.pipeline import process, read

RUN = [
    path.relative_to(ROOT).as_posix()
    for path in PAGES
    if path.parent.name in ("tutorial", "how-to", "reference") and not path.name.startswith("add-")
]  # the recipes that add something have an edit by hand between their commands


def is_part(shown: Any, whole: Any) -> bool:
    """Tell whether all that is shown stands in the whole: keys of objects, items of lists in their order."""
    if isinstance(shown, dict):
        return isinstance(whole, dict) and all(key in whole and is_part(v, whole[key]) for key, v in shown.items())
    if isinstance(shown, list):
        rest = iter(whole)
        return (bool(shown) or not whole) and all(any(is_part(item, other) for other in rest) for item in shown)
    return bool(shown == whole)


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


@pytest.mark.parametrize("page", [page for page in RUN if commands(page)])
def test_the_commands_of_a_page_run_as_they_are_written(page: str, tmp_path: Path) -> None:
    """In a copy of the working tree's examples and knowledge, with the pages that the recipes speak of."""
    for folder, copy in (("examples", "examples"), ("examples", "pages"), ("knowledge", "my-knowledge")):
        shutil.copytree(ROOT / folder, tmp_path / copy)
    (tmp_path / "out").mkdir()
    given = {
        "page.html": "08-clash.html",
        "page.txt": "07-wire-dateline.txt",
        "05-no-year.txt": "05-no-year.txt",
        "more.jsonl": "12-three-articles.jsonl",
        "articles.jsonl": "12-three-articles.jsonl",
        "pages/kirkuk.html": "08-clash.html",
    }
    for name, example in given.items():
        shutil.copy(ROOT / "examples" / example, tmp_path / name)
    called = (tmp_path / "called").resolve()
    called.mkdir()
    marsad = called / "marsad"
    marsad.write_text(f'#!/bin/sh\nexec {sys.executable} -m marsad "$@"\n', encoding="utf-8")
    marsad.chmod(0o755)
    environment = os.environ | {
        "PATH": f"{called}{os.pathsep}{os.environ['PATH']}",
        "MARSAD_STORE": str(tmp_path / "marsad.db"),
        "MARSAD_CACHE": str(tmp_path / "cache"),
        "MARSAD_KNOWLEDGE": str(tmp_path / "my-knowledge"),
    }
    told = [command for command in commands(page) if command.startswith(("marsad ", "cat ")) and "eval" not in command]
    for command in ("marsad run pages", *told):
        shell = ["sh", "-c", command.replace("| less", "| cat")]
        done = subprocess.run(shell, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{command}\n{done.stderr}"
