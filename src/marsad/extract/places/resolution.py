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

from marsad.extract.distance import distance_km
from marsad.extract.places.names import Candidate
from marsad.extract.reading import Reading
from marsad.knowledge.schema import PlaceRow
from marsad.model.annotation import Feature, PlaceMention, Precision
from marsad.text.morphology import splits

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
_ADJECTIVE = "adjective"
_TELLING = 3  # words of a name that is no ordinary wording any more (الجبل الشرقي في الزبداني)
_SHORT = 4  # letters: with ب or ل before it, a name this short is mostly another word (لغات, باكرا)
_TA_MARBUTA, _HA = "\u0629", "\u0647"
_KNOWN, _WELL_KNOWN = 40, 55  # priors from which a name that is an ordinary word too may be read as a place
_WHOLES = ("country", "region")
_BEARING_KM = 100.0
_OTHER_KIND = {False: -0.8, True: -3.0}  # what speaks against a row of another kind, where one is of that named
_PARTS = 3  # names of a list that lie in the place after it


class Surroundings(NamedTuple):
    """What names with but one reading say of a text: governorates by sentence, and countries and governorates in all.

    ``wholes`` are the places that a name is said to lie in (حي اليرموك في بعقوبة), ``near`` those from which its
    bearing is told (حصيبة شرقي الرمادي), both by the token at which it begins. ``named`` are the countries of which the
    text speaks, each with the places that show it; ``before`` are the ids of the places read so far.
    """

    admin1_of_sentence: dict[int, Counter[str]]
    countries: Counter[str]
    admin1: Counter[str]
    wholes: dict[int, PlaceRow]
    near: dict[int, PlaceRow]
    named: dict[str, set[str]]
    before: set[str | None]


def surroundings(reading: Reading, candidates: Sequence[Candidate]) -> Surroundings:
    """Return what the names that have but one reading say of the text."""
    around = Surroundings({}, Counter(), Counter(), {}, {}, _countries_by_adjective(reading), set())
    for number, candidate in enumerate(candidates):
        sure = _sure(candidate)
        if sure:
            around.countries[sure.country] += 1
            around.named.setdefault(sure.country, set()).add(sure.name)
            around.admin1[sure.admin1] += 1
            around.admin1_of_sentence.setdefault(candidate.sentence, Counter())[sure.admin1] += 1
        if sure and candidate.located:
            parts = _parts(reading, candidates, number)
            by_bearing = _is_bearing(reading, candidate) and sure.kind not in _WHOLES
            (around.near if by_bearing else around.wholes).update((part.first, sure) for part in parts)
    return around


def _countries_by_adjective(reading: Reading) -> dict[str, set[str]]:
    """Return the countries whose adjectives stand in the text (اليمنية), each with its adjectives."""
    demonyms, found = reading.knowledge.gazetteer.demonyms, dict[str, set[str]]()
    for form in {token.form.removeprefix(_ARTICLE) for token in reading.tokens}:
        if form in demonyms:
            found.setdefault(demonyms[form], set()).add(_ADJECTIVE)
    return found


def _sure(candidate: Candidate) -> PlaceRow | None:
    """Return the place that a name means with certainty, as far as its governorate goes."""
    sure = [row for row in candidate.rows if not row.common]
    return sure[0] if sure and len({row.admin1 for row in sure}) == 1 else None


def _parts(reading: Reading, candidates: Sequence[Candidate], number: int) -> list[Candidate]:
    """Return the names right before one, joined with و, that are said to lie in or near it.

    «حيي اليرموك والمنصور في بغداد», «حصيبة والمضيق شرقي الرمادي»
    """
    words, locatives = reading.knowledge.gazetteer.words, reading.knowledge.grammar.locatives
    parts: list[Candidate] = []
    after = candidates[number].first
    for before in reversed(candidates[max(0, number - _PARTS) : number]):
        between = [reading.form(at) for at in range(before.last, after)]
        is_list = bool(parts) and not between and parts[-1].prefix == _WAW
        if before.generic and between and between[0].startswith(_WAW):
            between = between[1:]  # a second name, which no gazetteer has
        is_inside = not parts and all(form in locatives or form in words.generic for form in between)
        if not (is_list or is_inside):
            break
        parts.append(before)
        after = before.first
    return parts


def resolve(reading: Reading, candidate: Candidate, around: Surroundings) -> PlaceMention | None:
    """Return the place that a name most likely means, ``None`` where it more likely means none."""
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


def _features(candidate: Candidate, row: PlaceRow, around: Surroundings) -> tuple[Feature, ...]:
    """Return the named reasons for reading the name as this place, as log-odds; below 0 in all it is not read so."""
    features = [Feature("prior", (row.prior - 20) / 25)]
    if candidate.generic:
        fits = any(other.kind in candidate.generic for other in candidate.rows)
        features.append(Feature("kind_named", 1.5 if row.kind in candidate.generic else _OTHER_KIND[fits]))
    whole = around.wholes.get(candidate.first)
    near = around.near.get(candidate.first)
    if (whole and not _can_lie_in(row, whole)) or (near and not _may_be_near(row, near)):
        features.append(Feature("lies_elsewhere", -3.5))
    beside = _others_of_governorate(candidate, row, around)
    if beside:
        features.append(Feature("governorate_in_sentence", 2.0 if row.kind != "governorate" else 0.0))
    elif row.admin1 and around.admin1[row.admin1]:
        features.append(Feature("governorate_in_text", 0.8))
    if around.countries and row.country:
        share = around.countries[row.country] / around.countries.total()
        features.append(Feature("country_share", 1.5 * share - 0.5))
    is_open = row.common or len({other.admin1 for other in candidate.rows}) > 1
    if is_open and row.id in around.before and (row.kind in candidate.generic or candidate.located):
        features.append(Feature("named_before", 4.0))  # one text gives a name one meaning
    if row.prior < _WELL_KNOWN and row.kind not in _WHOLES and _is_foreign(row, around):
        features.append(Feature("nothing_else_of_its_country", -6.0))
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
        features.append(Feature("ordinary_word", _of_ordinary_word(candidate, row, beside=bool(beside))))
    return tuple(features)


def _of_ordinary_word(candidate: Candidate, row: PlaceRow, *, beside: bool) -> float:
    """Return what speaks against a name that is also an ordinary word: less beside its governorate or after في.

    A word written with a pronoun is none (حديثه for حديثة).
    """
    if row.name.endswith(_TA_MARBUTA) and candidate.ending == _HA:
        return -6.0
    if beside and row.prior >= _KNOWN:
        return -1.5
    return -3.0 if candidate.located and row.prior >= _WELL_KNOWN else -6.0


def _others_of_governorate(candidate: Candidate, row: PlaceRow, around: Surroundings) -> int:
    """Return how many other names of the sentence lie in the governorate of ``row``."""
    if not row.admin1:
        return 0
    sure = _sure(candidate)
    itself = sure is not None and sure.admin1 == row.admin1
    return around.admin1_of_sentence.get(candidate.sentence, Counter())[row.admin1] - itself


def _is_bearing(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a direction stands before a name (شرقي الرمادي)."""
    before = reading.form(candidate.first - 1) if candidate.first else ""
    return reading.knowledge.gazetteer.words.directions.has(before)


def _may_be_near(row: PlaceRow, other: PlaceRow) -> bool:
    """Tell whether a bearing from one place may be told of the other."""
    return distance_km(row.latitude, row.longitude, other.latitude, other.longitude) <= _BEARING_KM


def _can_lie_in(row: PlaceRow, whole: PlaceRow) -> bool:
    if row.country and whole.country and row.country != whole.country:
        return False
    return not (row.admin1 and whole.admin1) or row.admin1 == whole.admin1


def _is_foreign(row: PlaceRow, around: Surroundings) -> bool:
    """Tell whether the text speaks of other countries and names nothing else of the row's (العين of Abyan)."""
    elsewhere = any(country and country != row.country for country in around.named)
    return elsewhere and not around.named.get(row.country, set()) - {row.name}


def _adjective_like(row: PlaceRow) -> bool:
    """Tell whether the name has the form of an adjective (الفارسية): a place only where something puts it there."""
    return row.name.startswith(_ARTICLE) and row.name.endswith(_NISBA) and " " not in row.name


def _direction_before(reading: Reading, candidate: Candidate) -> int:
    """Return where a direction (``جنوب شرقي``) before the name begins, or the name's own begin."""
    directions = reading.knowledge.gazetteer.words.directions
    first = candidate.first
    while first > 0 and candidate.first - first < 2 and directions.has(reading.form(first - 1)):
        first -= 1
    return first


def _prefix_of_direction(reading: Reading, first: int) -> str:
    form = reading.form(first)
    return next((s.prefix for s in splits(form) if s.rest in reading.knowledge.gazetteer.words.directions), "")
