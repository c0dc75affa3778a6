"""The order in which a document is read; the extractors themselves do not know each other."""

from __future__ import annotations

from marsad.extract.actors import find_actors
from marsad.extract.counts import find_counts
from marsad.extract.events.coding import Findings, find_events
from marsad.extract.places.finding import find_places
from marsad.extract.quotations.attribution import find_quotations
from marsad.extract.reading import read
from marsad.extract.times import find_times
from marsad.knowledge.base import Knowledge
from marsad.model.annotation import AnnotatedDocument
from marsad.model.document import Document


def annotate(document: Document, knowledge: Knowledge) -> AnnotatedDocument:
    """Return the document with everything that is read in it. Same document and knowledge, same result."""
    reading = read(document, knowledge)
    actors = find_actors(reading)
    places = find_places(reading, [actor.evidence for actor in actors])
    times = find_times(reading)
    counts = find_counts(reading, times)
    quotations = find_quotations(reading, actors)
    events = find_events(reading, Findings(actors, places, times, counts, quotations))
    return AnnotatedDocument(
        document=document,
        actors=actors,
        places=places,
        times=times,
        counts=counts,
        quotations=quotations,
        events=events,
        issues=(),
        knowledge_version=knowledge.version,
    )
