"""How fast marsad reads: CPU seconds per article, beside those of trafilatura on the same articles as pages.

    reading_speed.py                       the pages of examples/, repeated
    reading_speed.py --corpus FILE.zip     the articles of a file that marsad reads
    reading_speed.py --profile             also the functions in which reading spends its time

Both are timed in one run on the same articles, after a warm-up, by the CPU time of the process. For trafilatura an
article is wrapped in a plain page: a title, a menu, paragraphs and a footer.
"""

from __future__ import annotations

import argparse
import cProfile
import html
import pstats
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import TypeVar

import trafilatura

from marsad.extract.annotate import annotate
from marsad.knowledge.load import load_knowledge
from marsad.model.document import Document
from marsad.pipeline import read
from marsad.text.segment import segment

ROOT = Path(__file__).resolve().parents[1]
WARM_UP = 50  # articles
MENU = "".join(f"<li><a href='/{n}'>قسم {n}</a></li>" for n in range(12))
T = TypeVar("T")


def as_page(document: Document) -> str:
    """Return an article as an HTML page."""
    title, *paragraphs = (html.escape(line) for line in document.text.splitlines() if line.strip())
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html lang='ar'><head><meta charset='utf-8'><title>{title}</title></head><body>"
        f"<nav><ul>{MENU}</ul></nav><main><article><h1>{title}</h1>{body}</article></main>"
        "<footer><p>جميع الحقوق محفوظة</p></footer></body></html>"
    )


def cpu_seconds(act: Callable[[T], object], items: Iterable[T]) -> float:
    """Return the CPU time that ``act`` takes on all items."""
    began = time.process_time()
    for item in items:
        act(item)
    return time.process_time() - began


def articles(corpus: Path | None, number: int) -> list[Document]:
    """Return so many articles of the corpus, or of the examples, repeated; ids do not matter here."""
    source = corpus or ROOT / "examples"
    found = [item for item in read([str(source)], load_knowledge(ROOT / "knowledge")) if isinstance(item, Document)]
    return found[:number] if corpus else list(islice(cycle(found), number))


def report(documents: Sequence[Document], reading: float, extracting: float) -> str:
    """Return the figures as lines of text."""
    number = len(documents)
    sentences = sum(len(segment(document.text).sentences) for document in documents)
    letters = sum(len(document.text) for document in documents)
    return "\n".join((
        f"{number} articles, {sentences} sentences, {letters:,} letters",
        f"annotate              {1000 * reading / number:7.2f} ms of CPU per article",
        f"trafilatura (fast)    {1000 * extracting / number:7.2f} ms of CPU per page",
        f"ratio                 {reading / extracting:7.2f}",
        f"annotate per CPU second   {number / reading:,.0f} articles, {sentences / reading:,.0f} sentences",
    ))  # fmt: skip


def main() -> None:
    """Time both and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    knowledge = load_knowledge(ROOT / "knowledge")
    documents = articles(options.corpus, options.articles)
    pages = [as_page(document) for document in documents]

    def reading(document: Document) -> object:
        return annotate(document, knowledge)

    def extracting(page: str) -> object:
        return trafilatura.extract(page, fast=True)

    cpu_seconds(reading, documents[:WARM_UP])
    cpu_seconds(extracting, pages[:WARM_UP])
    print(report(documents, cpu_seconds(reading, documents), cpu_seconds(extracting, pages)))
    if options.profile:
        profile = cProfile.Profile()
        profile.runcall(cpu_seconds, reading, documents)
        pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(10)


if __name__ == "__main__":
    main()
