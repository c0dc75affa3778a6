"""Wordings with gaps: fixed parts in order, with up to a few words between them."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.text.morphology import splits
from marsad.text.segment import Token

GAP = 6  # words that may stand between two parts
Parts = tuple[tuple[str, ...], ...]


def match_at(tokens: Sequence[Token], at: int, limit: int, parts: Parts) -> int:
    """Return the end of the occurrence of ``parts`` that begins at token ``at``, 0 where there is none."""
    end = _part_end(tokens, at, limit, parts[0])
    return match_after(tokens, end, limit, parts[1:]) if end else 0


def match_after(tokens: Sequence[Token], at: int, limit: int, parts: Parts) -> int:
    """Return the end of ``parts`` found in order from token ``at`` on, each within a gap of the one before, else 0."""
    end = at
    for part in parts:
        ends = (_part_end(tokens, start, limit, part) for start in range(end, min(end + GAP + 1, limit)))
        end = next((e for e in ends if e), 0)
        if not end:
            return 0
    return end


def _part_end(tokens: Sequence[Token], at: int, limit: int, part: tuple[str, ...]) -> int:
    """Return the end of one part at token ``at``; particles may be attached to its first word."""
    if at + len(part) > limit or not any(s.rest == part[0] for s in splits(tokens[at].form)):
        return 0
    return at + len(part) if all(tokens[at + k].form == part[k] for k in range(1, len(part))) else 0
