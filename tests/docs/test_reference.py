"""The reference pages against the code: keys, values, options, reasons."""

from __future__ import annotations

import ast
import json
import shlex
from collections.abc import Iterator
from importlib import resources
from typing import Any, get_args

import pytest
import typer
import yaml
from pydantic import BaseModel

from doc_pages import ROOT, Marked, code_in, first_codes, marked
from docs.console import blocks, commands
from marsad.cli.main import app
from marsad.collect.articles import parse_article
from marsad.collect.chrome import ChromeLexicon
from marsad.collect.page import Page
from marsad.knowledge import schema, schema_lexicon, schema_writing
from marsad.knowledge.entries import read_entries
from marsad.knowledge.files import Faults
from marsad.publish.exports import csv

SOURCE = ROOT / "src" / "marsad"
NO_CHROME = ChromeLexicon.from_rules({})
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


def test_every_form_of_the_analysts_files_is_told() -> None:
    (small,) = marked("docs/reference/knowledge.md", "small forms")
    told = {block.mark.removeprefix("schema: ") for block in FORM_TABLES} | set(first_codes(small))
    forms = {name for name, form in FORMS.items() if issubclass(form, schema.Strict)}  # not chrome.yaml: free names
    assert told == forms - {"Strict"}


def test_every_file_of_the_knowledge_has_its_section() -> None:
    page = (ROOT / "docs" / "reference" / "knowledge.md").read_text(encoding="utf-8")
    headings = [line.split()[1] for line in page.splitlines() if line.startswith(("## ", "### "))]
    folder = ROOT / "knowledge"
    files = [path.relative_to(folder) for path in folder.rglob("*") if path.suffix in (".yaml", ".tsv")]
    assert len(files) > 50
    assert [file for file in files if not any(file.match(heading) for heading in headings)] == []
    assert [heading for heading in headings if "." in heading and not list(folder.glob(heading))] == []


def test_the_contexts_that_must_be_there_are_those_that_are_asked_for() -> None:
    (block,) = marked("docs/reference/knowledge.md", "contexts")
    assert sorted(first_codes(block)) == sorted(schema_lexicon._CONTEXTS_ASKED_FOR)


def test_the_circumstances_of_an_event_are_those_that_are_weighed() -> None:
    (block,) = marked("docs/reference/knowledge.md", "circumstances")
    weigh = next(f for f in tree_of("extract/events/scoring.py").body if getattr(f, "name", "") == "_features")
    (weighed,) = [node for node in ast.walk(weigh) if isinstance(node, ast.Dict)]
    names = [key.value if isinstance(key, ast.Constant) else "type_…" for key in weighed.keys]
    assert sorted(first_codes(block)) == sorted(names)


def test_the_values_of_a_key_of_the_record_stand_beside_it() -> None:
    seen = 0
    for block in RECORD_TABLES:
        properties = at(block.mark.removeprefix("schema:").strip()).get("properties", {})
        for key, _, told in block.rows:
            values = properties.get(code_in(key)[0], {}).get("enum", ())
            seen += bool(values)
            assert {value for value in values if value is not None} <= set(code_in(told)), (block.mark, key)
    assert seen > 5


def test_the_reasons_of_removal_are_those_that_the_reader_gives() -> None:
    page = (ROOT / "docs" / "reference" / "record.md").read_text(encoding="utf-8")
    told = set(code_in(page.partition("<!-- reasons of removal -->")[2].partition("\n\n")[0]))
    of_words = set(yaml.safe_load((ROOT / "knowledge" / "lexicon" / "chrome.yaml").read_text(encoding="utf-8")))
    written = {name for name in told - of_words if not in_code(name)}
    assert of_words <= told
    assert written == set()


def in_code(name: str) -> bool:
    """Tell whether the readers of pages write a word as a string."""
    return any(f'"{name}"' in path.read_text(encoding="utf-8") for path in (SOURCE / "collect").glob("*.py"))


def test_the_columns_of_the_table_are_those_that_are_written() -> None:
    (block,) = marked("docs/how-to/export-to-a-spreadsheet-or-a-map.md", "columns")
    assert tuple(first_codes(block)) == csv.COLUMNS


def test_the_fields_of_an_article_are_those_that_are_read() -> None:
    (block,) = marked("docs/how-to/read-your-own-pages.md", "fields of an article")
    told = {code_in(field)[0]: [*code_in(field), *code_in(other)] for field, other, _ in block.rows}
    page = {"title": "ع", "text": "ن", "published": "2025-08-20", "source": "م", "uri": "http://a.example"}
    assert set(told) == set(page)
    for field, names in told.items():
        rest = {name: value for name, value in page.items() if name != field}
        for name in names:
            value = f"<p>{page[field]}</p>" if name == "html" else page[field]
            read = parse_article(json.dumps(rest | {name: value}), NO_CHROME, lambda _: Page("", ("ن",), ()))
            got = {"title": read.title, "text": read.paragraphs[0], "uri": read.address}
            assert (got | {"published": read.published, "source": read.source})[field] == page[field], name


@pytest.mark.parametrize(
    ("of", "part"), [("gold", None), ("a gold event", "events"), ("a gold statement", "statements")]
)
def test_the_fields_of_gold_are_those_of_the_examples(of: str, part: str | None) -> None:
    (block,) = (b for b in marked("docs/how-to/score-on-your-own-gold.md", "fields of") if b.mark == f"fields of {of}")
    lines = (ROOT / "evals" / "gold" / "examples.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    rows = [row for article in articles for row in (article[part] if part else [article])]
    assert {key for row in rows for key in row} == set(first_codes(block))


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


def reasons() -> Iterator[tuple[str, str]]:
    """Yield room and reason of issues in the code: the slug before the message, wherever an issue or a flaw is made."""
    makers = {"issue", "_issue", "Issue", "Flaw", "InputError"}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(tree_of(path.relative_to(SOURCE).as_posix())):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in makers:
                texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                stage, *slugs = texts if texts[:1] in (["collect"], ["extract"]) else ["collect", *texts]
                yield from ((stage, text) for text in slugs[:1] if text.replace("_", "").isalpha())


def tree_of(name: str) -> ast.Module:
    return ast.parse((SOURCE / name).read_text(encoding="utf-8"))


def test_every_reason_of_an_issue_is_told_with_its_stage() -> None:
    (block,) = marked("docs/reference/issues.md", "issues")
    assert {(row[1], code_in(row[0])[0]) for row in block.rows} == set(reasons())


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


@pytest.mark.parametrize("line", [c.line for b in blocks("docs/reference/cli.md") for c in commands(b)])
def test_the_examples_of_the_command_line_are_understood(line: str) -> None:
    _, *words = shlex.split(line.partition(" >")[0])
    context = typer.main.get_command(app).make_context("marsad", words)
    name, command, rest = context.command.resolve_command(context, context._protected_args + context.args)
    if name == "knowledge":
        name, command, rest = command.resolve_command(context, rest)
    command.make_context(name, rest)
