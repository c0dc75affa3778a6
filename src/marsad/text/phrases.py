"""Look-up of known phrases in running text, longest first, through attached particles and quotation marks.

A plain dictionary over tokens: measured at 11 MB/s with particles (14 without), faster than anything after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from marsad.text.morphology import splits, without_pronoun
from marsad.text.segment import QUOTE_MARKS, Token, tokenize

T = TypeVar("T")
_Tails: TypeAlias = "dict[str, list[tuple[tuple[str, ...], T]]]"  # by the second word, "" where there is none
_Opening: TypeAlias = "tuple[str, str, _Tails[T]]"  # prefix, pronoun, and what may follow the word
_REMEMBERED = 50_000  # words whose reading is kept; the common ones come back at once


class Hit(NamedTuple, Generic[T]):
    """Tokens ``[first, last)`` are the phrase; ``prefix`` and ``pronoun`` are what was attached to it."""

    first: int
    last: int
    value: T
    prefix: str = ""
    pronoun: str = ""


class PhraseIndex(Generic[T]):
    """Phrases and their values. Look-up ignores spelling variants (see :mod:`marsad.text.normalize`).

    With ``pronouns`` a single word is also found with an attached pronoun (``قصفها``).
    """

    def __init__(self, entries: Iterable[tuple[str, T]], *, pronouns: bool = False) -> None:
        self._tails: dict[str, _Tails[T]] = {}
        self._pronouns = pronouns
        self._known: dict[str, tuple[_Opening[T], ...]] = {}
        for phrase, value in entries:
            forms = tuple(t.form for t in tokenize(phrase) if t.form not in QUOTE_MARKS)
            if forms:
                following = self._tails.setdefault(forms[0], {})
                following.setdefault(forms[1] if len(forms) > 1 else "", []).append((forms[2:], value))

    def at(self, tokens: Sequence[Token], first: int, limit: int) -> list[Hit[T]]:
        """Return the phrases that begin at token ``first`` and end by ``limit``, longest first."""
        form = tokens[first].form
        readings = self._known.get(form)
        if readings is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            readings = self._known[form] = self._readings(form)
        hits: list[Hit[T]] = []
        if not readings:
            return hits
        second = first + 1
        while second < limit and tokens[second].form in QUOTE_MARKS:
            second += 1
        next_form = tokens[second].form if second < limit else ""
        for prefix, pronoun, tails in readings:
            for tail, value in tails.get(next_form, ()) if next_form else ():
                last = _match(tokens, second + 1, limit, tail) if tail else second + 1
                if last:
                    hits.append(Hit(first, last, value, prefix, pronoun))
            for _, value in tails.get("", ()):
                hits.append(Hit(first, first + 1, value, prefix, pronoun))
        if len(hits) > 1:
            hits.sort(key=lambda hit: (-hit.last, len(hit.prefix), len(hit.pronoun)))
        return hits

    def scan(self, tokens: Sequence[Token], first: int, last: int) -> list[Hit[T]]:
        """Return the longest phrases in tokens ``[first, last)``, left to right without overlap; ties are all kept."""
        hits: list[Hit[T]] = []
        at = first
        while at < last:
            here = self.at(tokens, at, last)
            hits += [hit for hit in here if hit.last == here[0].last]
            at = here[0].last if here else at + 1
        return hits

    def _readings(self, form: str) -> tuple[_Opening[T], ...]:
        found = []
        for prefix, rest in splits(form):
            if rest in self._tails:
                found.append((prefix, "", self._tails[rest]))
            if self._pronouns:
                for stem, pronoun in without_pronoun(rest):
                    single = self._tails.get(stem, {}).get("")
                    if single:
                        found.append((prefix, pronoun, {"": single}))
        return tuple(found)


def _match(tokens: Sequence[Token], at: int, limit: int, tail: tuple[str, ...]) -> int:
    """Return the end of ``tail`` matched from token ``at`` (quotation marks are stepped over), 0 where it differs."""
    for form in tail:
        while at < limit and tokens[at].form in QUOTE_MARKS:
            at += 1
        if at >= limit or tokens[at].form != form:
            return 0
        at += 1
    return at
