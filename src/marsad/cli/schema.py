"""``marsad schema``: the contract of the record."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import typer

_FILE = resources.files("marsad.model") / "record.schema.json"


def schema() -> None:
    """Print the JSON Schema of a record."""
    typer.echo(_FILE.read_text("utf-8"), nl=False)


def record_schema() -> Any:
    """Return the JSON Schema of a record as data."""
    return json.loads(_FILE.read_text("utf-8"))
