"""Whom a phrase names: its kind, whether a list knows it, its gender."""

from __future__ import annotations

from typing import NamedTuple

from marsad.extract.quotations.relays import channels
from marsad.extract.reading import Reading
from marsad.model.annotation import SourceKind
from marsad.model.span import Evidence
from marsad.text.morphology import splits
from marsad.text.normalize import fold
from marsad.text.segment import QUOTE_MARKS

_LAM = "\u0644"
_FEMININE = ("\u0629", "\u0627\u062a")  # tāʾ marbūṭa, -āt
_ARTICLE = "\u0627\u0644"  # al-
_HUMANS = ("\u0648\u0646", "\u064a\u0646")  # -ūn, -īn
_ONE = frozenset(
    map(fold, ("\u0645\u0635\u062f\u0631", "\u062a\u0642\u0631\u064a\u0631", "\u0634\u0627\u0647\u062f"))
)  # a source, a report, a witness
_KINDS: dict[str, SourceKind] = {
    "person": "person",
    "anonymous": "anonymous",
    "collective": "collective",
    "institution": "institution",
    "media": "media",
}
_BY_ACTOR: dict[str, SourceKind] = {"media": "media", "office": "person", "community": "collective"}


class Voice(NamedTuple):
    """A source in tokens ``[first, last)``: its kind, whether a list knows its head, and the head's gender."""

    evidence: Evidence
    kind: SourceKind
    first: int
    last: int
    known: bool
    feminine: bool
    singular: bool


def same_source(one: Voice, other: Voice) -> bool:
    """Tell whether two phrases name one source: the words of the shorter stand in the longer (المصدر, مصدر أمني)."""
    if one == other:
        return True
    shorter, longer = sorted(map(_words, (one, other)), key=len)
    return bool(shorter) and shorter <= longer


def _words(voice: Voice) -> set[str]:
    return {fold(word).removeprefix(_ARTICLE) for word in voice.evidence.quote.split()} - {""}


def kind_of_head(reading: Reading, at: int) -> str | None:
    """Return the kind of source that the word at ``at`` heads (``lexicon/speakers.yaml``), else ``None``."""
    speakers = reading.knowledge.speakers
    for split in splits(reading.form(at)):
        if split.rest in speakers:
            return speakers[split.rest]
    return None


def titled(reading: Reading, voice: Voice) -> bool:
    """Tell whether a person's title stands behind a name (بدر باسلمة وزير النقل)."""
    return any(kind_of_head(reading, at) == "person" for at in range(voice.first + 1, voice.last))


def heads_source(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether the name of somebody known can begin with this word."""
    knowledge = reading.knowledge
    return bool(
        kind_of_head(reading, at)
        or knowledge.actors.index.at(reading.tokens, at, limit)
        or knowledge.gazetteer.index.at(reading.tokens, at, limit)
        or reading.outlet_at(at, limit)
    )


def names_beside_titles(reading: Reading) -> frozenset[str]:
    """Return the words that stand after a person's title anywhere in the text and that no list knows: names."""
    found: set[str] = set()
    for at in range(len(reading.tokens)):
        if kind_of_head(reading, at) == "person":
            end = reading.noun_phrase_end(at, len(reading.tokens), longest=7)
            found.update(reading.form(k) for k in range(at + 1, end) if _unknown(reading, k) or _family(reading, k))
    return frozenset(found)


def _family(reading: Reading, at: int) -> bool:
    """Tell whether a word that ends as a plural does is a family's name: behind a given name (ديفيد كاميرون)."""
    form, before = reading.form(at), reading.form(at - 1)
    if not form.endswith(_HUMANS) or form.startswith(_ARTICLE) or before.startswith(_ARTICLE):
        return False
    return _unknown(reading, at - 1) and not heads_source(reading, at, at + 1)


def voice_of(reading: Reading, first: int, last: int) -> Voice:
    """Make a voice of a noun phrase, with the kind that its head and the actors' file give it."""
    last = _without_stray_mark(reading, first, last)
    head = first
    while head < last - 1 and reading.form(head) in QUOTE_MARKS:
        head += 1
    kind, known = _kind(reading, head, last)
    evidence = reading.bare_evidence(head, last, prefix_of(reading, head))
    word = evidence.quote.split()[0] if evidence.quote else ""
    singular = kind_of_head(reading, head) == "anonymous_unless_named" or fold(word).removeprefix(_ARTICLE) in _ONE
    return Voice(evidence, kind, first, last, known, word.endswith(_FEMININE), singular)


def _without_stray_mark(reading: Reading, first: int, last: int) -> int:
    """Cut a quotation mark at the end whose partner is not in the phrase."""
    while first < last - 1 and reading.form(first) in QUOTE_MARKS:
        first += 1
    marks = sum(reading.form(at) in QUOTE_MARKS for at in range(first, last))
    return last - 1 if marks % 2 and reading.form(last - 1) in QUOTE_MARKS else last


def prefix_of(reading: Reading, first: int) -> str:
    """Return the particles attached to a head that is known without them (``لوزارة``)."""
    knowledge = reading.knowledge
    for split in splits(reading.form(first)):
        if split.rest in knowledge.speakers:
            return split.prefix
    hits = knowledge.actors.index.at(reading.tokens, first, len(reading.tokens))
    if hits:
        return hits[0].prefix
    return _LAM if reading.form(first).startswith(_LAM * 2) else ""  # no name begins with two (للخزرجي)


def _kind(reading: Reading, first: int, last: int) -> tuple[SourceKind, bool]:
    """Return the kind of source and whether any list knows the phrase."""
    head = kind_of_head(reading, first)
    if head == "anonymous_unless_named":
        return ("person" if _has_name(reading, first, last) else "anonymous"), True
    if head == "media" and first + 1 < last and reading.knowledge.no_outlets.has(reading.form(first + 1)):
        return "institution", True  # وكالة الاستخبارات
    if head in _KINDS:
        outlet = reading.outlet_at(first, last) if head == "institution" else None
        return ("media" if outlet else _KINDS[head]), True
    if reading.form(first) in reading.knowledge.grammar.demonstratives and first + 1 < last:
        return _kind(reading, first + 1, last)
    actors = reading.knowledge.actors.index.at(reading.tokens, first, last)
    if actors:
        return _BY_ACTOR.get(actors[0].value[0].kind, "institution"), True
    if any(kind_of_head(reading, at) == "person" for at in range(first + 1, last)):
        return "person", True
    outlets = channels(reading, first, last)
    if outlets and outlets[0].evidence.start < reading.tokens[first].end:
        return "media", True
    if reading.knowledge.gazetteer.index.at(reading.tokens, first, last):
        return "institution", True
    return "person", False


def _has_name(reading: Reading, first: int, last: int) -> bool:
    """Tell whether two words that no list knows (a personal name) stand at the end of the phrase."""
    tail = range(max(first + 1, last - 2), last)
    return last - first >= 3 and all(_unknown(reading, at) for at in tail)


def _unknown(reading: Reading, at: int) -> bool:
    form, knowledge = reading.form(at), reading.knowledge
    return (
        not form.endswith(("يه", "ين", "ون"))
        and form not in knowledge.gazetteer.demonyms
        and form.removeprefix("ال") not in knowledge.gazetteer.demonyms
        and kind_of_head(reading, at) is None
        and form not in knowledge.grammar.phrase_stops
        and not knowledge.gazetteer.index.at(reading.tokens, at, at + 1)
    )
