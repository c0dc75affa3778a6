"""Distances between places."""

from __future__ import annotations

import math

_KM_A_DEGREE = 111.2


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the distance of two points, told in degrees (equirectangular, good to a per cent within a country)."""
    north = (latitude - other_latitude) * _KM_A_DEGREE
    east = (longitude - other_longitude) * _KM_A_DEGREE * math.cos(math.radians(latitude))
    return math.hypot(north, east)
