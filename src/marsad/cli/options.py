"""Arguments and options that several commands share."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

Addresses = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…", help="Pages (.txt .html .json .jsonl .zip), folders of pages, or - (standard input)."
    ),
]
StoreFile = Annotated[
    Path | None, typer.Option("--store", metavar="FILE", help="The store; else that of MARSAD_STORE, else marsad.db.")
]
KnowledgeFolder = Annotated[
    Path | None,
    typer.Option(
        "--knowledge", metavar="FOLDER", help="The analysts' files; else MARSAD_KNOWLEDGE, else marsad's own."
    ),
]
CapturedAt = Annotated[
    datetime | None,
    typer.Option(
        "--captured",
        metavar="DAY",
        formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M"],
        help="When the pages were saved: settles dates without a year (19 August).",
    ),
]
Form = Literal["jsonl", "table"]
OutFile = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write to this file instead.")]


def timestamp(moment: datetime | None) -> str | None:
    """Return a moment as ISO 8601, for the pipeline."""
    return moment.isoformat(timespec="minutes") if moment else None
