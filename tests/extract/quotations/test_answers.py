from __future__ import annotations

import pytest

from extract.conftest import Read

POSITIONS = {
    "قال الخبير إن تنظيم داعش يعيد تنظيم صفوفه في الصحراء.": ["rising"],
    "قال الخبير إن داعش استعاد نشاطه في ديالى.": ["rising"],
    "قال الخبير إن تنظيم داعش انتهى كقوة عسكرية.": ["finished"],
    "قال الخبير إن تنظيم داعش لا يستطيع شن هجمات كبيرة.": ["contained"],
    "قال الخبير إن تنظيم داعش لم ينته بعد.": ["rising"],
    "قال الخبير إن تنظيم داعش لا يمكن أن يستعيد قوته.": ["finished"],  # negated
    "قال الخبير إن أسعار النفط استعادت نشاطها.": [],
    "قال الخبير إن تنظيم داعش ظهر عام 2013.": [],
}


@pytest.mark.parametrize(("text", "positions"), POSITIONS.items())
def test_a_statement_on_the_topic_takes_a_position_or_none(read: Read, text: str, positions: list[str]) -> None:
    (quotation,) = read(text).quotations
    assert [(a.question, a.position) for a in quotation.answers] == [("isis_outlook", p) for p in positions]


def test_the_topic_may_be_named_in_the_sentence_before(read: Read) -> None:
    text = "تزايدت هجمات تنظيم داعش. وقال الخبير إنه يعيد تنظيم صفوفه."
    (quotation,) = read(text).quotations
    assert [a.position for a in quotation.answers] == ["rising"]


def test_the_evidence_of_an_answer_lies_in_the_content(read: Read) -> None:
    (quotation,) = read("قال الخبير إن تنظيم داعش يعيد تنظيم صفوفه في الصحراء.").quotations
    (answer,) = quotation.answers
    assert quotation.content.start <= answer.evidence.start < answer.evidence.end <= quotation.content.end


def test_what_the_outlet_says_itself_answers_nothing(read: Read) -> None:
    annotated = read("يعيد تنظيم داعش تنظيم صفوفه. وقال الخبير إن الطقس بارد.")
    assert [q.answers for q in annotated.quotations] == [()]
