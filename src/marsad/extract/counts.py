"""Counts of people: a number, a dual or a lone singular, and what became of them (killed, wounded, arrested …)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from marsad.extract.amounts import Amount, added, find_amounts, goes_on, in_another_act, is_definite
from marsad.extract.reading import Reading
from marsad.knowledge.words import VerbForm
from marsad.model.annotation import Count, Qualifier, TimeExpression
from marsad.text.normalize import fold
from marsad.text.segment import QUOTE_MARKS, Kind, Sentence

_BEFORE = 3  # words between a cue (مقتل) and its number
_AFTER = 12  # words between counted people and the verb that says what became of them (اعتقلوا)
_FAR_BEFORE = 14  # words between the dead and the verb that tells how many they came to be (بلغوا)
_PART = 3  # words between بينهم and the number of a part
_EITHER = 6  # words after a number of dead and wounded (1000 مقاتل من الحزب بين قتيل وجريح)
_ADJECTIVES = 2  # words between a person and the verb after it (جنديا تركيا قتل)
_THEIR = "\u0647\u0645"  # -hum
_ARTICLE, _WAW, _ALEF = "\u0627\u0644", "\u0648", "\u0627"  # al-, wa-, -an
_SOUND_PLURALS = ("\u0648\u0646", "\u064a\u0646")  # -ūn, -īn: mostly people
_MANY, _TWO = ("3mp", "3fp", "3md"), ("3md", "3fd")


class _Toll(NamedTuple):
    """What became of how many, in tokens ``[first, last)`` with the counted noun."""

    first: int
    last: int
    unit: str
    low: int | None
    high: int | None
    qualifier: Qualifier


def find_counts(reading: Reading, times: Sequence[TimeExpression]) -> tuple[Count, ...]:
    """Return the counts of people in the order of the text; an enumeration is one count, the sum of its numbers.

    Numbers in dates, parts of a whole (بينهم ثلاثة), and numbers of things, years and distances are left out.
    """
    dated = [(t.evidence.start, t.evidence.end) for t in times]
    found: list[_Toll] = []
    for sentence in reading.sentences:
        found += sorted([*_tolls(reading, sentence, dated), *_none(reading, sentence)])
    return tuple(Count(reading.evidence(f.first, f.last), f.unit, f.low, f.high, f.qualifier) for f in found)


def _tolls(reading: Reading, sentence: Sentence, dated: list[tuple[int, int]]) -> list[_Toll]:
    tolls: list[_Toll] = []
    going_on: Literal["toll", "part", ""] = ""  # what a following number may go on
    since = sentence.first
    for amount in find_amounts(reading, sentence, dated):
        last = _noun_end(reading, amount, sentence.last)
        if _is_part(reading, sentence, amount) or _is_either(reading, amount, sentence):
            going_on, since = "part", last
            continue
        unit = _unit(reading, sentence, amount)
        apart = going_on == "toll" and in_another_act(reading, since, amount)
        if apart and _unit(reading, sentence, amount) in (None, "people", tolls[-1].unit):
            tolls.append(_Toll(amount.first, last, tolls[-1].unit, amount.low, amount.high, amount.qualifier))
            since = last
            continue
        more = going_on and goes_on(reading, since, amount) and not _cue_before(reading, since, amount.first)
        more = more and not (_leads_to_place(reading, since) and _leads_to_place(reading, last))
        if more and going_on == "part":
            since = last
        elif more and unit in (None, "people", tolls[-1].unit):
            tolls[-1], since = _summed(tolls[-1], amount, last), last
        elif unit:
            tolls.append(_Toll(amount.first, last, unit, amount.low, amount.high, amount.qualifier))
            going_on, since = "toll", last
    return tolls


def _unit(reading: Reading, sentence: Sentence, amount: Amount) -> str | None:
    """Return what became of the counted: by the noun after, the cue before, or the verb after the people."""
    counting = reading.knowledge.counting
    if amount.told != "number":
        own = next((unit for unit, nouns in counting.nouns.items() if nouns.has(reading.form(amount.first))), None)
        if own:
            return own  # خسر قتيلين
        at = amount.first - 1
        while at > sentence.first and (reading.form(at) in QUOTE_MARKS or _is_adverb(reading, at)):
            at -= 1
        cue = _cue_at(reading, at) if at >= sentence.first else None
        cue = cue or _verb_before_subject(reading, sentence.first, at)
        return cue or _verb_after(reading, amount, sentence.last)
    for at in range(amount.last, min(amount.last + 2, sentence.last)):
        form = reading.form(at)
        if form.startswith(_WAW):
            break
        for unit, nouns in counting.nouns.items():
            if nouns.has(form):
                return unit
    counted = _counted(reading, amount.last, sentence.last)
    if counted == "things":
        return None
    if amount.qualifier == "order" and counted == "nothing" and not is_definite(reading.form(amount.first)):
        return _cue_at(reading, amount.first - 1) if amount.first > sentence.first else None  # أهدافا عدة
    told = _cue_before(reading, sentence.first, amount.first) or _came_to(reading, sentence, amount.first)
    if told or counted == "nothing":
        return told
    after = _verb_after(reading, amount, sentence.last)
    return after or _verb_far_before(reading, sentence.first, amount.first) or "people"


def _verb_far_before(reading: Reading, since: int, first: int) -> str | None:
    """Return the unit of a verb whose people stand behind place, time and subject (قتل في تفجير في بغداد عشرة أشخاص).

    Right before them stands a definite noun or a place: they are no genitive (خلال مطاردة ثلاثة مسلحين).
    """
    grammar, counting = reading.knowledge.grammar, reading.knowledge.counting
    placed = first - 2 > since and reading.form(first - 2) in grammar.locatives
    if first == since or not (placed or reading.form(first - 1).startswith(_ARTICLE)):
        return None
    for at in range(first - 1, max(since, first - _FAR_BEFORE) - 1, -1):
        verbs = _verbs(reading, at)
        if verbs:
            return counting.verbs[verbs[0].lemma]
        person = counting.singular.has(reading.form(at)) or counting.dual.has(reading.form(at))
        if reading.clause_mark(at) or _is_number(reading, at) or person or reading.finite_verb(at):
            return None
    return None


def _verb_before_subject(reading: Reading, since: int, last: int) -> str | None:
    """Return the unit of the verb whose subject ends at token ``last`` (اعتقلت الشرطة شخصين)."""
    for at in range(last, max(since, last - _BEFORE) - 1, -1):
        verbs = _verbs(reading, at)
        if verbs:
            return reading.knowledge.counting.verbs[verbs[0].lemma]
        if reading.tokens[at].kind is not Kind.WORD or reading.ends_phrase(at) or _is_number(reading, at):
            break
    return None


def _is_adverb(reading: Reading, at: int) -> bool:
    """Tell whether an adverb stands between a verb and its people (اعتقلت لاحقا شخصين)."""
    return reading.form(at) in reading.knowledge.ontology.contexts["adverbs"].words


def _counted(reading: Reading, at: int, limit: int) -> Literal["people", "things", "nothing"]:
    """Tell what the noun after a number names; nothing where none stands there (إصابة 43)."""
    first, of = at, reading.knowledge.grammar.ablatives
    while at < limit and (reading.form(at) in QUOTE_MARKS or reading.form(at) == ")" or reading.form(at) in of):
        at += 1
    if at >= limit or reading.tokens[at].kind is not Kind.WORD or reading.ends_phrase(at):
        return "nothing"
    form = reading.form(at)
    acts = reading.knowledge.ontology.nouns.at(reading.tokens, at, limit)
    theirs = form.endswith(_THEIR)  # لقي نحو 42 مصرعهم
    if theirs or reading.knowledge.counting.part_of.has(form) or any(hit.prefix for hit in acts):
        return "nothing"  # اثنان منهم, إصابة 8 بانفجار
    if _is_person(reading, form):
        return "people"
    of_them = any(reading.form(k) in of for k in range(first, at))  # أربعة من الشرطة
    joined = form.startswith(_WAW) and form not in reading.knowledge.ontology.contexts["somebody"].words
    return "nothing" if of_them or joined or reading.finite_verb(at) else "things"


def _is_person(reading: Reading, form: str) -> bool:
    knowledge = reading.knowledge
    counting, contexts = knowledge.counting, knowledge.ontology.contexts
    known = (counting.plural, counting.singular, counting.dual, contexts["person"].words, contexts["victim"].words)
    bare = form.removeprefix(_ARTICLE)
    demonym = bare in knowledge.gazetteer.demonyms or bare.removesuffix(_ALEF) in knowledge.gazetteer.demonyms
    return demonym or form.endswith(_SOUND_PLURALS) or any(words.has(form) for words in known)


def _cue_before(reading: Reading, since: int, first: int) -> str | None:
    """Return the unit of the nearest cue within a few words before; two joined cues (مقتل وإصابة) decide nothing."""
    against = reading.knowledge.ontology.contexts["against"].words
    for at in range(first - 1, max(since, first - 1 - _BEFORE) - 1, -1):
        if reading.clause_mark(at) or _is_number(reading, at):
            return None
        unit = _cue_at(reading, at)
        if unit is None and reading.form(at) in against:
            return None  # حكم بالإعدام على خمسة
        if unit is None:
            continue
        joined = at > since and reading.form(at).startswith(_WAW)
        other = _cue_at(reading, at - 1) if joined else None
        return None if other and other != unit and not _ends_toll(reading, since, at - 1) else unit
    return None


def _ends_toll(reading: Reading, since: int, at: int) -> bool:
    """Tell whether a verb tells what became of people before it (إن جنديا قتل وجرح اثنان)."""
    before = range(max(since, at - 1 - _ADJECTIVES), at)
    one = any(reading.knowledge.counting.singular.has(reading.form(k)) for k in before)
    return any(one or all(tag.endswith(_MANY) for tag in verb.tags) for verb in _verbs(reading, at))


def _cue_at(reading: Reading, at: int) -> str | None:
    """Return the unit of the cue that is, or ends with, the token."""
    counting, form = reading.knowledge.counting, reading.form(at)
    for unit, wording in counting.units.items():
        if any(reading.ends_with(at, cue) for cue in wording.cues if " " in cue):
            return unit
    known = next((unit for unit, cues in counting.cues.items() if cues.has(form)), None)
    return known or next((counting.verbs[r.lemma] for r in _verbs(reading, at)), None)


def _verbs(reading: Reading, at: int) -> list[VerbForm]:
    """Return the finite readings of a token as a verb that tells what became of people."""
    verbs = reading.knowledge.counting.verbs
    return [r for r in reading.verb(at) if r.finite and not r.pronoun and r.lemma in verbs]


def _came_to(reading: Reading, sentence: Sentence, first: int) -> str | None:
    """Return the unit of a number told as the sum of those before (المدنيين الذين قتلوا … بلغوا 1452)."""
    totals = reading.knowledge.ontology.contexts["totals"].words
    if first == sentence.first or not any(fold(r.lemma) in totals for r in reading.verb(first - 1)):
        return None
    before = range(first - 2, max(sentence.first, first - _FAR_BEFORE) - 1, -1)
    return next((unit for at in before if (unit := _cue_at(reading, at))), None)


def _verb_after(reading: Reading, amount: Amount, limit: int) -> str | None:
    """Return the unit of the verb after the people: in the plural, in the dual, or right after one person."""
    endings = _TWO if amount.told == "dual" else _MANY
    near = _ADJECTIVES if amount.told == "singular" else _AFTER
    openers = reading.knowledge.grammar.clause_openers
    for at in range(amount.last, min(amount.last + near + 1, limit)):
        if openers.at(reading.tokens, at, limit):
            return None
        for verb in _verbs(reading, at):
            passive = any(".pass." in tag for tag in verb.tags) and not verb.prefix
            one = amount.told == "singular" and passive and not _has_object(reading, at + 1, limit)
            if one or (amount.told != "singular" and any(tag.endswith(endings) for tag in verb.tags)):
                return reading.knowledge.counting.verbs[verb.lemma]
        for unit, wording in reading.knowledge.counting.units.items():
            if amount.told != "singular" and any(reading.begins_with(at, p) for p in wording.phrases):
                return unit
    return None


def _has_object(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether a noun or number follows a verb, so that the person before it is no victim of it."""
    if at >= limit or reading.form(at).startswith(_WAW):
        return False
    return _is_number(reading, at) or _counted(reading, at, limit) != "nothing"


def _is_number(reading: Reading, at: int) -> bool:
    return reading.tokens[at].kind is Kind.NUMBER or reading.form(at) in reading.knowledge.numerals.words


def _noun_end(reading: Reading, amount: Amount, limit: int) -> int:
    """Return where an amount ends with the noun that it counts."""
    at, counting = amount.last, reading.knowledge.counting
    if amount.told != "number" or at >= limit or reading.tokens[at].kind is not Kind.WORD:
        return at
    nouns = (counting.plural, counting.singular, *counting.nouns.values())
    return at + any(words.has(reading.form(at)) for words in nouns)


def _is_part(reading: Reading, sentence: Sentence, amount: Amount) -> bool:
    begin = max(sentence.first, amount.first - _PART)
    return any(reading.knowledge.counting.part_of.has(reading.form(k)) for k in range(begin, amount.first))


def _is_either(reading: Reading, amount: Amount, sentence: Sentence) -> bool:
    """Tell whether killed and wounded are told in one number (خمسون قتيلا وجريحا)."""
    either, limit = reading.knowledge.counting.either, sentence.last
    return any(either.at(reading.tokens, k, limit) for k in range(amount.last, min(amount.last + _EITHER, limit)))


def _leads_to_place(reading: Reading, at: int) -> bool:
    """Tell whether the token begins where people were counted (6 قتلى في داريا، و5 قتلى في دوما are two tolls)."""
    if at + 1 >= len(reading.tokens) or reading.form(at) not in reading.knowledge.grammar.locatives:
        return False
    spots = reading.knowledge.ontology.contexts["place"].words
    return spots.has(reading.form(at + 1)) or bool(reading.knowledge.gazetteer.index.at(reading.tokens, at + 1, at + 2))


def _summed(toll: _Toll, amount: Amount, last: int) -> _Toll:
    low, high, qualifier = added(toll, amount)
    return _Toll(toll.first, last, toll.unit, low, high, qualifier)


def _none(reading: Reading, sentence: Sentence) -> list[_Toll]:
    hits = reading.knowledge.counting.none.scan(reading.tokens, sentence.first, sentence.last)
    return [_Toll(h.first, h.last, "wounded", 0, 0, "exact") for h in hits]
