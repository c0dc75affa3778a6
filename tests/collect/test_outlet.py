from __future__ import annotations

import pytest

from marsad.collect.outlet import OutletMatcher

OUTLETS = OutletMatcher.build(
    {"www.Dijla.example": "dijla", "news.example": "news", "arabic.news.example": "news_arabic"},
    {"دجلة نيوز": "dijla", "Almaalouma": "almaalouma", "المعلومة": "almaalouma", "وكالة الأنباء": "wire"},
)


@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        ("https://dijla.example/a/1", "dijla"),
        ("https://m.dijla.example/a/1", "dijla"),
        ("http://WWW.DIJLA.EXAMPLE:8080/", "dijla"),
        ("https://arabic.news.example/x", "news_arabic"),
        ("https://english.news.example/x", "news"),
        ("https://notdijla.example/a/1", None),
        ("seeds/dijla.example/a.txt", None),
        ("http://[", None),
        ("a.zip!b.txt", None),
    ],
)
def test_the_longest_known_domain_of_an_address_decides(address: str, outlet: str | None) -> None:
    assert OUTLETS.find([address], None, []) == outlet


@pytest.mark.parametrize(
    ("source", "outlet"),
    [("dijla", "dijla"), ("دجله نيوز", "dijla"), ("dijla.example", "dijla"), ("جريدة أخرى", None), ("", None)],
)
def test_a_source_is_an_id_a_name_or_a_domain(source: str, outlet: str | None) -> None:
    assert OUTLETS.find(["a.jsonl#1"], source, []) == outlet


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (["edition", "Almaalouma"], "almaalouma"),
        (["المعلومة / تقرير ..."], "almaalouma"),
        (["لإرسال مقال للنشر في دجلة نيوز اضغط هنا"], "dijla"),
        (["عن وكالة الأنباء", "دجلة نيوز"], "dijla"),
        (["معلومة جديدة"], None),
        ([], None),
    ],
)
def test_a_line_that_is_a_name_goes_before_one_that_holds_a_name(lines: list[str], outlet: str | None) -> None:
    assert OUTLETS.find(["a.txt"], None, lines) == outlet


def test_address_goes_before_source_and_source_before_masthead() -> None:
    assert OUTLETS.find(["https://news.example/1"], "dijla", ["Almaalouma"]) == "news"
    assert OUTLETS.find(["a.txt"], "dijla", ["Almaalouma"]) == "dijla"
