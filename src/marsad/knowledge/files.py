"""Reading the analysts' files with the line of everything in them, so that a fault can be pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from marsad.errors import Fault

Model = TypeVar("Model", bound=BaseModel)
Loc = tuple[str | int, ...]
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Faults:
    """Gathers faults of many files, so that all are told at once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.found: list[Fault] = []

    def add(self, path: Path, line: int, message: str) -> None:
        """Note one fault; the file is named relative to the knowledge folder."""
        name = path.relative_to(self._root).as_posix() if path.is_relative_to(self._root) else path.as_posix()
        self.found.append(Fault(name, line, message))


def read_yaml(path: Path, model: type[Model], faults: Faults) -> Model | None:
    """Read one YAML file into ``model``; where it does not fit, note every fault with its line and return ``None``."""
    loaded = _load(path, faults)
    if loaded is None:
        return None
    data, lines = loaded
    return _validate(path, model, data, lines, (), faults)


def read_yaml_list(path: Path, model: type[Model], faults: Faults) -> list[tuple[Model, int]]:
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
        entry = _validate(path, model, item, lines, (number,), faults)
        if entry is not None:
            entries.append((entry, lines.get((number,), 1)))
    return entries


def read_tsv(path: Path, model: type[Model], faults: Faults) -> list[tuple[Model, int]]:
    """Read a tab-separated table (header line; ``#`` lines are comments); each good row comes with its line number."""
    header: list[str] | None = None
    rows = []
    for number, line in enumerate(_text(path, faults).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            if header != list(model.model_fields):
                faults.add(path, number, f"columns must be: {' '.join(model.model_fields)}")
                return []
        elif len(cells) != len(header):
            faults.add(path, number, f"{len(cells)} cells, must be {len(header)} (tab-separated)")
        else:
            row = _validate(path, model, dict(zip(header, cells, strict=True)), {(): number}, (), faults)
            if row is not None:
                rows.append((row, number))
    return rows


def _text(path: Path, faults: Faults) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        faults.add(path, 1, f"cannot be read: {error}")
        return ""


def _load(path: Path, faults: Faults) -> tuple[Any, dict[Loc, int]] | None:
    loader = _Loader(_text(path, faults))
    try:
        node = loader.get_single_node()
        if node is None:
            faults.add(path, 1, "is empty")
            return None
        lines: dict[Loc, int] = {}
        _note_lines(node, (), lines, path, faults)
        return loader.construct_document(node), lines
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        faults.add(path, mark.line + 1 if mark else 1, f"not YAML: {getattr(error, 'problem', None) or error}")
        return None
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
            _note_lines(value, (*loc, number), lines, path, faults)


def _validate(
    path: Path, model: type[Model], data: Any, lines: dict[Loc, int], at: Loc, faults: Faults
) -> Model | None:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for fault in error.errors():
            loc: Sequence[str | int] = (*at, *fault["loc"])
            faults.add(path, _line(lines, loc), f"{'.'.join(map(str, fault['loc'])) or 'entry'}: {fault['msg']}")
        return None


def _line(lines: dict[Loc, int], loc: Sequence[str | int]) -> int:
    """Return the line of the nearest known ancestor of ``loc``."""
    for end in range(len(loc), -1, -1):
        if tuple(loc[:end]) in lines:
            return lines[tuple(loc[:end])]
    return 1
