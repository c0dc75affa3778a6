"""Characters: what pages leave between the letters is mended, the words stay as they were written.

Tatweel and vowel signs are kept: folding deals with them (:mod:`marsad.text.normalize`).
"""

from __future__ import annotations

import html
import re
import unicodedata

_ENTITY = re.compile(
    r"&(?:amp;)*(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,7});|(?<![&0-9A-Za-z])(#(?:8\d{3}|0?39|34|160));"
)
_FORM = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_BREAK = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_DROPPED = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACES = re.compile("[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINE_ENDS = re.compile(" ?\n ?")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EMBEDDINGS = frozenset("\u202a\u202b\u202d\u202e")
_CLOSES_EMBEDDING, _CLOSES_ISOLATE = "\u202c", "\u2069"


def clean_text(text: str) -> str:
    """Return ``text`` with its characters mended: lines end in a line feed and hold single spaces between words.

    Mended are rests of HTML entities (``&#8220;``, ``#8220;``), presentation forms (to letters), odd spaces and breaks,
    control characters, byte-order marks, soft hyphens, lone surrogates (to U+FFFD) and bidi controls that are not
    balanced within their line.
    """
    text = _ENTITY.sub(_entity, text)
    text = _LONE_SURROGATE.sub("\ufffd", text)
    text = _FORM.sub(_letters, text)
    text = _BREAK.sub("\n", text)
    text = _DROPPED.sub("", text)
    if _BIDI.search(text):
        text = "\n".join(map(_drop_stray_bidi, text.split("\n")))
    text = _SPACES.sub(" ", text)
    return _LINE_ENDS.sub("\n", text).strip(" ")


def one_line(text: str) -> str:
    """Return ``text`` cleaned and on one line, as titles, names and addresses are kept."""
    return " ".join(clean_text(text).split())


def _entity(match: re.Match[str]) -> str:
    return html.unescape(f"&{match[1] or match[2]};")


def _letters(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0]).strip()


def _drop_stray_bidi(line: str) -> str:
    """Drop the embeddings, overrides and isolates of one line that are never closed, and the closers of none."""
    opened: list[int] = []
    stray: set[int] = set()
    for match in _BIDI.finditer(line):
        at, mark = match.start(), match[0]
        if mark == _CLOSES_EMBEDDING:
            if opened and line[opened[-1]] in _EMBEDDINGS:
                opened.pop()
            else:
                stray.add(at)
        elif mark == _CLOSES_ISOLATE:
            isolate = next((k for k in range(len(opened) - 1, -1, -1) if line[opened[k]] not in _EMBEDDINGS), None)
            if isolate is None:
                stray.add(at)
            else:
                stray.update(opened[isolate + 1 :])
                del opened[isolate:]
        else:
            opened.append(at)
    stray.update(opened)
    return "".join(char for at, char in enumerate(line) if at not in stray) if stray else line
