"""``marsad knowledge``: the analysts' files."""

from __future__ import annotations

from typing import Annotated

import typer

from marsad.cli.console import say
from marsad.cli.options import KnowledgeFolder, StoreFile

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


@knowledge.command()
def candidates(
    *,
    least: Annotated[int, typer.Option("--articles", min=1, help="Only names that so many articles have.")] = 1,
    store: StoreFile = None,
) -> None:
    """List the places of the store that the gazetteer lacks.

    Each with the number of articles that name it, what it lies in, and the
    words around it: what is needed to add it to the gazetteer.

      marsad knowledge candidates
      marsad knowledge candidates --articles 3
    """
    from marsad.publish.candidates import candidates as gather
    from marsad.settings import store_path
    from marsad.store import queries
    from marsad.store.database import open_store

    with open_store(store_path(store)) as opened:
        found = [candidate for candidate in gather(queries.records(opened)) if candidate.articles >= least]
    for name, admin1, country, articles, context, uri in found:
        lies_in = ", ".join(filter(None, (admin1, country)))
        typer.echo(f"{articles}  {name}  ({lies_in})\n    {context}\n    {uri}")
    if not found:
        say("no place that the gazetteer lacks")
        raise typer.Exit(1)
