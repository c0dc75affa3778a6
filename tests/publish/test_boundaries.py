from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from marsad.publish.boundaries import boundaries, governorate_name
from marsad.publish.catalogue import load_catalogue

GAZETTEER = Path(__file__).parents[2] / "knowledge" / "gazetteer"


def test_the_file_stays_small() -> None:
    assert len(files("marsad.publish").joinpath("boundaries.json").read_bytes()) < 60_000


@pytest.mark.parametrize("table", ["iraq", "syria"])
def test_every_governorate_of_the_gazetteer_has_an_outline(table: str) -> None:
    lines = (GAZETTEER / f"{table}.tsv").read_text("utf-8").splitlines()
    fields = lines[0].split("\t")
    rows = [dict(zip(fields, line.split("\t"), strict=False)) for line in lines[1:] if not line.startswith("#")]
    governorates = {(r["country"], r["admin1"], r["name"]) for r in rows if r["kind"] == "governorate"}
    country = governorates and next(iter(governorates))[0]
    told = [feature["properties"] for feature in boundaries()]
    outlined = {(t["country"], t["name"], t["name_ar"]) for t in told if t["kind"] == "governorate"}
    assert governorates == {outline for outline in outlined if outline[0] == country}


def test_rings_are_closed_and_lie_around_iraq_and_syria() -> None:
    for feature in boundaries():
        for polygon in feature["geometry"]["coordinates"]:
            for ring in polygon:
                assert ring[0] == ring[-1]
                assert all(33 < longitude < 51 and 28 < latitude < 39 for longitude, latitude in ring)


@pytest.mark.parametrize(
    ("name", "arabic"), [("Salah al-Din", "صلاح الدين"), ("Deir ez-Zor", "دير الزور"), ("Saada", "Saada")]
)
def test_governorates_are_named_in_the_language_of_the_page(name: str, arabic: str) -> None:
    assert governorate_name(name, load_catalogue("ar")) == arabic
    assert governorate_name(name, load_catalogue("en")) == name
