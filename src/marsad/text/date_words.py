"""Words of time: what a found date is, the lexicon that dates are read by, and looking it up in a row of tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from marsad.text.morphology import splits
from marsad.text.normalize import fold
from marsad.text.phrases import Hit, PhraseIndex
from marsad.text.segment import Kind, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from marsad.model.document import DateValue
    from marsad.text.edtf import Tense, Unit

Role = Literal[
    "month",  # value 1 to 12, as in the next
    "hijri",
    "feast",  # 1001 is the first of the tenth Hijri month
    "weekday",  # Monday is 0
    "day_word",  # أمس: days from publication
    "part",  # of a day, يوم among them
    "night",
    "ordinal",  # الثامن: day of the month
    "unit",  # value 1 and 2 for singular and dual, 0 for the plural
    "the_unit",
    "tense",
    "recent",  # الأخيرة: past, after several units only
    "number",
    "the_number",
    "few",
    "this",
    "ago",
    "since",
    "about",
    "stretch",  # مطلع, نهاية, صيف
    "decade",  # 80 for الثمانينات
    "last_century",
    "life",
    "link",  # الموافق
]
DateKind = Literal["absolute", "partial", "weekday", "relative", "span"]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_BY_VALUE: dict[str, Role] = {"day_words": "day_word", "numbers": "number", "decades": "decade", "ordinals": "ordinal"}
_PLAIN: dict[str, Role] = {
    "parts_of_day": "part",
    "nights": "night",
    "few": "few",
    "this": "this",
    "ago": "ago",
    "since": "since",
    "about": "about",
    "stretches": "stretch",
    "last_century": "last_century",
    "life": "life",
    "links": "link",
}


class FoundDate(NamedTuple):
    """A wording of time at tokens ``[first, last)`` and its value.

    ``kind``: absolute has its year with it, partial leaves the year to the reader, span is a stretch of time.
    """

    first: int
    last: int
    date: DateValue
    kind: DateKind


class CalendarWord(NamedTuple):
    """What a word of time is: its part in the grammar and, by that, a number, a unit or a tense."""

    role: Role
    value: int = 0
    unit: Unit | None = None
    tense: Tense | None = None


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """Words of time. The single words are folded; ``as_spelled`` maps a folded month name to its one spelling.

    ``not_after`` and ``not_before`` hold the neighbours that speak against a day word, weekday, date or year.
    After a word of ``during`` Ramadan is that of the year. A time after a word of ``until`` ends a stretch; words of
    ``sequence`` put one happening before or after another.
    """

    words: PhraseIndex[CalendarWord]
    named_days: PhraseIndex[str]
    ambiguous: frozenset[str]
    as_spelled: Mapping[str, str]
    before_month: frozenset[str]
    before_year: frozenset[str]
    during: frozenset[str]
    until: frozenset[str]
    sequence: frozenset[str]
    not_after: Mapping[str, frozenset[str]]
    not_before: Mapping[str, frozenset[str]]


def date_lexicon(months: Mapping[str, Any], calendar_words: Mapping[str, Any]) -> DateLexicon:
    """Build the lexicon from the data of ``months.yaml`` and ``calendar_words.yaml``."""
    return DateLexicon(
        words=PhraseIndex([*_months(months), *_calendar_words(calendar_words), *_units(calendar_words)]),
        named_days=PhraseIndex((name, name) for name in months["named_days"]),
        ambiguous=_folded(months["ambiguous"]),
        as_spelled={fold(name): name for name in months["as_spelled"]},
        before_month=_folded(calendar_words["before_month"]),
        before_year=_folded(calendar_words["before_year"]),
        during=_folded(calendar_words["during"]),
        until=_folded(calendar_words["until"]),
        sequence=_folded(calendar_words["sequence"]),
        not_after={what: _folded(words, bare=True) for what, words in calendar_words["not_after"].items()},
        not_before={what: _folded(words) for what, words in calendar_words["not_before"].items()},
    )


def _folded(words: Iterable[str], *, bare: bool = False) -> frozenset[str]:
    return frozenset(fold(word).removeprefix("ال" if bare else "") for word in words)


def _months(months: Mapping[str, Any]) -> Iterator[tuple[str, CalendarWord]]:
    calendars: tuple[tuple[Role, str], ...] = (("month", "gregorian"), ("hijri", "hijri"))
    for role, calendar in calendars:
        for number, names in months[calendar].items():
            yield from ((name, CalendarWord(role, number)) for name in names)
    for day, names in months["feasts"].items():
        yield from ((name, CalendarWord("feast", day)) for name in names)


def _calendar_words(data: Mapping[str, Any]) -> Iterator[tuple[str, CalendarWord]]:
    for number, weekday in enumerate(_WEEKDAYS):
        yield from ((word, CalendarWord("weekday", number)) for word in data["weekdays"][weekday])
    for key, role in _BY_VALUE.items():
        for value, words in data[key].items():
            yield from ((word, CalendarWord(role, value)) for word in words)
    for value, words in data["numbers"].items():
        yield from (("ال" + word, CalendarWord("the_number", value)) for word in words)
    for key, role in _PLAIN.items():
        yield from ((word, CalendarWord(role)) for word in data[key])
    for tense, words in data["tenses"].items():
        word = CalendarWord("recent", tense="past") if tense == "recent" else CalendarWord("tense", tense=tense)
        yield from ((form, word) for form in words)


def _units(data: Mapping[str, Any]) -> Iterator[tuple[str, CalendarWord]]:
    for unit, forms in data["units"].items():
        for number, words in ((1, forms["one"]), (2, forms["two"]), (0, forms["many"])):
            for word in words:
                yield word, CalendarWord("unit", number, unit)
                yield "ال" + word, CalendarWord("the_unit", number, unit)


class WordReader:
    """Looks up words of time in one sequence of tokens."""

    def __init__(self, tokens: Sequence[Token], lexicon: DateLexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon

    def form(self, at: int) -> str:
        """Return the folded spelling of a token, nothing where there is none."""
        return self.tokens[at].form if 0 <= at < len(self.tokens) else ""

    def bare(self, at: int) -> frozenset[str]:
        """Return the readings of a word without particles and article; none for a number or mark."""
        if not 0 <= at < len(self.tokens) or self.tokens[at].kind is not Kind.WORD:
            return frozenset()
        return frozenset(rest.removeprefix("ال") for _, rest in splits(self.tokens[at].form))

    def digits(self, at: int) -> int | None:
        """Return the value of up to four digits."""
        form = self.form(at)
        return int(form) if form.isdigit() and len(form) <= 4 and self.tokens[at].kind is Kind.NUMBER else None

    def hit(self, at: int, *roles: Role, particles: bool = False) -> Hit[CalendarWord] | None:
        """Return the longest word of time at ``at`` that has one of ``roles``; ``particles`` may be attached to it."""
        if not 0 <= at < len(self.tokens):
            return None
        for hit in self.lexicon.words.at(self.tokens, at, len(self.tokens)):
            if hit.value.role in roles and (particles or not hit.prefix):
                return hit
        return None

    def past(self, at: int, *roles: Role, particles: bool = False) -> int:
        """Return the end of a row of words of these roles that begins at ``at``; the first may have ``particles``."""
        last = at
        while hit := self.hit(last, *roles, particles=particles and last == at):
            last = hit.last
        return last
