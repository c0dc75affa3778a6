"""The golden pages: six of the examples, each with the whole record that is read in it."""

from __future__ import annotations

import json
from pathlib import Path

from marsad.collect.parse import parse
from marsad.extract.annotate import annotate
from marsad.knowledge.base import Knowledge
from marsad.model.document import Capture, Document
from marsad.model.record import Record, as_record
from marsad.pipeline import parse_tools

_EXPECTED = Path(__file__).parent / "golden"
_EXAMPLES = Path(__file__).parents[1] / "examples"
NAMES = (
    "01-relayed-warning", "02-arrests-rafid", "05-no-year", "07-wire-dateline", "08-clash", "09-foiled-attack",
)  # fmt: skip
_MEDIA = {".txt": "text/plain", ".html": "text/html"}
_SAVED = "2025-08-20T09:00:00+00:00"


def record_of(name: str, knowledge: Knowledge) -> Record:
    """Read a golden page and return its record; the knowledge's version, new with every edit of a file, is left out."""
    page = next(_EXAMPLES.glob(f"{name}.*"))
    capture = Capture(f"examples/{page.name}", _MEDIA[page.suffix], page.read_bytes(), _SAVED)
    (document,) = (found for found in parse(capture, parse_tools(knowledge)) if isinstance(found, Document))
    return as_record(annotate(document, knowledge)) | {"knowledge_version": ""}


def expected_path(name: str) -> Path:
    """Return where the expected record of a page stands."""
    return _EXPECTED / f"{name}.json"


def as_text(record: Record) -> str:
    """Return a record as it is written in a golden file."""
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
