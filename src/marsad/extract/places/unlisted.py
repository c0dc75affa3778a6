"""Villages and quarters that no gazetteer has: an unknown name between a generic word and what it lies in.

«قرية الهيل في ريف حلب» names a place in Aleppo, of which no more is known: it gets the coordinates of what it lies in,
and its precision. Where nothing is said of what it lies in, it is somewhere in the governorate of which its sentence
speaks alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from marsad.extract.reading import Reading
from marsad.model.annotation import Feature, PlaceMention
from marsad.text.morphology import splits
from marsad.text.segment import Kind, Sentence

_LONGEST = 3  # words of a name
_REACH = 4  # tokens after a name within which what it lies in is named (في ريف محافظة …)
_SHORT = 3  # words of a generic word and a name of which nothing more is told
_GOVERNORATE_KM = 40.0
_NEAR_KM = 15.0  # what is told by its bearing from a town lies this near
_TOLD_BY_BEARING = frozenset(("point", "town", "district"))
_BA, _WAW, _ARTICLE = "\u0628", "\u0648", "\u0627\u0644"
_FEMININE, _NISBA = "\u0647", "\u064a"  # endings of adjectives as folded: tāʾ marbūṭa after بلدة, yāʾ after حي


def find_unlisted(reading: Reading, places: Sequence[PlaceMention], covered: Sequence[bool]) -> Iterator[PlaceMention]:
    """Yield the places with an unknown name; ``places`` are the known ones, ``covered`` tokens are other names'."""
    unlisted = reading.knowledge.gazetteer.words.unlisted
    starts = {reading.token_at(place.evidence.start): place for place in places}
    generic = {form for form in {t.form for t in reading.tokens} if any(s.rest in unlisted for s in splits(form))}
    for sentence in reading.sentences:
        for at in range(sentence.first, sentence.last - 1):
            if reading.form(at) not in generic or covered[at] or at + 1 in starts:
                continue
            last = _name_end(reading, starts, at + 1, sentence.last)
            if not _may_name(reading, at, last) or any(covered[at:last]):
                continue
            whole = _whole_after(reading, starts, _past_second(reading, at, last), sentence.last)
            if whole:
                yield _place_in(reading, at, last, whole)
            elif _is_settlement(reading, at) and last - at <= _SHORT and _ends_there(reading, last, sentence.last):
                whole = _told_before(reading, places, sentence, at)
                if whole:
                    yield _somewhere_in(_place_in(reading, at, last, whole))


def _is_settlement(reading: Reading, generic: int) -> bool:
    """Tell whether the word names a settlement (قرية): after منطقة or حي an unknown word may be anything."""
    settlements = reading.knowledge.gazetteer.words.settlements
    return any(split.rest in settlements for split in splits(reading.form(generic)))


def _ends_there(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether the name is over at a token, so that it is no longer phrase of another kind."""
    return at >= limit or reading.tokens[at].kind is not Kind.WORD or reading.ends_phrase(at) or _joins(reading, at)


def _told_before(
    reading: Reading, places: Sequence[PlaceMention], sentence: Sentence, generic: int
) -> PlaceMention | None:
    """Return the first place of a sentence all of whose places lie in one governorate, where it stands before."""
    first, end = reading.tokens[sentence.first].start, reading.tokens[sentence.last - 1].end
    named = [place for place in places if first <= place.evidence.start < end and place.country]
    of_one = len({(place.country, place.admin1) for place in named}) == 1
    before = of_one and named[0].evidence.start < reading.tokens[generic].start
    return named[0] if before and named[0].admin1 else None


def _somewhere_in(place: PlaceMention) -> PlaceMention:
    """Return the place with no more known of it than its governorate."""
    return replace(place, precision="admin1", precision_km=max(place.precision_km or 0.0, _GOVERNORATE_KM))


def _name_end(reading: Reading, starts: dict[int, PlaceMention], first: int, limit: int) -> int:
    at = first
    while at < min(first + _LONGEST, limit) and reading.tokens[at].kind is Kind.WORD:
        joined = at > first and reading.form(at).startswith(_WAW)
        if joined or at in starts or reading.ends_phrase(at) or _joins(reading, at):
            break
        at += 1
    return at


def _past_second(reading: Reading, generic: int, last: int) -> int:
    """Return the end of the second name after a dual (حيي اليرموك والبساتين), else ``last``."""
    is_dual = any(s.rest in reading.knowledge.gazetteer.words.pairs for s in splits(reading.form(generic)))
    return last + (is_dual and reading.form(last).startswith(_WAW))


def _joins(reading: Reading, at: int) -> bool:
    """Tell whether the word begins to tell where the place lies: a preposition, a bearing, بريف, التابعة."""
    words, form = reading.knowledge.gazetteer.words, reading.form(at)
    if form in reading.knowledge.grammar.locatives or form in words.directions or form in words.belonging:
        return True
    return any(s.prefix == _BA and s.rest in words.generic for s in splits(form)) or bool(
        words.bearings.at(reading.tokens, at, len(reading.tokens))
    )


def _whole_after(reading: Reading, starts: dict[int, PlaceMention], first: int, limit: int) -> PlaceMention | None:
    """Return what the place is said to lie in or near; a country says too little."""
    near = next((at for at in range(first, min(first + _REACH, limit)) if at in starts), None)
    if near is None or not (_joins(reading, first) or (near == first and _with_preposition(reading, starts[near]))):
        return None
    broken = any(reading.clause_mark(at) or _is_joined(reading, at) for at in range(first, near))
    return None if broken or starts[near].admin1 is None else starts[near]


def _is_joined(reading: Reading, at: int) -> bool:
    """Tell whether و joins the word to what is before it (not ولاية)."""
    form = reading.form(at)
    return form.startswith(_WAW) and form not in reading.knowledge.gazetteer.words.generic


def _with_preposition(reading: Reading, place: PlaceMention) -> bool:
    token = reading.tokens[reading.token_at(place.evidence.start)]
    return place.evidence.start > token.start and token.form.startswith(_BA)


def _may_name(reading: Reading, generic: int, last: int) -> bool:
    """Tell whether the words after the generic one can be a name: no adjective of it (بلدة صغيرة), no common noun."""
    first = generic + 1
    if last == first or reading.knowledge.gazetteer.words.not_names.has(reading.form(first)):
        return False
    ending = _FEMININE if reading.form(generic).endswith(_FEMININE) else _NISBA
    return reading.form(first).startswith(_ARTICLE) or not reading.form(first).endswith(ending)


def _place_in(reading: Reading, generic: int, last: int, whole: PlaceMention) -> PlaceMention:
    evidence = reading.evidence(generic + 1, last)
    is_point = whole.precision in _TOLD_BY_BEARING
    return replace(
        whole,
        evidence=evidence,
        place_id=None,
        name=evidence.quote,
        name_en="",
        kind="village",
        precision="district" if is_point else whole.precision,
        precision_km=max(whole.precision_km or 0.0, _NEAR_KM),
        features=(Feature("unlisted_name", 0.0), *whole.features),
    )
