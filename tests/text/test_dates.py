from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model.document import DateValue
from marsad.text.dates import DateLexicon, FoundDate, find_dates
from marsad.text.segment import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable

Find = "Callable[[str, str | None], list[FoundDate]]"
SUNDAY = "2024-12-22"
FRIDAY = "2015-07-24"


@pytest.fixture(scope="session")
def find(calendar: DateLexicon) -> Callable[[str, str | None], list[FoundDate]]:
    return lambda text, day: find_dates(tokenize(text), text, calendar, DateValue(day, "day") if day else None)


# Written with their year: the same whenever they are published.
ABSOLUTE = {
    "22 كانون الأول 2024": "2024-12-22",
    "3 كانون الثاني 2015": "2015-01-03",
    "15 شباط 2014": "2014-02-15",
    "20 آذار 2003": "2003-03-20",
    "9 نيسان 2003": "2003-04-09",
    "1 أيار 2011": "2011-05-01",
    "10 حزيران 2014": "2014-06-10",
    "14 تموز 1958": "1958-07-14",
    "19 آب 2024": "2024-08-19",
    "11 أيلول 2001": "2001-09-11",
    "7 تشرين الأول 2023": "2023-10-07",
    "30 تشرين الثاني 2024": "2024-11-30",
    "8 ديسمبر 2024": "2024-12-08",
    "21 أغسطس 2013م": "2013-08-21",
    "الثامن من يوليو 2015": "2015-07-08",
    "الحادي والعشرين من آب 2013": "2013-08-21",
    "يوم 2 من شهر أغسطس عام 2015": "2015-08-02",
    "9 ديسمبر/كانون الأول 2017": "2017-12-09",
    "23 أيلول / سبتمبر 2014": "2014-09-23",
    "20 يوليو (تموز) 2012": "2012-07-20",
    "17 كانون الأول (ديسمبر) 2010": "2010-12-17",
    "8 يوليو تموز 2015": "2015-07-08",
    "6 حزيران - يونيو 2015": "2015-06-06",
    "22/12/2024": "2024-12-22",
    "٢٢/١٢/٢٠٢٤": "2024-12-22",
    "2024-12-22": "2024-12-22",
    "22-12-2024": "2024-12-22",
    "22.12.2024": "2024-12-22",
    "05/11/2024": "2024-11-05",
    "7 / 3 / 2015 م": "2015-03-07",
    "2015/7/24": "2015-07-24",
    "22/12/24": "2024-12-22",
    "يوليو 21, 2015": "2015-07-21",
    "22/12/2024 14:12": "2024-12-22",
    "يوم الأحد الموافق 22 كانون الأول 2024": "2024-12-22",
    "الأحد (22 كانون الأول 2024)": "2024-12-22",
    "14 أوت 2015": "2015-08-14",
    "5 جويلية 1962": "1962-07-05",
    "12 غشت 2016": "2016-08-12",
    "1 فيفري 2011": "2011-02-01",
    "15 رمضان 1446": "2025-03-15",
    "1436/10/15هـ": "2015-07-31",
    "8/10/1436 هـ": "2015-07-24",
    "6 شوال 1436هـ": "2015-07-22",
    "9 من ذي القعدة 1436هـ": "2015-08-24",
    "10/شوال/1436هـ": "2015-07-26",
    "16-17 يوليو 2015": "2015-07-16/2015-07-17",
    "22 و23 يوليو 2014": "2014-07-22/2014-07-23",
    "19 – 21 شوال 1436": "2015-08-04/2015-08-06",
    "تموز 2014": "2014-07",
    "نوفمبر 2013": "2013-11",
    "سبتمبر ايلول 2014": "2014-09",
    "يناير (كانون الثاني) 2009": "2009-01",
    "يناير من عام 2009": "2009-01",
    "شهر فبراير عام 2010م": "2010-02",
    "7/2015": "2015-07",
    "31 شباط 2024": "2024-02",
    "شهر رمضان 1445": "2024-03-11/2024-04-09",
    "عام 1984": "1984",
    "سنة 2003": "2003",
    "العام 2013م": "2013",
    "لعام 2014": "2014",
    "نهاية عام 2010": "2010",
    "صيف 2014": "2014",
    "عامي 2013 و2014": "2013/2014",
    "عام 1436هـ": "2014-10-25/2015-10-13",
    "التسعينات": "199X",
    "بداية الثمانينات": "198X",
    "ستينيات القرن الماضي": "196X",
}


@pytest.mark.parametrize(("text", "value"), ABSOLUTE.items())
@pytest.mark.parametrize("day", [None, SUNDAY])
def test_a_date_with_its_year_is_read_whole_whenever_it_was_published(
    find: Callable[[str, str | None], list[FoundDate]], text: str, value: str, day: str | None
) -> None:
    found = find(text, day)
    assert [f.date.value for f in found] == [value]
    assert (found[0].first, found[0].last) == (0, len(tokenize(text)))


# Left to the reader: by the day of publication.
PUBLISHED: list[tuple[str, str, str]] = [
    (SUNDAY, "19 آب 14:12", "2024-08-19"),
    (SUNDAY, "3 كانون الأول", "2024-12-03"),
    (SUNDAY, "10 شباط", "2025-02-10"),
    (SUNDAY, "10 آذار", "2024-03-10"),
    (SUNDAY, "29 شباط", "2024-02-29"),
    (SUNDAY, "أوت الماضي", "2024-08"),
    (SUNDAY, "أمس", "2024-12-21"),
    (SUNDAY, "امس السبت", "2024-12-21"),
    (SUNDAY, "أمس (السبت)", "2024-12-21"),
    (SUNDAY, "يوم أمس", "2024-12-21"),
    (SUNDAY, "بالأمس", "2024-12-21"),
    (SUNDAY, "فجر أمس", "2024-12-21"),
    (SUNDAY, "الليلة الماضية", "2024-12-21"),
    (SUNDAY, "أول من أمس", "2024-12-20"),
    (SUNDAY, "أول أمس الجمعة", "2024-12-20"),
    (SUNDAY, "أمس الأول", "2024-12-20"),
    (SUNDAY, "اليوم", "2024-12-22"),
    (SUNDAY, "اليوم الأحد", "2024-12-22"),
    (SUNDAY, "صباح اليوم", "2024-12-22"),
    (SUNDAY, "غدا", "2024-12-23"),
    (SUNDAY, "بعد غد الثلاثاء", "2024-12-24"),
    (SUNDAY, "مساء الجمعة", "2024-12-20"),
    (SUNDAY, "يوم الخميس", "2024-12-19"),
    (SUNDAY, "الثلاثاء", "2024-12-17"),
    (SUNDAY, "الثلثاء", "2024-12-17"),
    (SUNDAY, "الأحد", "2024-12-22"),
    (SUNDAY, "والأربعاء", "2024-12-18"),
    (SUNDAY, "الجمعة الماضية", "2024-12-20"),
    (SUNDAY, "ليل الثلاثاء الأربعاء", "2024-12-17"),
    (SUNDAY, "ليل الخميس - الجمعة", "2024-12-19"),
    (SUNDAY, "وقت متأخر من مساء السبت", "2024-12-21"),
    (SUNDAY, "قبل يومين", "2024-12-20"),
    (SUNDAY, "قبل ثلاثة أيام", "2024-12-19"),
    (SUNDAY, "قبل أسبوعين", "2024-12"),
    (SUNDAY, "منذ أسبوع", "2024-12"),
    (SUNDAY, "الأسبوع الماضي", "2024-12"),
    (SUNDAY, "الشهر الماضي", "2024-11"),
    (SUNDAY, "الشهر الجاري", "2024-12"),
    (SUNDAY, "هذا العام", "2024"),
    (SUNDAY, "العام الماضي", "2023"),
    (SUNDAY, "مطلع العام المقبل", "2025"),
    (FRIDAY, "الجمعة", "2015-07-24"),
    (FRIDAY, "الجمعة الماضي", "2015-07-17"),
    (FRIDAY, "الثلاثاء قبل الماضي", "2015-07-14"),
    (FRIDAY, "الجمعة المقبل", "2015-07-31"),
    (FRIDAY, "السبت القادم", "2015-07-25"),
    (FRIDAY, "الأربعاء بعد المقبل", "2015-08-05"),
    (FRIDAY, "أمس الخميس 23 يوليو - تموز", "2015-07-23"),
    (FRIDAY, "الثامن من يوليو (تموز) الحالي", "2015-07-08"),
    (FRIDAY, "12 يونيو (حزيران) الماضي", "2015-06-12"),
    (FRIDAY, "20 يوليو (تموز)", "2015-07-20"),
    (FRIDAY, "أول يوليو تموز", "2015-07-01"),
    (FRIDAY, "17 سبتمبر الماضي", "2014-09-17"),
    (FRIDAY, "20 سبتمبر", "2015-09-20"),
    (FRIDAY, "20 أكتوبر", "2014-10-20"),
    (FRIDAY, "السادس من ديسمبر المقبل", "2015-12-06"),
    (FRIDAY, "الثامن من أكتوبر (تشرين الأول) من العام الماضي", "2014-10-08"),
    (FRIDAY, "الثامن من الشهر المقبل", "2015-08-08"),
    (FRIDAY, "4 شوال", "2015-07-20"),
    (FRIDAY, "الخامس عشر من شهر شوال الجاري", "2015-07-31"),
    (FRIDAY, "16-17 يوليو الجاري", "2015-07-16/2015-07-17"),
    (FRIDAY, "كانون الأول/ديسمبر", "2014-12"),
    (FRIDAY, "مايو الماضي", "2015-05"),
    (FRIDAY, "شهر أغسطس المقبل", "2015-08"),
    (FRIDAY, "مطلع شهر أبريل (نيسان) الماضي", "2015-04"),
    (FRIDAY, "شهر رمضان الماضي", "2015-06-18/2015-07-16"),
    (FRIDAY, "أول أيام عيد الفطر", "2015-07-17"),
    (FRIDAY, "ثاني أيام عيد الفطر المبارك", "2015-07-18"),
    (FRIDAY, "الثالث من عيد الفطر", "2015-07-19"),
    (FRIDAY, "صباح عيد الأضحى", "2014-10-04"),
    (FRIDAY, "نهاية الشهر الجاري", "2015-07"),
    (FRIDAY, "بنهاية العام", "2015"),
    (FRIDAY, "قبل أيام قليلة", "2015-07"),
    (FRIDAY, "قبل شهرين", "2015-05"),
    ("2015-08-02", "قبل أكثر من اسبوعين", "2015-07"),
    (FRIDAY, "منذ نحو سبع سنوات", "2008/2015"),
    (FRIDAY, "قبل ست سنوات", "2009"),
    (FRIDAY, "قبل ساعات", "2015-07-24"),
    (FRIDAY, "منذ أربعة أشهر", "2015-03/2015-07"),
    (FRIDAY, "منذ 30 عاما", "1985/2015"),
    (FRIDAY, "الساعات الـ24 الماضية", "2015-07-23"),
    (FRIDAY, "الأيام القليلة الماضية", "2015-07"),
    (FRIDAY, "الأسبوعين المقبلين", "2015-07-24/2015-08-07"),
    (FRIDAY, "السنوات العشر الماضية", "2005/2015"),
    (FRIDAY, "الثلاثة أعوام الأخيرة", "2012/2015"),
    ("2015-07-07", "الأسبوع الماضي", "2015-06-28/2015-07-04"),
    ("2015-08-01", "الأيام الثلاثة الماضية", "2015-07"),
    ("2015-08-02", "اليومين الماضيين", "2015-07-31/2015-08-01"),
    ("2015-07-21", "لهذا الأسبوع", "2015-07"),
]


@pytest.mark.parametrize(("day", "text", "value"), PUBLISHED)
def test_what_is_left_to_the_reader_is_reckoned_from_the_day_of_publication(
    find: Callable[[str, str | None], list[FoundDate]], day: str, text: str, value: str
) -> None:
    found = find(text, day)
    assert [f.date.value for f in found] == [value]
    assert (found[0].first, found[0].last) == (0, len(tokenize(text)))


INSIDE: list[tuple[str, str, str]] = [
    ("في نوفمبر أعلن", "نوفمبر", "2014-11"),
    ("منذ يونيو 2014.", "يونيو 2014", "2014-06"),
    ("كانت في حزيران معارك", "حزيران", "2015-06"),
    ("في آب قصفت", "آب", "2015-08"),
    ("سيطر في 2014 على الموصل", "2014", "2014"),
    ("ومنذ 2003 يعيش", "2003", "2003"),
    ("في 25 الجاري", "25 الجاري", "2015-07-25"),
    ("منذ يوم الجمعة", "يوم الجمعة", "2015-07-24"),
    ("مؤتمر اليوم الجمعة", "اليوم الجمعة", "2015-07-24"),
    ("(116 في 5 تموز/ يوليو)", "5 تموز/ يوليو", "2015-07-05"),
    ("الـ20 من رمضان", "20 من رمضان", "2015-07-07"),
    ("قتل خلال رمضان", "رمضان", "2015-06-18/2015-07-16"),
    ("بين الاثنين والجمعة", "الاثنين", "2015-07-20"),
    ("45 تموز 2014", "تموز 2014", "2014-07"),
]


@pytest.mark.parametrize(("text", "wording", "value"), INSIDE)
def test_the_span_holds_the_wording_of_time_alone(
    find: Callable[[str, str | None], list[FoundDate]], text: str, wording: str, value: str
) -> None:
    tokens = tokenize(text)
    found = find(text, FRIDAY)[0]
    assert text[tokens[found.first].start : tokens[found.last - 1].end] == wording
    assert found.date.value == value


@pytest.mark.parametrize(
    ("day", "text", "value"),
    [
        ("2015-07-25", "أمس الجمعة", "2015-07-24"),
        ("2015-07-26", "أمس الجمعة", "2015-07-24"),
        ("2015-07-25", "اليوم الجمعة", "2015-07-24"),
        ("2015-07-24", "أمس السبت", "2015-07-25"),
        ("2015-07-27", "اليوم الجمعة", "2015-07-27"),
    ],
)
def test_a_weekday_that_disagrees_wins_within_two_days(
    find: Callable[[str, str | None], list[FoundDate]], day: str, text: str, value: str
) -> None:
    assert [f.date.value for f in find(text, day)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [("19 آب 14:12", "XXXX-08-19"), ("الخميس 3 تموز", "XXXX-07-03"), ("في نوفمبر", "XXXX-11"), ("31 شباط", "XXXX-02")],
)
def test_without_a_day_of_publication_the_year_stays_open(
    find: Callable[[str, str | None], list[FoundDate]], text: str, value: str
) -> None:
    assert [f.date.value for f in find(text, None)] == [value]


@pytest.mark.parametrize(
    "text",
    ["أمس الجمعة", "الأحد", "الأسبوع الماضي", "العام الماضي", "قبل يومين", "هذا الشهر", "4 شوال", "في 25 الجاري"],
)
def test_without_a_day_of_publication_relative_wordings_are_left_out(
    find: Callable[[str, str | None], list[FoundDate]], text: str
) -> None:
    assert find(text, None) == []


@pytest.mark.parametrize(
    "text",
    [
        "في منطقتي العدالة و(1) حزيران بمحافظة كركوك",
        "انتهى/25م",
        "عند الساعة 14:12",
        "7.62 ملم",
        "سعر اليورو 1.2015 دولار",
        "الأحد عشر لاعبا",
        "أحد المعتقلين",
        "توسعت المشادة بين الاثنين بعد ذهابه",
        "كلا الاثنين",
        "للاثنين معا",
        "صحيفة اليوم",
        "عين اليوم",
        "المصري اليوم",
        "قناة «اليوم»",
        "اليوم الوطني",
        "في اليوم التالي",
        "ذلك اليوم",
        "بأمس الحاجة إليه",
        "خطبة الجمعة",
        "صلاة الجمعة",
        "سوق الأربعاء",
        "الجمعة العظيمة",
        "الرئيس رجب طيب أردوغان",
        "من باب الحيطة",
        "أب وأم",
        "مارس ضغوطا",
        "مخيم تموز",
        "هجمات 11 سبتمبر",
        "قوى 14 آذار",
        "ذكرى ثورة 23 يوليو",
        "حرب تشرين الأول",
        "شارع 14 تموز",
        "الأمين العام الحالي",
        "في 2000 قرية",
        "مقتل 2014 شخصا",
        "الموسم 2014/2015",
        "قبل ساعات الفجر",
        "قبل يومين من الانتخابات",
        "قبل أن يعود",
        "في الخمسينات من عمره",
        "في الثلاثينات",
        "السنوات الماضية",
        "13/25/2024",
        "45 تموز",
    ],
)
def test_names_numbers_and_look_alikes_are_no_dates(
    find: Callable[[str, str | None], list[FoundDate]], text: str
) -> None:
    assert find(text, FRIDAY) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("22 كانون الأول 2024", "absolute"),
        ("22 كانون الأول", "partial"),
        ("الجمعة", "weekday"),
        ("أمس الخميس", "relative"),
        ("العام الماضي", "relative"),
        ("الأيام الماضية", "span"),
        ("16-17 يوليو 2015", "span"),
    ],
)
def test_the_kind_tells_how_a_date_was_written(
    find: Callable[[str, str | None], list[FoundDate]], text: str, kind: str
) -> None:
    assert [f.kind for f in find(text, FRIDAY)] == [kind]


def test_examples_of_the_file_hold(
    find: Callable[[str, str | None], list[FoundDate]], files: dict[str, dict[str, Any]]
) -> None:
    for example in files["calendar_words"]["examples"]:
        found = [f.date for f in find(example["text"], example["published"])]
        assert found == [DateValue(example["value"], example["grain"])], example["text"]
    for counterexample in files["calendar_words"]["counterexamples"]:
        assert find(counterexample["text"], counterexample["published"]) == [], counterexample["text"]


YEAR = r"(?:XXXX|[12]\d{3})"
MONTH = rf"{YEAR}-(?:0[1-9]|1[0-2])"
DAY = rf"{MONTH}-(?:0[1-9]|[12]\d|3[01])"
EDTF = {
    "day": re.compile(DAY),
    "month": re.compile(MONTH),
    "year": re.compile(YEAR),
    "decade": re.compile(r"19\dX"),
    "interval": re.compile(rf"{DAY}/{DAY}|{MONTH}/{MONTH}|{YEAR}/{YEAR}"),
}
MARKS = [
    "-",
    "/",
    "(",
    ")",
    "،",
    "«",
    "»",
    "\n",
    "و",
    "من",
    "5",
    "31",
    "45",
    "1446",
    "2015",
    "2000",
    "14:12",
    "22/12/2024",
]
BASES = st.none() | st.builds(lambda d: DateValue(d.isoformat(), "day"), st.dates())


@given(base=BASES, data=st.data())
def test_any_text_gives_valid_dates_in_order_and_in_range(
    calendar: DateLexicon, files: dict[str, dict[str, Any]], base: DateValue | None, data: st.DataObject
) -> None:
    words = sorted(_words(files["months"])) + sorted(_words(files["calendar_words"]))
    pieces = st.sampled_from(words) | st.sampled_from(MARKS) | st.text(max_size=4)
    text = data.draw(st.sampled_from(["", " "])).join(data.draw(st.lists(pieces, max_size=25)))
    tokens = tokenize(text)
    end = 0
    for found in find_dates(tokens, text, calendar, base):
        assert end <= found.first < found.last <= len(tokens)
        assert EDTF[found.date.grain].fullmatch(found.date.value)
        end = found.last


def _words(node: object) -> set[str]:
    """Return all words of an analysts' file."""
    if isinstance(node, dict):
        return {word for key, value in node.items() if not str(key).endswith("examples") for word in _words(value)}
    if isinstance(node, list):
        return {word for item in node for word in _words(item)}
    return {node} if isinstance(node, str) else set()
