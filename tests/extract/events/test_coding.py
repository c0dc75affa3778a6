from __future__ import annotations

from extract.conftest import Read


def test_an_event_is_told_with_its_words_and_its_sentence(read_all: Read) -> None:
    annotated = read_all("قال مصدر. وقع هجوم مسلح في الفلوجة أمس.")
    (event,) = annotated.events
    assert event.trigger.quote == "هجوم مسلح"
    assert event.evidence.quote == "وقع هجوم مسلح في الفلوجة أمس."


def test_an_event_in_reported_speech_names_the_innermost_statement(read_all: Read) -> None:
    annotated = read_all("قال قائد الشرطة إن هجوما مسلحا وقع في الفلوجة. وانفجرت سيارة مفخخة في هيت.")
    (quotation,) = annotated.quotations
    assert [e.quotation_id for e in annotated.events] == [quotation.id, None]


def test_an_essay_tells_history(read_all: Read) -> None:
    essay = "لماذا نحن هنا؟ هل نعرف ما نريد؟ أعتقد أن مجتمعنا يحتاج إلى العمل، وكيف لنا أن ننجح؟ " * 6
    events = read_all(f"{essay}لقد اغتال الإرهابيون السلام.").events
    assert all(event.background for event in events)


def test_a_score_is_the_sum_of_its_named_reasons(read: Read) -> None:
    (event,) = read("قتل خمسة جنود في تفجير سيارة مفخخة نفذه تنظيم داعش في الرمادي أمس.").events
    names = {feature.name for feature in event.features}
    assert {"bias", "type_bombing", "toll_told", "day_told", "spot_named", "known_actor", "several_wordings"} <= names
    assert 0 < event.score < 1


def test_what_is_less_likely_than_the_threshold_is_dropped(read: Read, read_all: Read) -> None:
    text = "تحدث الكاتب عن الحرب على التنظيم."
    assert len(read(text).events) <= len(read_all(text).events)
    assert all(event.score >= 0.5 for event in read(text).events)


def test_ids_are_unique_even_where_one_wording_tells_of_several_towns(read_all: Read) -> None:
    events = read_all("شن الطيران غارات على الحويجة والرشاد والعباسي.").events
    assert len({event.id for event in events}) == len(events) == 3


def test_a_heading_between_paragraphs_tells_nothing(read_all: Read) -> None:
    heading = "اجتمع القادة أمس.\n\nغارات على مواقع المسلحين"
    news = "قصفت طائرات التحالف مواقع المسلحين في مدينة الرقة فجر اليوم الأحد."
    assert [e.trigger.quote for e in read_all(f"{heading}\n\n{news}").events] == ["قصفت"]
    assert read_all(heading).events != ()
