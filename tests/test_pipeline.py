from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from marsad import pipeline, settings
from marsad.errors import StoreError
from marsad.knowledge.load import load_knowledge
from marsad.model.annotation import AnnotatedDocument
from marsad.model.document import DateValue, Document
from marsad.model.issue import Issue
from marsad.pipeline import Tally, parse_tools
from marsad.store import queries, tables
from marsad.store.database import Store, open_store
from samples import ARTICLE, TOOLS, Knowledge, annotate

KNOWLEDGE: Any = Knowledge()
ENGLISH = "The minister said on Sunday that seven members of the group had been arrested in the city. " * 3


@pytest.fixture(autouse=True)
def stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "parse_tools", lambda _: TOOLS)
    monkeypatch.setattr(pipeline, "annotate", annotate)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "marsad.db", create=True) as opened:
        yield opened


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"{ARTICLE}\nالخبر رقم {number} من كركوك.", "utf-8")
    return folder


def run(store: Store, *addresses: Path, knowledge: Any = KNOWLEDGE) -> Tally:
    clock = iter(["2024-12-22T10:00:00+00:00", "2024-12-22T10:01:00+00:00"])
    return pipeline.run([str(a) for a in addresses], knowledge, store, clock=lambda: next(clock))


def test_addresses_are_read_in_their_order(pages: Path) -> None:
    found = list(pipeline.read([str(pages / "2.txt"), str(pages)], KNOWLEDGE))
    assert [Path(d.uri).name for d in found if isinstance(d, Document)] == ["2.txt", "0.txt", "1.txt", "2.txt"]


def test_a_page_that_is_not_arabic_is_told_and_not_read_further(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text(ENGLISH, "utf-8")
    (found,) = pipeline.read([str(tmp_path / "en.txt")], KNOWLEDGE)
    assert isinstance(found, Issue)
    assert found.reason == "not_arabic"


def test_a_page_is_parsed_by_what_the_analysts_know(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge = load_knowledge(settings.knowledge_folder())
    monkeypatch.setattr(pipeline, "parse_tools", parse_tools)
    article = {"uri": "https://almaalomah.me/news/1", "text": ARTICLE, "published": "الأحد 22 كانون الأول 2024"}
    (tmp_path / "one.jsonl").write_text(json.dumps(article), "utf-8")
    (document,) = pipeline.read([str(tmp_path / "one.jsonl")], knowledge)
    assert isinstance(document, Document)
    assert document.source_id == "almaalouma"
    assert document.published == DateValue("2024-12-22", "day")


def test_the_time_of_capture_settles_a_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge = load_knowledge(settings.knowledge_folder())
    monkeypatch.setattr(pipeline, "parse_tools", parse_tools)
    (tmp_path / "one.jsonl").write_text(json.dumps({"text": ARTICLE, "published": "19 آب"}), "utf-8")
    address = [str(tmp_path / "one.jsonl")]
    (untold,) = pipeline.read(address, knowledge)
    (settled,) = pipeline.read(address, knowledge, captured_at="2025-08-20")
    assert isinstance(untold, Document)
    assert isinstance(settled, Document)
    assert (untold.published, settled.published) == (DateValue("XXXX-08-19", "day"), DateValue("2025-08-19", "day"))


def test_articles_come_one_by_one_from_a_long_file(tmp_path: Path) -> None:
    lines = [json.dumps({"uri": f"https://example.org/{n}", "title": "", "text": ARTICLE}) for n in range(3)]
    (tmp_path / "day.jsonl").write_text("\n".join([*lines, "no json"]), "utf-8")
    reading = pipeline.read([str(tmp_path / "day.jsonl")], KNOWLEDGE)
    first = next(reading)
    assert isinstance(first, Document)
    assert first.uri == "https://example.org/0"
    assert [type(found) for found in reading] == [Document, Document, Issue]


def test_a_reader_that_gives_up_becomes_an_issue() -> None:
    document = Document("id", "a.txt", None, "", "خبر!", "ar", None, None, "hash")
    found = pipeline.process(document, KNOWLEDGE)
    assert isinstance(found, Issue)
    assert (found.reason, found.uri) == ("crashed", "a.txt")
    assert "this cannot be read" in found.message


def test_a_run_saves_documents_and_issues_and_counts_them(store: Store, pages: Path) -> None:
    (pages / "empty.txt").touch()
    (pages / "unclear.txt").write_text(f"{ARTICLE}!", "utf-8")
    (pages / "undated.txt").write_text(f"{ARTICLE}?", "utf-8")
    tally = run(store, pages)
    assert tally == Tally(documents=4, skipped=0, events=4, quotations=4, issues=3)
    assert queries.totals(store) == queries.Totals(documents=4, events=4, quotations=4, issues=3)
    assert sorted(issue.reason for issue in queries.issues(store)) == ["crashed", "empty", "no_year"]


def test_a_second_run_reads_only_what_is_new(store: Store, pages: Path) -> None:
    run(store, pages)
    (pages / "new.txt").write_text(f"{ARTICLE} جديد", "utf-8")
    assert run(store, pages) == Tally(documents=1, skipped=3, events=1, quotations=1)
    assert queries.totals(store).documents == 4


def test_a_run_with_other_knowledge_reads_all_anew(store: Store, pages: Path) -> None:
    run(store, pages)
    assert run(store, pages, knowledge=Knowledge("k2")).documents == 3
    assert queries.totals(store).documents == 3


def test_the_same_article_twice_in_one_run_is_saved_once(store: Store, pages: Path) -> None:
    tally = run(store, pages, pages / "0.txt")
    assert (tally.documents, tally.skipped) == (3, 1)


def test_what_cannot_be_read_does_not_stop_a_run(store: Store, pages: Path, tmp_path: Path) -> None:
    tally = run(store, tmp_path / "missing.txt", pages)
    assert (tally.documents, tally.issues) == (3, 1)


def test_each_step_is_told_with_the_tally_so_far(store: Store, pages: Path) -> None:
    (pages / "1.txt").unlink()
    (pages / "1.txt").touch()
    told: list[tuple[int, int, int, type]] = []

    def tell(tally: Tally, outcome: object) -> None:
        told.append((tally.documents, tally.skipped, tally.issues, type(outcome)))

    for _ in range(2):
        pipeline.run([str(pages)], KNOWLEDGE, store, clock=lambda: "2024-12-22", on_progress=tell)
    assert told == [
        (1, 0, 0, AnnotatedDocument),
        (1, 0, 1, Issue),
        (2, 0, 1, AnnotatedDocument),
        (0, 1, 0, type(None)),
        (0, 1, 1, Issue),
        (0, 2, 1, type(None)),
    ]


def test_a_run_is_noted_with_the_times_of_its_clock(store: Store, pages: Path) -> None:
    run(store, pages)
    with store.reading() as connection:
        (row,) = connection.execute(tables.runs.select())
    assert (row.addresses, row.knowledge_version) == ([str(pages)], "k1")
    assert (row.started, row.finished) == ("2024-12-22T10:00:00+00:00", "2024-12-22T10:01:00+00:00")


def test_a_run_that_a_full_disk_stops_goes_on_when_there_is_room(store: Store, pages: Path) -> None:
    (pages / "3.txt").write_text(ARTICLE + " كلام" * 20_000, "utf-8")
    with store.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 80")
    with pytest.raises(StoreError, match="the disk is full"):
        run(store, pages)
    assert queries.totals(store).documents == 3
    with store.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 100000")
    assert run(store, pages) == Tally(documents=1, skipped=3, events=1, quotations=1)
