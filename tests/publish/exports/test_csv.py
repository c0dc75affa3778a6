from __future__ import annotations

import csv as reader
import io
from typing import Any

import pytest

from marsad.publish.exports import csv
from report_samples import Page, records


def rows(written: list[dict[str, Any]]) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    number = csv.write(written, out)
    text = out.getvalue()
    assert text.startswith("\ufeff")
    found = list(reader.DictReader(io.StringIO(text[1:], newline="")))
    assert len(found) == number
    return found


def attack(trigger: str, **told: Any) -> dict[str, Any]:
    page = Page("u", "", f"{trigger} وقع هجوم.")
    page.event("armed_attack", "هجوم", trigger, **told)
    return page.record


def test_an_event_is_a_row_with_its_document_and_who_reports_it() -> None:
    arrest = next(row for row in rows(records()) if row["event_type"] == "arrest")
    assert arrest == {
        "event_id": "warning.txt-e2", "uri": "warning.txt", "outlet": "mashriq", "published": "2025-08-20",
        "event_type": "arrest", "status": "occurred", "background": "false", "date": "2025-08-19", "place": "كركوك",
        "admin1": "Kirkuk", "country": "IQ", "latitude": "35.47", "longitude": "44.39", "precision": "town",
        "killed_low": "", "killed_high": "", "wounded_low": "", "wounded_high": "", "arrested_low": "12",
        "arrested_high": "12", "actors": "القوات", "targets": "مطلوبا", "speaker": "الدلفي", "cue_class": "say",
        "relays": "", "sentence": arrest["sentence"],
    }  # fmt: skip
    assert arrest["sentence"].startswith("ونفى الدلفي")


def test_relays_stand_nearest_to_the_reader_first() -> None:
    assert rows(records())[0]["relays"] == "شبكة الفرات; قناة الضفاف"


def test_an_open_bound_is_an_empty_cell() -> None:
    bombing = next(row for row in rows(records()) if row["event_type"] == "bombing")
    assert (bombing["wounded_low"], bombing["wounded_high"], bombing["background"]) == ("20", "", "true")


def test_an_event_without_place_date_or_speaker_leaves_their_cells_empty() -> None:
    (row,) = rows([attack("أمس")])
    empty = ("date", "place", "admin1", "country", "latitude", "precision", "speaker", "cue_class", "relays", "actors")
    assert [row[column] for column in empty] == [""] * len(empty)


def test_where_only_the_country_is_known_the_place_is_empty() -> None:
    planned = next(row for row in rows(records()) if row["status"] == "planned")
    assert (planned["place"], planned["country"], planned["precision"]) == ("", "YE", "country")


@pytest.mark.parametrize("start", ["=1+1", "+966", "-5", "@SUM(A1)", "\tx", "\r=1"])
def test_a_text_that_a_spreadsheet_would_run_is_defused(start: str) -> None:
    (row,) = rows([attack(start)])
    assert row["sentence"].startswith(f"'{start}")


def test_a_negative_number_is_no_formula() -> None:
    record = records()[2]
    record["events"][0]["place"]["latitude"] = -16.94
    assert rows([record])[0]["latitude"] == "-16.94"


def test_commas_quotation_marks_and_line_breaks_stay_in_their_cell() -> None:
    (row,) = rows([attack('قال "أ، ب", ج\nد')])
    assert row["sentence"].startswith('قال "أ، ب", ج\nد')


def test_without_events_there_is_only_the_header() -> None:
    assert rows([records()[3]]) == []
