from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from samples import ARTICLE

Marsad = Callable[..., Any]
TESTS = Path(__file__).parents[1]


def test_pages_are_read_into_a_store_and_summed_up(marsad: Marsad, pages: Path) -> None:
    result = marsad("run", "pages")
    assert (result.code, result.out) == (0, "")
    assert result.err == "marsad.db: 3 documents, 3 events, 3 quotations, 0 issues\n"


def test_what_the_store_holds_is_not_read_again(marsad: Marsad, pages: Path) -> None:
    marsad("run", "pages")
    result = marsad("run", "pages")
    assert result.code == 0
    assert result.err == "marsad.db: 0 documents, 0 events, 0 quotations, 0 issues (3 documents read before)\n"


def test_each_issue_is_one_line_and_stops_nothing(marsad: Marsad, pages: Path) -> None:
    (pages / "empty.txt").touch()
    (pages / "undated.txt").write_text(f"{ARTICLE}?", "utf-8")
    result = marsad("run", "pages", "missing.txt")
    assert result.code == 0
    assert result.err.splitlines() == [
        "issue: pages/empty.txt: there is nothing in it; fetch it again [empty]",
        "issue: pages/undated.txt: the day has no year [no_year]",
        "issue: missing.txt: there is no such file or folder; check the path [missing]",
        "marsad.db: 4 documents, 4 events, 4 quotations, 3 issues",
    ]


def test_a_run_in_which_nothing_could_be_read_has_failed(marsad: Marsad) -> None:
    result = marsad("run", "missing.txt")
    assert result.code == 1
    assert result.err.endswith("marsad.db: 0 documents, 0 events, 0 quotations, 1 issue\n")


def test_standard_input_is_read(marsad: Marsad) -> None:
    assert marsad("run", "-", stdin=ARTICLE.encode()).err == "marsad.db: 1 document, 1 event, 1 quotation, 0 issues\n"


def test_the_store_is_the_option_s_else_the_environment_s(
    marsad: Marsad, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MARSAD_STORE", "named.db")
    marsad("run", "pages")
    marsad("run", "pages", "--store", "given.db")
    assert sorted(path.name for path in pages.parent.glob("*.db")) == ["given.db", "named.db"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"no database " * 100, "error: marsad.db: this file is not a marsad store; name another file with --store\n"),
        (None, "error: marsad.db: the file cannot be opened; check that its folder exists and may be written\n"),
    ],
)
def test_a_store_that_cannot_be_opened_is_one_line(
    marsad: Marsad, pages: Path, content: bytes | None, message: str
) -> None:
    if content is None:
        Path("marsad.db").mkdir()
    else:
        Path("marsad.db").write_bytes(content)
    result = marsad("run", "pages")
    assert (result.code, result.out, result.err) == (1, "", message)


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT], ids=["killed", "Ctrl-C"])
@pytest.mark.parametrize("where", ["reading", "saving"])
def test_a_run_that_is_stopped_goes_on_with_nothing_lost_or_doubled(
    marsad: Marsad, pages: Path, stop: signal.Signals, where: str
) -> None:
    for number in range(3, 6):
        (pages / f"{number}.txt").write_text(f"{ARTICLE} {number}", "utf-8")
    command = [sys.executable, str(TESTS / "cli" / "stopping_marsad.py"), where, "run", "pages"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(TESTS)}, **pipes) as process:  # type: ignore[call-overload]
        assert process.stdout.readline() == "there\n"
        process.send_signal(stop)
        _, said = process.communicate(timeout=60)
    if stop is signal.SIGINT:
        assert process.returncode == 1
        assert said == ("error: stopped by Ctrl-C; what a run has saved is safe, the same command goes on from there\n")
    again = marsad("run", "pages")
    assert again.err == "marsad.db: 4 documents, 4 events, 4 quotations, 0 issues (2 documents read before)\n"
    marsad("run", "pages", "--store", "undisturbed.db")
    assert marsad("export", "jsonl").out == marsad("export", "jsonl", "--store", "undisturbed.db").out
