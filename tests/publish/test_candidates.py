from __future__ import annotations

from typing import Any

from marsad.publish.candidates import candidates


def record(uri: str, text: str, *names: str, listed: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the parts of a record that are asked for: names, all of them in Aleppo, with those that are ``listed``."""
    places = [
        {
            "name": name, "admin1": "Aleppo", "country": "SY",
            "features": {} if name in listed else {"unlisted_name": 0.0},
            "start": text.index(name), "end": text.index(name) + len(name),
        }
        for name in names
    ]  # fmt: skip
    return {"document": {"uri": uri, "text": text}, "places": places}


def test_names_of_most_articles_come_first_and_those_of_the_gazetteer_are_left_out() -> None:
    found = candidates(
        [
            record("1", "قصف على قرية الهيل وقرية أم العصافير في ريف حلب", "الهيل", "أم العصافير"),
            record("2", "دخلت قرية أم العصافير بحلب", "أم العصافير", "حلب", listed=("حلب",)),
        ]
    )
    assert [(c.name, c.articles, c.uri) for c in found] == [("أم العصافير", 2, "1"), ("الهيل", 1, "1")]


def test_spellings_of_one_name_are_one_place_and_count_an_article_once() -> None:
    text = "في قرية أم الجرن بريف حلب، وتقع ام الجرن قرب منبج"
    found = candidates([record("1", text, "أم الجرن", "ام الجرن")])
    assert [(c.name, c.articles) for c in found] == [("أم الجرن", 1)]


def test_the_context_is_cut_between_words_where_the_text_goes_on() -> None:
    text = "كلمة " * 30 + "قرية الهيل في ريف حلب " + "أخرى " * 30
    (found,) = candidates([record("1", text, "الهيل")])
    assert found.context.startswith("كلمة ")
    assert found.context.endswith(" أخرى")
    assert "قرية الهيل في ريف حلب" in found.context
    (whole,) = candidates([record("1", "قرية الهيل\nفي ريف حلب", "الهيل")])
    assert whole.context == "قرية الهيل في ريف حلب"
