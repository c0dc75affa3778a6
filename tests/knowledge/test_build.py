from __future__ import annotations

from pathlib import Path

import pytest

from marsad.knowledge.base import Knowledge
from marsad.knowledge.load import load_knowledge
from marsad.text.normalize import fold
from marsad.text.phrases import Hit, PhraseIndex, T
from marsad.text.segment import tokenize


def find(index: PhraseIndex[T], text: str) -> list[Hit[T]]:
    tokens = tokenize(text)
    return index.scan(tokens, 0, len(tokens))


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("إعدامات", "killing"),
        ("إعداما", "killing"),
        ("والإعدام", "killing"),
        ("باغتيالهم", "killing"),
        ("استعراضا عسكريا", "movement"),
        ("الاستعراض العسكري", "movement"),
        ("تفجير السيارة المفخخة", None),
        ("تفجير سيارة مفخخة", "bombing"),
    ],
)
def test_a_noun_that_tells_a_happening_is_found_in_its_forms(
    text: str, event_type: str | None, knowledge: Knowledge
) -> None:
    hits = find(knowledge.ontology.nouns, text)
    assert hits
    if event_type:
        assert {hit.value.event_type for hit in hits} == {event_type}
        assert hits[0].last == len(tokenize(text))
    else:
        assert hits[0].last == 1


def test_triggers_that_ask_for_a_word_are_tried_first(knowledge: Knowledge) -> None:
    for triggers in knowledge.ontology.verbs.values():
        bare = [trigger.followed_by is None for trigger in triggers]
        assert bare == sorted(bare)


def test_contexts_hold_words_wordings_and_people(knowledge: Knowledge) -> None:
    contexts = knowledge.ontology.contexts
    assert contexts["aircraft"].words.has(fold("بطائرات"))
    assert find(contexts["aircraft"].phrases, "من دون طيار")
    assert contexts["victim"].words.has(fold("جنود"))
    assert contexts["victim"].counts
    assert "force" in contexts["military"].actor_kinds
    assert contexts["place"].places


def test_cues_know_their_class_and_how_they_take_their_content(knowledge: Knowledge) -> None:
    cues = knowledge.cues
    assert cues.verbs["نفى"].cue_class == "deny"
    assert [(h.value.cue_class, h.value.frame) for h in find(cues.nouns, "ونفيه")] == [("deny", "noun")]
    assert {h.value.frame for h in find(cues.phrases, "بحسب")} == {"according_to"}
    assert ((fold("على"),), (fold("أن"),)) in [content.parts for content in cues.contents]
    assert cues.neutral == {"say", "affirm"}


def test_an_actor_is_found_by_every_name_and_told_when_it_is_a_short_one(knowledge: Knowledge) -> None:
    index = knowledge.actors.index
    assert [(h.value[0].id, h.value[1], h.prefix) for h in find(index, "لداعش")] == [("isis", False, "ل")]
    assert ("isis", True) in [(h.value[0].id, h.value[1]) for h in find(index, "التنظيم")]
    assert knowledge.actors.by_id["isis"].kind == "armed_group"


def test_a_small_folder_becomes_searchable(folder: Path) -> None:
    small = load_knowledge(folder)
    assert [hit.value.id for hit in find(small.gazetteer.index, "قضاء الحويجة وحويجة")] == ["iq-hawija", "iq-hawija"]
    assert list(small.gazetteer.by_id) == ["iq", "iq-kirkuk", "iq-hawija"]
    assert small.gazetteer.countries["IQ"].name_en == "Iraq"
    assert small.gazetteer.demonyms == {"عراقي": "IQ", "عراقيه": "IQ"}
    assert [hit.value.id for hit in find(small.outlets.index, "وكالة «رويترز»")] == ["reuters"]
    assert list(small.outlets.by_id) == ["reuters"]


def test_words_that_go_with_places_name_their_kinds(knowledge: Knowledge) -> None:
    words = knowledge.gazetteer.words
    assert words.generic[fold("قضاء")] == {"district", "city", "town"}
    assert words.directions.has("شمال")
    assert find(words.not_after, "قيادة عمليات")


def test_a_head_of_a_noun_phrase_under_two_kinds_is_a_person(knowledge: Knowledge) -> None:
    assert knowledge.speakers[fold("نائب")] == "person"
    assert knowledge.speakers[fold("وزارة")] == "institution"
    assert knowledge.not_speakers.has(fold("الحادث"))


def test_wordings_of_status_and_of_counts_are_found(knowledge: Knowledge) -> None:
    assert [hit.value for hit in find(knowledge.status.cues, "ينفي")] == ["denied"]
    assert knowledge.counting.verbs["خطف"] == "abducted"
    assert knowledge.counting.nouns["killed"].has(fold("القتلى"))
    assert find(knowledge.counting.none, "دون إصابات")


def test_a_question_knows_its_wordings_and_their_opposites(knowledge: Knowledge) -> None:
    [question] = [q for q in knowledge.questions if q.id == "isis_outlook"]
    assert question.about == {"isis"}
    assert question.negated == {"rising": "finished"}
    assert {hit.value.position for hit in find(question.positions, "يستعيد قوته")} == {"rising"}
    assert ("rising", (("بقوه",),)) in [(h.value.position, h.value.rest) for h in find(question.positions, "عاد")]
    assert find(question.negators, "لا يمكن")


def test_number_words_and_words_of_time_are_ready(knowledge: Knowledge) -> None:
    assert knowledge.numerals.words[fold("وخمسة")].value == 5
    assert [hit.value.value for hit in find(knowledge.dates.words, "كانون الأول")] == [12]
    assert "الأكثر قراءة" in knowledge.chrome["most_read"]["blocks"]
