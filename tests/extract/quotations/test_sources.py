from __future__ import annotations

import pytest

from extract.conftest import Read

SOURCES = {
    "قال وزير الدفاع العراقي، خالد العبيدي، إن الحدود آمنة.": ("وزير الدفاع العراقي، خالد العبيدي", "person"),
    "قال النائب عن محافظة ديالى رعد الدهلكي إن الحدود آمنة.": ("النائب عن محافظة ديالى رعد الدهلكي", "person"),
    "قال المتحدث باسم وزارة الدفاع يحيى رسول إن الحدود آمنة.": ("المتحدث باسم وزارة الدفاع يحيى رسول", "person"),
    "قال عضو لجنة الأمن والدفاع في البرلمان حامد المطلك إن الحدود آمنة.": (
        "عضو لجنة الأمن والدفاع في البرلمان حامد المطلك",
        "person",
    ),
    "قال مسؤول في وزارة الداخلية إن الحدود آمنة.": ("مسؤول في وزارة الداخلية", "anonymous"),
    "قال مسؤول أمني طلب عدم ذكر اسمه إن الحدود آمنة.": ("مسؤول أمني", "anonymous"),
    "قالت مصادر أمنية إن الحدود آمنة.": ("مصادر أمنية", "anonymous"),
    "قال شهود عيان إن الحدود آمنة.": ("شهود عيان", "anonymous"),
    "قالت وزارة الداخلية إن الحدود آمنة.": ("وزارة الداخلية", "institution"),
    "قال التحالف الدولي إن الحدود آمنة.": ("التحالف الدولي", "institution"),
    "قال المرصد السوري لحقوق الإنسان إن الحدود آمنة.": ("المرصد السوري لحقوق الإنسان", "institution"),
    "قال علي الحسيني إن الحدود آمنة على الجانبين.": ("علي الحسيني", "person"),
    "قال وزير الخارجية، فؤاد حسين، إن الحدود آمنة.": ("وزير الخارجية، فؤاد حسين", "person"),
    "في سياق آخر قال بدر باسلمة وزير النقل إن الحدود آمنة.": ("بدر باسلمة وزير النقل", "person"),
    'قالت "شبكة درعا 24" إن الحدود آمنة.': ("شبكة درعا 24", "media"),
    "أوضح أمس في مؤتمر صحفي وزير الداخلية أن الحدود آمنة.": ("وزير الداخلية", "person"),
    "قال المتحدث باسم القائد العام صباح النعمان إن الحدود آمنة.": (
        "المتحدث باسم القائد العام صباح النعمان",
        "person",
    ),
    "قال لمجلس العلاقات الخارجية وزير الدفاع إن الحدود آمنة.": ("وزير الدفاع", "person"),
    "قالت قيادة عمليات الحشد الشعبي في محافظة الأنبار إن الحدود آمنة.": (
        "قيادة عمليات الحشد الشعبي في محافظة الأنبار",
        "institution",
    ),
    "قال قيادي في أحد الفصائل إن الحدود آمنة.": ("قيادي في أحد الفصائل", "anonymous"),
    "قال كل من محافظ كركوك وقائد الشرطة إن الحدود آمنة.": ("محافظ كركوك وقائد الشرطة", "person"),
    "أكدت تلك المصادر أن الحدود آمنة.": ("تلك المصادر", "anonymous"),
    "أما الوزير فقال إن الحدود آمنة.": ("الوزير", "person"),
    "قال النائب الخميس إن الحدود آمنة.": ("النائب", "person"),
    "بثت وكالة أعماق بيانا قالت فيه إن الحدود آمنة.": ("وكالة أعماق", "media"),
    "قالت تركيا إن الحدود آمنة.": ("تركيا", "institution"),
    "قالت وكالة الاستخبارات إن الحدود آمنة.": ("وكالة الاستخبارات", "institution"),
    "قالت صحيفة الصباح إن الحدود آمنة.": ("صحيفة الصباح", "media"),
    "قال خبراء إن الحدود آمنة.": ("خبراء", "collective"),
    "قال أهالي القرية إن الحدود آمنة.": ("أهالي القرية", "collective"),
    "قال ناشطون سوريون إن الحدود آمنة.": ("ناشطون سوريون", "collective"),
}


@pytest.mark.parametrize(("text", "expected"), SOURCES.items())
def test_a_source_is_named_with_its_title_and_has_a_kind(read: Read, text: str, expected: tuple[str, str]) -> None:
    (quotation,) = read(text).quotations
    assert (quotation.source.evidence.quote, quotation.source.kind) == expected


def test_a_source_whom_the_files_know_gets_its_id(read: Read) -> None:
    (quotation,) = read("قال وزير الدفاع العراقي إن الحدود آمنة.").quotations
    assert quotation.source.actor_id == "iq-dm"


def test_an_occasion_before_the_source_is_stepped_over(read: Read) -> None:
    (quotation,) = read("قال في بيان أمس وزير الداخلية إن الحدود آمنة.").quotations
    assert quotation.source.evidence.quote == "وزير الداخلية"


def test_an_occasion_after_the_source_ends_its_name(read: Read) -> None:
    (quotation,) = read("قال وزير الداخلية في مؤتمر صحفي إن الحدود آمنة.").quotations
    assert quotation.source.evidence.quote == "وزير الداخلية"


@pytest.mark.parametrize("subject", ["الحادث", "الهجوم", "الواقع", "القانون"])
def test_things_do_not_speak(read: Read, subject: str) -> None:
    assert read(f"يؤكد {subject} أن الحدود غير آمنة.").quotations == ()


def test_a_name_met_beside_a_title_speaks_without_it_later(read: Read) -> None:
    text = "قال النائب رعد الدهلكي إن الحدود آمنة. وبعد ساعات قال الدهلكي إن الطرق مغلقة."
    assert [q.source.evidence.quote for q in read(text).quotations] == ["النائب رعد الدهلكي", "الدهلكي"]


def test_a_name_that_is_also_a_verb_belongs_to_its_title(read: Read) -> None:
    (quotation,) = read("أوضح السفير الدكتور فيصل بن سعود أن الطريق آمن.").quotations
    assert quotation.source.evidence.quote == "السفير الدكتور فيصل بن سعود"


def test_a_family_name_that_ends_as_a_plural_does_is_remembered(read: Read) -> None:
    text = "زار رئيس الوزراء ديفيد كاميرون المدينة.\nوفي كلمة ألقاها أمس شدد كاميرون على حرية التعبير."
    assert read(text).quotations[-1].source.evidence.quote == "كاميرون"


def test_a_mark_that_closes_a_name_ends_it(read: Read) -> None:
    (quotation,) = read("وبحسب «رويترز» سجلت الأسعار خسارة كبيرة.").quotations
    assert quotation.source.evidence.quote == "رويترز"
