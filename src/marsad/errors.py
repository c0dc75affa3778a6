"""The errors of marsad, as one tree.

::

    MarsadError                 anything marsad raises on purpose; its text is one line that says what to do
    ├── InputError              a source cannot be read (missing, empty, binary, not a known form)
    ├── KnowledgeError          the analysts' files have faults; carries all of them
    ├── StoreError              the store cannot be opened, is newer than this marsad, or cannot be written
    └── UsageError              options that contradict each other
"""

from __future__ import annotations

from dataclasses import dataclass


class MarsadError(Exception):
    """Base of all errors that marsad raises on purpose."""


class InputError(MarsadError):
    """A source that cannot be read; ``reason`` is a stable slug that an :class:`~marsad.model.issue.Issue` keeps."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of one analysts' file."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class KnowledgeError(MarsadError):
    """The analysts' files have faults: ``faults`` holds every one of them, in file order."""

    def __init__(self, faults: list[Fault]) -> None:
        shown = "\n".join(str(f) for f in faults)
        number = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__(f"{number} in the knowledge files:\n{shown}")
        self.faults = faults


class StoreError(MarsadError):
    """The store cannot be opened or written."""


class UsageError(MarsadError):
    """Options that contradict each other."""
