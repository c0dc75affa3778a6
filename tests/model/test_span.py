from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model.span import Evidence, Span, cut


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_what_is_no_range_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@pytest.mark.parametrize(("start", "end", "quote"), [(-1, 3, "داعش"), (4, 0, ""), (0, 3, "داعش"), (0, 5, "داعش")])
def test_a_quote_of_another_length_is_no_evidence(start: int, end: int, quote: str) -> None:
    with pytest.raises(ValueError, match="not evidence"):
        Evidence(start, end, quote)


def test_a_span_holds_what_lies_wholly_inside() -> None:
    span = Span(2, 6)
    assert len(span) == 4
    assert span.holds(Span(2, 6))
    assert span.holds(Evidence(3, 4, "و"))
    assert not span.holds(Span(1, 3))
    assert not span.holds(Span(5, 7))


def test_spans_stand_in_the_order_of_the_text() -> None:
    assert sorted([Span(4, 6), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(4, 6)]


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [(0, 4, "قال"), (3, 10, "الوزير"), (4, 10, "الوزير"), (3, 4, ""), (10, 13, "")],
)
def test_evidence_is_cut_without_the_space_around_it(start: int, end: int, quote: str) -> None:
    text = "قال الوزير \n\u00a0"
    evidence = cut(text, start, end)
    assert evidence.quote == quote == text[evidence.start : evidence.end]
    assert start <= evidence.start <= evidence.end <= end


@given(st.text(st.sampled_from("قال \n\t\u00a0")), st.data())
def test_cut_leaves_out_space_alone(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    evidence = cut(text, start, end)
    assert evidence.quote == text[start:end].strip()
    assert text[evidence.start : evidence.end] == evidence.quote
