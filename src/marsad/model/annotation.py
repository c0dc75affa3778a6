"""What is read in a document. Every mention and every field of a record carries its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from marsad.model.document import DateValue, Document
from marsad.model.issue import Issue
from marsad.model.span import Evidence

SourceKind = Literal["person", "institution", "anonymous", "media", "collective"]
CueClass = Literal["say", "affirm", "deny", "warn", "accuse", "threaten", "announce", "expect", "demand", "doubt"]
QuotationKind = Literal["direct", "indirect", "mixed"]
Status = Literal["occurred", "foiled", "planned", "possible", "denied"]
Qualifier = Literal["exact", "about", "at_least", "at_most", "range", "order"]
Precision = Literal["point", "town", "district", "admin1", "region", "country"]


@dataclass(frozen=True, slots=True)
class Feature:
    """One named reason of a score and what it adds (log-odds)."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A name of an actor. ``actor_id`` is its id in the knowledge files, ``None`` for a description (شرطي, مسلحون)."""

    evidence: Evidence
    actor_id: str | None
    name: str
    kind: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A toponym and the place it was resolved to.

    ``latitude`` and ``longitude`` are decimal degrees (WGS 84), ``precision_km`` the radius in kilometres within which
    the place lies; ``place_id`` is ``None`` for a direction phrase (شمال العراق), whose coordinates are its whole's.
    """

    evidence: Evidence
    place_id: str | None
    name: str
    name_en: str
    kind: str
    admin1: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: Precision
    precision_km: float | None
    score: float
    features: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A wording of time and its value, resolved against the day of publication where there is one."""

    evidence: Evidence
    date: DateValue


@dataclass(frozen=True, slots=True)
class Count:
    """A number and what it counts: ``unit`` is killed, wounded, arrested, abducted, people, or the counted noun.

    ``low`` and ``high`` bound it (``None``: open). ``qualifier`` says how it was stated; ``order`` is عشرات, مئات or
    آلاف.
    """

    evidence: Evidence
    unit: str
    low: int | None
    high: int | None
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class Source:
    """Who is quoted: the mention at the cue, or, for a bare verb or participle, the earlier one it goes back to."""

    evidence: Evidence
    kind: SourceKind
    actor_id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Relay:
    """Who passed a statement on, nearest to the reader first."""

    evidence: Evidence
    actor_id: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A position that a statement takes on a watch-question, and the words that show it."""

    question: str
    position: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Quotation:
    """An attributed statement."""

    id: str
    source: Source
    cue: Evidence
    cue_class: CueClass
    kind: QuotationKind
    content: Evidence
    relays: tuple[Relay, ...]
    occasion: Evidence | None
    answers: tuple[Answer, ...]
    score: float
    features: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event is said to have happened; ``evidence`` is the wording, ``None`` for the day of the report."""

    evidence: Evidence
    date: DateValue


@dataclass(frozen=True, slots=True)
class EventMention:
    """A happening as one text reports it."""

    id: str
    event_type: str
    status: Status
    background: bool
    trigger: Evidence
    evidence: Evidence
    actors: tuple[ActorMention, ...]
    targets: tuple[ActorMention, ...]
    place: PlaceMention | None
    country: str | None
    date: EventDate | None
    counts: tuple[Count, ...]
    quotation_id: str | None
    score: float
    features: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document and everything that was read in it, each list in the order of the text."""

    document: Document
    actors: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeExpression, ...]
    counts: tuple[Count, ...]
    quotations: tuple[Quotation, ...]
    events: tuple[EventMention, ...]
    issues: tuple[Issue, ...]
    knowledge_version: str
