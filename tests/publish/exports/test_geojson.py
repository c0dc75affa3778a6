from __future__ import annotations

import io
import json
from typing import Any

from marsad.publish.exports import geojson
from report_samples import records


def collection(written: list[dict[str, Any]]) -> dict[str, Any]:
    out = io.StringIO()
    number = geojson.write(written, out)
    found: dict[str, Any] = json.loads(out.getvalue())
    assert len(found["features"]) == number
    return found


def test_a_collection_holds_the_events_that_have_coordinates() -> None:
    found = collection(records())
    assert (found["type"], set(found)) == ("FeatureCollection", {"type", "features"})
    assert [f["properties"]["event_type"] for f in found["features"]] == [
        "movement", "armed_attack", "arrest", "clash", "air_strike", "bombing", "shelling",
    ]  # fmt: skip


def test_a_feature_is_a_point_with_longitude_first() -> None:
    feature = collection(records())["features"][2]
    assert (feature["type"], feature["id"]) == ("Feature", "warning.txt-e2")
    assert feature["geometry"] == {"type": "Point", "coordinates": [44.39, 35.47]}


def test_a_feature_says_how_closely_its_place_is_known_and_in_which_words_it_was_read() -> None:
    told = collection(records())["features"][1]["properties"]
    assert (told["status"], told["precision"], told["precision_km"]) == ("denied", "admin1", 70)
    assert (told["uri"], told["sentence"][:4]) == ("warning.txt", "ونفى")


def test_no_records_give_an_empty_collection() -> None:
    assert collection([]) == {"type": "FeatureCollection", "features": []}
