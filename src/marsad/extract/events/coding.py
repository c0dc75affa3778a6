"""The order of the work: triggers, happenings, arguments, score; then the same happening told twice becomes one event."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.extract.events.arguments import counts_of, date_of, places_of
from marsad.extract.events.clauses import Scene, clause_numbers, scene
from marsad.extract.events.happenings import Happening, group, head_of
from marsad.extract.events.joining import Told, join
from marsad.extract.events.participants import participants
from marsad.extract.events.status import is_background, status_of
from marsad.extract.events.triggers import find_triggers
from marsad.extract.reading import Reading
from marsad.model.annotation import (
    ActorMention,
    Count,
    EventMention,
    Feature,
    PlaceMention,
    Quotation,
    TimeExpression,
)
from marsad.model.identity import content_id
from marsad.text.segment import Sentence

_LEAST_SCORE = 0.36  # below, a mention is rather a topic than a report


@dataclass(frozen=True, slots=True)
class Findings:
    """What the other extractors found in the document."""

    actors: Sequence[ActorMention]
    places: Sequence[PlaceMention]
    times: Sequence[TimeExpression]
    counts: Sequence[Count]
    quotations: Sequence[Quotation]


def find_events(reading: Reading, findings: Findings) -> tuple[EventMention, ...]:
    """Return the events that the body reports, one a happening and place, in the order of the text."""
    speakers = [q.source.evidence for q in findings.quotations]
    spots = [p for p in findings.places if not any(e.start <= p.evidence.start < e.end for e in speakers)]
    here = scene(reading, findings.actors, spots, findings.counts, findings.times)
    country = _country(findings.places)
    told: list[Told] = []
    for sentence in reading.sentences:
        if not reading.is_title(sentence):
            told += _code_sentence(here, sentence, findings, country)
    return join(told, reading)


def _code_sentence(here: Scene, sentence: Sentence, findings: Findings, country: str | None) -> list[Told]:
    reading = here.reading
    clauses = clause_numbers(reading, sentence)
    told = []
    for hit in find_triggers(here, sentence):
        at = reading.tokens[hit.first].start
        reporting = [q for q in findings.quotations if q.content.start <= at < q.content.end]
        innermost = max(reporting, key=lambda q: q.content.start, default=None)
        status = status_of(reading, sentence, hit, clauses, innermost)
        if status:
            told.append((hit, status, is_background(reading, sentence, hit, reported=bool(reporting))))
    happenings = group(here, told, clauses, sentence.first)
    events: list[Told] = []
    for number, happening in enumerate(happenings):
        left = happenings[number - 1].last if number else sentence.first
        right = happenings[number + 1].first if number + 1 < len(happenings) else sentence.last
        places: list[PlaceMention | None] = list(places_of(here, sentence, happening, (left, right)))
        counts = counts_of(reading, sentence, happenings, number, findings.counts)
        if counts:
            places = places[:1]
        for place in places or [None]:
            event = _event(here, sentence, happening, findings, place, counts, country)
            if event.score >= _LEAST_SCORE:
                events.append(Told(event, head_of(here, happening).definite))
    return events


def _event(
    here: Scene,
    sentence: Sentence,
    happening: Happening,
    findings: Findings,
    place: PlaceMention | None,
    counts: tuple[Count, ...],
    country: str | None,
) -> EventMention:
    reading = here.reading
    head = head_of(here, happening)
    trigger = reading.bare_evidence(head.first, head.last, "")
    evidence = reading.evidence(sentence.first, sentence.last)
    reporting = [q for q in findings.quotations if q.content.start <= trigger.start < q.content.end]
    actors, targets = participants(here, sentence, happening, head)
    date = date_of(reading, sentence, happening, findings.times, reporting)
    features = _features(happening, place, counts, actors, targets)
    return EventMention(
        id=content_id(reading.document.id, "event", head.event_type, trigger.start, place.place_id if place else ""),
        event_type=head.event_type,
        status=happening.status,
        background=happening.background,
        trigger=trigger,
        evidence=evidence,
        actors=actors,
        targets=targets,
        place=place,
        country=place.country if place else country,
        date=date,
        counts=counts,
        quotation_id=max(reporting, key=lambda q: q.content.start).id if reporting else None,
        score=1 / (1 + math.exp(-sum(f.value for f in features))),
        features=features,
    )


def _features(
    happening: Happening,
    place: PlaceMention | None,
    counts: tuple[Count, ...],
    actors: tuple[ActorMention, ...],
    targets: tuple[ActorMention, ...],
) -> tuple[Feature, ...]:
    """Return the reasons to believe that an event is reported, as log-odds."""
    weak = all(hit.trigger.weak for hit in happening.hits)
    features = [Feature("weak_trigger", -1.0) if weak else Feature("clear_trigger", 0.8)]
    if len(happening.hits) > 1:
        features.append(Feature("several_wordings", 0.6))
    if place and place.precision != "country":
        features.append(Feature("place_named", 0.8))
    if counts:
        features.append(Feature("toll_told", 1.0))
    if actors or targets:
        features.append(Feature("participant_named", 0.5))
    return tuple(features)


def _country(places: Sequence[PlaceMention]) -> str | None:
    """Return the country that six of ten places of the text lie in, where there are two of them at least."""
    tally = Counter(p.country for p in places if p.country)
    if not tally:
        return None
    country, number = tally.most_common(1)[0]
    return country if number >= 2 and number / tally.total() >= 0.6 else None
