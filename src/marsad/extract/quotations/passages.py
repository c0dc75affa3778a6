"""Quoted passages by the tokens that stand in them."""

from __future__ import annotations

from marsad.extract.reading import Reading
from marsad.text.segment import QUOTE_MARKS, Quoted


def passage_from(reading: Reading, at: int) -> Quoted | None:
    """Return the quoted passage that opens with the mark at ``at``."""
    if at >= len(reading.tokens) or reading.form(at) not in QUOTE_MARKS:
        return None
    return next((p for p in reading.text.quoted if p.first == at + 1 and p.last > p.first), None)
