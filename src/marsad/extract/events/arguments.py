"""Where and how many: the arguments of a happening in its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.extract.amounts import added
from marsad.extract.events.clauses import Scene
from marsad.extract.events.happenings import Happening
from marsad.extract.reading import Reading
from marsad.model.annotation import Count, PlaceMention
from marsad.model.span import cut
from marsad.text.morphology import splits
from marsad.text.segment import Sentence

_CHAIN_GAP = 5  # tokens between a place and the wider one it lies in (بلدة الحضر في ريف القنيطرة)
_BEFORE = 12  # tokens before a happening within which its place is told
_FARTHEST = 20  # tokens after a happening within which its place is told
_BEYOND = 12  # the same, past the next happening
_SERIES = 5  # towns: more under one counted act (11 غارة بالقرب من …) are one series, told at the first
_FAMILY_OF = {"arrested": "detention", "abducted": "detention"}  # of event types, by unit; others are of attacks
_YEAR = 4  # digits
_SETTLEMENTS = ("city", "town", "village")
_FINENESS = {"point": 0, "town": 1, "district": 2, "admin1": 3, "region": 3, "country": 5}


def places_of(scene: Scene, sentence: Sentence, happening: Happening, bounds: tuple[int, int]) -> list[PlaceMention]:
    """Return the places of a happening: one, several where towns are listed, none where none is tied to it."""
    located = [
        at for at in range(sentence.first, sentence.last) if at in scene.place_at and _locates(scene, at, happening)
    ]
    end = _reach(scene, happening, min(bounds[1], happening.last + _FARTHEST))
    after = [at for at in located if happening.first < at < end]
    before = _chain_before(scene, [at for at in located if bounds[0] <= at < happening.first], happening)
    if after and not (before and _break_between(scene, happening.last, after[0])):
        return _finest(scene, _from_where_it_is(scene, after))
    if before:
        return _finest(scene, before)
    beyond = [at for at in located if bounds[1] <= at <= happening.last + _BEYOND]
    if beyond and happening.hits[-1].verb is not None and not _break_between(scene, happening.last, beyond[0]):
        return _finest(scene, beyond)
    fronted = [at for at in located if at < happening.first and at - sentence.first <= 4]
    return _finest(scene, fronted)


def _chain_before(scene: Scene, spots: list[int], happening: Happening) -> list[int]:
    """Return the last place near before the happening, and the one that it qualifies (جبال حمرين شمالي بعقوبة)."""
    if not spots or spots[-1] < happening.first - _BEFORE or _break_between(scene, spots[-1], happening.first):
        return []
    return [at for at in spots[-2:] if spots[-1] - at <= _CHAIN_GAP]


def _from_where_it_is(scene: Scene, spots: list[int]) -> list[int]:
    """Leave out places at the head that only give a bearing, where one as fine follows (شمال بعقوبة في قرية …)."""
    fineness = _fineness(scene.place_at[spots[0]])
    for k, at in enumerate(spots):
        if not _bears(scene, at) and _fineness(scene.place_at[at]) <= fineness:
            return spots[k:]
    return spots


def _reach(scene: Scene, happening: Happening, limit: int) -> int:
    """Return where the happening's own complements end: at an aim (بهدف) or an earlier or other happening (بعد)."""
    reading = scene.reading
    indexes = (reading.knowledge.grammar.separators, reading.knowledge.status.purpose)
    for at in range(happening.last, limit):
        if any(index.at(reading.tokens, at, limit) for index in indexes):
            return at
    return limit


def _break_between(scene: Scene, first: int, last: int) -> bool:
    """Tell whether a mark or a separator (بعد, ردا على) stands between: what comes after tells of something else.

    A time set off by marks ends nothing (وفي الرمادي، أمس، قتل …), nor does anything before حيث.
    """
    reading = scene.reading
    separators, where = reading.knowledge.grammar.separators, reading.knowledge.gazetteer.words.where
    at = max((k + 1 for k in range(first, last) if reading.form(k) in where), default=first)
    while at < last:
        mark = reading.clause_mark(at)
        aside = _aside_end(scene, at, last) if mark else 0
        if (mark and not aside) or separators.at(reading.tokens, at, last):
            return True
        at = max(at + 1, aside)
    return False


def _aside_end(scene: Scene, mark: int, limit: int) -> int:
    """Return the end of a time set off by marks that begins or ends at ``mark`` («، منذ بدئها في 3 يوليو،»), else 0."""
    second = next((at for at in range(mark + 1, limit) if scene.reading.clause_mark(at)), None)
    if second is not None and any(at in scene.timed for at in range(mark + 1, second)):
        return second + 1
    return mark + 1 if {mark - 1, mark + 1} & scene.timed else 0


def _locates(scene: Scene, at: int, happening: Happening) -> bool:
    """Tell whether the mention says where.

    Countries and big cities stand for their governments too, so they need a preposition, a generic word (مدينة), or to
    be what the trigger governs (تحرير الموصل, تفجير بغداد); no place may be an origin (من حلب).
    """
    reading, place = scene.reading, scene.place_at[at]
    before = reading.form(at - 1) if at else ""
    words = reading.knowledge.gazetteer.words
    if (
        _follows_bearing(scene, at)
        or before in reading.knowledge.grammar.locatives
        or _attached(reading, at, place)
        or words.directions.has(before)
        or before in words.appositions
    ):
        return True
    types = reading.knowledge.ontology.types
    if not place.country:
        return False  # the Middle East, the Gulf: no place where one thing happens
    if before in words.destinations:
        return any(types[hit.event_type].to_place for hit in happening.hits)
    if before in reading.knowledge.grammar.origins:
        return any(types[hit.event_type].from_place for hit in happening.hits)
    if place.kind not in ("country", "city"):
        return True
    governed = any(hit.last == at and hit.verb is None for hit in happening.hits)
    return place.kind == "city" and (
        governed
        or any(s.rest in words.generic for s in splits(before))
        or any(hit.event_type == "territory" and hit.first < at for hit in happening.hits)
        or _joined_to_place(scene, at)
    )


def _joined_to_place(scene: Scene, at: int) -> bool:
    joined = scene.place_at[at].evidence.start > scene.reading.tokens[at].start
    return joined and any(k in scene.place_at for k in range(max(0, at - 3), at))


def _attached(reading: Reading, at: int, place: PlaceMention) -> bool:
    """Tell whether ب is attached to the mention."""
    token = reading.tokens[at]
    return place.evidence.start > token.start and any(
        "ب" in s.prefix for s in splits(token.form)[1:2] or splits(token.form)
    )


def _finest(scene: Scene, spots: list[int]) -> list[PlaceMention]:
    """Return the places of the first chain: of nested ones (بلدة في ريف القنيطرة) the finest, of listed ones each."""
    start = next((k for k, at in enumerate(spots) if _fineness(scene.place_at[at]) <= 3), 0)
    if start and scene.place_at[spots[start]].country != scene.place_at[spots[0]].country:
        start = 0  # مواقع لداعش في سوريا ولحزب العمال في شمال العراق
    listed: list[PlaceMention] = []
    previous: int | None = None
    for at in spots[start:]:
        place = scene.place_at[at]
        if previous is None:
            listed.append(place)
        elif _coordinated(scene, at, previous):
            if not _paired(scene, at):
                listed.append(place)
        elif at - previous > _CHAIN_GAP or place.country != listed[0].country:
            break
        elif len(listed) == 1 and not _bears(scene, at) and _fineness(place) < _fineness(listed[0]):
            listed = [place]
        previous = at
    return listed if len(listed) <= _SERIES else listed[:1]


def _fineness(place: PlaceMention) -> int:
    """Return how fine the named thing is, the finest first; a village is fine, however roughly it is known where."""
    return _FINENESS["town" if place.kind in _SETTLEMENTS else place.precision]


def _coordinated(scene: Scene, at: int, previous: int) -> bool:
    """Tell whether و joins the mention to the one before, with a generic word between them at most (وحيي اليرموك)."""
    reading = scene.reading
    joined = [k for k in range(previous + 1, at + 1) if reading.form(k).startswith("و")]
    return bool(joined) and at - previous <= 4


def _paired(scene: Scene, at: int) -> bool:
    """Tell whether the mention is the second of two after a dual (بلدتي الفوعة وكفريا)."""
    pairs = scene.reading.knowledge.gazetteer.words.pairs
    return any(pairs.has(scene.reading.form(k)) for k in range(max(0, at - 5), at))


def _bears(scene: Scene, at: int) -> bool:
    """Tell whether the mention only says from where another place is counted (شمال بعقوبة, قرب كوباني)."""
    reading = scene.reading
    words = reading.knowledge.gazetteer.words
    if at > 0 and words.directions.has(reading.form(at - 1)):
        return True
    return _follows_bearing(scene, at)


def _follows_bearing(scene: Scene, at: int) -> bool:
    reading = scene.reading
    bearings = reading.knowledge.gazetteer.words.bearings
    return any(hit.last == at for k in range(max(0, at - 3), at) for hit in bearings.at(reading.tokens, k, at))


def counts_of(
    reading: Reading, sentence: Sentence, happenings: Sequence[Happening], number: int, counts: Sequence[Count]
) -> tuple[Count, ...]:
    """Return the tolls of happening ``number`` among those of its sentence: each goes to the nearest that can have it.

    Both sides' tolls stay beside each other; a second figure of the same unit for one side is left out.
    """
    start, end = reading.tokens[sentence.first].start, reading.tokens[sentence.last - 1].end
    mine: list[Count] = []
    for count in counts:
        if not (start <= count.evidence.start < end) or count.unit not in ("killed", "wounded", "arrested", "abducted"):
            continue
        nearest = min(
            _that_can_have(reading, happenings, count), key=lambda k: _distance(reading, happenings[k], count)
        )
        if nearest != number or (_of_years(reading, count) and not happenings[number].only_result):
            continue
        same = next((k for k, c in enumerate(mine) if c.unit == count.unit), None)
        if same is None:
            mine.append(count)
        elif count.qualifier != "order" and any(hit.event_type == "clash" for hit in happenings[number].hits):
            mine[same] = _both_sides(reading, mine[same], count)
    return tuple(mine)


def _that_can_have(reading: Reading, happenings: Sequence[Happening], count: Count) -> list[int]:
    """Return the happenings of the family that a toll is of (arrested: an arrest), all of them where there is none."""
    types, family = reading.knowledge.ontology.types, _FAMILY_OF.get(count.unit, "attack")
    fitting = [k for k, h in enumerate(happenings) if any(types[hit.event_type].family == family for hit in h.hits)]
    return fitting or list(range(len(happenings)))


def _of_years(reading: Reading, count: Count) -> bool:
    """Tell whether a toll is of the years since one that is told (40 ألف شخص منذ عام 1984), and not of one act."""
    end = reading.token_at(count.evidence.end)
    since = reading.knowledge.ontology.contexts["since"].words
    years = (
        reading.form(k)
        for at in range(end, min(end + 4, len(reading.tokens) - 2))
        if reading.form(at) in since
        for k in (at + 1, at + 2)
    )
    return any(word.isdecimal() and len(word) == _YEAR for word in years)


def _both_sides(reading: Reading, a: Count, b: Count) -> Count:
    """Return the sum of two tolls, evidenced by the words from the first to the second."""
    low, high, qualifier = added(a, b)
    evidence = cut(reading.document.text, a.evidence.start, b.evidence.end)
    return Count(evidence, a.unit, low, high, qualifier)


def _distance(reading: Reading, happening: Happening, count: Count) -> int:
    first, last = reading.tokens[happening.first].start, reading.tokens[happening.last - 1].end
    if first <= count.evidence.start < last:
        return 0
    return min(abs(first - count.evidence.end), abs(count.evidence.start - last))
