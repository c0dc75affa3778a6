from __future__ import annotations

from dataclasses import replace

import pytest

from marsad.cli.tables import print_events
from marsad.model.annotation import Count, Qualifier
from marsad.model.record import as_record
from marsad.model.span import Evidence
from samples import annotated, document, event

TEXT = "عشرات القتلى في هجوم"


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "shown"),
    [
        (7, 7, "exact", "7 killed"),
        (5000, 5000, "about", "about 5000 killed"),
        (6, None, "at_least", "6+ killed"),
        (None, 10, "at_most", "–10 killed"),
        (5, 10, "range", "5–10 killed"),
    ],
)
def test_a_count_is_shown_with_its_bounds(
    capsys: pytest.CaptureFixture[str], low: int | None, high: int | None, qualifier: Qualifier, shown: str
) -> None:
    counts = (Count(Evidence(0, 5, TEXT[:5]), "killed", low, high, qualifier),)
    print_events(as_record(annotated(document(text=TEXT), (replace(event(TEXT), counts=counts),))))
    assert f" {shown} " in capsys.readouterr().out


def test_an_event_of_which_little_is_told_is_shown_too(capsys: pytest.CaptureFixture[str]) -> None:
    bare = replace(event(TEXT), actors=(), targets=(), counts=(), background=True, country="IQ")
    print_events(as_record(annotated(document(text=TEXT, published=None, source_id=None), (bare,))))
    out = capsys.readouterr().out
    assert "unknown outlet · no date" in out
    assert "occurred (background)" in out
    assert " IQ " in out


def test_arabic_cells_beside_each_other_are_kept_apart(capsys: pytest.CaptureFixture[str]) -> None:
    print_events(as_record(annotated(document(text=TEXT), (event(TEXT),))))
    row = next(line for line in capsys.readouterr().out.splitlines() if "arrest " in line)
    assert row.count("\N{LEFT-TO-RIGHT MARK}│\N{LEFT-TO-RIGHT MARK}") == row.count("│") == 7
