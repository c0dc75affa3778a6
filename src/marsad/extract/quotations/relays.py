"""Who passed a statement on: outlets named with the cue."""

from __future__ import annotations

from marsad.extract.reading import Reading
from marsad.model.annotation import Relay


def channels(reading: Reading, first: int, last: int) -> list[Relay]:
    """Return the outlets named in tokens ``[first, last)``, in order; the publishing outlet itself is none."""
    found: list[Relay] = []
    at = first
    while at < last:
        hit = reading.outlet_at(at, last)
        if hit and hit.value.id != reading.document.source_id:
            found.append(Relay(reading.bare_evidence(hit.first, hit.last, hit.prefix), hit.value.id))
        at = hit.last if hit else at + 1
    return found
