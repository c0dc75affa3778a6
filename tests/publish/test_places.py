from __future__ import annotations

import pytest

from marsad.publish.catalogue import Language, load_catalogue
from marsad.publish.places import place_line, place_name
from report_samples import records

EVENTS = {event["event_type"]: event["place"] for record in records() for event in record["events"]}


@pytest.mark.parametrize(
    ("event", "language", "line"),
    [
        ("arrest", "ar", ["كركوك", "العراق"]),
        ("arrest", "en", ["Kirkuk", "Iraq"]),
        ("clash", "ar", ["مطيبيجة", "صلاح الدين", "العراق"]),
        ("clash", "en", ["Mutaibija", "Salah al-Din", "Iraq"]),
        ("movement", "ar", ["جبال حمرين", "العراق"]),
        ("shelling", "ar", ["صعدة", "Saada", "اليمن"]),
        ("deployment", "en", ["Yemen"]),
    ],
)
def test_a_place_is_told_from_the_narrowest_to_the_widest(event: str, language: Language, line: list[str]) -> None:
    assert place_line(EVENTS[event], load_catalogue(language)) == line


def test_no_place_is_told_as_such() -> None:
    assert place_name(None, load_catalogue("ar")) == "بلا مكان مذكور"
    nowhere = EVENTS["deployment"] | {"country": None}
    assert place_name(nowhere, load_catalogue("en")) == "no place named"


def test_a_country_named_in_the_text_is_told_in_the_language_of_the_page() -> None:
    named = EVENTS["arrest"] | {"name": "العراق", "name_en": "Iraq", "precision": "country", "admin1": None}
    assert place_line(named, load_catalogue("en")) == ["Iraq"]
    assert place_line(named, load_catalogue("ar")) == ["العراق"]
