from __future__ import annotations

import pytest

from extract.conftest import article
from marsad.extract.quotations.cues import find_cues
from marsad.extract.reading import read
from marsad.knowledge.base import Knowledge


def cues(knowledge: Knowledge, text: str) -> list[tuple[str, str]]:
    reading = read(article(text), knowledge)
    return [(reading.text.words(c.first, c.last), c.form) for s in reading.sentences for c in find_cues(reading, s)]


CUES = {
    "وقال الوزير إنه عاد.": [("وقال", "finite")],
    "مضيفا أنه عاد.": [("مضيفا", "participle")],
    "بحسب الوزير فإنه عاد.": [("بحسب", "phrase")],
    "قوله إنه عاد.": [("قوله", "noun")],
    "يذكر أن الوزير عاد.": [],
    "سنقول لهم ذلك.": [],
    "وقيل إن الوزير عاد.": [],
    "حملة في المدينة.": [],
}


@pytest.mark.parametrize(("text", "expected"), CUES.items())
def test_cues_are_found_by_their_form(knowledge: Knowledge, text: str, expected: list[tuple[str, str]]) -> None:
    assert cues(knowledge, text) == expected
