from __future__ import annotations

from marsad.publish.articles import article_of
from marsad.publish.summary import summarize
from report_samples import records

SUMMARY = summarize([article_of(number, record, {}) for number, record in enumerate(records(), 1)])


def test_figures_count_what_the_records_hold() -> None:
    assert dict(SUMMARY.figures) == {"documents": 4, "events": 8, "statements": 4, "places": 6, "issues": 1}


def test_bars_hold_every_card_once_and_the_longest_stands_first() -> None:
    assert sum(len(bar.cards) for bar in SUMMARY.events) == 8
    assert [(bar.slug, len(bar.cards)) for bar in SUMMARY.cues] == [("say", 2), ("deny", 1), ("warn", 1)]


def test_denied_planned_and_past_events_are_no_news() -> None:
    news = {bar.slug: bar.news for bar in SUMMARY.events}
    assert {slug for slug, number in news.items() if number} == {
        "movement",
        "arrest",
        "clash",
        "air_strike",
        "shelling",
    }


def test_answers_are_gathered_by_question() -> None:
    ((question, (bar,)),) = SUMMARY.answers.items()
    assert (question, bar.slug, [card.id for card in bar.cards]) == ("isis_outlook", "rising", ["a1q1"])


def test_events_of_one_place_in_several_articles_meet_in_one_spot() -> None:
    spots = {spot.place["name_en"]: [card.id for card in spot.cards] for spot in SUMMARY.spots if spot.place}
    assert spots["Kirkuk"] == ["a1e3", "a2e3"]
    assert SUMMARY.spots[0].place == records()[0]["events"][2]["place"]


def test_a_country_is_no_place_for_the_map() -> None:
    assert [spot.cards[0].id for spot in SUMMARY.spots if not spot.mapped] == ["a3e2"]


def test_statuses_are_those_that_occur() -> None:
    assert SUMMARY.statuses == ("occurred", "planned", "denied")
