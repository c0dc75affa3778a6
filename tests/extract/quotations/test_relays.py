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
    "قال قائد الشرطة إن الهجوم فشل.": [],
}


@pytest.mark.parametrize(("text", "expected"), NAMED.items())
def test_an_outlet_named_with_the_cue_passes_the_statement_on(read: Read, text: str, expected: list[str]) -> None:
    assert relays(read(text)) == [expected]


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
