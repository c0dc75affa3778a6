"""Where: the place of the event told before, for one that goes on with it and names none of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.extract.events.clauses import Scene
from marsad.model.annotation import EventMention
from marsad.text.segment import Sentence

_BACK = 1  # sentences of a paragraph over which a place holds
_HEAD = 3  # tokens at the head of a sentence (يأتي ذلك فيما)
_WIDE = ("country", "region")


def with_place_before(
    events: Sequence[EventMention], told: Sequence[EventMention], scene: Scene
) -> tuple[EventMention, ...]:
    """Return the events, those that go on with the place of the one told before at that place.

    ``told`` are all mentions with places of their own, before they were joined.
    """
    return tuple(_placed(event, told, scene) if event.place is None else event for event in events)


def _placed(event: EventMention, told: Sequence[EventMention], scene: Scene) -> EventMention:
    """Return the event at the place told before in its sentence or, where this names none, in the one before."""
    before = [m for m in told if m.place and m.trigger.start < event.trigger.start and m.status == event.status]
    last = max(before, key=lambda m: m.trigger.start, default=None)
    if event.status != "occurred" or last is None or last.place is None:
        return event
    of_other_day = event.date is not None and last.date is not None and event.date.date != last.date.date
    if of_other_day or last.place.precision in _WIDE or not _still_there(event, last, scene):
        return event
    return replace(event, place=last.place, country=last.place.country)


def _still_there(event: EventMention, last: EventMention, scene: Scene) -> bool:
    sentences = scene.reading.sentences
    since, number = _sentence_of(scene, last), _sentence_of(scene, event)
    if since == number:
        first, end = scene.reading.token_at(last.trigger.start), scene.reading.token_at(event.trigger.start)
        return not any(_turns(scene, at, end) for at in range(first, end))
    if (
        number - since > _BACK
        or event.background != last.background
        or sentences[since].paragraph != sentences[number].paragraph
    ):
        return False
    heads = (at for s in sentences[since + 1 : number + 1] for at in range(s.first, min(s.first + _HEAD, s.last)))
    if any(_turns(scene, at, sentences[number].last) for at in heads):
        return False
    return not _names_other(scene, sentences[number], last)


def _sentence_of(scene: Scene, event: EventMention) -> int:
    at = scene.reading.token_at(event.trigger.start)
    return next(k for k, s in enumerate(scene.reading.sentences) if s.first <= at < s.last)


def _names_other(scene: Scene, sentence: Sentence, last: EventMention) -> bool:
    """Tell whether the sentence names a place other than the country in which the last event was."""
    named = (scene.place_at[at] for at in range(sentence.first, sentence.last) if at in scene.place_at)
    return any(place.precision not in _WIDE or place.country != last.country for place in named)


def _turns(scene: Scene, at: int, limit: int) -> bool:
    """Tell whether the text turns to something else here (من جهة أخرى, فيما)."""
    reading = scene.reading
    return bool(reading.knowledge.grammar.clause_openers.at(reading.tokens, at, limit))
