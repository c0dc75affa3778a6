from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from samples import ARTICLE

Marsad = Callable[..., Any]
TESTS = Path(__file__).parents[1]
FULL = Path("/dev/full")
EXTRACT = [sys.executable, str(TESTS / "cli" / "stopping_marsad.py"), "nowhere", "extract", "-"]


def article(number: int) -> bytes:
    return json.dumps({"uri": f"https://example.org/{number}", "text": f"{ARTICLE} {number}"}).encode() + b"\n"


def test_each_article_is_a_record_that_fits_the_schema(marsad: Marsad, pages: Path) -> None:
    result = marsad("extract", "pages")
    schema = json.loads(marsad("schema").out)
    records = [json.loads(line) for line in result.out.splitlines()]
    for record in records:
        jsonschema.validate(record, schema)
    assert [record["document"]["uri"] for record in records] == ["pages/0.txt", "pages/1.txt", "pages/2.txt"]
    assert result.err == "3 documents, 3 events, 3 quotations, 0 issues\n"
    assert "كركوك" in result.out


def test_the_same_pages_give_the_same_bytes(marsad: Marsad, pages: Path) -> None:
    assert marsad("extract", "pages").out == marsad("extract", "pages").out


def test_issues_go_to_standard_error(marsad: Marsad, pages: Path) -> None:
    (pages / "1.txt").write_bytes(b"")
    result = marsad("extract", "pages")
    assert (result.code, result.out.count("\n")) == (0, 2)
    assert "issue: pages/1.txt: there is nothing in it; fetch it again [empty]\n" in result.err


def test_control_characters_of_an_address_do_not_reach_the_terminal(marsad: Marsad) -> None:
    page = json.dumps({"uri": "https://example.org/\u001b[31m\n", "text": ""}).encode()
    result = marsad("extract", "-", stdin=page + b"\n" + page + b"\n")
    assert result.code == 1
    assert "\u001b" not in result.err
    assert len(result.err.splitlines()) == 3


def test_a_table_shows_who_did_what_where_when_and_who_says_so(marsad: Marsad, pages: Path) -> None:
    result = marsad("extract", "pages/0.txt", "--format", "table")
    rows = [[cell.strip("\u200e ") for cell in line.split("│")] for line in result.out.splitlines() if "│" in line]
    assert rows[0] == ["type", "status", "date", "place", "actors", "targets", "counts", "speaker"]
    assert rows[1][:2] == ["arrest", "occurred"]
    assert "كركوك, Kirkuk, IQ" in rows[1][3]
    assert rows[1][4:7] == ["وكالة الاستخبارات", "تنظيم داعش", "7 arrested"]


def test_the_first_article_is_printed_before_the_last_is_there() -> None:
    environment = os.environ | {"PYTHONPATH": str(TESTS)}
    with subprocess.Popen(EXTRACT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(article(1))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["document"]["uri"] == "https://example.org/1"
        process.stdin.write(article(2))
        process.stdin.close()
        assert json.loads(process.stdout.readline())["document"]["uri"] == "https://example.org/2"


def test_a_closed_pipe_ends_it_quietly() -> None:
    environment = os.environ | {"PYTHONPATH": str(TESTS)}
    pipes: dict[str, int] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(EXTRACT, env=environment, **pipes) as process:
        process.stdin.write(article(1))
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write(article(2))
        process.stdin.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(not FULL.is_char_device(), reason="no device that is always full")
def test_output_that_takes_no_more_is_told_in_one_line() -> None:
    environment = os.environ | {"PYTHONPATH": str(TESTS)}
    with FULL.open("wb") as full:
        run = subprocess.run(
            EXTRACT, input=article(1), stdout=full, stderr=subprocess.PIPE, env=environment, check=False
        )
    assert run.returncode == 1
    assert run.stderr.decode().splitlines()[-1] == (
        "error: standard output: cannot be written (No space left on device)"
    )
