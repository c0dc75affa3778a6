"""An address to captures: files, folders, archives and standard input, as bytes, one capture an article or page.

Nothing is understood here but the container: the lines of a ``.jsonl``, the elements of a ``.json``, the members of a
``.zip``. What cannot be read becomes an :class:`~marsad.model.issue.Issue`; nothing is raised for bad input, and memory
stays bounded by the limits below, however long a file is.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO

from marsad.collect.articles import article_address
from marsad.collect.encoding import decode, is_binary
from marsad.model.document import Capture
from marsad.model.issue import Issue

FILE_LIMIT = 64 * 2**20  # bytes of a page, or of a .json, which is read whole
LINE_LIMIT = 8 * 2**20  # bytes of a line of .jsonl, which is read line by line

Found = Iterator[Capture | Issue]

_PAGES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html"}
_ARTICLE = "application/json"
_LATER = {".pdf", ".warc", ".gz"}
_ABOUT = "README"  # such a file tells of the pages beside it and is none
_READABLE = ".txt .html .htm .json .jsonl .zip"
_CANNOT_READ = (OSError, EOFError, NotImplementedError, zipfile.BadZipFile, zlib.error, lzma.LZMAError)
_HTML_START = re.compile(rb"\s*<(?:!doctype|!--|\?xml|html|head|body|meta|title|article|div|p)\b", re.IGNORECASE)
_JSON_ARRAY_START = re.compile(rb"\s*\[\s*(?:\{|$)")
_SPACE_OR_COMMA = re.compile(r"[\s,\ufeff]*")


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where bytes come from: the address and, where it is known, the time of capture."""

    uri: str
    captured_at: str | None

    def at(self, uri: str) -> _Origin:
        return replace(self, uri=uri.encode("utf-8", "backslashreplace").decode())

    def capture(self, media_type: str, content: bytes) -> Capture:
        return Capture(self.uri, media_type, content, self.captured_at)

    def issue(self, reason: str, message: str) -> Issue:
        return Issue("collect", reason, self.uri, f"{self.uri}: {message}")


def read_captures(address: str, *, stdin: BinaryIO | None = None, captured_at: str | None = None) -> Found:
    """Yield what stands at ``address``: a file, a folder (with its subfolders, in order of names), or ``-``.

    Hidden files and READMEs in a folder are passed over and links to folders are not followed. The uri of a capture is
    its path with ``/`` between the parts; a member of an archive is ``a.zip!name``; an article of a .json or .jsonl has
    its own ``uri`` or ``url``, else ``path#number``. ``captured_at`` is an ISO 8601 timestamp. Issues: missing,
    unreadable, empty, binary, unsupported, too_large, too_long, not_json, nothing_readable.
    """
    origin = _Origin("", captured_at)
    if address == "-":
        return _read_sniffing(stdin or sys.stdin.buffer, origin.at("-"))
    path = Path(address)
    origin = origin.at(path.as_posix())
    return _with_something(_read_path(path, origin), origin)


def _read_path(path: Path, origin: _Origin) -> Found:
    try:
        if path.is_dir():
            for entry in sorted(path.iterdir(), key=lambda entry: entry.name):
                if not entry.name.startswith((".", _ABOUT)) and not (entry.is_symlink() and entry.is_dir()):
                    yield from _read_path(entry, origin.at(entry.as_posix()))
        elif not path.exists():
            yield origin.issue("missing", "there is no such file or folder; check the path")
        elif path.suffix.lower() == ".zip":
            yield from _with_something(_read_zip(path, origin), origin)
        elif path.is_file():
            with path.open("rb") as stream:
                yield from _read_named(path.name, stream, origin)
        else:
            yield origin.issue("unreadable", "this is no regular file; give a file, a folder or - for standard input")
    except _CANNOT_READ as error:
        yield origin.issue("unreadable", f"it cannot be read ({error}); check its permissions and that it is whole")


def _with_something(found: Found, origin: _Origin) -> Found:
    """Pass on what was found; say so where no capture was among it and no issue of the origin itself."""
    answered = False
    for item in found:
        answered = answered or isinstance(item, Capture) or item.uri == origin.uri
        yield item
    if not answered:
        yield origin.issue("nothing_readable", f"nothing in it can be read; marsad reads {_READABLE}")


def _read_zip(path: Path, origin: _Origin) -> Found:
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            name = PurePosixPath(member.filename).name
            inner = origin.at(f"{origin.uri}!{member.filename}")
            if member.is_dir() or name.startswith("."):
                continue
            if member.flag_bits & 1:
                yield inner.issue("unreadable", "it is encrypted; unpack the archive with its password first")
                continue
            try:
                with archive.open(member) as stream:
                    yield from _read_named(name, stream, inner)
            except _CANNOT_READ as error:
                yield inner.issue("unreadable", f"it cannot be unpacked ({error}); fetch the archive again")


def _read_named(name: str, stream: IO[bytes], origin: _Origin) -> Found:
    """Read a file by the ending of its name."""
    ending = PurePosixPath(name).suffix.lower()
    if ending == ".jsonl":
        yield from _read_lines(stream, origin)
    elif ending == ".json" or ending in _PAGES:
        yield from _read_whole(stream, _PAGES.get(ending, _ARTICLE), origin)
    elif ending in _LATER:
        yield origin.issue(
            "unsupported", f"{ending} files are not read yet, a later version will; marsad reads {_READABLE}"
        )
    else:
        yield origin.issue("unsupported", f"files of this kind are not read; marsad reads {_READABLE}")


def _read_sniffing(stream: IO[bytes], origin: _Origin) -> Found:
    """Read a stream without a name: what its first written line looks like decides."""
    begun = b""
    while not begun.strip() and (line := stream.readline(LINE_LIMIT)):
        begun = line
    if _is_json_object(begun):
        yield from _read_lines(stream, origin, begun)
    elif begun.lstrip().startswith(b"{") or _JSON_ARRAY_START.match(begun):
        yield from _read_whole(stream, _ARTICLE, origin, begun)
    else:
        yield from _read_whole(stream, "text/html" if _HTML_START.match(begun) else "text/plain", origin, begun)


def _read_whole(stream: IO[bytes], media_type: str, origin: _Origin, begun: bytes = b"") -> Found:
    """Read a stream to its end, ``begun`` being what was taken from it already: a page, or JSON values."""
    content = begun + stream.read(FILE_LIMIT + 1)
    if len(content) > FILE_LIMIT:
        yield origin.issue("too_large", f"it is larger than {FILE_LIMIT // 2**20} MiB; split it, or use .jsonl")
    elif not content.strip(b" \t\r\n\xef\xbb\xbf"):
        yield origin.issue("empty", "there is nothing in it; fetch it again")
    elif is_binary(content):
        yield origin.issue("binary", f"it is no text; marsad reads {_READABLE}")
    elif media_type == _ARTICLE:
        text, flaws = decode(content)
        yield from (origin.issue(flaw.reason, flaw.message) for flaw in flaws)
        yield from _read_values(text, origin)
    else:
        yield origin.capture(media_type, content)


def _read_lines(stream: IO[bytes], origin: _Origin, begun: bytes = b"") -> Found:
    """Read a stream of one JSON value a line."""
    number = 0
    line = begun or stream.readline(LINE_LIMIT + 1)
    if not line:
        yield origin.issue("empty", "there is nothing in it; fetch it again")
    while line:
        number += 1
        place = origin.at(f"{origin.uri}#{number}")
        if len(line) > LINE_LIMIT:
            yield place.issue("too_long", f"the line is longer than {LINE_LIMIT // 2**20} MiB and was passed over")
            while line and not line.endswith(b"\n"):
                line = stream.readline(LINE_LIMIT)
        elif is_binary(line):
            yield place.issue("binary", "the line is no text; nothing after it was read")
            return
        elif line.strip():
            value = _loads(line)
            yield origin.at(article_address(value) or place.uri).capture(_ARTICLE, line)
        line = stream.readline(LINE_LIMIT + 1)


def _read_values(text: str, origin: _Origin) -> Found:
    """Read JSON values, in an array or one after the other."""
    decoder = json.JSONDecoder()
    start = _SPACE_OR_COMMA.match(text)
    at = start.end() if start else 0
    in_array = text.startswith("[", at)
    at += in_array
    number = 0
    while True:
        skipped = _SPACE_OR_COMMA.match(text, at)
        at = skipped.end() if skipped else at
        if at == len(text) or (in_array and text[at] == "]"):
            return
        number += 1
        place = origin.at(f"{origin.uri}#{number}")
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield place.issue("not_json", f"value {number} is not JSON ({error}); mend it there")
            at = -1 if in_array else text.find("\n{", at)
            if at < 0:
                return
            continue
        yield origin.at(article_address(value) or place.uri).capture(_ARTICLE, text[at:end].encode())
        at = end


def _loads(line: bytes) -> object:
    """Return the JSON value of a line, ``None`` where there is none: whoever reads the article says so."""
    try:
        value: object = json.loads(decode(line)[0])
    except (ValueError, RecursionError):
        return None
    return value


def _is_json_object(line: bytes) -> bool:
    return isinstance(_loads(line), dict)
