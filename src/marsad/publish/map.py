"""The map of a report: outlines, discs and labels in pixels, ready to be written as SVG.

An equirectangular projection true at 33.4 degrees north serves a frame of this size. A place known as a town is a
dot; one known as a district, a governorate or a range of mountains is a pale disc of its true radius, so that
nobody takes the centre of a governorate for the place of an event.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sqrt
from typing import TYPE_CHECKING, Any

from marsad.publish.boundaries import boundaries, outline_name
from marsad.publish.places import place_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from marsad.publish.catalogue import Catalogue
    from marsad.publish.summary import Spot

WEST, EAST, SOUTH, NORTH = 34.4, 49.2, 28.9, 38.1  # degrees
WIDTH = 820  # pixels
_EAST_SCALE = WIDTH / (EAST - WEST)  # pixels a degree of longitude
_NORTH_SCALE = _EAST_SCALE / cos(radians(33.4))  # pixels a degree of latitude
HEIGHT = round((NORTH - SOUTH) * _NORTH_SCALE)
_PIXELS_PER_KM = _NORTH_SCALE / 111.2

_AREAS = frozenset(("district", "admin1", "region"))
_DOT, _DISC_MIN, _DISC_MAX = 5.0, 13.0, 90.0  # radii in pixels
_FONT, _LETTER = 13, 0.56  # pixels, mean width of a letter in units of the font's size
_SHADES = 4
_PLACE_LABELS_MAX = 14


@dataclass(frozen=True, slots=True)
class Area:
    """The outline of a governorate or country; ``shade`` is 0 (no event) to 4."""

    path: str
    kind: str
    shade: int
    approximate: bool


@dataclass(frozen=True, slots=True)
class Disc:
    """A place with events, as a disc: ``radius`` shows how closely it is known, ``dot`` how many events there are."""

    spot: Spot
    x: float
    y: float
    radius: float
    dot: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map, centred at ``x`` on the baseline ``y``; ``kind`` is place, governorate or country."""

    text: str
    x: float
    y: float
    kind: str


@dataclass(frozen=True, slots=True)
class MapView:
    """Everything on the map, in the order in which it is drawn."""

    areas: tuple[Area, ...]
    discs: tuple[Disc, ...]
    labels: tuple[Label, ...]
    width: int = WIDTH
    height: int = HEIGHT


def draw_map(spots: Sequence[Spot], catalogue: Catalogue) -> MapView:
    """Lay out the map of the places of events."""
    mapped = [spot for spot in spots if spot.mapped]
    discs = sorted((_disc(spot) for spot in mapped if _in_frame(spot)), key=lambda disc: -disc.radius)
    return MapView(_areas(mapped), tuple(discs), tuple(_labels(discs, catalogue)))


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Return the pixel of a point given in degrees."""
    return (longitude - WEST) * _EAST_SCALE, (NORTH - latitude) * _NORTH_SCALE


def _in_frame(spot: Spot) -> bool:
    place = spot.place or {}
    return bool(WEST < place["longitude"] < EAST and SOUTH < place["latitude"] < NORTH)


def _areas(spots: Iterable[Spot]) -> tuple[Area, ...]:
    events: dict[tuple[str, str], int] = {}
    for spot in spots:
        if spot.place and spot.place["admin1"]:
            key = (spot.place["country"], spot.place["admin1"])
            events[key] = events.get(key, 0) + len(spot.cards)
    most = max(events.values(), default=1)
    areas = []
    for feature in boundaries():
        told = feature["properties"]
        number = events.get((told["country"], told["name"]), 0) if told["kind"] == "governorate" else 0
        shade = round(number / most * (_SHADES - 1)) + 1 if number else 0
        areas.append(Area(_path(feature["geometry"]), told["kind"], shade, told.get("approximate", False)))
    return tuple(sorted(areas, key=lambda area: area.kind != "country"))


def _path(geometry: Mapping[str, Any]) -> str:
    rings = (ring for polygon in geometry["coordinates"] for ring in polygon)
    return "".join("M" + "L".join(_pixel(*project(*point)) for point in ring[:-1]) + "Z" for ring in rings)


def _pixel(x: float, y: float) -> str:
    return f"{x:.1f} {y:.1f}"


def _disc(spot: Spot) -> Disc:
    place = spot.place or {}
    x, y = project(place["longitude"], place["latitude"])
    number = len(spot.cards)
    dot = _DOT + (2.6 * sqrt(number) if number > 1 else 0)
    if place["precision"] not in _AREAS:
        return Disc(spot, x, y, dot, dot, exact=True)
    radius = min(max((place["precision_km"] or 0) * _PIXELS_PER_KM, _DISC_MIN, dot + 3), _DISC_MAX)
    return Disc(spot, x, y, radius, dot, exact=False)


class _Sheet:
    """The parts of the map that are taken."""

    def __init__(self) -> None:
        self._boxes: list[tuple[float, float, float, float]] = []

    def take(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Take a box if it is free and on the map."""
        free = all(right <= b[0] or b[2] <= left or bottom <= b[1] or b[3] <= top for b in self._boxes)
        if free and left >= 0 and right <= WIDTH and top >= 0 and bottom <= HEIGHT:
            self._boxes.append((left, top, right, bottom))
            return True
        return False

    def block(self, disc: Disc) -> None:
        """Take the dot of a place, whatever lies there."""
        self._boxes.append((disc.x - disc.dot, disc.y - disc.dot, disc.x + disc.dot, disc.y + disc.dot))

    def put(self, label: Label, size: float) -> bool:
        """Take the box of a label."""
        half = len(label.text) * size * _LETTER / 2 + 2
        return self.take(label.x - half, label.y - size, label.x + half, label.y + size * 0.35)


def _labels(discs: Sequence[Disc], catalogue: Catalogue) -> Iterable[Label]:
    """Return the labels that fit: of places from the one with most events, then of governorates, then of countries."""
    sheet = _Sheet()
    for disc in discs:
        sheet.block(disc)
    named = set()
    for disc in sorted(discs, key=lambda disc: -len(disc.spot.cards))[:_PLACE_LABELS_MAX]:
        text = place_name(disc.spot.place, catalogue)
        label = next((label for label in _around(disc, text) if sheet.put(label, _FONT)), None)
        if label:
            named.add(text)
            yield label
    for kind, size in (("governorate", 11.0), ("country", 12.5)):
        for feature in boundaries():
            told = feature["properties"]
            text = outline_name(feature, catalogue)
            x, y = project(*told["label"])
            label = Label(text, x, y + size / 3, kind)
            if told["kind"] == kind and text not in named and sheet.put(label, size):
                yield label


def _around(disc: Disc, text: str) -> Iterable[Label]:
    """Return the places in which the label of a disc may stand, the best first."""
    beside = disc.dot + 4 + len(text) * _FONT * _LETTER / 2
    return (
        Label(text, disc.x, disc.y + disc.dot + _FONT, "place"),
        Label(text, disc.x, disc.y - disc.dot - 4, "place"),
        Label(text, disc.x - beside, disc.y + _FONT / 3, "place"),
        Label(text, disc.x + beside, disc.y + _FONT / 3, "place"),
    )
