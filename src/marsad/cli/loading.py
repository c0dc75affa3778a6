"""The analysts' files, as the commands need them: from their compiled copy where there is one."""

from __future__ import annotations

import gc
from pathlib import Path

from marsad.knowledge.base import Knowledge
from marsad.knowledge.cache import cached
from marsad.settings import cache_folder, knowledge_folder


def knowledge_of(given: Path | None) -> Knowledge:
    """Return the knowledge of the ``given`` folder, else of that of the settings.

    Raises :class:`~marsad.errors.KnowledgeError` with every fault found.
    """
    knowledge = cached(knowledge_folder(given), cache_folder(), _load)
    gc.freeze()  # it lives as long as the process: nothing in it becomes garbage
    return knowledge


def _load(folder: Path) -> Knowledge:
    from marsad.knowledge.load import load_knowledge

    return load_knowledge(folder)
