from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from marsad.cli.search import _snippet
from marsad.model.span import Evidence
from marsad.store.search import Hit

Marsad = Callable[..., Any]


def test_articles_are_found_by_other_forms_of_their_words(marsad: Marsad, pages: Path) -> None:
    marsad("run", "pages")
    result = marsad("search", "واعتقالهم", "الخبر", "1")
    assert (result.code, result.err) == (0, "")
    title, snippet, uri = result.out.splitlines()
    assert title.endswith("  اعتقال سبعة من تنظيم داعش في كركوك")
    assert "الخبر رقم 1" in snippet
    assert uri == "    pages/1.txt"


def test_no_more_than_the_limit_is_printed(marsad: Marsad, pages: Path) -> None:
    marsad("run", "pages")
    assert len(marsad("search", "كركوك", "--limit", "2").out.splitlines()) == 6


def test_nothing_found_is_said_and_is_exit_code_1(marsad: Marsad, pages: Path) -> None:
    marsad("run", "pages")
    result = marsad("search", "الموصل")
    assert (result.code, result.out, result.err) == (1, "", "nothing found; fewer words find more\n")


def test_the_words_found_are_bold_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    words = (Evidence(12, 16, "داعش"), Evidence(20, 25, "كركوك"))
    hit = Hit("id", "uri", "title", 1.0, Evidence(9, 25, "من داعش\nفي كركوك"), words)
    assert _snippet(hit) == "من داعش في كركوك"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert _snippet(hit) == "من \x1b[1m\x1b[4mداعش\x1b[0m في \x1b[1m\x1b[4mكركوك\x1b[0m"
