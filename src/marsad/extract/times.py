"""Wordings of time, resolved against the day of publication."""

from __future__ import annotations

from marsad.extract.reading import Reading
from marsad.model.annotation import TimeExpression
from marsad.text.dates import find_dates


def find_times(reading: Reading) -> tuple[TimeExpression, ...]:
    """Return the time expressions of the whole text that have a value, in order."""
    found = find_dates(reading.tokens, reading.document.text, reading.knowledge.dates, reading.published)
    return tuple(TimeExpression(reading.evidence(hit.first, hit.last), hit.date) for hit in found)
