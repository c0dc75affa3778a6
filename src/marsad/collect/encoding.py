"""Bytes to text: what the bytes are is decided from the bytes, since what pages say of their encoding is often wrong.

In order: a byte-order mark; UTF-16 without one; UTF-8, with its last character cut off or not; windows-1256, if UTF-8
is invalid and this gives Arabic; UTF-8 with the invalid bytes replaced. Lines that are UTF-8 once misread as
windows-1252 or windows-1256 (``Ø§Ù„`` or ``ط§ظ„`` for ال) are put right where the way back is exact.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_PLAUSIBLE_UTF16 = re.compile("[\t\n\r -~\u00a0-\u00ff\u0600-\u06ff\u2000-\u206f]")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BINARY_SIGNATURES = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"OggS",
    b"ID3",
)
_SAMPLE = 100_000  # characters or bytes by which a long text is judged


class Flaw(NamedTuple):
    """What is wrong with the bytes: ``reason`` is a stable slug, ``message`` says what was done and what to do."""

    reason: str
    message: str


def is_binary(content: bytes) -> bool:
    """Tell whether the bytes are no text: an image, a PDF, an archive, or NUL bytes that are not UTF-16's."""
    if content.startswith(_BINARY_SIGNATURES):
        return True
    return b"\0" in content and not _codec(content)[0].startswith("utf-16")


def decode(content: bytes) -> tuple[str, list[Flaw]]:
    """Return the text of the bytes and what was wrong with them. Never raises."""
    codec, start = _codec(content)
    text, flaws = _decode_as(codec, content[start:])
    if codec == "utf-8" and any(flaw.reason == "damaged" for flaw in flaws):
        other = content.decode("cp1256")
        sample = text[:_SAMPLE]
        if len(_ARABIC.findall(sample)) < sample.count("\ufffd") and _is_arabic(other):
            return other, []
    return "\n".join(map(_undo_misreading, text.split("\n"))), flaws


def _codec(content: bytes) -> tuple[str, int]:
    """Return the codec that a mark or the look of UTF-16 gives away, else UTF-8, and where the text starts."""
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return codec, len(mark)
    sample = content[:_SAMPLE]
    for codec in ("utf-16-le", "utf-16-be") if b"\0" in sample else ():
        text = sample.decode(codec, "ignore")
        if len(_PLAUSIBLE_UTF16.findall(text)) > 0.9 * len(text):
            return codec, 0
    return "utf-8", 0


def _decode_as(codec: str, content: bytes) -> tuple[str, list[Flaw]]:
    """Decode; a last character that is cut off is left out, invalid bytes before it are replaced."""
    decoder = codecs.getincrementaldecoder(codec)("replace")
    text = decoder.decode(content)
    flaws = []
    if decoder.getstate()[0]:
        flaws.append(Flaw("truncated", "the last character is cut off and was left out; fetch the page again"))
    damaged = text.count("\ufffd") - content.count("\ufffd".encode(codec))
    if damaged > 0:
        flaws.append(Flaw("damaged", f"{damaged} invalid byte(s) were replaced by U+FFFD; fetch the page again"))
    return text, flaws


def _is_arabic(text: str) -> bool:
    sample = text[:_SAMPLE]
    return 2 * len(_ARABIC.findall(sample)) > len(_BEYOND_ASCII.findall(sample))


# Browsers read the five bytes that windows-1252 leaves open as the control characters of the same number.
_WINDOWS_1252 = {ord(bytes([byte]).decode("cp1252", "ignore") or chr(byte)): byte for byte in range(0x80, 0xA0)}


def _undo_misreading(line: str) -> str:
    if line.isascii():
        return line
    for codec, misread in (("latin-1", line.translate(_WINDOWS_1252)), ("cp1256", line)):
        try:
            restored = misread.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
        if len(_ARABIC.findall(restored)) >= 3 and _is_arabic(restored):
            return restored
    return line
