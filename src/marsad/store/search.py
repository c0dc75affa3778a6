"""Full-text search: words find their spellings and inflections, and are shown where they stand in the stored text.

Text and query are both put through :func:`marsad.text.morphology.search_form`; the index never sees raw Arabic, whose
vowel signs SQLite's tokenizer takes for separators.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.errors import UsageError
from marsad.model.span import Evidence, cut
from marsad.store.database import Store
from marsad.text.morphology import search_form
from marsad.text.segment import Token, tokenize

_SNIPPET = 220  # code points
_LEAD = 40  # code points shown before the first word found

_QUERY = """
SELECT d.id, d.uri, d.title, json_extract(d.record, '$.document.text'), -bm25(documents_search)
FROM documents_search JOIN documents AS d ON d.number = documents_search.rowid
WHERE documents_search MATCH ? ORDER BY bm25(documents_search), d.id LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found: ``score`` is BM25 (higher is better), ``snippet`` a piece of its text.

    ``highlights`` are the words found in the snippet; like the snippet's, their offsets point into the stored text.
    """

    document_id: str
    uri: str
    title: str
    score: float
    snippet: Evidence
    highlights: tuple[Evidence, ...]


def search(store: Store, words: str, limit: int = 20) -> list[Hit]:
    """Return the documents that hold all of ``words``, best first.

    Raises :class:`~marsad.errors.UsageError` where ``words`` holds no word, :class:`~marsad.errors.StoreError`.
    """
    stems = search_form(words).split()
    if not stems:
        raise UsageError(f"nothing to search for in {words!r}: give at least one word or number")
    match = " ".join(f'"{stem}"' for stem in stems)
    with store.reading() as connection:
        rows = connection.exec_driver_sql(_QUERY, (match, limit)).all()
    return [_hit(*row, stems=frozenset(stems)) for row in rows]


def _hit(document_id: str, uri: str, title: str, text: str, score: float, *, stems: frozenset[str]) -> Hit:
    tokens = tokenize(text)
    found = [
        Evidence(token.start, token.end, text[token.start : token.end])
        for token in tokens
        if search_form(text[token.start : token.end]) in stems
    ]
    snippet = _snippet(text, tokens, found)
    shown = tuple(word for word in found if snippet.start <= word.start and word.end <= snippet.end)
    return Hit(document_id, uri, title, score, snippet, shown)


def _snippet(text: str, tokens: Sequence[Token], found: Sequence[Evidence]) -> Evidence:
    """Return the earliest of the pieces of ``text`` that show most of the words found; it is cut between words.

    The index splits some words that the text has as one (``o'neil``), so that there may be none to show.
    """
    starts = [word.start for word in found]
    shown_from = [bisect_left(starts, start + _SNIPPET - _LEAD) - at for at, start in enumerate(starts)]
    anchor = starts[shown_from.index(max(shown_from))] if starts else 0
    first = next(token.start for token in tokens if token.start >= anchor - _LEAD)
    last = max(token.end for token in tokens if token.start <= anchor or token.end <= first + _SNIPPET)
    return cut(text, first, last)
