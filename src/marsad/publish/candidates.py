"""Names of places that no gazetteer has, gathered from many articles for the analyst who may add them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from marsad.text.normalize import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from marsad.model.record import Record

_AROUND = 60  # characters of context on either side of a name
_UNLISTED = "unlisted_name"  # feature of a place that stands in no gazetteer (see marsad.extract.places.unlisted)


class Candidate(NamedTuple):
    """A name as first read, what it lies in, the number of articles that name it, and where the first one does."""

    name: str
    admin1: str | None
    country: str | None
    articles: int
    context: str
    uri: str


def candidates(records: Iterable[Record]) -> list[Candidate]:
    """Return the unlisted places of the records, those of most articles first, then by name.

    One name in one governorate is one place, however it is spelled.
    """
    found: dict[tuple[str, str | None, str | None], Candidate] = {}
    for record in records:
        seen = set()
        for place in record["places"]:
            key = (fold(place["name"]), place["admin1"], place["country"])
            if _UNLISTED in place["features"] and key not in seen:
                seen.add(key)
                known = found.get(key)
                found[key] = known._replace(articles=known.articles + 1) if known else _first(record, place)
    return sorted(found.values(), key=lambda candidate: (-candidate.articles, candidate.name, candidate.uri))


def _first(record: Record, place: Record) -> Candidate:
    document = record["document"]
    words = document["text"][max(0, place["start"] - _AROUND) : place["end"] + _AROUND].split()
    cut_left, cut_right = place["start"] > _AROUND, place["end"] + _AROUND < len(document["text"])
    context = " ".join(words[cut_left : len(words) - cut_right])
    return Candidate(place["name"], place["admin1"], place["country"], 1, context, document["uri"])
