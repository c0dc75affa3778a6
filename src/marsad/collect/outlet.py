"""The outlet of a page: from its address, from what a field says, or from a line in which the page names itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from marsad.collect.repeats import key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


@dataclass(frozen=True, slots=True)
class OutletMatcher:
    """Ids of outlets by domain (``almaalomah.me``) and by name, alias or masthead, folded as :meth:`build` does.

    ``distinct`` are the names that give an outlet away also inside a longer line.
    """

    domains: Mapping[str, str]
    names: Mapping[str, str]
    distinct: frozenset[str]

    @classmethod
    def build(
        cls, domains: Mapping[str, str], names: Mapping[str, str], ordinary: Collection[str] = ()
    ) -> OutletMatcher:
        """Return a matcher for domain -> id and name -> id, spelled as they come.

        ``ordinary`` are the names that are also words (اليوم): they, and names of few letters, must be the whole line.
        """
        plain = frozenset(map(key, ordinary))
        folded = {key(name): outlet for name, outlet in names.items()}
        return cls(
            {domain.lower().removeprefix("www."): outlet for domain, outlet in domains.items()},
            folded,
            frozenset(name for name in folded if name not in plain and len(name) >= _DISTINCT),
        )

    def find(self, addresses: Iterable[str], source: str | None, lines: Iterable[str]) -> str | None:
        """Return the id of the outlet of a page, ``None`` where nothing gives it away.

        The first address in a known domain decides; then ``source``, which may be an id, a name or a domain; then the
        first of ``lines`` that is a name, then the first that holds a distinct one.
        """
        for address in addresses:
            if outlet := self._by_host(_host(address)):
                return outlet
        named = self._by_source(source) if source else None
        keys = [key(line) for line in lines]
        parts = (part for words in keys for part in _parts(words) if part in self.distinct)
        return named or self._first(keys) or self._first(parts)

    def _by_host(self, host: str) -> str | None:
        while host and host not in self.domains:
            host = host.partition(".")[2]
        return self.domains.get(host)

    def _by_source(self, source: str) -> str | None:
        if source in self.domains.values() or source in self.names.values():
            return source
        return self.names.get(key(source)) or self._by_host(source.lower()) or self._by_label(source.lower())

    def _by_label(self, label: str) -> str | None:
        """Return the outlet whose domain begins with the label (``aawsat`` for aawsat.com)."""
        return next((outlet for domain, outlet in self.domains.items() if domain.partition(".")[0] == label), None)

    def _first(self, names: Iterable[str]) -> str | None:
        return next((self.names[name] for name in names if name in self.names), None)


_DISTINCT = 5  # letters: a shorter name is too often a piece of something else
_NAME_MAX, _LINE_MAX = 5, 40  # words


def _parts(words: str) -> Iterable[str]:
    """Return the runs of words of a line that may be a name, longer ones first."""
    line = words.split()[:_LINE_MAX]
    return (
        " ".join(line[at : at + length]) for length in range(_NAME_MAX, 0, -1) for at in range(len(line) - length + 1)
    )


def _host(address: str) -> str:
    """Return the host of a web address, "" of any other."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
