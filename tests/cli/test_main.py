from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from marsad import __version__

Marsad = Callable[..., Any]
COMMANDS = ("run", "extract", "show", "search", "export", "report", "knowledge", "eval", "schema")


def test_help_names_every_command_and_shows_examples(marsad: Marsad) -> None:
    result = marsad("--help")
    assert result.code == 0
    assert [c for c in COMMANDS if f"│ {c} " not in result.out] == []
    assert "marsad run pages/" in result.out


@pytest.mark.parametrize("command", ["run", "extract", "show", "search", "export", "report"])
def test_the_help_of_a_command_shows_how_it_is_called(marsad: Marsad, command: str) -> None:
    result = marsad(command, "--help")
    assert result.code == 0
    assert f"\n   marsad {command} " in result.out


def test_the_version_is_printed(marsad: Marsad) -> None:
    assert marsad("--version").out == f"marsad {__version__}\n"


def test_without_a_command_the_help_is_shown(marsad: Marsad) -> None:
    result = marsad()
    assert result.code == 2
    assert "Usage: marsad" in result.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["fly"], "error: No such command 'fly'; see --help"),
        (["run"], "error: Missing argument 'PATH…'; see --help"),
        (["run", "--stor", "x"], "error: No such option: --stor"),
        (["extract", "x", "--format", "xml"], "error: Invalid value for '--format'"),
        (["search", "x", "--limit", "0"], "error: Invalid value for '--limit'"),
        (["search", "؟"], "error: nothing to search for"),
        (["export", "csv", "--since", "22/12/2024"], "error: Invalid value for '--since'"),
        (["export", "csv", "--type", "crash"], "error: 'crash' is no event type; give one of: armed_attack, clash"),
        (["export", "csv", "--status", "done"], "error: 'done' is no status; give one of: occurred, foiled"),
        (["report", "pages", "--store", "x.db"], "error: give either pages or --store, not both"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(
    marsad: Marsad, pages: object, arguments: list[str], message: str
) -> None:
    marsad("run", "pages")
    result = marsad(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(message)
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("command", [["show", "x"], ["search", "x"], ["export", "csv"], ["report"]])
def test_reading_a_store_that_is_not_there_says_how_to_make_one(marsad: Marsad, command: list[str]) -> None:
    result = marsad(*command)
    assert (result.code, result.out) == (1, "")
    assert result.err == "error: marsad.db: there is no store; make one with: marsad run PATH… --store marsad.db\n"


def test_help_takes_less_than_four_tenths_of_a_second() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "marsad", "--help"], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.4


def test_help_loads_none_of_the_stages() -> None:
    heavy = ("sqlalchemy", "trafilatura", "pydantic", "yaml")
    code = f"import sys, marsad.cli.main; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
