"""What was not understood is said aloud: failures are records too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Stage = Literal["collect", "extract", "fuse", "store", "publish"]


@dataclass(frozen=True, slots=True)
class Issue:
    """A failure kept as a record: ``reason`` is a stable slug, ``message`` a line that names source and remedy."""

    stage: Stage
    reason: str
    uri: str
    message: str
