"""The analysts' examples and counterexamples, each read by the program and held against what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from marsad.knowledge.base import Knowledge
from marsad.knowledge.entries import Entries
from marsad.knowledge.files import Faults, line_of
from marsad.knowledge.schema_lexicon import CountExample
from marsad.knowledge.schema_writing import HedgesFile, NumeralsFile
from marsad.model.annotation import AnnotatedDocument
from marsad.model.document import DateValue, Document
from marsad.model.identity import content_id
from marsad.text.dates import find_dates
from marsad.text.numerals import find_numbers
from marsad.text.segment import tokenize

Reader = Callable[[Document, Knowledge], AnnotatedDocument]
Holds = Callable[[AnnotatedDocument], bool]

# Examples of positions are contents: they are read as said by somebody, about the group.
_SAID = (
    "\u062a\u062d\u062f\u062b \u0627\u0644\u0648\u0632\u064a\u0631 \u0639\u0646 \u062f\u0627\u0639\u0634. "
    "\u0648\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064a\u0631 \u0625\u0646 "
)
_PUBLISHED = DateValue("2024-12-22", "day")


class Claim(NamedTuple):
    """An example of a file, a counterexample where not ``wanted``; ``holds`` tells whether ``what`` is in a reading."""

    path: Path
    text: str
    what: str
    holds: Holds
    wanted: bool = True
    opening: str = ""


def check_examples(entries: Entries, knowledge: Knowledge, reader: Reader, faults: Faults) -> None:
    """Note every example that is not read as it says."""
    for claim in _claims(entries):
        text = claim.opening + claim.text
        document = Document(content_id(text), "example", None, "", text, "ar", _PUBLISHED, None, "")
        if claim.holds(reader(document, knowledge)) is not claim.wanted:
            kind = "example without" if claim.wanted else "counterexample with"
            faults.add(claim.path, line_of(claim.path, claim.text), f"{kind} {claim.what}: {claim.text}")
    lexicon = entries.lexicon
    _check_numbers(entries.in_lexicon("numerals"), lexicon.numerals, knowledge, faults)
    _check_numbers(entries.in_lexicon("hedges"), lexicon.hedges, knowledge, faults)
    _check_dates(entries, knowledge, faults)


def _claims(entries: Entries) -> Iterator[Claim]:
    for kind, path, _ in entries.types:
        yield from _both(path, kind.examples, kind.counterexamples, f"event {kind.id}", _has_event(kind.id))
    for cues, path, _ in entries.cues:
        what = f"class {cues.cue_class}"
        yield from _both(path, cues.examples, cues.counterexamples, what, _has_class(cues.cue_class))
    for actor, path, _ in entries.actors:
        yield from _both(path, actor.examples, actor.counterexamples, f"actor {actor.id}", _has_actor(actor.id))
    for question, path, _ in entries.questions:
        for position in question.positions:
            holds = _takes(question.id, position.id)
            what = f"position {position.id}"
            for claim in _both(path, position.examples, position.counterexamples, what, holds):
                yield claim._replace(opening=_SAID)
    lexicon = entries.lexicon
    for told in lexicon.status.examples:
        yield Claim(entries.in_lexicon("status"), told.text, f"status {told.status}", _has_status(told.status))
    for said in lexicon.content_classes.examples:
        holds = _has_class(said.cue_class)
        yield Claim(entries.in_lexicon("content_classes"), said.text, f"class {said.cue_class}", holds)
    for counted in lexicon.counting.examples:
        yield Claim(entries.in_lexicon("counting"), counted.text, f"count of {counted.unit}", _has_count(counted))


def _both(
    path: Path, examples: Sequence[str], counterexamples: Sequence[str], what: str, holds: Holds
) -> Iterator[Claim]:
    for text in examples:
        yield Claim(path, text, what, holds)
    for text in counterexamples:
        yield Claim(path, text, what, holds, wanted=False)


def _has_event(event_type: str) -> Holds:
    return lambda read: any(e.event_type == event_type for e in read.events)


def _has_status(status: str) -> Holds:
    return lambda read: any(e.status == status for e in read.events)


def _has_class(cue_class: str) -> Holds:
    return lambda read: any(q.cue_class == cue_class for q in read.quotations)


def _has_actor(actor_id: str) -> Holds:
    return lambda read: any(a.actor_id == actor_id for a in read.actors)


def _takes(question: str, position: str) -> Holds:
    wanted = (question, position)
    return lambda read: any((a.question, a.position) == wanted for q in read.quotations for a in q.answers)


def _has_count(example: CountExample) -> Holds:
    wanted = (example.unit, example.low, example.high, example.qualifier)
    return lambda read: any((c.unit, c.low, c.high, c.qualifier) == wanted for c in read.counts)


def _check_numbers(path: Path, file: NumeralsFile | HedgesFile, knowledge: Knowledge, faults: Faults) -> None:
    wanted = [(e.text, [(e.low, e.high, e.qualifier)]) for e in file.examples]
    for text, numbers in [*wanted, *((c.text, []) for c in file.counterexamples)]:
        read = [(n.low, n.high, n.qualifier) for n in find_numbers(tokenize(text), knowledge.numerals)]
        if read != numbers:
            faults.add(path, line_of(path, text), f"numbers {read} in: {text}")


def _check_dates(entries: Entries, knowledge: Knowledge, faults: Faults) -> None:
    path = entries.in_lexicon("calendar_words")
    file = entries.lexicon.calendar_words
    wanted = [(e.text, e.published, [DateValue(e.value, e.grain)]) for e in file.examples]
    for text, published, dates in [*wanted, *((c.text, c.published, []) for c in file.counterexamples)]:
        base = DateValue(published, "day") if published else None
        read = [found.date for found in find_dates(tokenize(text), text, knowledge.dates, base)]
        if read != dates:
            faults.add(path, line_of(path, text), f"dates {[date.value for date in read]} in: {text}")
