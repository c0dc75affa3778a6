"""The project's Markdown pages, cut up for the tests that hold them against the code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
_PATTERNS = ("*.md", "docs/**/*.md", "examples/*.md", "knowledge/*.md")
PAGES = sorted(path for pattern in _PATTERNS for path in ROOT.glob(pattern))

_MARKED = re.compile(
    r"^<!-- (?P<mark>[^>]+) -->\n(?:```\w*\n(?P<code>.*?)^```|(?P<table>(?:\|[^\n]*\n)+))", re.M | re.S
)
_CODE = re.compile(r"`([^`]+)`")


class Marked(NamedTuple):
    """A block under a comment that says what it shows: the text of a code block, or the rows of a table."""

    mark: str
    code: str
    rows: tuple[tuple[str, ...], ...]


def marked(name: str, kind: str) -> list[Marked]:
    """Return the blocks of a page (its path from the root) whose mark begins with ``kind``."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found = (Marked(m["mark"], m["code"] or "", tuple(_rows(m["table"] or ""))) for m in _MARKED.finditer(text))
    return [block for block in found if block.mark.startswith(kind)]


def _rows(table: str) -> Iterator[tuple[str, ...]]:
    for line in table.splitlines()[2:]:
        yield tuple(cell.strip().replace("\\", "") for cell in re.split(r"(?<!\\)\|", line)[1:-1])


def code_in(cell: str) -> list[str]:
    """Return what a cell gives as code."""
    return _CODE.findall(cell)


def first_codes(block: Marked) -> list[str]:
    """Return the code of the first column of a table, row by row."""
    return [code for row in block.rows for code in code_in(row[0])]
