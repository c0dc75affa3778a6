"""``marsad eval``: tell whether the reading is as good as it was."""

from __future__ import annotations

import subprocess
import sys

import typer

from marsad.errors import UsageError


def run_gate() -> None:
    """Score the reading on gold data; fail where a figure is below its floor."""
    from marsad.settings import checkout

    root = checkout()
    gate = root / "evals" / "gate.py" if root else None
    if gate is None or not gate.is_file():
        raise UsageError("the gold data is not part of an installed marsad; run marsad eval in a clone of the project")
    raise typer.Exit(subprocess.run([sys.executable, str(gate)], check=False).returncode)  # noqa: S603  our own file
