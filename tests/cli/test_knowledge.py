from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from marsad.errors import Fault, KnowledgeError
from marsad.knowledge import check, load
from marsad.publish.candidates import Candidate

Marsad = Callable[..., Any]
FAULTS = [Fault("actors/isis.yaml", 12, "kind 'army' is unknown"), Fault("gazetteer/iraq.tsv", 7, "no latitude")]


def test_every_fault_is_a_line_with_file_and_line(marsad: Marsad, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "check", lambda *_: FAULTS)
    result = marsad("knowledge", "check", "--knowledge", "ours")
    assert (result.code, result.err) == (1, "ours: 2 faults\n")
    assert result.out == "actors/isis.yaml:12: kind 'army' is unknown\ngazetteer/iraq.tsv:7: no latitude\n"


def test_no_faults_are_said_too(marsad: Marsad, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "check", lambda *_: [])
    result = marsad("knowledge", "check", "--knowledge", "ours")
    assert (result.code, result.out, result.err) == (0, "", "ours: no faults\n")


def test_a_folder_that_holds_no_knowledge_is_a_fault(marsad: Marsad, tmp_path: Path) -> None:
    result = marsad("knowledge", "check", "--knowledge", str(tmp_path))
    assert result.code == 1
    assert "is not a knowledge folder" in result.out


def test_knowledge_with_faults_stops_a_run_and_every_fault_is_told(
    marsad: Marsad, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise KnowledgeError(FAULTS)

    monkeypatch.setattr(load, "load_knowledge", fail)
    result = marsad("run", "pages")
    assert result.code == 1
    assert result.err.splitlines() == [
        "error: 2 faults in the knowledge files:",
        "actors/isis.yaml:12: kind 'army' is unknown",
        "gazetteer/iraq.tsv:7: no latitude",
    ]


def test_places_that_the_gazetteer_lacks_are_listed_with_their_words(
    marsad: Marsad, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marsad("run", "pages")
    nothing = marsad("knowledge", "candidates")
    assert (nothing.code, nothing.out, nothing.err) == (1, "", "no place that the gazetteer lacks\n")
    found = [Candidate("الهيل", "Aleppo", "SY", 2, "قرية الهيل في ريف حلب", "pages/1.txt")]
    monkeypatch.setattr("marsad.publish.candidates.candidates", lambda _: found)
    listed = "2  الهيل  (Aleppo, SY)\n    قرية الهيل في ريف حلب\n    pages/1.txt\n"
    result = marsad("knowledge", "candidates")
    assert (result.code, result.out, result.err) == (0, listed, "")
    assert marsad("knowledge", "candidates", "--articles", "3").code == 1
