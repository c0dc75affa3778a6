from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Marsad = Callable[..., Any]


@pytest.fixture
def filled(marsad: Marsad, pages: Path) -> Marsad:
    """A store with three arrests in Kirkuk and one nowhere."""
    (pages / "nowhere.txt").write_text("اعتقال رجل في مدينة أخرى أمس، بحسب مصدر أمني رفيع المستوى", "utf-8")
    marsad("run", "pages")
    return marsad


def test_records_come_out_as_they_were_extracted(filled: Marsad) -> None:
    assert filled("export", "jsonl").out == filled("extract", "pages").out


def test_events_are_rows_of_a_csv_file(filled: Marsad) -> None:
    assert filled("export", "csv", "--out", "events.csv").out == ""
    with Path("events.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["event_type"], row["admin1"]) for row in rows] == [("arrest", "Kirkuk")] * 3 + [("arrest", "")]


def test_events_with_coordinates_are_features_of_a_map(filled: Marsad) -> None:
    assert len(json.loads(filled("export", "geojson").out)["features"]) == 3


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--country", "IQ"], 3),
        (["--country", "IQ", "--country", "SY", "--admin1", "Kirkuk"], 3),
        (["--country", "SY"], 0),
        (["--type", "arrest", "--status", "occurred"], 4),
        (["--type", "clash", "--type", "bombing"], 0),
        (["--since", "2024-12-01", "--until", "2024-12-31"], 0),
        (["--outlet", "almaalouma"], 0),
    ],
)
def test_options_choose_what_is_written(filled: Marsad, options: list[str], found: int) -> None:
    result = filled("export", "jsonl", *options)
    assert (result.code, len(result.out.splitlines())) == (0, found)


def test_a_file_that_cannot_be_written_is_one_line(filled: Marsad) -> None:
    result = filled("export", "csv", "--out", "nowhere/events.csv")
    assert result.code == 1
    assert result.err == (
        "error: nowhere/events.csv: cannot be written (No such file or directory); name another file with --out\n"
    )


def test_a_file_takes_its_name_only_when_it_is_complete(filled: Marsad, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("events.csv").write_text("yesterday's", "utf-8")
    monkeypatch.setattr("marsad.publish.exports.csv.write", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    assert filled("export", "csv", "--out", "events.csv").code == 1
    assert Path("events.csv").read_text("utf-8") == "yesterday's"
    assert list(Path().glob("*.part")) == []


def test_a_pipe_is_written_and_stays_a_pipe(filled: Marsad) -> None:
    os.mkfifo("events")
    reader = os.open("events", os.O_RDWR)
    assert filled("export", "jsonl", "--out", "events").code == 0
    written = os.read(reader, 1 << 16).decode()
    os.close(reader)
    assert filled("export", "jsonl").out.startswith(written)
    assert Path("events").is_fifo()
