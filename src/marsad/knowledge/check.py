"""The analysts' files checked beyond their form: every reference resolves, and every example reads as it says.

The examples are read by the program itself; its reader comes as an argument, since this room stands below it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from marsad.errors import Fault
from marsad.knowledge.base import Knowledge
from marsad.knowledge.files import Faults
from marsad.knowledge.load import Entries, build, read_entries
from marsad.model.annotation import AnnotatedDocument
from marsad.model.document import DateValue, Document
from marsad.model.identity import content_id
from marsad.text.normalize import fold

Reader = Callable[[Document, Knowledge], AnnotatedDocument]
# Examples of positions are contents: they are read as said by somebody, about the group.
_SAID = "\u062a\u062d\u062f\u062b \u0627\u0644\u0648\u0632\u064a\u0631 \u0639\u0646 \u062f\u0627\u0639\u0634. \u0648\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064a\u0631 \u0625\u0646 "
_PUBLISHED = DateValue("2024-12-22", "day")


def check(folder: Path, reader: Reader) -> list[Fault]:
    """Return every fault of the knowledge folder: of form, of reference, and of examples read otherwise than they say."""
    faults = Faults(folder)
    entries = read_entries(folder, faults)
    if faults.found:
        return faults.found
    _check_references(folder, entries, faults)
    if not faults.found:
        _check_examples(folder, entries, build(folder, entries), reader, faults)
    return faults.found


def _check_references(folder: Path, entries: Entries, faults: Faults) -> None:
    verbs = set(entries.single["verbs"].verbs)
    contexts = set(entries.single["contexts"].contexts)
    for file in entries.cues:
        path = folder / "lexicon" / "cues" / f"{file.cue_class}.yaml"
        for verb in file.verbs:
            _expect(verb in verbs, path, verb, f"verb {verb!r} is not in lexicon/verbs.yaml", faults)
    for kind in entries.types:
        path = folder / "ontology" / f"{kind.id}.yaml"
        for entry in (*kind.verbs, *kind.nouns, *kind.phrases):
            if entry.verb:
                _expect(
                    entry.verb in verbs, path, entry.verb, f"verb {entry.verb!r} is not in lexicon/verbs.yaml", faults
                )
            for need in entry.needs:
                _expect(need in contexts, path, need, f"context {need!r} is not in lexicon/contexts.yaml", faults)
    actors = {entry.id for entry, _, _ in entries.actors}
    for question in entries.questions:
        path = folder / "questions" / f"{question.id}.yaml"
        for actor in question.about:
            _expect(actor in actors, path, actor, f"actor {actor!r} is in no file of actors/", faults)
    for member, path, line in entries.actors:
        if member.parent and member.parent not in actors:
            faults.add(path, line, f"parent {member.parent!r} of {member.id!r} is in no file of actors/")
    _check_aliases(entries, faults)
    _check_governorates(entries, faults)


def _expect(holds: bool, path: Path, word: str, message: str, faults: Faults) -> None:  # noqa: FBT001
    if not holds:
        faults.add(path, _line_of(path, word), message)


def _line_of(path: Path, words: str) -> int:
    """Return the first line of a file that holds the words, 1 where none does."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if words in line), 1)


def _check_aliases(entries: Entries, faults: Faults) -> None:
    owner: dict[str, str] = {}
    for entry, path, line in entries.actors:
        for alias in {fold(name) for name in (entry.name, *entry.aliases)}:
            other = owner.setdefault(alias, entry.id)
            if other != entry.id and not entry.needs:
                faults.add(path, line, f"{alias!r} names {entry.id!r} and {other!r}: give one of them `needs`")


def _check_governorates(entries: Entries, faults: Faults) -> None:
    """Every governorate named by a place of Iraq or Syria must itself be a row."""
    known = {(row.country, row.admin1) for row, _, _ in entries.places if row.kind == "governorate"}
    for row, path, line in entries.places:
        if row.admin1 and row.country in ("IQ", "SY") and (row.country, row.admin1) not in known:
            faults.add(path, line, f"admin1 {row.admin1!r} of {row.id!r} is no governorate of {row.country}")


def _check_examples(folder: Path, entries: Entries, knowledge: Knowledge, reader: Reader, faults: Faults) -> None:
    def read(text: str) -> AnnotatedDocument:
        document = Document(content_id(text), "example", None, "", text, "ar", _PUBLISHED, None, "")
        return reader(document, knowledge)

    for path, text, holds, complaint in _claims(folder, entries):
        if not holds(read(text)):
            faults.add(path, _line_of(path, text.replace('"', '\\"')), f"{complaint}: {text}")


Claim = tuple[Path, str, Callable[[AnnotatedDocument], bool], str]


def _claims(folder: Path, entries: Entries) -> Iterator[Claim]:
    """Yield every example and counterexample with what must hold of its reading."""
    for kind in entries.types:
        path = folder / "ontology" / f"{kind.id}.yaml"
        yield from _pair(path, kind.examples, kind.counterexamples, _has_event(kind.id), f"event {kind.id}")
    for cues in entries.cues:
        path = folder / "lexicon" / "cues" / f"{cues.cue_class}.yaml"
        yield from _pair(
            path, cues.examples, cues.counterexamples, _has_class(cues.cue_class), f"class {cues.cue_class}"
        )
    for actor, path, _ in entries.actors:
        yield from _pair(path, actor.examples, actor.counterexamples, _has_actor(actor.id), f"actor {actor.id}")
    for question in entries.questions:
        path = folder / "questions" / f"{question.id}.yaml"
        for position in question.positions:
            holds = _takes(question.id, position.id)
            for examples, wanted in ((position.examples, True), (position.counterexamples, False)):
                for text in examples:
                    complaint = f"{'example without' if wanted else 'counterexample with'} position {position.id}"
                    yield path, _SAID + text, _reads(holds, wanted=wanted), complaint
    path = folder / "lexicon" / "status.yaml"
    for example in entries.single["status"].examples:
        yield path, example.text, _has_status(example.status), f"not read as {example.status}"
    path = folder / "lexicon" / "content_classes.yaml"
    for example in entries.single["content_classes"].examples:
        yield path, example.text, _has_class(example.cue_class), f"not read as {example.cue_class}"
    path = folder / "lexicon" / "counting.yaml"
    for example in entries.single["counting"].examples:
        yield path, example.text, _has_count(example.unit, example.low, example.high), f"not counted as {example.unit}"


def _pair(
    path: Path, examples: list[str], counter: list[str], holds: Callable[[AnnotatedDocument], bool], what: str
) -> Iterator[Claim]:
    for text in examples:
        yield path, text, holds, f"example without {what}"
    for text in counter:
        yield path, text, lambda read: not holds(read), f"counterexample with {what}"


def _reads(holds: Callable[[AnnotatedDocument], bool], *, wanted: bool) -> Callable[[AnnotatedDocument], bool]:
    return lambda read: holds(read) is wanted


def _has_event(event_type: str) -> Callable[[AnnotatedDocument], bool]:
    return lambda read: any(e.event_type == event_type for e in read.events)


def _has_status(status: str) -> Callable[[AnnotatedDocument], bool]:
    return lambda read: any(e.status == status for e in read.events)


def _has_class(cue_class: str) -> Callable[[AnnotatedDocument], bool]:
    return lambda read: any(q.cue_class == cue_class for q in read.quotations)


def _has_actor(actor_id: str) -> Callable[[AnnotatedDocument], bool]:
    return lambda read: any(a.actor_id == actor_id for a in read.actors)


def _takes(question: str, position: str) -> Callable[[AnnotatedDocument], bool]:
    return lambda read: any(
        (a.question, a.position) == (question, position) for q in read.quotations for a in q.answers
    )


def _has_count(unit: str, low: int | None, high: int | None) -> Callable[[AnnotatedDocument], bool]:
    return lambda read: any((c.unit, c.low, c.high) == (unit, low, high) for c in read.counts)
