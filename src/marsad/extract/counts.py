"""Counts: a number and what it counts (killed, wounded, arrested …), also where the number is a dual or a lone singular."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from marsad.extract.reading import Reading
from marsad.model.annotation import Count, Qualifier, TimeExpression
from marsad.text.numerals import Number, find_numbers
from marsad.text.segment import Kind, Sentence

_BEFORE = 3  # words between a cue (مقتل) and its number
_AFTER = 12  # words between counted people and the verb that says what became of them (اعتقلوا)


class _Found(NamedTuple):
    first: int
    last: int
    unit: str
    low: int | None
    high: int | None
    qualifier: Qualifier


def find_counts(reading: Reading, times: Sequence[TimeExpression]) -> tuple[Count, ...]:
    """Return the counts of people in the order of the text; numbers inside dates, ages and parts of a whole are left out."""
    dated = [(t.evidence.start, t.evidence.end) for t in times]
    found: list[_Found] = []
    for sentence in reading.sentences:
        numbers = [n for n in _numbers(reading, sentence) if not _in_date(reading, n, dated)]
        here = _counted(reading, sentence, numbers)
        here += _lone(reading, sentence, here, numbers)
        here += _none(reading, sentence)
        found += sorted(here)
    return tuple(Count(reading.evidence(f.first, f.last), f.unit, f.low, f.high, f.qualifier) for f in found)


def _numbers(reading: Reading, sentence: Sentence) -> list[Number]:
    tokens = reading.tokens[sentence.first : sentence.last]
    found = find_numbers(tokens, reading.knowledge.numerals)
    return [n._replace(first=n.first + sentence.first, last=n.last + sentence.first) for n in found]


def _in_date(reading: Reading, number: Number, dated: list[tuple[int, int]]) -> bool:
    start, end = reading.tokens[number.first].start, reading.tokens[number.last - 1].end
    return any(a < end and start < b for a, b in dated)


def _counted(reading: Reading, sentence: Sentence, numbers: list[Number]) -> list[_Found]:
    found: list[_Found] = []
    previous: tuple[int, str] | None = None
    for number in numbers:
        if _is_part(reading, sentence, number) or _is_either(reading, number, sentence):
            continue
        unit = _unit(reading, sentence, number)
        if unit is None and previous and _continues(reading, previous[0], number):
            unit = previous[1]
        if unit is None and _people_follow(reading, number, sentence.last):
            unit = "people"
        if unit is None:
            continue
        last = _counted_end(reading, number, sentence.last)
        found.append(_Found(number.first, last, unit, number.low, number.high, number.qualifier))
        previous = (last, unit)
    return found


def _unit(reading: Reading, sentence: Sentence, number: Number) -> str | None:
    """Return the unit by the noun after the number, else by the cue before it, else by the verb after the people."""
    counting = reading.knowledge.counting
    for at in range(number.last, min(number.last + 2, sentence.last)):
        for unit, nouns in counting.nouns.items():
            if nouns.has(reading.form(at)):
                return unit
    before = _cue_before(reading, sentence, number.first)
    if before:
        return before
    if _people_follow(reading, number, sentence.last):
        return _verb_after(reading, number.last, sentence.last)
    return None


def _cue_before(reading: Reading, sentence: Sentence, first: int) -> str | None:
    """Return the unit of the nearest cue within three words before ``first``; two joined cues (مقتل وإصابة) decide nothing."""
    counting = reading.knowledge.counting
    for at in range(first - 1, max(sentence.first, first - 1 - _BEFORE) - 1, -1):
        if reading.clause_mark(at):
            return None
        unit = next((u for u, cues in counting.cues.items() if cues.has(reading.form(at))), None)
        if unit is None:
            unit = next((counting.verbs[r.lemma] for r in reading.verb(at) if r.lemma in counting.verbs), None)
        if unit is None:
            continue
        earlier = at - 1
        if earlier >= sentence.first and reading.form(at).startswith("و"):
            other = next((u for u, cues in counting.cues.items() if cues.has(reading.form(earlier))), None)
            if other and other != unit:
                return None
        return unit
    return None


def _verb_after(reading: Reading, at: int, limit: int) -> str | None:
    verbs = reading.knowledge.counting.verbs
    units = reading.knowledge.counting.units
    for k in range(at, min(at + _AFTER, limit)):
        for r in reading.verb(k):
            if r.lemma in verbs and r.finite and not r.pronoun and _plural_or_passive(r.tags):
                return verbs[r.lemma]
        for unit, wording in units.items():
            if any(reading.text.words(k, min(k + 2, limit)) == phrase for phrase in wording.phrases):
                return unit
    return None


def _plural_or_passive(tags: tuple[str, ...]) -> bool:
    return any(tag.endswith(("3mp", "3fp", "3md")) or ".pass." in tag for tag in tags)


def _people_follow(reading: Reading, number: Number, limit: int) -> bool:
    counting = reading.knowledge.counting
    at = number.last
    while at < limit and at < number.last + 2:
        form = reading.form(at)
        if counting.plural.has(form) or counting.singular.has(form):
            return True
        at += 1
    return False


def _counted_end(reading: Reading, number: Number, limit: int) -> int:
    at = number.last
    counting = reading.knowledge.counting
    if at < limit and reading.tokens[at].kind is Kind.WORD:
        form = reading.form(at)
        if (
            counting.plural.has(form)
            or counting.singular.has(form)
            or any(n.has(form) for n in counting.nouns.values())
        ):
            return at + 1
    return number.last


def _is_part(reading: Reading, sentence: Sentence, number: Number) -> bool:
    begin = max(sentence.first, number.first - 3)
    return any(reading.knowledge.counting.part_of.has(reading.form(k)) for k in range(begin, number.first))


def _is_either(reading: Reading, number: Number, sentence: Sentence) -> bool:
    """Tell whether killed and wounded are told in one number (خمسون قتيلا وجريحا)."""
    either = reading.knowledge.counting.either
    return any(
        either.at(reading.tokens, k, sentence.last) for k in range(number.last, min(number.last + 3, sentence.last))
    )


def _continues(reading: Reading, end: int, number: Number) -> bool:
    """Tell whether the number goes on an enumeration (34 عنصرا من … و17 من …)."""
    return (number.first - end <= 8 and reading.form(number.first).startswith("و")) or (
        number.first > 0 and reading.form(number.first - 1) == "و" and number.first - end <= 8
    )


def _lone(reading: Reading, sentence: Sentence, counted: list[_Found], numbers: list[Number]) -> list[_Found]:
    """Return counts told without a number: a dual is two, a singular right after a cue is one."""
    counting = reading.knowledge.counting
    taken = {k for f in counted for k in range(f.first, f.last)} | {k for n in numbers for k in range(n.first, n.last)}
    found = []
    for at in range(sentence.first + 1, sentence.last):
        form = reading.form(at)
        if at in taken or form.startswith("ال"):
            continue
        dual = counting.dual.has(form)
        if dual and counting.ambiguous_duals.has(form) and not _clear_dual(reading, at, sentence.last):
            dual = False
        if not dual and not counting.singular.has(form):
            continue
        unit = _adjacent_unit(reading, sentence, at)
        if unit:
            amount = 2 if dual else 1
            found.append(_Found(at, at + 1, unit, amount, amount, "exact"))
    return found


def _clear_dual(reading: Reading, at: int, limit: int) -> bool:
    """An ending -ين is a dual where the next word is a dual adjective or اثنين."""
    return at + 1 < limit and reading.knowledge.counting.dual.has(reading.form(at + 1))


def _adjacent_unit(reading: Reading, sentence: Sentence, at: int) -> str | None:
    counting = reading.knowledge.counting
    before = at - 1
    if before < sentence.first:
        return None
    unit = next((u for u, cues in counting.cues.items() if cues.has(reading.form(before))), None)
    if unit:
        return unit
    for r in reading.verb(before):
        if r.lemma in counting.verbs and r.finite and not r.pronoun:
            return counting.verbs[r.lemma]
    return None


def _none(reading: Reading, sentence: Sentence) -> list[_Found]:
    hits = reading.knowledge.counting.none.scan(reading.tokens, sentence.first, sentence.last)
    return [_Found(h.first, h.last, "wounded", 0, 0, "exact") for h in hits]
