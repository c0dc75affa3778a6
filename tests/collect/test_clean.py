from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.collect.clean import clean_text, one_line

LRE, RLE, PDF, LRO, RLO, LRI, PDI = "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2069"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("قال &#8220;نعم&#8221;", "قال “نعم”"),
        ("قال #8220;نعم#8221;", "قال “نعم”"),
        ("قال &quot;نعم&quot;&nbsp;أمس", 'قال "نعم" أمس'),
        ("قال &amp;quot;نعم&amp;amp;quot;", 'قال "نعم"'),
        ("قرار رقم #1559; لسنة 2004", "قرار رقم #1559; لسنة 2004"),
        ("AT&T; شركة", "AT&T; شركة"),
        ("ﻗُﺘﻞ ﻓﻲ ﺍﻟﻌﺮﺍﻕ", "قُتل في العراق"),
        ("ﷲ أكبر", "الله أكبر"),
        ("﴿والعصر﴾", "﴿والعصر﴾"),
        ("\ufeffبغداد\u200b اليوم", "بغداد اليوم"),
        ("بغـــداد مُحاصَرة", "بغـــداد مُحاصَرة"),
        ("بغداد\u00a0\u2009  اليوم\t12", "بغداد اليوم 12"),
        (" سطر \r\n سطر\rسطر\u2028سطر ", "سطر\nسطر\nسطر\nسطر"),
        ("قت\x1aل\x00 خمسة\x7f", "قتل خمسة"),
        ("قتل\ud83dخمسة", "قتل\ufffdخمسة"),
        ("كتاب\u200cها و\u200fنص", "كتاب\u200cها و\u200fنص"),
    ],
)
def test_characters_are_mended_and_words_stay(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        (f"أ{RLE}ب{PDF}ج", f"أ{RLE}ب{PDF}ج"),
        (f"أ{LRI}ب{PDI}ج", f"أ{LRI}ب{PDI}ج"),
        (f"أ{LRO}ب{RLO}ج{PDF}د{PDF}", f"أ{LRO}ب{RLO}ج{PDF}د{PDF}"),
        (f"أ{RLE}بج", "أبج"),
        (f"أب{PDF}ج", "أبج"),
        (f"أب{PDI}ج", "أبج"),
        (f"أ{LRI}ب{RLE}ج{PDI}د", f"أ{LRI}بج{PDI}د"),
        (f"أ{LRI}ب{PDF}ج", "أبج"),
        (f"أ{RLE}ب\nج{PDF}د", "أب\nجد"),
    ],
)
def test_only_bidi_controls_that_are_not_balanced_in_their_line_are_dropped(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


def test_one_line_joins_what_a_title_breaks_over_lines() -> None:
    assert one_line(" مقتل خمسة\r\n  جنود&nbsp;في كركوك ") == "مقتل خمسة جنود في كركوك"


@given(st.text())
def test_cleaned_text_can_be_stored_and_has_single_spaces(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode("utf-8")
    assert "  " not in cleaned
    assert "\r" not in cleaned
    assert all(line == line.strip(" ") for line in cleaned.split("\n"))
