"""Records for reading in a terminal.

Columns are kept apart by strong left-to-right marks: a terminal that orders Arabic from right to left would else swap
two Arabic cells that stand beside each other.
"""

from __future__ import annotations

import sys

import typer
from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from marsad.model.record import Record

_WIDTH = 160  # columns, where the output is no terminal
_DIVIDER = "│"
_LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"


def print_events(record: Record) -> None:
    """Print an article's title and one row an event."""
    _print_heading(record)
    _print(_events(record))


def print_record(record: Record) -> None:
    """Print an article with its text, its events and its statements."""
    _print_heading(record)
    typer.echo(f"{record['document']['text']}\n")
    _print(_events(record))
    _print(_statements(record))


def _print_heading(record: Record) -> None:
    document = record["document"]
    published = document["published"]["value"] if document["published"] else "no date"
    typer.echo(f"{document['title'] or document['uri']}")
    typer.echo(f"{document['id']} · {document['source_id'] or 'unknown outlet'} · {published} · {document['uri']}")


def _events(record: Record) -> Table:
    speakers = {q["id"]: q["source"]["name"] for q in record["quotations"]}
    table = _table("type", "status", "date", "place", "actors", "targets", "counts", "speaker")
    for event in record["events"]:
        _add_row(
            table,
            event["event_type"],
            event["status"] + (" (background)" if event["background"] else ""),
            event["date"]["value"] if event["date"] else "",
            _place(event["place"]),
            _names(event["actors"]),
            _names(event["targets"]),
            "\n".join(map(_count, event["counts"])),
            speakers.get(event["quotation_id"], ""),
        )
    return table


def _statements(record: Record) -> Table:
    table = _table("speaker", "cue", "content", "through", "answers")
    for quotation in record["quotations"]:
        _add_row(
            table,
            quotation["source"]["name"],
            quotation["cue_class"],
            quotation["content"]["text"],
            " ← ".join(relay["text"] for relay in quotation["relays"]),
            "\n".join(f"{a['question']}: {a['position']}" for a in quotation["answers"]),
        )
    return table


def _place(place: Record | None) -> str:
    if not place:
        return ""
    return ", ".join(filter(None, (place["name"], place["admin1"], place["country"])))


def _names(actors: list[Record]) -> str:
    return "\n".join(actor["name"] for actor in actors)


def _count(count: Record) -> str:
    low, high = count["low"], count["high"]
    if low == high:
        number = f"{low}"
    elif high is None:
        number = f"{low}+"
    else:
        number = f"{'' if low is None else low}–{high}"
    about = "about " if count["qualifier"] == "about" else ""
    return f"{about}{number} {count['unit']}"


def _table(*columns: str) -> Table:
    table = Table(box=box.MINIMAL, show_lines=False, expand=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _add_row(table: Table, *cells: str) -> None:
    table.add_row(*(Text(cell) for cell in cells))


def _print(table: RenderableType) -> None:
    console = Console(width=None if sys.stdout.isatty() else _WIDTH)
    with console.capture() as captured:
        console.print(table)
    typer.echo(captured.get().replace(_DIVIDER, f"{_LEFT_TO_RIGHT}{_DIVIDER}{_LEFT_TO_RIGHT}"))
