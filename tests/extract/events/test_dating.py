from __future__ import annotations

import pytest

from extract.conftest import Read

DATES = {
    "وقع هجوم مسلح في الفلوجة أمس.": "2024-12-21",
    "أمس وقع هجوم مسلح في الفلوجة.": "2024-12-21",
    "قال الوزير إن هجوما مسلحا وقع في الفلوجة أمس.": "2024-12-21",
    "وقع هجوم مسلح في الفلوجة.": None,
    # the day of an announcement is not the day of the act, its month is
    "قال الوزير أمس إن هجوما مسلحا وقع في الفلوجة.": None,
    "أعلنت السلطات العراقية في نوفمبر تحرير قضاء بيجي من تنظيم داعش.": "2024-11",
    # what the source tells comes before what stands around its words
    "وفي تقرير صدر أمس، قال المرصد إن 20 مدنيا قتلوا في قصف على دوما الخميس.": "2024-12-19",
    "وفي تطور لاحق أمس، قالت مصادر أمنية إن عشرة مدنيين خطفوا في المقدادية.": "2024-12-21",
    # the end of a stretch, a decade
    "وحتى عام 2023 خطف مسلحو تنظيم داعش مئات المدنيين في سنجار.": None,
    "وقع في التسعينات هجوم مسلح في الموصل.": None,
    # the time of something else
    "وتزامنت الغارة التي جاءت بعد لقاء الوزيرين يوم الأربعاء مع سلسلة من حملات المداهمة في كركوك.": None,
    "قتل جندي في هجوم مسلح في بيجي، وكانت الرمادي شهدت الخميس مهرجانا.": None,
    "قصفت المدفعية دوما بعد ظهر أمس مرتين متتاليتين بشدة، فيما انفجرت سيارة مفخخة في دمشق.": None,
    # so many days after or before another
    "زار الوزير الرمادي الخميس بعد ثلاثة أيام على هجوم انتحاري في الفلوجة.": "2024-12-16",
    "زار الوزير الرمادي بعد ثلاثة أيام على هجوم انتحاري في الفلوجة.": None,
    # what goes on since a day, unless that is of the last two
    "سقط على الزبداني، منذ بدء المعركة في 3 ديسمبر، 470 برميلا متفجرا.": "2024-12",
    "وتدور اشتباكات في الرمادي منذ الجمعة.": "2024-12-20",
    "قتل ثلاثة جنود بعد ظهر أمس في هجوم مسلح في الفلوجة.": "2024-12-21",
}


@pytest.mark.parametrize(("text", "value"), DATES.items())
def test_a_happening_is_dated_by_the_time_that_belongs_to_it(read_all: Read, text: str, value: str | None) -> None:
    (event, *_) = reversed(read_all(text).events)
    assert (event.date.date.value if event.date else None) == value


LEAD = "قتل عشرة أشخاص في تفجيرات في بغداد أمس. "
STORY = {
    "وقالت الشرطة إن سيارة مفخخة انفجرت في الكرادة.": "2024-12-21",  # reported with it
    "وقتل ثلاثة جنود في هجوم مسلح في الطارمية.": "2024-12-21",  # it has a toll
    "وشن مسلحون هجوما في الطارمية.": None,  # the outlet's own voice
    "وحذرت الشرطة من هجوم مسلح في الطارمية.": None,  # feared
    "يذكر أن ثلاثة جنود قتلوا في هجوم مسلح في الطارمية.": None,  # history
}


@pytest.mark.parametrize(("later", "value"), STORY.items())
def test_what_goes_on_with_the_story_is_of_its_day(read_all: Read, later: str, value: str | None) -> None:
    event = read_all(LEAD + later).events[-1]
    assert (event.date.date.value if event.date else None) == value


@pytest.mark.parametrize("day", ["الثلاثاء الماضي", "الشهر الماضي", "في 3 أكتوبر 2024"])
def test_a_story_of_an_older_day_dates_nothing_else(read_all: Read, day: str) -> None:
    text = f"قتل عشرة أشخاص في تفجيرات في بغداد {day}. وقالت الشرطة إن مسلحين خطفوا شرطيا في الطارمية."
    bombing, abduction = read_all(text).events
    assert bombing.date
    assert abduction.date is None


def test_without_a_day_of_publication_no_day_is_carried(read_all: Read) -> None:
    text = "قتل عشرة أشخاص في تفجيرات في بغداد في 21 ديسمبر. وقالت الشرطة إن مسلحين خطفوا شرطيا في الطارمية."
    bombing, abduction = read_all(text, published=None).events
    assert bombing.date
    assert abduction.date is None


def test_the_time_of_what_a_happening_followed_does_not_date_it(read_all: Read) -> None:
    text = "وقع تفجير في مندلي. ويأتي هذا التفجير في مندلي بعد أيام من هجوم انتحاري في بعقوبة يوم الجمعة."
    bombing, suicide_attack = read_all(text).events
    assert bombing.date is None
    assert suicide_attack.date
    assert suicide_attack.date.date.value == "2024-12-20"


def test_of_a_later_mention_only_a_day_dates_the_event(read_all: Read) -> None:
    later = "وشهد الأسبوع الماضي غارات على الحويجة."
    (event,) = read_all(f"شنت الطائرات غارات على الحويجة. {later}").events
    assert event.date is None
