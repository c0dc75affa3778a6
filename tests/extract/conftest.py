"""Readers of one article, with the analysts' files of the project."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

import pytest

from marsad.extract.annotate import annotate
from marsad.extract.events.clauses import Scene, scene
from marsad.extract.reading import Reading
from marsad.extract.reading import read as cut_up
from marsad.knowledge.base import Knowledge, Weights
from marsad.model.annotation import AnnotatedDocument
from marsad.model.document import DateValue, Document
from marsad.model.identity import content_id

PUBLISHED = "2024-12-22"  # a Sunday


class Read(Protocol):
    """Annotate an article: its body, and where it is told its title, day and outlet."""

    def __call__(
        self, body: str, *, title: str = "", published: str | None = PUBLISHED, outlet: str | None = None
    ) -> AnnotatedDocument: ...


def article(body: str, title: str = "", published: str | None = PUBLISHED, outlet: str | None = None) -> Document:
    """Return an article as the readers of pages make it: its text begins with the title, where it has one."""
    text = f"{title}\n\n{body}" if title else body
    day = DateValue(published, "day") if published else None
    return Document(content_id(text), "example", outlet, title, text, "ar", day, None, content_id("hash", text))


def reader(knowledge: Knowledge) -> Read:
    """Return a function that reads articles with ``knowledge``."""

    def read_one(
        body: str, *, title: str = "", published: str | None = PUBLISHED, outlet: str | None = None
    ) -> AnnotatedDocument:
        return annotate(article(body, title, published, outlet), knowledge)

    return read_one


@pytest.fixture(scope="session")
def read(knowledge: Knowledge) -> Read:
    """Read as the program does."""
    return reader(knowledge)


@pytest.fixture(scope="session")
def read_all(knowledge: Knowledge) -> Read:
    """Read every candidate event, however little its score: what the rules say, apart from the fitted weights."""
    return reader(replace(knowledge, weights=Weights(0.0, 0.0, {})))


@pytest.fixture(scope="session")
def cut(knowledge: Knowledge) -> Reading:
    """Return an article cut up, for readers that need nothing else."""
    return cut_up(article("شن التنظيم هجوما."), knowledge)


def scene_of(annotated: AnnotatedDocument, knowledge: Knowledge) -> Scene:
    """Lay out what was found in an article by token, as the reader of events has it."""
    found = annotated
    reading = cut_up(found.document, knowledge)
    return scene(reading, found.actors, found.places, found.counts, found.times, found.quotations)
