from __future__ import annotations

import pytest

from marsad.text.normalize import fold
from marsad.text.patterns import GAP, match_after, match_at
from marsad.text.segment import tokenize

RETURNS = ((fold("عاد"),), (fold("إلى"), fold("الواجهة")))
REBUILDS = ((fold("بناء"), fold("قدراته")),)


def end_of(text: str, at: int = 0, limit: int | None = None) -> int:
    tokens = tokenize(text)
    return match_at(tokens, at, len(tokens) if limit is None else limit, RETURNS)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("عاد إلى الواجهة", 3),
        ("وعاد التنظيم إلى الواجهة", 4),
        ("عاد " + "جدا " * GAP + "إلى الواجهة", GAP + 3),
        ("عاد " + "جدا " * (GAP + 1) + "إلى الواجهة", 0),
        ("عاد إلى بغداد ثم إلى الواجهة", 6),
        ("عاد إلى بغداد", 0),
        ("عاد إلى", 0),
        ("سيعود إلى الواجهة", 0),
        ("عادت إلى الواجهة", 0),
    ],
)
def test_parts_are_found_in_order_with_a_few_words_between(text: str, end: int) -> None:
    assert end_of(text) == end


def test_particles_may_be_attached_to_the_first_word_of_a_part_only() -> None:
    tokens = tokenize("محاولة وبناء قدراته بناء وقدراته")
    assert match_at(tokens, 1, 5, REBUILDS) == 3
    assert match_at(tokens, 3, 5, REBUILDS) == 0


def test_nothing_is_found_past_the_limit() -> None:
    assert end_of("عاد إلى الواجهة", limit=2) == 0


def test_no_parts_are_found_at_once() -> None:
    assert match_after(tokenize("عاد"), 1, 1, ()) == 1
