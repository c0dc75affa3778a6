"""Who speaks: the noun phrase at the cue, or, where there is none, an earlier source."""

from __future__ import annotations

from typing import NamedTuple

from marsad.extract.quotations.cues import CueHit
from marsad.extract.quotations.relays import channels
from marsad.extract.reading import Reading
from marsad.model.annotation import SourceKind
from marsad.model.span import Evidence
from marsad.text.morphology import splits
from marsad.text.normalize import fold
from marsad.text.segment import QUOTE_MARKS, Kind

_LAM = "\u0644"
_FEMININE = ("\u0629", "\u0627\u062a")  # tāʾ marbūṭa, -āt
_ARTICLE = "\u0627\u0644"  # al-
_JOINED = "\u0648\u0628\u0644"  # wa-, bi- and li- begin what may belong to the name
_FEMININE_FOLDED = "\u0647"  # tāʾ marbūṭa as folding leaves it
_FEMININE_NISBA = "\u064a\u0647"  # -iyya, folded
_LONGEST = 22  # words of a source with its titles


class Voice(NamedTuple):
    """A source in tokens ``[first, last)``: its kind, whether a list knows its head, and the head's gender."""

    evidence: Evidence
    kind: SourceKind
    first: int
    last: int
    known: bool
    feminine: bool


def source_after(reading: Reading, first: int, limit: int) -> Voice | None:
    """Return the source whose noun phrase begins at or soon after token ``first`` and ends by ``limit``.

    Adverbs and prepositional phrases of the occasion before it are stepped over (``قال في بيان أمس وزير …``).
    """
    begin, stepped = _step_over(reading, first, limit)
    if begin >= limit:
        return None
    end = _source_end(reading, begin, limit)
    if end <= begin:
        return None
    voice = _voice(reading, begin, end)
    return None if stepped and not voice.known else voice


def same_source(one: Voice, other: Voice) -> bool:
    """Tell whether two phrases name one source: the words of the shorter stand in the longer (المصدر, مصدر أمني)."""
    if one == other:
        return True
    shorter, longer = sorted(map(_words, (one, other)), key=len)
    return bool(shorter) and shorter <= longer


def _words(voice: Voice) -> set[str]:
    return {fold(word).removeprefix(_ARTICLE) for word in voice.evidence.quote.split()} - {""}


def mute_subject(reading: Reading, first: int, limit: int) -> bool:
    """Tell whether the subject after a speech verb is a thing that cannot speak (يؤكد الحادث أن)."""
    begin, _ = _step_over(reading, first, limit)
    return begin < limit and reading.knowledge.not_speakers.has(reading.form(begin))


def source_before(reading: Reading, cue: CueHit, begin: int) -> Voice | None:
    """Return the source that stands before its verb (``الشرطة، من جانبها، ذكرت``), or ``None``."""
    end = cue.first
    while end > begin and (reading.clause_mark(end - 1) or _turn_word_ends(reading, begin, end)):
        end -= _turn_word_ends(reading, begin, end) or 1
    start = end
    while start > begin and reading.tokens[start - 1].kind is Kind.WORD and not reading.ends_phrase(start - 1):
        start -= 1
    if start == end or (start > begin and reading.form(start - 1) in reading.knowledge.grammar.prepositions):
        return None
    voice = _voice(reading, start, end)
    return voice if voice.known else None


def kind_of_head(reading: Reading, at: int) -> str | None:
    """Return the kind of source that the word at ``at`` heads (``lexicon/speakers.yaml``), else ``None``."""
    speakers = reading.knowledge.speakers
    for split in splits(reading.form(at)):
        if split.rest in speakers:
            return speakers[split.rest]
    return None


def names_source(reading: Reading, cue: CueHit, limit: int) -> bool:
    """Tell whether somebody known stands right after the cue (بحسب المصدر), and not a thing (وفق أحكام المادة)."""
    voice = source_after(reading, cue.last, limit)
    return voice is not None and voice.known and voice.first == cue.last


def names_beside_titles(reading: Reading) -> frozenset[str]:
    """Return the words that stand after a person's title anywhere in the text and that no list knows: names."""
    found: set[str] = set()
    for at in range(len(reading.tokens)):
        if kind_of_head(reading, at) == "person":
            end = reading.noun_phrase_end(at, len(reading.tokens), longest=7)
            found.update(reading.form(k) for k in range(at + 1, end) if _unknown(reading, k))
    return frozenset(found)


def _turn_word_ends(reading: Reading, begin: int, end: int) -> int:
    """Return how many tokens a turn word (من جانبها) that ends at ``end`` has, 0 where none does."""
    turn_words = reading.knowledge.grammar.turn_words
    for size in (1, 2, 3):
        if end - size >= begin and any(h.last == end for h in turn_words.at(reading.tokens, end - size, end)):
            return size
    return 0


def _step_over(reading: Reading, first: int, limit: int) -> tuple[int, bool]:
    at, stepped = first, False
    grammar = reading.knowledge.grammar
    while at < limit:
        turn = grammar.turn_words.at(reading.tokens, at, limit)
        if turn:
            at = turn[0].last
        elif reading.clause_mark(at):
            at += 1
        elif reading.form(at) in grammar.prepositions:
            at, stepped = max(at + 1, reading.noun_phrase_end(at + 1, limit, longest=4)), True
        elif reading.form(at) in grammar.phrase_stops:
            at += 1
        else:
            break
    return at, stepped


def _source_end(reading: Reading, begin: int, limit: int) -> int:
    at = begin
    while at < limit and at - begin < _LONGEST:
        token = reading.tokens[at]
        if token.form in QUOTE_MARKS:
            at += 1
        elif token.form == "(":
            at = _close_bracket(reading, at, limit)
        elif reading.clause_mark(at):
            if not _apposition_follows(reading, at + 1, limit):
                break
            at += 1
        elif at > begin and _is_channel(reading, at, limit):
            break
        elif token.kind is Kind.WORD and at > begin and reading.ends_phrase(at):
            if not _goes_on(reading, at, limit):
                break
            at += 2
        elif token.kind is Kind.MARK or _object_begins(reading, begin, at):
            break
        else:
            at += 1
    while at > begin and (
        reading.clause_mark(at - 1) or (reading.form(at - 1) in ("(", ")") and _unbalanced(reading, begin, at))
    ):
        at -= 1
    return at


def _object_begins(reading: Reading, begin: int, at: int) -> bool:
    """Tell whether the verb's object begins here (ضبطت الأجهزة الأمنية | شبكة): the name cannot go on with this word.

    After a feminine adjective (الأمنية) only another can follow in the name of an institution.
    """
    if at == begin or kind_of_head(reading, begin) not in ("institution", "collective"):
        return False
    before, form = reading.form(at - 1), reading.form(at)
    if not (before.startswith(_ARTICLE) and before.endswith(_FEMININE_NISBA)):
        return False
    agrees = form.startswith(_ARTICLE) and form.endswith(_FEMININE_FOLDED)
    return not agrees and form[0] not in _JOINED and not reading.knowledge.actors.index.at(reading.tokens, at, at + 1)


def _is_channel(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether an outlet to which the source spoke stands here (لرويترز)."""
    hit = reading.outlet_at(at, limit)
    return hit is not None and hit.prefix.endswith(_LAM)


def _unbalanced(reading: Reading, begin: int, end: int) -> bool:
    forms = [reading.form(k) for k in range(begin, end)]
    return forms.count("(") != forms.count(")")


def _close_bracket(reading: Reading, at: int, limit: int) -> int:
    for end in range(at + 1, min(at + 6, limit)):
        if reading.form(end) == ")":
            return end + 1
    return limit


def _goes_on(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether a preposition at ``at`` belongs to the name: باسم, or one before an institution or a place."""
    grammar = reading.knowledge.grammar
    if reading.form(at) not in grammar.name_prepositions or at + 1 >= limit:
        return False
    if grammar.occasions.has(reading.form(at + 1)):
        return False
    if kind_of_head(reading, at + 1) in ("institution", "media", "collective"):
        return True
    knowledge = reading.knowledge
    return bool(
        knowledge.actors.index.at(reading.tokens, at + 1, limit)
        or knowledge.gazetteer.index.at(reading.tokens, at + 1, limit)
        or any(s.rest in knowledge.gazetteer.words.generic for s in splits(reading.form(at + 1)))
        or knowledge.gazetteer.words.directions.has(reading.form(at + 1))
    )


def _apposition_follows(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether a title or a name, set off by commas, stands at ``at`` (``وزير الخارجية العراقي، فؤاد حسين، …``)."""
    if at >= limit or reading.tokens[at].kind is not Kind.WORD or reading.ends_phrase(at):
        return False
    if kind_of_head(reading, at) in ("person", "anonymous_unless_named"):
        return True
    if reading.form(at)[0] in "وف" or reading.knowledge.cues.verbs.keys() & {r.lemma for r in reading.verb(at)}:
        return False
    end = reading.noun_phrase_end(at, limit, longest=5)
    return 2 <= end - at <= 4 and (end == limit or reading.clause_mark(end))


def _voice(reading: Reading, first: int, last: int) -> Voice:
    """Make a voice of a noun phrase, with the kind that its head and the actors' file give it."""
    kind, known = _kind(reading, first, last)
    evidence = reading.bare_evidence(first, last, _prefix_of(reading, first))
    head = evidence.quote.split()[0] if evidence.quote else ""
    feminine = head.endswith(_FEMININE)
    return Voice(evidence, kind, first, last, known, feminine)


def _prefix_of(reading: Reading, first: int) -> str:
    """Return the particles attached to a head that is known without them (``لوزارة``)."""
    knowledge = reading.knowledge
    for split in splits(reading.form(first)):
        if split.rest in knowledge.speakers:
            return split.prefix
    hits = knowledge.actors.index.at(reading.tokens, first, len(reading.tokens))
    if hits:
        return hits[0].prefix
    return _LAM if reading.form(first).startswith(_LAM * 2) else ""  # no name begins with two (للخزرجي)


_KINDS: dict[str, SourceKind] = {
    "person": "person",
    "anonymous": "anonymous",
    "collective": "collective",
    "institution": "institution",
    "media": "media",
}
_BY_ACTOR: dict[str, SourceKind] = {"media": "media", "office": "person", "community": "collective"}


def _kind(reading: Reading, first: int, last: int) -> tuple[SourceKind, bool]:
    """Return the kind of source and whether any list knows the phrase."""
    head = kind_of_head(reading, first)
    if head == "anonymous_unless_named":
        return ("person" if _has_name(reading, first, last) else "anonymous"), True
    if head in _KINDS:
        return _KINDS[head], True
    actors = reading.knowledge.actors.index.at(reading.tokens, first, last)
    if actors:
        return _BY_ACTOR.get(actors[0].value[0].kind, "institution"), True
    if channels(reading, first, last):
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
