"""Where: the place that the sentence ties to a happening."""

from __future__ import annotations

from marsad.extract.events.clauses import Scene, clause_begins, is_verb
from marsad.extract.events.happenings import Happening
from marsad.extract.reading import Reading
from marsad.model.annotation import PlaceMention
from marsad.text.morphology import splits
from marsad.text.normalize import fold
from marsad.text.segment import Sentence

_CHAIN_GAP = 5  # tokens between a place and the wider one it lies in (بلدة الحضر في ريف القنيطرة)
_BEFORE = 12  # tokens before a happening within which its place is told
_FARTHEST = 20  # tokens after a happening within which its place is told
_BEYOND = 12  # the same, past the next happening
_SUBJECT = 4  # tokens of a subject between a verb and its object
_HEAD = 4  # tokens at the head of a sentence
_SERIES = 5  # towns: more under one counted act (11 غارة بالقرب من …) are one series, told at the first
_FROM, _WAW = "\u0645\u0646", "\u0648"
_ARTICLE, _PLURAL = "\u0627\u0644", "\u0648\u0646"
_SETTLEMENTS = ("city", "town", "village")
_FINENESS = {"point": 0, "town": 1, "district": 2, "admin1": 3, "region": 3, "country": 5}


def places_of(scene: Scene, sentence: Sentence, happening: Happening, bounds: tuple[int, int]) -> list[PlaceMention]:
    """Return the places of a happening: one, several where towns are listed, none where none is tied to it."""
    located = [
        at for at in range(sentence.first, sentence.last) if at in scene.place_at and _locates(scene, at, happening)
    ]
    end = _reach(scene, happening, min(bounds[1], happening.last + _FARTHEST))
    after = [
        at for at in located if happening.first < at < end and not clause_begins(scene.reading, happening.last, at)
    ]
    before = _chain_before(scene, [at for at in located if bounds[0] <= at < happening.first], happening)
    if after and not (before and _break_between(scene, happening.last, after[0])):
        return _finest(scene, _from_where_it_is(scene, after))
    if before:
        return _finest(scene, before)
    beyond = [at for at in located if bounds[1] <= at <= happening.last + _BEYOND]
    if beyond and happening.hits[-1].verb is not None and not _break_between(scene, happening.last, beyond[0]):
        return _finest(scene, beyond)
    aimed = [at for at in located if happening.last <= at < happening.last + _FARTHEST]
    if aimed and _goes_straight(scene, happening.last, aimed[0]):
        return _finest(scene, aimed)  # قاتلوا من أجل السيطرة على عدن
    fronted = [at for at in located if at < happening.first and _is_fronted(scene, sentence.first, at)]
    return _finest(scene, fronted)


def _is_fronted(scene: Scene, first: int, at: int) -> bool:
    """Tell whether a place stands at the head of the sentence that begins at ``first``, before any verb."""
    return at - first <= _HEAD and not _verb_between(scene, first, at)


def _chain_before(scene: Scene, spots: list[int], happening: Happening) -> list[int]:
    """Return the last place near before the happening, and those that it qualifies (جبال حمرين شمالي بعقوبة)."""
    if not spots or _steps(scene, spots[-1], happening.first) > _BEFORE:
        return []
    if _break_between(scene, spots[-1], happening.first):
        return []
    chain = [spots[-1]]
    for at in reversed(spots[:-1]):
        finer = _fineness(scene.place_at[at]) < _fineness(scene.place_at[chain[0]])
        goes_on = len(chain) == 1 or finer or _coordinated(scene, chain[0], at)
        if not goes_on or chain[0] - at > _CHAIN_GAP or _verb_between(scene, at, chain[0]):
            break
        chain.insert(0, at)
    return chain


def _steps(scene: Scene, first: int, last: int) -> int:
    """Return the tokens from one to another, without times set off by marks («، منذ بدئها في 3 يوليو،»)."""
    steps, at = 0, first
    while at < last:
        aside = _aside_end(scene, at, last) if scene.reading.clause_mark(at) else 0
        steps, at = (steps, aside) if aside > at else (steps + 1, at + 1)
    return steps


def _from_where_it_is(scene: Scene, spots: list[int]) -> list[int]:
    """Leave out places at the head that only give a bearing, where one as fine follows (شمال بعقوبة في قرية …)."""
    fineness = _fineness(scene.place_at[spots[0]])
    for k, at in enumerate(spots):
        if not _bears(scene, at) and _fineness(scene.place_at[at]) <= fineness:
            return spots[k:]
    return spots


def _goes_straight(scene: Scene, first: int, last: int) -> bool:
    """Tell whether neither a mark, a separator nor a verb stands between."""
    return not _verb_between(scene, first, last) and not _break_between(scene, first, last)


def _verb_between(scene: Scene, first: int, last: int) -> bool:
    return any(is_verb(scene.reading, at) for at in range(first, last))


def _reach(scene: Scene, happening: Happening, limit: int) -> int:
    """Return where the happening's own complements end: at an aim (بهدف) or an earlier or other happening (بعد)."""
    reading = scene.reading
    indexes = (reading.knowledge.grammar.separators, reading.knowledge.status.purpose)
    for at in range(happening.last, limit):
        if not _is_time(scene, at) and any(index.at(reading.tokens, at, limit) for index in indexes):
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
        if (mark and not aside) or (not _is_time(scene, at) and separators.at(reading.tokens, at, last)):
            return True
        at = max(at + 1, aside)
    return False


def _is_time(scene: Scene, at: int) -> bool:
    """Tell whether a time stands at the token, also one without a value (منذ مدة): it separates nothing."""
    reading = scene.reading
    return at in scene.timed or bool(reading.knowledge.status.background.at(reading.tokens, at, len(reading.tokens)))


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
    if place.kind == "region" and not place.country:
        return False  # the Middle East, the Gulf: no place where one thing happens
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
        return False
    if before in words.destinations:
        return any(types[hit.event_type].to_place for hit in happening.hits)
    if before in reading.knowledge.grammar.origins or _particle_before(scene, at) == _FROM:
        return any(types[hit.event_type].from_place for hit in happening.hits)
    if place.kind not in ("country", "city"):
        return True
    if _undergoes(scene, at) or (place.kind == "city" and _is_object(scene, at, happening)):
        return True
    governed = any(hit.last == at and hit.verb is None for hit in happening.hits)
    return place.kind == "city" and (
        governed
        or any(s.rest in words.generic for form in (before, reading.form(at)) for s in splits(form))
        or any(hit.event_type == "territory" and hit.first < at for hit in happening.hits)
        or _joined_to_place(scene, at)
    )


def _is_object(scene: Scene, at: int, happening: Happening) -> bool:
    """Tell whether the mention is what the verb of an attack is done to: its subject ends right before.

    «قصف الحوثيون تعز», «اقتحمت قوات الاحتلال جنين»; a city right after the verb acts (قصفت أنقرة).
    """
    reading = scene.reading
    before = reading.form(at - 1)
    if not (before.startswith(_ARTICLE) or before.endswith(_PLURAL)) or scene.place_at[at].evidence.start > (
        reading.tokens[at].start
    ):
        return False
    types = reading.knowledge.ontology.types
    return any(
        hit.verb is not None
        and not hit.trigger.result
        and types[hit.event_type].family == "attack"
        and hit.last < at <= hit.last + _SUBJECT
        and not any(reading.clause_mark(k) or reading.after_preposition(k) for k in range(hit.last, at + 1))
        for hit in happening.hits
    )


def _undergoes(scene: Scene, at: int) -> bool:
    """Tell whether the mention is the subject of a verb that tells what happened there (شهدت الفلوجة, الفلوجة شهدت)."""
    reading = scene.reading
    verbs = reading.knowledge.gazetteer.words.undergoing
    last = reading.token_at(scene.place_at[at].evidence.end - 1)
    beside = [k for k in (at - 1, last + 1) if 0 <= k < len(reading.tokens)]
    return any(fold(form.lemma) in verbs for k in beside for form in reading.verb(k))


def _particle_before(scene: Scene, at: int) -> str:
    """Return the word before a mention and its generic words (من مديرية مكيراس), none where it tells a part of many.

    «عدد من بلدات حلب» says no origin.
    """
    reading = scene.reading
    words, before = reading.knowledge.gazetteer.words, at - 1
    while before > max(0, at - 3) and any(s.rest in words.generic for s in splits(reading.form(before))):
        before -= 1
    form = reading.form(before) if before >= 0 else ""
    return "" if before > 0 and words.parts.has(reading.form(before - 1)) else form


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
        if previous is None or _repeats(scene, at, spots[start]):
            listed.append(place)
        elif at - previous > _CHAIN_GAP and any(_repeats(scene, k, spots[start]) for k in spots if k > at):
            continue  # what is told of one of the listed
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


def _repeats(scene: Scene, at: int, first: int) -> bool:
    """Tell whether a mention goes on with the list by the preposition that opens it (على قرية …، وعلى قرية …)."""
    particle = _particle_before(scene, at)
    reading = scene.reading
    told_of = at + 1 < len(reading.tokens) and is_verb(reading, at + 1)  # وفي حلب قتل
    return (
        particle in reading.knowledge.grammar.locatives
        and not told_of
        and particle == _WAW + _particle_before(scene, first)
    )


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
