from __future__ import annotations

from extract.conftest import Read

INTRO = "قال محافظ نينوى في حوار مع قناة الجزيرة إن الوضع مستقر.\n"
ASKED = """* كيف ترون الوضع في المدينة؟
- الوضع مستقر ولا خوف من عودة المسلحين.
* ومتى يعود النازحون إلى بيوتهم؟
- سيعودون خلال الشهر المقبل إن شاء الله.
* هل من كلمة أخيرة للأهالي؟
- نشكر كل من وقف معنا في المحنة.
"""


def test_an_answer_is_said_by_who_was_heard_before_the_first_question(read: Read) -> None:
    answers = read(INTRO + ASKED).quotations[1:]
    assert [q.content.quote for q in answers] == [
        "الوضع مستقر ولا خوف من عودة المسلحين",
        "سيعودون خلال الشهر المقبل إن شاء الله",
        "نشكر كل من وقف معنا في المحنة",
    ]
    assert {(q.source.evidence.quote, q.kind, q.cue.quote) for q in answers} == {("محافظ نينوى", "direct", "-")}
    assert {relay.actor_id for q in answers for relay in q.relays} == {"aljazeera"}


def test_a_question_that_names_who_is_asked_has_his_answer(read: Read) -> None:
    text = ASKED.replace("* ومتى", "* الوزير فهد كفاين.. متى")
    assert "الوزير فهد كفاين" in read(INTRO + text).quotations[2].source.evidence.quote


def test_without_anybody_known_to_be_asked_nothing_is_attributed(read: Read) -> None:
    assert not read("وصلت القوات إلى المدينة.\n" + ASKED).quotations


def test_a_question_in_an_essay_makes_no_interview(read: Read) -> None:
    text = "قال محافظ نينوى إن الوضع مستقر.\nفهل هذا صحيح؟\nلا أحد يعرف الجواب على هذا السؤال.\n"
    assert len(read(text).quotations) == 1
