"""Ids are made from content: the same record has the same id on every run and machine."""

from __future__ import annotations

import hashlib


def content_id(*parts: object) -> str:
    """Return a 16-digit hexadecimal id of the parts (SHA-256 of their texts, kept apart by U+001F)."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
