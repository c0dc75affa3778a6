from __future__ import annotations

import re
from pathlib import Path

import pytest

from doc_pages import PAGES, ROOT, code_in

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.M)


def anchors(page: Path) -> set[str]:
    headings = _HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        if link.startswith("http"):
            continue
        address, _, anchor = link.partition("#")
        target = (page.parent / address).resolve() if address else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_every_place_on_the_readme_s_map_is_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    places = [code for line in text.splitlines() if line.startswith("| `") for code in code_in(line.split("|")[1])]
    paths = [place for place in places if "/" in place and " " not in place]
    assert len(paths) > 10
    assert [path for path in paths if not (ROOT / path).exists()] == []
