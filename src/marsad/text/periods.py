"""Weeks, months, years and decades in running text, and numbers of them counted from the day of publication.

::

    single = unit, tense | هذا, unit | نهاية, unit           الأسبوع الماضي, هذا العام, نهاية الشهر
    many   = units, [ number ], tense | number, units, tense   الأيام الثلاثة الماضية, الـ24 ساعة الماضية
    ago    = ( قبل | منذ ), [ number ], unit                   قبل يومين, منذ نحو أسبوع
    year   = عام, number | في, number | number, هـ             العام 2013, منذ 2003, عامي 2013 و2014
    decade = الثمانينات, [ من القرن الماضي ]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.model.document import DateValue
from marsad.text import edtf
from marsad.text.date_words import CalendarWord, FoundDate
from marsad.text.normalize import fold

if TYPE_CHECKING:
    from datetime import date

    from marsad.text.calendar_dates import CalendarReader, Year
    from marsad.text.date_words import DateKind, Role
    from marsad.text.phrases import Hit

_FROM, _ON, _BETWEEN, _AND, _THE = map(fold, ("من", "على", "بين", "و", "ال"))
_FEW: dict[edtf.Unit, int] = {"hour": 1, "day": 7, "week": 4}  # what الأيام القليلة الماضية is taken to reach back
_DAYS: dict[edtf.Unit | None, int] = {"day": 1, "week": 7}
_FIRST_SURE_DECADE = 50  # العشرينات to الأربعينات are mostly ages and degrees


class PeriodReader:
    """Reads periods by the words that ``read`` finds. Without ``base`` only years and decades have a value."""

    def __init__(self, read: CalendarReader, base: date | None) -> None:
        self._read = read
        self._base = base

    def period(self, at: int, *, introduced: bool) -> FoundDate | None:
        """Return the period that begins at token ``at``; ``introduced`` tells that مطلع or نهاية stands before it."""
        found, base = self._year(at, introduced=introduced) or self._decade(at), self._base
        if found or base is None:
            return found
        return self._single(at, base, introduced=introduced) or self._many(at, base) or self._ago(at, base)

    def _single(self, at: int, base: date, *, introduced: bool) -> FoundDate | None:
        this = self._read.hit(at, "this", particles=True)
        unit = self._read.hit(this.last if this else at, "the_unit", particles=this is None)
        if unit is None or unit.value.value != 1 or unit.value.unit in (None, "hour", "day"):
            return None
        tense = self._read.hit(unit.last, "tense")
        if tense and tense.value.tense and unit.value.unit != "year":
            steps = edtf.STEPS[tense.value.tense]
            return _found(at, tense.last, edtf.unit_away(unit.value.unit, steps, base), "relative")
        ends = not self._read.year_number(unit.last) and not self._read.form(unit.last).startswith(_THE)
        if this or (introduced and ends and unit.value.unit != "week"):
            return _found(at, unit.last, edtf.unit_away(unit.value.unit, 0, base), "relative") if ends else None
        return None

    def _many(self, at: int, base: date) -> FoundDate | None:
        number = self._count(at, "the_number")
        unit = self._read.hit(number[1] if number else at, "unit", "the_unit", particles=number is None)
        if unit is None or unit.value.unit is None:
            return None
        if number is None and (unit.value.role == "unit" or unit.value.value == 1):
            return None
        last = unit.last
        if number is None:
            number = self._count(last + (self._read.form(last) == _THE), "the_number")
            last = number[1] if number else self._read.past(last, "few")
        tense = self._read.hit(last, "tense", "recent")
        if tense is None or tense.value.tense in (None, "present"):
            return None
        steps = number[0] if number else unit.value.value or _FEW.get(unit.value.unit, 0)
        value = edtf.units_from(unit.value.unit, edtf.STEPS[tense.value.tense] * steps, base) if steps else None
        return _found(at, tense.last, value, "span")

    def _ago(self, at: int, base: date) -> FoundDate | None:
        opener = self._read.hit(at, "ago", "since", particles=True)
        if opener is None:
            return None
        start = self._read.past(opener.last, "about")
        number = self._count(start, "number")
        unit = self._read.hit(number[1] if number else self._read.past(start, "few"), "unit")
        if unit is None or unit.value.unit is None or (number is None and self._begins_other(unit)):
            return None
        last = self._read.past(unit.last, "few")
        if opener.value.role == "ago" and self._read.form(last) in (_FROM, _ON):  # before something else
            return None
        steps = number[0] if number else unit.value.value
        if steps and opener.value.role == "ago":
            return _found(at, last, edtf.unit_away(unit.value.unit, -steps, base), "relative")
        steps = steps or _FEW.get(unit.value.unit, 0)
        return _found(at, last, edtf.units_from(unit.value.unit, -steps, base) if steps else None, "span")

    def days(self, at: int) -> int | None:
        """Return the days that a number of days or weeks at token ``at`` makes (نحو ثلاثة أيام, أسبوعين)."""
        start = self._read.past(at, "about")
        number = self._count(start, "number")
        unit = self._read.hit(number[1] if number else start, "unit")
        if unit is None or unit.value.unit not in _DAYS:
            return None
        steps = number[0] if number else unit.value.value
        return steps * _DAYS[unit.value.unit] or None

    def _begins_other(self, unit: Hit[CalendarWord]) -> bool:
        """Tell whether the unit belongs to what follows (منذ يوم الجمعة, منذ عام 2003, قبل ساعات الفجر)."""
        after = self._read.form(unit.last)
        named = self._read.hit(unit.last, "weekday", "day_word", "month", "hijri", "ordinal")
        return unit.value.value != 2 and (after.startswith(_THE) or after.isdigit() or named is not None)

    def _count(self, at: int, role: Role) -> tuple[int, int] | None:
        """Return a number of days, years … in digits or as a word of this role, and where it ends."""
        digits = self._read.digits(at)
        if digits is not None:
            return digits, at + 1
        word = self._read.hit(at, role, particles=True)
        return (word.value.value, word.last) if word else None

    def _year(self, at: int, *, introduced: bool) -> FoundDate | None:
        two = self._read.hit(at, "unit", particles=True)
        if two and two.value == CalendarWord("unit", 2, "year"):
            named = self._read.year_number(two.last)
        else:
            named = self._read.named_year(at)
        if named and named.away is not None:
            value = edtf.unit_away("year", named.away, self._base) if self._base else None
            return _found(at, named.last, value, "relative")
        year = named or self._bare_year(at, introduced=introduced)
        if year is None or year.number is None:
            return None
        if year.hijri:
            return _found(at, year.last, edtf.hijri_year(year.number), "absolute")
        until = self._until(
            year.last, year.number, named=named is not None, between=_BETWEEN in self._read.bare(at - 1)
        )
        if until is None or until.number is None:
            return FoundDate(at, year.last, edtf.year_value(year.number), "absolute")
        both = edtf.interval(edtf.year_value(year.number), edtf.year_value(until.number))
        return FoundDate(at, until.last, both, "span")

    def _bare_year(self, at: int, *, introduced: bool) -> Year | None:
        """Return a year without عام: after في and the like, or with its era; 2000 may always count something."""
        year = self._read.year_number(at)
        if year is None or year.number is None or introduced or year.last > at + 1:
            return year
        placed = self._read.bare(at - 1) & self._read.lexicon.before_year
        return year if placed and not year.hijri and year.number % 1000 else None

    def _until(self, at: int, first: int, *, named: bool, between: bool) -> Year | None:
        """Return the end of "2011-2015", "عامي 2013 و2014"; two years far apart are a stretch only after بين."""
        link = self._read.form(at)
        until = self._read.year_number(at + 1) if link in ("-", "–", "/") or (link == _AND and named) else None
        if until is None or until.number is None or until.hijri or until.number <= first:
            return None
        return until if link != _AND or between or until.number == first + 1 else None

    def _decade(self, at: int) -> FoundDate | None:
        decade = self._read.hit(at, "decade", particles=True)
        if decade is None:
            return None
        after = decade.last + (self._read.form(decade.last) == _FROM)
        century = self._read.hit(after, "last_century")
        if self._read.hit(after, "life") or (century is None and decade.value.value < _FIRST_SURE_DECADE):
            return None
        value = DateValue(f"19{decade.value.value // 10}X", "decade")
        return FoundDate(at, century.last if century else decade.last, value, "absolute")


def _found(first: int, last: int, value: DateValue | None, kind: DateKind) -> FoundDate | None:
    return FoundDate(first, last, value, kind) if value else None
