"""The reference pages against the code: keys, values, options, reasons."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from importlib import resources
from typing import Any, get_args

import pytest
import typer
from pydantic import BaseModel

from doc_pages import ROOT, Marked, code_in, first_codes, marked
from marsad.cli.main import app
from marsad.collect.chrome import ChromeLexicon
from marsad.knowledge import schema, schema_lexicon, schema_writing
from marsad.knowledge.entries import read_entries
from marsad.knowledge.files import Faults

RECORD = json.loads((resources.files("marsad.model") / "record.schema.json").read_text(encoding="utf-8"))
FORMS = {
    name: form
    for module in (schema, schema_lexicon, schema_writing)
    for name, form in vars(module).items()
    if isinstance(form, type) and issubclass(form, BaseModel)
}


def ids(blocks: list[Marked]) -> list[str]:
    return [block.mark for block in blocks]


def at(path: str) -> Any:
    found = RECORD
    for step in filter(None, path.split("/")):
        found = found[step]
    return found


def keys(node: Any) -> list[str]:
    """Return the keys of an object of the record's schema, those of the parts it is made of included."""
    own = list(node.get("properties", ()))
    for part in node.get("allOf", ()):
        own += keys(at(part["$ref"].removeprefix("#/")) if "$ref" in part else part)
    return list(dict.fromkeys(own))


RECORD_TABLES = marked("docs/reference/record.md", "schema:")
FORM_TABLES = marked("docs/reference/knowledge.md", "schema:")


@pytest.mark.parametrize("block", RECORD_TABLES, ids=ids(RECORD_TABLES))
def test_the_keys_of_a_record_are_those_of_its_schema(block: Marked) -> None:
    assert set(first_codes(block)) == set(keys(at(block.mark.removeprefix("schema:").strip())))


@pytest.mark.parametrize("block", FORM_TABLES, ids=ids(FORM_TABLES))
def test_the_keys_of_the_analysts_files_are_those_of_their_forms(block: Marked) -> None:
    form = FORMS[block.mark.removeprefix("schema:").strip()]
    assert set(first_codes(block)) == {field.alias or name for name, field in form.model_fields.items()}


def test_the_small_forms_are_told_with_their_keys() -> None:
    (block,) = marked("docs/reference/knowledge.md", "small forms")
    for name, told in block.rows:
        form = FORMS[code_in(name)[0]]
        assert code_in(told) == [field.alias or key for key, field in form.model_fields.items()], name


def allowed(what: str) -> set[str]:
    """Return the values that the code allows for what a mark names (``event status``, ``place kind``)."""
    literals = {"place kind": schema.PlaceKind, "actor kind": schema.ActorKind}
    if what in literals:
        return set(get_args(literals[what]))
    if what == "chrome list":
        return {"lines", "prefixes", "blocks", "endings", "tails", "closers", "signs", "writers", "words"}
    name, key = what.split()
    node = at("$defs/quotation/properties/source" if name == "source" else f"$defs/{name}")
    return set(node["properties"][key]["enum"])


VALUES = [block for page in ("codebook", "knowledge") for block in marked(f"docs/reference/{page}.md", "values:")]


@pytest.mark.parametrize("block", VALUES, ids=ids(VALUES))
def test_the_values_are_those_that_the_code_allows(block: Marked) -> None:
    assert set(first_codes(block)) == allowed(block.mark.removeprefix("values:").strip())


def test_the_lists_of_chrome_are_those_that_are_read() -> None:
    wording = {"menu": {name: ["كلمة"] for name in allowed("chrome list")}}
    lexicon = ChromeLexicon.from_rules(wording)
    assert all((lexicon.lines, lexicon.prefixes, lexicon.blocks, lexicon.endings, lexicon.bylines, lexicon.date_words))
    assert {tail.kind for tails in lexicon.tails.values() for tail in tails} == {"tails", "closers", "signs"}


def test_the_event_types_stand_with_their_definitions_and_the_two_schemes() -> None:
    (block,) = marked("docs/reference/codebook.md", "ontology")
    folder = ROOT / "knowledge"
    entries = read_entries(folder, Faults(folder))
    assert entries is not None
    told = {code_in(name)[0]: rest for name, *rest in block.rows}
    assert set(told) == {kind.id for kind, _, _ in entries.types}
    for kind, _, _ in entries.types:
        definition, plover, acled = told[kind.id]
        assert definition == kind.definition
        scheme = ", ".join(filter(None, (kind.plover.event, kind.plover.mode))) if kind.plover else "none"
        assert (plover, acled) == (scheme, kind.acled.sub_event)


def test_the_positions_are_those_of_the_question() -> None:
    (block,) = marked("docs/reference/codebook.md", "positions: isis_outlook")
    entries = read_entries(ROOT / "knowledge", Faults(ROOT / "knowledge"))
    assert entries is not None
    (question,) = [located.entry for located in entries.questions if located.entry.id == "isis_outlook"]
    assert set(first_codes(block)) == {position.id for position in question.positions}


def reasons() -> Iterator[str]:
    """Yield the reasons of issues in the code: the slug before the message, wherever an issue or a flaw is made."""
    makers = {"issue", "_issue", "Issue", "Flaw", "Refused", "Unreadable"}
    for path in (ROOT / "src" / "marsad").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                if name in makers or name.endswith("Error"):
                    yield from (text for text in texts[:2] if text.replace("_", "").isalpha() and text.islower())


def test_every_reason_of_an_issue_is_told() -> None:
    (block,) = marked("docs/reference/issues.md", "issues")
    told = {code_in(row[0])[0] for row in block.rows}
    made = set(reasons()) - {"collect", "extract"}
    assert told == made


def all_commands() -> Iterator[tuple[str, Any]]:
    group = typer.main.get_command(app)
    yield "marsad", group
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        yield f"marsad {name}", command
        for inner, part in getattr(command, "commands", {}).items():
            yield f"marsad {name} {inner}", part


@pytest.mark.parametrize(("name", "command"), list(all_commands()), ids=[name for name, _ in all_commands()])
def test_the_options_of_a_command_are_told(name: str, command: Any) -> None:
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    assert section, name
    told = {option for line in section.splitlines() if line.startswith("| `--") for option in [line.split("`")[1]]}
    options = {max(p.opts, key=len) for p in command.params if p.param_type_name == "option"}
    assert {option.split()[0] for option in told} - {"--help"} == options - {"--help"}
