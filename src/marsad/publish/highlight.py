"""Highlighting: overlapping spans of a text are cut into pieces that stand one after another.

Offsets are code points, as everywhere in a record. The pieces are inline and flat, so that nested and crossing
spans need no nesting of elements and the order of bidirectional text is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Layer:
    """What is to be seen of a span: its classes, a fragment it leads to, an id by which its beginning is reached."""

    start: int
    end: int
    classes: tuple[str, ...]
    target: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text with the classes of all layers over it; ``anchors`` are the ids of the layers that begin at it.

    ``target`` is that of the shortest layer that leads anywhere.
    """

    text: str
    classes: tuple[str, ...]
    target: str | None
    anchors: tuple[str, ...]


def cut_segments(text: str, layers: Iterable[Layer], start: int = 0, end: int | None = None) -> list[Segment]:
    """Cut ``text[start:end]`` at the ends of all layers; the pieces put together are that text.

    Layers are clipped to the range; empty ones are left out.
    """
    end = max(start, len(text) if end is None else min(end, len(text)))
    inside = [layer for layer in layers if max(layer.start, start) < min(layer.end, end)]
    cuts = sorted({start, end, *(min(max(at, start), end) for layer in inside for at in (layer.start, layer.end))})
    waiting = sorted(inside, key=lambda layer: layer.start, reverse=True)
    active: list[Layer] = []
    segments = []
    for first, last in pairwise(cuts):
        begun = []
        while waiting and waiting[-1].start <= first:
            begun.append(waiting.pop())
        active = [layer for layer in active if layer.end > first] + begun
        anchors = tuple(layer.anchor for layer in begun if layer.anchor and layer.start == first)
        segments.append(Segment(text[first:last], _classes(active), _target(active), anchors))
    return segments


def _classes(active: Sequence[Layer]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for layer in active for name in layer.classes))


def _target(active: Sequence[Layer]) -> str | None:
    leading = [layer for layer in active if layer.target]
    return min(leading, key=lambda layer: layer.end - layer.start).target if leading else None
