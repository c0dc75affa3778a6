"""The days that an EDTF value covers, so that a store can compare dates of every grain."""

from __future__ import annotations

import re
from calendar import monthrange

_DATE = re.compile(r"(\d{3}[\dX])(?:-(\d\d)(?:-(\d\d))?)?")


def first_day(edtf: str) -> str | None:
    """Return the first ISO day of an EDTF date or interval, ``None`` where its year is not told (``XXXX-08-19``)."""
    return _bound(edtf.partition("/")[0], last=False)


def last_day(edtf: str) -> str | None:
    """Return the last ISO day of an EDTF date or interval, ``None`` where its year is not told."""
    return _bound(edtf.rpartition("/")[2], last=True)


def _bound(date: str, *, last: bool) -> str | None:
    found = _DATE.match(date)
    if not found:
        return None
    year = found[1].replace("X", "9" if last else "0")
    month = found[2] or ("12" if last else "01")
    day = found[3] or (f"{monthrange(int(year), int(month))[1]:02}" if last else "01")
    return f"{year}-{month}-{day}"
