from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from marsad.errors import Fault
from marsad.knowledge.base import Knowledge
from marsad.knowledge.build import build
from marsad.knowledge.entries import Entries, read_entries
from marsad.knowledge.examples import Reader, check_examples
from marsad.knowledge.files import Faults
from marsad.model.annotation import (
    ActorMention,
    AnnotatedDocument,
    Answer,
    Count,
    EventMention,
    Quotation,
    Source,
)
from marsad.model.document import Document
from marsad.model.span import Evidence

Edit = Callable[[str, str, str], int]
HERE = Evidence(0, 0, "")


def entries_of(folder: Path) -> Entries:
    faults = Faults(folder)
    entries = read_entries(folder, faults)
    assert entries is not None, faults.found
    return entries


def faults_of(folder: Path, reader: Reader) -> list[Fault]:
    entries, faults = entries_of(folder), Faults(folder)
    check_examples(entries, build(entries, "v"), reader, faults)
    return faults.found


def annotated(
    document: Document,
    events: tuple[EventMention, ...] = (),
    quotations: tuple[Quotation, ...] = (),
    actors: tuple[ActorMention, ...] = (),
    counts: tuple[Count, ...] = (),
) -> AnnotatedDocument:
    return AnnotatedDocument(document, actors, (), (), counts, quotations, events, (), "v")


def read_nothing(document: Document, knowledge: Knowledge) -> AnnotatedDocument:
    """Stand in for a reader that is blind."""
    return annotated(document)


def reader_of_everything(entries: Entries) -> Reader:
    """Stand in for a reader that finds everything everywhere."""
    types = [kind.entry.id for kind in entries.types]
    statuses = [example.status for example in entries.lexicon.status.examples]
    events = tuple(
        EventMention("", name, status, False, HERE, HERE, (), (), None, None, None, (), None, 1.0)
        for name, status in zip(types, statuses * len(types), strict=False)
    )
    source = Source(HERE, "person", None, "")
    answers = tuple(Answer(q.entry.id, p.id, HERE) for q in entries.questions for p in q.entry.positions)
    quotations = tuple(
        Quotation("", source, HERE, cues.entry.cue_class, "direct", HERE, (), None, answers, 1.0)
        for cues in entries.cues
    )
    actors = tuple(ActorMention(HERE, actor.entry.id, "", "") for actor in entries.actors)
    return lambda document, _: annotated(document, events, quotations, actors)


def test_a_reader_that_finds_nothing_fails_every_example(folder: Path) -> None:
    entries = entries_of(folder)
    faults = faults_of(folder, read_nothing)
    lexicon = entries.lexicon
    kinds = [*entries.types, *entries.cues, *entries.actors]
    expected = sum(len(kind.entry.examples) for kind in kinds)
    expected += sum(len(position.examples) for question in entries.questions for position in question.entry.positions)
    expected += len(lexicon.status.examples) + len(lexicon.content_classes.examples) + len(lexicon.counting.examples)
    assert len(faults) == expected
    assert all(fault.message.startswith("example without ") for fault in faults)


def test_a_reader_that_finds_everything_fails_every_counterexample(folder: Path) -> None:
    entries = entries_of(folder)
    faults = faults_of(folder, reader_of_everything(entries))
    kinds = [*entries.types, *entries.cues, *entries.actors]
    expected = sum(len(kind.entry.counterexamples) for kind in kinds)
    expected += sum(len(p.counterexamples) for question in entries.questions for p in question.entry.positions)
    wrong = [fault for fault in faults if not fault.file.endswith("counting.yaml")]
    assert len(wrong) == expected
    assert all(fault.message.startswith("counterexample with ") for fault in wrong)


def test_a_fault_stands_at_the_line_of_its_example(folder: Path) -> None:
    faults = faults_of(folder, read_nothing)
    assert Fault("actors/isis.yaml", 6, "example without actor isis: تبنى تنظيم داعش الهجوم") in faults
    for fault in faults:
        line = (folder / fault.file).read_text("utf-8").splitlines()[fault.line - 1].replace('\\"', '"')
        assert fault.message.partition(": ")[2] in line, fault


def test_examples_of_positions_are_read_as_said_of_the_group(folder: Path) -> None:
    texts = []

    def read(document: Document, knowledge: Knowledge) -> AnnotatedDocument:
        texts.append(document.text)
        return annotated(document)

    faults_of(folder, read)
    assert "تحدث الوزير عن داعش. وقال الوزير إن تنظيم داعش انتهى كقوة سوقية وميدانية" in texts


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "faulty"),
    [(7, 7, "exact", False), (7, 7, "about", True), (6, 7, "exact", True), (7, None, "exact", True)],
)
def test_a_count_must_be_read_to_the_letter(
    low: int, high: int | None, qualifier: str, faulty: bool, folder: Path
) -> None:
    path = folder / "lexicon" / "counting.yaml"
    text = path.read_text("utf-8").partition("\nexamples:")[0].rstrip()
    told = f'{{text: "اعتقل سبعة", unit: arrested, low: {low}, high: {high or "null"}, qualifier: {qualifier}}}'
    path.write_text(f"{text}\nexamples:\n  - {told}\n", "utf-8")

    def read(document: Document, knowledge: Knowledge) -> AnnotatedDocument:
        return annotated(document, counts=(Count(HERE, "arrested", 7, 7, "exact"),))

    found = [fault.message for fault in faults_of(folder, read) if fault.file == "lexicon/counting.yaml"]
    assert found == ["example without count of arrested: اعتقل سبعة"] * faulty


WRITING = {
    "another value": (
        "lexicon/numerals.yaml",
        "low: 7, high: 7,",
        "low: 8, high: 8,",
        "numbers [(7, 7, 'exact')] in: اعتقال سبعة مطلوبين",
    ),
    "another qualifier": (
        "lexicon/hedges.yaml",
        "high: 5000, qualifier: about}",
        "high: 5000, qualifier: exact}",
        "numbers [(5000, 5000, 'about')] in: نحو 5 آلاف مقاتل",
    ),
    "a number after all": (
        "lexicon/hedges.yaml",
        '"أكثر من مرة"',
        '"أكثر من 3"',
        "numbers [(3, None, 'at_least')] in: أكثر من 3",
    ),
    "another day": (
        "lexicon/calendar_words.yaml",
        'value: "2024-12-22"',
        'value: "2024-12-23"',
        "dates ['2024-12-22'] in: 22 كانون الأول 2024",
    ),
    "another grain": (
        "lexicon/calendar_words.yaml",
        "grain: decade}",
        "grain: year}",
        "dates ['198X'] in: بداية الثمانينات",
    ),
    "a date after all": (
        "lexicon/calendar_words.yaml",
        '"خطبة الجمعة"',
        '"يوم أمس"',
        "dates ['2015-07-23'] in: يوم أمس",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "message"), WRITING.values(), ids=WRITING)
def test_numbers_and_dates_must_be_read_as_they_say(
    file: str, old: str, new: str, message: str, folder: Path, edit: Edit
) -> None:
    line = edit(file, old, new)
    found = [fault for fault in faults_of(folder, read_nothing) if not fault.message.startswith("example without")]
    assert [(fault.file, fault.message) for fault in found] == [(file, message)]
    assert found[0].line == line
