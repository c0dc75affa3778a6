"""References to a place named before: «في البلدة», «في المنطقة نفسها», «في موقع الانفجار»."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from marsad.extract.places.names import is_located
from marsad.extract.reading import Reading
from marsad.model.annotation import Feature, PlaceMention
from marsad.text.morphology import splits
from marsad.text.normalize import fold
from marsad.text.segment import Kind

_REACH = 600  # code points over which a place stays in the reader's mind
_GOVERNORATE = "governorate"
_SPOTS = frozenset(
    ("governorate", "district", "subdistrict", "city", "town", "village", "quarter", "street", "site", "road")
)
_CAPITAL = "\u0639\u0627\u0635\u0645\u0647"  # folded
_ARTICLE, _BA = "\u0627\u0644", "\u0628"


def find_references(
    reading: Reading, places: Sequence[PlaceMention], covered: Sequence[bool]
) -> Iterator[PlaceMention]:
    """Yield a mention for each word that goes back to one of ``places``, which are in order: the last of that kind.

    The word stands after a preposition of place and has no adjective that makes it another one (المدينة القديمة);
    المنطقة, which may be half a continent, needs نفسها after it. The scene of an act (مكان الحادث) is the last spot,
    a governorate only where nothing finer is named.
    """
    words = reading.knowledge.gazetteer.words
    for at, token in enumerate(reading.tokens):
        if not (words.anaphora.has(token.form) or words.scenes.has(token.form)):
            continue
        reference = None if covered[at] or token.kind is not Kind.WORD else _reference(reading, at)
        if reference is None:
            continue
        near = [place for place in places if 0 < token.start - place.evidence.end <= _REACH]
        fitting = [place for place in reversed(near) if _fits(reading, place, reference)]
        antecedent = next((p for p in fitting if reference.noun or p.kind != _GOVERNORATE), next(iter(fitting), None))
        if antecedent and antecedent.country:  # not half a continent
            evidence = reading.bare_evidence(at, reference.last, reference.prefix)
            yield replace(antecedent, evidence=evidence, features=(Feature("refers_back", 0.0), *antecedent.features))


class _Reference(NamedTuple):
    """Words up to token ``last`` that go back to a place of one of ``kinds``, or to one named with ``noun`` before."""

    last: int
    prefix: str
    noun: str
    kinds: Container[str]


def _reference(reading: Reading, at: int) -> _Reference | None:
    words, form = reading.knowledge.gazetteer.words, reading.form(at)
    after = reading.form(at + 1) if at + 1 < len(reading.tokens) else ""
    if words.anaphora.has(form):
        split = next(s for s in splits(form) if s.rest in words.anaphora)
        same = words.same.has(after)
        points_back = is_located(reading, at, split.prefix) and not _goes_on(reading, at)
        if same or (split.rest not in words.vague and points_back):
            noun = split.rest.removeprefix(_ARTICLE)
            return _Reference(at + 1 + same, split.prefix, noun, words.generic.get(noun) or words.generic[split.rest])
    elif after in words.acts and words.scenes.has(form):
        split = next(s for s in splits(form) if s.rest in words.scenes)
        return _Reference(at + 2, split.prefix, "", _SPOTS)
    return None


def _fits(reading: Reading, place: PlaceMention, reference: _Reference) -> bool:
    """Tell whether the reference can mean the place; المحافظة goes back to what was called محافظة, whatever it is."""
    if reference.noun == _CAPITAL and fold(place.name) not in reading.knowledge.gazetteer.words.capitals:
        return False
    if place.kind in reference.kinds:
        return _is_spot(reading, place)
    at = reading.token_at(place.evidence.start)
    return bool(reference.noun) and at > 0 and any(s.rest == reference.noun for s in splits(reading.form(at - 1)))


def _is_spot(reading: Reading, place: PlaceMention) -> bool:
    """Tell whether the text speaks of the place as one where something is, not of its government (واشنطن)."""
    at = reading.token_at(place.evidence.start)
    before = reading.form(at - 1) if at else ""
    generic = reading.knowledge.gazetteer.words.generic
    by_word = any(s.rest in generic for s in splits(before)) or before in reading.knowledge.grammar.locatives
    return by_word or (place.evidence.start > reading.tokens[at].start and _BA in reading.form(at)[:2])


def _goes_on(reading: Reading, at: int) -> bool:
    """Tell whether a definite word or a name after it makes it another place (المدينة المنورة, القرية الشرقية)."""
    after = at + 1
    if after >= len(reading.tokens) or reading.tokens[after].kind is not Kind.WORD:
        return False
    named = reading.knowledge.gazetteer.index.at(reading.tokens, after, len(reading.tokens))
    return reading.form(after).startswith(_ARTICLE) or any(not hit.prefix for hit in named)
