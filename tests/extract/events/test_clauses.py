from __future__ import annotations

import pytest

from extract.conftest import Read, scene_of
from marsad.extract.events.clauses import clause_numbers
from marsad.knowledge.base import Knowledge

CLAUSES = {
    "قتل جندي في الهجوم.": 1,
    "قتل جندي، وأصيب آخر.": 2,
    "قتل جندي وأصيب آخر.": 2,
    "قتل جندي فيما هرب المهاجم.": 2,
    "قال الوزير: قتل جندي.": 2,
    "أحبطت الشرطة، الجمعة، هجوما على السوق.": 1,
}


@pytest.mark.parametrize(("text", "number"), CLAUSES.items())
def test_clauses_end_at_marks_connectors_and_joined_verbs(
    read: Read, knowledge: Knowledge, text: str, number: int
) -> None:
    here = scene_of(read(text), knowledge)
    numbers = clause_numbers(here.reading, here.reading.sentences[0])
    assert len(set(numbers)) == number


def test_a_long_text_without_a_word_of_conflict_is_peaceful(read: Read, knowledge: Knowledge) -> None:
    quiet = "زار الوفد المتحف الوطني وتجول في قاعاته ثم التقى مدير المكتبة وتحدث معه عن الكتب. " * 12
    assert scene_of(read(quiet), knowledge).peaceful
    assert not scene_of(read(f"{quiet} وقصف الجيش مواقع المسلحين في الجبل بالصواريخ."), knowledge).peaceful


def test_an_essay_speaks_of_we_and_asks_and_quotes_nobody(read: Read, knowledge: Knowledge) -> None:
    essay = "لماذا نحن هنا؟ هل نعرف ما نريد؟ أعتقد أن مجتمعنا يحتاج إلى كثير من العمل، وكيف لنا أن ننجح؟ " * 5
    report = "قصف الجيش مواقع المسلحين في الجبل. وقال الوزير إن العملية مستمرة في المنطقة كلها. " * 6
    assert scene_of(read(essay), knowledge).commentary
    assert not scene_of(read(report), knowledge).commentary


def test_a_context_is_found_by_words_wordings_actors_places_and_counts(read: Read, knowledge: Knowledge) -> None:
    here = scene_of(read("قصفت طائرات من دون طيار تنظيم داعش في الموصل وقتل عشرة."), knowledge)
    end = len(here.reading.tokens)
    assert all(here.context_in(name, 0, end) for name in ("aircraft", "armed_group", "place", "victim"))
    assert not here.context_in("court", 0, end)
