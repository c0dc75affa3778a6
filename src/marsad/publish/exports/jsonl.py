"""JSON Lines: one record a line, in the contract's own form (``marsad schema``)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from marsad.model.record import Record


def write(records: Iterable[Record], out: TextIO) -> int:
    """Write each record as one line of JSON, Arabic as Arabic; return the number of lines."""
    rows = 0
    for record in records:
        out.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
        rows += 1
    return rows
