"""Fit the weights of an event's score on annotated articles and write knowledge/lexicon/weights.yaml.

    fit_event_score.py GOLD.jsonl ARTICLES [GOLD.jsonl ARTICLES …] [--leave-out PREFIX]

Every candidate event is read without a threshold, matched with the gold by evals/scoring.py (and with the examples and
counterexamples of the ontology, which no weight may turn down), and a logistic regression
(L2, batch gradient descent, from zero: the same bytes on every run) is fitted to tell right ones from others. Articles
whose id begins with PREFIX are left out, to check on.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "evals"))

from scoring import right_events  # noqa: E402 - a script's neighbour, not a package

from marsad.extract.annotate import annotate  # noqa: E402
from marsad.knowledge.base import Knowledge, Weights  # noqa: E402
from marsad.knowledge.entries import read_entries  # noqa: E402
from marsad.knowledge.files import Faults  # noqa: E402
from marsad.knowledge.load import load_knowledge  # noqa: E402
from marsad.model.annotation import EventMention  # noqa: E402
from marsad.model.document import Document  # noqa: E402
from marsad.model.record import as_record  # noqa: E402
from marsad.pipeline import read  # noqa: E402

FOLDER = ROOT / "knowledge"

THRESHOLD = 0.5  # even odds: an event is kept where it is likelier reported than not
STEPS, RATE, PULL = 4000, 0.5, 0.02  # gradient steps, learning rate, L2 pull towards zero

Sample = tuple[frozenset[str], bool]


def samples(gold_path: Path, articles: Path, left_out: str | None, knowledge: Knowledge) -> tuple[list[Sample], int]:
    """Return (features, right) of every candidate event, and the number of gold events."""
    gold = {row["id"]: row for row in map(json.loads, gold_path.read_text(encoding="utf-8").splitlines())}
    found: list[Sample] = []
    wanted = 0
    for document in read([str(articles)], knowledge):
        if not isinstance(document, Document) or Path(document.uri).stem not in gold:
            continue
        article = gold[Path(document.uri).stem]
        if left_out and article["id"].startswith(left_out):
            continue
        read_of = annotate(document, knowledge)
        right = right_events(article, as_record(read_of))
        wanted += len(article["events"])
        found += [(features_of(event), number in right) for number, event in enumerate(read_of.events)]
    return found, wanted


def examples(knowledge: Knowledge) -> list[Sample]:
    """Return (features, right) of every candidate event of its type in an example of the ontology."""
    entries = read_entries(FOLDER, Faults(FOLDER))
    assert entries is not None  # load_knowledge has read it
    found: list[Sample] = []
    for kind, _, _ in entries.types:
        for texts, right in ((kind.examples, True), (kind.counterexamples, False)):
            for text in texts:
                document = Document(text, text, None, "", text, "ar", None, None, "")
                events = annotate(document, knowledge).events
                found += [(features_of(e), right) for e in events if e.event_type == kind.id]
    return found


def features_of(event: EventMention) -> frozenset[str]:
    """Return the names of an event's features, which are what the regression sees."""
    return frozenset(feature.name for feature in event.features) - {"bias"}


def fit(data: list[Sample]) -> tuple[float, dict[str, float]]:
    """Return bias and weights of the logistic regression."""
    names = sorted({name for features, _ in data for name in features})
    bias, weights = 0.0, dict.fromkeys(names, 0.0)
    for _ in range(STEPS):
        slope, slopes = 0.0, dict.fromkeys(names, 0.0)
        for features, right in data:
            error = probability(features, bias, weights) - right
            slope += error
            for name in features:
                slopes[name] += error
        bias -= RATE * slope / len(data)
        for name in names:
            weights[name] -= RATE * (slopes[name] / len(data) + PULL * weights[name])
    return bias, weights


def probability(features: frozenset[str], bias: float, weights: dict[str, float]) -> float:
    """Return how likely a candidate with these features is right."""
    return 1 / (1 + math.exp(-bias - sum(weights[name] for name in features)))


def f1_above(data: list[Sample], wanted: int, bias: float, weights: dict[str, float]) -> float:
    """Return the F1 of the candidates that reach the threshold."""
    kept = [right for features, right in data if probability(features, bias, weights) >= THRESHOLD]
    return 2 * sum(kept) / (len(kept) + wanted)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", type=Path, metavar="GOLD ARTICLES")
    parser.add_argument("--leave-out")
    options = parser.parse_args()
    knowledge = replace(load_knowledge(FOLDER), weights=Weights(0.0, 0.0, {}))
    data, wanted = examples(knowledge), 0
    told = len(data)
    for gold, articles in zip(options.sets[::2], options.sets[1::2], strict=True):
        found, events = samples(gold, articles, options.leave_out, knowledge)
        data, wanted = data + found, wanted + events
    bias, weights = fit(data)
    path = FOLDER / "lexicon" / "weights.yaml"
    head = path.read_text(encoding="utf-8").splitlines()[0]
    lines = [head, f"bias: {bias:.2f}", f"threshold: {THRESHOLD}", "features:"]
    lines += [f"  {name}: {weight:.2f}" for name, weight in weights.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    f1 = f1_above(data[told:], wanted, bias, weights)
    print(f"{len(data)} candidates, {sum(right for _, right in data)} right; F1 {f1:.3f} on the same articles")


if __name__ == "__main__":
    main()
