from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from marsad.collect.body import read_body

if TYPE_CHECKING:
    from marsad.collect.chrome import ChromeLexicon

NEWS = "قتل ثلاثة جنود في هجوم على نقطة تفتيش قرب الحويجة."
MORE = "وقال مصدر أمني إن المهاجمين فروا إلى جهة الجبل."


@pytest.mark.parametrize(
    ("paragraph", "kept", "cut", "reason"),
    [
        (f"{NEWS} سمات الحويجة كركوك داعش", NEWS, "سمات الحويجة كركوك داعش", "tags"),
        (f"{NEWS}رابط الخبر بصحيفة الأفق: مقتل جنود", NEWS, "رابط الخبر بصحيفة الأفق: مقتل جنود", "tags"),
        (f"{NEWS}انتهى/25م", NEWS, "انتهى/25م", "end_mark"),
        (f"{NEWS} انتهى 29/ ع", NEWS, "انتهى 29/ ع", "end_mark"),
        (f"{NEWS} (انتهى)", NEWS, "(انتهى)", "end_mark"),
        (f"{NEWS} ...المزيد", NEWS, "المزيد", "end_mark"),
        ("...المزيد", "", "...المزيد", "end_mark"),
    ],
)
def test_what_is_stuck_to_the_end_of_the_text_is_cut_off(
    chrome: ChromeLexicon, paragraph: str, kept: str, cut: str, reason: str
) -> None:
    paragraphs, removed = read_body("عنوان", [MORE, paragraph], chrome, whole_page=False)
    assert [line.rstrip(" .") for line in paragraphs] == [line.rstrip(" .") for line in (MORE, kept) if line]
    assert [(piece.text, piece.reason) for piece in removed] == [(cut, reason)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "وأكد أن الاجتماع انتهى",
        "قال إن الهجوم وقع. انتهى كل شيء",
        "من أبرز سمات المرحلة المقبلة عودة التنظيم",
        "سمات المرحلة المقبلة ستكون صعبة على الجميع.",
        "قال إن الهجوم وقع. انتهى الاجتماع بعد ذلك إلى بيان ختامي",
        "وصل إلى المدينة المزيد",
    ],
)
def test_words_of_tails_inside_sentences_stay(chrome: ChromeLexicon, paragraph: str) -> None:
    assert read_body("عنوان", [MORE, paragraph], chrome, whole_page=False) == ([MORE, paragraph], [])


def test_a_block_runs_to_the_next_full_paragraph(chrome: ChromeLexicon) -> None:
    lines = [NEWS, "اقرأ أيضا", "هجوم مسلح يوقع ضحايا في ديالى", "• 3 كانون الأول", MORE]
    paragraphs, removed = read_body("عنوان", lines, chrome, whole_page=True)
    assert paragraphs == [NEWS, MORE]
    assert {piece.reason for piece in removed} == {"most_read"}


def test_comments_and_all_that_follows_them_are_footer(chrome: ChromeLexicon) -> None:
    lines = [NEWS, "التعليقات", "أبو علي", "قتل أخي في الهجوم نفسه قبل عامين في المكان ذاته."]
    paragraphs, removed = read_body("عنوان", lines, chrome, whole_page=True)
    assert paragraphs == [NEWS]
    assert [piece.reason for piece in removed] == ["footer"] * 3


def test_a_masthead_that_comes_again_begins_the_footer(chrome: ChromeLexicon) -> None:
    about = "صدى النهرين: وكالة أخبار مستقلة تنقل الخبر من مصدره وتتحرى الدقة في كل ما تنشره عن العراق والمنطقة."
    paragraphs, _ = read_body(
        "عنوان", [NEWS, "Sada Nahrain", about], chrome, whole_page=True, mastheads={"sada nahrain"}
    )
    assert paragraphs == [NEWS]


def test_dates_inside_the_text_are_the_articles_own(chrome: ChromeLexicon) -> None:
    lines = ["22/12/2024", NEWS, "19 آب 2014", MORE]
    paragraphs, removed = read_body("تسلسل الأحداث", lines, chrome, whole_page=True)
    assert paragraphs == [NEWS, "19 آب 2014", MORE]
    assert [(piece.text, piece.reason) for piece in removed] == [("22/12/2024", "date_line")]


def test_an_article_loses_only_a_writers_line_at_its_head(chrome: ChromeLexicon) -> None:
    lines = ["سلوى سعد – متابعات", "• نقطة أولى", "تمهيد قصير", NEWS, "خاتمة"]
    paragraphs, removed = read_body("عنوان", lines, chrome, whole_page=False)
    assert paragraphs == lines[1:]
    assert [piece.reason for piece in removed] == ["byline"]


def test_a_whole_page_loses_labels_and_items_around_the_text(chrome: ChromeLexicon) -> None:
    lines = [
        "ملف خاص",
        "• رابط",
        "في تقرير موسع عن الحدود الغربية",
        NEWS,
        "تمهيد قصير",
        MORE,
        "• كركوك",
        "أمن",
        "1/1/2024",
    ]
    paragraphs, removed = read_body("عنوان", lines, chrome, whole_page=True)
    assert paragraphs == ["في تقرير موسع عن الحدود الغربية", NEWS, "تمهيد قصير", MORE]
    assert [piece.reason for piece in removed] == ["byline", "menu", "menu", "menu", "date_line"]
