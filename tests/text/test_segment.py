from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.normalize import fold
from marsad.text.segment import Kind, Quoted, SegmentedText, segment, tokenize

# Marks, stops and letters crowded together, beside arbitrary text (surrogates too).
CROWDED = st.text(st.sampled_from('«»“”„"″‟.؟!؛…()،: \n\rابوقلةأ1٢دـًA\u200f\u2060\u0610ﷺﻻ'), max_size=60)
WRITING = CROWDED | st.text(st.characters(exclude_categories=()), max_size=30)


def sentences(text: str) -> list[str]:
    cut = segment(text)
    return [cut.words(s.first, s.last) for s in cut.sentences]


def quoted(text: str) -> list[tuple[str, bool]]:
    cut = segment(text)
    return [(cut.words(q.first, q.last), q.closed) for q in cut.quoted]


SENTENCES = {
    "space missing after the stop": ["وقف القتال بين الجانبين.", "وقال المتحدث إن الهدنة صامدة."],
    "question, exclamation, semicolon, ellipsis": ["هل انتهى داعش؟", "لا!", "بل عاد؛", "هكذا قال…", "وانصرف"],
    "title, initial and agency": ["قال د. محمد م. علي لوكالة أ.ف.ب إن الاجتماع تأجل.", "وأضاف"],
    "decimals, hours and dates": ["بلغ العدد 3.5 مليون عند الساعة 10.30 يوم 22.12.2024.", "وانتهى 4,5"],
    "item numbers": ["1. البند الأول.", "2. البند الثاني."],
    "dots that trail off": ["قال ...", "ثم صمت"],
    "Arabic full stop": ["انتهى الاجتماع۔", "وغادر الوفد"],
    "closing bracket": ["(كان الوضع صعبا.)", "ثم هدأ."],
    "bracket before the stop": ["انتهى الاجتماع (بحسب رويترز).", "وغادر الوفد."],
    "stops inside a quotation": ["قال: «عاد التنظيم. وهو خطر». ", "وأضاف أن الوضع صعب."],
    "stop right before the closing mark": ["قال: «عاد التنظيم. وهو خطر.» ", "وأضاف أن الوضع صعب."],
    "stop inside an inner quotation": ['قال «إن الوزير قال "لن نتراجع." ثم خرج» أمس. ', "انتهى."],
    "stop before two closing marks": ['نقل عنه «أن الوزير قال "لن نتراجع."» ', "ثم خرج."],
    "quotation that opens the next sentence": ["رفض الوزير ذلك. ", '"لن نعود" قال للصحافيين.'],
    "inverted marks that open the next sentence": ["رفض الوزير ذلك. ", "”لن نعود“ قال للصحافيين."],
    "stop inside a quotation that is never closed": ['قال إن "الوضع سيئ. ', "ولن نصمت"],
}


@pytest.mark.parametrize("parts", SENTENCES.values(), ids=SENTENCES)
def test_a_paragraph_is_cut_into_its_sentences(parts: list[str]) -> None:
    assert sentences("".join(parts)) == [part.strip() for part in parts]


def test_a_paragraph_ends_a_sentence_and_counts_those_before_it() -> None:
    cut = segment("مقتل جنديين\n\nقتل جنديان أمس. وأصيب ثالث\r\nانتهى")
    assert [s.paragraph for s in cut.sentences] == [0, 1, 1, 2]


QUOTED = {
    "وصفه «بالخطر» و“الداهم”": [("بالخطر", True), ("الداهم", True)],
    'وصف "التحالف" ب"العدو" و"ذاك”': [("التحالف", True), ("العدو", True), ("ذاك", True)],
    "”نحن هناك“ و„نحن هنا“": [("نحن هناك", True), ("نحن هنا", True)],
    "معرض “السعودية 2050″ للطاقة": [("السعودية 2050", True)],
    "قال «الوضع «صعب» جدا»": [("الوضع «صعب» جدا", True), ("صعب", True)],
    'قال «إن "داعش" عاد»': [('إن "داعش" عاد', True), ("داعش", True)],
    "قال «إن التنظيم عاد\nفقرة أخرى»": [("إن التنظيم عاد", False)],
    'وقال:"لن نعود".وأضاف "أبدا': [("لن نعود", True), ("أبدا", False)],
    'قال "إن الوزير "غاضب" اليوم': [('إن الوزير "غاضب" اليوم', False), ("غاضب", True)],
    'جثثا هامدة"، مؤكدا ذلك': [],
    "جثثا هامدة” مؤكدا ذلك»": [],
    'خالية من داعش"، ودعا "النازحين"': [("النازحين", True)],
}


@pytest.mark.parametrize(("text", "passages"), QUOTED.items())
def test_quotation_marks_are_paired(text: str, passages: list[tuple[str, bool]]) -> None:
    assert quoted(text) == passages


def test_a_stray_mark_does_not_swallow_a_whole_article() -> None:
    [(passage, closed)] = quoted("قال «" + "إن الوضع صعب " * 200)
    assert not closed
    assert 1400 < len(passage) <= 1500


def test_a_passage_that_is_never_closed_takes_in_no_half_of_another() -> None:
    start, inner = "قال «" + "كلمة " * 280, '"' + "داخل " * 100 + 'هنا"'
    cut = segment(start + inner)
    assert [cut.words(q.first, q.last) for q in cut.quoted] == [start[5:].strip(), inner[1:-1]]


TOKENS = {
    "قُتِلَ 3 جنود": ["قتل", "3", "جنود"],
    "إف-16 وF-16": ["اف", "-", "16", "و", "f", "-", "16"],
    "13:30 22/12/2024 1,8 ١٫٥": ["13:30", "22/12/2024", "1,8", "1٫5"],
    "الـ20": ["ال", "20"],
    "ـ ً\u200f": [],
    "ال\u2060أنبار وال\u200cموصل": ["الانبار", "والموصل"],
    "al-Qaeda's «داعش»": ["al-qaeda's", "«", "داعش", "»"],
    "٪50، [نص]": ["٪", "50", "،", "[", "نص", "]"],
}


@pytest.mark.parametrize(("text", "forms"), TOKENS.items())
def test_a_text_is_cut_into_words_numbers_and_marks(text: str, forms: list[str]) -> None:
    assert [token.form for token in tokenize(text)] == forms


def test_tokens_tell_what_they_are_and_where_they_stand() -> None:
    assert [(t.start, t.end, t.kind) for t in tokenize("مقتل 3.", 0)] == [
        (0, 4, Kind.WORD),
        (5, 6, Kind.NUMBER),
        (6, 7, Kind.MARK),
    ]
    assert [t.start for t in tokenize("مقتل 3 جنود", 5, 6)] == [5]


def test_no_tokens_have_no_words() -> None:
    assert SegmentedText("", (), (), ()).words(0, 0) == ""


def test_forms_stay_right_when_the_memory_of_words_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marsad.text.segment._FOLDED", {str(n): str(n) for n in range(200_001)})
    assert [token.form for token in tokenize("أمس أمس")] == ["امس", "امس"]


@given(WRITING)
def test_tokens_stand_in_order_and_fold_to_their_forms(text: str) -> None:
    end = 0
    for token in tokenize(text):
        assert end <= token.start < token.end <= len(text)
        assert fold(text[token.start : token.end]) == token.form != ""
        end = token.end


@given(WRITING)
def test_every_sign_that_is_not_ignored_lies_in_a_token(text: str) -> None:
    covered = {at for token in tokenize(text) for at in range(token.start, token.end)}
    assert [c for at, c in enumerate(text) if at not in covered and not c.isspace() and fold(c)] == []


@given(WRITING)
def test_sentences_share_out_all_tokens_and_stay_in_their_paragraphs(text: str) -> None:
    cut = segment(text)
    ends = [0, *(sentence.last for sentence in cut.sentences)]
    assert [sentence.first for sentence in cut.sentences] == ends[:-1]
    assert ends[-1] == len(cut.tokens)
    for sentence in cut.sentences:
        assert sentence.first < sentence.last
        assert not set(cut.words(sentence.first, sentence.last)) & set("\n\r\u2028\u2029")


@given(WRITING)
def test_quoted_passages_nest_or_lie_apart(text: str) -> None:
    for one, other in combinations(segment(text).quoted, 2):
        assert one.last <= other.first or other.last <= one.last, (one, other)


@given(WRITING)
def test_a_sentence_holds_the_whole_of_a_closed_passage(text: str) -> None:
    cut = segment(text)
    for passage in cut.quoted:
        if passage.closed:
            assert holds_whole(cut, passage)


def holds_whole(cut: SegmentedText, passage: Quoted) -> bool:
    return any(s.first <= passage.first - 1 and passage.last < s.last for s in cut.sentences)
