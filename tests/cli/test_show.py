from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Marsad = Callable[..., Any]


def test_an_article_is_shown_with_its_text_events_and_statements(marsad: Marsad, pages: Path) -> None:
    marsad("run", "pages")
    result = marsad("show", "pages/1.txt")
    assert result.code == 0
    assert "الخبر رقم 1 من كركوك." in result.out
    assert "7 arrested" in result.out
    assert "إرم نيوز" in result.out
    assert "isis_outlook: rising" in result.out


def test_an_article_is_found_by_its_id_and_printed_as_its_record(marsad: Marsad, pages: Path) -> None:
    marsad("run", "pages")
    extracted = marsad("extract", "pages/1.txt").out
    document_id = json.loads(extracted)["document"]["id"]
    assert marsad("show", document_id, "--format", "jsonl").out == extracted


def test_an_article_that_is_not_there_is_an_error(marsad: Marsad, pages: Path) -> None:
    marsad("run", "pages")
    result = marsad("show", "abc")
    assert (result.code, result.out) == (1, "")
    assert result.err == "error: marsad.db: no article has the id or address abc; find it with: marsad search WORDS\n"
