"""The gazetteer against Who's On First, which lies with the material for development and is not part of the project."""

from __future__ import annotations

import csv
import gzip
import math
from pathlib import Path

import pytest

from marsad.knowledge.base import Knowledge

ORACLE = Path(__file__).parents[3] / "shared" / "oracle" / "whosonfirst-iq-sy.tsv.gz"
EARTH_DIAMETER_KM = 12_742
NEAR_KM = 10.0  # a town's middle is not the same for everybody


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two places, given by latitude and longitude (haversine)."""
    (lat_a, lon_a), (lat_b, lon_b) = (tuple(map(math.radians, place)) for place in (a, b))
    half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return EARTH_DIAMETER_KM * math.asin(math.sqrt(half))


@pytest.mark.skipif(not ORACLE.is_file(), reason="the oracle is not here")
def test_every_place_that_the_oracle_knows_lies_where_it_says(knowledge: Knowledge) -> None:
    with gzip.open(ORACLE, "rt", encoding="utf-8", newline="") as lines:
        known = {
            row["geonames_id"]: (float(row["latitude"]), float(row["longitude"]))
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["geonames_id"]
        }
    shared = [place for place in knowledge.gazetteer.by_id.values() if place.geonames_id in known]
    far = [
        place.id
        for place in shared
        if distance_km((place.latitude, place.longitude), known[place.geonames_id]) > max(NEAR_KM, place.precision_km)
    ]
    assert len(shared) > 1000
    assert far == []
