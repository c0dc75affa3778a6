"""Numbers in running text, and how sure they are said to be (نحو 5 آلاف, ثلاثة على الأقل, بين 5 و10).

The grammar of a number stands in :mod:`marsad.text.number_words`, the words in ``knowledge/lexicon/numerals.yaml`` and
``hedges.yaml``. What a number counts is the caller's to find.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from marsad.text.morphology import splits
from marsad.text.normalize import fold
from marsad.text.number_words import NumberWord, Quantity, QuantityReader, Role
from marsad.text.segment import QUOTE_MARKS, Kind, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from marsad.model.annotation import Qualifier

_PARTICLES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_WITHOUT_ARTICLE = frozenset({"one", "before_ten", "hundred", "few", "several"})
_HYPHENS = frozenset("-–—‑−")
_BETWEEN, _FROM, _TO, _UNTIL, _OR = map(fold, ("بين", "من", "إلى", "حتى", "أو"))
_WIDEST = 100  # the upper end of a range is at most so many times the lower (not 2013 إلى 83 مليارا)
_REACH = 3  # words between a number and its hedge (لا يقل عددهم عن …, ثلاثة أشخاص على الأقل)
_CHANGE_REACH = 6  # words back to the verb of "ارتفع عدد القتلى من 10 إلى 12"


class Number(NamedTuple):
    """A number at tokens ``[first, last)``, with the hedge that touches it.

    ``low`` and ``high`` are what it says at least and at most, ``None`` where it leaves that end open.
    """

    first: int
    last: int
    low: int | None
    high: int | None
    qualifier: Qualifier


class Hedge(NamedTuple):
    """A wording before a number: ``head``, up to three other words, ``tail``; without ``head`` there is no gap."""

    head: tuple[str, ...]
    tail: tuple[str, ...]
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class NumeralLexicon:
    """Number words and hedges, folded; ``words`` holds every spelling with the particles that may be attached."""

    words: Mapping[str, NumberWord]
    before: tuple[Hedge, ...]
    longest_before: int
    after: tuple[tuple[tuple[str, ...], Qualifier], ...]
    labels: frozenset[str]
    names: frozenset[str]
    one_not_after: frozenset[str]
    ordinals: frozenset[str]
    changes: frozenset[str]


def numeral_lexicon(numerals: Mapping[str, Any], hedges: Mapping[str, Any]) -> NumeralLexicon:
    """Build the lexicon from the data of ``numerals.yaml`` and ``hedges.yaml``."""
    qualifiers: tuple[Qualifier, ...] = ("about", "at_least", "at_most")
    before = [_hedge(wording, qualifier) for qualifier in qualifiers for wording in hedges[qualifier]["before"]]
    after = [(_forms(wording), qualifier) for qualifier in qualifiers for wording in hedges[qualifier]["after"]]
    return NumeralLexicon(
        words=_spellings(numerals),
        before=tuple(sorted(before, key=lambda hedge: -len(hedge.head) - len(hedge.tail))),
        longest_before=max(len(hedge.head) + len(hedge.tail) for hedge in before) + _REACH,
        after=tuple(sorted(after, key=lambda entry: -len(entry[0]))),
        labels=frozenset(map(fold, numerals["labels"])),
        names=frozenset(map(fold, numerals["names"])),
        one_not_after=frozenset(map(fold, numerals["one_not_after"])),
        ordinals=frozenset(map(fold, numerals["ordinals"])),
        changes=frozenset(map(fold, hedges["changes"])),
    )


def _spellings(numerals: Mapping[str, Any]) -> dict[str, NumberWord]:
    words: dict[str, NumberWord] = {}
    for role, value, form in _number_words(numerals):
        for particles in _PARTICLES:
            words.setdefault(particles + fold(form), NumberWord(role, value, particles, definite=False))
            if role not in _WITHOUT_ARTICLE and (role, value) != ("unit", 2):  # الاثنين is a weekday
                article = particles + ("ل" if particles.endswith("ل") else "ال")
                words.setdefault(article + fold(form), NumberWord(role, value, particles, definite=True))
    for form in numerals["not_numbers"]:
        words.pop(fold(form), None)
    return words


def _number_words(numerals: Mapping[str, Any]) -> Iterable[tuple[Role, int, str]]:
    lists: list[tuple[Role, Mapping[int, Sequence[str]]]] = [
        ("one", {1: numerals["ones"]}),
        ("unit", numerals["units"]),
        ("before_ten", numerals["before_ten"]),
        ("ten", {10: numerals["ten"]}),
        ("tens", numerals["tens"]),
        ("hundred", numerals["hundreds"]),
        ("fraction", numerals["fractions"]),
        ("order", numerals["orders"]),
        ("few", {1: numerals["few"]}),
        ("several", {1: numerals["several"]}),
    ]
    for value, forms in numerals["scales"].items():
        lists += [
            ("scale", {value: forms["singular"]}),
            ("accusative", {value: forms["accusative"]}),
            ("dual", {value: forms["dual"]}),
            ("plural", {value: forms["plural"]}),
        ]
    return ((role, value, form) for role, by_value in lists for value, forms in by_value.items() for form in forms)


def _hedge(wording: str, qualifier: Qualifier) -> Hedge:
    head, gap, tail = wording.partition("...")
    return Hedge(_forms(head), _forms(tail), qualifier) if gap else Hedge((), _forms(head), qualifier)


def _forms(wording: str) -> tuple[str, ...]:
    return tuple(fold(wording).split())


def find_numbers(tokens: Sequence[Token], lexicon: NumeralLexicon) -> list[Number]:
    """Return the numbers of ``tokens`` in order, without overlap.

    Ordinals, weekdays, clock times and dates in digits are none; ages, percentages and years are numbers.
    """
    finder = _Finder(tokens, lexicon)
    numbers: list[Number] = []
    at = since = 0
    while at < len(tokens):
        quantity = finder.quantity(at)
        number = finder.number(at, quantity, since) if quantity else None
        if number:
            numbers.append(number)
            at = since = number.last
        else:
            at = quantity.last if quantity else at + 1
    return numbers


class _Finder:
    def __init__(self, tokens: Sequence[Token], lexicon: NumeralLexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._read = QuantityReader(tokens, lexicon.words)

    def quantity(self, at: int) -> Quantity | None:
        """Return the bare number that begins at ``at``."""
        token = self._tokens[at]
        return self._read.quantity(at) if token.kind is Kind.NUMBER or token.form in self._lexicon.words else None

    def number(self, at: int, quantity: Quantity, since: int) -> Number | None:
        """Return ``quantity`` with its range or hedge, which begin at token ``since`` or later; ``None`` for a name."""
        if self._is_name(at) or self._is_bare_one(at, quantity):
            return None
        if self._read.is_digits(at) and (self._is_designation(at) or self._is_hyphenated(at - 1)):
            return None
        if quantity.order:
            return Number(at, quantity.last, quantity.low, quantity.high, "order")
        number = self._range(at, quantity, since)
        if number or self._is_hyphenated(at + 1):
            return number
        return self._hedged(at, quantity, since)

    def _form(self, at: int) -> str:
        return self._tokens[at].form if 0 <= at < len(self._tokens) else ""

    def _bare(self, at: int) -> set[str]:
        """Return the readings of a word without particles and article; none for a mark."""
        if not 0 <= at < len(self._tokens) or self._tokens[at].kind is not Kind.WORD:
            return set()
        return {rest.removeprefix("ال") for _, rest in splits(self._tokens[at].form)}

    def _attached(self, at: int) -> bool:
        """Tell whether nothing stands between the tokens ``at - 1`` and ``at``."""
        return 0 < at < len(self._tokens) and self._tokens[at - 1].end == self._tokens[at].start

    def _is_name(self, at: int) -> bool:
        """Tell whether the word before makes a label or a name of the number (القرار 2170, شارع الستين, الرابع عشر)."""
        before, word = self._bare(at - 1), self._read.word(at)
        if before & self._lexicon.labels or (word and word.definite and before & self._lexicon.names):
            return True
        return word is not None and word.role in ("ten", "tens") and bool(before & self._lexicon.ordinals)

    def _is_designation(self, at: int) -> bool:
        """Tell whether digits are grown together with letters: F16, إف-16, 1436هـ, 25م, 13ر70."""
        if self._attached(at + 1) and self._form(at + 1) in ("ه", "م", "ص", "ر"):
            return True
        hyphen = self._form(at - 1) in _HYPHENS
        before = at - 2 if hyphen and self._attached(at - 1) else at - 1
        if not self._attached(at) or self._tokens[before].kind is not Kind.WORD:
            return False
        if hyphen:
            return self._form(before) not in ("ال", "وال", "بال")
        return self._form(before).isascii() or self._form(before) == "ر"

    def _is_hyphenated(self, at: int) -> bool:
        """Tell whether a hyphen at ``at`` joins two numbers in digits (a date, a score or a range)."""
        return (
            self._form(at) in _HYPHENS
            and self._attached(at)
            and self._attached(at + 1)
            and self._read.is_digits(at - 1)
            and self._read.is_digits(at + 1)
        )

    def _is_bare_one(self, at: int, quantity: Quantity) -> bool:
        """Tell whether the number is واحد and counts nothing: a count follows its noun (جندي واحد)."""
        word = self._read.word(at)
        if word is None or word.role != "one" or quantity.last > at + 1:
            return False
        before = self._bare(at - 1)
        follows_noun = bool(before) and not before & self._lexicon.one_not_after
        return bool(word.prefix) or not follows_noun or self._form(at + 1) == _FROM

    def _range(self, at: int, quantity: Quantity, since: int) -> Number | None:
        """Read "بين 5 و10", "من 3 إلى 5", "5-7", "أربعة أو خمسة"."""
        opener = self._before(at)
        opening = self._bare(opener) if opener >= since else set()
        upper_at = self._upper_end(quantity.last, opening)
        upper = self._read.quantity(upper_at) if upper_at > 0 else None
        if upper is None or upper.order or self._is_hyphenated(upper.last):
            return None
        shared = upper.scale if quantity.scale == 1 and quantity.low < upper.lead else 1
        if not quantity.low * shared < upper.low <= quantity.low * shared * _WIDEST:
            return None
        first = opener if opening & {_BETWEEN, _FROM} else at
        if _BETWEEN in opening and self._form(first - 1) == "ما" and first - 1 >= since:
            first -= 1
        return Number(first, upper.last, quantity.low * shared, upper.low, "range")

    def _upper_end(self, last: int, opening: set[str]) -> int:
        """Return where the upper end of a range begins, -1 where there is none."""
        if _BETWEEN in opening and self._read.joined(last) > 0:
            return self._read.joined(last)
        link = self._read.past_quotes(last)
        form = self._form(link)
        if form in _HYPHENS and self._attached(link) and self._attached(link + 1):
            return link + 1
        if form == _OR:
            return self._read.past_quotes(link + 1)
        if form == _TO or (form == _UNTIL and _FROM in opening):
            return -1 if _FROM in opening and self._tells_change(last) else self._read.past_quotes(link + 1)
        return -1

    def _tells_change(self, at: int) -> bool:
        return any(self._bare(k) & self._lexicon.changes for k in range(max(0, at - _CHANGE_REACH - 2), at))

    def _before(self, at: int) -> int:
        """Return the token before ``at``, past opening marks and an article set off by a tatweel (الـ20)."""
        at -= 1
        while at >= 0 and (self._form(at) in QUOTE_MARKS or self._form(at) in ("(", "ال")):
            at -= 1
        return at

    def _hedged(self, at: int, quantity: Quantity, since: int) -> Number:
        first, last, qualifier = at, quantity.last, None
        near = self._words_before(at, since)
        for hedge in self._lexicon.before:
            if not near.issuperset(hedge.tail) or not near.issuperset(hedge.head):
                continue
            begins = self._hedge_start(hedge, self._before(at) + 1, since)
            if begins >= 0:
                first, qualifier = begins, hedge.qualifier
                break
        else:
            last, qualifier = self._hedge_after(quantity.last)
        low = None if qualifier == "at_most" else quantity.low
        high = None if qualifier == "at_least" else quantity.high
        return Number(first, last, low, high, qualifier or "exact")

    def _words_before(self, at: int, since: int) -> set[str]:
        """Return the words within reach before ``at``, with and without their particles."""
        begin = max(since, self._before(at) + 1 - self._lexicon.longest_before)
        return {rest for k in range(begin, at) for _, rest in splits(self._tokens[k].form)}

    def _hedge_start(self, hedge: Hedge, end: int, since: int) -> int:
        """Return where ``hedge`` begins that ends before token ``end``, -1 where it does not stand there."""
        if hedge.tail:
            end = self._phrase_start(hedge.tail, end, since, particles=not hedge.head)
        if not hedge.head or end < 0:
            return end
        for gap in range(_REACH + 1):
            start = self._phrase_start(hedge.head, end - gap, since, particles=True)
            if start >= 0 or not self._may_stand_between(end - gap - 1):
                return start
        return -1

    def _phrase_start(self, phrase: tuple[str, ...], end: int, since: int, *, particles: bool) -> int:
        start = end - len(phrase)
        if start < since or any(self._form(start + k) != phrase[k] for k in range(1, len(phrase))):
            return -1
        same = self._form(start) == phrase[0]
        return start if same or (particles and any(rest == phrase[0] for _, rest in splits(self._form(start)))) else -1

    def _hedge_after(self, last: int) -> tuple[int, Qualifier | None]:
        """Return the end of the number and the qualifier of a hedge within reach after it."""
        for at in range(last, last + _REACH + 1):
            for phrase, qualifier in self._lexicon.after:
                if all(self._form(at + k) == word for k, word in enumerate(phrase)):
                    return (at + len(phrase) if at == last else last), qualifier
            if not self._may_stand_between(at):
                break
        return last, None

    def _may_stand_between(self, at: int) -> bool:
        """Tell whether a word may part a hedge from its number: no mark, no number, nothing joined by و."""
        form = self._form(at)
        return bool(form) and self._tokens[at].kind is Kind.WORD and form[0] != "و" and form not in self._lexicon.words
