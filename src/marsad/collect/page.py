"""What a reader makes of a page: the article and what stood around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.model.document import Removed

_NAMING = ("masthead", "share", "footer", "byline")  # a byline comes last: it may name an agency that the outlet prints


@dataclass(frozen=True, slots=True)
class Page:
    """An article as it was found on a page.

    ``title`` is empty where there is none. ``removed`` is what stood below the title and then, upwards, above it.
    ``published`` is the date that the page's markup or a field gives, as written there; ``source`` the outlet as they
    name it; ``address`` the article's own (canonical) address.
    """

    title: str
    paragraphs: tuple[str, ...]
    removed: tuple[Removed, ...] = ()
    published: str | None = None
    source: str | None = None
    address: str | None = None

    def date_lines(self) -> tuple[str, ...]:
        """Return the removed lines that may hold the page's date, the likeliest first: its head may tell today's."""
        return tuple(piece.text for piece in self.removed if piece.reason == "date_line")

    def naming_lines(self) -> tuple[str, ...]:
        """Return the removed lines in which a page may name its outlet, the likeliest kind first."""
        return tuple(piece.text for reason in _NAMING for piece in self.removed if piece.reason == reason)
