"""The day of publication, with the grain to which it is known.

The page's own markup or fields come first, then the date lines near its title. A date without a year keeps its place
(``XXXX-08-19``) until a time of capture settles it. Values are EDTF; of a time of day only the day is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from email.utils import parsedate
from typing import TYPE_CHECKING, NamedTuple

from marsad.model.document import DateValue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_ISO = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?(?=$|[T ])")
_RFC_2822 = re.compile(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4}\b")
_LEAP_SPAN = 8  # years within which a 29 February comes


class WeekdayHint(NamedTuple):
    """A day of the week named by its distance: «أمس الثلاثاء» is ``(1, 1)``; weekdays count from Monday, which is 0."""

    weekday: int
    days_before: int


def find_published(
    told: Iterable[str], captured_at: str | None, read_date: Callable[[str], DateValue | None]
) -> DateValue | None:
    """Return the date of the first of the ``told`` wordings that holds one, its year settled by the time of capture."""
    for wording in told:
        if found := _read_stamp(wording) or read_date(wording):
            return settle_year(found, captured_at)
    return None


def settle_year(found: DateValue, captured_at: str | None) -> DateValue:
    """Return a date without a year as the nearest one not after the capture; as it is where either is not known."""
    captured = _day(captured_at)
    if captured is None or not found.value.startswith("XXXX-"):
        return found
    for year in range(captured.year, captured.year - _LEAP_SPAN - 1, -1):
        value = f"{year:04}{found.value[4:]}"
        first = _day(value if len(value) > len("YYYY-MM") else f"{value}-01")
        if first and first <= captured:
            return DateValue(value, found.grain)
    return found


def recover_day(hints: Sequence[WeekdayHint], captured_at: str | None) -> DateValue | None:
    """Return the last day not after the capture on which most of the hints hold; ``None`` where they do not agree.

    This trusts that the page was captured within a week of its publication.
    """
    captured = _day(captured_at)
    if captured is None or not hints:
        return None
    (weekday, votes), *_ = Counter((hint.weekday + hint.days_before) % 7 for hint in hints).most_common()
    if 2 * votes <= len(hints):
        return None
    return DateValue((captured - timedelta(days=(captured.weekday() - weekday) % 7)).isoformat(), "day")


def _read_stamp(wording: str) -> DateValue | None:
    """Read a machine's date: ISO 8601 or RFC 2822."""
    if match := _ISO.match(wording.strip()):
        year, month, day = match.groups()
        value = "-".join(filter(None, (year, month, day)))
        stated = _day(f"{year.replace('XXXX', '2000')}-{month or '01'}-{day or '01'}")
        return DateValue(value, "day" if day else "month" if month else "year") if stated and value != "XXXX" else None
    if _RFC_2822.match(wording) and (parsed := parsedate(wording)):
        stated = _day(f"{parsed[0]:04}-{parsed[1]:02}-{parsed[2]:02}")
        return DateValue(stated.isoformat(), "day") if stated else None
    return None


def _day(stamp: str | None) -> date | None:
    try:
        return date.fromisoformat((stamp or "")[:10])
    except ValueError:
        return None
