"""What is collected: a capture (bytes as they came) and the document read from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Grain = Literal["minute", "hour", "day", "month", "year", "decade", "interval"]


@dataclass(frozen=True, slots=True)
class DateValue:
    """A point or stretch of time: an EDTF value (ISO 8601-2; ``XXXX-08-19``: the year is not told) and its grain."""

    value: str
    grain: Grain


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they came from ``uri``, before anything is understood.

    ``media_type`` is an IANA type (``text/plain``, ``text/html``, ``application/json``); ``captured_at`` an ISO 8601
    timestamp where it is known, ``None`` otherwise; ``headers`` what a server or a feed said beside the body.
    """

    uri: str
    media_type: str
    content: bytes
    captured_at: str | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of a page that is not the article, with the reason why it was left out of the text."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article: ``text`` is the title, a blank line, and the body as a reader would want it, each paragraph once.

    ``id`` and ``content_hash`` follow from uri and text alone. ``language`` is an ISO 639 code. ``title`` is the text's
    first paragraph where the page has a title, else empty. ``removed`` keeps what was cleaned away.
    """

    id: str
    uri: str
    source_id: str | None
    title: str
    text: str
    language: str
    published: DateValue | None
    captured_at: str | None
    content_hash: str
    removed: tuple[Removed, ...] = field(default=(), repr=False)
