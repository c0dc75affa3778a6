"""HTML pages, invented in the manner of real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.collect.html import parse_html
from marsad.errors import InputError

if TYPE_CHECKING:
    from marsad.collect.chrome import ChromeLexicon

TITLE = "مخاوف من عودة المسلحين إلى جبال حمرين"
LEAD = (
    "تجددت المخاوف في محافظة ديالى من عودة المسلحين إلى جبال حمرين، وسط مطالب بتعزيز نقاط التفتيش على الطريق الرابط "
    "بين المحافظتين بعد سلسلة هجمات شهدتها المنطقة خلال الأسبوع الماضي."
)
QUOTED = 'وقال قائممقام القضاء، سالم العبيدي، إن "القوات الأمنية أوقفت 4 مطلوبين في قرية الإصلاح فجر الأحد".'
LAST = "ولم تتبن أي جهة الهجوم حتى الآن، فيما بدأت قيادة العمليات تحقيقا في ملابساته."
ARTICLE = [LEAD, QUOTED, LAST]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in ARTICLE)
NAV = "<nav><ul><li><a href='/'>الرئيسية</a></li><li><a href='/sec'>أمن</a></li></ul></nav>"
FOOTER = "<footer><p>© 2024 صدى النهرين - جميع الحقوق محفوظة</p><a href='/about'>من نحن</a></footer>"


def page(body: str, head: str = f"<title>{TITLE}</title>") -> str:
    return (
        f"<!doctype html><html lang='ar' dir='rtl'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    )


RELATED = "<div><a href='/2'>مقتل قيادي بارز في غارة جوية شمال الرقة</a></div>"
PAGES = {
    "article element": page(f"{NAV}<article><h1>{TITLE}</h1>{BODY}</article>{FOOTER}"),
    "site name in the title": page(
        f"{NAV}<div class='post-content'>{BODY}</div>",
        f"<title>{TITLE} | صدى النهرين</title><meta property='og:site_name' content='صدى النهرين'>",
    ),
    "site name before the title": page(
        f"<div class='entry'>{BODY}</div>",
        f"<title>صدى النهرين - {TITLE}</title><meta property='og:site_name' content='صدى النهرين'>",
    ),
    "heading at the end of the window title": page(
        f"<h1>الأرشيف</h1><h1>{TITLE}</h1><div>{BODY}</div>", f"<title>شبكة النهر : {TITLE}</title>"
    ),
    "heading inside a longer window title": page(
        f"<h1>{TITLE}</h1><div>{BODY}</div>", f"<title>{TITLE} - شبكة الأخبار</title>"
    ),
    "open graph": page(
        f"<div id='content'>{BODY}</div>", f"<title>صدى</title><meta property='og:title' content='{TITLE}'>"
    ),
    "open graph with the name of the site": page(
        f"<div id='content'>{BODY}</div>",
        f"<meta property='og:title' content='{TITLE} | صدى النهرين'>"
        "<meta property='og:site_name' content='صدى النهرين'>",
    ),
    "paragraphs by line breaks": page(
        f"<h1>{TITLE}</h1><div class='article-body'>{'<br><br>'.join(ARTICLE)}</div>{FOOTER}"
    ),
    "related boxes between the paragraphs": page(
        f"<article><h1>{TITLE}</h1><p>{LEAD}</p>{RELATED}<p>{QUOTED}</p>"
        f"<p>اقرأ أيضا</p><p><a href='/3'>حريق كبير في سوق وسط المدينة القديمة</a></p><p>{LAST}</p></article>"
    ),
    "related headline with a date behind it": page(
        f"<article><h1>{TITLE}</h1><p>{LEAD}</p><p>{QUOTED}</p><p>{LAST}</p>"
        "<p><a href='/4'>انفجار عبوة ناسفة يستهدف رتلا غرب بغداد</a> 3 كانون الأول</p></article>"
    ),
    "a paragraph twice and a pull-quote": page(
        f"<article><h1>{TITLE}</h1><p>{LEAD}</p><blockquote>القوات الأمنية أوقفت 4 مطلوبين في قرية الإصلاح</blockquote>"
        f"<p>{QUOTED}</p><p>{LEAD}</p><p>{LAST}</p></article>"
    ),
    "comments": page(
        f"<article><h1>{TITLE}</h1>{BODY}</article><div id='comments' class='comments'><h3>التعليقات</h3>"
        "<div class='comment'><p>قتل أخي في هجوم مثله قبل عامين في المكان نفسه.</p></div></div>"
    ),
    "end mark": page(f"<article><h1>{TITLE}</h1><p>{LEAD}</p><p>{QUOTED}</p><p>{LAST}انتهى/25م</p></article>"),
}


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_a_page_gives_its_article_and_nothing_else(chrome: ChromeLexicon, text: str) -> None:
    read = parse_html(text, chrome)
    assert read.title == TITLE
    assert list(read.paragraphs) == ARTICLE


def test_an_opening_paragraph_outside_the_text_is_put_back_by_the_description(chrome: ChromeLexicon) -> None:
    head = f"<title>{TITLE}</title><meta name='description' content='{LEAD[:90]}...'>"
    rest = [QUOTED, LAST, "وأضاف أن الحملة ستستمر أياما حتى تأمين الطريق بالكامل أمام المسافرين."]
    text = "".join(f"<p>{paragraph}</p>" for paragraph in rest)
    body = f"<h1>{TITLE}</h1><div class='share'><p>{LEAD}</p></div><div class='articlebody'>{text}</div>"
    assert list(parse_html(page(body, head), chrome).paragraphs) == [LEAD, *rest]


def test_a_description_of_the_site_is_no_opening_paragraph(chrome: ChromeLexicon) -> None:
    about = "صدى النهرين وكالة أخبار مستقلة تنقل الخبر من مصدره وتتحرى الدقة في كل ما تنشره."
    head = f"<title>{TITLE}</title><meta name='description' content='{about}'>"
    body = f"<header><p>{about}</p></header><h1>{TITLE}</h1><article>{BODY}</article>"
    assert list(parse_html(page(body, head), chrome).paragraphs) == ARTICLE


def test_links_that_were_in_the_text_are_kept_as_removed(chrome: ChromeLexicon) -> None:
    read = parse_html(PAGES["related headline with a date behind it"], chrome)
    assert [(piece.text, piece.reason) for piece in read.removed if piece.reason == "link"] == [
        ("انفجار عبوة ناسفة يستهدف رتلا غرب بغداد 3 كانون الأول", "link")
    ]


def test_a_paragraph_that_begins_with_a_link_is_no_link(chrome: ChromeLexicon) -> None:
    linked = "<p><a href='/mod'>وزارة الدفاع العراقية في بغداد</a> نفت ذلك لاحقا في بيان.</p>"
    read = parse_html(page(f"<article><h1>{TITLE}</h1>{BODY}{linked}</article>"), chrome)
    assert read.paragraphs[-1] == "وزارة الدفاع العراقية في بغداد نفت ذلك لاحقا في بيان."


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta property="article:published_time" content="2024-12-22T10:15:00+03:00">', "", "2024-12-22"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-12-22"}</script>',
            "",
            "2024-12-22",
        ),
        ("", "<time datetime='2024-12-22'>أمس</time>", "2024-12-22"),
        ("", "<time datetime='2024-01-01'>أمس</time>", "2024-01-01"),
        ("", "<footer>© 2024 صدى النهرين</footer>", None),
        ('<meta name="date" content="2024">', "", None),
    ],
)
def test_the_date_comes_from_the_markup_and_is_never_made_up(
    chrome: ChromeLexicon, head: str, body: str, published: str | None
) -> None:
    text = page(f"<article><h1>{TITLE}</h1>{body}{BODY}</article>", f"<title>{TITLE}</title>{head}")
    assert parse_html(text, chrome).published == published


def test_a_date_line_beside_the_title_is_found(chrome: ChromeLexicon) -> None:
    text = page(
        f"<div><h2>{TITLE}</h2><span>الأحد 22 كانون الأول 2024</span><i>أمن</i></div><div class='body'>{BODY}</div>"
    )
    assert parse_html(text, chrome).date_lines() == ("الأحد 22 كانون الأول 2024",)


def test_site_and_address_are_told(chrome: ChromeLexicon) -> None:
    head = "<link rel='canonical' href='https://dijla.example/a/7'><meta property='og:site_name' content='دجلة نيوز'>"
    read = parse_html(page(f"<article><h1>{TITLE}</h1>{BODY}</article>", f"<title>{TITLE}</title>{head}"), chrome)
    assert (read.source, read.address) == ("دجلة نيوز", "https://dijla.example/a/7")


def test_a_fragment_without_html_and_body_is_read(chrome: ChromeLexicon) -> None:
    assert list(parse_html(BODY, chrome).paragraphs) == ARTICLE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html></html>",
        page(""),
        page("<script>var news = 'قتل خمسة جنود في هجوم قرب الحويجة';</script>"),
        page(NAV + FOOTER),
        page("<img src='a.jpg'><a href='/'>الرئيسية</a>"),
        "<div>" * 3000,
    ],
)
def test_a_page_without_text_says_so(chrome: ChromeLexicon, text: str) -> None:
    with pytest.raises(InputError, match="no text") as raised:
        parse_html(text, chrome)
    assert raised.value.reason == "no_text"


MARKUP = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div",
        ">",
        "<a href='http://['>",
        "</a>",
        "<table><tr><td>",
        "<h1>",
        "<time datetime='x'>",
        "<script type='application/ld+json'>{",
        "]}",
        "</script>",
        "&#8220;",
        "<body>",
        "<?xml encoding='x'?>",
        LEAD,
        "\0",
    ]
)


@given(st.lists(MARKUP | st.text(max_size=20), max_size=20).map("".join))
def test_broken_markup_is_read_or_has_no_text(chrome: ChromeLexicon, text: str) -> None:
    try:
        paragraphs = parse_html(text, chrome).paragraphs
    except InputError:
        return
    assert paragraphs
