"""When: the time expression that dates a happening, else the day of the story that it goes on with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.extract.events.clauses import Scene, clause_begins, is_verb
from marsad.extract.events.happenings import Happening
from marsad.extract.reading import Reading
from marsad.model.annotation import EventDate, EventMention, Quotation, TimeExpression
from marsad.model.document import DateValue
from marsad.model.span import Evidence
from marsad.text.dates import days_told
from marsad.text.edtf import days_before, days_earlier, window_until
from marsad.text.segment import Sentence

_FRESH_DAYS = 2  # a story this old is still the news of the day
_STORY = 1200  # code points over which a text goes on with the story that it opens with
_DISTANCE = 5  # tokens of a distance in time before a happening (بعد نحو ثلاثة أيام على …)


def date_of(
    scene: Scene,
    sentence: Sentence,
    happening: Happening,
    times: Sequence[TimeExpression],
    reporting: Sequence[Quotation],
    right: int,
) -> EventDate | None:
    """Return the time expression of the sentence that dates the happening: the nearest of those that can.

    Times told by the source itself come before those around its words. The day of an announcement, the end of a
    stretch (حتى الآن), a decade and the time of something else (بعد زيارته الأحد) date nothing. The next happening
    begins at token ``right``.
    """
    reading = scene.reading
    start, end = reading.tokens[sentence.first].start, reading.tokens[sentence.last - 1].end
    at = reading.tokens[happening.first].start
    able = [
        time
        for time in times
        if start <= time.evidence.start < end
        and time.date.grain != "decade"
        and not _of_report(time, reporting, at)
        and not _is_limit(reading, time)
        and not _of_other(scene, time, happening, sentence.first)
        and not _of_next(scene, time, happening, right)
    ]
    said = [time for time in able if any(_within(time.evidence.start, q.content) for q in reporting)]
    nearest = min(said or able, key=lambda t: (abs(t.evidence.start - at), t.evidence.start), default=None)
    if nearest is None:
        return _by_distance(scene, sentence, happening, times)
    since = _opens_stretch(reading, nearest) and window_until(nearest.date, reading.published)
    return EventDate(nearest.evidence, since or nearest.date)


def _opens_stretch(reading: Reading, time: TimeExpression) -> bool:
    """Tell whether the time is the day since which something goes on (منذ بدء المعركة في 3 يوليو), some days ago."""
    days = days_before(time.date, reading.published)
    if days is None or days <= _FRESH_DAYS:
        return False
    first, words = reading.token_at(time.evidence.start), reading.knowledge.dates.words
    for at in range(first, max(0, first - _DISTANCE) - 1, -1):
        if reading.clause_mark(at) or is_verb(reading, at):
            return False
        if any(hit.value.role == "since" for hit in words.at(reading.tokens, at, first + 1)):
            return True
    return False


def _by_distance(
    scene: Scene, sentence: Sentence, happening: Happening, times: Sequence[TimeExpression]
) -> EventDate | None:
    """Return the day that lies so many days before one told before (قصفت أمس …، بعد ثلاثة أيام على هجوم)."""
    reading, dates = scene.reading, scene.reading.knowledge.dates
    begin, text = reading.tokens[sentence.first].start, reading.document.text
    for at in range(happening.first - 1, max(sentence.first, happening.first - _DISTANCE) - 1, -1):
        days = days_told(reading.tokens, text, dates, at + 1) if reading.form(at) in dates.sequence else None
        if days:
            before = [t for t in times if begin <= t.evidence.start < reading.tokens[at].start]
            value = days_earlier(before[-1].date, days) if before else None
            return EventDate(reading.evidence(at, happening.first), value) if value else None
    return None


def _within(offset: int, evidence: Evidence) -> bool:
    return evidence.start <= offset < evidence.end


def _of_report(time: TimeExpression, reporting: Sequence[Quotation], at: int) -> bool:
    """Tell whether the time is the day of the announcement: it stands between a cue and its content.

    A month or year in which an act was announced is the act's own too (أعلنت في يناير تحرير ديالى).
    """
    return time.date.grain in ("day", "minute") and any(
        q.cue.end <= time.evidence.start < q.content.start and _within(at, q.content) for q in reporting
    )


def _is_limit(reading: Reading, time: TimeExpression) -> bool:
    """Tell whether the time only ends a stretch (حتى عام 2003)."""
    first = reading.token_at(time.evidence.start)
    limits = reading.knowledge.dates.until
    return reading.form(first) in limits or (first > 0 and reading.form(first - 1) in limits)


def _of_other(scene: Scene, time: TimeExpression, happening: Happening, begin: int) -> bool:
    """Tell whether the time, told before the happening, dates what came before or after it, or what goes on beside it.

    Either it belongs to a phrase of its own (بعد اتصاله يوم الأربعاء مع …), the happening is counted from it
    (الخميس … بعد ثلاثة أيام على هجوم), or another clause begins between (قصفوا أمس …، فيما قتل …), unless the time
    stands before any verb of the sentence, which begins at token ``begin``.
    """
    reading = scene.reading
    first = reading.token_at(time.evidence.start)
    if first >= happening.first:
        return False
    sequence, openers = reading.knowledge.dates.sequence, reading.knowledge.grammar.clause_openers
    before = range(happening.first - 1, max(first, happening.first - _DISTANCE) - 1, -1)
    opener = next((at for at in before if reading.form(at) in sequence and at not in scene.timed), None)
    if opener is not None and _tells_distance(reading, opener, happening.first):
        return True
    is_fronted = not any(is_verb(reading, at) for at in range(begin, first))
    turns = (openers.at(reading.tokens, at, happening.first) for at in range(first, happening.first))
    if not is_fronted and any(turns):
        return True
    for at in range(first - 1, -1, -1):
        if reading.clause_mark(at) or is_verb(reading, at):
            return False
        if reading.form(at) in sequence and at not in scene.timed:
            return not any(reading.clause_mark(k) or is_verb(reading, k) for k in range(first, happening.first))
    return False


def _of_next(scene: Scene, time: TimeExpression, happening: Happening, right: int) -> bool:
    """Tell whether the time, told after the happening, dates what is told after it.

    Either another clause begins between (، وكانت المدينة شهدت في الأيام الماضية …), or what the happening followed
    (يأتي هذا الهجوم بعد تفجير الجمعة).
    """
    reading = scene.reading
    first = reading.token_at(time.evidence.start)
    if first < happening.last:
        return False
    sequence = reading.knowledge.dates.sequence
    followed = any(
        reading.form(at) in sequence and at not in scene.timed for at in range(happening.last, min(first, right))
    )
    return (first > right and followed) or clause_begins(reading, happening.last, first)


def _tells_distance(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a number of days, weeks … stands between (بعد يوم من)."""
    words = reading.knowledge.dates.words
    return any(
        hit.value.role == "unit" and not hit.prefix
        for at in range(first + 1, last)
        for hit in words.at(reading.tokens, at, last)
    )


def with_day_of_story(
    events: Sequence[EventMention], told: Sequence[EventMention], reading: Reading
) -> tuple[EventMention, ...]:
    """Return the events, those that go on with the story that the text opens with on its day.

    ``told`` are all mentions before they were joined: the total that a report opens with is one of them.
    """
    opening = next((event for event in told if not event.background), None)
    day = opening.date if opening and opening.status == "occurred" else None
    if day is None or not _is_fresh(day.date, reading.published):
        return tuple(events)
    return tuple(replace(event, date=day) if _goes_on(event, day.evidence) else event for event in events)


def _goes_on(event: EventMention, opening: Evidence) -> bool:
    """Tell whether an event without a date is told as news of the same day.

    A source reports it, or it has a toll: what the outlet tells without either is mostly context of long standing.
    """
    is_news = event.status == "occurred" and not event.background and event.date is None
    near = 0 < event.trigger.start - opening.start <= _STORY
    return is_news and near and (event.quotation_id is not None or bool(event.counts))


def _is_fresh(date: DateValue, published: DateValue | None) -> bool:
    """Tell whether the date is a day of the last few before publication."""
    days = days_before(date, published)
    return days is not None and 0 <= days <= _FRESH_DAYS
