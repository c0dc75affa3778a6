"""The places of a text in order: known names, names that no gazetteer has, references back to either."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.extract.places.names import covered_by, find_names
from marsad.extract.places.references import find_references
from marsad.extract.places.resolution import resolve, surroundings
from marsad.extract.places.unlisted import find_unlisted
from marsad.extract.reading import Reading
from marsad.model.annotation import PlaceMention
from marsad.model.span import Evidence


def find_places(reading: Reading, taken: Sequence[Evidence]) -> tuple[PlaceMention, ...]:
    """Return the mentions of places in the order of the text; none inside ``taken`` (actors, outlets)."""
    covered = covered_by(reading, taken)
    candidates = find_names(reading, covered)
    around = surroundings(reading, candidates)
    places: list[PlaceMention] = []
    for candidate in candidates:
        place = None if candidate.of_other else resolve(reading, candidate, around)
        if place:
            places.append(place)
            around.before.add(place.place_id)
    places = _in_order([*places, *find_unlisted(reading, places, covered)])
    return tuple(_in_order([*places, *find_references(reading, places, covered)]))


def _in_order(places: list[PlaceMention]) -> list[PlaceMention]:
    return sorted(places, key=lambda place: place.evidence.start)
