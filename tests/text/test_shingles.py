from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.segment import tokenize
from marsad.text.shingles import resemblance, shingles

ARREST = "ألقت قوات الأمن القبض على سبعة من عناصر تنظيم داعش في قضاء الحويجة جنوب غربي كركوك، صباح اليوم الثلاثاء."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قُتل سبعة جنود في الأنبار", {"قتل سبعه جنود", "سبعه جنود في", "جنود في الانبار"}),
        ("قتل ٧ جنود، في الأنبار", {"قتل 7 جنود", "7 جنود في", "جنود في الانبار"}),
        ("اعتقال سبعة", {"اعتقال سبعه"}),
        ("«…»", set()),
        ("", set()),
    ],
)
def test_shingles_are_runs_of_folded_words(text: str, expected: set[str]) -> None:
    assert shingles(tokenize(text)) == expected


def test_a_width_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="one word at least"):
        shingles(tokenize(ARREST), 0)


def test_a_copy_resembles_and_another_report_does_not() -> None:
    original = shingles(tokenize(ARREST))
    respelt = shingles(tokenize(ARREST.replace("ألقت", "القت").replace("،", "").replace("القبض", "القبـض")))
    edited = shingles(tokenize(ARREST.replace("صباح", "ظهر")))
    other = shingles(tokenize("أعلنت وزارة الدفاع التركية مقتل أربعة مسلحين في ضربة جوية شمالي العراق."))
    assert resemblance(original, respelt) == 1
    assert 0.5 < resemblance(original, edited) < 1
    assert resemblance(original, other) == 0
    assert resemblance(frozenset(), frozenset()) == 0


@given(st.text(), st.integers(1, 6))
def test_there_are_never_more_shingles_than_words(text: str, width: int) -> None:
    tokens = tokenize(text)
    found = shingles(tokens, width)
    assert len(found) <= len(tokens)
    assert all(len(run.split(" ")) <= width for run in found)
