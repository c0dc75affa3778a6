from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

import report_samples


def spans(value: Any) -> list[dict[str, Any]]:
    """Return everything in a record that claims to stand in its text."""
    if isinstance(value, list):
        return [span for item in value for span in spans(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if value.get("start") is not None else []
    return own + [span for item in value.values() for span in spans(item)]


@pytest.mark.parametrize("record", report_samples.records(), ids=lambda r: r["document"]["id"])
def test_the_records_of_these_tests_follow_the_contract(record: dict[str, Any]) -> None:
    schema = json.loads(files("marsad.model").joinpath("record.schema.json").read_text("utf-8"))
    jsonschema.validate(record, schema)
    text = record["document"]["text"]
    assert [s["text"] for s in spans(record)] == [text[s["start"] : s["end"]] for s in spans(record)]
