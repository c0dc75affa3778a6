"""The words of the report's interface: one message file a language, forms of number, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

Language = Literal["ar", "en"]
PluralForm = Literal["zero", "one", "two", "few", "many", "other"]

_DAY = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T(?P<time>\d\d(?::\d\d)?))?")
_DECADE = re.compile(r"(\d{3})X")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of one language, as ``messages/<language>.yaml`` groups them."""

    language: Language
    messages: Mapping[str, Any]

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return str(self.messages["direction"])

    @property
    def list_separator(self) -> str:
        """What stands between the items of a list."""
        return str(self.messages["list_separator"])

    def text(self, key: str) -> str:
        """Return a phrase of the interface."""
        return str(self.messages["text"][key])

    def label(self, group: str, slug: str) -> str:
        """Return the name of a value of a record (an event type, a status); the slug itself where it has none."""
        return str(self.messages["label"].get(group, {}).get(slug, slug.replace("_", " ")))

    def counted(self, noun: str, number: int) -> str:
        """Return a number with its noun in the right form: ``مقالان``, ``3 مقالات``, ``11 مقالا``."""
        return str(self.messages["count"][noun][plural_form(number, self.language)]).format(n=f"{number:,}")

    def bounded(self, count: Mapping[str, Any]) -> str:
        """Return the number of a count with its hedge (``نحو 5,000``), the words of the text for orders (عشرات)."""
        low, high = count["low"], count["high"]
        low, high = (high if low is None else low), (low if high is None else high)
        template = self.messages["label"]["qualifier"].get(count["qualifier"])
        if template is None or low is None:
            return str(count["text"])
        return str(template).format(low=f"{low:,}", high=f"{high:,}")

    def date(self, value: str) -> str:
        """Return an EDTF value in words (``22 كانون الأول 2024``); the value itself where it has no such form."""
        begin, slash, end = value.partition("/")
        if slash:
            return self.text("interval").format(start=self.date(begin), end=self.date(end))
        if decade := _DECADE.fullmatch(value):
            return self.text("decade").format(year=f"{decade[1]}0")
        match = _DAY.fullmatch(value)
        if match is None or not 1 <= int(match["month"] or 1) <= 12:
            return value
        month = self.messages["months"][int(match["month"]) - 1] if match["month"] else ""
        day = str(int(match["day"])) if match["day"] else ""
        year = "" if match["year"] == "XXXX" else match["year"]
        shown = " ".join(filter(None, (day, month, year, match["time"])))
        return shown if year else f"{shown} ({self.text('year_unknown')})"


@cache
def load_catalogue(language: Language) -> Catalogue:
    """Return the catalogue of a language; it is part of the program, not of the analysts' files."""
    source = files("marsad.publish").joinpath("messages", f"{language}.yaml").read_text(encoding="utf-8")
    return Catalogue(language, yaml.safe_load(source))


def plural_form(number: int, language: Language) -> PluralForm:
    """Return the form of a noun after a whole number, by the rules of CLDR."""
    if language == "en":
        return "one" if number == 1 else "other"
    few: tuple[PluralForm, ...] = ("zero", "one", "two")
    if number < len(few):
        return few[number]
    rest = number % 100
    if 3 <= rest <= 10:
        return "few"
    return "many" if rest >= 11 else "other"
