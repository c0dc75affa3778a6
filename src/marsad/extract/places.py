"""Toponym resolution: names in the text to rows of the gazetteer, ranked by named features.

A name that several places share goes to the one with the best sum of: how likely the bare name means it (``prior``),
the kind that the word before names (حي, قضاء …), its governorate or country being named nearby. A name that is also an
ordinary word is read as a place only beside such evidence; where nothing decides, the name is left alone rather than
guessed.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from marsad.extract.reading import Reading
from marsad.knowledge.schema import PlaceRow
from marsad.model.annotation import Feature, PlaceMention, Precision
from marsad.model.span import Evidence, Span
from marsad.text.morphology import splits
from marsad.text.phrases import Hit

_PRECISION: dict[str, Precision] = {
    "country": "country",
    "governorate": "admin1",
    "district": "district",
    "subdistrict": "district",
    "city": "town",
    "town": "town",
    **dict.fromkeys(("region", "mountain", "desert", "plain", "valley", "river", "sea", "lake", "road"), "region"),
}
_ARTICLE, _NISBA = "\u0627\u0644", "\u064a\u0629"  # al-, -iyya
_WAW = "\u0648"
_TANWIN = "\u064b"  # fathatan: an indefinite noun or adjective (معربًا), never a toponym
_TELLING = 3  # words of a name that is no ordinary wording any more (الجبل الشرقي في الزبداني)
_SHORT = 4  # letters: with ب or ل before it, a name this short is mostly another word (لغات, باكرا)
_WHOLES = ("country", "region")


class _Candidate(NamedTuple):
    """Tokens ``[first, last)`` are a name and ``rows`` the places that bear it.

    ``generic`` are the kinds named before it, ``located`` tells whether a preposition of place stands before it.

    """

    first: int
    last: int
    prefix: str
    rows: tuple[PlaceRow, ...]
    generic: frozenset[str]
    located: bool
    sentence: int


class Surroundings(NamedTuple):
    """What unambiguous names say of a text: governorates by sentence, and countries and governorates in all."""

    admin1_of_sentence: dict[int, set[str]]
    countries: Counter[str]
    admin1: Counter[str]


def find_places(reading: Reading, taken: Sequence[Evidence]) -> tuple[PlaceMention, ...]:
    """Return the mentions of known places in the order of the text; none inside ``taken`` (actors, outlets)."""
    candidates = _candidates(reading, [Span(e.start, e.end) for e in taken])
    around = _surroundings(candidates)
    mentions = (_resolve(reading, candidate, around) for candidate in candidates)
    return tuple(mention for mention in mentions if mention)


def _candidates(reading: Reading, taken: list[Span]) -> list[_Candidate]:
    gazetteer = reading.knowledge.gazetteer
    covered = _covered(reading, taken)
    found: list[_Candidate] = []
    for number, sentence in enumerate(reading.sentences):
        at = sentence.first
        while at < sentence.last:
            outlet = reading.outlet_at(at, sentence.last)
            if outlet:
                at = outlet.last
                continue
            hits = [] if covered[at] else gazetteer.index.at(reading.tokens, at, sentence.last)
            if _TANWIN in reading.document.text[reading.tokens[at].start : reading.tokens[at].end]:
                hits = []
            chosen = _longest(reading, [h for h in hits if "ك" not in h.prefix and not h.prefix.startswith("ف")])
            if chosen and not _belongs_to_other(reading, chosen[0].first, sentence.first):
                rows = tuple(dict.fromkeys(h.value for h in chosen))
                generic = _generic_before(reading, chosen[0], sentence.first, found)
                located = _located(reading, chosen[0])
                found.append(
                    _Candidate(chosen[0].first, chosen[0].last, chosen[0].prefix, rows, generic, located, number)
                )
            at = chosen[0].last if chosen else at + 1
    return found


def _covered(reading: Reading, taken: list[Span]) -> list[bool]:
    """Return which tokens stand inside an actor's name, up to a preposition of place in it."""
    covered = [False] * len(reading.tokens)
    for span in taken:
        for at in range(reading.token_at(span.start), len(reading.tokens)):
            if reading.tokens[at].start >= span.end or reading.form(at) in reading.knowledge.grammar.locatives:
                break
            covered[at] = True
    return covered


def _longest(reading: Reading, hits: list[Hit[PlaceRow]]) -> list[Hit[PlaceRow]]:
    """Return the hits of the longest name with the fewest attached letters."""
    if not hits:
        return []
    best = hits[0]
    return [h for h in hits if h.last == best.last and h.prefix == best.prefix]


def _belongs_to_other(reading: Reading, first: int, begin: int) -> bool:
    """Tell whether the words before make the name part of an institution's, person's or agreement's name."""
    not_after = reading.knowledge.gazetteer.words.not_after
    return any(
        hit.last == first
        for start in range(max(begin, first - 2), first)
        for hit in not_after.at(reading.tokens, start, first)
    )


def _located(reading: Reading, hit: Hit[PlaceRow]) -> bool:
    if "ب" in hit.prefix:
        return True
    return hit.first > 0 and reading.form(hit.first - 1) in reading.knowledge.grammar.locatives


def _generic_before(reading: Reading, hit: Hit[PlaceRow], begin: int, found: list[_Candidate]) -> frozenset[str]:
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


def _surroundings(candidates: list[_Candidate]) -> Surroundings:
    by_sentence: dict[int, set[str]] = {}
    countries: Counter[str] = Counter()
    admin1: Counter[str] = Counter()
    for c in candidates:
        sure = [row for row in c.rows if not row.common]
        if not sure or len({row.admin1 for row in sure}) > 1:
            continue
        countries[sure[0].country] += 1
        if sure[0].admin1:
            admin1[sure[0].admin1] += 1
            by_sentence.setdefault(c.sentence, set()).add(sure[0].admin1)
    return Surroundings(by_sentence, countries, admin1)


def _resolve(reading: Reading, candidate: _Candidate, around: Surroundings) -> PlaceMention | None:
    ranked = []
    for row in candidate.rows:
        features = _features(candidate, row, around)
        ranked.append((sum(f.value for f in features), -candidate.rows.index(row), row, features))
    total, _, row, features = max(ranked, key=lambda item: item[:2])
    if total < 0:
        return None
    first, name_en = candidate.first, row.name_en
    place_id: str | None = row.id
    if row.kind in _WHOLES and row.country:
        first = _direction_before(reading, candidate)
        if first < candidate.first:
            place_id = None
    prefix = candidate.prefix if first == candidate.first else _prefix_of_direction(reading, first)
    evidence = reading.bare_evidence(first, candidate.last, prefix)
    return PlaceMention(
        evidence=evidence,
        place_id=place_id,
        name=row.name if place_id else evidence.quote,
        name_en=name_en,
        kind=row.kind if place_id else "region",
        admin1=row.admin1 or None,
        country=row.country or None,
        latitude=row.latitude,
        longitude=row.longitude,
        precision=_PRECISION.get(row.kind, "point") if place_id else "region",
        precision_km=row.precision_km,
        score=1 / (1 + math.exp(-total)),
        features=features,
    )


def _features(candidate: _Candidate, row: PlaceRow, around: Surroundings) -> tuple[Feature, ...]:
    """Return the named reasons for reading the name as this place, as log-odds; below 0 in all it is not read so."""
    features = [Feature("prior", (row.prior - 20) / 25)]
    if candidate.generic:
        features.append(Feature("kind_named", 1.5 if row.kind in candidate.generic else -0.8))
    if row.admin1 and row.admin1 in around.admin1_of_sentence.get(candidate.sentence, ()):
        features.append(Feature("governorate_in_sentence", 2.0 if row.kind != "governorate" else 0.0))
    elif row.admin1 and around.admin1[row.admin1]:
        features.append(Feature("governorate_in_text", 0.8))
    if around.countries and row.country:
        share = around.countries[row.country] / around.countries.total()
        features.append(Feature("country_share", 1.5 * share - 0.5))
    if _adjective_like(row) and not (candidate.generic or candidate.located):
        features.append(Feature("looks_like_an_adjective", -4.0))
    if (
        candidate.prefix
        and candidate.prefix != _WAW
        and candidate.last - candidate.first == 1
        and len(row.name) <= _SHORT
    ):
        features.append(Feature("short_with_particle", -2.5))
    if row.common and not candidate.generic and candidate.last - candidate.first < _TELLING:
        beside = row.admin1 and row.admin1 in around.admin1_of_sentence.get(candidate.sentence, ())
        features.append(Feature("ordinary_word", -1.5 if beside and row.prior >= 40 else -6.0))
    return tuple(features)


def _adjective_like(row: PlaceRow) -> bool:
    """Tell whether the name has the form of an adjective (الفارسية): a place only where something puts it there."""
    return row.name.startswith(_ARTICLE) and row.name.endswith(_NISBA) and " " not in row.name


def _direction_before(reading: Reading, candidate: _Candidate) -> int:
    """Return where a direction (``جنوب شرقي``) before the name begins, or the name's own begin."""
    directions = reading.knowledge.gazetteer.words.directions
    first = candidate.first
    while first > 0 and candidate.first - first < 2 and directions.has(reading.form(first - 1)):
        first -= 1
    return first


def _prefix_of_direction(reading: Reading, first: int) -> str:
    form = reading.form(first)
    return next((s.prefix for s in splits(form) if s.rest in reading.knowledge.gazetteer.words.directions), "")
