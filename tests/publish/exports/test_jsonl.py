from __future__ import annotations

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from marsad.publish.exports import jsonl
from report_samples import records


def written(rows: list[dict[str, object]]) -> str:
    out = io.StringIO()
    assert jsonl.write(rows, out) == len(rows)
    return out.getvalue()


def test_each_record_is_one_line_that_reads_back_the_same() -> None:
    lines = written(records()).splitlines()
    assert [json.loads(line) for line in lines] == records()


def test_arabic_stays_arabic() -> None:
    assert "وزير الداخلية" in written(records())
    assert "\\u" not in written(records())


def test_the_same_records_give_the_same_bytes_in_the_order_of_their_keys() -> None:
    assert written(records()) == written(records())
    assert written([{"b": 1, "a": 2}]) == '{"b":1,"a":2}\n'


def test_no_records_give_no_lines() -> None:
    assert written([]) == ""


@given(st.text())
def test_no_text_breaks_a_line(text: str) -> None:
    assert written([{"document": text}]).rstrip("\n").count("\n") == 0
