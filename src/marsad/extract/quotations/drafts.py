"""What is kept in mind while cues are joined: a draft of a statement, and who has spoken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from marsad.extract.quotations.cues import CueHit
from marsad.extract.quotations.joints import Joint
from marsad.extract.quotations.voices import Voice
from marsad.model.annotation import Relay


@dataclass(slots=True)
class Memory:
    """What a reader keeps in mind while reading on: who has spoken, newest last, and the names met beside a title."""

    voices: list[Voice] = field(default_factory=list)
    names: frozenset[str] = frozenset()


class Draft(NamedTuple):
    """A cue joined with its source and the begin of its content; ``explicit`` where the source stands at the cue."""

    cue: CueHit
    voice: Voice
    joint: Joint
    explicit: bool
    relays: tuple[Relay, ...] = ()
