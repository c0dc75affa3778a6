from __future__ import annotations

import io
import sys

import pytest

from marsad.cli import console
from marsad.pipeline import Tally


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("tally", "line"),
    [
        (Tally(), "0 documents, 0 events, 0 quotations, 0 issues"),
        (Tally(1, 0, 1, 1, 1), "1 document, 1 event, 1 quotation, 1 issue"),
        (Tally(1999, 1, 20, 30, 4), "1,999 documents, 20 events, 30 quotations, 4 issues (1 document read before)"),
    ],
)
def test_a_tally_is_one_line(tally: Tally, line: str) -> None:
    assert console.summary(tally) == line


def bar(monkeypatch: pytest.MonkeyPatch, patience: float, stream: io.StringIO) -> str:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(console, "PATIENCE", patience)
    monkeypatch.setattr(sys, "stderr", stream)
    with console.progress("Reading", total=2) as step:
        step("one")
        step("two")
    return stream.getvalue()


def test_a_bar_is_shown_where_it_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "two" in bar(monkeypatch, 0.0, Terminal())


def test_no_bar_is_shown_where_it_is_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Reading" not in bar(monkeypatch, 60.0, Terminal())


def test_no_bar_is_written_into_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bar(monkeypatch, 0.0, io.StringIO()).strip() == ""
