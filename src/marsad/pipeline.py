"""The whole way of one article. Read this first.

::

    address ──read──▶ Document ──process──▶ AnnotatedDocument ──save──▶ store ──▶ search, exports, reports
               │                   │
               └───────Issue───────┘   what could not be read or understood is kept too

:func:`read` and :func:`process` are all that ``marsad extract`` needs; :func:`run` puts them in order for a store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from marsad.collect.captures import read_captures
from marsad.collect.chrome import ChromeLexicon
from marsad.collect.outlet import OutletMatcher
from marsad.collect.parse import ParseTools, parse
from marsad.collect.published import WeekdayHint
from marsad.extract.annotate import annotate
from marsad.knowledge.base import Knowledge
from marsad.model.annotation import AnnotatedDocument
from marsad.model.document import DateValue, Document
from marsad.model.issue import Issue
from marsad.text.dates import DateLexicon, find_dates, find_weekdays
from marsad.text.segment import tokenize

if TYPE_CHECKING:
    from marsad.store.database import Store

LANGUAGE = "ar"

Outcome = AnnotatedDocument | Issue


@dataclass(slots=True)
class Tally:
    """What has come out so far. ``skipped`` are documents that the store held already."""

    documents: int = 0
    skipped: int = 0
    events: int = 0
    quotations: int = 0
    issues: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count an outcome, with what is in it."""
        if isinstance(outcome, Issue):
            self.issues += 1
            return
        self.documents += 1
        self.events += len(outcome.events)
        self.quotations += len(outcome.quotations)
        self.issues += len(outcome.issues)


def read(
    addresses: Iterable[str], knowledge: Knowledge, *, captured_at: str | None = None
) -> Iterator[Document | Issue]:
    """Yield the Arabic documents at the addresses, in their order, and an issue for each thing that cannot be read.

    An address is a file, a folder or ``-`` (standard input); ``captured_at`` (ISO 8601) is when its pages were saved,
    where that is known: it settles years that a page does not tell.
    """
    tools = parse_tools(knowledge)
    for address in addresses:
        for capture in read_captures(address, captured_at=captured_at):
            if isinstance(capture, Issue):
                yield capture
                continue
            for found in parse(capture, tools):
                if isinstance(found, Issue) or found.language == LANGUAGE:
                    yield found


def parse_tools(knowledge: Knowledge) -> ParseTools:
    """Return what reading a page needs of the analysts' files."""
    outlets = [outlet for outlet in knowledge.outlets.by_id.values() if outlet.kind != "social"]
    return ParseTools(
        chrome=ChromeLexicon.from_rules(knowledge.chrome),
        outlets=OutletMatcher.build(
            domains={domain: outlet.id for outlet in outlets for domain in outlet.domains},
            names={name: o.id for o in outlets for name in (o.name, o.name_en, *o.aliases, *o.mastheads)},
            ordinary=[name for o in outlets if o.common for name in (o.name, *o.aliases) if " " not in name],
        ),
        read_date=partial(_first_date, dates=knowledge.dates),
        read_weekdays=partial(_weekdays, dates=knowledge.dates),
    )


def _first_date(line: str, dates: DateLexicon) -> DateValue | None:
    found = find_dates(tokenize(line), line, dates, None)
    return found[0].date if found else None


def _weekdays(text: str, dates: DateLexicon) -> list[WeekdayHint]:
    return [WeekdayHint(*hint) for hint in find_weekdays(tokenize(text), text, dates)]


def process(document: Document, knowledge: Knowledge) -> Outcome:
    """Return the document with everything read in it, or, where reading it fails, an issue that says why.

    One article must never stop a run: whatever a reader raises on it, a fault of marsad's own among it, is kept as an
    issue (``docs/decisions/0003``). To see such a fault whole, call :func:`~marsad.extract.annotate.annotate`.
    """
    try:
        return annotate(document, knowledge)
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        message = f"{document.uri}: reading it failed ({what}); this is a fault of marsad, please report it"
        return Issue("extract", "crashed", document.uri, message)


def run(
    addresses: Sequence[str],
    knowledge: Knowledge,
    store: Store,
    *,
    clock: Callable[[], str],
    captured_at: str | None = None,
    on_progress: Callable[[Tally, Outcome | None], None] = lambda *_: None,
) -> Tally:
    """Read all addresses into the store and return what came out.

    A document that the store holds as read with this knowledge is skipped, so that a run that was stopped, however it
    was, goes on where it stood. ``clock`` gives the time (ISO 8601) at which the run is noted to begin and to end;
    ``on_progress`` is told the tally after each document or issue, and that outcome (``None``: skipped). Raises
    :class:`~marsad.errors.StoreError`.
    """
    # Imported here, since SQLAlchemy costs a start 60 ms, which marsad extract need not pay.
    from marsad.store.queries import is_saved
    from marsad.store.saving import begin_run, finish_run, save, save_issue

    tally = Tally()
    number = begin_run(store, addresses, knowledge.version, clock())
    for found in read(addresses, knowledge, captured_at=captured_at):
        if isinstance(found, Document) and is_saved(store, found.id, knowledge.version):
            tally.skipped += 1
            on_progress(tally, None)
            continue
        outcome = process(found, knowledge) if isinstance(found, Document) else found
        if isinstance(outcome, Issue):
            save_issue(store, outcome)
        else:
            save(store, outcome)
        tally.add(outcome)
        on_progress(tally, outcome)
    finish_run(store, number, clock())
    return tally
