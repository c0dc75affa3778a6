"""The record that leaves the house: an annotated document as plain data, in the contract's form.

The form is published as a JSON Schema (``record.schema.json`` beside this module, printed by ``marsad schema``).
"""

from __future__ import annotations

from typing import Any

from marsad.model.annotation import (
    ActorMention,
    AnnotatedDocument,
    Count,
    EventMention,
    Feature,
    PlaceMention,
    Quotation,
    TimeExpression,
)
from marsad.model.document import DateValue, Document
from marsad.model.span import Evidence

Record = dict[str, Any]


def as_record(annotated: AnnotatedDocument) -> Record:
    """Return the annotated document as JSON-ready data: keys in a fixed order, lists in the order of the text."""
    return {
        "document": document_record(annotated.document),
        "quotations": [_quotation(q) for q in annotated.quotations],
        "events": [_event(e) for e in annotated.events],
        "places": [_place(p) for p in annotated.places],
        "times": [_time(t) for t in annotated.times],
        "actors": [_actor(a) for a in annotated.actors],
        "counts": [_count(c) for c in annotated.counts],
        "issues": [
            {"stage": i.stage, "reason": i.reason, "uri": i.uri, "message": i.message} for i in annotated.issues
        ],
        "knowledge_version": annotated.knowledge_version,
    }


def document_record(document: Document) -> Record:
    """Return a document as JSON-ready data."""
    return {
        "id": document.id,
        "uri": document.uri,
        "source_id": document.source_id,
        "title": document.title,
        "language": document.language,
        "published": _date(document.published) if document.published else None,
        "captured_at": document.captured_at,
        "content_hash": document.content_hash,
        "text": document.text,
        "removed": [{"text": r.text, "reason": r.reason} for r in document.removed],
    }


def _date(date: DateValue) -> Record:
    return {"value": date.value, "grain": date.grain}


def _span(evidence: Evidence) -> Record:
    return {"text": evidence.quote, "start": evidence.start, "end": evidence.end}


def _features(features: tuple[Feature, ...]) -> Record:
    return {f.name: round(f.value, 3) for f in features}


def _actor(actor: ActorMention) -> Record:
    return _span(actor.evidence) | {
        "actor_id": actor.actor_id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
    }


def _place(place: PlaceMention) -> Record:
    return _span(place.evidence) | {
        "place_id": place.place_id,
        "name": place.name,
        "name_en": place.name_en,
        "kind": place.kind,
        "admin1": place.admin1,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision,
        "precision_km": place.precision_km,
        "score": round(place.score, 3),
        "features": _features(place.features),
    }


_NOWHERE = dict.fromkeys(
    ("text", "start", "end", "place_id", "name", "name_en", "kind", "admin1", "country", "latitude", "longitude")
) | {"precision": "country", "precision_km": None, "score": None, "features": {}}


def _time(time: TimeExpression) -> Record:
    return _span(time.evidence) | _date(time.date)


def _count(count: Count) -> Record:
    return {"unit": count.unit, "low": count.low, "high": count.high, "qualifier": count.qualifier} | _span(
        count.evidence
    )


def _quotation(q: Quotation) -> Record:
    return {
        "id": q.id,
        "source": _span(q.source.evidence)
        | {"kind": q.source.kind, "actor_id": q.source.actor_id, "name": q.source.name},
        "cue": _span(q.cue),
        "cue_class": q.cue_class,
        "kind": q.kind,
        "content": _span(q.content),
        "relays": [_span(r.evidence) | {"actor_id": r.actor_id} for r in q.relays],
        "occasion": _span(q.occasion) if q.occasion else None,
        "answers": [{"question": a.question, "position": a.position, "evidence": _span(a.evidence)} for a in q.answers],
        "score": round(q.score, 3),
        "features": _features(q.features),
    }


def _event(e: EventMention) -> Record:
    place = _place(e.place) if e.place else (_NOWHERE | {"country": e.country} if e.country else None)
    return {
        "id": e.id,
        "event_type": e.event_type,
        "status": e.status,
        "background": e.background,
        "trigger": _span(e.trigger),
        "evidence": _span(e.evidence),
        "actors": [_actor(a) for a in e.actors],
        "targets": [_actor(t) for t in e.targets],
        "place": place,
        "date": _span(e.date.evidence) | _date(e.date.date) if e.date else None,
        "counts": [_count(c) for c in e.counts],
        "quotation_id": e.quotation_id,
        "score": round(e.score, 3),
        "features": _features(e.features),
    }
