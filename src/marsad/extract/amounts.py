"""Amounts of people: a number, a dual or a lone singular, and which of them go on another."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

from marsad.extract.reading import Reading
from marsad.model.annotation import Qualifier
from marsad.text.morphology import splits
from marsad.text.numerals import find_numbers
from marsad.text.segment import Kind, Sentence

_ARTICLE, _WAW, _ALEF = "\u0627\u0644", "\u0648", "\u0627"  # al-, wa-, -an
_GAP = 8  # words between the numbers of an enumeration (34 من … و17 من …)
_ADJECTIVES = 2  # words between a number and one person more

Told = Literal["number", "dual", "singular"]


class Figure(Protocol):
    """How many: both ends of a range, None where open, and how sure that is."""

    @property
    def low(self) -> int | None:
        """Least number."""

    @property
    def high(self) -> int | None:
        """Greatest number."""

    @property
    def qualifier(self) -> Qualifier:
        """Exact, about, an order of magnitude …."""


class Amount(NamedTuple):
    """How many are told in tokens ``[first, last)``, and whether by a number, a dual or a singular."""

    first: int
    last: int
    low: int | None
    high: int | None
    qualifier: Qualifier
    told: Told


def added(a: Figure, b: Figure) -> tuple[int | None, int | None, Qualifier]:
    """Return the sum of two figures; it is as sure as the less sure of them."""
    low = None if a.low is None or b.low is None else a.low + b.low
    high = None if a.high is None or b.high is None else a.high + b.high
    return low, high, a.qualifier if a.qualifier != "exact" else b.qualifier


def find_amounts(reading: Reading, sentence: Sentence, dated: list[tuple[int, int]]) -> list[Amount]:
    """Return the numbers, duals and singulars of the sentence, in order."""
    amounts: list[Amount] = []
    taken: set[int] = set()
    for n in find_numbers(reading.tokens[sentence.first : sentence.last], reading.knowledge.numerals):
        first, last = n.first + sentence.first, n.last + sentence.first
        taken.update(range(first, last))
        if not _in_date(reading, first, last, dated):
            amounts.append(Amount(first, last, n.low, n.high, n.qualifier, "number"))
            taken.add(last)
    for at in range(sentence.first, sentence.last):
        if at + 1 in taken and _told_by_form(reading, at, sentence.last) > 1:
            continue  # مسلحين اثنين
        many = 0 if at in taken else _told_by_form(reading, at, sentence.last)
        if many:
            amounts.append(Amount(at, at + 1, many, many, "exact", "dual" if many > 1 else "singular"))
    return sorted(amounts)


def _in_date(reading: Reading, first: int, last: int, dated: list[tuple[int, int]]) -> bool:
    start, end = reading.tokens[first].start, reading.tokens[last - 1].end
    return any(a < end and start < b for a, b in dated)


def _told_by_form(reading: Reading, at: int, limit: int) -> int:
    """Return 2 for a dual, 1 for a singular, 0 for another word or one with the article (he is told before).

    An ending -ين that is also a plural's is a dual's before another dual (مسلحين اثنين).
    """
    counting, form = reading.knowledge.counting, reading.form(at)
    if not (counting.singular.has(form) or counting.dual.has(form)):
        return 0
    stems = [stem for split in splits(form) for stem in (split.rest, split.rest.removesuffix(_ALEF))]
    if not any(stem in counting.dual for stem in stems):
        return 1 if any(stem in counting.singular for stem in stems) else 0
    clear = not counting.ambiguous_duals.has(form) or (at + 1 < limit and counting.dual.has(reading.form(at + 1)))
    return 2 if clear else 0


def is_definite(form: str) -> bool:
    """Tell whether a folded word has the article."""
    return any(split.rest.startswith(_ARTICLE) for split in splits(form))


def goes_on(reading: Reading, since: int, amount: Amount) -> bool:
    """Tell whether و joins an amount to the one that ended at ``since`` (34 عنصرا من … و17 من …, 10 مدنيين وجندي)."""
    if amount.qualifier == "order":
        return False  # tens cannot be added to a number
    gap = _ADJECTIVES if amount.told == "singular" else _GAP
    between = range(since, amount.first)
    if len(between) > gap or any(reading.finite_verb(at) for at in between):
        return False
    if _is_addition(reading, since, amount.first):
        return True
    form, word = reading.form(amount.first), reading.knowledge.numerals.words.get(reading.form(amount.first))
    if word:
        return word.prefix.startswith(_WAW) or (bool(between) and reading.form(amount.first - 1) == _WAW)
    if reading.tokens[amount.first].kind is Kind.NUMBER:
        return bool(between) and reading.form(amount.first - 1) == _WAW
    counting = reading.knowledge.counting
    accusative = amount.told == "singular" and form.endswith(_ALEF)  # 13 جنديا وشرطيا are 13
    return form.startswith(_WAW) and form not in counting.singular and form not in counting.dual and not accusative


def in_another_act(reading: Reading, since: int, amount: Amount) -> bool:
    """Tell whether و joins an amount to one that an act was told for (43 في التفجير الأول، وسبعة في الثاني)."""
    tokens, causes = reading.tokens, reading.knowledge.grammar.causes
    if amount.last >= len(tokens) or reading.form(amount.last) not in causes or not goes_on(reading, since, amount):
        return False
    nouns = reading.knowledge.ontology.nouns
    acts = (at for at in range(since + 1, amount.first) if nouns.at(tokens, at, amount.first))
    return any(reading.form(at - 1) in causes for at in acts)


def _is_addition(reading: Reading, since: int, first: int) -> bool:
    """Tell whether إضافة إلى and the like stand before an amount (ثلاثة جنود إضافة إلى ضابط)."""
    phrases = reading.knowledge.ontology.contexts["in_addition"].phrases
    return any(hit.last == first for at in range(since, first) for hit in phrases.at(reading.tokens, at, first))
