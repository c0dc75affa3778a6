from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from marsad.model import annotation, document, issue
from marsad.model.annotation import (
    ActorMention,
    AnnotatedDocument,
    Answer,
    Count,
    EventDate,
    EventMention,
    Feature,
    PlaceMention,
    Quotation,
    Relay,
    Source,
    TimeExpression,
)
from marsad.model.document import DateValue, Document, Removed
from marsad.model.issue import Issue
from marsad.model.record import as_record
from marsad.model.span import Evidence, cut

SCHEMA = json.loads((resources.files("marsad.model") / "record.schema.json").read_text("utf-8"))
TEXT = (
    "مقتل ثلاثة جنود في كركوك\n\n"
    "قال وزير الداخلية في بيان أمس، بحسب وكالة أ.ف.ب، إن «داعش» قتل ثلاثة جنود في كركوك وإنه يستعيد قوته. "
    "ونفذت القوات عملية في شمال العراق."
)


def words(quote: str, nth: int = 0) -> Evidence:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(quote, start + 1)
    return cut(TEXT, start, start + len(quote))


def annotated() -> AnnotatedDocument:
    """A document in which every kind of record stands, with and without what may be missing."""
    isis = ActorMention(words("داعش"), "isis", "تنظيم داعش", "armed_group")
    soldiers = ActorMention(words("جنود", 1), None, "جنود", "person", "IQ")
    kirkuk = PlaceMention(
        evidence=words("كركوك", 1), place_id="iq-kirkuk", name="كركوك", name_en="Kirkuk", kind="city", admin1="Kirkuk",
        country="IQ", latitude=35.47, longitude=44.39, precision="town", precision_km=10.0, score=0.98765,
        features=(Feature("prior", 1.23456), Feature("named_before", -0.5)),
    )  # fmt: skip
    north = PlaceMention(
        evidence=words("شمال العراق"), place_id=None, name="شمال العراق", name_en="northern Iraq", kind="region",
        admin1=None, country="IQ", latitude=None, longitude=None, precision="region", precision_km=None, score=0.5,
    )  # fmt: skip
    killed = Count(words("ثلاثة", 1), "killed", 3, None, "at_least")
    yesterday = TimeExpression(words("أمس"), DateValue("2024-12-21", "day"))
    quotation = Quotation(
        id="q1",
        source=Source(words("وزير الداخلية"), "person", "iq-interior-minister", "وزير الداخلية"),
        cue=words("قال"),
        cue_class="say",
        kind="mixed",
        content=words("«داعش» قتل ثلاثة جنود في كركوك وإنه يستعيد قوته"),
        relays=(Relay(words("وكالة أ.ف.ب"), "afp"), Relay(words("بيان"), None)),
        occasion=words("في بيان"),
        answers=(Answer("isis_outlook", "rising", words("يستعيد قوته")),),
        score=0.75,
        features=(Feature("known_speaker", 2.0),),
    )
    killing = EventMention(
        id="e1",
        event_type="killing",
        status="occurred",
        background=False,
        trigger=words("قتل", 1),
        evidence=words(TEXT.splitlines()[2]),
        actors=(isis,),
        targets=(soldiers,),
        place=kirkuk,
        country="IQ",
        date=EventDate(words("أمس"), DateValue("2024-12-21", "day")),
        counts=(killed,),
        quotation_id="q1",
        score=0.91234,
        features=(Feature("toll_told", 1.0),),
    )
    somewhere = EventMention(
        id="e2", event_type="operation", status="planned", background=True, trigger=words("عملية"),
        evidence=words("ونفذت القوات عملية"), actors=(), targets=(), place=None, country="IQ", date=None, counts=(),
        quotation_id=None, score=0.4,
    )  # fmt: skip
    nowhere = EventMention(
        id="e3", event_type="operation", status="denied", background=False, trigger=words("عملية"),
        evidence=words("ونفذت القوات عملية"), actors=(), targets=(), place=None, country=None, date=None, counts=(),
        quotation_id=None, score=1.0,
    )  # fmt: skip
    page = Document(
        id="d1", uri="https://example.org/1", source_id="example", title=TEXT.splitlines()[0], text=TEXT, language="ar",
        published=DateValue("2024-12-22", "day"), captured_at="2024-12-23T08:00:00Z", content_hash="h1",
        removed=(Removed("الأكثر قراءة", "most_read"),),
    )  # fmt: skip
    return AnnotatedDocument(
        document=page,
        actors=(isis, soldiers),
        places=(kirkuk, north),
        times=(yesterday,),
        counts=(killed,),
        quotations=(quotation,),
        events=(killing, somewhere, nowhere),
        issues=(Issue("extract", "no_year", page.uri, "the day has no year"),),
        knowledge_version="k1",
    )


def objects(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from objects(part)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_record_fits_the_schema() -> None:
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(as_record(annotated()))] == []


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (("events", 0, "status"), "hoped"),
        (("events", 0, "event_type"), "earthquake"),
        (("events", 0, "score"), 1.5),
        (("quotations", 0, "cue", "start"), -1),
        (("quotations", 0, "mood"), "angry"),
        (("document", "text"), None),
    ],
)
def test_what_breaks_the_contract_does_not_fit_the_schema(at: tuple[str | int, ...], value: object) -> None:
    record = as_record(annotated())
    part: Any = record
    for key in at[:-1]:
        part = part[key]
    part[at[-1]] = value
    assert not Draft202012Validator(SCHEMA).is_valid(record)


def test_every_span_quotes_the_text_exactly() -> None:
    record = as_record(annotated())
    spans = [part for part in objects(record) if part.get("start") is not None]
    assert len(spans) == 24
    for span in spans:
        assert TEXT[span["start"] : span["end"]] == span["text"]


def test_an_event_whose_country_alone_is_known_has_a_place_without_words() -> None:
    at_kirkuk, somewhere, nowhere = (event["place"] for event in as_record(annotated())["events"])
    assert at_kirkuk["admin1"] == "Kirkuk"
    assert {key: value for key, value in somewhere.items() if value} == {"country": "IQ", "precision": "country"}
    assert nowhere is None


def test_scores_are_told_to_three_places() -> None:
    place = as_record(annotated())["places"][0]
    assert (place["score"], place["features"]) == (0.988, {"prior": 1.235, "named_before": -0.5})


@pytest.mark.parametrize(
    ("definition", "field", "values"),
    [
        ("quotation", "cue_class", annotation.CueClass),
        ("quotation", "kind", annotation.QuotationKind),
        ("event", "status", annotation.Status),
        ("count", "qualifier", annotation.Qualifier),
        ("place", "precision", annotation.Precision),
        ("date", "grain", document.Grain),
        ("issue", "stage", issue.Stage),
    ],
)
def test_the_schema_allows_what_the_model_allows(definition: str, field: str, values: object) -> None:
    assert SCHEMA["$defs"][definition]["properties"][field]["enum"] == list(get_args(values))


def test_the_same_document_gives_the_same_bytes_in_every_process() -> None:
    program = "import json, test_record as t; print(json.dumps(t.as_record(t.annotated())))"
    printed = [
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            cwd=Path(__file__).parent,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1]
    assert json.loads(printed[0]) == as_record(annotated())
