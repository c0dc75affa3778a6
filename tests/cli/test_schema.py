from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema

Marsad = Callable[..., Any]


def test_the_schema_that_is_printed_is_a_schema(marsad: Marsad) -> None:
    result = marsad("schema")
    assert result.code == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(result.out))
