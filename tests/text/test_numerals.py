from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.numerals import NumeralLexicon, find_numbers
from marsad.text.segment import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable

Reading = tuple[int | None, int | None, str]


@pytest.fixture(scope="session")
def readings(numerals: NumeralLexicon) -> Callable[[str], list[Reading]]:
    return lambda text: [(n.low, n.high, n.qualifier) for n in find_numbers(tokenize(text), numerals)]


EXACT = {
    "اعتقال سبعة مطلوبين": 7,
    "سبع نساء": 7,
    "مقتل ثلاثة عشر جنديا": 13,
    "ثلاث عشرة غارة": 13,
    "أحد عشر قتيلا": 11,
    "إحدى عشرة طائرة": 11,
    "اثنا عشر شرطيا": 12,
    "مقتل اثني عشر مسلحا": 12,
    "اثنتي عشرة سيارة": 12,
    "ثمانية عشر عاما": 18,
    "خمسة وعشرون قتيلا": 25,
    "إصابة خمسة وعشرين": 25,
    "ست وثلاثين ساعة": 36,
    "واحد وعشرون مدنيا": 21,
    "مئة قتيل": 100,
    "مائة قتيل": 100,
    "مئتان من المسلحين": 200,
    "مئتي مقاتل": 200,
    "مائتين وخمسين عنصرا": 250,
    "ثلاثمئة نازح": 300,
    "ثلاثمائة نازح": 300,
    "ثلاث مئة نازح": 300,
    "ثمانمئة دولار": 800,
    "مئة وخمسة وعشرون جريحا": 125,
    "مئة و20 كيلومترا": 120,
    "مئة وواحد": 101,
    "ألف مقاتل": 1000,
    "ألفا مقاتل": 2000,
    "ألفي شخص": 2000,
    "ألفان": 2000,
    "مقتل ألفين من عناصره": 2000,
    "ألفا ومئتي عائلة": 1200,
    "ألف ومئتان": 1200,
    "ألف و200 عائلة": 1200,
    "خمسة آلاف وأربعمئة": 5400,
    "خمسة آلاف و400": 5400,
    "5 آلاف عنصر": 5000,
    "20 ألفا": 20_000,
    "20 ألف لاجئ": 20_000,
    "خمسة وعشرين ألف نازح": 25_000,
    "مئة ألف": 100_000,
    "مئتي ألف": 200_000,
    "«200» ألف": 200_000,
    "“20″ ألف درهم": 20_000,
    "بتكلفة (40) مليون ريال": 40_000_000,
    "١٠ قتلى": 10,
    "۱۲ نفر": 12,
    "١٬٥٠٠ مقاتل": 1500,
    "1,500 مقاتل": 1500,
    "2.500 مقاتل": 2500,
    "1,234,567 نسمة": 1_234_567,
    "1,8 مليون نازح": 1_800_000,
    "2.5 مليون": 2_500_000,
    "64٫6 مليون": 64_600_000,
    "مليون ونصف المليون": 1_500_000,
    "مليون ونصف": 1_500_000,
    "سبعة ملايين ونصف مليون": 7_500_000,
    "مليونين وربع مليون": 2_250_000,
    "نصف مليون لاجئ": 500_000,
    "مليون و200 ألف": 1_200_000,
    "6 ملايين و590 ألف": 6_590_000,
    "ملياري دولار": 2_000_000_000,
    "مليونا لاجئ": 2_000_000,
    "ستة آلاف وخمسمئة وثلاثة وعشرون": 6523,
    "مقتل20 شخصا": 20,
    "وسبعة جنود": 7,
    "بثلاثة صواريخ": 3,
    "لسبعة من أبنائه": 7,
    "كثلاثة جنود": 3,
    "العسكريين الأربعة المخطوفين": 4,
    "الخمسة والعشرين جنديا": 25,
    "اللاعبين الستة عشر": 16,
    "مقتل اثنين من عناصره": 2,
    "عسكريين آخرين اثنين": 2,
    "جندي واحد": 1,
    "غرفة واحدة": 1,
    "عمره 26 عاما": 26,
    "20 في المئة": 20,
    "20% من السكان": 20,
    "المادة (4 إرهاب)": 4,
    "صفوفه و9 غارات": 9,
    "تراجع إلى 0 قتيل": 0,
}


@pytest.mark.parametrize(("text", "value"), EXACT.items())
def test_a_bare_number_is_exact(readings: Callable[[str], list[Reading]], text: str, value: int) -> None:
    assert readings(text) == [(value, value, "exact")]


HEDGED: dict[str, Reading] = {
    "نحو 5 آلاف": (5000, 5000, "about"),
    "حوالي 5 آلاف عنصر": (5000, 5000, "about"),
    "حوالى مئة": (100, 100, "about"),
    "زهاء ثلاثين": (30, 30, "about"),
    "قرابة 700 قتيل": (700, 700, "about"),
    "ما يقارب 10 سنوات": (10, 10, "about"),
    "ما يقرب من 2000 جنيه": (2000, 2000, "about"),
    "لنحو ألفي مقاتل": (2000, 2000, "about"),
    "بنحو «50» قتيلا": (50, 50, "about"),
    "نحو الـ20": (20, 20, "about"),
    "20 ألف دولار تقريبا": (20_000, 20_000, "about"),
    "أكثر من ستة قتلى": (6, None, "at_least"),
    "أكثر من 20 ألفا": (20_000, None, "at_least"),
    "لأكثر من 7 آلاف سنة": (7000, None, "at_least"),
    "أزيد من مئة": (100, None, "at_least"),
    "ما لا يقل عن 115 مسلحا": (115, None, "at_least"),
    "لا يقل عددهم عن 60": (60, None, "at_least"),
    "ما يزيد على 5 آلاف طن": (5000, None, "at_least"),
    "تزيد مساحتها عن 300": (300, None, "at_least"),
    "ثلاثة أشخاص على الأقل": (3, None, "at_least"),
    "19 شخصا على الاقل": (19, None, "at_least"),
    "قتل على الأقل 12": (12, None, "at_least"),
    "3216 على الأقل": (3216, None, "at_least"),
    "تجاوز عدد القتلى 50": (50, None, "at_least"),
    "يتجاوز عددهم الألف": (1000, None, "at_least"),
    "فوق العشرين": (20, None, "at_least"),
    "خمسة أو أكثر": (5, None, "at_least"),
    "أقل من 25 حالة": (None, 25, "at_most"),
    "ما لا يزيد عن 10": (None, 10, "at_most"),
    "لا يتجاوز عددهم 300": (None, 300, "at_most"),
    "لن تتجاوز 2 في المائة": (None, 2, "at_most"),
    "عشرة أشخاص على الأكثر": (None, 10, "at_most"),
    "بين 5 و10": (5, 10, "range"),
    "ما بين خمسة وعشرة": (5, 10, "range"),
    "بين ستة عشر وعشرين عاما": (16, 20, "range"),
    "بين 500 وألف مقاتل": (500, 1000, "range"),
    "بين 30 و60 مليون": (30_000_000, 60_000_000, "range"),
    "ما بين مئة ومئتي ألف": (100_000, 200_000, "range"),
    "بين الـ18 إلى 30 ألف": (18_000, 30_000, "range"),
    "من 3 إلى 5": (3, 5, "range"),
    "من 3 إلى 5 آلاف": (3000, 5000, "range"),
    "من خمسة حتى سبعة": (5, 7, "range"),
    "5-7 جنود": (5, 7, "range"),
    "200–300 ريال": (200, 300, "range"),
    "أربعة أو خمسة": (4, 5, "range"),
    "10 إلى 15 مسلحا": (10, 15, "range"),
    "عشرات القتلى": (20, None, "order"),
    "سقوط العشرات": (20, None, "order"),
    "مئات المدنيين": (200, None, "order"),
    "بالآلاف": (2000, None, "order"),
    "عشرات الآلاف": (20_000, None, "order"),
    "عشرات آلاف القتلى": (20_000, None, "order"),
    "مئات الآلاف": (200_000, None, "order"),
    "ملايين اللاجئين": (2_000_000, None, "order"),
    "بضعة جنود": (3, 9, "order"),
    "بضع عشرات": (30, 90, "order"),
    "بضعة آلاف": (3000, 9000, "order"),
    "بضعة عشر شخصا": (13, 19, "order"),
    "عدة صواريخ": (3, None, "order"),
    "لعدة سنوات": (3, None, "order"),
    "عدة آلاف": (3000, None, "order"),
}


@pytest.mark.parametrize(("text", "reading"), HEDGED.items())
def test_a_hedge_bounds_its_number(readings: Callable[[str], list[Reading]], text: str, reading: Reading) -> None:
    assert readings(text) == [reading]


@pytest.mark.parametrize(
    "text",
    [
        "كان أحد المعتقلين قياديا",
        "إحدى القرى",
        "يوم الأحد",
        "مساء الاثنين والثلاثاء والأربعاء والخميس",
        "الرابع عشر",
        "الدورة الثالثة عشرة",
        "القرن الواحد والعشرين",
        "الحادي والعشرين من آب",
        "المادة السادسة والأربعين",
        "الثالث",
        "الأول",
        "الساعة 13:30",
        "عند الساعة 10",
        "22/12/2024",
        "2024-12-22",
        "رصاص من عيار 7.62 ملم",
        "13,30",
        "بنسبة 3.7",
        "بالمئة",
        "في المائة",
        "مقاتلات إف-16",
        "بندقية M16",
        "صواريخ إس 300",
        "انتهى/25م",
        "عام 1436هـ",
        "القرار 2170",
        "الفرقة 30",
        "المادة 4",
        "مجموعة العشرين",
        "شارع الستين",
        "بئر السبع",
        "زيارة الأربعين",
        "لست خائفا",
        "لا أحد بعده",
        "كميات من الأسلحة",
        "واحد من القادة",
        "كل واحد",
        "في آن واحد",
        "فاز 3-1",
        "09647701234567",
        "47ر09",
        "نصف ساعة",
    ],
)
def test_ordinals_labels_times_and_look_alikes_are_no_numbers(
    readings: Callable[[str], list[Reading]], text: str
) -> None:
    assert readings(text) == []


def test_the_ends_of_a_change_are_two_numbers(readings: Callable[[str], list[Reading]]) -> None:
    assert readings("ارتفع عدد القتلى من 10 إلى 12") == [(10, 10, "exact"), (12, 12, "exact")]


def test_numbers_of_different_things_stay_apart(readings: Callable[[str], list[Reading]]) -> None:
    text = "مقتل 13 مدنيا وإصابة 23 آخرين، بينهم ثلاثة أطفال على الأقل، وعشرين وثلاثة جنود"
    assert [reading[:2] for reading in readings(text)] == [(13, 13), (23, 23), (3, None), (20, 20), (3, 3)]


def test_a_hedge_after_one_number_does_not_reach_back_to_another(readings: Callable[[str], list[Reading]]) -> None:
    assert readings("قتل 5 وجرح 10 على الأقل") == [(5, 5, "exact"), (10, None, "at_least")]


def test_a_hedge_does_not_reach_over_a_mark(readings: Callable[[str], list[Reading]]) -> None:
    assert readings("تجاوز الحاجز، 20 قتيلا") == [(20, 20, "exact")]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("وجود حوالي 5 آلاف عنصر", "حوالي 5 آلاف"),
        ("كان لا يقل عددهم عن 60 شخصا", "لا يقل عددهم عن 60"),
        ("ما بين 70 إلى 100 ريال", "ما بين 70 إلى 100"),
        ("ثلاثة أشخاص على الأقل", "ثلاثة"),
        ("20 تقريبا من الجنود", "20 تقريبا"),
        ("يخص «200» ألف لاجئ", "200» ألف"),
    ],
)
def test_the_span_holds_the_number_and_a_hedge_that_touches_it(
    numerals: NumeralLexicon, text: str, wording: str
) -> None:
    tokens = tokenize(text)
    (number,) = find_numbers(tokens, numerals)
    assert text[tokens[number.first].start : tokens[number.last - 1].end] == wording


@pytest.mark.parametrize("name", ["numerals", "hedges"])
def test_examples_of_the_files_hold(
    readings: Callable[[str], list[Reading]], files: dict[str, dict[str, Any]], name: str
) -> None:
    for example in files[name]["examples"]:
        assert readings(example["text"]) == [(example["low"], example["high"], example["qualifier"])], example["text"]
    for counterexample in files[name]["counterexamples"]:
        assert readings(counterexample["text"]) == [], counterexample["text"]


@given(st.integers(0, 999_999))
def test_digits_of_the_three_scripts_say_the_same(readings: Callable[[str], list[Reading]], number: int) -> None:
    western = str(number)
    arabic = western.translate({ord("0") + d: 0x660 + d for d in range(10)})
    persian = western.translate({ord("0") + d: 0x6F0 + d for d in range(10)})
    assert readings(western) == readings(arabic) == readings(persian) == readings(f"{number:,}")


HEDGES = ["و", "من", "إلى", "بين", "أو", "على الأقل", "أكثر من", "لا يقل عن"]
MARKS = ["-", "«", "»", "(", ")", "،", "\n", "5", "20", "1,8", "2024", "1.500"]


@given(data=st.data())
def test_any_text_gives_numbers_in_order_and_in_range(numerals: NumeralLexicon, data: st.DataObject) -> None:
    pieces = st.sampled_from([*numerals.words, *HEDGES, *MARKS]) | st.text(max_size=4)
    text = data.draw(st.sampled_from(["", " "])).join(data.draw(st.lists(pieces, max_size=25)))
    tokens = tokenize(text)
    end = 0
    for number in find_numbers(tokens, numerals):
        assert end <= number.first < number.last <= len(tokens)
        assert number.low is not None or number.high is not None
        assert number.low is None or number.high is None or 0 <= number.low <= number.high
        end = number.last
