from __future__ import annotations

import pytest

from extract.conftest import Read

RESOLVED = [
    ("وقع الهجوم أمس.", "أمس", "2024-12-21"),
    ("وقع الهجوم أول من أمس.", "أول من أمس", "2024-12-20"),
    ("وقع الهجوم يوم الخميس الماضي.", "يوم الخميس الماضي", "2024-12-19"),
    ("وقع الهجوم في 14 كانون الأول 2024.", "14 كانون الأول 2024", "2024-12-14"),
    ("وقع الهجوم في تموز الماضي.", "تموز الماضي", "2024-07"),
    ("وقع الهجوم عام 2014.", "عام 2014", "2014"),
]


@pytest.mark.parametrize(("text", "wording", "value"), RESOLVED)
def test_wordings_of_time_are_resolved_against_publication(read: Read, text: str, wording: str, value: str) -> None:
    (time,) = read(text).times
    assert (time.evidence.quote, time.date.value) == (wording, value)


def test_without_a_day_of_publication_only_what_needs_none_is_resolved(read: Read) -> None:
    annotated = read("وقع الهجوم أمس. وكان هجوم آخر قد وقع في 3 آذار 2023.", published=None)
    assert [t.date.value for t in annotated.times] == ["2023-03-03"]


def test_a_day_without_a_year_stays_without_one_where_publication_has_none(read: Read) -> None:
    (time,) = read("وقع الهجوم في 19 آب.", published=None).times
    assert time.date.value == "XXXX-08-19"


def test_times_of_the_title_are_found_too(read: Read) -> None:
    annotated = read("لا جديد في الخبر.", title="هجوم في 14 كانون الأول 2024")
    assert [t.date.value for t in annotated.times] == ["2024-12-14"]


@pytest.mark.parametrize("text", ["مقتل 14 جنديا.", "اللواء 17 مشاة.", "مر كل شيء بهدوء."])
def test_numbers_that_are_no_dates_are_no_times(read: Read, text: str) -> None:
    assert read(text).times == ()
