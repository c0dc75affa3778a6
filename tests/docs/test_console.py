"""The commands of the lesson, the recipes and the README run as they are written, and show what the page shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from doc_pages import PAGES, ROOT
from docs.console import Block, Clone, Command, blocks, commands, is_part, missing

LESSONS = [p.relative_to(ROOT).as_posix() for p in PAGES if p.parent.name in ("tutorial", "how-to")]


@pytest.mark.parametrize("page", LESSONS)
def test_a_lesson_can_be_followed_to_its_end(page: str, tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    for block in blocks(page):
        clone.do(block)


def test_the_way_from_clone_to_first_record_leads_there(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    clone.bring(["page.txt", "pages/"])
    lines = [c.line.partition("  #")[0] for block in blocks("README.md") for c in commands(block)]
    told = [line for line in lines if line.startswith(".venv/bin/")]  # make and git are for the lesson and the network
    assert len(told) == 5
    for line in told:
        clone.run(line)
    assert (tmp_path / "events.csv").read_text(encoding="utf-8-sig").count("arrest") > 1


def test_a_command_ends_where_its_quotation_marks_do() -> None:
    block = Block("", "console", '$ one "\nmore"\nshown\n$ two\n')
    assert list(commands(block)) == [Command('one "\nmore"', ("shown",)), Command("two", ())]


def test_a_line_that_the_output_does_not_show_in_its_place_is_missing() -> None:
    assert missing(("b",), "a\n  b  c\n") == []
    assert missing(("b", "a"), "a\nb\n") == ["a"]


def test_a_part_has_nothing_that_the_whole_has_not() -> None:
    whole = {"a": [{"b": 1, "c": 2}, {"b": 3}], "d": []}
    assert is_part({"a": [{"b": 3}], "d": []}, whole)
    assert not is_part({"a": [{"b": 3}, {"b": 1}]}, whole)
    assert not is_part({"a": []}, whole)
    assert not is_part({"e": 1}, whole)
