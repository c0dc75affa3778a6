"""The lessons and recipes of the documentation, done as a reader does them: in a copy of the clone, step by step.

A page's blocks are its steps. A console block holds commands (``$``) and, under each, lines that its output must show.
A comment over a block says what the reader is told to do with it: ``file NAME``, ``append to NAME``, ``insert after
"LINE" in NAME``, ``part of NAME`` (of the record in that file); ``given NAME…`` names what a reader brings along.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from doc_pages import ROOT

_BLOCK = re.compile(
    r"(?:^[ ]*<!--[ ](?P<mark>[^>]+)[ ]-->\n)?^(?P<indent>[ ]*)```(?P<language>\w+)\n(?P<body>.*?)^(?P=indent)```",
    re.M | re.S | re.X,
)
_INSERT = re.compile(r'insert after "(.+)" in (\S+)')
BROUGHT = {  # what readers bring along, and the examples that stand for it
    "pages/": ("02-arrests-rafid.txt", "03-arrests-furat.html", "11-kurdish-refused.txt"),
    "page.txt": ("02-arrests-rafid.txt",),
    "05-no-year.txt": ("05-no-year.txt",),
    "more.jsonl": ("12-three-articles.jsonl",),
}


class Block(NamedTuple):
    """A block of code of a page, without the indent of the list that it stands in."""

    mark: str
    language: str
    body: str


class Command(NamedTuple):
    """A command, and what a page shows of its output."""

    line: str
    shown: tuple[str, ...]


def blocks(page: str) -> list[Block]:
    """Return the blocks of a page (its path from the root) in their order."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [Block(m["mark"] or "", m["language"], _dedent(m["indent"], m["body"])) for m in _BLOCK.finditer(text)]


def _dedent(indent: str, body: str) -> str:
    return "".join(line.removeprefix(indent) for line in body.splitlines(keepends=True))


def commands(block: Block) -> Iterator[Command]:
    """Yield the commands of a console block; one goes on over lines until its quotation marks are closed."""
    for part in re.split(r"^\$ ", block.body, flags=re.M)[1:]:
        lines = part.splitlines()
        length = next(n for n in range(1, len(lines) + 1) if "\n".join(lines[:n]).count('"') % 2 == 0)
        yield Command("\n".join(lines[:length]), tuple(lines[length:]))


def is_part(shown: Any, whole: Any) -> bool:
    """Tell whether all that is shown stands in the whole: keys of objects, items of lists in their order."""
    if isinstance(shown, dict):
        return isinstance(whole, dict) and all(key in whole and is_part(v, whole[key]) for key, v in shown.items())
    if isinstance(shown, list):
        rest = iter(whole)
        return (bool(shown) or not whole) and all(any(is_part(item, other) for other in rest) for item in shown)
    return bool(shown == whole)


def missing(shown: tuple[str, ...], output: str) -> list[str]:
    """Return the lines that the output does not show, in this order; how a line is spaced does not matter."""
    rest = iter([_plain(line) for line in output.splitlines()])
    return [line for line in shown if not any(_plain(line) in other for other in rest)]


def _plain(line: str) -> str:
    return " ".join(line.replace("\N{LEFT-TO-RIGHT MARK}", "").split())


class Clone:
    """A copy of the clone, as far as pages speak of it, with the environment that the tests run in as its ``.venv``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in ("examples", "knowledge", "scripts", "evals"):
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("Makefile", "pyproject.toml"):
            shutil.copy(ROOT / name, root / name)
        (root / "out").mkdir()
        (root / ".venv").mkdir()
        for part in Path(sys.prefix).iterdir():
            (root / ".venv" / part.name).symlink_to(part)
        (root / ".venv" / ".ready").unlink(missing_ok=True)
        (root / ".venv" / ".ready").touch()  # newer than pyproject.toml: make has nothing to install
        self._environment = {name: value for name, value in os.environ.items() if name != "MARSAD_STORE"} | {
            "PATH": f"{root / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "MARSAD_KNOWLEDGE": str(root / "knowledge"),
        }

    def bring(self, names: list[str]) -> None:
        """Put there what a reader brings along."""
        for name in names:
            target = self.root / name
            (target if name.endswith("/") else target.parent).mkdir(exist_ok=True)
            for example in BROUGHT[name]:
                shutil.copy(ROOT / "examples" / example, target)

    def do(self, block: Block) -> None:
        """Take the step that a block tells; raises AssertionError where it goes otherwise than the page shows."""
        if block.mark.startswith("given "):
            self.bring(block.mark.split()[1:])
        if block.mark.startswith("part of "):
            record = (self.root / block.mark.split()[-1]).read_text(encoding="utf-8")
            assert is_part(json.loads(block.body), json.loads(record)), block.body
        elif block.language == "console":
            for command in commands(block):
                output = self.run(command.line)
                assert missing(command.shown, output) == [], f"{command.line}\n{output}"
        else:
            self._edit(block)

    def run(self, line: str) -> str:
        """Run a command line and return what it printed; raises AssertionError where it fails."""
        bash = ["bash", "-c", line]
        done = subprocess.run(
            bash,
            cwd=self.root,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{line}\n{done.stdout}"
        return done.stdout

    def _edit(self, block: Block) -> None:
        what, _, name = block.mark.rpartition(" ")
        path = self.root / name
        if what == "file":
            path.write_text(block.body, encoding="utf-8")
        elif what == "append to":
            path.write_text(path.read_text(encoding="utf-8") + block.body, encoding="utf-8")
        else:
            inserted = _INSERT.fullmatch(block.mark)
            assert inserted, f"the page does not say what to do with: {block.body}"
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            at = lines.index(f"{inserted[1]}\n") + 1
            path.write_text("".join([*lines[:at], block.body, *lines[at:]]), encoding="utf-8")
