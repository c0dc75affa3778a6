from __future__ import annotations

import ast
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


def test_every_room_and_folder_is_on_the_readme_s_map() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = {code.rstrip("/") for line in text.splitlines() for code in code_in(line)}
    rooms = {path.parent.name for path in (ROOT / "src" / "marsad").glob("*/__init__.py")}
    assert {room for room in rooms if not {room, f"src/marsad/{room}"} & shown} == set()
    unversioned = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    assert {folder for folder in folders if folder not in shown | {"src"} and f"{folder}/" not in unversioned} == set()


def modules_in(page: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(r"`([a-z_/]+\.py)`", text)


@pytest.mark.parametrize("page", ["docs/explanation/architecture.md", "docs/explanation/reading.md"])
def test_every_module_that_is_named_is_there(page: str) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "src").rglob("*.py")}
    modules |= {path.relative_to(ROOT).as_posix() for path in ROOT.glob("*/*.py")}
    named = modules_in(page)
    assert named
    assert [name for name in named if not any(f"/{module}".endswith(f"/{name}") for module in modules)] == []


def test_the_reading_of_quotations_and_events_is_explained_module_by_module() -> None:
    extract = ROOT / "src" / "marsad" / "extract"
    there = {path.name for part in ("quotations", "events") for path in (extract / part).glob("[!_]*.py")}
    named = {name.rpartition("/")[2] for name in modules_in("docs/explanation/reading.md")}
    assert there <= named


def test_everything_on_the_way_of_an_article_is_there() -> None:
    text = (ROOT / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+(?:\.\w+)+)`", text)) - {"pyproject.toml"}
    there = set()
    for path in (ROOT / "src").rglob("*.py"):
        module = ".".join(path.with_suffix("").parts[len((ROOT / "src").parts) :])
        for top in ast.parse(path.read_text(encoding="utf-8")).body:
            name = f".{module}.{getattr(top, 'name', '')}"
            there |= {f".{module}", name, *(f"{name}.{getattr(part, 'name', '')}" for part in getattr(top, "body", ()))}
    assert len(named) > 20
    assert [name for name in sorted(named) if not any(place.endswith(f".{name}") for place in there)] == []
