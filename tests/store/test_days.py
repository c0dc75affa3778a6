from __future__ import annotations

import pytest

from marsad.store.days import first_day, last_day


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-12-22", "2024-12-22", "2024-12-22"),
        ("2024-12-22T14:12", "2024-12-22", "2024-12-22"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2024-12-20/2024-12-22", "2024-12-20", "2024-12-22"),
        ("2024-11/2024-12", "2024-11-01", "2024-12-31"),
        ("../2024-12-22", None, "2024-12-22"),
        ("2024-12-20/..", "2024-12-20", None),
        ("XXXX-08-19", None, None),
    ],
)
def test_a_value_of_any_grain_covers_its_days(edtf: str, first: str | None, last: str | None) -> None:
    assert (first_day(edtf), last_day(edtf)) == (first, last)
