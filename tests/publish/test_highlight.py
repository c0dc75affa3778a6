from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.publish.highlight import Layer, cut_segments

LAYERS = st.lists(
    st.builds(
        Layer,
        st.integers(0, 40),
        st.integers(0, 40),
        st.tuples(st.sampled_from("abc")),
        st.sampled_from([None, "t1", "t2"]),
        st.sampled_from([None, "x", "y"]),
    ),
    max_size=8,
)


@given(st.text(max_size=30), LAYERS, st.integers(0, 30), st.integers(0, 40))
def test_the_pieces_put_together_are_the_text(text: str, layers: list[Layer], start: int, end: int) -> None:
    assert "".join(segment.text for segment in cut_segments(text, layers)) == text
    assert "".join(segment.text for segment in cut_segments(text, layers, start, end)) == text[start:end]


@given(st.text(max_size=30), LAYERS)
def test_every_character_carries_the_classes_of_the_layers_over_it(text: str, layers: list[Layer]) -> None:
    at = 0
    for segment in cut_segments(text, layers):
        assert segment.text
        for position in range(at, at + len(segment.text)):
            over = {name for layer in layers if layer.start <= position < layer.end for name in layer.classes}
            assert set(segment.classes) == over
        at += len(segment.text)


def pieces(text: str, *layers: Layer) -> list[tuple[str, str]]:
    return [(segment.text, " ".join(segment.classes)) for segment in cut_segments(text, layers)]


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ((), [("أعلن مقتل سبعة", "")]),
        ((Layer(5, 9, ("a",)),), [("أعلن ", ""), ("مقتل", "a"), (" سبعة", "")]),
        ((Layer(0, 9, ("a",)), Layer(5, 14, ("b",))), [("أعلن ", "a"), ("مقتل", "a b"), (" سبعة", "b")]),
        ((Layer(0, 14, ("a",)), Layer(5, 9, ("b",))), [("أعلن ", "a"), ("مقتل", "a b"), (" سبعة", "a")]),
        ((Layer(5, 9, ("a",)), Layer(5, 9, ("a",))), [("أعلن ", ""), ("مقتل", "a"), (" سبعة", "")]),
        ((Layer(5, 5, ("a",)), Layer(9, 5, ("b",))), [("أعلن مقتل سبعة", "")]),
        ((Layer(10, 99, ("a",)),), [("أعلن مقتل ", ""), ("سبعة", "a")]),
    ],
    ids=["none", "one", "crossing", "nested", "the same twice", "empty", "beyond the end"],
)
def test_spans_are_cut_where_they_meet(layers: tuple[Layer, ...], expected: list[tuple[str, str]]) -> None:
    assert pieces("أعلن مقتل سبعة", *layers) == expected


def test_offsets_count_code_points_beyond_the_basic_plane() -> None:
    assert pieces("😀 قتل", Layer(2, 5, ("a",))) == [("😀 ", ""), ("قتل", "a")]


def test_the_shortest_span_decides_where_a_piece_leads() -> None:
    segments = cut_segments("abcd", [Layer(1, 2, (), "inner"), Layer(0, 4, (), "outer"), Layer(0, 4, ("plain",))])
    assert [segment.target for segment in segments] == ["outer", "inner", "outer"]


def test_an_anchor_stands_once_at_the_beginning_of_its_span() -> None:
    layers = [Layer(1, 4, (), anchor="whole"), Layer(2, 3, (), anchor="part")]
    assert [segment.anchors for segment in cut_segments("abcde", layers)] == [(), ("whole",), ("part",), (), ()]
    assert [segment.anchors for segment in cut_segments("abcde", layers, 2)] == [("part",), (), ()]
