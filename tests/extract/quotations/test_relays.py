from __future__ import annotations

import pytest

from extract.conftest import Read
from marsad.model.annotation import AnnotatedDocument


def relays(annotated: AnnotatedDocument) -> list[list[str | None]]:
    return [[relay.actor_id for relay in q.relays] for q in annotated.quotations]


NAMED = {
    "نقلت رويترز عن مصدر أمني قوله إن الهجوم فشل.": ["reuters"],
    "قال المتحدث باسم الجيش لوكالة رويترز إن الهجوم فشل.": ["reuters"],
    "قال قائد الشرطة في تصريح لقناة الجزيرة إن الهجوم فشل.": ["aljazeera"],
    "قال قائد الشرطة إن الهجوم فشل، بحسب وكالة رويترز.": ["reuters"],
    "قال قائد الشرطة إن الهجوم فشل، وفقا لما نقله موقع إرم نيوز.": ["erem"],
    "قال قائد الشرطة إن الهجوم فشل.\nبحسب رويترز.": ["reuters"],
    "قال قائد الشرطة للصحفيين إن الهجوم فشل.": [],
    "كتب الوزير في تغريدة على تويتر أن الهجوم فشل.": ["twitter"],
    'أفاد المرصد السوري لحقوق الإنسان، عبر حسابه على منصة "إكس"، بأن الهجوم فشل.': ["x"],
    "قال مصدر أمني لـ(المدى) إن الهجوم فشل.": ["almada"],
    "قتل خمسة جنود، وفق ما نقلته وكالة الأناضول عن مصدر أمني.": ["anadolu"],
    "نقلت شبكة الفرات الإخبارية عن مصدر أمني قوله إن الهجوم فشل.": [None],
    'قال مصدر أمني لـ"بغداد اليوم" إن الهجوم فشل.': ["baghdad-today"],
    "وفي تغريدة على تويتر، قال قائد الشرطة إن الهجوم فشل.": ["twitter"],
    "قال قائد الشرطة في مقابلة مع شبكة سي إن إن إن الهجوم فشل.": ["cnn"],
    "قتل خمسة جنود، حسبما أفادت وكالة رويترز نقلا عن الشرطة.": ["reuters"],
    "قالت وكالة رويترز إن الهجوم فشل، نقلا عن مصادر أمنية.": ["reuters"],
    "وقال لـ«الحياة» مصدر أمني إن الهجوم فشل.": ["alhayat"],
    "قال وزير الخارجية في اتصال مع وزير الدولة لشؤون الشرق الأوسط إن الهجوم فشل.": [],
    "قال قائد الشرطة لـ«الشرق الأوسط» إن الهجوم فشل.": ["asharq-alawsat"],
    "قال قائد الشرطة لوكالة الاستخبارات إن الهجوم فشل.": [],
    "قال النائب، الذي يشغل موقع رئيس اللجنة، إن الهجوم فشل.": [],
    "أوضح الجيش في بيان نشره على موقعه على الإنترنت أن الهجوم فشل.": [None],
    "قال قائد الشرطة إن الهجوم فشل.": [],
}


@pytest.mark.parametrize(("text", "expected"), NAMED.items())
def test_an_outlet_named_with_the_cue_passes_the_statement_on(read: Read, text: str, expected: list[str]) -> None:
    assert relays(read(text)) == [expected]


def test_an_outlet_that_hands_on_others_words_relays_them_once(read: Read) -> None:
    (quotation,) = read("قالت صحيفة الصباح نقلا عن مسؤولين في وزارة الدفاع إن القوات انسحبت.").quotations
    assert quotation.source.evidence.quote == "مسؤولين في وزارة الدفاع"
    assert [relay.evidence.quote for relay in quotation.relays] == ["صحيفة الصباح"]


def test_who_quotes_another_relays_him(read: Read) -> None:
    outer, inner = read("قال محافظ كركوك إن رئيس الوزراء أكد أن الحدود مغلقة.").quotations
    assert outer.content.quote == "رئيس الوزراء أكد أن الحدود مغلقة"
    assert (inner.source.evidence.quote, [relay.evidence.quote for relay in inner.relays]) == (
        "رئيس الوزراء",
        ["محافظ كركوك"],
    )


def test_a_statement_that_reached_an_agency_is_of_who_issued_it(read: Read) -> None:
    (quotation,) = read('وذكر بيان للقيادة، ورد لوكالة شفق نيوز، أن "قوة من اللواء تصدت لهجوم".').quotations
    assert quotation.source.evidence.quote == "بيان للقيادة"
    assert [relay.actor_id for relay in quotation.relays] == ["shafaq"]


def test_a_channel_is_carried_forward_while_the_same_source_goes_on(read: Read) -> None:
    text = "قال قائد الشرطة لوكالة رويترز إن الهجوم فشل. وأضاف أن القوات باقية."
    assert relays(read(text)) == [["reuters"], ["reuters"]]


def test_a_channel_is_not_carried_back(read: Read) -> None:
    text = "قال قائد الشرطة إن الهجوم فشل. وأضاف في تصريح لوكالة رويترز أن القوات باقية."
    assert relays(read(text)) == [[], ["reuters"]]


def test_a_channel_is_not_carried_to_another_source(read: Read) -> None:
    text = "قال قائد الشرطة لوكالة رويترز إن الهجوم فشل. وقال محافظ نينوى إن النازحين عادوا."
    assert relays(read(text)) == [["reuters"], []]


def test_the_publishing_outlet_is_no_relay(read: Read) -> None:
    text = "قال قائد الشرطة لوكالة رويترز إن الهجوم فشل."
    assert relays(read(text, outlet="reuters")) == [[]]


def test_an_ordinary_word_is_an_outlet_only_after_a_word_for_media(read: Read) -> None:
    assert relays(read("قال قائد الشرطة لصحيفة الحياة إن الهجوم فشل.")) == [["alhayat"]]
    assert relays(read("قال قائد الشرطة إن الحياة عادت إلى المدينة.")) == [[]]


def test_a_head_of_media_alone_goes_back_to_the_outlet_named_before(read: Read) -> None:
    text = "حذر وزير الداخلية من الخطر، وفقا لما نقلته شبكة الفرات.\nوقال الوزير، بحسب الشبكة، إن الطريق آمن."
    assert [r.evidence.quote for r in read(text).quotations[-1].relays] == ["الشبكة"]
    assert not read("وقال الوزير، بحسب الشبكة، إن الطريق آمن.").quotations[-1].relays
