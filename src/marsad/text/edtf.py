"""Days, months, years and stretches of time as EDTF values (ISO 8601-2), and the reckoning that is left to the reader.

Everything is counted from ``base``, the day of publication. Hijri dates are those of the Umm al-Qura calendar.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from hijridate import Gregorian, Hijri

from marsad.model.document import DateValue

Tense = Literal["before_past", "past", "present", "next", "after_next"]
Unit = Literal["hour", "day", "week", "month", "year"]

STEPS: dict[Tense, int] = {"before_past": -2, "past": -1, "present": 0, "next": 1, "after_next": 2}
FIRST_YEAR, LAST_YEAR = 1900, 2100  # of what counts as a year in a newspaper
_AHEAD = timedelta(days=60)  # so far ahead of publication a day without a year may lie
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def base_day(published: DateValue | None) -> date | None:
    """Return the day of publication; ``None`` where not the whole of it is known."""
    match = _DAY.match(published.value) if published and published.grain in ("minute", "hour", "day") else None
    if match is None:
        return None
    year, month, day = map(int, match.group().split("-"))
    return as_date(year, month, day)


def days_before(found: DateValue, published: DateValue | None) -> int | None:
    """Return how many days before publication a day lies; ``None`` where not the whole of both is known."""
    day, today = base_day(found), base_day(published)
    return None if day is None or today is None else (today - day).days


def days_earlier(found: DateValue, days: int) -> DateValue | None:
    """Return the day so many days before a day; ``None`` where not the whole of it is known."""
    day = base_day(found)
    return unit_away("day", -days, day) if day else None


def window_until(found: DateValue, published: DateValue | None) -> DateValue | None:
    """Return the stretch from a day to the one before publication; ``None`` where not the whole of both is known."""
    first, today = base_day(found), base_day(published)
    return window(first, today - timedelta(days=1)) if first and today and first < today else None


def as_date(year: int, month: int, day: int) -> date | None:
    """Return the day; ``None`` where the calendar has no such day or the year is none of a newspaper's."""
    if not (_is_year(year) and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def day_value(day: date) -> DateValue:
    """Return a day, ``2024-12-22``."""
    return DateValue(day.isoformat(), "day")


def month_value(year: int, month: int) -> DateValue:
    """Return a month, ``2024-12``."""
    return DateValue(f"{year:04}-{month:02}", "month")


def year_value(year: int) -> DateValue:
    """Return a year, ``2024``."""
    return DateValue(f"{year:04}", "year")


def interval(first: DateValue, last: DateValue) -> DateValue:
    """Return all from ``first`` to ``last``, which have the same grain."""
    return first if first == last else DateValue(f"{first.value}/{last.value}", "interval")


def window(first: date, last: date) -> DateValue:
    """Return a loosely named stretch of days: its month where it lies in one, else the interval."""
    if (first.year, first.month) == (last.year, last.month):
        return month_value(first.year, first.month)
    return interval(day_value(first), day_value(last))


def week_window(day: date) -> DateValue:
    """Return the week, Sunday to Saturday, that holds ``day``."""
    sunday = day - timedelta(days=(day.weekday() + 1) % 7)
    return window(sunday, sunday + timedelta(days=6))


def unit_away(unit: Unit, steps: int, base: date) -> DateValue | None:
    """Return the day, week, month or year so many steps from that of ``base`` (an hour's is its day)."""
    if unit == "month":
        year, month = divmod(base.year * 12 + base.month - 1 + steps, 12)
        return month_value(year, month + 1) if _is_year(year) else None
    if unit == "year":
        return year_value(base.year + steps) if _is_year(base.year + steps) else None
    day = _days_away(base, {"hour": 0, "day": steps, "week": 7 * steps}[unit])
    if day is None:
        return None
    return week_window(day) if unit == "week" else day_value(day)


def units_from(unit: Unit, steps: int, base: date) -> DateValue | None:
    """Return the stretch of so many units up to the day before ``base`` or, where ``steps`` is positive, from it on.

    Months and years are counted whole, that of ``base`` among them. Less than a day is the day of ``base`` itself.
    """
    if unit in ("month", "year"):
        ends = [unit_away(unit, min(steps, 0), base), unit_away(unit, max(steps, 0), base)]
        return interval(ends[0], ends[1]) if ends[0] and ends[1] else None
    days = int(steps / 24) if unit == "hour" else steps * (7 if unit == "week" else 1)
    other = _days_away(base, days)
    if days in (0, -1) or other is None:
        return day_value(other) if other else None
    return window(other, base - timedelta(days=1)) if days < 0 else window(base, other)


def _is_year(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def _days_away(base: date, days: int) -> date | None:
    day = base.toordinal() + days
    return (
        date.fromordinal(day)
        if date(FIRST_YEAR, 1, 1).toordinal() <= day <= date(LAST_YEAR, 12, 31).toordinal()
        else None
    )


def weekday_near(weekday: int, anchor: date) -> date:
    """Return the day with this weekday (Monday is 0) within two days of ``anchor``, else ``anchor``."""
    shift = (weekday - anchor.weekday() + 3) % 7 - 3
    return anchor + timedelta(days=shift) if abs(shift) < 3 else anchor


def weekday_from(weekday: int, base: date, tense: Tense | None) -> date:
    """Return the latest day with this weekday up to ``base``; with a tense the one before, before that, or after it."""
    if tense in ("next", "after_next"):
        ahead = (weekday - base.weekday() - 1) % 7 + 1
        return base + timedelta(days=ahead + 7 * (tense == "after_next"))
    if tense in ("past", "before_past"):
        back = (base.weekday() - weekday - 1) % 7 + 1
        return base - timedelta(days=back + 7 * (tense == "before_past"))
    return base - timedelta(days=(base.weekday() - weekday) % 7)


def choose(days: list[date], base: date, tense: Tense | None) -> date | None:
    """Return which of some days a year apart is meant: the latest no more than 60 days ahead, or as the tense says."""
    if tense in ("next", "after_next"):
        return min((day for day in days if day > base), default=None)
    limit = base - timedelta(days=1) if tense in ("past", "before_past") else base + _AHEAD
    return max((day for day in days if day <= limit), default=None)


def day_in_year_near(month: int, day: int, base: date, tense: Tense | None) -> date | None:
    """Return the day of which no year is told."""
    years = range(base.year - 8, base.year + 9) if (month, day) == (2, 29) else range(base.year - 1, base.year + 2)
    return choose([found for year in years if (found := as_date(year, month, day))], base, tense)


def month_in_year_near(month: int, base: date, tense: Tense | None) -> DateValue | None:
    """Return the month of which no year is told; the past one is never that of ``base``."""
    start = base.replace(day=1) if tense else base
    found = day_in_year_near(month, 1, start, tense)
    return month_value(found.year, found.month) if found else None


def hijri_day(year: int, month: int, day: int) -> date | None:
    """Return a Hijri day in the Gregorian calendar; ``None`` where there is none or the year is out of range."""
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri_day_near(month: int, day: int, base: date, tense: Tense | None) -> date | None:
    """Return the Hijri day of which no year is told."""
    year = _hijri_year(base)
    return choose([found for y in range(year - 1, year + 2) if (found := hijri_day(y, month, day))], base, tense)


def hijri_month(year: int, month: int) -> DateValue | None:
    """Return a Hijri month as an interval of Gregorian days."""
    first = hijri_day(year, month, 1)
    if first is None:
        return None
    last = first + timedelta(days=Hijri(year, month, 1).month_length() - 1)
    return interval(day_value(first), day_value(last))


def hijri_month_near(month: int, base: date, tense: Tense | None) -> DateValue | None:
    """Return the Hijri month of which no year is told."""
    first = hijri_day_near(month, 1, base, tense)
    return hijri_month(_hijri_year(first), month) if first else None


def hijri_year(year: int) -> DateValue | None:
    """Return a Hijri year as an interval of Gregorian days."""
    first, last = hijri_day(year, 1, 1), hijri_day(year + 1, 1, 1)
    return interval(day_value(first), day_value(last - timedelta(days=1))) if first and last else None


def _hijri_year(day: date) -> int:
    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return 0
