from __future__ import annotations

import pytest

from extract.conftest import Read

Told = tuple[str, int | None, int | None, str]


def counts(read: Read, text: str) -> list[Told]:
    return [(c.unit, c.low, c.high, c.qualifier) for c in read(text).counts]


def exact(unit: str, number: int) -> Told:
    return (unit, number, number, "exact")


ONE_COUNT = {
    # a noun after the number says what became of them
    "سقط 14 قتيلا في السوق": exact("killed", 14),
    "نقل المستشفى خمسة جرحى": exact("wounded", 5),
    "وصل عشرون معتقلا إلى المحكمة": exact("arrested", 20),
    "الإفراج عن أربعة مخطوفين": exact("abducted", 4),
    "سبع جثث وصلت إلى المستشفى": exact("killed", 7),
    "خسرت المقاومة قتيلين في الاشتباك": exact("killed", 2),
    # a cue before it
    "لقي نحو 42 مصرعهم في تفجيرين": ("killed", 42, 42, "about"),
    "حصدت الغارات أرواح 65 مدنيا": exact("killed", 65),
    "استشهد شابان برصاص الجيش": exact("killed", 2),
    "استشهاد الشاب محمد أبو لطيفة": exact("killed", 1),
    "مقتل ثلاثة جنود إضافة إلى ضابط": exact("killed", 4),
    "إصابة 8 بانفجار سيارة": exact("wounded", 8),
    "مقتل ثلاثة جنود قرب بيجي": exact("killed", 3),
    "مقتل 13 مدنيا في غارة": exact("killed", 13),
    "إصابة 43، بحسب مصدر طبي": exact("wounded", 43),
    "وجرح عشرة في الانفجار": exact("wounded", 10),
    "أصيب في الانفجار تسعة أشخاص": exact("wounded", 9),
    "القبض على 44 عنصرا من التنظيم": exact("arrested", 44),
    "اعتقلت الشرطة عشرة متظاهرين": exact("arrested", 10),
    "اختطاف ثلاثة عمال شرق بغداد": exact("abducted", 3),
    "لقي 12 مسلحا مصرعهم": exact("killed", 12),
    "انفجار راح ضحيته خمسة من المصلين": exact("killed", 5),
    "مقتل 24 من المتشددين": exact("killed", 24),
    "اغتيال سبعة مهندسين في المحافظة": exact("killed", 7),
    "مقتل 22 متمردا قرب الجبل": exact("killed", 22),
    "مقتل اثنين من المتشددين": exact("killed", 2),
    "إصابة 12 بجروح خطيرة": exact("wounded", 12),
    "قضى خمسة مدنيين جراء القصف": exact("killed", 5),
    "وسقط 15 مدنيا في الغارات": exact("killed", 15),
    # a verb far before them
    "وقتل في تفجير سيارة مفخخة في بغداد عشرة أشخاص": exact("killed", 10),
    "اعتقلت أمس في أنقرة الشرطة التركية خمسة أجانب": exact("arrested", 5),
    "وأصيب جراء القصف على الأحياء السكنية ثمانية مدنيين": exact("wounded", 8),
    # a verb after the people
    "إن 297 شخصا اعتقلوا خلال المداهمات": exact("arrested", 297),
    "سبعة من الجنود اليمنيين قتلوا": exact("killed", 7),
    "إن 21 من المسلحين قتلوا في الجبهة": exact("killed", 21),
    "نحو 30 عاملا خطفوا من الموقع": ("abducted", 30, 30, "about"),
    # a dual, and a lone singular beside a cue
    "مقتل جنديين جنوب الموصل": exact("killed", 2),
    "أصيب شرطيان قرب الحاجز": exact("wounded", 2),
    "إن شخصين قتلا في الحادث": exact("killed", 2),
    "اعتقلت الشرطة لاحقا شخصين": exact("arrested", 2),
    "قتلت القوات العراقية قياديا في التنظيم": exact("killed", 1),
    "مقتل شرطيين في الهجوم": exact("killed", 2),
    "مقتل مسلحين اثنين في مداهمة": exact("killed", 2),
    "وقتل جندي تركي عند الحدود": exact("killed", 1),
    "اعتقال قيادي في التنظيم": exact("arrested", 1),
    "إن عسكريا تركيا قتل عند الحدود": exact("killed", 1),
    "إن 13 من الحراس لقوا مصرعهم": exact("killed", 13),
    "«استشهاد» جندي عند الحدود": exact("killed", 1),
    # a sum after those that it sums up
    "المدنيون الذين قتلوا نتيجة قصف القوات الحكومية في رمضان بلغوا 1452 سوريا": exact("killed", 1452),
    "وارتفع عدد القتلى إلى 32": exact("killed", 32),
    # hedges, orders, ranges and none
    "مقتل أكثر من ستة جنود": ("killed", 6, None, "at_least"),
    "مقتل خمسة على الأقل": ("killed", 5, None, "at_least"),
    "إصابة نحو مئة شخص": ("wounded", 100, 100, "about"),
    "مقتل عشرات المدنيين": ("killed", 20, None, "order"),
    "إصابة العشرات في الاحتجاجات": ("wounded", 20, None, "order"),
    "مقتل ما بين 10 و15 مسلحا": ("killed", 10, 15, "range"),
    "وقع الانفجار دون وقوع إصابات": exact("wounded", 0),
    # an enumeration is one count
    "مقتل عنصرين من الحزب وثلاثة من اللجان": exact("killed", 5),
    "مقتل 34 عنصرا من قوات النظام و17 من فصائل المعارضة": exact("killed", 51),
    "مقتل عشرة مدنيين وجندي": exact("killed", 11),
    "مقتل ضابط وثلاثة جنود": exact("killed", 4),
    "مقتل نحو 26 من الحوثيين وثمانية من المقاومة": ("killed", 34, 34, "about"),
    "قتل 13 جنديا وشرطيا في أسبوع": exact("killed", 13),
    # بينهم names a part
    "مقتل 20 شخصا بينهم ثلاثة أطفال": exact("killed", 20),
    "القبض على 44 عنصرا بينهم 3 نساء و5 أجانب": exact("arrested", 44),
    "مقتل أربعة من الشرطة، من بينهم ضابطان": exact("killed", 4),
}


@pytest.mark.parametrize(("text", "count"), ONE_COUNT.items())
def test_a_number_of_people_is_read_with_what_became_of_them(read: Read, text: str, count: Told) -> None:
    assert counts(read, text) == [count]


SEVERAL = {
    "مقتل 19 شخصا وإصابة 43 آخرين": [exact("killed", 19), exact("wounded", 43)],
    "قتل ثلاثة وجرح تسعة واعتقل خمسة": [exact("killed", 3), exact("wounded", 9), exact("arrested", 5)],
    "سبعة من الجنود قتلوا وجرح نحو 50 آخرين": [exact("killed", 7), ("wounded", 50, 50, "about")],
    "إن عسكريا قتل وجرح اثنان آخران": [exact("killed", 1), exact("wounded", 2)],
    "قتل شرطي وأصيب آخر بجروح": [exact("killed", 1), exact("wounded", 1)],
    "مقتل 4 وإصابة 2 من المسلحين": [exact("killed", 4), exact("wounded", 2)],
    "أوقع التفجير 32 قتيلا ومئة جريح": [exact("killed", 32), exact("wounded", 100)],
    "قوة من 8700 عسكري، فيما قتل ستة أشخاص": [exact("people", 8700), exact("killed", 6)],
}


@pytest.mark.parametrize(("text", "expected"), SEVERAL.items())
def test_each_cue_takes_its_own_number(read: Read, text: str, expected: list[Told]) -> None:
    assert counts(read, text) == expected


NONE = [
    "قتل في 14 يوليو 2015",
    "سقط خمسون قتيلا وجريحا",
    "سقوط 40 بين قتيل وجريح",
    "مقتل وإصابة نحو 25 قرويا",
    "قتل وجرح المئات في المعارك",
    "ضبط 20 بندقية و3 دبابات",
    "على بعد 250 كيلومترا من العاصمة",
    "بموجب المادة 4 إرهاب",
    "اللواء 17 والفرقة 30",
    "إن جنديا قتل أربع رصاصات جسده",
    "حكم بالإعدام على خمسة من القادة",
    "أصابت الغارات أهدافا عدة قرب المدينة",
    "سقوط قتلى وجرحى من الطرفين",
]


@pytest.mark.parametrize("text", NONE)
def test_dates_things_names_and_joint_tolls_are_no_counts_of_victims(read: Read, text: str) -> None:
    assert [c for c in counts(read, text) if c[0] != "people"] == []


def test_an_age_is_no_count(read: Read) -> None:
    assert counts(read, "مقتل شاب يبلغ 24 عاما") == [exact("killed", 1)]


def test_the_evidence_of_an_enumeration_reaches_from_its_first_to_its_last_number(read: Read) -> None:
    (count,) = read("أعلن المرصد مقتل عنصرين من الحزب وثلاثة من اللجان أمس.").counts
    assert count.evidence.quote == "عنصرين من الحزب وثلاثة"


def test_an_open_end_stays_open_in_a_sum(read: Read) -> None:
    assert counts(read, "مقتل أكثر من عشرة جنود وخمسة من الشرطة") == [("killed", 15, None, "at_least")]


def test_counts_come_in_the_order_of_the_text(read: Read) -> None:
    annotated = read("قتل ثلاثة جنود أمس. وأصيب خمسة. ولم يصب أحد في التفجير الثاني.")
    starts = [count.evidence.start for count in annotated.counts]
    assert starts == sorted(starts)
    assert [c.unit for c in annotated.counts] == ["killed", "wounded", "wounded"]


def test_tolls_of_two_places_are_two(read_all: Read) -> None:
    events = read_all("سقط 6 قتلى في بلدة دارة عزة، و5 قتلى في مدينة الباب.").events
    assert [(e.trigger.quote, [c.low for c in e.counts]) for e in events] == [("سقط", [6]), ("قتلى", [5])]
