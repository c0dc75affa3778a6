from __future__ import annotations

import io
import json
import os
import tracemalloc
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.collect import captures
from marsad.collect.captures import read_captures
from marsad.model.document import Capture
from marsad.model.issue import Issue

if TYPE_CHECKING:
    from pathlib import Path

NEWS = "قتل ثلاثة جنود في هجوم قرب الحويجة."


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def article(uri: str | None = None, text: str = NEWS) -> str:
    return json.dumps({"title": "عنوان", "text": text} | ({"uri": uri} if uri else {}), ensure_ascii=False)


def read(address: Path | str) -> tuple[list[Capture], list[Issue]]:
    found = list(read_captures(str(address)))
    return [f for f in found if isinstance(f, Capture)], [f for f in found if isinstance(f, Issue)]


def reasons(issues: list[Issue]) -> list[str]:
    return [issue.reason for issue in issues]


@pytest.mark.parametrize(
    ("name", "media_type"), [("a.txt", "text/plain"), ("a.html", "text/html"), ("a.HTM", "text/html")]
)
def test_a_file_is_one_capture_with_its_path_as_uri(tmp_path: Path, name: str, media_type: str) -> None:
    path = write(tmp_path, name, NEWS)
    assert read(path) == ([Capture(path.as_posix(), media_type, NEWS.encode())], [])


def test_the_time_of_capture_is_told_from_outside(tmp_path: Path) -> None:
    (found,) = read_captures(str(write(tmp_path, "a.txt", NEWS)), captured_at="2024-12-22T10:00:00Z")
    assert isinstance(found, Capture)
    assert found.captured_at == "2024-12-22T10:00:00Z"


def test_the_lines_of_a_jsonl_are_captures_with_their_own_address_or_their_number(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", f"{article('https://a.example/1')}\n\n{article()}\nnot json\n")
    found, issues = read(path)
    assert [capture.uri for capture in found] == ["https://a.example/1", f"{path.as_posix()}#3", f"{path.as_posix()}#4"]
    assert {capture.media_type for capture in found} == {"application/json"}
    assert json.loads(found[1].content)["text"] == NEWS
    assert issues == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"[{article('1')}, {article('2')}]", id="array"),
        pytest.param(f"\ufeff [\n{article('1')},\n{article('2')}\n]\n", id="array over lines, with a mark"),
        pytest.param(f"{article('1')}\n{article('2')}\n", id="one a line"),
        pytest.param(json.dumps(json.loads(article("1")), indent=2) + "\n" + article("2"), id="indented"),
    ],
)
def test_a_json_holds_an_array_or_one_article_after_the_other(tmp_path: Path, text: str) -> None:
    found, issues = read(write(tmp_path, "a.json", text))
    assert [capture.uri for capture in found] == ["1", "2"]
    assert [json.loads(capture.content)["text"] for capture in found] == [NEWS, NEWS]
    assert issues == []


def test_what_is_not_json_is_said_and_the_articles_around_it_are_read(tmp_path: Path) -> None:
    found, issues = read(write(tmp_path, "a.json", f'{article("1")}\n{{"title": "عن\n{article("3")}'))
    assert [capture.uri for capture in found] == ["1", "3"]
    assert reasons(issues) == ["not_json"]


def test_an_array_that_breaks_off_gives_what_stands_before_the_break(tmp_path: Path) -> None:
    found, issues = read(write(tmp_path, "a.json", f'[{article("1")}, {article("2")}, {{"title'))
    assert [capture.uri for capture in found] == ["1", "2"]
    assert reasons(issues) == ["not_json"]


def test_a_folder_is_read_in_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.html", ".hidden.txt", ".git/c.txt"):
        write(tmp_path, name, NEWS)
    (tmp_path / "loop").symlink_to(tmp_path)
    found, issues = read(tmp_path)
    assert [capture.uri.removeprefix(f"{tmp_path.as_posix()}/") for capture in found] == [
        "a/1.html",
        "a/2.txt",
        "b.txt",
    ]
    assert issues == []


def test_the_members_of_an_archive_are_read_and_named(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("day/1.txt", NEWS)
        archive.writestr("2.json", f"[{article()}, {article('own')}]")
        archive.writestr("day/.hidden.txt", NEWS)
        archive.writestr("photo.png", b"\x89PNG")
    found, issues = read(path)
    base = path.as_posix()
    assert [capture.uri for capture in found] == [f"{base}!day/1.txt", f"{base}!2.json#1", "own"]
    assert [(issue.reason, issue.uri) for issue in issues] == [("unsupported", f"{base}!photo.png")]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\xef\xbb\xbf \r\n\t", "empty"),
        ("a.jsonl", b"", "empty"),
        ("a.json", b" \n", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "binary"),
        ("a.html", b"%PDF-1.7", "binary"),
        ("a.txt", b"abc\0def", "binary"),
        ("a.jsonl", b"\x1f\x8b\x08\0", "binary"),
        ("a.pdf", b"%PDF-1.7", "unsupported"),
        ("a.warc", b"WARC/1.0", "unsupported"),
        ("a.warc.gz", b"\x1f\x8b", "unsupported"),
        ("a.docx", b"PK", "unsupported"),
        ("noending", b"text", "unsupported"),
        ("a.zip", b"no archive", "unreadable"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_issue_that_names_it(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = write(tmp_path, name, content)
    found, issues = read(path)
    assert found == []
    assert issues[0].reason == reason
    assert issues[0].stage == "collect"
    assert path.as_posix() in issues[0].message
    assert "\n" not in issues[0].message


def test_a_path_that_the_system_refuses_is_an_issue(tmp_path: Path) -> None:
    assert reasons(read(tmp_path / ("x" * 5000))[1]) == ["unreadable"]


def test_files_of_later_versions_are_announced(tmp_path: Path) -> None:
    _, (issue,) = read(write(tmp_path, "a.pdf", b"%PDF"))
    assert "later" in issue.message


def test_a_missing_file_is_an_issue(tmp_path: Path) -> None:
    found, issues = read(tmp_path / "none.txt")
    assert (found, reasons(issues)) == ([], ["missing"])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind here")
def test_a_file_without_permission_is_an_issue(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", NEWS)
    path.chmod(0)
    assert reasons(read(path)[1]) == ["unreadable"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_a_folder_does_not_stop_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    write(tmp_path, "b.txt", NEWS)
    found, issues = read(tmp_path)
    assert (len(found), reasons(issues)) == (1, ["unreadable"])


@pytest.mark.parametrize("names", [(), ("a.png", "sub/b.docx"), (".hidden.txt",)])
def test_a_folder_without_readable_files_says_so(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        write(tmp_path, name, b"x")
    found, issues = read(tmp_path)
    assert found == []
    assert reasons(issues)[-1] == "nothing_readable"


def test_an_encrypted_member_is_an_issue_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("1.txt", NEWS)
        archive.writestr("2.txt", NEWS)
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    found, issues = read(path)
    assert (len(found), reasons(issues)) == (1, ["unreadable"])


def test_a_damaged_member_is_an_issue(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("1.txt", NEWS * 50)
    raw = bytearray(path.read_bytes())
    raw[40:60] = b"\xff" * 20
    path.write_bytes(raw)
    assert reasons(read(path)[1])[0] == "unreadable"


def test_a_line_of_50_mb_is_passed_over_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as stream:
        stream.write(article("1").encode() + b"\n")
        for _ in range(50):
            stream.write(b"x" * 2**20)
        stream.write(b"\n" + article("3").encode() + b"\n")
    tracemalloc.start()
    found, issues = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [capture.uri for capture in found] == ["1", "3"]
    assert [(issue.reason, issue.uri) for issue in issues] == [("too_long", f"{path.as_posix()}#2")]
    assert peak < 4 * captures.LINE_LIMIT


def test_a_page_over_the_limit_is_an_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(captures, "FILE_LIMIT", 2**20)
    assert reasons(read(write(tmp_path, "a.txt", b"x" * (2**20 + 1)))[1]) == ["too_large"]
    assert reasons(read(write(tmp_path, "b.txt", b"x" * 2**20))[1]) == []


@pytest.mark.parametrize(
    ("content", "media_types"),
    [
        (f"عنوان\n\n{NEWS}", ["text/plain"]),
        (f"\n\n{NEWS}", ["text/plain"]),
        (f"[بغداد] {NEWS}", ["text/plain"]),
        (f"<!DOCTYPE html>\n<p>{NEWS}</p>", ["text/html"]),
        (f"\n  <div>{NEWS}</div>", ["text/html"]),
        (f"{article()}\n{article()}\n", ["application/json"] * 2),
        (f"\n[{article()},\n{article()}]", ["application/json"] * 2),
        ('{\n"text": "قتل"\n}', ["application/json"]),
    ],
)
def test_standard_input_is_told_by_how_it_begins(content: str, media_types: list[str]) -> None:
    found = list(read_captures("-", stdin=io.BytesIO(content.encode())))
    assert [item.media_type for item in found if isinstance(item, Capture)] == media_types
    assert len(found) == len(media_types)


def test_empty_standard_input_is_an_issue() -> None:
    (issue,) = read_captures("-", stdin=io.BytesIO(b"\n"))
    assert isinstance(issue, Issue)
    assert (issue.reason, issue.uri) == ("empty", "-")


@given(st.binary(max_size=200))
def test_any_bytes_on_standard_input_give_captures_or_issues(content: bytes) -> None:
    for begin in (b"", b"{", b"[{", b"<html>"):
        assert list(read_captures("-", stdin=io.BytesIO(begin + content)))
