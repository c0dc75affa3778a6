from __future__ import annotations

import pytest

from marsad.collect.repeats import drop_near_repeats, drop_repeats, key

WARNING = 'وحذّر الوزير من "خطورة هروب عناصر التنظيم من السجون ومن انفلات الوضع في المخيم وانعكاس ذلك على أمن البلدين".'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("من ينعش التنظيم؟.. رهان خاسر", "من ينعش التنظيم.. رهان خاسر"),
        ("إلقاء القبض على «أبي يوسف»", 'القاء القبض على "أبى يوسف".'),
        ("الأنبــار: مُداهمة", "الانبار - مداهمه"),
    ],
)
def test_a_key_is_the_same_for_all_spellings_of_a_line(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_the_title_and_a_paragraph_given_before_are_dropped() -> None:
    kept, removed = drop_repeats("مقتل خمسة جنود؟", ["مقتل خمسة جنود", "أ ب ج د ه", "و ز ح ط ي", "أ ب ج د ه."])
    assert kept == ["أ ب ج د ه", "و ز ح ط ي"]
    assert [piece.reason for piece in removed] == ["repeated_title", "repeated_paragraph"]


def test_a_refrain_is_no_repeated_paragraph() -> None:
    verses = ["وكم غيمة", "مرت بنا", "وكم غيمة", "***", "***"]
    assert drop_repeats("", verses) == (verses, [])


@pytest.mark.parametrize(
    "later",
    [
        WARNING.replace("وحذّر الوزير", 'كما حذّر الوزير، بحسب "صدى النهرين"،'),
        WARNING.replace("وحذّر", "فحذر").replace(" الوضع", ""),
    ],
)
def test_a_later_paragraph_with_words_only_put_in_or_left_out_is_dropped(later: str) -> None:
    kept, removed = drop_near_repeats([WARNING, "فقرة أخرى.", later])
    assert kept == [WARNING, "فقرة أخرى."]
    assert [(piece.text, piece.reason) for piece in removed] == [(later, "repeated_paragraph")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "وفي ديالى أفاد مصدر أمني بأن عبوة ناسفة انفجرت مستهدفة دورية للجيش وأسفرت عن إصابة جندي.",
            "وفي كركوك أفاد مصدر أمني بأن عبوة ناسفة انفجرت مستهدفة دورية للجيش وأسفرت عن إصابة جندي.",
            id="another place",
        ),
        pytest.param(
            "وقالت الشرطة إن 3 مسلحين قتلوا في اشتباكات وقعت فجر اليوم قرب البلدة القديمة بعد ملاحقة طويلة.",
            "وقالت الشرطة إن 5 مسلحين قتلوا في اشتباكات وقعت فجر اليوم قرب البلدة القديمة بعد ملاحقة طويلة.",
            id="another number",
        ),
        pytest.param("وأضاف أن الحملة مستمرة.", "وأضاف أيضا أن الحملة مستمرة.", id="too short to tell"),
    ],
)
def test_a_changed_word_makes_another_paragraph(one: str, other: str) -> None:
    assert drop_near_repeats([one, other]) == ([one, other], [])


def test_a_pull_quote_is_dropped_wherever_it_stands() -> None:
    quote = "تحركات التنظيم أصبحت مكشوفة تماما"
    paragraph = 'وأضاف الخبير أن "تحركات التنظيم أصبحت مكشوفة تمامًا، ولا يمكنه تنفيذ أي عملية".'
    for paragraphs in ([quote, paragraph], [paragraph, quote]):
        kept, removed = drop_near_repeats(paragraphs)
        assert kept == [paragraph]
        assert [(piece.text, piece.reason) for piece in removed] == [(quote, "pull_quote")]


def test_a_short_subheading_is_no_pull_quote() -> None:
    paragraphs = ["حدود محصنة", "قال إن البلاد لها حدود محصنة منذ سنوات."]
    assert drop_near_repeats(paragraphs) == (paragraphs, [])


def test_what_is_longer_than_any_article_is_not_compared() -> None:
    paragraphs = ["سطر من خمس كلمات هنا"] * 401
    assert drop_near_repeats(paragraphs) == (paragraphs, [])
