"""Make docs/images/report-ar.png and report-en.png: one example article as the report shows it.

    make_pictures.py             make both (needs chromium: apt-get install chromium fonts-noto-core)
    make_pictures.py --out DIR   make them elsewhere, to look at first

A headless chromium that is asked for a page at a fragment draws nothing, so the article is shown in a frame.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = "examples/10-withdrawal-and-kidnapping.html"
ARTICLE = "a1"  # the id of the first article of a report
WIDTH, HEIGHT = 1400, 690  # pixels
ABOVE = 70  # pixels of the article before it that are cut off
CHROMIUM = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
    "--virtual-time-budget=3000",
)  # fmt: skip
FRAME = (
    "<!doctype html><style>body {{ margin: 0; overflow: hidden }}"
    " iframe {{ border: 0; display: block; margin-top: -{above}px }}</style>"
    '<iframe src="{page}#{article}" width="{width}" height="{height}"></iframe>'
)


def make_picture(language: str, out: Path) -> None:
    """Write one report and the picture of its article; raises CalledProcessError where a program fails."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        report: list[str | Path] = [
            sys.executable,
            "-m",
            "marsad",
            "report",
            PAGE,
            "--language",
            language,
            "--out",
            work / "report.html",
        ]
        subprocess.run(report, check=True, cwd=ROOT)
        frame = FRAME.format(page="report.html", article=ARTICLE, width=WIDTH, height=HEIGHT + ABOVE, above=ABOVE)
        (work / "frame.html").write_text(frame, encoding="utf-8")
        shot = [f"--user-data-dir={work / 'profile'}", f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={out}"]
        page = (work / "frame.html").as_uri()
        subprocess.run([*CHROMIUM, *shot, page], check=True, capture_output=True, timeout=120)


def main() -> None:
    """Make both pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for language in ("ar", "en"):
        make_picture(language, (options.out / f"report-{language}.png").resolve())


if __name__ == "__main__":
    main()
