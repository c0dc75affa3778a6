"""Fit the weights of an event's score and write knowledge/lexicon/weights.yaml.

    fit_event_score.py SHARED [--leave-out PREFIX]

SHARED is the folder of material for development. Every candidate event is read without a threshold; it is right or not

- in annotated articles (``evals/dev``, ``evals/seeds``), as evals/scoring.py matches it with the gold. Articles whose
  id begins with PREFIX are left out, to check on;
- in articles of the corpus, as somebody judged who read it (evals/readings/DAY.tsv);
- in single sentences of which all annotators say whether an attack or a protest is told (``evals/gsr``). They count
  less, since what they call an attack is not quite what the codebook does;
- in the examples and counterexamples of the ontology, which no weight may turn down.

A logistic regression (L2, batch gradient descent, from zero: the same bytes on every run) is fitted to tell right ones
from others.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

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
READINGS = ROOT / "evals" / "readings"
GOLD = {"evals/dev/gold.jsonl": "evals/dev/articles.jsonl", "evals/seeds/gold.jsonl": "seeds"}
SENTENCES = {"evals/gsr/assault.jsonl": "ASSAULT", "evals/gsr/protest.jsonl": "PROTEST"}

THRESHOLD = 0.45  # where precision and recall on the annotated articles are nearest to what is wanted of them
STEPS, RATE, PULL = 3000, 0.5, 0.005  # gradient steps, learning rate, L2 pull towards zero
SENTENCE_WEIGHT = 0.3
LONE = "lone_sentence"  # how much rarer events are among these sentences: fitted, since they differ, but not kept


class Sample(NamedTuple):
    """A candidate event: the names of its features, whether it is right, and how much that counts."""

    features: frozenset[str]
    right: bool
    weight: float = 1.0


def documents(knowledge: Knowledge, path: Path) -> Iterator[Document]:
    """Yield what can be read at a path."""
    return (found for found in read([str(path)], knowledge) if isinstance(found, Document))


def annotated(knowledge: Knowledge, shared: Path, left_out: str | None) -> tuple[list[Sample], int]:
    """Return the candidates of the annotated articles, and the number of gold events."""
    found: list[Sample] = []
    wanted = 0
    for gold_path, articles in GOLD.items():
        rows = map(json.loads, (shared / gold_path).read_text(encoding="utf-8").splitlines())
        gold: dict[str, Any] = {row["id"]: row for row in rows}
        for document in documents(knowledge, shared / articles):
            article = gold.get(Path(document.uri).stem)
            if article is None or (left_out and article["id"].startswith(left_out)):
                continue
            read_of = annotate(document, knowledge)
            right = right_events(article, as_record(read_of))
            wanted += len(article["events"])
            found += [Sample(features_of(event), number in right) for number, event in enumerate(read_of.events)]
    return found, wanted


def judged(knowledge: Knowledge, shared: Path) -> Iterator[Sample]:
    """Yield the candidates of the corpus that somebody read."""
    for path in sorted(READINGS.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t")
            verdicts = {(row["uri"], int(row["start"]), row["event_type"]): row["right"] == "yes" for row in rows}
        wanted = {uri for uri, _, _ in verdicts}
        for document in documents(knowledge, shared / "corpus" / "SaudiNewsNet" / f"{path.stem}.zip"):
            if document.uri in wanted:
                for event in annotate(document, knowledge).events:
                    right = verdicts.get((document.uri, event.trigger.start, event.event_type))
                    if right is not None:
                        yield Sample(features_of(event), right)


def sentences(knowledge: Knowledge, shared: Path) -> Iterator[Sample]:
    """Yield the candidates of sentences of which all annotators say the same."""
    types = knowledge.ontology.types
    attacks = {name for name, kind in types.items() if kind.family == "attack"} | {"abduction"}
    meant = {"ASSAULT": attacks, "PROTEST": {"protest"}}
    for path, kind in SENTENCES.items():
        for row in map(json.loads, (shared / path).read_text(encoding="utf-8").splitlines()):
            if row["label"] in ("yes", "easy no"):
                for event in annotate(sentence(row["text"]), knowledge).events:
                    if event.event_type in meant[kind]:
                        yield Sample(features_of(event) | {LONE}, row["label"] == "yes", SENTENCE_WEIGHT)


def examples(knowledge: Knowledge) -> Iterator[Sample]:
    """Yield every candidate event of its type in an example or counterexample of the ontology."""
    entries = read_entries(FOLDER, Faults(FOLDER))
    assert entries is not None  # load_knowledge has read it
    for kind, _, _ in entries.types:
        for texts, right in ((kind.examples, True), (kind.counterexamples, False)):
            for text in texts:
                events = annotate(sentence(text), knowledge).events
                yield from (Sample(features_of(e), right) for e in events if e.event_type == kind.id)


def sentence(text: str) -> Document:
    """Return a document of this text without title and date."""
    return Document(text, text, None, "", text, "ar", None, None, "")


def features_of(event: EventMention) -> frozenset[str]:
    """Return the names of an event's features, which are what the regression sees."""
    return frozenset(feature.name for feature in event.features) - {"bias"}


def fit(data: list[Sample]) -> tuple[float, dict[str, float]]:
    """Return bias and weights of the logistic regression."""
    names = sorted({name for sample in data for name in sample.features})
    bias, weights = 0.0, dict.fromkeys(names, 0.0)
    total = sum(sample.weight for sample in data)
    for _ in range(STEPS):
        slope, slopes = 0.0, dict.fromkeys(names, 0.0)
        for sample in data:
            error = (probability(sample.features, bias, weights) - sample.right) * sample.weight
            slope += error
            for name in sample.features:
                slopes[name] += error
        bias -= RATE * slope / total
        for name in names:
            weights[name] -= RATE * (slopes[name] / total + PULL * weights[name])
    return bias, weights


def probability(features: frozenset[str], bias: float, weights: dict[str, float]) -> float:
    """Return how likely a candidate with these features is right."""
    return 1 / (1 + math.exp(-bias - sum(weights[name] for name in features)))


def f1_above(data: list[Sample], wanted: int, bias: float, weights: dict[str, float]) -> float:
    """Return the F1 of the candidates that reach the threshold."""
    kept = [sample.right for sample in data if probability(sample.features, bias, weights) >= THRESHOLD]
    return 2 * sum(kept) / (len(kept) + wanted)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--leave-out", metavar="PREFIX")
    options = parser.parse_args()
    knowledge = replace(load_knowledge(FOLDER), weights=Weights(0.0, 0.0, {}))
    gold, wanted = annotated(knowledge, options.shared, options.leave_out)
    data = [*gold, *judged(knowledge, options.shared), *sentences(knowledge, options.shared), *examples(knowledge)]
    bias, weights = fit(data)
    path = FOLDER / "lexicon" / "weights.yaml"
    head = path.read_text(encoding="utf-8").splitlines()[0]
    lines = [head, f"bias: {bias:.2f}", f"threshold: {THRESHOLD}", "features:"]
    lines += [f"  {name}: {weight:.2f}" for name, weight in weights.items() if name != LONE]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    f1 = f1_above(gold, wanted, bias, weights)
    print(
        f"{len(data)} candidates, {sum(sample.right for sample in data)} right; F1 {f1:.3f} on the annotated articles"
    )


if __name__ == "__main__":
    main()
