"""GeoJSON (RFC 7946): the events that have coordinates, each a point, for maps."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from marsad.model.record import Record


def write(records: Iterable[Record], out: TextIO) -> int:
    """Write a FeatureCollection; return the number of features.

    ``precision_km`` is the radius around the point within which the place lies.
    """
    features = 0
    out.write('{"type":"FeatureCollection","features":[')
    for record in records:
        for event in record["events"]:
            if event["place"] and event["place"]["longitude"] is not None and event["place"]["latitude"] is not None:
                feature = json.dumps(_feature(record["document"], event), ensure_ascii=False, separators=(",", ":"))
                out.write(f"{',' if features else ''}\n{feature}")
                features += 1
    out.write("\n]}\n")
    return features


def _feature(document: Record, event: Record) -> Record:
    place, published, date = event["place"], document["published"] or {}, event["date"] or {}
    properties = {
        "event_type": event["event_type"],
        "status": event["status"],
        "background": event["background"],
        "date": date.get("value"),
        "published": published.get("value"),
        **{name: place[name] for name in ("name", "name_en", "admin1", "country", "precision", "precision_km")},
        "uri": document["uri"],
        "sentence": event["evidence"]["text"],
    }
    point = {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]}
    return {"type": "Feature", "id": event["id"], "geometry": point, "properties": properties}
