from __future__ import annotations

import pytest

from extract.conftest import Read
from marsad.model.annotation import AnnotatedDocument

Said = tuple[str, str]


def said(annotated: AnnotatedDocument) -> list[Said]:
    """Return who says what."""
    return [(q.source.evidence.quote, q.content.quote) for q in annotated.quotations]


FRAMES = {
    # a verb with its source after it
    "قال وزير الدفاع إن القوات دخلت البلدة.": ("وزير الدفاع", "القوات دخلت البلدة"),
    "أكد قائد الشرطة أن الطريق آمن.": ("قائد الشرطة", "الطريق آمن"),
    "وأوضح في مؤتمر صحفي أمس وزير الداخلية أن الحدود مغلقة.": ("وزير الداخلية", "الحدود مغلقة"),
    "وقال، من جهته، محافظ نينوى إن النازحين عادوا.": ("محافظ نينوى", "النازحين عادوا"),
    # the source before its verb
    "الشرطة، من جانبها، ذكرت أن المهاجم فر.": ("الشرطة", "المهاجم فر"),
    "وزارة الدفاع أعلنت أن العملية انتهت.": ("وزارة الدفاع", "العملية انتهت"),
    # hearsay: the source stands after عن, the medium before it relays
    "نقلت رويترز عن مصدر أمني قوله إن الهجوم فشل.": ("مصدر أمني", "الهجوم فشل"),
    "ونقلت وكالة الأناضول عن مسؤولين قولهم إن الطريق آمن.": ("مسؤولين", "الطريق آمن"),
    # بحسب before and after what is said
    "وبحسب مصدر أمني فإن المسلحين انسحبوا من القرية.": ("مصدر أمني", "المسلحين انسحبوا من القرية"),
    "وصلت التعزيزات إلى القاعدة، بحسب مصدر أمني.": ("مصدر أمني", "وصلت التعزيزات إلى القاعدة"),
    "وفقا لشهود عيان فقد وقع انفجاران.": ("شهود عيان", "وقع انفجاران"),
    "ووفقا لتقارير تشير إلى وجود خلايا نائمة في المدينة.": ("تقارير", "وجود خلايا نائمة في المدينة"),
    # a statement
    "وجاء في بيان لوزارة الدفاع أن الطائرات عادت سالمة.": ("وزارة الدفاع", "الطائرات عادت سالمة"),
    # a noun before its source
    "وتأتي الخطوة بعد إعلان وزارة الداخلية أن الشبكة فككت.": ("وزارة الداخلية", "الشبكة فككت"),
    # a bare act announced
    "أعلنت خلية الإعلام الأمني القبض على أربعة إرهابيين.": ("خلية الإعلام الأمني", "القبض على أربعة إرهابيين"),
    # a warning's and a demand's object
    "حذر الخبير الأمني من عودة التنظيم إلى ديالى.": ("الخبير الأمني", "عودة التنظيم إلى ديالى"),
    "دعا رئيس البرلمان إلى ضبط النفس.": ("رئيس البرلمان", "ضبط النفس"),
    "أعربت الأمم المتحدة عن قلقها على المدنيين.": ("الأمم المتحدة", "قلقها على المدنيين"),
}


@pytest.mark.parametrize(("text", "expected"), FRAMES.items())
def test_each_frame_joins_a_cue_with_its_source_and_its_content(read: Read, text: str, expected: Said) -> None:
    assert said(read(text)) == [expected]


CARRIED_ON = {
    "قال وزير الدفاع خالد العبيدي إن القوات تقدمت. وأضاف أن المعركة مستمرة.": "وزير الدفاع خالد العبيدي",
    "قال قائد الشرطة إن القوات تقدمت، مضيفا أن المعركة مستمرة.": "قائد الشرطة",
    "أكدت النائبة هدى سجاد أن القوات تقدمت، لافتة إلى أن المعركة مستمرة.": "النائبة هدى سجاد",
    "ذكرت وزارة الدفاع أن القوات تقدمت. وأوضحت أن المعركة مستمرة.": "وزارة الدفاع",
    "قال مصدر أمني إن القوات تقدمت.\nوتابع أن المعركة مستمرة.": "مصدر أمني",
    "أوضح البيان أن القوات تقدمت، مشيرا إلى أن المعركة مستمرة.": "البيان",
}


@pytest.mark.parametrize(("text", "source"), CARRIED_ON.items())
def test_bare_verbs_and_participles_go_back_to_the_source_before(read: Read, text: str, source: str) -> None:
    assert said(read(text)) == [(source, "القوات تقدمت"), (source, "المعركة مستمرة")]


def test_a_bare_verb_takes_the_last_source_that_agrees_with_it(read: Read) -> None:
    text = "ذكرت وزارة الدفاع أن القوات تقدمت. وقال محافظ نينوى إن الطرق مغلقة. وأضافت أن المعركة مستمرة."
    assert said(read(text))[-1] == ("وزارة الدفاع", "المعركة مستمرة")


def test_a_pronoun_of_hearsay_goes_back_to_the_source_before(read: Read) -> None:
    text = "قال وزير الدفاع إن القوات تقدمت. ونقلت عنه وكالة رويترز قوله إن الهجوم فشل."
    assert said(read(text))[-1] == ("وزير الدفاع", "الهجوم فشل")


def test_a_participle_goes_back_to_the_subject_of_its_sentence(read: Read) -> None:
    assert said(read("وصل وزير الدفاع إلى الموصل، مؤكدا أن الطريق آمن.")) == [("وزير الدفاع", "الطريق آمن")]


def test_a_belief_told_right_after_a_cue_is_part_of_what_is_said(read: Read) -> None:
    assert said(read("قال مسؤولون إنهم يعتقدون أن القائد قتل في الغارة.")) == [
        ("مسؤولون", "إنهم يعتقدون أن القائد قتل في الغارة")
    ]


def test_two_sources_in_one_sentence_keep_their_own_words(read: Read) -> None:
    text = "قال قائد الشرطة إن الطريق آمن، فيما أكد محافظ نينوى أن النازحين عادوا."
    assert said(read(text)) == [("قائد الشرطة", "الطريق آمن"), ("محافظ نينوى", "النازحين عادوا")]


NOT_ATTRIBUTED = [
    "يذكر أن البلدة شهدت هجوما العام الماضي.",
    "ووقع خلاف بين الطرفين على الحدود.",
    "يؤكد الحادث أن الأمن ضعيف.",
    "أنباء عن سقوط قتلى في الحي.",
    "تردد أن قائدا قتل في الغارة.",
    "وأعلنت حالة الطوارئ في المدينة أمس.",
    "هذا ما حدث في القرية.",
    "الرسالة التي قال إنها وصلت متأخرة.",
    "وذكر أنه عاد.",
    "وحوكم المتهم وفق أحكام المادة الرابعة من قانون مكافحة الإرهاب.",
]


@pytest.mark.parametrize("text", NOT_ATTRIBUTED)
def test_words_without_a_source_are_no_statements(read: Read, text: str) -> None:
    assert said(read(text)) == []


def test_the_title_adds_no_statement(read: Read) -> None:
    assert said(read("لم يصدر تعليق.", title="الوزير: قلنا إن العملية مستمرة")) == []


def test_statements_come_in_the_order_of_their_words(read: Read) -> None:
    annotated = read("وصلت التعزيزات إلى القاعدة، بحسب مصدر أمني. وقال قائد الشرطة إن الطريق آمن.")
    starts = [q.content.start for q in annotated.quotations]
    assert starts == sorted(starts)
    assert len(starts) == 2


def test_a_source_at_the_cue_is_trusted_more_than_one_carried_over(read: Read) -> None:
    first, second = read("قال وزير الدفاع إن القوات تقدمت. وأضاف أن المعركة مستمرة.").quotations
    assert first.score > second.score
    assert {"source_at_cue", "joined_by_clause", "known_head"} == {f.name for f in first.features}
    assert "source_carried_over" in {f.name for f in second.features}
