from __future__ import annotations

import pytest

from marsad.model.identity import content_id


def test_an_id_is_the_same_on_every_run_and_machine() -> None:
    assert content_id("https://example.org/1", "قال الوزير", 3, None) == "7d37e0ba88accb7b"
    assert content_id() == "e3b0c44298fc1c14"


@pytest.mark.parametrize("other", [("ab", "c"), ("a", "bc", ""), ("abc",), ("a", "bd"), ("bc", "a")])
def test_other_parts_have_another_id(other: tuple[str, ...]) -> None:
    assert content_id("a", "bc") != content_id(*other)


def test_a_broken_character_has_an_id_too() -> None:
    assert len(content_id("\ud800")) == 16
