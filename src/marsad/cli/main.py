"""The ``marsad`` command: its subcommands, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from marsad import __version__
from marsad.cli.console import end_with_a_closed_pipe, say, speak_utf8
from marsad.cli.eval import run_gate
from marsad.cli.export import export
from marsad.cli.extract import extract
from marsad.cli.knowledge import knowledge
from marsad.cli.report import report
from marsad.cli.run import run
from marsad.cli.schema import schema
from marsad.cli.search import search
from marsad.cli.show import show
from marsad.errors import MarsadError, UsageError

FAILED = 1
WRONG_USAGE = 2
_INTERRUPTED = 130  # what Typer makes of Ctrl-C

app = typer.Typer(name="marsad", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.command()(run)
app.command()(extract)
app.command()(show)
app.command()(search)
app.command()(export)
app.command()(report)
app.add_typer(knowledge, name="knowledge")
app.command("eval")(run_gate)
app.command()(schema)


def _print_version(wanted: bool) -> None:  # noqa: FBT001  Typer hands an option's value over by position
    if wanted:
        typer.echo(f"marsad {__version__}")
        raise typer.Exit


@app.callback()
def _marsad(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Arabic news about armed conflict in, records checked against their words out.

    Begin with a page or a folder of pages:

      marsad extract page.html --format table   show what is in a page
      marsad run pages/                         read pages into marsad.db
      marsad search كركوك اعتقال                find articles by their words
      marsad report                             see records in their words
      marsad export csv --out events.csv        hand the events on

    Data goes to standard output, all else to standard error.
    Exit codes: 0 fine, 1 failed or nothing found, 2 wrong usage.
    """


def main() -> None:
    """Run the command line and exit."""
    speak_utf8()
    end_with_a_closed_pipe()
    sys.exit(_run())


def _run() -> int:
    """Run a command and return its exit code; an error becomes a line."""
    try:
        code = int(typer.main.get_command(app).main(prog_name="marsad", standalone_mode=False) or 0)
        sys.stdout.flush()
    except typer.TyperException as error:
        if message := error.format_message():
            say(f"error: {message.rstrip('.')}; see --help")
        return error.exit_code
    except MarsadError as error:
        first, *more = str(error).splitlines()
        for line in (f"error: {first}", *more):
            say(line)
        return WRONG_USAGE if isinstance(error, UsageError) else FAILED
    except OSError as error:
        # What is left in the buffer cannot be written either; it must not raise again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        say(f"error: standard output: cannot be written ({error.strerror})")
        return FAILED
    if code == _INTERRUPTED:
        say("error: stopped by Ctrl-C; what a run has saved is safe, the same command goes on from there")
        return FAILED
    return code
