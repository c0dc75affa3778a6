from __future__ import annotations

from pathlib import Path

import pytest

from marsad.knowledge.base import Knowledge
from marsad.knowledge.load import load_knowledge

KNOWLEDGE = Path(__file__).parents[1] / "knowledge"


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The analysts' files of the project, loaded once."""
    return load_knowledge(KNOWLEDGE)
