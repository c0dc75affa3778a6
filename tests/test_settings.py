from __future__ import annotations

from pathlib import Path

import pytest

from marsad import settings
from marsad.errors import UsageError


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(settings.STORE_VARIABLE, raising=False)
    monkeypatch.delenv(settings.KNOWLEDGE_VARIABLE, raising=False)


def test_the_store_is_the_given_one_else_the_environment_s_else_marsad_db(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.store_path() == Path("marsad.db")
    monkeypatch.setenv(settings.STORE_VARIABLE, "/data/july.db")
    assert settings.store_path() == Path("/data/july.db")
    assert settings.store_path(Path("here.db")) == Path("here.db")


def test_the_cache_is_that_of_the_environment_else_the_user_s_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.CACHE_VARIABLE, "/data/cache")
    assert settings.cache_folder() == Path("/data/cache")
    monkeypatch.delenv(settings.CACHE_VARIABLE)
    assert settings.cache_folder().name == "marsad"


def package_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = folder / "marsad"
    package.mkdir(parents=True)
    monkeypatch.setattr(settings, "_PACKAGE", package)
    return package


def test_in_a_working_copy_its_own_knowledge_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package_in(tmp_path / "src", monkeypatch)
    (tmp_path / "knowledge").mkdir()
    assert settings.checkout() == tmp_path
    assert settings.knowledge_folder() == tmp_path / "knowledge"


def test_an_installed_marsad_uses_the_knowledge_packed_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = package_in(tmp_path / "site-packages", monkeypatch)
    (package / "_knowledge").mkdir()
    assert settings.checkout() is None
    assert settings.knowledge_folder() == package / "_knowledge"


def test_the_environment_and_the_given_folder_come_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.KNOWLEDGE_VARIABLE, "/our/knowledge")
    assert settings.knowledge_folder() == Path("/our/knowledge")
    assert settings.knowledge_folder(tmp_path) == tmp_path


def test_no_knowledge_anywhere_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package_in(tmp_path / "site-packages", monkeypatch)
    with pytest.raises(UsageError, match="name one with --knowledge or MARSAD_KNOWLEDGE"):
        settings.knowledge_folder()
