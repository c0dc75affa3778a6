"""Pages saved as text, invented in the manner of real ones."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.collect.clean import clean_text
from marsad.collect.plain import parse_plain

if TYPE_CHECKING:
    from marsad.collect.chrome import ChromeLexicon

SHARED = Path(__file__).parents[3] / "shared" / "evals" / "dev" / "texts"
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

TITLE = "مخاوف من عودة المسلحين إلى جبال حمرين بعد انسحاب القوات"
LEAD = "تجددت المخاوف في محافظة ديالى من عودة المسلحين إلى جبال حمرين، وسط مطالب بتعزيز نقاط التفتيش على الطريق."
QUOTED = 'وقال قائممقام القضاء، سالم العبيدي، إن "القوات الأمنية أوقفت 4 مطلوبين في قرية الإصلاح فجر الأحد".'
LAST = "ولم تتبن أي جهة الهجوم حتى الآن."
ARTICLE = [LEAD, QUOTED, LAST]


def page(*lines: str) -> str:
    return "\n".join(lines)


PAGES = {
    "title three times, date below it": page(TITLE, "", TITLE, "", TITLE, "", "22/12/2024", "", *ARTICLE),
    "title with and without its question mark": page(f"{TITLE}؟", TITLE, "", f"{TITLE}؟", "", *ARTICLE),
    "title of the window with the name of the site": page(f"{TITLE} | صدى النهرين", "", TITLE, "", *ARTICLE),
    "menu, breadcrumb, section": page(
        *("Sada Nahrain", "  • أخبار", "  • مقالات", "  • فيديو", "  1. الرئيسية", "  2. تقارير", f"  3. {TITLE}"),
        *(TITLE, "تقارير", "", TITLE, "", "  • 19 آب 14:12", "", "صدى النهرين / تقرير ...", "", *ARTICLE),
    ),
    "menu above a title given once": page("• سياسة", "• أمن", "• رياضة", "• اتصل بنا", TITLE, "2024/12/22", *ARTICLE),
    "title given once before the date": page(
        "دجلة نيوز", "الأخبار", TITLE, "الأحد 22 كانون الأول 2024", "شارك", *ARTICLE
    ),
    "most-read list with dates to the end": page(
        TITLE,
        TITLE,
        *ARTICLE,
        "الأكثر قراءة",
        "ابتكار في صناعة البطاريات",
        "  • منوعات",
        "  • 3 كانون الأول",
        "طقس الغد",
    ),
    "related headlines in the middle": page(
        TITLE,
        "",
        LEAD,
        "",
        "اقرأ أيضا",
        "مقتل قيادي في غارة شمال الرقة",
        "",
        QUOTED,
        "",
        "اقرأ أيضا: حريق في سوق",
        LAST,
    ),
    "share and submit boxes": page(
        TITLE, TITLE, "شارك", "فيسبوك", "تويتر", *ARTICLE, "انشر مقالك", "لإرسال مقال للنشر في الموقع اضغط هنا"
    ),
    "a paragraph twice and a pull-quote": page(
        TITLE, "", TITLE, "", LEAD, "", QUOTED, "", "القوات الأمنية أوقفت 4 مطلوبين", "", LEAD, "", LAST
    ),
    "tags and the link to itself": page(
        TITLE, "", TITLE, *ARTICLE, "رابط الخبر بصحيفة الأفق: " + TITLE, "كلمات مفتاحية: ديالى، حمرين"
    ),
    "end mark and footer": page(
        *("Dijla News", TITLE, TITLE, LEAD, QUOTED, f"{LAST}انتهى/25م", "Dijla News"),
        *("دجلة نيوز: وكالة مستقلة تنقل الخبر من مصدره الأول في كل المحافظات بلا انحياز إلى أحد من الأطراف كلها",),
        *("روابط مهمة", "  • من نحن", "جميع الحقوق محفوظة 2024"),
    ),
    "comments": page(TITLE, TITLE, *ARTICLE, "التعليقات", "أبو حسن", "قتل أخي في هجوم مثله قبل عامين في المكان نفسه."),
    "a copied page: menu without bullets, a machine's time": page(
        *("دجلة نيوز", "English", "الرئيسية", "سياسة", "أمن", "رياضة", "أخبار العراق / أمن", TITLE),
        *("2024-11-03T21:15:00+00:00", *ARTICLE, "ديالى", "حمرين"),
    ),
    "a copied page: breadcrumb, writer's line, correction box": page(
        *(
            "دجلة نيوز",
            "سوريا",
            "ميداني",
            "الرئيسية » ميداني » ديالى",
            TITLE,
            "دجلة نيوز – ديالى",
            "نُشر في 12 آذار 2025",
        ),
        *(*ARTICLE, "إذا كنت تعتقد أن في المقال خطأ أرسل تصحيحًا", "مقالات متعلقة", "تعزيزات عسكرية تصل إلى نوى"),
    ),
    "an author's line and an address": page(TITLE, TITLE, "بقلم: ناصر الدليمي", *ARTICLE, "nasser@dijla.example"),
}


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_a_saved_page_gives_its_article_and_nothing_else(chrome: ChromeLexicon, text: str) -> None:
    read = parse_plain(text, chrome)
    assert read.title.rstrip("؟") == TITLE
    assert list(read.paragraphs) == ARTICLE


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_every_line_of_a_saved_page_is_kept_or_removed_with_a_reason(chrome: ChromeLexicon, text: str) -> None:
    read = parse_plain(text, chrome)
    pieces = [read.title, *read.paragraphs, *(piece.text for piece in read.removed)]
    assert Counter(" ".join(pieces).split()) == Counter(text.replace(".انتهى", ". انتهى").split())
    assert all(piece.reason for piece in read.removed)


def test_each_piece_has_its_own_reason(chrome: ChromeLexicon) -> None:
    read = parse_plain(PAGES["menu, breadcrumb, section"], chrome)
    reasons = {piece.text: piece.reason for piece in read.removed}
    assert reasons["Sada Nahrain"] == "masthead"
    assert reasons["• فيديو"] == "menu"
    assert reasons["2. تقارير"] == "breadcrumb"
    assert reasons[TITLE] == "repeated_title"
    assert reasons["صدى النهرين / تقرير ..."] == "byline"
    assert read.date_lines() == ("• 19 آب 14:12",)
    assert read.naming_lines() == ("Sada Nahrain", "صدى النهرين / تقرير ...")


def test_a_date_under_the_title_goes_before_todays_date_at_the_head_of_the_page(chrome: ChromeLexicon) -> None:
    text = page("الأحد 22 كانون الأول 2024", TITLE, TITLE, "19 آب 2014", *ARTICLE)
    assert parse_plain(text, chrome).date_lines() == ("19 آب 2014", "الأحد 22 كانون الأول 2024")


def test_subheadings_stay_in_their_places(chrome: ChromeLexicon) -> None:
    body = ["حدود محصنة وإجراءات أمنية مشددة", LEAD, "انسحاب مشبوه؟", QUOTED, "خلايا نائمة", LAST]
    assert list(parse_plain(page(TITLE, TITLE, *body), chrome).paragraphs) == body


@pytest.mark.parametrize(
    ("text", "title", "paragraphs"),
    [
        pytest.param(page(TITLE, "", *ARTICLE), TITLE, ARTICLE, id="title, blank line, paragraphs"),
        pytest.param(page(TITLE, *ARTICLE), TITLE, ARTICLE, id="no blank line"),
        pytest.param(LEAD, "", [LEAD], id="one paragraph"),
        pytest.param("قتل خمسة جنود في كركوك", "", ["قتل خمسة جنود في كركوك"], id="one short line"),
        pytest.param(page(LEAD, "", QUOTED), "", [LEAD, QUOTED], id="no title"),
        pytest.param(
            page(TITLE, "", "- أولا", "- ثانيا", LEAD, "خاتمة"), TITLE, ["- أولا", "- ثانيا", LEAD, "خاتمة"], id="list"
        ),
        pytest.param("", "", [], id="nothing"),
    ],
)
def test_a_text_that_is_an_article_comes_back_as_it_is(
    chrome: ChromeLexicon, text: str, title: str, paragraphs: list[str]
) -> None:
    read = parse_plain(text, chrome)
    assert (read.title, list(read.paragraphs), read.removed) == (title, paragraphs, ())


WORDS = st.sampled_from(
    [
        "قتل",
        "اعتقل",
        "جنود",
        "مسلحون",
        "في",
        "كركوك",
        "ديالى",
        "قرب",
        "قرية",
        "نقطة",
        "تفتيش",
        "مصدر",
        "أمني",
        "بيان",
        "الأحد",
        "5",
        "12",
    ]
)
SENTENCES = st.lists(WORDS, min_size=5, max_size=30).map(lambda words: "وقال " + " ".join(words) + ".")


@given(st.lists(SENTENCES, min_size=1, max_size=6, unique=True))
def test_paragraphs_of_an_article_are_never_lost_or_changed(chrome: ChromeLexicon, paragraphs: list[str]) -> None:
    read = parse_plain(page(TITLE, "", *paragraphs), chrome)
    assert (read.title, list(read.paragraphs), read.removed) == (TITLE, paragraphs, ())


@pytest.mark.skipif(not SHARED.is_dir(), reason="the development articles are not here")
def test_real_articles_lose_only_tags_bylines_end_marks_and_repeats(chrome: ChromeLexicon) -> None:
    for path in sorted(SHARED.glob("*.txt")):
        text = clean_text(path.read_text(encoding="utf-8"))
        read = parse_plain(text, chrome)
        assert {piece.reason for piece in read.removed} <= {"tags", "byline", "end_mark", "repeated_title"}, path.name
        kept = "".join((read.title, *read.paragraphs, *(piece.text for piece in read.removed))).split()
        assert sorted("".join(kept)) == sorted("".join(text.split())), path.name


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the founding pages are not here")
@pytest.mark.parametrize(
    ("name", "title", "begins", "ends", "paragraphs"),
    [
        ("000_0188e2f89b34f350", "تحركات داعش بعد سقوط الأسد", "اُثيرت المخاوف في العراق", 'والاستخبارية المكثفة".', 8),
        (
            "003_067118e332f97c74",
            "من ينعش داعش؟.. رهان واشنطن",
            "منذ سنوات، تمكنت القوات",
            "والاستقرار في المستقبل.",
            18,
        ),
    ],
)
def test_the_founding_pages_give_their_articles(
    chrome: ChromeLexicon, name: str, title: str, begins: str, ends: str, paragraphs: int
) -> None:
    read = parse_plain((SEEDS / f"{name}.txt").read_text(encoding="utf-8"), chrome)
    assert read.title.startswith(title)
    assert read.paragraphs[0].startswith(begins)
    assert read.paragraphs[-1].endswith(ends)
    assert len(read.paragraphs) == paragraphs


@given(st.text())
def test_any_text_is_read_without_an_error(chrome: ChromeLexicon, text: str) -> None:
    assert parse_plain(text, chrome).paragraphs is not None
