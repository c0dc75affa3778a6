"""The grammar of written numbers: how units, tens, hundreds and scales join to one value.

::

    quantity = part, { "و", smaller part } | part, "و", fraction | order
    part     = group, [ scale ] | scale | dual | fraction, scale          5 آلاف · ألف · مليونين · نصف مليون
    group    = hundreds, [ "و", small ] | small | digits                  مئة وعشرون · ثلاثة عشر · 1,8
    small    = unit, ten | unit, "و", tens | unit | ten | tens            خمسة وعشرون
    order    = { عشرات | مئات | آلاف | بضعة | عدة }                        مئات الآلاف

Closing marks may stand between a number and its scale («200» ألف, (40) مليون).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from marsad.text.segment import QUOTE_MARKS, Kind, Token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Role = Literal[
    "one",  # واحد: a number after a noun and in compounds
    "unit",
    "before_ten",  # أحد, اثنا: a number only before عشر
    "ten",
    "tens",
    "hundred",
    "scale",
    "accusative",  # ألفا: thousand after a number, two thousand before a noun
    "dual",
    "plural",
    "fraction",  # its value is the denominator
    "order",
    "few",
    "several",
]

_WHOLE = re.compile(r"0|[1-9][0-9]{0,14}|[1-9][0-9]{0,2}(?:[.,٬][0-9]{3}){1,4}")
_DECIMAL = re.compile(r"([0-9]{1,9})[.,٫]([0-9]{1,6})")
_FEW, _NINE = 3, 9


class NumberWord(NamedTuple):
    """What a spelling means: its part in the grammar, its value, attached particles, and whether it has the article."""

    role: Role
    value: int
    prefix: str
    definite: bool


class Quantity(NamedTuple):
    """A number that ends before token ``last`` and says ``low`` to ``high`` (``None``: open).

    ``lead`` counts units of ``scale``: 5 and 1000 in خمسة آلاف. ``order`` marks عشرات and the like.
    """

    last: int
    low: int
    high: int | None
    lead: int
    scale: int = 1
    order: bool = False


class QuantityReader:
    """Reads the numbers of one sequence of tokens; ``words`` holds every spelling with its particles."""

    def __init__(self, tokens: Sequence[Token], words: Mapping[str, NumberWord]) -> None:
        self._tokens = tokens
        self._words = words

    def word(self, at: int) -> NumberWord | None:
        """Return what the token means as a number word; ``None`` where it is none or there is no such token."""
        return self._words.get(self._tokens[at].form) if 0 <= at < len(self._tokens) else None

    def is_digits(self, at: int) -> bool:
        """Tell whether the token is written in digits."""
        return 0 <= at < len(self._tokens) and self._tokens[at].kind is Kind.NUMBER

    def past_quotes(self, at: int) -> int:
        """Return the first token from ``at`` on that is no quotation mark."""
        while at < len(self._tokens) and self._tokens[at].form in QUOTE_MARKS:
            at += 1
        return at

    def joined(self, last: int) -> int:
        """Return the token after ``last`` that و joins to it (the two written together or apart), -1 where none is."""
        at = self.past_quotes(last)
        word = self.word(at)
        if word:
            return at if word.prefix == "و" else -1
        if at < len(self._tokens) and self._tokens[at].form == "و":
            following = self.past_quotes(at + 1)
            word = self.word(following)
            return following if self.is_digits(following) or (word and not word.prefix) else -1
        return -1

    def quantity(self, at: int) -> Quantity | None:
        """Return the longest number that begins at token ``at``."""
        first = self._order(at) or self._part(at)
        if first is None or first.order:
            return first
        total, last, scale = first.low, first.last, first.scale
        while scale > 1:
            following = self.joined(last)
            part = self._fraction(following, of=scale) or self._part(following) if following > 0 else None
            if part is None or part.low >= scale:
                break
            total, last, scale = total + part.low, part.last, part.scale
        return first._replace(last=last, low=total, high=total)

    def _order(self, at: int) -> Quantity | None:
        word = self.word(at)
        if word is None or word.role not in ("order", "plural", "few", "several"):
            return None
        if word.role == "few" and self._follows(at + 1, "ten"):
            return Quantity(at + 2, 10 + _FEW, 10 + _NINE, 1, order=True)
        unit, last = word.value, at + 1
        while self._follows(last, "order", "plural") and last < at + 3:
            unit, last = unit * self._words[self._tokens[last].form].value, last + 1
        few = word.role in ("few", "several")
        return Quantity(last, unit * (_FEW if few else 2), unit * _NINE if word.role == "few" else None, 1, order=True)

    def _part(self, at: int) -> Quantity | None:
        word = self.word(at)
        if word and word.role in ("scale", "dual", "accusative"):
            lead = 2 if word.role == "dual" or (word.role == "accusative" and self.joined(at + 1) < 0) else 1
            return _exactly(at + 1, lead, word.value)
        if word and word.role == "fraction":
            return self._fraction(at)
        group = self._group(at, word) if word else None
        last = group[1] if group else at + 1
        scale_at, scale = self.past_quotes(last), 1
        if scale_at < len(self._tokens) and self._tokens[scale_at].form == ")":
            scale_at += 1
        if self._follows(scale_at, "scale", "accusative", "plural"):
            scale, last = self._words[self._tokens[scale_at].form].value, scale_at + 1
        if group:
            return _exactly(last, group[0], scale)
        value = _digits(self._tokens[at].form, scale) if self.is_digits(at) else None
        return None if value is None else Quantity(last, value, value, value // scale, scale)

    def _group(self, at: int, word: NumberWord) -> tuple[int, int] | None:
        """Return a value below 1,000 written in words, and where it ends."""
        hundred = self._words[self._tokens[at + 1].form].value if self._follows(at + 1, "hundred") else 0
        if word.role == "hundred":
            value, last = word.value, at + 1
        elif word.role == "unit" and hundred == 100:
            value, last = word.value * hundred, at + 2
        else:
            return self._small(at, word)
        following = self.joined(last)
        rest = self.word(following)
        small = self._small(following, rest) if rest else self._two_digits(following)
        return (value + small[0], small[1]) if small else (value, last)

    def _small(self, at: int, word: NumberWord) -> tuple[int, int] | None:
        """Return a value from 1 to 99 written in words, and where it ends."""
        if word.role in ("one", "unit", "before_ten") and self._follows(at + 1, "ten"):
            return word.value + 10, at + 2
        if word.role in ("one", "unit"):
            following = self.joined(at + 1)
            tens = self.word(following)
            if tens and tens.role == "tens" and tens.definite == word.definite:
                return word.value + tens.value, following + 1
        return (word.value, at + 1) if word.role in ("one", "unit", "ten", "tens") else None

    def _two_digits(self, at: int) -> tuple[int, int] | None:
        if self.is_digits(at) and self._tokens[at].form.isdigit() and len(self._tokens[at].form) < 3:
            return int(self._tokens[at].form), at + 1
        return None

    def _fraction(self, at: int, *, of: int = 0) -> Quantity | None:
        """Read نصف مليون; with ``of`` also نصف alone, a part of that scale."""
        word = self.word(at)
        if word is None or word.role != "fraction":
            return None
        last = at + 1
        if self._follows(last, "scale"):
            of, last = self._words[self._tokens[last].form].value, last + 1
        return _exactly(last, of // word.value, 1) if of else None

    def _follows(self, at: int, *roles: Role) -> bool:
        """Tell whether a number word of one of ``roles`` stands at ``at`` without particles."""
        word = self.word(at)
        return word is not None and word.role in roles and not word.prefix


def _exactly(last: int, lead: int, scale: int) -> Quantity:
    return Quantity(last, lead * scale, lead * scale, lead, scale)


def _digits(form: str, scale: int) -> int | None:
    """Return the value of digits that count ``scale``: fractions only of thousands and more, a leading zero never."""
    decimal = _DECIMAL.fullmatch(form) if scale > 1 else None
    if decimal:
        whole, rest = decimal.groups()
        return int(whole + rest) * scale // int(10 ** len(rest))
    if not _WHOLE.fullmatch(form):
        return None
    return int(re.sub("[.,٬]", "", form)) * scale
