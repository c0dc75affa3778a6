from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import Field

from marsad.errors import Fault
from marsad.knowledge.files import Faults, line_of, read_tsv, read_yaml, read_yaml_list
from marsad.knowledge.schema import Slug, Strict, Text


class Page(Strict):
    id: Slug
    names: list[Text] = Field(default=[])
    by_number: dict[int, list[Text]] = Field(default={})
    kind: Text = Field(default="site", alias="class")


class Row(Strict):
    id: Slug
    name: Text
    latitude: float = Field(ge=-90, le=90)


@pytest.fixture
def faults(tmp_path: Path) -> Faults:
    return Faults(tmp_path)


def told(faults: Faults) -> list[tuple[int, str]]:
    return [(fault.line, fault.message) for fault in faults.found]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "page.yaml"


BAD_YAML = {
    "nothing": ("# only a comment\n", [(1, "is empty")]),
    "a list": ("- id: one\n", [(1, "entry: Input should be a valid dictionary or instance of Page")]),
    "an unknown key": ("id: one\n\nnmaes: [a]\n", [(3, "nmaes: Extra inputs are not permitted")]),
    "a missing key": ("# one\nnames: [a]\n", [(2, "id: Field required")]),
    "a key that stands twice": ("id: one\nnames: [a]\nid: two\n", [(3, "key 'id' stands twice")]),
    "an empty name": ("id: one\nnames:\n  - a\n  - ''\n", [(4, "names.1: String should have at least 1 character")]),
    "a number for a name": ("id: one\nnames: [a,\n  12]\n", [(3, "names.1: Input should be a valid string")]),
    "a country read as no": ("id: one\nclass: no\n", [(2, "class: Input should be a valid string")]),
    "below a number": (
        "id: one\nby_number:\n  1: [a]\n  2: [3]\n",
        [(4, "by_number.2.0: Input should be a valid string")],
    ),
    "a word for a number": (
        "id: one\nby_number:\n  1: [a]\n  two: [b]\n",
        [(4, "by_number.two.[key]: Input should be a valid integer, unable to parse string as an integer")],
    ),
    "two at once": (
        "id: One\nnames: 7\n",
        [
            (1, "id: String should match pattern '^[a-z0-9][a-z0-9._-]*$'"),
            (2, "names: Input should be a valid list"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BAD_YAML.values(), ids=BAD_YAML)
def test_every_fault_of_a_file_is_told_with_its_line(
    text: str, expected: list[tuple[int, str]], path: Path, faults: Faults
) -> None:
    path.write_text(text, "utf-8")
    entry = read_yaml(path, Page, faults)
    assert told(faults) == expected
    assert entry is None or "twice" in expected[0][1]


@pytest.mark.parametrize(("text", "line"), [("id: one\nnames: [a, b\nclass: site\n", 3), ("id: one\n\tnames: []\n", 2)])
def test_what_is_no_yaml_is_told_with_its_line(text: str, line: int, path: Path, faults: Faults) -> None:
    path.write_text(text, "utf-8")
    assert read_yaml(path, Page, faults) is None
    [fault] = faults.found
    assert (fault.line, fault.message[:10]) == (line, "not YAML: ")


def test_a_good_file_is_read(path: Path, faults: Faults) -> None:
    path.write_text("\ufeffid: one\nnames: [' داعش ']\nclass: agency\n", "utf-8")
    assert read_yaml(path, Page, faults) == Page.model_validate({"id": "one", "names": ["داعش"], "class": "agency"})
    assert faults.found == []


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "No such file or directory"), ("id: داعش".encode("cp1256"), "'utf-8' codec can't decode")],
)
def test_a_file_that_cannot_be_read_is_a_fault(content: bytes | None, message: str, path: Path, faults: Faults) -> None:
    if content is not None:
        path.write_bytes(content)
    assert read_yaml(path, Page, faults) is None
    assert read_yaml_list(path, Page, faults) == []
    assert read_tsv(path, Row, faults) == []
    assert [message in fault.message for fault in faults.found] == [True] * 3


def test_good_entries_of_a_list_come_with_their_lines_and_bad_ones_are_told(path: Path, faults: Faults) -> None:
    path.write_text("# pages\n- id: one\n- id: Two\n  names: [a]\n-\n  id: three\n", "utf-8")
    assert [(entry.id, at, line) for entry, at, line in read_yaml_list(path, Page, faults)] == [
        ("one", path, 2),
        ("three", path, 6),
    ]
    assert told(faults) == [(3, "id: String should match pattern '^[a-z0-9][a-z0-9._-]*$'")]


def test_entries_must_stand_in_a_list(path: Path, faults: Faults) -> None:
    path.write_text("id: one\n", "utf-8")
    assert read_yaml_list(path, Page, faults) == []
    assert told(faults) == [(1, "must be a list of entries")]


def test_rows_of_a_table_come_with_their_lines_and_bad_cells_are_told(path: Path, faults: Faults) -> None:
    lines = ["# places", "id\tname\tlatitude", "a\tكركوك\t35.4", "", "b\tهيت\tnorth", "# c", "c\tعنه\t99", "d\tراوة"]
    path.write_text("\r\n".join(lines), "utf-8")
    assert [(row.id, line) for row, _, line in read_tsv(path, Row, faults)] == [("a", 3)]
    assert told(faults) == [
        (5, "latitude: Input should be a valid number, unable to parse string as a number"),
        (7, "latitude: Input should be less than or equal to 90"),
        (8, "2 cells, must be 3 (tab-separated)"),
    ]


@pytest.mark.parametrize(("text", "line"), [("", 1), ("# empty\n", 1), ("\nid\tname\n", 2), ("id,name,latitude\n", 1)])
def test_a_table_must_have_its_columns(text: str, line: int, path: Path, faults: Faults) -> None:
    path.write_text(text, "utf-8")
    assert read_tsv(path, Row, faults) == []
    assert told(faults) == [(line, "columns must be: id name latitude")]


def test_faults_are_told_in_the_order_of_files_and_lines(tmp_path: Path, faults: Faults) -> None:
    faults.add(tmp_path / "b.yaml", 3, "third")
    faults.add(tmp_path / "b.yaml", 1, "second")
    faults.add(tmp_path / "a" / "x.tsv", 9, "first")
    faults.add(Path("/elsewhere.yaml"), 1, "outside")
    assert faults.found == [
        Fault("/elsewhere.yaml", 1, "outside"),
        Fault("a/x.tsv", 9, "first"),
        Fault("b.yaml", 1, "second"),
        Fault("b.yaml", 3, "third"),
    ]


def test_the_line_of_words_is_where_they_stand_as_whole_words(path: Path) -> None:
    path.write_text('a: [air_power]\nb: [air]\nc: "قال \\"لا\\""\nd: [air]\n', "utf-8")
    assert line_of(path, "air") == 2
    assert line_of(path, "air", 3) == 4
    assert line_of(path, 'قال "لا"') == 3
    assert line_of(path, "sea", 2) == 2
