from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from marsad import settings

Marsad = Callable[..., Any]


@pytest.mark.parametrize("code", [0, 1])
def test_the_gate_of_the_working_copy_decides_the_exit_code(
    marsad: Marsad, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    (tmp_path / "evals").mkdir()
    (tmp_path / "evals" / "gate.py").write_text(f"import sys; sys.exit({code})")
    monkeypatch.setattr(settings, "checkout", lambda: tmp_path)
    assert marsad("eval").code == code


@pytest.mark.parametrize("root", [None, Path("nowhere")])
def test_outside_a_working_copy_it_says_where_to_go(
    marsad: Marsad, monkeypatch: pytest.MonkeyPatch, root: Path | None
) -> None:
    monkeypatch.setattr(settings, "checkout", lambda: root)
    result = marsad("eval")
    assert result.code == 2
    assert result.err.startswith("error: the gold data is not part of an installed marsad")
