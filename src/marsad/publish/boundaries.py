"""Outlines and names of governorates and countries: ``boundaries.json``, made by scripts/build_boundaries.py."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from marsad.publish.catalogue import Catalogue


@cache
def boundaries() -> tuple[Mapping[str, Any], ...]:
    """Return the GeoJSON features: ``kind`` is governorate or country, ``label`` the point for its name."""
    source = files("marsad.publish").joinpath("boundaries.json").read_text(encoding="utf-8")
    return tuple(json.loads(source)["features"])


def outline_name(feature: Mapping[str, Any], catalogue: Catalogue) -> str:
    """Return the name of an outline in the catalogue's language."""
    return str(feature["properties"]["name_ar" if catalogue.language == "ar" else "name"])


def governorate_name(name: str, catalogue: Catalogue) -> str:
    """Return the name of a governorate in the catalogue's language, from the English one that records carry."""
    return next((outline_name(f, catalogue) for f in boundaries() if f["properties"]["name"] == name), name)
