"""References to a place named before: «في البلدة», «في المنطقة نفسها»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from marsad.extract.places.names import is_located
from marsad.extract.reading import Reading
from marsad.model.annotation import Feature, PlaceMention
from marsad.text.morphology import splits
from marsad.text.segment import Kind

_REACH = 600  # code points over which a place stays in the reader's mind
_ARTICLE, _BA = "\u0627\u0644", "\u0628"


def find_references(
    reading: Reading, places: Sequence[PlaceMention], covered: Sequence[bool]
) -> Iterator[PlaceMention]:
    """Yield a mention for each word that goes back to one of ``places``, which are in order: the last of that kind.

    The word stands after a preposition of place and has no adjective that makes it another one (المدينة القديمة);
    المنطقة, which may be half a continent, needs نفسها after it.
    """
    words = reading.knowledge.gazetteer.words
    for at, token in enumerate(reading.tokens):
        if token.kind is not Kind.WORD or covered[at] or not words.anaphora.has(token.form):
            continue
        split = next(s for s in splits(token.form) if s.rest in words.anaphora)
        same = at + 1 < len(reading.tokens) and words.same.has(reading.form(at + 1))
        points_back = is_located(reading, at, split.prefix) and not _goes_on(reading, at)
        if not same and (split.rest in words.vague or not points_back):
            continue
        kinds = words.generic[split.rest.removeprefix(_ARTICLE)]
        antecedent = next(
            (
                place
                for place in reversed(places)
                if 0 < token.start - place.evidence.end <= _REACH and place.kind in kinds and _is_spot(reading, place)
            ),
            None,
        )
        if antecedent and antecedent.country:  # not half a continent
            evidence = reading.bare_evidence(at, at + 1 + same, split.prefix)
            yield replace(antecedent, evidence=evidence, features=(Feature("refers_back", 0.0), *antecedent.features))


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
