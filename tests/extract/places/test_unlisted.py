from __future__ import annotations

import pytest

from extract.conftest import Read

UNLISTED = {
    "وقصفت الطائرات قرية العزاوية في ريف حلب.": ("العزاوية", "Aleppo"),
    "قتل جندي في بلدة عين الوردية التابعة لمحافظة إدلب.": ("عين الوردية", "Idlib"),
    "اعتقلت القوات خمسة في قرية البو غنام شمال بعقوبة.": ("البو غنام", "Diyala"),
    "وقع الانفجار في منطقة كوتشاي في ولاية شرناق.": ("كوتشاي", "Sirnak"),
    "انفجرت عبوة في حي النخيل الشرقي ببعقوبة.": ("النخيل الشرقي", "Diyala"),
    # the governorate told before in the sentence
    "وفي محافظة تعز، هاجم الحوثيون قرية الخديرة.": ("الخديرة", "Taiz"),
    # a quarter of that name is known only elsewhere
    "انفجرت عبوة في حي اليرموك في بعقوبة.": ("اليرموك", "Diyala"),
    "انفجرت عبوتان في حيي اليرموك والبساتين في بعقوبة.": ("اليرموك", "Diyala"),
}


@pytest.mark.parametrize(("text", "expected"), UNLISTED.items())
def test_an_unknown_name_is_placed_in_what_it_lies_in(read: Read, text: str, expected: tuple[str, str]) -> None:
    (place,) = [place for place in read(text).places if place.place_id is None]
    assert (place.name, place.admin1) == expected


NO_NAMES = [
    "انفجرت عبوة في بلدة صغيرة في ريف حلب.",  # an adjective
    "انفجرت عبوة في حي سكني في بعقوبة.",
    "وقعت الغارة في منطقة نفوذ في ريف حلب.",  # a common noun
    "وصل الوفد إلى قرية تسيطر عليها القوات في ريف حلب.",  # a clause
    "وفي محافظة تعز وفي محافظة إب، هاجم الحوثيون قرية الخديرة.",  # of two governorates
    "وفي محافظة تعز قرى أخرى، وبلدة أخرى.",
    "وصل الوفد إلى قرية الهدى، وفي ريف حلب تواصل القصف.",  # another clause
    "وقع الانفجار في قرية الهدى في سوريا.",  # a country says too little
    "وقع الانفجار في البلدة القديمة في حلب.",
    "وقصفت الطائرات بلدة تفتناز في ريف إدلب.",  # a known one
]


@pytest.mark.parametrize("text", NO_NAMES)
def test_adjectives_common_nouns_and_loose_ends_are_no_names(read: Read, text: str) -> None:
    assert [place.name for place in read(text).places if place.place_id is None] == []


def test_its_precision_is_that_of_what_it_lies_in(read: Read) -> None:
    village, governorate = read("قتل جندي في بلدة عين الوردية في محافظة إدلب.").places
    assert (village.precision, village.precision_km) == ("admin1", governorate.precision_km)
    near_town, _ = read("قتل جندي في قرية البو غنام شمال بعقوبة.").places
    assert (near_town.precision, near_town.precision_km) == ("district", 15.0)


def test_an_event_is_at_the_village_not_at_what_it_lies_in(read_all: Read) -> None:
    (event,) = read_all("انفجرت عبوة في حي اليرموك في بعقوبة.").events
    assert event.place
    assert (event.place.name, event.place.admin1) == ("اليرموك", "Diyala")
