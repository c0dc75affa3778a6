"""The analysts' files checked beyond their form: every reference resolves, and every example reads as it says.

The examples are read by the program itself; its reader comes as an argument, since this room stands below it.
"""

from __future__ import annotations

from pathlib import Path

from marsad.errors import Fault
from marsad.knowledge.build import build
from marsad.knowledge.entries import read_entries
from marsad.knowledge.examples import Reader, check_examples
from marsad.knowledge.files import Faults
from marsad.knowledge.references import check_references
from marsad.knowledge.version import knowledge_version


def check(folder: Path, reader: Reader) -> list[Fault]:
    """Return every fault of the folder: of form; where none is, of reference; then of examples read otherwise."""
    faults = Faults(folder)
    entries = read_entries(folder, faults)
    if entries is not None:
        check_references(entries, faults)
    if entries is not None and not faults.found:
        check_examples(entries, build(entries, knowledge_version(folder)), reader, faults)
    return faults.found
