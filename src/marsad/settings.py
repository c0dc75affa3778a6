"""Where things stand on this machine. The only module that reads the environment; all others are told by arguments."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from marsad.errors import UsageError

STORE_VARIABLE = "MARSAD_STORE"
KNOWLEDGE_VARIABLE = "MARSAD_KNOWLEDGE"
CACHE_VARIABLE = "MARSAD_CACHE"

_PACKAGE = Path(__file__).parent


def store_path(given: Path | None = None) -> Path:
    """Return the store file: the ``given`` one, else that of ``MARSAD_STORE``, else ``marsad.db``."""
    return given or Path(os.environ.get(STORE_VARIABLE) or "marsad.db")


def knowledge_folder(given: Path | None = None) -> Path:
    """Return the analysts' folder: the ``given`` one, else that of ``MARSAD_KNOWLEDGE``, else the project's own.

    The project's own is the checkout's, in an installed marsad the one packed with it. Raises
    :class:`~marsad.errors.UsageError` where there is none.
    """
    named = given or os.environ.get(KNOWLEDGE_VARIABLE)
    if named:
        return Path(named)
    own = [root / "knowledge" for root in filter(None, [checkout()])] + [_PACKAGE / "_knowledge"]
    found = next((folder for folder in own if folder.is_dir()), None)
    if found is None:
        raise UsageError(f"there is no knowledge folder; name one with --knowledge or {KNOWLEDGE_VARIABLE}")
    return found


def cache_folder() -> Path:
    """Return the folder for what can be made again: that of ``MARSAD_CACHE``, else the user's own for caches."""
    return Path(os.environ.get(CACHE_VARIABLE) or platformdirs.user_cache_path("marsad", appauthor=False))


def checkout() -> Path | None:
    """Return the root of the working copy that this marsad runs from, ``None`` where it was installed from a wheel."""
    return _PACKAGE.parents[1] if _PACKAGE.parent.name == "src" else None
