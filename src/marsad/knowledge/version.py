"""Which knowledge a record was read with."""

from __future__ import annotations

import hashlib
from pathlib import Path

from marsad import __version__


def knowledge_version(folder: Path) -> str:
    """Return a 12-digit hash of marsad's own version and of all files of the folder: their names and bytes.

    A document is read anew where either has changed.
    """
    digest = hashlib.sha256(__version__.encode() + b"\0")
    for path in sorted(p for p in folder.rglob("*") if p.suffix in (".yaml", ".tsv")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
