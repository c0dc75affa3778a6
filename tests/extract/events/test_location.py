from __future__ import annotations

import pytest

from extract.conftest import Read

PLACES = {
    # the nearest after the trigger, of nested ones the finest
    "قتل خمسة في هجوم مسلح في حي العدالة وسط كركوك.": ["iq-adala-kirkuk"],
    "قصف الجيش بلدة الحضر في ريف القنيطرة.": ["sy-hadar"],
    "وقع هجوم مسلح في الفلوجة بمحافظة الأنبار.": ["iq-fallujah"],
    # told before it, or fronted
    "في بعقوبة وقع هجوم مسلح على دورية.": ["iq-baqubah"],
    "وشهدت مدينة الرمادي هجوما مسلحا أمس.": ["iq-ramadi"],
    # a bearing gives way to the spot itself
    "هاجم مسلحون حاجزا شمال بعقوبة في قرية المخيسة.": ["iq-mukhisa"],
    "انفجرت عبوة ناسفة شمال بعقوبة.": ["iq-baqubah"],
    # towns listed with one verb are one event each, of a pair the first
    "شن الطيران غارات على الحويجة والرشاد والعباسي.": ["iq-hawija", "iq-rashad", "iq-abbasi"],
    "قصفت المدفعية بلدتي الفوعة وكفريا في ريف إدلب.": ["sy-fuah"],
    "وقعت هجمات مسلحة في الشرق الأوسط.": [],
    "قتل ثلاثة جنود في هجوم مسلح قرب الحدود مع العراق.": [],  # on this side of it
    # a country needs a preposition; an origin, a title and a speaker's office are none
    "قصفت تركيا مواقع في شمال العراق.": [None],
    "أقلعت الطائرات من الموصل وقصفت مواقع المسلحين.": [],
    "أعلن محافظ كركوك وقوع هجوم مسلح في الحويجة.": ["iq-hawija"],
    "قال محافظ كركوك إن هجوما مسلحا وقع ليلا.": [],
    "هرب ثلاثة سجناء من سجن الحوت.": ["iq-nasiriyah-prison"],
    # the end of a route, for what happens there
    "سافر عشرات المسلحين إلى سوريا للانضمام إلى داعش.": ["sy"],
    "انسحب الجيش من تدمر إلى حمص.": ["sy-palmyra-tadmur"],
    "تقدمت آلياتهم نحو الموصل وهاجمت القوات مقارهم.": [],
    # towns told in sum and then by name
    "واستمرت المعارك في محيط البلدات المحاصرة، وهي نبل وكفريا.": ["sy-nubl", "sy-kafriya"],
    # where something else happened before; a time set off by marks
    "انتشرت الشرطة في الرمادي، حيث قتل ثلاثة جنود.": ["iq-ramadi", "iq-ramadi"],
    "سقط على مدينة الزبداني، منذ بدء المعركة في 3 ديسمبر، 470 برميلا متفجرا.": ["sy-zabadani"],
    # an hour of the day ends nothing; the aim of a battle tells where it is
    "انفجرت سيارة مفخخة بعد ظهر أمس قرب مسجد في صنعاء.": ["ye-sanaa-city"],
    "خاضت القوات اشتباكات من أجل السيطرة على قاعدة إلى الشمال من عدن.": ["ye-aden-city"],
    # where reinforcements come from, also with a generic word; a part of many is no origin
    "قدمت التعزيزات من مديرية لودر واستهدفتها الطائرات بغارات.": [],
    "استهدفت الغارات عددا من بلدات حلب.": ["sy-aleppo-city"],
    # a border only says where the place before lies; the verb of another clause ends a chain
    "نصبوا كمينا في منطقة اكتشاي في ولاية شرناق، على الحدود بين سوريا والعراق.": [None],
    "شن المسلحون قصفا قرب الصقلاوية غرب بغداد، وكانت الفلوجة شهدت اشتباكات.": ["iq-saqlawiyah", "iq-fallujah"],
    # what an attack is done to, past its subject; the subject itself is none
    "قصف الحوثيون تعز بالدبابات.": ["ye-taiz-city"],
    "وقصفت قوات النظام حرستا.": ["sy-harasta"],
    "هاجم مسلحون الفلوجة أمس.": ["iq-fallujah"],
    "قصفت أنقرة مواقع الحزب.": [],
    "محافظة ديالى تشهد منذ مدة هجمات مسلحة.": ["iq-diyala"],
    # a city named with its word, also after the police of it; the top of a mountain
    "انفجرت عبوة ناسفة بحافلة شرطة بمدينة العريش.": ["eg-arish"],
    "هاجم مسلحون مقرا في قلب مدينة العريش.": ["eg-arish"],
    "قصفت المدفعية مواقع على قمة جبل صبر.": ["ye-jabal-sabir"],
    "ففي إسطنبول هاجم مسلحون مقرا.": ["tr-istanbul-city"],
    # what comes after a mark or a separator belongs to something else
    "وقع هجوم مسلح على دورية، بعد يوم من زيارة الوزير إلى البصرة.": [],
}


@pytest.mark.parametrize(("text", "expected"), PLACES.items())
def test_each_event_takes_the_place_that_its_sentence_ties_to_it(
    read_all: Read, text: str, expected: list[str | None]
) -> None:
    assert [e.place.place_id for e in read_all(text).events if e.place] == expected


def test_without_a_place_the_country_of_the_text_is_told(read_all: Read) -> None:
    text = "قتل جندي في هجوم مسلح. وتقع البلدة بين بيجي وتكريت والموصل."
    (event,) = read_all(text).events
    assert (event.place, event.country) == (None, "IQ")


def test_a_text_about_two_countries_tells_none(read_all: Read) -> None:
    (event,) = read_all("قتل جندي في هجوم مسلح. والتقى الوفد في الموصل ثم في حلب.").events
    assert event.country is None


def test_national_adjectives_tell_the_country_of_the_text(read_all: Read) -> None:
    (event,) = read_all("أعلنت الداخلية الكويتية اعتقال خمسة متهمين. وأكد الجيش الكويتي تأييده.").events
    assert event.country == "KW"


def test_a_repeated_preposition_goes_on_with_the_list(read_all: Read) -> None:
    text = (
        "شن التحالف غارات على قرية كفر داعل التي تسيطر عليها المعارضة المسلحة في ريف حلب الغربي، "
        "وعلى قرية الإمام التي يسيطر عليها تنظيم داعش في ريف حلب الشرقي."
    )
    assert [e.place and e.place.name for e in read_all(text).events] == ["كفر داعل", "الإمام"]
