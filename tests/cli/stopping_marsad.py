"""``marsad`` with stand-in readers, that at the third article says "there" on standard output and waits to be stopped.

The first argument tells where it waits: while the article is read, or while it is saved; the others are marsad's.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

from marsad import pipeline
from marsad.cli import loading
from marsad.cli.main import main
from marsad.store import saving
from samples import TOOLS, Knowledge, annotate

STOP_AT = 3


def stopping(function: Any) -> Any:
    calls = 0

    def wrapped(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        result = function(*arguments)
        if calls == STOP_AT:
            os.write(1, b"there\n")
            signal.pause()
        return result

    return wrapped


where = sys.argv.pop(1)
loading.knowledge_of = lambda _: Knowledge()  # type: ignore[assignment,return-value]
pipeline.parse_tools = lambda _: TOOLS
pipeline.annotate = stopping(annotate) if where == "reading" else annotate
if where == "saving":  # the last step of a document's transaction, before it is committed
    saving._insert_issues = stopping(saving._insert_issues)
main()
