from __future__ import annotations

import pytest

from extract.conftest import Read

ONE = {
    "قتل خمسة جنود في تفجير سيارة مفخخة في الرمادي.": "bombing",
    "شن التنظيم هجوما على القاعدة وفجر انتحاري نفسه عند بوابتها.": "suicide_attack",
    "أسفر هجوم انتحاري في بغداد عن مقتل عشرة أشخاص.": "suicide_attack",
    "لقي ثلاثة جنود مصرعهم جراء قصف مدفعي على القاعدة.": "shelling",
    "قتل سبعة مسلحين في اشتباكات مع الجيش في بيجي.": "clash",
    "وقع هجوم مسلح على القاعدة، بعد استهدافها بقذائف.": "shelling",
    "قتل ثلاثة جنود، ولقي ضابط مصرعه.": "killing",
    "انفجرت سيارة مفخخة وهاجم مسلحون البوابة في الرمادي.": "bombing",
    "وقع هجوم انتحاري نسبته أنقرة إلى داعش واستهدف تجمعا في سروج.": "suicide_attack",
    "انفجرت سيارتان مفخختان في الكرادة.": "bombing",
}


@pytest.mark.parametrize(("text", "event_type"), ONE.items())
def test_a_word_for_the_victims_goes_with_the_word_that_says_how(read_all: Read, text: str, event_type: str) -> None:
    assert [event.event_type for event in read_all(text).events] == [event_type]


SEVERAL = {
    "قتل خمسة مدنيين في قصف على البلدة، واعتقلت الشرطة ثلاثة مطلوبين.": ["shelling", "arrest"],
    "قصف الجيش القرية ردا على هجوم انتحاري قرب الحاجز.": ["shelling", "suicide_attack"],
    "انفجرت سيارة مفخخة في الرمادي، وانفجرت عبوة ناسفة في هيت.": ["bombing", "bombing"],
    "سيطر الجيش على البلدة وانسحب المسلحون منها.": ["territory", "withdrawal"],
}


@pytest.mark.parametrize(("text", "types"), SEVERAL.items())
def test_several_happenings_of_one_sentence_stay_apart(read_all: Read, text: str, types: list[str]) -> None:
    assert [event.event_type for event in read_all(text).events] == types


def test_an_operation_gives_way_to_the_result_that_it_led_to(read_all: Read) -> None:
    events = read_all("نفذت القوات عملية أمنية أسفرت عن اعتقال سبعة مطلوبين في كركوك.").events
    assert [event.event_type for event in events] == ["arrest"]


def test_an_operation_stands_beside_the_attack_that_it_answers(read_all: Read) -> None:
    events = read_all("شنت القوات عملية أمنية ردا على هجوم مسلح نفذه التنظيم في كركوك.").events
    assert [(e.event_type, e.background) for e in events] == [("operation", False), ("armed_attack", True)]


def test_an_operation_without_a_result_stands(read_all: Read) -> None:
    assert [e.event_type for e in read_all("نفذت القوات عملية أمنية في كركوك.").events] == ["operation"]
    assert [e.event_type for e in read_all("انطلقت فجرا عملية أمنية في كركوك.").events] == ["operation"]
