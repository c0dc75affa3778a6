from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from marsad.knowledge.base import Knowledge
from marsad.knowledge.load import load_knowledge

# Properties are tried on the same examples on every run, however slow the machine.
settings.register_profile("marsad", deadline=None, derandomize=True)
settings.load_profile("marsad")


@pytest.fixture(scope="session", autouse=True)
def cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep every marsad that is started here off the user's own cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MARSAD_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def knowledge_folder() -> Path:
    """The analysts' files of the project."""
    return Path(__file__).parents[1] / "knowledge"


@pytest.fixture(scope="session")
def knowledge(knowledge_folder: Path) -> Knowledge:
    """The same, loaded once."""
    return load_knowledge(knowledge_folder)
