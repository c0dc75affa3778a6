from __future__ import annotations

import pytest

from extract.conftest import Read

DIRECT = {
    "قال شهود عيان: «رأينا طائرات تحلق فوق القرية».": "رأينا طائرات تحلق فوق القرية",
    'وقال الناطق إن "القوات باقية في مواقعها حتى النهاية".': "القوات باقية في مواقعها حتى النهاية",
    "وقال قائد الشرطة: الوضع مستقر في كل الأحياء.": "الوضع مستقر في كل الأحياء",
    'وقال الناطق إن "القوات باقية في مواقعها حتى النهاية.': "القوات باقية في مواقعها حتى النهاية",
    'وأضاف الوزير "لن نتراجع عن مواقعنا مهما حدث"': "لن نتراجع عن مواقعنا مهما حدث",  # and the text ends
    'وأضاف الوزير "لن نتراجع عن تحرير المدينة" من قبضتهم.': "لن نتراجع عن تحرير المدينة",
}
INDIRECT = {
    "وقال قائد الشرطة: إن الوضع مستقر في كل الأحياء.": "الوضع مستقر في كل الأحياء",
    "قال الوزير إن القوات دخلت البلدة.": "القوات دخلت البلدة",
    "وأكد قائد الشرطة أنه لن يتراجع.": "أنه لن يتراجع",
    "وأضافت الوزارة أنها أرسلت تعزيزات.": "أنها أرسلت تعزيزات",
    "قال الوزير إن «أوبك» قادرة على الحفاظ على وحدتها.": "«أوبك» قادرة على الحفاظ على وحدتها",
    "وقال المرصد إن تنظيم «داعش» انسحب من القرية.": "تنظيم «داعش» انسحب من القرية",
}
MIXED = {
    "وأكد قائد الشرطة أن الوضع «تحت السيطرة تماما» في المدينة.": "الوضع «تحت السيطرة تماما» في المدينة",
    'وقال الوزير إن القوات "لن تنسحب من أي موقع" في الأنبار.': 'القوات "لن تنسحب من أي موقع" في الأنبار',
}
KINDS = [(kind, *case) for kind, cases in (("direct", DIRECT), ("indirect", INDIRECT), ("mixed", MIXED))
         for case in cases.items()]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "content"), KINDS)
def test_a_content_is_direct_where_all_and_mixed_where_some_of_it_is_quoted(
    read: Read, kind: str, text: str, content: str
) -> None:
    (quotation,) = read(text).quotations
    assert (quotation.kind, quotation.content.quote) == (kind, content)


def test_a_quoted_name_is_no_speech(read: Read) -> None:
    assert read("وتداول السكان اسم «أبو بكر» في السوق.").quotations == ()


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph(read: Read) -> None:
    (quotation,) = read("وقال الناطق «إننا سنواصل القتال حتى النهاية\nوهطلت الأمطار على القرى أمس.").quotations
    assert quotation.content.quote == "إننا سنواصل القتال حتى النهاية"


def test_a_content_ends_where_the_next_cue_begins(read: Read) -> None:
    first, second = read("قال الوزير إن القوات تقدمت في المدينة وأكد أن الطريق آمن.").quotations
    assert (first.content.quote, second.content.quote) == ("القوات تقدمت في المدينة", "الطريق آمن")


@pytest.mark.parametrize("turn", ["فيما هطلت الأمطار", "بينما هطلت الأمطار", "في حين هطلت الأمطار"])
def test_a_content_ends_where_the_outlet_takes_the_word_again(read: Read, turn: str) -> None:
    (quotation,) = read(f"قال الوزير إن القوات تقدمت في المدينة، {turn} على القرى.").quotations
    assert quotation.content.quote == "القوات تقدمت في المدينة"


def test_a_quotation_goes_on_over_paragraphs_that_are_nothing_but_quoted_words(read: Read) -> None:
    text = "وقال الناطق: «سنواصل القتال حتى النهاية».\n«ولن نتراجع عن أي شبر من أرضنا»."
    (quotation,) = read(text).quotations
    assert quotation.content.quote.endswith("من أرضنا")


def test_the_final_stop_and_the_comma_before_the_cue_are_cut(read: Read) -> None:
    (before,) = read("وصلت التعزيزات إلى القاعدة، بحسب مصدر أمني.").quotations
    (after,) = read("قال مصدر أمني إن التعزيزات وصلت إلى القاعدة.").quotations
    assert (before.content.quote[-1], after.content.quote[-1]) == ("ة", "ة")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("شدد الوزير على ضرورة تأمين الحدود.", "ضرورة تأمين الحدود"),
        ("أعلن الجيش مقتل ثلاثة جنود في كمين.", "مقتل ثلاثة جنود في كمين"),
        ("هدد التنظيم بمهاجمة السجون.", "بمهاجمة السجون"),
        ("لفت الخبير إلى وجود خلايا نائمة.", "وجود خلايا نائمة"),
    ],
)
def test_a_content_may_be_what_a_preposition_or_a_verbal_noun_opens(read: Read, text: str, content: str) -> None:
    (quotation,) = read(text).quotations
    assert quotation.content.quote == content


def test_a_condition_behind_quoted_words_belongs_to_what_is_said(read: Read) -> None:
    (quotation,) = read("وهدد النائب بـ«تصعيد لا تتمناه الحكومة» إذا لم تستجب للمطالب.").quotations
    assert quotation.kind == "mixed"
