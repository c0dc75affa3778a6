from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from marsad.model.issue import Issue
from marsad.publish.catalogue import Language
from marsad.publish.report import render_report
from report_samples import Page, records

VOID = {"meta", "link", "br", "input", "img", "hr"}
HOSTILE = "</style></title><script>alert(1)</script>\u202e\u2066<b onclick='x'>\"&amp;' قتل ثلاثة"


class Balance(HTMLParser):
    """Tells whether every element is closed where it must be, and every attribute stands once."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.faults: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"{tag} {names}")
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack.pop() != tag:
            self.faults.append(f"/{tag} in {self.stack[-3:]}")


def page(written: list[dict[str, Any]] | None = None, language: Language = "ar", title: str = "مرصد") -> str:
    return render_report(records() if written is None else written, title=title, language=language)


def tree(written: list[dict[str, Any]] | None = None, language: Language = "ar") -> Any:
    return html.document_fromstring(page(written, language))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_is_well_formed(language: Language) -> None:
    balance = Balance(page(language=language))
    assert (balance.faults, balance.stack) == ([], [])
    assert page(language=language).startswith("<!DOCTYPE html>")


def test_the_text_of_each_article_stands_on_the_page_exactly() -> None:
    shown = [element.text_content() for element in tree().find_class("document")]
    assert shown == [record["document"]["text"] for record in records()]


TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.just("\n"), min_size=1, max_size=60)


@settings(max_examples=40)
@given(TEXTS, st.data())
def test_no_span_changes_the_text_that_is_shown(text: str, data: st.DataObject) -> None:
    record = Page("u", "", text).record
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    for start, end in data.draw(st.lists(ends, max_size=6)):
        record["places"].append({"text": text[start:end], "start": start, "end": end})
    assert [element.text_content() for element in tree([record]).find_class("document")] == [text]


def test_the_same_records_give_the_same_bytes() -> None:
    assert page() == page()


def test_every_link_leads_to_something_on_the_page_and_nothing_leads_off_it() -> None:
    for written in (records(), [], records()[3:]):
        root = tree(written)
        ids = root.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert {href.removeprefix("#") for href in root.xpath("//@href")} <= set(ids)
        assert all(href.startswith("#") for href in root.xpath("//@href"))
        assert not root.xpath("//@src | //script | //link | //iframe | //object | //*[@style] | //form")
        assert "url(" not in page(written)
        assert "@import" not in page(written)


def test_labels_and_references_name_what_is_there() -> None:
    root = tree()
    ids = set(root.xpath("//@id"))
    assert set(root.xpath("//@aria-labelledby")) <= ids


def test_the_policy_of_the_page_names_the_style_by_its_hash_and_allows_nothing_else() -> None:
    import base64
    import hashlib

    written = page()
    style = re.search(r"<style>(.*?)</style>", written, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = tree().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == [f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"]


def hostile() -> dict[str, Any]:
    """Return a record in which every text that comes from outside is hostile."""
    made = Page(HOSTILE, HOSTILE, f"{HOSTILE}. قال {HOSTILE}.", source_id=HOSTILE)
    made.statement(HOSTILE, "قال", HOSTILE, "ثلاثة", relays=(HOSTILE,), answers={HOSTILE: HOSTILE})
    made.event("killing", "قتل", HOSTILE, actors=[made.actor(HOSTILE)], targets=[made.actor(HOSTILE)])
    place = {"name": HOSTILE, "name_en": HOSTILE, "admin1": HOSTILE, "country": HOSTILE, "precision": "town",
             "latitude": 33.0, "longitude": 44.0, "precision_km": 1}  # fmt: skip
    made.record["events"][0] |= {"place": made.span("ثلاثة") | place, "features": {HOSTILE: 1.0}}
    made.record["document"]["removed"] = [{"text": HOSTILE, "reason": HOSTILE}]
    made.record["document"]["published"] = {"value": HOSTILE, "grain": "day"}
    made.record["issues"] = [{"stage": HOSTILE, "reason": HOSTILE, "uri": HOSTILE, "message": HOSTILE}]
    made.record["knowledge_version"] = HOSTILE
    return made.record


@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_text_is_shown_and_does_nothing(language: Language) -> None:
    written = render_report([hostile()], title=HOSTILE, language=language, outlets={HOSTILE: HOSTILE})
    assert Balance(written).faults == []
    assert "<script" not in written
    root = html.document_fromstring(written)
    assert not root.xpath("//b[@onclick] | //@onclick")
    assert len(root.xpath("//style")) == 1
    assert root.find_class("document")[0].text_content() == hostile()["document"]["text"]


def test_text_from_outside_is_kept_from_turning_the_line_around_it() -> None:
    root = html.document_fromstring(render_report([hostile()], title="t", language="en"))
    turning = root.xpath("//*[not(*)][contains(text(), '\u202e')]")
    assert turning
    for element in turning:
        chain = [element, *element.iterancestors()]
        safe = any(e.tag in ("bdi", "title", "text") or e.get("dir") == "rtl" for e in chain)
        assert safe, html.tostring(element)


def test_a_card_leads_to_its_words_and_its_words_to_the_card() -> None:
    root = tree()
    card = root.get_element_by_id("a1e3")
    assert card.xpath(".//p[@class='words']/a/@href") == ["#a1e3t"]
    words = [element.text_content() for element in root.find_class("document")[0].find_class("a1e3")]
    assert words == ["القوات", "اعتقلت", "نحو 12", "مطلوبا", "كركوك", "يوم الثلاثاء"]
    trigger = root.find_class("document")[0].xpath(".//a[contains(@class, 't-arrest')]")
    assert [(t.text_content(), t.get("href")) for t in trigger] == [("اعتقلت", "#a1e3")]
    assert root.get_element_by_id("a1e3t") in root.find_class("document")[0].iter()


def test_a_statement_shows_its_chain_from_the_reader_to_the_speaker() -> None:
    card = tree().get_element_by_id("a1q1")
    assert [li.find("bdi").text_content() for li in card.xpath(".//ol[@class='chain']/li")] == [
        "شبكة الفرات", "قناة الضفاف", "وزير الداخلية العراقي نصير الدلفي",
    ]  # fmt: skip
    assert "c-warn" in card.get("class")
    assert card.find_class("answer")[0].text_content() == "قوة داعش: في صعود"


def test_an_event_tells_who_reports_it_through_whom() -> None:
    root = tree()
    via = root.get_element_by_id("a1e1").find_class("via")[0]
    assert via.text_content() == "بحسب وزير الداخلية العراقي نصير الدلفي عبر شبكة الفرات، قناة الضفاف"
    assert via.xpath("a/@href") == ["#a1q1"]
    assert root.get_element_by_id("a2e1").find_class("via")[0].text_content() == "بلسان المصدر الناشر"


def test_status_background_precision_and_toll_are_told_in_words() -> None:
    root = tree(language="en")
    tags = {
        ident: [t.text_content() for t in root.get_element_by_id(ident).find_class("tag")] for ident in ("a1e2", "a2e3")
    }
    assert tags == {"a1e2": ["denied", "governorate"], "a2e3": ["background", "town"]}
    assert root.get_element_by_id("a2e1").find_class("counts")[0].text_content() == "killed 5wounded 4"


def test_every_figure_leads_to_its_sentences() -> None:
    root = tree()
    bars = root.xpath("//section[@aria-labelledby='by-type']//details")
    for bar in bars:
        assert len(bar.xpath(".//li/a")) == int(bar.xpath("summary/b")[0].text_content())
    points = root.xpath("//*[local-name()='svg'][@class='map']//a/@href")
    kirkuk = next(d for d in root.find_class("spot") if "كركوك" in d.find("summary").text_content())
    assert f"#{kirkuk.find('ol').get('id')}" in points
    assert "#a2e1" in points


def test_what_was_removed_is_kept_under_its_reason() -> None:
    (removed,) = tree().find_class("removed")
    assert removed.find("summary").text_content() == "ما أُزيل من الصفحة: 3 قطع"
    assert [dt.text_content() for dt in removed.iter("dt")] == ["قائمة الموقع", "مواد أخرى"]
    assert removed.get("open") is None


def test_issues_are_told_at_the_top_and_with_their_article() -> None:
    assert page().count("clash.html: no year; give --captured-at") == 2


def test_issues_of_pages_that_gave_no_article_are_counted_and_told_too() -> None:
    refused = Issue("collect", "not_arabic", "a.txt", "a.txt: it is in Persian (fa); marsad reads Arabic")
    root = html.document_fromstring(render_report(records(), title="t", language="en", unread=[refused]))
    told = [item.text_content().strip() for item in root.xpath("//section[@aria-labelledby='issues']//li")]
    assert told[-1] == refused.message
    assert len(told) == 2


def test_an_article_without_records_says_so() -> None:
    article = tree().get_element_by_id("a4")
    assert article.find_class("empty")[0].text_content() == "لم يُقرأ من هذا المقال حدث ولا تصريح."
    assert article.find_class("card") == []


def test_places_off_the_map_and_countries_are_listed_as_such() -> None:
    listed = [" ".join(s.find("summary").text_content().split()) for s in tree(language="en").find_class("spot")]
    assert "Saada (off the map) 1" in listed
    assert "Yemen (no closer place) 1" in listed


def test_outlets_are_named_where_their_names_are_given() -> None:
    written = render_report(records(), title="t", outlets={"rafid": "وكالة الرافد"})
    outlets = [element.text_content() for element in html.document_fromstring(written).find_class("outlet")]
    assert outlets == ["mashriq", "وكالة الرافد", "", "وكالة الرافد"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_speaks_one_language_and_the_article_its_own(language: Language) -> None:
    root = tree(language=language)
    assert (root.get("lang"), root.get("dir")) == (language, "rtl" if language == "ar" else "ltr")
    assert {(text.get("lang"), text.get("dir")) for text in root.find_class("text")} == {("ar", "rtl")}


def test_no_records_make_an_empty_page() -> None:
    root = tree([])
    assert [b.text for b in root.xpath("//ul[@class='figures']//b")] == ["0"] * 5


def test_the_style_knows_only_logical_sides() -> None:
    style = tree().xpath("//style")[0].text
    assert not re.search(
        r"(margin|padding|border|inset)-(left|right)\b|\b(left|right):|text-align: (left|right)", style
    )
