"""``marsad run``: read pages into a store."""

from __future__ import annotations

from datetime import UTC, datetime

import typer

from marsad.cli.console import progress, say, say_issue, summary
from marsad.cli.options import Addresses, CapturedAt, KnowledgeFolder, StoreFile, timestamp


def run(
    addresses: Addresses, *, store: StoreFile = None, knowledge: KnowledgeFolder = None, captured: CapturedAt = None
) -> None:
    """Read pages into a store.

    What the store holds already is not read again: a run that was stopped
    goes on where it stood. Pages that cannot be read stop nothing; they are
    told, and kept as issues.

      marsad run pages/ more.jsonl          into marsad.db
      marsad run day.zip --store july.db    into another store
      cat articles.jsonl | marsad run -     from standard input
    """
    from marsad import pipeline
    from marsad.cli.loading import knowledge_of
    from marsad.model.annotation import AnnotatedDocument
    from marsad.settings import store_path
    from marsad.store.database import open_store

    path = store_path(store)
    with open_store(path, create=True) as opened, progress("Reading") as step:

        def tell(tally: pipeline.Tally, outcome: pipeline.Outcome | None) -> None:
            for issue in outcome.issues if isinstance(outcome, AnnotatedDocument) else filter(None, [outcome]):
                say_issue(issue)
            step(summary(tally))

        tally = pipeline.run(
            addresses,
            knowledge_of(knowledge),
            opened,
            clock=lambda: datetime.now(UTC).isoformat(timespec="seconds"),
            captured_at=timestamp(captured),
            on_progress=tell,
        )
    say(f"{path}: {summary(tally)}")
    if not tally.documents and not tally.skipped:
        raise typer.Exit(1)
