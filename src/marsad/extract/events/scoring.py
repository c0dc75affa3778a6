"""How sure it is that an event is reported: named features, weighed by ``lexicon/weights.yaml``."""

from __future__ import annotations

import math
from dataclasses import replace

from marsad.extract.events.clauses import Scene
from marsad.extract.events.happenings import Happening, head_of
from marsad.extract.events.triggers import carrier_of
from marsad.model.annotation import EventMention, Feature, PlaceMention
from marsad.model.span import Evidence


def scored(scene: Scene, happening: Happening, event: EventMention) -> EventMention:
    """Return the event with its features (log-odds) and the probability that their sum stands for."""
    weights = scene.reading.knowledge.weights
    names = [name for name, holds in _features(scene, happening, event).items() if holds]
    features = (Feature("bias", weights.bias), *(Feature(name, weights.features.get(name, 0.0)) for name in names))
    return replace(event, features=features, score=1 / (1 + math.exp(-sum(f.value for f in features))))


def _features(scene: Scene, happening: Happening, event: EventMention) -> dict[str, bool]:
    head = head_of(scene, happening)
    place = event.place
    past = head.verb is not None and all(tag.startswith("past") for tag in head.verb.tags)
    begin = scene.reading.token_at(event.evidence.start)
    carried = head.verb is None and carrier_of(scene.reading, begin, head.first) is not None
    return {
        "weak_trigger": all(hit.trigger.weak for hit in happening.hits),
        "only_a_victim": happening.only_result,
        "several_wordings": len(happening.hits) > 1,
        "past_verb": past,
        "present_verb": head.verb is not None and all(tag.startswith("pres") for tag in head.verb.tags),
        "definite_noun": head.definite,
        "carried": carried,
        "bare": not (carried or past or event.counts or event.date or len(happening.hits) > 1),
        "spot_named": place is not None and place.precision in ("point", "town", "district"),
        "governorate_named": place is not None and place.precision in ("admin1", "region"),
        "country_named": place is not None and place.precision == "country",
        "toll_told": bool(event.counts),
        "day_told": event.date is not None,
        "known_actor": any(a.actor_id for a in event.actors),
        "known_target": any(t.actor_id for t in event.targets),
        "actor_described": any(not a.actor_id for a in event.actors),
        "target_described": any(not t.actor_id for t in event.targets),
        "reported": event.quotation_id is not None,
        "in_quotation_marks": scene.reading.quote_depth[head.first],
        "place_told_elsewhere": place is not None and not _between(place, event.evidence),
        "place_told_before": place is not None and place.evidence.start < event.trigger.start,
        "history": event.background,
        "not_done": event.status != "occurred",
        f"type_{head.event_type}": True,
    }


def _between(place: PlaceMention, sentence: Evidence) -> bool:
    return sentence.start <= place.evidence.start < sentence.end
