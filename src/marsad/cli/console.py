"""How commands speak: messages and a bar on standard error, data on standard output or into a file."""

from __future__ import annotations

import io
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

from marsad.errors import MarsadError
from marsad.model.issue import Issue

if TYPE_CHECKING:  # the pipeline brings everything with it, which --help need not wait for
    from marsad.pipeline import Tally

PATIENCE = 1.0  # seconds before a bar is shown


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale; what cannot be encoded is written as the escape that JSON knows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def end_with_a_closed_pipe() -> None:
    """End quietly, as other commands do, when who reads our output has enough (``| head``)."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def say(line: str) -> None:
    """Write one line to standard error; control characters, which a page's address may hold, are made visible."""
    typer.echo("".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line), err=True)


def say_issue(issue: Issue) -> None:
    """Write an issue as one line."""
    say(f"issue: {issue.message} [{issue.reason}]")


def summary(tally: Tally) -> str:
    """Return a tally as one line."""
    parts = (
        _counted(tally.documents, "document"),
        _counted(tally.events, "event"),
        _counted(tally.quotations, "quotation"),
        _counted(tally.issues, "issue"),
    )
    skipped = f" ({_counted(tally.skipped, 'document')} read before)" if tally.skipped else ""
    return ", ".join(parts) + skipped


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


@contextmanager
def progress(doing: str, total: int | None = None) -> Iterator[Callable[[str], None]]:
    """Show on a terminal, after a second, how far it is; the function given is called at each step, with a remark."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(doing), BarColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    terminal = Console(stderr=True)
    bar = Progress(*columns, console=terminal, transient=True, redirect_stdout=False, disable=not terminal.is_terminal)
    task = bar.add_task("", total=total)
    begun = time.monotonic()

    def step(remark: str) -> None:
        bar.update(task, advance=1, description=remark)
        if time.monotonic() - begun > PATIENCE:
            bar.start()

    try:
        yield step
    finally:
        bar.stop()


@contextmanager
def opened(out: Path | None) -> Iterator[TextIO]:
    """Give a stream to write ``out``, or standard output where it is ``None``.

    The file takes its name when it is complete; what is no file (``/dev/stdout``) is written as it is. Raises
    :class:`~marsad.errors.MarsadError` where it cannot be written.
    """
    if out is None:
        yield sys.stdout
        return
    special = out.exists() and not out.is_file()
    part = out if special else out.with_name(f"{out.name}.part")
    try:
        with part.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            yield stream
        if not special:
            part.replace(out)
    except OSError as error:
        raise MarsadError(f"{out}: cannot be written ({error.strerror}); name another file with --out") from error
    finally:
        if not special:
            part.unlink(missing_ok=True)
