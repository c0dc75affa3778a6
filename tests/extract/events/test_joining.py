from __future__ import annotations

import pytest

from extract.conftest import Read
from marsad.extract.events.joining import place_relation

TOLD_TWICE = {
    "شنت الطائرات غارات على مواقع التنظيم في الرقة. وأسفرت الغارات عن مقتل عشرة مسلحين.": ("air_strike", 10),
    "انفجرت سيارة مفخخة في الرمادي. وأوضح مصدر أن التفجير أسفر عن مقتل خمسة جنود.": ("bombing", 5),
    "قصفت قوات النظام حيا في دوما. وأدى القصف إلى مقتل أربعة مدنيين.": ("shelling", 4),
}


@pytest.mark.parametrize(("text", "expected"), TOLD_TWICE.items())
def test_a_definite_mention_goes_back_to_the_happening_and_adds_its_toll(
    read_all: Read, text: str, expected: tuple[str, int]
) -> None:
    (event,) = read_all(text).events
    assert (event.event_type, [c.low for c in event.counts]) == (expected[0], [expected[1]])


SAME_PARTIES = [
    "قصفت مقاتلات روسية مواقع للنصرة في سوريا أمس.. والغارات الروسية على مواقع النصرة أثارت جدلا.",
    "خطف تنظيم داعش عشرة من البيشمركة قرب مخمور. وأكد التنظيم خطف تنظيم داعش عناصر البيشمركة في شريط مصور.",
    "أوقفت الشرطة الألمانية إرهابيا. وأعلنت وزارة الداخلية الألمانية توقيف إرهابي في مدينة كولونيا.",
]


@pytest.mark.parametrize("text", SAME_PARTIES)
def test_the_same_act_by_the_same_actor_against_the_same_target_is_one(read_all: Read, text: str) -> None:
    assert len(read_all(text).events) == 1


def test_a_later_toll_of_the_explosion_adds_no_explosion(read_all: Read) -> None:
    text = "أدى تفجير سيارة مفخخة في الكرادة إلى مقتل 12 شخصا. وكانت حصيلة سابقة للتفجير أفادت بمقتل تسعة أشخاص."
    (event,) = read_all(text).events
    assert [c.low for c in event.counts] == [12]


APART = {
    "one dead each": "قتل شرطي باطلاق نار. وقتل ضابط في مدينة هيت.",
    "other places": "وقع هجوم مسلح في الفلوجة. ووقع هجوم مسلح في هيت.",
    "other days": "وقع هجوم مسلح في الفلوجة أمس. ووقع هجوم مسلح في الفلوجة يوم الاثنين.",
    "other types": "وقع هجوم مسلح في الفلوجة. واعتقلت الشرطة في الفلوجة ثلاثة مطلوبين.",
    "news and history": "وقع تفجير في الفلوجة أمس. ويذكر أن الفلوجة شهدت تفجيرا أودى بحياة عشرة.",
    "done and feared": "وقع هجوم مسلح في الفلوجة. وحذر النائب من هجوم مسلح آخر في الفلوجة.",
}


@pytest.mark.parametrize("text", APART.values(), ids=list(APART))
def test_what_something_tells_apart_stays_apart(read_all: Read, text: str) -> None:
    assert len(read_all(text).events) == 2


def test_the_news_is_told_once_though_something_else_followed_it(read_all: Read) -> None:
    text = "انفجرت سيارة مفخخة في الكرادة. وانتشرت قوات الجيش بعد التفجير في الكرادة."
    assert [(e.event_type, e.background) for e in read_all(text).events] == [("bombing", False), ("deployment", False)]


def test_a_later_finer_place_completes_the_first_mention(read_all: Read) -> None:
    text = "وقع تفجير في محافظة ديالى أمس. وأوضح مصدر أن التفجير استهدف سوقا في خان بني سعد."
    (event,) = read_all(text).events
    assert event.place is not None
    assert event.place.place_id == "iq-khan-bani-saad"
    assert event.date is not None


def test_a_pointer_back_to_nothing_is_no_event(read_all: Read) -> None:
    assert read_all("وجاء هذا التفجير في وقت حساس.").events == ()


def test_a_total_gives_way_to_its_parts(read_all: Read) -> None:
    text = "وقعت تفجيرات في العراق. فقد انفجرت سيارة مفخخة في الرمادي. وانفجرت عبوة ناسفة في هيت."
    places = [e.place.place_id for e in read_all(text).events if e.place]
    assert places == ["iq-ramadi", "iq-hit"]


def test_the_dead_of_two_happenings_taken_together_are_no_third(read_all: Read) -> None:
    text = "قتل ثمانية أشخاص في بعقوبة أمس. فقد قتل خمسة جنود في كمين في هيت. وقتل ثلاثة مدنيين في قصف على الرطبة."
    assert [[c.low for c in e.counts] for e in read_all(text).events] == [[5], [3]]


def test_history_is_no_total_of_the_news(read_all: Read) -> None:
    text = "وكان مسلحون قد هاجموا حواجز في محافظة ديالى. وقصف الجيش قرية في المقدادية. وقصف الجيش قرية في خانقين."
    types = [(e.event_type, e.background) for e in read_all(text).events]
    assert types == [("armed_attack", True), ("shelling", False), ("shelling", False)]


def test_a_strike_in_a_country_is_the_one_told_more_closely_later(read_all: Read) -> None:
    text = "شن الطيران الأمريكي غارة في سوريا. وأوضح البيان أن غارة استهدفت سيارته قرب بلدة سرمدا."
    (event,) = read_all(text).events
    assert event.place is not None
    assert event.place.evidence.quote == "سرمدا"


def test_the_title_adds_no_event(read_all: Read) -> None:
    events = read_all("وقع هجوم مسلح في الفلوجة.", title="هجوم انتحاري في بغداد").events
    assert [(e.event_type, e.place and e.place.place_id) for e in events] == [("armed_attack", "iq-fallujah")]


RELATIONS = {
    ("الفلوجة", "الفلوجة"): "same",
    ("محافظة الأنبار", "الفلوجة"): "inside",
    ("الفلوجة", "محافظة الأنبار"): "inside",
    ("محافظة ديالى", "الفلوجة"): "other",
    ("العراق", "الفلوجة"): "inside",
    ("سوريا", "الفلوجة"): "other",
    ("الفلوجة", "هيت"): "other",
    ("حي العدالة", "كركوك"): "inside",
}


@pytest.mark.parametrize(("pair", "relation"), RELATIONS.items())
def test_a_place_may_lie_inside_another(read: Read, pair: tuple[str, str], relation: str) -> None:
    first, second = (read(f"في {name}.").places[0] for name in pair)
    assert place_relation(first, second) == relation


def test_an_untold_place_excludes_none(read: Read) -> None:
    (place,) = read("في الفلوجة.").places
    assert place_relation(None, place) == place_relation(place, None) == "untold"


def test_what_led_to_the_news_is_news_where_it_is_told_itself(read_all: Read) -> None:
    text = (
        "حذر مسؤولون من انهيار الأمن في ديالى بعد مجزرة خان بني سعد. "
        "واستهدف التفجير سوق خان بني سعد أول من أمس وأودى بحياة تسعين شخصا."
    )
    assert [(e.event_type, e.background) for e in read_all(text).events] == [("bombing", False)]


def test_what_each_side_took_is_told_apart(read_all: Read) -> None:
    text = "سيطر مقاتلو المعارضة السورية على الجبل الشرقي في الزبداني. وتواصل قوات النظام سيطرتها على نقاط في المدينة."
    assert [e.event_type for e in read_all(text).events] == ["territory", "territory"]


@pytest.mark.parametrize(
    ("text", "event_type", "killed"),
    [
        ("هز تفجير سيارة مفخخة بغداد. وأسفر التفجير عن مقتل عشرة أشخاص.", "bombing", 10),
        ("وقع تفجير انتحاري في سروج. وارتفعت حصيلة الهجوم إلى 32 قتيلا.", "suicide_attack", 32),
        ("شن مسلحون هجوما على حاجز للجيش في بيجي. وأدى الهجوم إلى سقوط ستة قتلى.", "armed_attack", 6),
        ("قصفت طائرات التحالف مواقع لداعش في الرقة. وأوقعت الغارات 20 قتيلا.", "air_strike", 20),
    ],
)
def test_the_toll_told_of_an_act_in_the_next_sentence_is_its_own(
    read_all: Read, text: str, event_type: str, killed: int
) -> None:
    (event,) = read_all(text).events
    tolls = [count.low for count in event.counts if count.unit == "killed"]
    assert (event.event_type, tolls) == (event_type, [killed])
