"""``marsad knowledge``: the analysts' files."""

from __future__ import annotations

import typer

from marsad.cli.console import say
from marsad.cli.options import KnowledgeFolder

knowledge = typer.Typer(no_args_is_help=True)


@knowledge.callback()
def _knowledge() -> None:
    """Look after the analysts' files."""


@knowledge.command()
def check(*, knowledge: KnowledgeFolder = None) -> None:
    """Check the analysts' files and try their examples.

    All faults are told at once, with file and line; every entry's examples
    and counterexamples are run as tests.

      marsad knowledge check
      marsad knowledge check --knowledge my-knowledge/
    """
    from marsad.extract.annotate import annotate
    from marsad.knowledge.check import check as find_faults
    from marsad.settings import knowledge_folder

    folder = knowledge_folder(knowledge)
    faults = find_faults(folder, annotate)
    for fault in faults:
        typer.echo(str(fault))
    if faults:
        say(f"{folder}: {len(faults)} fault{'' if len(faults) == 1 else 's'}")
        raise typer.Exit(1)
    say(f"{folder}: no faults")
