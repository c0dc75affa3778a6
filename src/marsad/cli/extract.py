"""``marsad extract``: read pages and print what is in them, without a store."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.console import progress, say, say_issue, summary
from marsad.cli.options import Addresses, CapturedAt, Form, KnowledgeFolder, timestamp

if TYPE_CHECKING:
    from marsad.knowledge.base import Knowledge
    from marsad.model.annotation import AnnotatedDocument
    from marsad.model.issue import Issue
    from marsad.pipeline import Tally


def extract(
    addresses: Addresses,
    *,
    form: Annotated[Form, typer.Option("--format", help="jsonl: a record a line; table: for reading.")] = "jsonl",
    knowledge: KnowledgeFolder = None,
    captured: CapturedAt = None,
) -> None:
    """Read pages and print what is in them.

    Each article is printed as soon as it is read. The form of the records
    is a contract; marsad schema prints it.

      marsad extract page.html --format table
      marsad extract pages/ > records.jsonl
      cat page.txt | marsad extract - | jq '.events[].event_type'
    """
    from marsad.cli.loading import knowledge_of
    from marsad.cli.tables import print_events
    from marsad.model.record import as_record
    from marsad.pipeline import Tally
    from marsad.publish.exports import jsonl

    loaded = knowledge_of(knowledge)
    tally = Tally()
    for annotated in annotated_documents(addresses, loaded, timestamp(captured), tally):
        record = as_record(annotated)
        if form == "table":
            print_events(record)
        else:
            jsonl.write([record], sys.stdout)
        sys.stdout.flush()
    say(summary(tally))
    if not tally.documents:
        raise typer.Exit(1)


def annotated_documents(
    addresses: list[str],
    knowledge: Knowledge,
    captured_at: str | None,
    tally: Tally,
    on_unread: Callable[[Issue], None] = lambda _: None,
) -> Iterator[AnnotatedDocument]:
    """Yield the documents as they are read, counting them in ``tally``; issues are told, with a bar beside them.

    ``on_unread`` is given the issue of each page that yields no document.
    """
    from marsad import pipeline
    from marsad.model.issue import Issue

    with progress("Reading") as step:
        for found in pipeline.read(addresses, knowledge, captured_at=captured_at):
            outcome = found if isinstance(found, Issue) else pipeline.process(found, knowledge)
            tally.add(outcome)
            step(summary(tally))
            if isinstance(outcome, Issue):
                say_issue(outcome)
                on_unread(outcome)
                continue
            for issue in outcome.issues:
                say_issue(issue)
            yield outcome
