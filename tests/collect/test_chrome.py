from __future__ import annotations

from collections import Counter

import pytest

from marsad.collect.chrome import ChromeLexicon, Rules, bare, is_breadcrumb, is_label, is_listed, is_prose
from marsad.collect.repeats import key

LISTS = {"lines", "prefixes", "blocks", "endings", "tails", "closers", "signs", "writers", "words"}
REASONS = {"menu", "most_read", "share", "tags", "byline", "date_line", "end_mark", "footer"}


def test_the_lexicon_holds_only_known_reasons_and_lists(rules: Rules) -> None:
    assert set(rules) == REASONS
    assert {name for lists in rules.values() for name in lists} <= LISTS


def test_no_wording_stands_twice_in_lists_of_one_kind(rules: Rules) -> None:
    for name in LISTS:
        wordings = Counter(key(wording) for lists in rules.values() for wording in lists.get(name, ()))
        assert [wording for wording, times in wordings.items() if times > 1 or not wording] == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("الصفحة الرئيسية", "menu"),
        ("  • الصفحة الرئيسيّة :", "menu"),
        ("الأكثر قراءة", "most_read"),
        ("إقرأ ايضاً", "most_read"),
        ("اقرأ أيضا: هجوم جديد في ديالى", "most_read"),
        ("لإرسال مقال للنشر اضغط هنا", "share"),
        ("التعليقات", "footer"),
        ("© جميع الحقوق محفوظة 2024", "footer"),
        ("الكلمات المفتاحية: كركوك، الحويجة", "tags"),
        ("تابعونا", "share"),
        ("تابعونا أمس في مباراة الفريق", None),
        ("شارك المئات في تظاهرة وسط المدينة", None),
        ("أخبار سارة لأهالي الموصل", None),
        ("الأكثر قراءة للتاريخ بين زعماء المنطقة هو الراحل", None),
        ("", None),
        ("***", None),
    ],
)
def test_wording_tells_chrome_from_news(chrome: ChromeLexicon, line: str, reason: str | None) -> None:
    assert chrome.reason_of(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "22/12/2024",
        "  • 19 آب 14:12",
        "الأحد 22 كانون الأول 2024 - 10:30 ص",
        "تاريخ النشر: 22 ديسمبر/كانون الأول 2024",
        "آخر تحديث: 2024-12-22 14:05 بتوقيت بغداد",
        "منذ 3 ساعات",
        "Sun, Dec 22, 2024 10:30 AM",
        "٢٢/١٢/٢٠٢٤",
        "22 جمادى الآخرة 1446 هـ",
        "2024-11-03T21:15:00+00:00",
        "14.05.2024 - محدث : 14.05.2024",
    ],
)
def test_a_line_with_nothing_but_a_date_is_a_date_line(chrome: ChromeLexicon, line: str) -> None:
    assert chrome.is_date_line(line)


@pytest.mark.parametrize(
    "line", ["الأحد", "12", "22 قتيلا", "في 22 كانون الأول 2024 قتل جندي", "(1) حزيران حي في كركوك", "5.7"]
)
def test_a_line_with_other_words_or_without_a_day_is_none(chrome: ChromeLexicon, line: str) -> None:
    assert not chrome.is_date_line(line)


@pytest.mark.parametrize(
    ("line", "is_byline"),
    [
        ("سلوى سعد – متابعات", True),
        ("المعلومة / تقرير ...", True),
        ("بغداد- صدى النهرين", True),
        ("بقلم: أحمد الجبوري", True),
        ("writer@paper.example", True),
        ("@handle", True),
        ("قتل خمسة جنود في كركوك.", False),
        ("مخاوف من عودة التنظيم", False),
        ("اندلعت اشتباكات عنيفة – هي الأولى منذ أشهر – بين الطرفين قرب البلدة", False),
    ],
)
def test_a_byline_names_its_writer_in_few_words(chrome: ChromeLexicon, line: str, is_byline: bool) -> None:
    assert chrome.is_byline(line) is is_byline


@pytest.mark.parametrize(
    ("line", "listed", "label", "prose"),
    [
        ("• أخبار", True, True, False),
        ("3. تقارير", True, True, False),
        ("مقالات وكتاب", False, True, False),
        ("انسحاب مشبوه؟", False, False, False),
        ("حدود محصنة وإجراءات أمنية مشددة", False, False, False),
        ("باحثون يطورون علاجا مبتكرا لسرطان الدماغ عبر...", False, False, False),
        ("وقتل في الهجوم ثلاثة جنود.", False, False, True),
        ('وقال: "قواتنا مستعدة للتعامل مع أي تهديد."', False, False, True),
        (" ".join(["كلمة"] * 20), False, False, True),
    ],
)
def test_the_form_of_a_line_is_told(line: str, listed: bool, label: bool, prose: bool) -> None:
    assert (is_listed(line), is_label(line), is_prose(line)) == (listed, label, prose)


def test_a_bare_line_has_no_bullet_and_no_number() -> None:
    assert bare("• 4. من ينعش التنظيم") == "من ينعش التنظيم"
    assert bare("2024 عام الحرب") == "2024 عام الحرب"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("الرئيسية » ميداني » درعا", True),
        ("أخبار العراق / أمن", True),
        ("  2. تقارير".strip(), True),
        ("شفق نيوز/ أعلنت قيادة العمليات", False),
        ("سلوى سعد – متابعات", False),
        ("مقتل ثلاثة جنود في هجوم | دجلة نيوز", False),
    ],
)
def test_the_way_to_a_page_is_a_breadcrumb(line: str, expected: bool) -> None:
    assert is_breadcrumb(line) is expected
