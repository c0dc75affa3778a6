"""Annotated documents made by hand, for the tests of rooms that only keep or show what others have read."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace

from marsad.collect.chrome import ChromeLexicon
from marsad.collect.outlet import OutletMatcher
from marsad.collect.parse import ParseTools
from marsad.errors import InputError
from marsad.model.annotation import (
    ActorMention,
    AnnotatedDocument,
    Answer,
    Count,
    EventDate,
    EventMention,
    PlaceMention,
    Quotation,
    Relay,
    Source,
    Status,
)
from marsad.model.document import DateValue, Document, Grain
from marsad.model.identity import content_id
from marsad.model.issue import Issue
from marsad.model.span import Evidence

TITLE = "اعتقال سبعة من تنظيم داعش في كركوك"
BODY = (
    "أعلنت وكالة الاستخبارات القبض على سبعة من عناصر تنظيم داعش في كركوك أمس، "
    "فيما حذر وزير الخارجية العراقي من عودة التنظيم، وفقا لما نقله موقع إرم نيوز."
)
ARTICLE = f"{TITLE}\n\n{BODY}"


def quote(text: str, words: str) -> Evidence:
    """Return the first place where ``words`` stand in ``text``."""
    start = text.index(words)
    return Evidence(start, start + len(words), words)


def document(
    uri: str = "https://example.org/1",
    text: str = ARTICLE,
    *,
    published: str | None = "2024-12-22",
    grain: Grain = "day",
    source_id: str | None = "almaalouma",
) -> Document:
    """Return a document; its title is the first paragraph of its text."""
    return Document(
        id=content_id(uri, text),
        uri=uri,
        source_id=source_id,
        title=text.partition("\n\n")[0],
        text=text,
        language="ar",
        published=DateValue(published, grain) if published else None,
        captured_at=None,
        content_hash=content_id(text),
    )


def place(text: str, words: str = "كركوك", admin1: str = "Kirkuk", country: str = "IQ") -> PlaceMention:
    """Return the mention of a town."""
    return PlaceMention(
        quote(text, words), f"{country.lower()}-{admin1.lower()}", words, admin1, "city", admin1, country,
        35.47, 44.39, "town", 10.0, 0.9,
    )  # fmt: skip


def event(
    text: str,
    event_type: str = "arrest",
    status: Status = "occurred",
    where: PlaceMention | None = None,
    day: str | None = None,
) -> EventMention:
    """Return an event told by the first words of ``text``: seven of ISIS arrested."""
    trigger = Evidence(0, 6, text[:6])
    actor = ActorMention(trigger, "iq-intelligence", "وكالة الاستخبارات", "agency", "IQ")
    target = ActorMention(trigger, "isis", "تنظيم داعش", "armed_group")
    return EventMention(
        id=content_id(text, event_type, status, day),
        event_type=event_type,
        status=status,
        background=False,
        trigger=trigger,
        evidence=trigger,
        actors=(actor,),
        targets=(target,),
        place=where,
        country=where.country if where else None,
        date=EventDate(trigger, DateValue(day, "day")) if day else None,
        counts=(Count(trigger, "arrested", 7, 7, "exact"),),
        quotation_id=None,
        score=0.9,
    )


def quotation(text: str) -> Quotation:
    """Return the minister's warning of :data:`BODY`."""
    content = quote(text, "عودة التنظيم")
    return Quotation(
        id=content_id(text, content),
        source=Source(quote(text, "وزير الخارجية العراقي"), "person", "iq-foreign-minister", "وزير الخارجية العراقي"),
        cue=quote(text, "حذر"),
        cue_class="warn",
        kind="indirect",
        content=content,
        relays=(Relay(quote(text, "إرم نيوز"), "eremnews"),),
        occasion=None,
        answers=(Answer("isis_outlook", "rising", content),),
        score=0.8,
    )


def annotated(
    of: Document | None = None,
    events: tuple[EventMention, ...] | None = None,
    quotations: tuple[Quotation, ...] = (),
    issues: tuple[Issue, ...] = (),
    knowledge_version: str = "k1",
) -> AnnotatedDocument:
    """Return a document with what was read in it: by default one arrest in Kirkuk on 21 December 2024."""
    of = of or document()
    if events is None:
        events = (event(of.text, where=place(of.text), day="2024-12-21"),)
    return AnnotatedDocument(of, (), (), (), (), quotations, events, issues, knowledge_version)


@dataclass(frozen=True)
class Knowledge:
    """Stand in for the analysts' files."""

    version: str = "k1"
    outlets = SimpleNamespace(by_id={})


TOOLS = ParseTools(ChromeLexicon.from_rules({}), OutletMatcher.build({}, {}), read_date=lambda _: None)


def annotate(of: Document, knowledge: Knowledge) -> AnnotatedDocument:
    """Stand in for the readers: each article tells of an arrest, one that names Kirkuk tells it of Kirkuk.

    ``!`` in the text makes a reader give up, ``?`` an issue; a warning in it is a statement.
    """
    if "!" in of.text:
        raise InputError("unclear", "this cannot be read")
    where = place(of.text) if "كركوك" in of.text else None
    issues = (Issue("extract", "no_year", of.uri, f"{of.uri}: the day has no year"),) if "?" in of.text else ()
    statements = (quotation(of.text),) if "حذر" in of.text else ()
    return annotated(of, (event(of.text, where=where),), statements, issues, knowledge.version)


def whole() -> AnnotatedDocument:
    """Return :data:`ARTICLE` with its arrest, its statement and an issue."""
    of = document()
    issue = Issue("extract", "no_year", of.uri, "the day has no year")
    return annotated(of, quotations=(quotation(of.text),), issues=(issue,))
