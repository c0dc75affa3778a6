from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model.document import DateValue
from marsad.text import edtf

DAYS = st.dates(date(1927, 1, 1), date(2075, 1, 1))  # the Umm al-Qura tables begin in 1924


@pytest.mark.parametrize(
    ("published", "day"),
    [
        (DateValue("2024-12-22", "day"), date(2024, 12, 22)),
        (DateValue("2024-12-22T14:12", "minute"), date(2024, 12, 22)),
        (DateValue("XXXX-08-19", "day"), None),
        (DateValue("2024-12", "month"), None),
        (DateValue("2024-12-01/2024-12-05", "interval"), None),
        (DateValue("2024-02-31", "day"), None),
        (None, None),
    ],
)
def test_the_base_is_a_whole_day_or_none(published: DateValue | None, day: date | None) -> None:
    assert edtf.base_day(published) == day


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_at_most_six_days_back_and_the_past_one_a_day_at_least(base: date, weekday: int) -> None:
    latest, past = edtf.weekday_from(weekday, base, None), edtf.weekday_from(weekday, base, "past")
    assert timedelta(0) <= base - latest <= timedelta(6)
    assert timedelta(1) <= base - past <= timedelta(7)
    assert latest.weekday() == past.weekday() == weekday


@given(DAYS, st.integers(1, 12), st.integers(1, 28))
def test_a_day_without_a_year_lies_within_a_year_back_and_sixty_days_ahead(base: date, month: int, day: int) -> None:
    found = edtf.day_in_year_near(month, day, base, None)
    assert found is not None
    assert -timedelta(60) <= base - found <= timedelta(306)


@given(DAYS)
def test_a_leap_day_without_a_year_is_found_in_a_leap_year(base: date) -> None:
    found = edtf.day_in_year_near(2, 29, base, None)
    assert found is not None
    assert (found.month, found.day) == (2, 29)


@given(DAYS)
def test_a_hijri_day_without_a_year_is_the_latest_up_to_sixty_days_ahead(base: date) -> None:
    found = edtf.hijri_day_near(9, 1, base, None)
    assert found is not None
    assert -timedelta(60) <= base - found <= timedelta(300)


def test_a_window_inside_one_month_is_the_month() -> None:
    assert edtf.window(date(2015, 7, 19), date(2015, 7, 25)) == DateValue("2015-07", "month")
    assert edtf.window(date(2015, 6, 28), date(2015, 7, 4)) == DateValue("2015-06-28/2015-07-04", "interval")


@pytest.mark.parametrize(("year", "month", "day"), [(1446, 9, 31), (1446, 13, 1), (1200, 1, 1), (1501, 1, 1)])
def test_an_impossible_hijri_day_is_none(year: int, month: int, day: int) -> None:
    assert edtf.hijri_day(year, month, day) is None


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_a_step_out_of_the_newspaper_age_has_no_value(unit: edtf.Unit) -> None:
    assert edtf.unit_away(unit, -60_000, date(2015, 7, 24)) is None
    assert edtf.units_from(unit, -60_000, date(2015, 7, 24)) is None


@pytest.mark.parametrize(
    ("unit", "steps", "value"),
    [
        ("hour", -3, "2015-08-01"),
        ("hour", -24, "2015-07-31"),
        ("hour", -48, "2015-07"),
        ("day", -3, "2015-07"),
        ("day", 2, "2015-08"),
        ("week", -1, "2015-07"),
        ("month", -6, "2015-02/2015-08"),
        ("year", 5, "2015/2020"),
    ],
)
def test_a_stretch_ends_the_day_before_or_begins_with_the_day(unit: edtf.Unit, steps: int, value: str) -> None:
    found = edtf.units_from(unit, steps, date(2015, 8, 1))
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    ("found", "published", "days"),
    [
        (DateValue("2024-12-20", "day"), DateValue("2024-12-22", "day"), 2),
        (DateValue("2024-12-23", "day"), DateValue("2024-12-22", "day"), -1),
        (DateValue("2024-12", "month"), DateValue("2024-12-22", "day"), None),
        (DateValue("XXXX-12-20", "day"), DateValue("2024-12-22", "day"), None),
        (DateValue("2024-12-20", "day"), None, None),
    ],
)
def test_the_days_before_publication_are_counted_where_both_days_are_known(
    found: DateValue, published: DateValue | None, days: int | None
) -> None:
    assert edtf.days_before(found, published) == days


def test_days_are_counted_from_a_whole_day_alone() -> None:
    assert edtf.days_earlier(DateValue("2015-07-23", "day"), 3) == DateValue("2015-07-20", "day")
    assert edtf.days_earlier(DateValue("2015-07", "month"), 3) is None


@pytest.mark.parametrize(
    ("first", "published", "value"),
    [
        ("2015-07-03", "2015-07-21", DateValue("2015-07", "month")),
        ("2015-06-29", "2015-07-03", DateValue("2015-06-29/2015-07-02", "interval")),
        ("2015-07-21", "2015-07-21", None),
    ],
)
def test_a_stretch_since_a_day_ends_before_publication(first: str, published: str, value: DateValue | None) -> None:
    assert edtf.window_until(DateValue(first, "day"), DateValue(published, "day")) == value
