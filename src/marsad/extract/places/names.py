"""Names of the gazetteer as they stand in the text, with the words around them that tell what they name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from marsad.extract.reading import Reading
from marsad.knowledge.schema import PlaceRow
from marsad.model.span import Evidence
from marsad.text.morphology import splits
from marsad.text.phrases import Hit

_BA = "\u0628"  # bi-, in
_TANWIN = "\u064b"  # fathatan: an indefinite noun or adjective (معربًا), never a toponym


class Candidate(NamedTuple):
    """Tokens ``[first, last)`` are a name and ``rows`` the places that bear it.

    ``generic`` are the kinds named before it, ``located`` tells whether a preposition of place stands before it,
    ``ending`` is its last letter as written. One ``of_other`` is part of the name of an institution, person or
    agreement: it says of what the text speaks, not where something is.
    """

    first: int
    last: int
    prefix: str
    rows: tuple[PlaceRow, ...]
    generic: frozenset[str]
    located: bool
    sentence: int
    ending: str
    of_other: bool


def find_names(reading: Reading, covered: Sequence[bool]) -> list[Candidate]:
    """Return the names of the gazetteer in the text, left to right, none at a ``covered`` token."""
    found: list[Candidate] = []
    no_places = reading.knowledge.gazetteer.words.no_places
    for number, sentence in enumerate(reading.sentences):
        at = sentence.first
        while at < sentence.last:
            outlet = reading.outlet_at(at, sentence.last)
            if outlet:
                at = outlet.last
                continue
            hits = [] if covered[at] else _names_at(reading, at, sentence.last)
            if hits and not no_places.at(reading.tokens, at, sentence.last):
                found.append(_candidate(reading, hits, sentence.first, number, found))
            at = hits[0].last if hits else at + 1
    return found


def _names_at(reading: Reading, at: int, limit: int) -> list[Hit[PlaceRow]]:
    """Return the longest name at a token with the fewest attached letters, once for each place that bears it."""
    hits = reading.knowledge.gazetteer.index.at(reading.tokens, at, limit)
    if not hits or _TANWIN in reading.text.words(at, at + 1):
        return []
    hits = [h for h in hits if "ك" not in h.prefix and not h.prefix.startswith("ف")]
    return [h for h in hits if h.last == hits[0].last and h.prefix == hits[0].prefix]


def _candidate(
    reading: Reading, hits: list[Hit[PlaceRow]], begin: int, sentence: int, found: list[Candidate]
) -> Candidate:
    name = hits[0]
    return Candidate(
        first=name.first,
        last=name.last,
        prefix=name.prefix,
        rows=tuple(dict.fromkeys(h.value for h in hits)),
        generic=_generic_before(reading, name, begin, found),
        located=is_located(reading, name.first, name.prefix),
        sentence=sentence,
        ending=reading.text.words(name.first, name.last)[-1],
        of_other=not _stands_alone(name) and _belongs_to_other(reading, name.first, begin),
    )


def covered_by(reading: Reading, taken: Sequence[Evidence]) -> list[bool]:
    """Return which tokens stand inside ``taken`` names (of actors), each up to a preposition of place in it."""
    covered = [False] * len(reading.tokens)
    for span in taken:
        for at in range(reading.token_at(span.start), len(reading.tokens)):
            if reading.tokens[at].start >= span.end or reading.form(at) in reading.knowledge.grammar.locatives:
                break
            covered[at] = True
    return covered


def _stands_alone(name: Hit[PlaceRow]) -> bool:
    """Tell whether the word before cannot own the name: a particle stands between, or it is the top of a mountain."""
    return name.prefix not in ("", "ال") or name.value.kind == "mountain"


def _belongs_to_other(reading: Reading, first: int, begin: int) -> bool:
    """Tell whether the words before make the name part of an institution's, person's or agreement's name."""
    words = reading.knowledge.gazetteer.words
    last = first - 1 if first > begin and reading.form(first - 1) in words.generic else first  # مجلس محافظة ديالى
    return any(
        hit.last in (first, last)
        for start in range(max(begin, first - 2), first)
        for hit in words.not_after.at(reading.tokens, start, first)
    )


def is_located(reading: Reading, first: int, prefix: str) -> bool:
    """Tell whether a preposition of place stands before the word at a token, or ب in the ``prefix`` attached to it."""
    return _BA in prefix or (first > 0 and reading.form(first - 1) in reading.knowledge.grammar.locatives)


def _generic_before(reading: Reading, hit: Hit[PlaceRow], begin: int, found: list[Candidate]) -> frozenset[str]:
    """Return the kinds named by the word before (``حي``), also through a coordination (``حيي اليرموك والاملاك``)."""
    generic = reading.knowledge.gazetteer.words.generic
    if hit.first > begin and hit.prefix in ("", "ال"):
        for split in splits(reading.form(hit.first - 1)):
            kinds = generic.get(split.rest) or generic.get(split.rest.removeprefix("ال"))
            if kinds:
                return kinds
    if found and found[-1].last == hit.first and hit.prefix.startswith("و"):
        return found[-1].generic
    return frozenset()
