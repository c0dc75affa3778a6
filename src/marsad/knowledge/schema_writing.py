"""The strict form of the files of ``lexicon/`` that tell how numbers, dates and the frames of pages are written."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, RootModel

from marsad.knowledge.schema import Slug, Strict, Text
from marsad.model.annotation import Qualifier
from marsad.model.document import Grain

Words = list[Text]
Positive = Annotated[int, Field(gt=0)]
Digit = Annotated[int, Field(ge=1, le=9)]
Tens = Annotated[int, Field(ge=10, le=90, multiple_of=10)]
Hundreds = Annotated[int, Field(ge=100, le=900, multiple_of=100)]
Thousands = Annotated[int, Field(ge=1000, multiple_of=1000)]
MonthNumber = Annotated[int, Field(ge=1, le=12)]
DayNumber = Annotated[int, Field(ge=1, le=31)]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class NumberExample(Strict):
    """A wording and the one number that is read in it."""

    text: Text
    low: int | None
    high: int | None
    qualifier: Qualifier


class NumberCounterexample(Strict):
    """A wording in which no number is read."""

    text: Text


class ScaleForms(Strict):
    """Forms of a noun like ألف that counts thousands or more."""

    singular: Words
    accusative: Words
    dual: Words
    plural: Words


class NumeralsFile(Strict):
    """``lexicon/numerals.yaml``: number words by value, and the words around which a number is none."""

    ones: Words
    units: dict[Digit, Words]
    before_ten: dict[Digit, Words]
    ten: Words
    tens: dict[Tens, Words]
    hundreds: dict[Hundreds, Words]
    scales: dict[Thousands, ScaleForms]
    fractions: dict[Digit, Words]
    orders: dict[Positive, Words]
    few: Words
    several: Words
    not_numbers: Words
    labels: Words
    names: Words
    one_not_after: Words
    ordinals: Words
    examples: list[NumberExample] = Field(min_length=1)
    counterexamples: list[NumberCounterexample] = Field(min_length=1)


class HedgeWordings(Strict):
    """Wordings before a number (``...`` stands for up to three words) and after it."""

    before: Words
    after: Words


class HedgesFile(Strict):
    """``lexicon/hedges.yaml``: how sure a number is said to be."""

    about: HedgeWordings
    at_least: HedgeWordings
    at_most: HedgeWordings
    changes: Words
    examples: list[NumberExample] = Field(min_length=1)
    counterexamples: list[NumberCounterexample] = Field(min_length=1)


class MonthsFile(Strict):
    """``lexicon/months.yaml``: names of months by number."""

    gregorian: dict[MonthNumber, Words] = Field(min_length=12)
    hijri: dict[MonthNumber, Words] = Field(min_length=12)
    ambiguous: Words
    as_spelled: Words
    named_days: Words
    feasts: dict[int, Words]


class Weekdays(Strict):
    """Names of the days of the week."""

    monday: Words
    tuesday: Words
    wednesday: Words
    thursday: Words
    friday: Words
    saturday: Words
    sunday: Words


class UnitForms(Strict):
    """Forms of a unit of time for one, two and several."""

    one: Words
    two: Words
    many: Words


class TimeUnits(Strict):
    """The units of time."""

    hour: UnitForms
    day: UnitForms
    week: UnitForms
    month: UnitForms
    year: UnitForms


class Tenses(Strict):
    """Words that tell which one is meant of several weeks, months or weekdays."""

    past: Words
    before_past: Words
    after_next: Words
    recent: Words
    present: Words
    next: Words


class NotAfter(Strict):
    """Words after which what looks like a date is none."""

    day_words: Words
    weekdays: Words
    dates: Words
    years: Words


class NotBefore(Strict):
    """Words before which what looks like a day is none."""

    day_words: Words
    weekdays: Words


class DateExample(Strict):
    """A wording, the day of publication where it is known, and the one date that is read in it."""

    text: Text
    published: Day | None
    value: Text
    grain: Grain


class DateCounterexample(Strict):
    """A wording in which no date is read."""

    text: Text
    published: Day | None


class CalendarWordsFile(Strict):
    """``lexicon/calendar_words.yaml``: the words of time besides the months; ``day_words`` by days from publication."""

    weekdays: Weekdays
    day_words: dict[int, Words]
    parts_of_day: Words
    nights: Words
    units: TimeUnits
    tenses: Tenses
    this: Words
    ago: Words
    since: Words
    about: Words
    numbers: dict[Positive, Words]
    few: Words
    stretches: Words
    decades: dict[Tens, Words]
    last_century: Words
    life: Words
    ordinals: dict[DayNumber, Words] = Field(min_length=31)
    links: Words
    before_month: Words
    before_year: Words
    during: Words
    until: Words
    sequence: Words
    not_after: NotAfter
    not_before: NotBefore
    examples: list[DateExample] = Field(min_length=1)
    counterexamples: list[DateCounterexample] = Field(min_length=1)


ChromeList = Literal["lines", "prefixes", "blocks", "endings", "tails", "closers", "signs", "writers", "words"]


class ChromeFile(RootModel[dict[Slug, dict[ChromeList, Words]]]):
    """``lexicon/chrome.yaml``: by reason of removal, where on a page its wordings stand."""

    model_config = ConfigDict(frozen=True)
