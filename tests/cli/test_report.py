from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Marsad = Callable[..., Any]


def test_a_page_is_written_straight_from_pages(marsad: Marsad, pages: Path) -> None:
    result = marsad("report", "pages", "--out", "seen.html")
    assert (result.code, result.out) == (0, "")
    assert result.err.splitlines() == ["3 documents, 3 events, 3 quotations, 0 issues", "seen.html: written"]
    assert "الخبر رقم 2" in Path("seen.html").read_text("utf-8")
    assert not list(Path().glob("*.db"))


def test_the_store_gives_the_same_page_with_the_pages_that_could_not_be_read(marsad: Marsad, pages: Path) -> None:
    (pages / "empty.txt").write_bytes(b"")
    marsad("run", "pages")
    marsad("report")
    marsad("report", "pages", "--out", "straight.html")
    assert Path("report.html").read_bytes() == Path("straight.html").read_bytes()
    assert "empty.txt: there is nothing in it" in Path("report.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "mark"), [("ar", '<html lang="ar" dir="rtl"'), ("en", '<html lang="en" dir="ltr"')]
)
def test_the_language_is_chosen(marsad: Marsad, pages: Path, language: str, mark: str) -> None:
    marsad("report", "pages", "--language", language, "--title", "July")
    page = Path("report.html").read_text("utf-8")
    assert mark in page
    assert "<title>July" in page


def test_where_nothing_could_be_read_no_page_is_written(marsad: Marsad) -> None:
    result = marsad("report", "missing.txt")
    assert result.code == 1
    assert result.err.splitlines()[-1] == "error: there is nothing to report on; no page was written"
    assert not Path("report.html").exists()
