from __future__ import annotations

import pytest

from extract.conftest import Read

REFERENCES = {
    "هاجم مسلحون مقرا قرب مدينة اعزاز. ووقعت اشتباكات في المنطقة نفسها.": "sy-azaz",
    "قصف الجيش بلدة تفتناز. وقتل ثلاثة مدنيين في البلدة.": "sy-taftanaz",
    "وصل الوفد إلى مدينة الموصل، وانفجرت عبوة بالمدينة.": "iq-mosul",
    "وقعت اشتباكات في محافظة ديالى، وانتشرت القوات داخل المحافظة.": "iq-diyala",
    # of that word, where it stood before a town
    "استشهد جندي بمحافظة الطوال، وسقطت قذيفة على مبنى بالمحافظة.": "sa-tuwal",
    # the scene of what was told
    "وقع انفجار في مدينة الموصل. وعثر على عبوة أخرى في موقع الانفجار.": "iq-mosul",
    "وقع هجوم مسلح في بلدة تفتناز، وأرسلت تعزيزات إلى مكان الحادث.": "sy-taftanaz",
    "وقع هجوم في بلدة تفتناز في محافظة إدلب، وأرسلت تعزيزات إلى مكان الحادث.": "sy-taftanaz",
    # the capital named before
    "وقع هجوم في صنعاء، ثم في تعز. وهز انفجار قوي وسط العاصمة.": "ye-sanaa-city",
    # the last of that kind
    "من مدينة الموصل تقدمت القوات إلى قرية المخيسة، وانفجرت عبوة في القرية.": "iq-mukhisa",
}


@pytest.mark.parametrize(("text", "expected"), REFERENCES.items())
def test_a_definite_generic_word_goes_back_to_the_last_place_of_its_kind(read: Read, text: str, expected: str) -> None:
    last = read(text).places[-1]
    assert (last.place_id, last.features[0].name) == (expected, "refers_back")


NO_REFERENCES = [
    "وقعت اشتباكات في مدينة الموصل. وقال إن دول الجوار قلقة من الوضع في المنطقة.",  # half a continent
    "وقعت اشتباكات في مدينة الموصل. ووصل الحجاج إلى المدينة المنورة.",  # another one
    "وقعت اشتباكات في مدينة الموصل. وانفجرت عبوة في المدينة القديمة.",
    "وقعت اشتباكات في مدينة الموصل. وطالب سكان المحافظة بالماء.",  # no place of that kind
    "وقعت اشتباكات في مدينة الموصل. وقال سكان المدينة إنهم خائفون.",  # not where something is
    "وانفجرت عبوة في المدينة.",
    "قال مسؤول في واشنطن إن القصف تواصل. ووقعت غارات في بلاد الشام، وفي المنطقة نفسها.",
]


@pytest.mark.parametrize("text", NO_REFERENCES)
def test_what_names_another_place_or_none_goes_back_to_none(read: Read, text: str) -> None:
    assert not [place for place in read(text).places if any(f.name == "refers_back" for f in place.features)]


def test_the_evidence_of_a_reference_is_its_own_words(read: Read) -> None:
    *_, last = read("وصل الوفد إلى مدينة الموصل، وانفجرت عبوة بالمدينة نفسها.").places
    assert (last.evidence.quote, last.name) == ("المدينة نفسها", "الموصل")
