from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from marsad.knowledge import cache
from marsad.knowledge.base import Knowledge
from marsad.knowledge.cache import cached


class Loader:
    """Gives the knowledge, and notes how often it was asked."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.asked = 0

    def __call__(self, folder: Path) -> Knowledge:
        self.asked += 1
        return self.knowledge


@pytest.fixture
def loader(knowledge: Knowledge) -> Loader:
    return Loader(knowledge)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "knowledge"
    made.mkdir()
    (made / "months.yaml").write_text("months: []\n")
    return made


def the_copy(tmp_path: Path) -> Path:
    (copy,) = (tmp_path / "cache").iterdir()
    return copy


def test_the_second_time_the_copy_is_taken_and_is_the_same(tmp_path: Path, folder: Path, loader: Loader) -> None:
    first = cached(folder, tmp_path / "cache", loader)
    second = cached(folder, tmp_path / "cache", loader)
    assert loader.asked == 1
    assert first is loader.knowledge
    assert second is not first
    assert second.version == first.version
    assert second.gazetteer.demonyms == first.gazetteer.demonyms


def test_an_edit_makes_a_new_copy_in_place_of_the_old_one(tmp_path: Path, folder: Path, loader: Loader) -> None:
    cached(folder, tmp_path / "cache", loader)
    before = the_copy(tmp_path)
    (folder / "months.yaml").write_text("months: [آب]\n")
    cached(folder, tmp_path / "cache", loader)
    assert loader.asked == 2
    assert the_copy(tmp_path) != before


def test_other_code_makes_a_new_copy(
    tmp_path: Path, folder: Path, loader: Loader, monkeypatch: pytest.MonkeyPatch
) -> None:
    cached(folder, tmp_path / "cache", loader)
    package = tmp_path / "marsad"
    for room in ("knowledge", "text", "model"):
        (package / room).mkdir(parents=True)
    (package / "text" / "numerals.py").write_text("ZERO = 0\n")
    monkeypatch.setattr(cache, "_PACKAGE", package)
    cached(folder, tmp_path / "cache", loader)
    assert loader.asked == 2


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 500])
def test_a_damaged_copy_is_made_anew(tmp_path: Path, folder: Path, loader: Loader, damage: bytes) -> None:
    cached(folder, tmp_path / "cache", loader)
    copy = the_copy(tmp_path)
    whole = copy.read_bytes()
    copy.write_bytes(damage)
    cached(folder, tmp_path / "cache", loader)
    assert loader.asked == 2
    assert the_copy(tmp_path).read_bytes() == whole


def test_a_copy_of_classes_that_are_not_here_is_made_anew(tmp_path: Path, folder: Path, loader: Loader) -> None:
    cached(folder, tmp_path / "cache", loader)
    body = b"cno_such_module\nThing\n."
    the_copy(tmp_path).write_bytes(hashlib.sha256(body).digest() + body)
    cached(folder, tmp_path / "cache", loader)
    assert loader.asked == 2


@pytest.mark.parametrize("name", ["cache", "copy"])
def test_what_others_may_have_written_is_not_unpickled(tmp_path: Path, folder: Path, loader: Loader, name: str) -> None:
    cached(folder, tmp_path / "cache", loader)
    open_to_all = tmp_path / "cache" if name == "cache" else the_copy(tmp_path)
    open_to_all.chmod(0o777)
    cached(folder, tmp_path / "cache", loader)
    assert loader.asked == 2


def test_where_no_copy_can_be_kept_all_works_without(tmp_path: Path, folder: Path, loader: Loader) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    assert cached(folder, tmp_path / "cache", loader) is loader.knowledge


def test_a_copy_that_cannot_be_written_whole_leaves_nothing(
    tmp_path: Path, folder: Path, loader: Loader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path, __: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)
    assert cached(folder, tmp_path / "cache", loader) is loader.knowledge
    assert list((tmp_path / "cache").iterdir()) == []
