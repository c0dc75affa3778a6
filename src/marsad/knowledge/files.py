"""Reading the analysts' files with the line of everything in them, so that a fault can be pointed at."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from marsad.errors import Fault

Model = TypeVar("Model", bound=BaseModel)
Loc = tuple[str, ...]
_ENCODING = "utf-8-sig"  # an editor may put a byte-order mark before the text
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Located(NamedTuple, Generic[Model]):
    """An entry, its file and its line."""

    entry: Model
    path: Path
    line: int


class Faults:
    """Gathers faults of many files, so that all are told at once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._found: list[Fault] = []

    @property
    def found(self) -> list[Fault]:
        """All faults so far, in the order of files and lines."""
        return sorted(self._found, key=lambda fault: (fault.file, fault.line))

    def add(self, path: Path, line: int, message: str) -> None:
        """Note one fault; the file is named relative to the knowledge folder."""
        name = path.relative_to(self._root).as_posix() if path.is_relative_to(self._root) else path.as_posix()
        self._found.append(Fault(name, line, message))


def read_yaml(path: Path, model: type[Model], faults: Faults) -> Model | None:
    """Read one YAML file into ``model``; where it does not fit, note every fault with its line and return ``None``."""
    loaded = _load(path, faults)
    if loaded is None:
        return None
    data, lines = loaded
    return _validate(path, model, data, lines, (), faults)


def read_yaml_list(path: Path, model: type[Model], faults: Faults) -> list[Located[Model]]:
    """Read a YAML list of entries; each good one comes with its line, each bad one is noted."""
    loaded = _load(path, faults)
    if loaded is None:
        return []
    data, lines = loaded
    if not isinstance(data, list):
        faults.add(path, 1, "must be a list of entries")
        return []
    entries = []
    for number, item in enumerate(data):
        at = (str(number),)
        entry = _validate(path, model, item, lines, at, faults)
        if entry is not None:
            entries.append(Located(entry, path, lines[at]))
    return entries


def read_tsv(path: Path, model: type[Model], faults: Faults) -> list[Located[Model]]:
    """Read a tab-separated table (header line; ``#`` lines are comments); each good row comes with its line number."""
    text = _text(path, faults)
    if text is None:
        return []
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip() and not line.startswith("#")]
    names = list(model.model_fields)
    if not lines or lines[0][1].split("\t") != names:
        faults.add(path, lines[0][0] if lines else 1, f"columns must be: {' '.join(names)}")
        return []
    rows = []
    for number, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(names):
            faults.add(path, number, f"{len(cells)} cells, must be {len(names)} (tab-separated)")
            continue
        row = _validate(path, model, dict(zip(names, cells, strict=True)), {(): number}, (), faults)
        if row is not None:
            rows.append(Located(row, path, number))
    return rows


def line_of(path: Path, words: str, start: int = 1) -> int:
    """Return the first line from ``start`` on that holds the words as whole words, ``start`` where none does."""
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    lines = path.read_text(encoding=_ENCODING).split("\n")[start - 1 :]
    return next((n for n, line in enumerate(lines, start) if whole.search(line.replace('\\"', '"'))), start)


def _text(path: Path, faults: Faults) -> str | None:
    try:
        return path.read_text(encoding=_ENCODING)
    except (OSError, UnicodeDecodeError) as error:
        faults.add(path, 1, f"cannot be read: {error}")
        return None


def _load(path: Path, faults: Faults) -> tuple[Any, dict[Loc, int]] | None:
    """Return the data of a YAML file and the line of each part of it."""
    text = _text(path, faults)
    if text is None:
        return None
    try:
        return _parse(text, path, faults)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        faults.add(path, mark.line + 1 if mark else 1, f"not YAML: {getattr(error, 'problem', None) or error}")
        return None


def _parse(text: str, path: Path, faults: Faults) -> tuple[Any, dict[Loc, int]] | None:
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            faults.add(path, 1, "is empty")
            return None
        lines: dict[Loc, int] = {}
        _note_lines(node, (), lines, path, faults)
        return loader.construct_document(node), lines
    finally:
        loader.dispose()


def _note_lines(node: yaml.Node, loc: Loc, lines: dict[Loc, int], path: Path, faults: Faults) -> None:
    lines[loc] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*loc, str(key.value))
            if here in lines:
                faults.add(path, key.start_mark.line + 1, f"key {key.value!r} stands twice")
            _note_lines(value, here, lines, path, faults)
            lines[here] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            _note_lines(value, (*loc, str(number)), lines, path, faults)


def _validate(
    path: Path, model: type[Model], data: Any, lines: dict[Loc, int], at: Loc, faults: Faults
) -> Model | None:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for fault in error.errors():
            loc = tuple(map(str, fault["loc"]))
            faults.add(path, _line(lines, (*at, *loc)), f"{'.'.join(loc) or 'entry'}: {fault['msg']}")
        return None


def _line(lines: dict[Loc, int], loc: Loc) -> int:
    """Return the line of the nearest known ancestor of ``loc``."""
    return next(lines[loc[:end]] for end in range(len(loc), -1, -1) if loc[:end] in lines)
