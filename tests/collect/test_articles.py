from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn

import pytest

from marsad.collect.articles import article_address, parse_article
from marsad.collect.page import Page
from marsad.errors import InputError

if TYPE_CHECKING:
    from marsad.collect.chrome import ChromeLexicon

TEXT = "قتل ثلاثة جنود في هجوم قرب الحويجة.\nوقال مصدر أمني إن المهاجمين فروا."


def no_html(_: str) -> NoReturn:
    pytest.fail("there is no html to read")


def parse(article: object, chrome: ChromeLexicon) -> Page:
    return parse_article(json.dumps(article), chrome, no_html)


@pytest.mark.parametrize("field", ["text", "content"])
@pytest.mark.parametrize("date", ["published", "date", "date_extracted"])
@pytest.mark.parametrize("address", ["uri", "url"])
def test_an_article_is_read_by_either_name_of_its_fields(
    chrome: ChromeLexicon, field: str, date: str, address: str
) -> None:
    article = {"title": " مقتل &quot;جنود&quot; ", field: TEXT, date: "2024-12-22", address: "https://a.example/1"}
    read = parse(article | {"source": "dijla", "author": "", "tags": ["أمن"]}, chrome)
    assert read == Page(
        'مقتل "جنود"', tuple(TEXT.split("\n")), (), "2024-12-22", source="dijla", address="https://a.example/1"
    )


def test_tags_at_the_end_and_the_writer_at_the_head_are_removed(chrome: ChromeLexicon) -> None:
    text = f"عين الأفق – متابعات\n{TEXT} سمات الحويجة داعش"
    read = parse({"title": "مقتل جنود في كركوك", "content": text}, chrome)
    assert "\n".join(read.paragraphs) == TEXT
    assert [piece.reason for piece in read.removed] == ["byline", "tags"]


def test_a_title_is_not_guessed_from_the_text(chrome: ChromeLexicon) -> None:
    assert parse({"text": "مقتل جنود\n" + TEXT}, chrome).title == ""


def test_html_is_read_where_there_is_no_text_and_the_fields_go_before_the_markup(chrome: ChromeLexicon) -> None:
    def read_html(markup: str) -> Page:
        return Page("عنوان الصفحة", (markup,), published="2020-01-02", source="site", address="https://b.example")

    article = {"title": "عنوان", "html": "<p>نص</p>", "text": "  ", "published": "2024-12-22"}
    read = parse_article(json.dumps(article), chrome, read_html)
    assert read == Page("عنوان", ("<p>نص</p>",), (), "2024-12-22", source="site", address="https://b.example")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"title": "عنوان"}', "no_text"),
        ('{"title": "عنوان", "text": " \\n "}', "no_text"),
        ('{"title": "عنوان", "text": null}', "no_text"),
        ('{"text": 5}', "no_text"),
        ('["قتل ثلاثة جنود"]', "not_object"),
        ('"قتل ثلاثة جنود"', "not_object"),
        ("null", "not_object"),
        ('{"title": "عنوان", "text": "قتل', "not_json"),
        ("قتل ثلاثة جنود", "not_json"),
        ("", "not_json"),
        ("[" * 100_000, "not_json"),
    ],
)
def test_what_is_no_article_says_why(chrome: ChromeLexicon, text: str, reason: str) -> None:
    with pytest.raises(InputError) as raised:
        parse_article(text, chrome, no_html)
    assert raised.value.reason == reason
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("article", "address"),
    [
        ({"uri": "a/1", "url": "https://a.example"}, "a/1"),
        ({"uri": "", "url": "https://a.example"}, "https://a.example"),
        ({"uri": 7}, None),
        ({}, None),
        (["uri"], None),
        (None, None),
    ],
)
def test_the_address_of_an_article_is_its_uri_or_url(article: object, address: str | None) -> None:
    assert article_address(article) == address
