from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from marsad.collect.chrome import ChromeLexicon, Rules
from marsad.collect.outlet import OutletMatcher
from marsad.collect.parse import ParseTools
from marsad.model.document import DateValue

LEXICON = Path(__file__).parents[2] / "knowledge" / "lexicon" / "chrome.yaml"
MONTHS = {"كانون الثاني": "01", "حزيران": "06", "آب": "08", "كانون الأول": "12"}


def read_date(line: str) -> DateValue | None:
    """Read the few wordings of dates that these tests use; the real reader is in marsad.text."""
    if found := re.search(r"(\d\d)/(\d\d)/(\d{4})", line):
        return DateValue(f"{found[3]}-{found[2]}-{found[1]}", "day")
    for name, number in MONTHS.items():
        if found := re.search(rf"(\d{{1,2}}) {name}(?: (\d{{4}}))?", line):
            return DateValue(f"{found[2] or 'XXXX'}-{number}-{int(found[1]):02}", "day")
    return None


@pytest.fixture(scope="session")
def rules() -> Rules:
    loaded: Rules = yaml.safe_load(LEXICON.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="session")
def chrome(rules: Rules) -> ChromeLexicon:
    return ChromeLexicon.from_rules(rules)


@pytest.fixture(scope="session")
def tools(chrome: ChromeLexicon) -> ParseTools:
    outlets = OutletMatcher.build(
        {"sada-nahrain.example": "sada_nahrain", "dijla.example": "dijla"},
        {"Sada Nahrain": "sada_nahrain", "صدى النهرين": "sada_nahrain", "دجلة نيوز": "dijla"},
    )
    return ParseTools(chrome, outlets, read_date)
