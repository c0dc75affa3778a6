from __future__ import annotations

from extract.conftest import Read


def test_each_happening_takes_its_own_toll(read_all: Read) -> None:
    text = "قتل خمسة جنود في تفجير سيارة مفخخة في الرمادي، وأصيب ثلاثة في هجوم مسلح في هيت."
    tolls = {e.event_type: [(c.unit, c.low) for c in e.counts] for e in read_all(text).events}
    assert tolls == {"bombing": [("killed", 5)], "armed_attack": [("wounded", 3)]}


def test_a_toll_goes_to_a_happening_that_can_have_it(read_all: Read) -> None:
    text = "أعلنت الشرطة اعتقال منفذي هجوم مسلح قرب هيت وعددهم خمسة معتقلين."
    tolls = {e.event_type: [(c.unit, c.low) for c in e.counts] for e in read_all(text).events}
    assert tolls == {"arrest": [("arrested", 5)], "armed_attack": []}


def test_of_competing_numbers_the_first_is_the_toll(read_all: Read) -> None:
    (event,) = read_all("قتل خمسة جنود في تفجير، بعدما تحدثت أنباء عن مقتل ثلاثة.").events[:1]
    assert [(c.unit, c.low) for c in event.counts] == [("killed", 5)]


def test_an_event_with_a_toll_is_told_at_one_place(read_all: Read) -> None:
    events = read_all("قتل عشرون شخصا في غارات على الحويجة والرشاد.").events
    assert [e.place.place_id for e in events if e.place] == ["iq-hawija"]


def test_the_toll_of_years_is_not_that_of_one_act(read_all: Read) -> None:
    text = "هاجمت طائرات تركية معسكرات حزب العمال في حملة قد تنهي تمردا أدى إلى مقتل 40 ألف شخص منذ عام 1984."
    (strike,) = (e for e in read_all(text).events if e.event_type == "air_strike")
    assert strike.counts == ()


def test_tens_are_not_added_to_the_toll_of_the_other_side(read_all: Read) -> None:
    (clash,) = read_all("قتل 22 من الحوثيين وأصيب عشرات في مواجهات مع المقاومة التي خسرت قتيلين.").events
    assert [(c.unit, c.low) for c in clash.counts if c.unit == "killed"] == [("killed", 24)]
