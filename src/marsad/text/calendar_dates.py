"""Dates of the calendar as they are written: day, month and year in words or digits, doubled month names, Hijri ones.

::

    22 كانون الأول 2024 · الثامن من يوليو (تموز) الحالي · 9 ديسمبر/كانون الأول 2017 · يوليو 21, 2015 · نوفمبر 2013
    16-17 يوليو · 20 من الشهر الجاري · 22/12/2024 · 2024-12-22 · 15 رمضان 1446 · 1436/10/15هـ
    أول أيام عيد الفطر · خلال رمضان
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from marsad.model.document import DateValue
from marsad.text import edtf
from marsad.text.date_words import DateLexicon, WordReader
from marsad.text.normalize import fold
from marsad.text.segment import Kind, Token

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_FROM, _AND = fold("من"), fold("و")
_RANGE_LINKS = frozenset(map(fold, ("و", "إلى", "حتى", "-", "–")))
_SEPARATORS = frozenset("-/–")
_BEFORE_YEAR = _SEPARATORS | frozenset(",،")
_ERAS = {"م": False, "ه": True}  # after a year: is it a Hijri one?
_RAMADAN, _FEAST = 9, 100  # a feast is told as 100 times its month and its day
_FIRST_HIJRI, _LAST_HIJRI = 1300, 1500


class Year(NamedTuple):
    """A year as written, up to token ``last``: its number, or how many years it is away from that of publication."""

    last: int
    number: int | None = None
    away: int | None = None
    hijri: bool = False


class CalendarDate(NamedTuple):
    """A date as written, up to token ``last``; ``month`` 0 is that of publication, ``until`` ends a range of days."""

    last: int
    month: int
    day: int | None = None
    until: int | None = None
    year: Year | None = None
    tense: edtf.Tense | None = None
    hijri: bool = False


class CalendarReader(WordReader):
    """Reads dates of the calendar in one sequence of tokens, which were cut from ``text``."""

    def __init__(self, tokens: Sequence[Token], text: str, lexicon: DateLexicon) -> None:
        super().__init__(tokens, lexicon)
        self._text = text

    def calendar_date(self, at: int, *, introduced: bool) -> CalendarDate | None:
        """Return the date at ``at``. One that is ``introduced`` (by a weekday, مطلع …) cannot be a mere name."""
        found = (
            self._numeric(at)
            or self._day_month(at)
            or self._month_day(at)
            or self._month(at, introduced=introduced)
            or (self._feast(at, 1) if introduced else None)
        )
        return None if found and not introduced and self._is_name(at, found) else found

    def past_name(self, at: int) -> int:
        """Return the end of a day that is only a name (ثورة 23 يوليو), ``at`` where none begins there."""
        found = self._day_month(at)
        return found.last if found and self._is_name(at, found) else at

    def _is_name(self, at: int, found: CalendarDate) -> bool:
        if found.year or found.tense:
            return False
        named = self.bare(at - 1) & self.lexicon.not_after["dates"]
        return bool(named or self.lexicon.named_days.at(self.tokens, at, found.last))

    def year_number(self, at: int) -> Year | None:
        """Return the year in four digits at ``at``, with م or هـ after it."""
        number = self.digits(at)
        if number is None or len(self.form(at)) != 4:
            return None
        era = _ERAS.get(self.form(at + 1))
        hijri = _FIRST_HIJRI <= number <= _LAST_HIJRI
        if not hijri and not edtf.FIRST_YEAR <= number <= edtf.LAST_YEAR:
            return None
        return Year(at + 1 if era is None else at + 2, number, hijri=hijri)

    def named_year(self, at: int) -> Year | None:
        """Return "عام 2014", "العام الماضي" and the like at ``at``."""
        unit = self.hit(at, "unit", "the_unit", particles=True)
        if unit is None or unit.value.unit != "year" or unit.value.value != 1:
            return None
        if self.bare(at - 1) & self.lexicon.not_after["years"]:
            return None
        tense = self.hit(unit.last, "tense") if unit.value.role == "the_unit" else None
        if tense and tense.value.tense:
            return Year(tense.last, away=edtf.STEPS[tense.value.tense])
        return self.year_number(unit.last)

    def _numeric(self, at: int) -> CalendarDate | None:
        """Read 22/12/2024, 22.12.2024, 2024-12-22, 22 / 12 / 2024, 7/2015; the day stands first."""
        if not 0 <= at < len(self.tokens) or self.tokens[at].kind is not Kind.NUMBER:
            return None
        fields, last = self.form(at).replace(".", "/").split("/"), at + 1
        if len(fields) == 1 and self.form(at + 1) in _SEPARATORS and self.form(at + 3) == self.form(at + 1):
            fields, last = [self.form(at), self.form(at + 2), self.form(at + 4)], at + 5
        slashed = "/" in self.form(at)  # 1.2015 is a price
        if len(fields) not in ((2, 3) if slashed else (3,)) or not all(
            len(f) in (1, 2, 4) and f.isdigit() for f in fields
        ):
            return None
        if len(fields[0]) == 4:
            fields.reverse()
        *days, month, year = map(int, fields)
        year += 2000 * (slashed and len(fields[-1]) == 2 and len(fields) == 3)
        hijri = _FIRST_HIJRI <= year <= _LAST_HIJRI
        if not (hijri or edtf.FIRST_YEAR <= year <= edtf.LAST_YEAR) or not 1 <= month <= 12:
            return None
        if days and not 1 <= days[0] <= 31:
            return None
        last += self.form(last) in _ERAS
        return CalendarDate(last, month, days[0] if days else None, year=Year(last, year, hijri=hijri), hijri=hijri)

    def _day_month(self, at: int) -> CalendarDate | None:
        ordinal = self.hit(at, "ordinal", particles=True)
        day = ordinal.value.value if ordinal else self._day_number(at)
        if day is None:
            return None
        last, until = ordinal.last if ordinal else at + 1, None
        second = self._day_number(last + 1) if not ordinal and self.form(last) in _RANGE_LINKS else None
        if second and second > day and (self.form(last) != _AND or second == day + 1):  # 7 و14 are two days, no stretch
            until, last = second, last + 2
        if self.form(last) == _FROM or (self.form(last) in _SEPARATORS and not ordinal):
            last += 1
        elif ordinal and (feast := self._feast(last, day)):
            return feast
        elif ordinal and self.form(at).startswith("ال"):  # without the article it may touch the month: أول يوليو
            return None
        month = self._of_this_month(at, last, day) or self._named_month(last, day=day, until=until)
        return month or (self._feast(last, day) if ordinal else None)

    def _feast(self, at: int, day: int) -> CalendarDate | None:
        """Read the rest of "أول أيام عيد الفطر", "الثاني من عيد الأضحى"; the feast begins on its first day."""
        unit = self.hit(at, "unit")
        if unit and unit.value.unit == "day":
            at = unit.last
        feast = self.hit(at, "feast")
        if feast is None:
            return None
        month, first = divmod(feast.value.value, _FEAST)
        return CalendarDate(feast.last, month, first + day - 1, hijri=True)

    def _day_number(self, at: int) -> int | None:
        number = self.digits(at)
        return number if number is not None and 1 <= number <= 31 and len(self.form(at)) <= 2 else None

    def _of_this_month(self, at: int, last: int, day: int) -> CalendarDate | None:
        """Read the rest of "20 من الشهر الجاري", "في 25 الجاري"."""
        unit = self.hit(last, "the_unit")
        whole = unit is not None and unit.value.unit == "month" and unit.value.value == 1
        tense = self.hit(unit.last if unit and whole else last, "tense")
        if tense is None:
            return None
        bare = tense.value.tense == "present" and self.bare(at - 1) & self.lexicon.before_month
        return CalendarDate(tense.last, 0, day, tense=tense.value.tense) if whole or bare else None

    def _month_day(self, at: int) -> CalendarDate | None:
        """Read "يوليو 21, 2015"."""
        month = self.hit(at, "month", particles=True)
        day = self._day_number(month.last) if month else None
        if month is None or day is None:
            return None
        comma = self.form(month.last + 1) in (",", "،")
        year = self.year_number(month.last + 1 + comma)
        return CalendarDate(year.last, month.value.value, day, year=year) if year and not year.hijri else None

    def _month(self, at: int, *, introduced: bool) -> CalendarDate | None:
        found = self._named_month(at, particles=True)
        if found is None or found.year or found.tense:
            return found
        if self.digits(at - 1) is not None:  # a day that the month does not have, or a name
            return None
        word = self.hit(at, "month", particles=True)
        if word is None:  # شهر يوليو is enough, شهر رمضان may be any year's, but not خلال رمضان
            during = self.bare(at - 1) & self.lexicon.during
            return found if not found.hijri or (during and found.month == _RAMADAN) else None
        name = " ".join(token.form for token in self.tokens[at : word.last]).removeprefix(word.prefix)
        after_preposition = bool(self.bare(at - 1) & self.lexicon.before_month) and not word.prefix
        if name in self.lexicon.as_spelled:
            spelled = self._text[self.tokens[at].start : self.tokens[at].end] == self.lexicon.as_spelled[name]
            return found if spelled and (after_preposition or introduced) else None
        doubled = found.last > word.last
        return found if introduced or doubled or after_preposition or name not in self.lexicon.ambiguous else None

    def _named_month(
        self, at: int, *, day: int | None = None, until: int | None = None, particles: bool = False
    ) -> CalendarDate | None:
        """Read a month by name, with شهر before it, and its second name, year or tense after it."""
        unit = self.hit(at, "unit", particles=particles)
        if unit and unit.value.unit == "month" and unit.value.value == 1:
            at, particles = unit.last, False
        month = self.hit(at, "month", "hijri", particles=particles)
        if month is None:
            return None
        last, hijri = self._past_second_name(month.last, month.value.value), month.value.role == "hijri"
        year = self.year_number(last + (self.form(last) in _BEFORE_YEAR))
        year = year or self.named_year(last + (self.form(last) == _FROM))
        if year and (year.hijri == hijri or year.away is not None):
            return CalendarDate(year.last, month.value.value, day, until, year, hijri=hijri)
        tense = self.hit(last, "tense")
        if tense:
            return CalendarDate(tense.last, month.value.value, day, until, tense=tense.value.tense, hijri=hijri)
        return CalendarDate(last, month.value.value, day, until, hijri=hijri)

    def _past_second_name(self, last: int, month: int) -> int:
        """Return the end of a doubled name: يوليو/تموز, يوليو (تموز), يوليو تموز."""
        mark = self.form(last) in ("/", "(", "-", "–", "\\")
        second = self.hit(last + mark, "month")
        if second is None or second.value.value != month:
            return last
        return second.last + (self.form(last) == "(" and self.form(second.last) == ")")


def resolve(found: CalendarDate, base: date | None) -> DateValue | None:
    """Return the value of a date as written; ``None`` where only the day of publication, not known, would tell it."""
    if found.hijri:
        return _resolve_hijri(found, base)
    if found.month == 0:
        return _in_month_near(found, base) if base else None
    if found.year is None and base is None:
        return _without_year(found)
    if found.year is None and base:
        if found.day is None:
            return edtf.month_in_year_near(found.month, base, found.tense)
        first = edtf.day_in_year_near(found.month, found.day, base, found.tense)
        return _days(first, found) if first else edtf.month_in_year_near(found.month, base, found.tense)
    year = _year_number(found.year, base) if found.year else None
    if year is None:
        return None
    first = edtf.as_date(year, found.month, found.day) if found.day else None
    return _days(first, found) if first else edtf.month_value(year, found.month)


def _year_number(year: Year, base: date | None) -> int | None:
    if year.number is not None or base is None or year.away is None:
        return year.number
    return base.year + year.away


def _in_month_near(found: CalendarDate, base: date) -> DateValue | None:
    month = edtf.unit_away("month", edtf.STEPS[found.tense or "present"], base)
    if month is None:
        return None
    year, number = month.value.split("-")
    day = edtf.as_date(int(year), int(number), found.day or 0)
    return edtf.day_value(day) if day else month


def _without_year(found: CalendarDate) -> DateValue:
    month = f"XXXX-{found.month:02}"
    if found.day is None or edtf.as_date(2000, found.month, found.day) is None:
        return DateValue(month, "month")
    if found.until and edtf.as_date(2000, found.month, found.until):
        return DateValue(f"{month}-{found.day:02}/{month}-{found.until:02}", "interval")
    return DateValue(f"{month}-{found.day:02}", "day")


def _days(first: date, found: CalendarDate) -> DateValue:
    last = edtf.as_date(first.year, first.month, found.until) if found.until else None
    return edtf.interval(edtf.day_value(first), edtf.day_value(last)) if last else edtf.day_value(first)


def _resolve_hijri(found: CalendarDate, base: date | None) -> DateValue | None:
    number = found.year.number if found.year else None
    if number is None and (base is None or found.year):
        return None
    if found.day is None:
        if number is not None:
            return edtf.hijri_month(number, found.month)
        return edtf.hijri_month_near(found.month, base, found.tense) if base else None
    if number is not None:
        first = edtf.hijri_day(number, found.month, found.day)
    else:
        first = edtf.hijri_day_near(found.month, found.day, base, found.tense) if base else None
    if first is None:
        return None
    last = first + timedelta(days=(found.until or found.day) - found.day)
    return edtf.interval(edtf.day_value(first), edtf.day_value(last))
