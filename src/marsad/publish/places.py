"""Names of places, as the page shows them in its own language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.publish.boundaries import governorate_name

if TYPE_CHECKING:
    from marsad.model.record import Record
    from marsad.publish.catalogue import Catalogue


def place_name(place: Record | None, catalogue: Catalogue) -> str:
    """Return the name of an event's place; of its country, or that none is named, where no more is known."""
    if place is None or not (place["name"] or place["country"]):
        return catalogue.text("no_place")
    if place["name"] is None or (place["precision"] == "country" and place["country"]):
        return catalogue.label("country", place["country"])
    return str(place["name_en"] if catalogue.language == "en" and place["name_en"] else place["name"])


def place_line(place: Record, catalogue: Catalogue) -> list[str]:
    """Return a place from the narrowest to the widest: its name, governorate and country, each once."""
    names = [place_name(place, catalogue)]
    if place["admin1"]:
        names.append(governorate_name(place["admin1"], catalogue))
    if place["country"]:
        names.append(catalogue.label("country", place["country"]))
    return list(dict.fromkeys(names))
