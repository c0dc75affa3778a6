"""The lexicons of the readers of numbers and dates, built from the analysts' files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from marsad.text.dates import DateLexicon, date_lexicon
from marsad.text.numerals import NumeralLexicon, numeral_lexicon

LEXICON = Path(__file__).parents[2] / "knowledge" / "lexicon"


Files = dict[str, dict[str, Any]]


@pytest.fixture(scope="session")
def files() -> Files:
    """The data of the files, by name."""
    names = ("numerals", "hedges", "months", "calendar_words")
    return {name: yaml.safe_load((LEXICON / f"{name}.yaml").read_text(encoding="utf-8")) for name in names}


@pytest.fixture(scope="session")
def numerals(files: Files) -> NumeralLexicon:
    return numeral_lexicon(files["numerals"], files["hedges"])


@pytest.fixture(scope="session")
def calendar(files: Files) -> DateLexicon:
    return date_lexicon(files["months"], files["calendar_words"])
