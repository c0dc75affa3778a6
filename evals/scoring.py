"""Score records against hand-annotated articles (form: evals/gold/*.jsonl, rules: docs/reference/codebook.md).

Events of one type are matched by the words they were read from, their place, toll and targets; quotations by the
overlap of their contents (half and more of the union). Each gold record matches one predicted record at most, the
likest first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from marsad.text.morphology import light_stem
from marsad.text.normalize import fold

Row = dict[str, Any]
Range = tuple[int, int]
UNITS = ("killed", "wounded", "arrested")


@dataclass(slots=True)
class Tally:
    """True positives against gold and predicted records."""

    right: int = 0
    gold: int = 0
    predicted: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 where there is nothing."""
        return 2 * self.right / (self.gold + self.predicted) if self.gold + self.predicted else 0.0

    def __str__(self) -> str:
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        return f"P {precision:.3f}  R {recall:.3f}  F1 {self.f1:.3f}  (gold {self.gold}, predicted {self.predicted})"


@dataclass(slots=True)
class Score:
    """The figures of one gold set, and what was missed, spurious or wrong."""

    events: Tally = field(default_factory=Tally)
    events_any_type: Tally = field(default_factory=Tally)
    quotations: Tally = field(default_factory=Tally)
    pins: Tally = field(default_factory=Tally)
    right: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Return the figures that floors are set on."""
        pins = self.pins.right / self.pins.predicted if self.pins.predicted else 0.0
        return {
            "events_f1": round(self.events.f1, 3),
            "events_any_type_f1": round(self.events_any_type.f1, 3),
            "quotations_f1": round(self.quotations.f1, 3),
            "pin_precision": round(pins, 3),
            **{name: round(self.right[name] / seen, 3) for name, seen in sorted(self.seen.items())},
        }


_REFUSED: Row = {"document": {"text": ""}, "events": [], "quotations": []}


def score(gold: Iterable[Row], predicted: dict[str, Row]) -> Score:
    """Score predicted records, by article id, against gold articles; an article without one was refused."""
    result = Score()
    for article in gold:
        record = predicted.get(article["id"], _REFUSED)
        text = record["document"]["text"]
        _score_events(article, record, text, result)
        _score_quotations(article, record, text, result)
    return result


def right_events(article: Row, record: Row) -> set[int]:
    """Return which of a record's events match a gold event of the same type."""
    return {j for _, j in _match_typed(article["events"], record["events"], record["document"]["text"])}


def names_alike(a: str, b: str) -> bool:
    """Tell whether two names share half of their words (light stems), or one holds the other."""
    left, right = (frozenset(light_stem(w) for w in re.findall(r"\w+", fold(name))) for name in (a, b))
    shared = len(left & right)
    return bool(shared) and (2 * shared >= 0.5 * (len(left) + len(right)) or left <= right or right <= left)


def _score_events(article: Row, record: Row, text: str, result: Score) -> None:
    gold, predicted = article["events"], record["events"]
    typed = _match_typed(gold, predicted, text)
    loose = _match(gold, predicted, lambda g, p: _event_likeness(g, p, text) + 2 * (g["type"] == p["event_type"]), 2)
    for tally, pairs in ((result.events, typed), (result.events_any_type, loose)):
        tally.right += len(pairs)
        tally.gold += len(gold)
        tally.predicted += len(predicted)
    matched = {j: gold[i] for i, j in typed}
    for j, event in enumerate(predicted):
        if event["status"] == "occurred" and not event["background"] and (event["place"] or {}).get("text"):
            result.pins.predicted += 1
            result.pins.right += j in matched and _place_right(matched[j], event)
        if j in matched:
            _score_fields(article["id"], matched[j], event, result)
        else:
            result.errors.append(f"{article['id']} spurious {event['event_type']}: {event['trigger']['text']}")
    missed = set(range(len(gold))) - {i for i, _ in typed}
    result.errors += [f"{article['id']} missed {gold[i]['type']}: {gold[i]['trigger']}" for i in sorted(missed)]


def _match_typed(gold: list[Row], predicted: list[Row], text: str) -> list[tuple[int, int]]:
    return _match(gold, predicted, lambda g, p: _event_likeness(g, p, text) * (g["type"] == p["event_type"]), 2)


def _score_fields(name: str, gold: Row, event: Row, result: Score) -> None:
    counts = {c["unit"]: c["low"] for c in event["counts"] if c["qualifier"] != "order"}
    checks = {"status": gold["status"] == event["status"], "background": gold["background"] == event["background"]}
    if gold["place"]:
        checks["place"] = _place_right(gold, event)
    if gold["date"]:
        checks["date"] = bool(event["date"]) and event["date"]["value"].startswith(gold["date"])
    for unit in UNITS:
        if gold[unit] is not None or unit in counts:
            checks[unit] = gold[unit] == counts.get(unit)
    for role in ("actors", "targets"):
        if gold[role]:
            checks[role] = any(names_alike(a, b["text"]) for a in gold[role] for b in event[role])
    _note(name, f"event {gold['type']}", checks, result)


def _score_quotations(article: Row, record: Row, text: str, result: Score) -> None:
    gold, predicted = article["statements"], record["quotations"]
    spans = [_content_range(g, text) for g in gold]
    said = [(q["content"]["start"], q["content"]["end"]) for q in predicted]
    pairs = _match(range(len(gold)), range(len(said)), lambda i, j: _overlap(spans[i], said[j]), 0.5)
    result.quotations.right += len(pairs)
    result.quotations.gold += len(gold)
    result.quotations.predicted += len(predicted)
    for i, j in pairs:
        g, q = gold[i], predicted[j]
        checks = {
            "speaker": names_alike(g["speaker"], q["source"]["text"]),
            "cue_class": g["stance"] == q["cue_class"],
            "kind": g["mode"] == q["kind"],
        }
        if g["via"] or q["relays"]:
            checks["relays"] = any(names_alike(a, b["text"]) for a in g["via"] for b in q["relays"])
        answer = next((a["position"] for a in q["answers"] if a["question"] == "isis_outlook"), None)
        if g["isis_outlook"] or answer:
            checks["outlook"] = g["isis_outlook"] == answer
        _note(article["id"], f"quotation of {g['speaker']}", checks, result)
    for i in sorted(set(range(len(gold))) - {i for i, _ in pairs}):
        result.errors.append(f"{article['id']} missed quotation: {gold[i]['speaker']} {gold[i]['cue']}")
    for j in sorted(set(range(len(said))) - {j for _, j in pairs}):
        result.errors.append(f"{article['id']} spurious quotation: {predicted[j]['source']['text']}")


def _note(name: str, what: str, checks: dict[str, bool], result: Score) -> None:
    for check, holds in checks.items():
        result.seen[check] += 1
        result.right[check] += holds
        if not holds:
            result.errors.append(f"{name} {what}: wrong {check}")


def _match(
    gold: Sequence[Any], predicted: Sequence[Any], likeness: Callable[[Any, Any], float], floor: float
) -> list[tuple[int, int]]:
    """Pair off the likest first; none below ``floor``."""
    ranked = sorted(
        ((-likeness(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted)), key=lambda r: r
    )
    pairs: list[tuple[int, int]] = []
    for negative, i, j in ranked:
        if -negative >= floor and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _event_likeness(gold: Row, event: Row, text: str) -> float:
    begin = max(0, text.find(gold["evidence_start"]))
    at = text.find(gold["trigger"], begin)
    trigger, sentence = event["trigger"], event["evidence"]
    likeness = 3.0 * (at >= 0 and at < trigger["end"] and trigger["start"] < at + len(gold["trigger"]))
    likeness += 2.0 * (sentence["start"] <= max(at, begin) < sentence["end"])
    likeness += bool(gold["place"]) and _place_right(gold, event)
    counts = {c["unit"]: c["low"] for c in event["counts"]}
    return float(likeness + any(gold[u] is not None and gold[u] == counts.get(u) for u in UNITS))


def _place_right(gold: Row, event: Row) -> bool:
    place = event["place"] or {}
    names = [name for name in (place.get("text"), place.get("name")) if name]
    if not gold["place"]:
        return not names
    return any(names_alike(gold["place"], name) for name in names)


def _content_range(statement: Row, text: str) -> Range:
    start = text.find(statement["starts"])
    end = text.find(statement["ends"], start)
    return (start, end + len(statement["ends"])) if start >= 0 and end >= 0 else (0, 0)


def _overlap(a: Range, b: Range) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0
