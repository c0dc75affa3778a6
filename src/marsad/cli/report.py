"""``marsad report``: one page on which every record stands in the words it was read from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from marsad.cli.console import opened, say, summary
from marsad.cli.extract import annotated_documents
from marsad.cli.options import CapturedAt, KnowledgeFolder, StoreFile, timestamp
from marsad.errors import MarsadError, UsageError


def report(
    addresses: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="Pages, folders or -; none: what is in the store.")
    ] = None,
    *,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The page to write.")] = Path("report.html"),
    language: Annotated[Literal["ar", "en"], typer.Option(help="The language of headings and labels.")] = "ar",
    title: Annotated[str, typer.Option(metavar="WORDS", help="The page's title.")] = "marsad",
    store: StoreFile = None,
    knowledge: KnowledgeFolder = None,
    captured: CapturedAt = None,
) -> None:
    """Write a page that shows every record in the words it was read from.

    One self-contained HTML file: the articles with their events and
    statements marked, and a map of the places.

      marsad report pages/ --out report.html         straight from pages
      marsad report --store july.db --language en    from a store
    """
    from marsad.cli.loading import knowledge_of
    from marsad.model.issue import Issue
    from marsad.model.record import as_record
    from marsad.pipeline import Tally
    from marsad.publish.report import render_report
    from marsad.settings import store_path
    from marsad.store import queries
    from marsad.store.database import open_store

    if addresses and store:
        raise UsageError("give either pages or --store, not both")
    loaded = knowledge_of(knowledge)
    unread: list[Issue] = []
    if addresses:
        tally = Tally()
        read = annotated_documents(addresses, loaded, timestamp(captured), tally, unread.append)
        records = [as_record(annotated) for annotated in read]
        unread.sort(key=lambda issue: issue.uri)
        say(summary(tally))
    else:
        with open_store(store_path(store)) as kept:
            records = list(queries.records(kept))
            unread = list(queries.issues(kept, unread_only=True))
    if not records:
        raise MarsadError("there is nothing to report on; no page was written")
    outlets = {o.id: o.name if language == "ar" else o.name_en for o in loaded.outlets.by_id.values()}
    with opened(out) as stream:
        stream.write(render_report(records, title=title, language=language, outlets=outlets, unread=unread))
    say(f"{out}: written")
