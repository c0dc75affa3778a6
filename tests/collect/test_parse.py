from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.collect.parse import PAGE_LIMIT, TEXT_LIMIT, ParseTools, parse
from marsad.collect.published import WeekdayHint
from marsad.model.document import Capture, DateValue, Document
from marsad.model.issue import Issue

TITLE = "مخاوف من عودة المسلحين إلى جبال حمرين"
FIRST = "تجددت المخاوف في محافظة ديالى من عودة المسلحين إلى جبال حمرين."
SECOND = "وقال مصدر أمني إن القوات أوقفت 4 مطلوبين فجر الأحد."
SAVED_PAGE = f"Sada Nahrain\n{TITLE}\n{TITLE}\n\n  • 19 آب 14:12\n\n{FIRST}\n\n{SECOND}\n\nالأكثر قراءة\nطقس الغد\n"


def plain(text: str | bytes, **fields: str) -> Capture:
    return Capture("a/page.txt", "text/plain", text.encode() if isinstance(text, str) else text, **fields)


def only_document(found: list[Document | Issue]) -> Document:
    (document,) = found
    assert isinstance(document, Document)
    return document


def issues_of(found: list[Document | Issue]) -> list[Issue]:
    return [item for item in found if isinstance(item, Issue)]


def test_a_document_is_the_title_a_blank_line_and_the_paragraphs(tools: ParseTools) -> None:
    document = only_document(parse(plain(SAVED_PAGE), tools))
    assert document.text == f"{TITLE}\n\n{FIRST}\n{SECOND}"
    assert document.title == TITLE
    assert (document.uri, document.language, document.source_id) == ("a/page.txt", "ar", "sada_nahrain")
    assert document.published == DateValue("XXXX-08-19", "day")
    assert document.content_hash == hashlib.sha256(document.text.encode()).hexdigest()
    assert {piece.reason for piece in document.removed} == {"masthead", "repeated_title", "date_line", "most_read"}


def test_the_id_follows_from_uri_and_text_alone(tools: ParseTools) -> None:
    capture = plain(SAVED_PAGE)
    document = only_document(parse(capture, tools))
    same = only_document(parse(plain(f"{TITLE}\n\n{FIRST}\n{SECOND}", captured_at="2024-12-22"), tools))
    other = only_document(parse(replace(capture, uri="b.txt"), tools))
    assert document.id == same.id
    assert document.id != other.id
    assert document.content_hash == other.content_hash


def test_the_time_of_capture_settles_the_year(tools: ParseTools) -> None:
    document = only_document(parse(plain(SAVED_PAGE, captured_at="2024-12-22T10:00:00Z"), tools))
    assert document.published == DateValue("2024-08-19", "day")
    assert document.captured_at == "2024-12-22T10:00:00Z"


def test_weekdays_in_the_text_give_the_day_where_the_page_has_none(tools: ParseTools) -> None:
    with_weekdays = replace(tools, read_weekdays=lambda text: [WeekdayHint(6, 0)] if "فجر الأحد" in text else [])
    capture = plain(f"{TITLE}\n\n{FIRST}\n{SECOND}", captured_at="2024-12-24")
    assert only_document(parse(capture, with_weekdays)).published == DateValue("2024-12-22", "day")
    assert only_document(parse(capture, tools)).published is None


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (f"{TITLE}\n\n{TITLE}\n\n{FIRST}", TITLE, f"{TITLE}\n\n{FIRST}"),
        (FIRST, "", FIRST),
        (f"{TITLE}\n\n{TITLE}", TITLE, TITLE),
    ],
)
def test_a_title_is_given_once_and_either_part_may_be_missing(
    tools: ParseTools, text: str, title: str, expected: str
) -> None:
    document = only_document(parse(plain(text), tools))
    assert (document.title, document.text) == (title, expected)


def test_an_html_page_gives_its_outlet_by_its_canonical_address(tools: ParseTools) -> None:
    page = (
        f"<html><head><title>{TITLE}</title><link rel='canonical' href='https://www.dijla.example/1'>"
        "<meta property='article:published_time' content='2024-12-22T10:00:00+03:00'></head>"
        f"<body><article><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    )
    for content in (page.encode(), page.encode("cp1256")):
        document = only_document(parse(Capture("a.html", "text/html; charset=utf-8", content), tools))
        assert document.text == f"{TITLE}\n\n{FIRST}\n{SECOND}"
        assert (document.uri, document.source_id) == ("a.html", "dijla")
        assert document.published == DateValue("2024-12-22", "day")


@pytest.mark.parametrize("body", [{"text": f"{FIRST}\n{SECOND}"}, {"html": f"<p>{FIRST}</p><p>{SECOND}</p>"}])
def test_an_article_of_a_dataset_is_read_as_text_or_as_html(tools: ParseTools, body: dict[str, str]) -> None:
    line = json.dumps({"title": TITLE, "published": "2015-07-24 15:37:29", "source": "صدى النهرين"} | body)
    document = only_document(parse(Capture("a.jsonl#1", "application/json", line.encode()), tools))
    assert document.text == f"{TITLE}\n\n{FIRST}\n{SECOND}"
    assert (document.source_id, document.published) == ("sada_nahrain", DateValue("2015-07-24", "day"))


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("رئیس جمهور ایران گفت که نیروهای امنیتی در عراق چند تن از تروریست‌ها را بازداشت کرده‌اند.", "fa", "Persian"),
        ("وزیراعظم نے کہا کہ پاکستان میں دہشت گردی کے خلاف جنگ جاری رہے گی اور فوج تیار ہے۔", "ur", "Urdu"),
        ("سەرۆکی هەرێمی کوردستان ڕایگەیاند کە هێزەکانی پێشمەرگە لە کەرکووک دەمێننەوە.", "ckb", "Kurdish"),
        ("The minister said on Sunday that the army had arrested seven people in Kirkuk.", "en", "English"),
        ("Le ministre a déclaré dimanche que l'armée avait arrêté sept personnes.", "fr", "another language"),
        ("12:30", "und", "cannot be told"),
    ],
)
def test_a_page_in_another_language_is_a_document_with_an_issue(
    tools: ParseTools, text: str, language: str, name: str
) -> None:
    document, issue = parse(plain(text), tools)
    assert isinstance(document, Document)
    assert isinstance(issue, Issue)
    assert (document.language, issue.reason) == (language, "not_arabic")
    assert name in issue.message


@pytest.mark.parametrize(
    ("media_type", "content", "reason"),
    [
        ("text/plain", b"\xef\xbb\xbf\xe2\x80\x8b\n", "no_text"),
        ("text/html", b"<html><body><img src=x></body></html>", "no_text"),
        ("application/json", '{"title": "عنوان"}'.encode(), "no_text"),
        pytest.param("text/plain", f"{FIRST} ".encode() * (TEXT_LIMIT // len(FIRST)), "too_long", id="a long text"),
        pytest.param("text/html", b"<br>" * (PAGE_LIMIT // 4 + 1), "too_long", id="a long page"),
        ("application/json", b"{", "not_json"),
        ("application/json", b"[1]", "not_object"),
        ("image/png", b"PNG", "unsupported"),
    ],
)
def test_a_capture_without_an_article_is_an_issue_that_names_it(
    tools: ParseTools, media_type: str, content: bytes, reason: str
) -> None:
    (issue,) = parse(Capture("a/b", media_type, content), tools)
    assert isinstance(issue, Issue)
    assert (issue.stage, issue.reason, issue.uri) == ("collect", reason, "a/b")
    assert issue.message.startswith("a/b: ")
    assert "\n" not in issue.message


def test_flaws_of_the_bytes_are_issues_beside_the_document(tools: ParseTools) -> None:
    cut = parse(plain(f"{TITLE}\n\n{FIRST}\n{SECOND}".encode()[:-2]), tools)
    assert [issue.reason for issue in issues_of(cut)] == ["truncated"]
    damaged = parse(plain(f"{TITLE}\n\n{FIRST}".encode().replace("المخاوف".encode(), b"\xff")), tools)
    assert [issue.reason for issue in issues_of(damaged)] == ["damaged"]
    assert all(isinstance(found[0], Document) for found in (cut, damaged))


@pytest.mark.parametrize("media_type", ["text/plain", "text/html", "application/json", "application/x-unknown"])
@given(content=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_documents_or_issues(tools: ParseTools, media_type: str, content: bytes) -> None:
    for item in parse(Capture("a", media_type, content), tools):
        if isinstance(item, Document):
            item.text.encode("utf-8")
            assert item.text


@given(text=st.text(max_size=300), title=st.text(max_size=50))
def test_any_article_gives_a_document_or_issues(tools: ParseTools, text: str, title: str) -> None:
    for field in ("text", "html"):
        line = json.dumps({"title": title, field: text}).encode()
        assert parse(Capture("a", "application/json", line), tools)
