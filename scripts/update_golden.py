"""Write tests/golden/*.json anew: what is read in the golden pages now.

    update_golden.py            write all of them
    update_golden.py --diff     only show what would change

Read the diff before you commit it: a golden record changes only where the reading was meant to change.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

# a module of the tests, which mypy does not read
from golden_pages import NAMES, as_text, expected_path, record_of  # type: ignore[import-not-found]  # noqa: E402
from marsad.knowledge.load import load_knowledge  # noqa: E402


def main() -> None:
    """Write the records, or show how they differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--diff", action="store_true")
    options = parser.parse_args()
    knowledge = load_knowledge(ROOT / "knowledge")
    for name in NAMES:
        path, text = expected_path(name), as_text(record_of(name, knowledge))
        if options.diff:
            before = path.read_text(encoding="utf-8") if path.exists() else ""
            old, new = before.splitlines(), text.splitlines()
            print("\n".join(difflib.unified_diff(old, new, str(path), "now", n=1, lineterm="")))
        else:
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
