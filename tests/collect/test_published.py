from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.collect.published import WeekdayHint, find_published, recover_day, settle_year
from marsad.model.document import DateValue

MONDAY, TUESDAY, WEDNESDAY, SUNDAY = 0, 1, 2, 6


def read_words(line: str) -> DateValue | None:
    """Stand in for the reader of dates in words."""
    return {"19 آب 14:12": DateValue("XXXX-08-19", "day"), "كانون الأول 2024": DateValue("2024-12", "month")}.get(line)


@pytest.mark.parametrize(
    ("told", "value", "grain"),
    [
        (["2024-12-22"], "2024-12-22", "day"),
        (["2024-12-22T23:30:00+03:00"], "2024-12-22", "day"),
        (["2015-07-24 15:37:29"], "2015-07-24", "day"),
        (["Sun, 22 Dec 2024 10:00:00 GMT"], "2024-12-22", "day"),
        (["2024-12"], "2024-12", "month"),
        (["2024"], "2024", "year"),
        (["XXXX-08-19"], "XXXX-08-19", "day"),
        (["كانون الأول 2024"], "2024-12", "month"),
        (["19 آب 14:12"], "XXXX-08-19", "day"),
        (["بلا تاريخ", "2024-12-22"], "2024-12-22", "day"),
        (["2024-12-22", "19 آب 14:12"], "2024-12-22", "day"),
    ],
)
def test_the_first_wording_that_holds_a_date_is_taken_with_its_grain(told: list[str], value: str, grain: str) -> None:
    found = find_published(told, None, read_words)
    assert found is not None
    assert (found.value, found.grain) == (value, grain)


@pytest.mark.parametrize("told", ["2024-13-40", "2023-02-29", "20241", "99 Xxx 2024", "XXXX", "", "32 Dec 2024"])
def test_what_is_no_date_gives_none(told: str) -> None:
    assert find_published([told], None, read_words) is None


@pytest.mark.parametrize(
    ("value", "captured_at", "settled"),
    [
        ("XXXX-08-19", "2024-12-22T10:00:00Z", "2024-08-19"),
        ("XXXX-08-19", "2024-08-19", "2024-08-19"),
        ("XXXX-12-30", "2024-12-22", "2023-12-30"),
        ("XXXX-02-29", "2023-05-01", "2020-02-29"),
        ("XXXX-12", "2024-11-30", "2023-12"),
        ("XXXX-08-19", None, "XXXX-08-19"),
        ("XXXX-08-19", "last year", "XXXX-08-19"),
        ("2019-08-19", "2024-12-22", "2019-08-19"),
        ("XXXX-02-30", "2024-12-22", "XXXX-02-30"),
    ],
)
def test_the_capture_settles_the_year(value: str, captured_at: str | None, settled: str) -> None:
    assert settle_year(DateValue(value, "day"), captured_at).value == settled


@pytest.mark.parametrize(
    ("hints", "day"),
    [
        pytest.param([WeekdayHint(TUESDAY, 1)], "2024-12-18", id="yesterday was Tuesday"),
        pytest.param([WeekdayHint(SUNDAY, 0)], "2024-12-22", id="today is Sunday, the day of the capture"),
        pytest.param(
            [WeekdayHint(MONDAY, 2), WeekdayHint(WEDNESDAY, 0), WeekdayHint(SUNDAY, 0)], "2024-12-18", id="most"
        ),
        pytest.param([WeekdayHint(MONDAY, 0), WeekdayHint(SUNDAY, 0)], None, id="no agreement"),
        pytest.param([], None, id="no hints"),
    ],
)
def test_weekdays_in_the_text_recover_the_day(hints: list[WeekdayHint], day: str | None) -> None:
    found = recover_day(hints, "2024-12-22T09:00:00+03:00")
    assert (found.value if found else None) == day


def test_without_a_time_of_capture_no_day_is_recovered() -> None:
    assert recover_day([WeekdayHint(TUESDAY, 1)], None) is None


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.integers(0, 2), st.integers(0, 6))
def test_a_page_captured_within_a_week_gives_back_its_day(published: date, days_before: int, later: int) -> None:
    hint = WeekdayHint((published - timedelta(days=days_before)).weekday(), days_before)
    found = recover_day([hint], (published + timedelta(days=later)).isoformat())
    assert found == DateValue(published.isoformat(), "day")
