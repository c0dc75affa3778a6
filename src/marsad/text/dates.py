"""Dates in running text, resolved against the day of publication.

::

    day  = { part of the day }, [ أمس ], [ weekday, [ tense ] ], [ calendar date ], [ clock time ]
    date = day | [ نهاية ], ( month | period )

The words stand in ``knowledge/lexicon/months.yaml`` and ``calendar_words.yaml``. Dates of the calendar are read by
:mod:`marsad.text.calendar_dates`, longer stretches by :mod:`marsad.text.periods`; the reckoning is in
:mod:`marsad.text.edtf`.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from marsad.text import edtf
from marsad.text.calendar_dates import CalendarReader, resolve
from marsad.text.date_words import DateLexicon, FoundDate, date_lexicon
from marsad.text.normalize import fold
from marsad.text.periods import PeriodReader
from marsad.text.segment import QUOTE_MARKS, Kind, Token

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from marsad.model.document import DateValue
    from marsad.text.calendar_dates import CalendarDate
    from marsad.text.date_words import CalendarWord, DateKind
    from marsad.text.phrases import Hit

__all__ = ["DateLexicon", "FoundDate", "date_lexicon", "days_told", "find_dates", "find_weekdays"]

_BETWEEN, _AND = map(fold, ("بين", "و"))
_BEFORE_CALENDAR = QUOTE_MARKS | frozenset("،,(-–/") | {"ال"}
_BEFORE_CLOCK = frozenset("-–|،") | {fold("الساعة")}
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")


def find_dates(tokens: Sequence[Token], text: str, lexicon: DateLexicon, base: DateValue | None) -> list[FoundDate]:
    """Return the dates of ``tokens`` (cut from ``text``) in order, without overlap.

    ``base`` is the day of publication. Without it relative wordings and weekdays have no value and are left out, and a
    day without a year is ``XXXX-08-19``.
    """
    finder = _Finder(CalendarReader(tokens, text, lexicon), edtf.base_day(base))
    dates: list[FoundDate] = []
    at = 0
    while at < len(tokens):
        if not finder.may_begin(at):
            at += 1
            continue
        found = finder.date(at)
        if found:
            dates.append(found)
        at = found.last if found else max(at + 1, finder.past_name(at))
    return dates


def days_told(tokens: Sequence[Token], text: str, lexicon: DateLexicon, at: int) -> int | None:
    """Return the days that a number of days or weeks at token ``at`` makes (ثلاثة أيام)."""
    return PeriodReader(CalendarReader(tokens, text, lexicon), None).days(at)


def find_weekdays(tokens: Sequence[Token], text: str, lexicon: DateLexicon) -> list[tuple[int, int]]:
    """Return the weekdays named by their distance from the day of publication, as (weekday, days before).

    «أمس الثلاثاء» is (1, 1): weekdays count from Monday, which is 0. They tell the day of a page that gives no date.
    """
    finder = _Finder(CalendarReader(tokens, text, lexicon), None)
    return [hint for at in range(len(tokens)) if (hint := finder.weekday_by_distance(at))]


class _Day(NamedTuple):
    """The part of a day's wording before a date of the calendar."""

    last: int
    offset: int | None = None
    weekday: int | None = None
    tense: edtf.Tense | None = None


class _Finder:
    def __init__(self, read: CalendarReader, base: date | None) -> None:
        self._read = read
        self._words = read.lexicon
        self._periods = PeriodReader(read, base)
        self._base = base

    def past_name(self, at: int) -> int:
        """Return where to go on after token ``at``, which begins no date."""
        return self._read.past_name(at)

    def weekday_by_distance(self, at: int) -> tuple[int, int] | None:
        """Return the weekday that begins at token ``at`` with its distance in days, where both are told."""
        tokens = self._read.tokens
        if tokens[at].kind is not Kind.WORD or not self._words.words.at(tokens, at, len(tokens)):
            return None
        head = self._head(at)
        return (head.weekday, -head.offset) if head.weekday is not None and head.offset is not None else None

    def may_begin(self, at: int) -> bool:
        """Tell whether token ``at`` is a number or a word of time, as the first of a date is."""
        tokens = self._read.tokens
        if tokens[at].kind is Kind.WORD:
            return bool(self._words.words.at(tokens, at, len(tokens)))
        return tokens[at].kind is Kind.NUMBER

    def date(self, at: int) -> FoundDate | None:
        """Return the date that begins at token ``at``, which may begin one."""
        found = self._day(at)
        if found:
            return found
        inner = self._read.past(at, "stretch", particles=True)
        found = self._whole(inner, introduced=inner > at)
        return found._replace(first=at) if found else None

    def _day(self, at: int) -> FoundDate | None:
        head = self._head(at)
        named = head.offset is not None or head.weekday is not None
        start = self._past_separators(head.last) if named else head.last
        written = self._read.calendar_date(start, introduced=head.last > at)
        if written and (written.day or head.last == at):
            value = resolve(written, self._base)
            if value:
                last = self._past_clock(self._past_bracket(head.last, written.last))
                return FoundDate(at, last, value, _kind(written))
        value = self._head_value(head)
        if value is None:
            return None
        kind: DateKind = "relative" if head.offset is not None else "weekday"
        return FoundDate(at, self._past_clock(head.last), value, kind)

    def _head(self, at: int) -> _Day:
        """Read parts of the day, أمس and the like, and a weekday, each optional."""
        last = self._read.past(at, "part", "night", particles=True)
        word = self._day_word(last, particles=last == at)
        if word:
            last = word.last
        inside = last + (word is not None and self._read.form(last) == "(")
        inside = self._read.past(inside, "part") if word else inside
        weekday = self._weekday(inside, particles=inside == at)
        if weekday:
            last = self._past_next_night(at, weekday)
        tense = self._read.hit(last, "tense") if weekday else None
        if tense:
            last = tense.last
        if weekday and word:
            last = self._past_bracket(word.last, last)
        return _Day(
            last,
            word.value.value if word else None,
            weekday.value.value if weekday else None,
            tense.value.tense if tense else None,
        )

    def _day_word(self, at: int, *, particles: bool) -> Hit[CalendarWord] | None:
        """Return أمس and the like; not اليوم in the name of a paper (عين اليوم) or in اليوم الوطني."""
        word = self._read.hit(at, "day_word", particles=particles)
        if word is None or self._read.form(word.last) in self._words.not_before["day_words"]:
            return None
        quoted = self._read.form(at - 1) in QUOTE_MARKS and self._read.form(word.last) in QUOTE_MARKS
        named = quoted or self._read.bare(at - 1) & self._words.not_after["day_words"]
        return None if named and word.value.value == 0 else word

    def _weekday(self, at: int, *, particles: bool) -> Hit[CalendarWord] | None:
        """Return a weekday; not in خطبة الجمعة, الأحد عشر, nor where الاثنين means the two (بين الاثنين)."""
        weekday = self._read.hit(at, "weekday", particles=particles)
        if weekday is None:
            return None
        before, after = self._read.bare(at - 1), self._read.form(weekday.last)
        both = weekday.value.value == 0 and _BETWEEN in before and not after.startswith(_AND)
        named = before & self._words.not_after["weekdays"] or after in self._words.not_before["weekdays"]
        return None if both or named else weekday

    def _past_next_night(self, at: int, weekday: Hit[CalendarWord]) -> int:
        """Return the end of "ليل الثلاثاء الأربعاء", the night that begins on the first of them."""
        after = weekday.last + (self._read.form(weekday.last) in ("-", "–", "/"))
        second = self._read.hit(after, "weekday") if self._read.hit(at, "night", particles=True) else None
        return second.last if second and second.value.value == (weekday.value.value + 1) % 7 else weekday.last

    def _head_value(self, head: _Day) -> DateValue | None:
        base = self._base
        if base is None or (head.offset is None and head.weekday is None):
            return None
        if head.offset is None:
            return edtf.day_value(edtf.weekday_from(head.weekday or 0, base, head.tense))
        day = base + timedelta(days=head.offset)
        return edtf.day_value(day if head.weekday is None else edtf.weekday_near(head.weekday, day))

    def _past_separators(self, at: int) -> int:
        """Return where the date after a weekday begins: الأحد (22 …, الأحد الموافق 22 …."""
        while self._read.form(at) in _BEFORE_CALENDAR or self._read.hit(at, "link"):
            at += 1
        return at

    def _past_bracket(self, first: int, last: int) -> int:
        """Return ``last`` or the token after it, where that closes a bracket opened since ``first``."""
        forms = [self._read.form(at) for at in range(first, last)]
        return last + (self._read.form(last) == ")" and forms.count("(") > forms.count(")"))

    def _past_clock(self, last: int) -> int:
        at = last + (self._read.form(last) in _BEFORE_CLOCK)
        return at + 1 if _CLOCK.fullmatch(self._read.form(at)) else last

    def _whole(self, at: int, *, introduced: bool) -> FoundDate | None:
        """Read a month or a period; ``introduced`` by مطلع, نهاية, صيف."""
        written = self._read.calendar_date(at, introduced=True) if introduced else None
        value = resolve(written, self._base) if written else None
        if written and value:
            return FoundDate(at, written.last, value, _kind(written))
        return self._periods.period(at, introduced=introduced)


def _kind(written: CalendarDate) -> DateKind:
    if written.until:
        return "span"
    return "absolute" if written.year and written.year.number else "partial"
