"""The evaluation gate: score the examples (and the shared gold sets, where they lie near) against floors.

gate.py             print the figures; exit 1 where one is below its floor in floors.json
gate.py --errors    also list what was missed, spurious or wrong
gate.py --raise     write the present figures as floors where they are higher (floors only rise)
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))

from scoring import Score, score  # noqa: E402 - a script beside it, not a package

from marsad.knowledge.base import Knowledge  # noqa: E402
from marsad.knowledge.load import load_knowledge  # noqa: E402
from marsad.model.annotation import AnnotatedDocument  # noqa: E402
from marsad.model.document import Document  # noqa: E402
from marsad.model.record import Record, as_record  # noqa: E402
from marsad.pipeline import process, read  # noqa: E402

SHARED = ROOT.parent / "shared"
FLOORS = HERE / "floors.json"
OUT = ROOT / "out"
SLACK = 0.005  # a rounding's width


def records_of(address: Path, knowledge: Knowledge) -> list[Record]:
    """Read every article at ``address`` into records; what cannot be read is left out."""
    documents = (item for item in read([str(address)], knowledge) if isinstance(item, Document))
    outcomes = (process(document, knowledge) for document in documents)
    return [as_record(outcome) for outcome in outcomes if isinstance(outcome, AnnotatedDocument)]


def score_examples(knowledge: Knowledge) -> Score:
    """Score the project's own example pages."""
    gold = [json.loads(line) for line in (HERE / "gold" / "examples.jsonl").read_text(encoding="utf-8").splitlines()]
    by_name = {Path(r["document"]["uri"]).stem: r for r in records_of(ROOT / "examples", knowledge)}
    return score(gold, by_name)


def score_shared(name: str, gold: Path, texts: Path, source: Path, knowledge: Knowledge) -> dict[str, float]:
    """Score with the shared scorer, run as the program it is; return the same names as our own figures."""
    predicted = OUT / f"predicted-{name}.jsonl"
    _write(records_of(source, knowledge), predicted)
    command: list[str | Path] = [sys.executable, SHARED / "evals" / "score.py", gold, texts, predicted, "--json"]
    report: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {
        "events_f1": report["events"]["f1"],
        "events_any_type_f1": report["events_any_type"]["f1"],
        "quotations_f1": report["quotations"]["f1"],
        "pin_precision": report["pin_precision"],
        **{name: value["accuracy"] for name, value in report["attributes"].items()},
    }


def score_sentences(kind: str, knowledge: Knowledge) -> dict[str, float]:
    """Score the finding of attacks or protests in lone sentences, against all negatives and the easy ones alone."""
    scorer, gold = SHARED / "evals" / "score_gsr.py", SHARED / "evals" / "gsr" / f"{kind}.jsonl"
    articles, predicted = OUT / f"{kind}.jsonl", OUT / f"predicted-{kind}.jsonl"
    run = partial(subprocess.run, check=True, capture_output=True, text=True)
    articles.write_text(run([sys.executable, scorer, gold, "--articles"]).stdout, encoding="utf-8")
    _write(records_of(articles, knowledge), predicted)
    told = run([sys.executable, scorer, gold, predicted]).stdout.splitlines()
    return {
        f"{kind}_{which}_f1": float(line.rsplit(maxsplit=1)[1])
        for which, line in zip(("all", "easy"), told, strict=True)
    }


def _write(records: list[Record], path: Path) -> None:
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Run the gate; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--raise", dest="lift", action="store_true")
    options = parser.parse_args()
    knowledge = load_knowledge(ROOT / "knowledge")
    examples = score_examples(knowledge)
    figures = {"examples": examples.figures()}
    if (SHARED / "evals").is_dir():
        OUT.mkdir(exist_ok=True)
        evals = SHARED / "evals"
        dev, seeds = evals / "dev", evals / "seeds"
        figures["dev"] = score_shared("dev", dev / "gold.jsonl", dev / "texts", dev / "articles.jsonl", knowledge)
        figures["seeds"] = score_shared("seeds", seeds / "gold.jsonl", SHARED / "seeds", SHARED / "seeds", knowledge)
        figures["sentences"] = score_sentences("assault", knowledge) | score_sentences("protest", knowledge)
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    below = 0
    for name, found in figures.items():
        print(name)
        for figure, value in found.items():
            floor = floors.get(name, {}).get(figure)
            low = floor is not None and value < floor - SLACK
            below += low
            told = "" if floor is None else f"   floor {floor:.3f}" + ("   BELOW" if low else "")
            print(f"  {figure:<20} {value:.3f}{told}")
    if options.errors:
        print("\n".join(examples.errors))
    if options.lift:
        for name, floor_of in floors.items():
            for figure, floor in floor_of.items():
                floor_of[figure] = max(floor, figures.get(name, {}).get(figure, 0.0))
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    return 1 if below else 0


if __name__ == "__main__":
    raise SystemExit(main())
