from __future__ import annotations

import pytest

from extract.conftest import Read, scene_of
from marsad.extract.events.parties import Party, acting, parties_in, party_at, struck
from marsad.knowledge.base import Knowledge


def parties(read: Read, knowledge: Knowledge, text: str) -> list[Party]:
    here = scene_of(read(text), knowledge)
    return [p for s in here.reading.sentences for p in parties_in(here, s.first, s.last)]


def names(found: list[Party]) -> list[list[str]]:
    return [[mention.evidence.quote for mention in party.mentions] for party in found]


ONE_PARTY = {
    # descriptions end where their definiteness does, at particles, marks, times, verbs and places
    "مسلحون مجهولون": ["مسلحون مجهولون"],
    "قوات برية كبيرة خاصة": ["قوات برية كبيرة خاصة"],
    "الشرطة وجودها هناك": ["الشرطة"],
    "الشرطة النار": ["الشرطة"],
    "مقاتلون أكراد جنوب البلدة": ["مقاتلون أكراد"],
    "مسلحون الخميس الماضي": ["مسلحون"],
    "مسلحون حاجزا للجيش": ["مسلحون"],
    "مسلحون يستقلون سيارة": ["مسلحون"],
    "نحو 600 بريطانية التحقن": ["بريطانية"],
    "القوات الموالية للحكومة": ["القوات الموالية للحكومة"],
    "جندي باطلاق نار": ["جندي"],
    # a person's title with the name after it, a head with a quoted name
    "القيادي محسن الفضلي": ["القيادي محسن الفضلي"],
    "زعيم «جبهة النصرة»": ["زعيم «جبهة النصرة»"],
    "تنظيم داعش الإرهابي": ["تنظيم داعش"],
    # numbers and quantities are no part of the name
    "ثلاثة جنود": ["جنود"],
    "عدد من المسلحين": ["المسلحين"],
    "أكثر من عشرين متظاهرا": ["متظاهرا"],
    "نحو 700 بريطاني": ["بريطاني"],
    # members, arms and sites give way to those whose they are
    "عناصر من حزب الله": ["حزب الله"],
    "مسلحو تنظيم داعش": ["تنظيم داعش"],
    "ثمانية عناصر من الفرقة 30": ["الفرقة 30"],
    "مواقع لتنظيم داعش": ["تنظيم داعش"],
    "مواقع تابعة لتنظيم داعش": ["تنظيم داعش"],
    "تجمعات «داعش»": ["داعش"],
    "مواقع وتحركات داعش": ["داعش"],
    "مقاتلات (إف-16) من سلاح الجو التركي": ["سلاح الجو التركي"],
    "مواقع مهجورة": ["مواقع مهجورة"],
    # each of a coordination
    "الجيش التركي وحزب العمال الكردستاني": ["الجيش التركي", "حزب العمال الكردستاني"],
    "ثلاثة عناصر من الجيش العراقي والشرطة": ["الجيش العراقي", "الشرطة"],
    "عشرة مدنيين وجندي": ["مدنيين", "جندي"],
    # nobody in particular
    "أربعة أشخاص": [],
    "20 شخصا معظمهم من الزوار": [],
}


@pytest.mark.parametrize(("text", "expected"), ONE_PARTY.items())
def test_a_noun_phrase_names_those_who_take_part(
    read: Read, knowledge: Knowledge, text: str, expected: list[str]
) -> None:
    assert names(parties(read, knowledge, f"{text}."))[0] == expected


def test_a_word_that_begins_with_waw_of_its_own_joins_nothing(read: Read, knowledge: Knowledge) -> None:
    found = parties(read, knowledge, "استهدفت طائرات التحالف الدولي وحدات تكتيكية.")
    assert names(found) == [["طائرات التحالف الدولي"], ["وحدات تكتيكية"]]


@pytest.mark.parametrize("text", ["ارتفعت الأسعار.", "في سوريا هدوء.", "بيان طويل.", "سوق الأسهم مغلقة."])
def test_things_and_places_are_no_parties_that_act(read: Read, knowledge: Knowledge, text: str) -> None:
    assert [acting(party) for party in parties(read, knowledge, text)] in ([], [()])


def test_a_country_acts_where_no_preposition_of_place_stands_before_it(read: Read, knowledge: Knowledge) -> None:
    (state,) = parties(read, knowledge, "قصفت تركيا الحدود.")
    assert (state.told_as, acting(state)[0].country, struck(state), struck(state, state=True)) == (
        "state", "TR", (), state.mentions,
    )  # fmt: skip
    assert parties(read, knowledge, "وقع القصف في تركيا.") == []


def test_a_capital_stands_for_its_government_and_another_city_does_not(read: Read, knowledge: Knowledge) -> None:
    assert names(parties(read, knowledge, "أرسلت واشنطن تعزيزات. وأرسلت حلب تعزيزات.")) == [["واشنطن"]]


def test_sites_are_struck_and_do_not_act(read: Read, knowledge: Knowledge) -> None:
    (site,) = parties(read, knowledge, "استهدف سوقا شعبية.")
    assert (acting(site), [m.evidence.quote for m in struck(site)], site.armed) == ((), ["سوقا شعبية"], False)


def test_forces_are_armed_and_people_are_not(read: Read, knowledge: Knowledge) -> None:
    force, people = parties(read, knowledge, "هاجم الجيش التركي ثلاثة ناشطين.")
    assert (force.armed, people.armed) == (True, False)


def test_members_told_with_a_pronoun_belong_to_a_group_told_before(read: Read, knowledge: Knowledge) -> None:
    assert [p.theirs for p in parties(read, knowledge, "اعترف حزب الله بمقتل عنصرين من عناصره.")] == [False, True]


def test_nothing_begins_at_a_mark(read: Read, knowledge: Knowledge) -> None:
    here = scene_of(read("قال: هاجم."), knowledge)
    assert party_at(here, 1, len(here.reading.tokens)) is None
