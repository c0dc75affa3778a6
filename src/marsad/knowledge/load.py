"""The analysts' folder to a :class:`~marsad.knowledge.base.Knowledge`: read everything, tell all faults at once."""

from __future__ import annotations

import hashlib
from pathlib import Path

from marsad import __version__
from marsad.errors import KnowledgeError
from marsad.knowledge.base import Knowledge
from marsad.knowledge.build import build
from marsad.knowledge.entries import read_entries
from marsad.knowledge.files import Faults


def load_knowledge(folder: Path) -> Knowledge:
    """Read the analysts' folder. Raises :class:`~marsad.errors.KnowledgeError` with every fault found."""
    faults = Faults(folder)
    entries = read_entries(folder, faults)
    if entries is None:
        raise KnowledgeError(faults.found)
    return build(entries, knowledge_version(folder))


def knowledge_version(folder: Path) -> str:
    """Return a 12-digit hash of marsad's own version and of all files of the folder: their names and bytes.

    A document is read anew where either has changed.
    """
    digest = hashlib.sha256(__version__.encode() + b"\0")
    for path in sorted(p for p in folder.rglob("*") if p.suffix in (".yaml", ".tsv")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
