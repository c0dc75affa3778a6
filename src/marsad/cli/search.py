"""``marsad search``: find articles of the store by their words."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.console import say
from marsad.cli.options import StoreFile

if TYPE_CHECKING:
    from marsad.store.search import Hit


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS…", help="All of them must stand in the article.")],
    *,
    limit: Annotated[int, typer.Option(min=1, help="Print at most so many articles.")] = 20,
    store: StoreFile = None,
) -> None:
    """Find articles of the store by their words.

    The best come first. Other spellings and inflections are found too:
    الانبار finds الأنبار, and اعتقال finds واعتقالهم.

      marsad search الانبار اعتقال
      marsad search داعش --limit 5
    """
    from marsad.settings import store_path
    from marsad.store import search as full_text
    from marsad.store.database import open_store

    with open_store(store_path(store)) as opened:
        hits = full_text.search(opened, " ".join(words), limit)
    for hit in hits:
        typer.echo(f"{hit.document_id}  {hit.title}\n    {_snippet(hit)}\n    {hit.uri}")
    if not hits:
        say("nothing found; fewer words find more")
        raise typer.Exit(1)


def _snippet(hit: Hit) -> str:
    """Return the snippet on one line; on a terminal with the words found in bold."""
    text = hit.snippet.quote
    if sys.stdout.isatty():
        for word in reversed(hit.highlights):
            start, end = word.start - hit.snippet.start, word.end - hit.snippet.start
            text = text[:start] + typer.style(word.quote, bold=True, underline=True) + text[end:]
    return " ".join(text.split())
