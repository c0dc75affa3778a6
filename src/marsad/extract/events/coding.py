"""The order of the work: triggers, happenings, arguments, score; then one happening told twice is joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from marsad.extract.events.arguments import counts_of
from marsad.extract.events.clauses import Scene, clause_numbers, is_heading, scene
from marsad.extract.events.dating import date_of, with_day_of_story
from marsad.extract.events.happenings import Happening, group, head_of
from marsad.extract.events.joining import Told, join
from marsad.extract.events.location import places_of
from marsad.extract.events.participants import participants
from marsad.extract.events.parties import Mentions
from marsad.extract.events.positions import Positions
from marsad.extract.events.scoring import scored
from marsad.extract.events.status import is_background, is_known, is_old, is_topic, leads_up, status_of
from marsad.extract.events.story import with_parties_of_story
from marsad.extract.events.triggers import CARRIER_REACH, carrier_of, find_triggers, type_by_actors
from marsad.extract.events.whereabouts import with_place_before
from marsad.extract.reading import Reading
from marsad.model.annotation import (
    ActorMention,
    Count,
    EventDate,
    EventMention,
    PlaceMention,
    Quotation,
    TimeExpression,
)
from marsad.model.identity import content_id
from marsad.text.segment import Sentence

_RESULT = 6  # tokens between an act and the victims that its verb tells of
_ARTICLE = "\u0627\u0644"


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
    here = scene(reading, findings.actors, spots, findings.counts, findings.times, findings.quotations)
    country = _country(reading, findings.places)
    told: list[Told] = []
    for sentence, after in zip_longest(reading.sentences, reading.sentences[1:]):
        if not (reading.is_title(sentence) or is_heading(reading, sentence, after)):
            told += _code_sentence(here, sentence, findings, country)
    mentions = [mention.event for mention in told]
    events = with_parties_of_story(join(told, reading), reading)
    return with_day_of_story(with_place_before(events, mentions, here), mentions, reading)


def _code_sentence(here: Scene, sentence: Sentence, findings: Findings, country: str | None) -> list[Told]:
    reading = here.reading
    triggers = find_triggers(here, sentence)
    if not triggers:
        return []
    clauses = clause_numbers(reading, sentence)
    told = []
    for hit in triggers:
        at = reading.tokens[hit.first].start
        reporting = [q for q in findings.quotations if q.content.start <= at < q.content.end]
        innermost = max(reporting, key=lambda q: q.content.start, default=None)
        status = status_of(reading, sentence, hit, clauses, innermost)
        if status:
            told.append((hit, status, is_background(reading, sentence, hit, reported=bool(reporting))))
    happenings = _without_frames(here, sentence, group(here, told, clauses, sentence.first))
    if not happenings:
        return []
    positions = Positions(here, sentence)
    events: list[Told] = []
    for number, happening in enumerate(happenings):
        left = happenings[number - 1].last if number else sentence.first
        right = happenings[number + 1].first if number + 1 < len(happenings) else sentence.last
        places: list[PlaceMention | None] = list(places_of(here, sentence, happening, (left, right)))
        counts = counts_of(reading, sentence, happenings, number, findings.counts)
        if counts:
            places = places[:1]
        parties = participants(positions, happening, head_of(here, happening))
        for place in places or [None]:
            arguments = _Arguments(place, place.country if place else country, counts, right, parties)
            event = _event(here, sentence, happening, findings, arguments)
            if event.score >= reading.knowledge.weights.threshold:
                definite = head_of(here, happening).definite or _is_its_result(here, sentence, happening)
                points_back = _points_back(reading, happening) or _is_named_only(here, sentence, happening, event)
                led = _is_told_aside(here, sentence, happening, event.date)
                events.append(Told(event, definite, points_back, led))
    return events


def _without_frames(here: Scene, sentence: Sentence, happenings: list[Happening]) -> list[Happening]:
    """Leave out operations whose result, of a type of its own, is told (عمليات أسفرت عن اعتقال, اعتقلوا في مداهمات)."""
    reading, types = here.reading, here.reading.knowledge.ontology.types
    grammar = reading.knowledge.grammar
    kept = []
    for number, happening in enumerate(happenings):
        after = happenings[number + 1] if number + 1 < len(happenings) else None
        is_result = (
            after is not None
            and after.first - happening.last <= CARRIER_REACH
            and after.status == happening.status
            and not leads_up(reading, sentence, after.hits[0])
        )
        during = reading.form(happening.first - 1)
        has_result = (
            number > 0
            and happenings[number - 1].status == happening.status
            and during in grammar.causes
            and during not in grammar.origins
        )
        if not ((is_result or has_result) and types[head_of(here, happening).event_type].frame):
            kept.append(happening)
    return kept


def _points_back(reading: Reading, happening: Happening) -> bool:
    """Tell whether a demonstrative stands before the first trigger (هذا التفجير)."""
    first = happening.first
    return first > 0 and reading.form(first - 1) in reading.knowledge.grammar.demonstratives


def _is_its_result(here: Scene, sentence: Sentence, happening: Happening) -> bool:
    """Tell whether victims are those of an act told before (أسفر التفجير عن مقتل, حصيلة الهجوم 32 قتيلا)."""
    reading, acts = here.reading, here.reading.knowledge.ontology.contexts["acts"].words
    before = (reading.form(at) for at in range(max(sentence.first, happening.first - _RESULT), happening.first))
    return happening.only_result and any(acts.has(form) and _ARTICLE in form[:3] for form in before)


def _is_told_aside(here: Scene, sentence: Sentence, happening: Happening, date: EventDate | None) -> bool:
    """Tell whether a happening only leads up to the news (بعد هجوم), or says who or what somebody is (الذي قتل …)."""
    first = happening.hits[0]
    aside = first.verb is not None and first.definite and date is None
    return aside or leads_up(here.reading, sentence, first)


def _is_named_only(here: Scene, sentence: Sentence, happening: Happening, event: EventMention) -> bool:
    """Tell whether a happening is only named: what something else is about (ملف اغتيال), or known already.

    Of one that is known (الاشتباكات) neither place, day, toll nor party is told, and no verb says it took place.
    """
    told = any((count.low, count.high) != (1, 1) for count in event.counts)  # one dead is no more than whom it names
    if told or event.date or event.place or any(hit.verb for hit in happening.hits):
        return False
    if is_topic(here.reading, sentence, happening.hits[0]):
        return True
    known = all(is_known(here.reading, hit) for hit in happening.hits)
    return (
        known
        and not (event.actors or event.targets)
        and carrier_of(here.reading, sentence.first, happening.first) is None
    )


class _Arguments(NamedTuple):
    """Where, how many and who, of one happening; the next one begins at token ``right``."""

    place: PlaceMention | None
    country: str | None
    counts: tuple[Count, ...]
    right: int
    parties: tuple[Mentions, Mentions]


def _event(
    here: Scene,
    sentence: Sentence,
    happening: Happening,
    findings: Findings,
    arguments: _Arguments,
) -> EventMention:
    reading, place = here.reading, arguments.place
    head = head_of(here, happening)
    trigger = reading.bare_evidence(head.first, head.last, "")
    evidence = reading.evidence(sentence.first, sentence.last)
    reporting = [q for q in findings.quotations if q.content.start <= trigger.start < q.content.end]
    actors, targets = arguments.parties
    date = date_of(here, sentence, happening, findings.times, reporting, arguments.right)
    event_type = type_by_actors(here, head, actors)
    event = EventMention(
        id=content_id(reading.document.id, "event", event_type, trigger.start, place.place_id if place else ""),
        event_type=event_type,
        status=happening.status,
        background=(
            happening.background
            or here.commentary
            or is_old(date, reading.published, lead=reading.is_lead(sentence))
            or _is_told_aside(here, sentence, happening, date)
        ),
        trigger=trigger,
        evidence=evidence,
        actors=actors,
        targets=targets,
        place=place,
        country=arguments.country,
        date=date,
        counts=arguments.counts,
        quotation_id=max(reporting, key=lambda q: q.content.start).id if reporting else None,
        score=0.0,
    )
    return scored(here, happening, event)


def _country(reading: Reading, places: Sequence[PlaceMention]) -> str | None:
    """Return the country that six of ten places and national adjectives of the text are of, two of them at least."""
    demonyms = reading.knowledge.gazetteer.demonyms
    adjectives = (demonyms.get(token.form.removeprefix(_ARTICLE)) for token in reading.tokens)
    tally = Counter(country for country in (*(p.country for p in places), *adjectives) if country)
    if not tally:
        return None
    country, number = tally.most_common(1)[0]
    return country if number >= 2 and number / tally.total() >= 0.5 else None
