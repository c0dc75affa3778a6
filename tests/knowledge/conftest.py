from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from marsad.knowledge.schema import PlaceRow

ACTORS = """\
- id: isis
  name: تنظيم داعش
  name_en: Islamic State
  kind: armed_group
  aliases: [داعش, الدواعش]
  examples: ["تبنى تنظيم داعش الهجوم"]
  counterexamples: ["أعلنت الدولة الحداد"]
- id: isis-media
  name: وكالة أعماق
  name_en: Amaq
  kind: media
  parent: isis
  aliases: [أعماق]
"""
OUTLETS = """\
- id: reuters
  name: رويترز
  name_en: Reuters
  kind: agency
  aliases: [وكالة رويترز]
"""
PLACES = [
    list(PlaceRow.model_fields),
    ["# a comment"],
    ["iq", "العراق", "", "Iraq", "country", "", "", "IQ", "33.2", "43.7", "450", "99", "", "99237"],
    ["iq-kirkuk", "كركوك", "", "Kirkuk", "governorate", "Kirkuk", "", "IQ", "35.4", "44.3", "50", "90", "", ""],
    ["iq-hawija", "الحويجة", "حويجة", "Hawija", "town", "Kirkuk", "Hawija", "IQ", "35.3", "43.8", "3", "90", "", ""],
]
DEMONYMS = "country\tforms\nIQ\tعراقي|عراقية\n"


@pytest.fixture
def folder(knowledge_folder: Path, tmp_path: Path) -> Path:
    """A knowledge folder with the real lexicon, ontology and questions, and a few actors, outlets and places."""
    root = tmp_path / "knowledge"
    for part in ("lexicon", "ontology", "questions"):
        shutil.copytree(knowledge_folder / part, root / part)
    for part, name, content in (
        ("actors", "isis.yaml", ACTORS),
        ("sources", "agencies.yaml", OUTLETS),
        ("gazetteer", "iraq.tsv", "\n".join("\t".join(row) for row in PLACES) + "\n"),
        ("gazetteer", "demonyms.tsv", DEMONYMS),
    ):
        (root / part).mkdir(exist_ok=True)
        (root / part / name).write_text(content, "utf-8")
    return root


Edit = Callable[[str, str, str], int]


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Put ``new`` for the first ``old`` of a file of the folder; return the line where it stands."""

    def replace(name: str, old: str, new: str) -> int:
        path = folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return text[: text.index(old)].count("\n") + 1

    return replace
