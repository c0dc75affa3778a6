from __future__ import annotations

import pytest

from extract.conftest import Read
from marsad.model.annotation import AnnotatedDocument


def ids(annotated: AnnotatedDocument) -> list[str | None]:
    return [place.place_id for place in annotated.places]


FOUND = {
    "وقع الهجوم في الحويجة.": ["iq-hawija"],
    "وصلت التعزيزات بالموصل.": ["iq-mosul"],
    "انسحبوا من الفلوجة والرمادي.": ["iq-fallujah", "iq-ramadi"],
    "في حي العدالة وسط كركوك.": ["iq-adala-kirkuk", "iq-kirkuk-city"],
    "في محافظة صلاح الدين شمال بغداد.": ["iq-salah-al-din", "iq-baghdad-city"],
    "في حيي اليرموك والمنصور ببغداد.": ["iq-yarmouk-baghdad", "iq-mansour-baghdad", "iq-baghdad-city"],
    "في قضاء هيت غرب الأنبار.": ["iq-hit", "iq-anbar"],
}


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_names_are_found_through_particles_lists_and_generic_words(read: Read, text: str, expected: list[str]) -> None:
    assert ids(read(text)) == expected


NOT_PLACES = [
    "تحققت العدالة للضحايا.",  # an ordinary word
    "قال صلاح إنه عاد.",  # a person's name
    "وصف الهجوم بأنه إرهابي معربًا عن حزنه.",  # tanwin
    "قال رئيس جامعة الموصل إن الدراسة بدأت.",  # an institution's name
    "ذكرت صحيفة بغداد أن الطرق مغلقة.",  # an outlet's
    "أعلنت وزارة الداخلية العراقية انتهاء العملية.",  # an adjective
    "تحدث تلفزيون سوريا عن الهدنة.",
]


@pytest.mark.parametrize("text", NOT_PLACES)
def test_ordinary_words_persons_institutions_and_outlets_are_no_places(read: Read, text: str) -> None:
    assert ids(read(text)) == []


def test_namesakes_go_to_the_governorate_that_the_text_names(read: Read) -> None:
    mosul = read("وقع انفجار في حي اليرموك في الموصل بمحافظة نينوى.")
    baghdad = read("وقع انفجار في حي اليرموك في بغداد.")
    assert (ids(mosul)[0], ids(baghdad)[0]) == ("iq-yarmouk-mosul", "iq-yarmouk-baghdad")


def test_a_name_that_is_an_ordinary_word_needs_a_place_word_before_it(read: Read) -> None:
    assert "iq-adala-kirkuk" in ids(read("انفجرت عبوة في حي العدالة بمحافظة كركوك."))
    assert "iq-adala-kirkuk" not in ids(read("طالب أهالي كركوك بالعدالة."))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قصفت الطائرات مواقع في شمال العراق.", "شمال العراق"),
        ("انتشرت القوات جنوب شرقي تركيا.", "جنوب شرقي تركيا"),
        ("وتوغلت بشمال إيران.", "شمال إيران"),
    ],
)
def test_a_direction_belongs_to_the_name_of_a_part_of_a_country(read: Read, text: str, name: str) -> None:
    (place,) = read(text).places
    assert (place.name, place.place_id, place.kind, place.precision) == (name, None, "region", "region")


def test_a_direction_before_a_town_is_no_part_of_its_name(read: Read) -> None:
    (place,) = read("انفجرت عبوة شمال بعقوبة.").places
    assert (place.evidence.quote, place.place_id) == ("بعقوبة", "iq-baqubah")


def test_a_place_inside_an_actors_name_is_none(read: Read) -> None:
    assert ids(read("قال تنظيم الدولة الإسلامية في العراق والشام إنه انسحب.")) in ([], ["iq"])
    assert ids(read("أعلنت قيادة عمليات بغداد انتهاء العملية.")) == []


def test_the_evidence_has_no_particle(read: Read) -> None:
    assert [p.evidence.quote for p in read("وبالموصل وقع انفجار، ولبغداد أرسلت تعزيزات.").places] == ["الموصل", "بغداد"]


def test_a_place_is_told_with_its_reasons_and_how_fine_it_is(read: Read) -> None:
    town, governorate, country = read("في قرية المخيسة بمحافظة ديالى في العراق.").places
    assert [p.precision for p in (town, governorate, country)] == ["point", "admin1", "country"]
    assert {"prior", "kind_named", "governorate_in_sentence"} <= {f.name for f in town.features}
    assert all(0 < p.score < 1 for p in (town, governorate, country))


def test_places_of_the_title_are_found_too(read: Read) -> None:
    assert ids(read("لم يصب أحد.", title="انفجار في الموصل")) == ["iq-mosul"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصف النظام مواقع المعارضة على أطراف دوما في سوريا.", ["sy-douma"]),
        ("وظل القصف دوما على مواقع المعارضة في سوريا.", []),
        ("قتل ثلاثة في قصف على دوما. ووصل الوفد إلى دمشق وحلب.", ["sy-douma"]),  # a well-known one after a preposition
        ("قال في حديثه إن العراق آمن.", []),  # not حديثة
        ("وقعت غارة قرب القائم غرب العراق.", ["iq-al-qaim"]),
    ],
)
def test_a_well_known_name_that_is_an_ordinary_word_needs_a_preposition(
    read: Read, text: str, expected: list[str]
) -> None:
    common = ("sy-douma", "iq-haditha", "iq-al-qaim", "ps-duma")
    assert [place for place in ids(read(text)) if place in common] == expected


def test_a_governorate_is_not_taken_for_its_town_by_its_own_name(read: Read) -> None:
    assert ids(read("وصلت تعزيزات إلى محافظة إدلب.")) == ["sy-idlib"]
    assert ids(read("وقصفت الطائرات محافظة الرقة.")) == ["sy-raqqa"]


def test_a_namesake_elsewhere_is_not_what_lies_in_the_place_named(read: Read) -> None:
    assert "iq-yarmouk-baghdad" not in ids(read("انفجرت عبوتان في حيي اليرموك والبساتين في بعقوبة."))


FOREIGN = {
    # a village of Nineveh in a text that speaks of Yemen alone
    "تعرضت قرية السلامية إلى قصف من الحوثيين. واندلعت اشتباكات في أبين باليمن.": False,
    "تعرضت قرية السلامية إلى قصف من ميليشيات يمنية.": False,
    # where the text speaks of its country, or of none
    "تعرضت قرية السلامية إلى قصف. وقال مسؤول عراقي إن وفدا زار اليمن.": True,
    "تعرضت قرية السلامية إلى قصف.": True,
}


@pytest.mark.parametrize(("text", "found"), FOREIGN.items())
def test_a_little_known_name_is_no_place_of_a_country_that_the_text_does_not_speak_of(
    read: Read, text: str, found: bool
) -> None:
    assert ("iq-salamiya" in ids(read(text))) == found


BEARINGS = {
    "وتدور اشتباكات في منطقتي حصيبة والمضيق شرقي الرمادي.": "iq-husaybah-al-sharqiyah",
    "وقع هجوم على بلدة دوما شمال الضفة الغربية.": "ps-duma",
    "وقصف الطيران قضاء حصيبة على الحدود.": "iq-al-qaim",
}


@pytest.mark.parametrize(("text", "expected"), BEARINGS.items())
def test_a_namesake_must_lie_near_the_town_from_which_its_bearing_is_told(read: Read, text: str, expected: str) -> None:
    assert ids(read(text))[0] == expected


def test_one_text_gives_a_name_one_meaning(read: Read) -> None:
    text = "انسحب الجيش من قرية المزرعة في ريف السويداء. ثم انتشرت القوات في المزرعة."
    assert ids(read(text)).count("sy-mazraah-suwayda") == 2


def test_a_birthplace_is_not_muscat(read: Read) -> None:
    assert ids(read("وصل إلى قرية الذراع مسقط رأس الرئيس.")) == []
