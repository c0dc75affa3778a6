from __future__ import annotations

import pytest

from golden_pages import NAMES, as_text, expected_path, record_of
from marsad.knowledge.base import Knowledge


@pytest.mark.parametrize("name", NAMES)
def test_the_record_of_a_golden_page_is_as_it_was(knowledge: Knowledge, name: str) -> None:
    """Where it was meant to change: scripts/update_golden.py, and read the diff."""
    assert as_text(record_of(name, knowledge)) == expected_path(name).read_text(encoding="utf-8")
