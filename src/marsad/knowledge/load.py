"""The analysts' folder to a :class:`~marsad.knowledge.base.Knowledge`: read everything, tell all faults at once."""

from __future__ import annotations

from pathlib import Path

from marsad.errors import KnowledgeError
from marsad.knowledge.base import Knowledge
from marsad.knowledge.build import build
from marsad.knowledge.entries import read_entries
from marsad.knowledge.files import Faults
from marsad.knowledge.version import knowledge_version


def load_knowledge(folder: Path) -> Knowledge:
    """Read the analysts' folder. Raises :class:`~marsad.errors.KnowledgeError` with every fault found."""
    faults = Faults(folder)
    entries = read_entries(folder, faults)
    if entries is None:
        raise KnowledgeError(faults.found)
    return build(entries, knowledge_version(folder))
