"""Who passed a statement on: outlets named with the cue."""

from __future__ import annotations

from typing import NamedTuple

from marsad.extract.reading import Reading
from marsad.model.annotation import Relay
from marsad.text.morphology import splits, without_pronoun
from marsad.text.normalize import fold
from marsad.text.segment import QUOTE_MARKS, Kind

_LAM, _ARTICLE = "\u0644", "\u0627\u0644"
_SITE = "\u0645\u0648\u0642\u0639"  # mawqiʿ
_LONGEST_SIGN = 7  # words of a line of the page that names who publishes it
_LONGEST = 4  # words of an outlet's name that no list knows, its head among them


class _Named(NamedTuple):
    """An outlet in tokens ``[first, last)``, known to the lists by its id."""

    first: int
    last: int
    prefix: str
    outlet_id: str | None


def channels(reading: Reading, first: int, last: int) -> list[Relay]:
    """Return the outlets named in tokens ``[first, last)``, in order; the publishing outlet itself is none."""
    found: list[Relay] = []
    at = first
    while at < last:
        named = (
            _known(reading, at, last)
            or _unlisted(reading, at, last)
            or _addressed(reading, at, last)
            or _referred(reading, at)
            or _site(reading, at, last)
        )
        if named and not _own(reading, named) and not (found and _explains(reading, named)):
            found.append(Relay(reading.bare_evidence(named.first, named.last, named.prefix), named.outlet_id))
        at = named.last if named else at + 1
    return found


def _known(reading: Reading, at: int, last: int) -> _Named | None:
    hit = reading.outlet_at(at, last)
    if hit is None or _describes(reading, hit.first, hit.last, hit.prefix):
        return None
    return _Named(hit.first, hit.last, hit.prefix, hit.value.id)


def _describes(reading: Reading, first: int, last: int, prefix: str) -> bool:
    """Tell whether a name of several words is a description, unless one speaks to it (لشؤون الشرق الأوسط)."""
    if last - first == 1 or prefix.endswith(_LAM) or reading.quote_depth[first] or reading.form(first - 1) == "(":
        return False
    led = first > 0 and any(s.rest in reading.knowledge.outlet_heads for s in splits(reading.form(first - 1)))
    return not led and all(reading.form(at).startswith(_ARTICLE) for at in range(first, last))


def _unlisted(reading: Reading, at: int, last: int) -> _Named | None:
    """Return the outlet that a head of media names (لشبكة الفرات الإخبارية), where no list knows the name."""
    knowledge = reading.knowledge
    split = next((s for s in splits(reading.form(at)) if s.rest in knowledge.outlet_heads), None)
    if split is None or at + 1 >= last or (at > 0 and reading.form(at - 1) in knowledge.grammar.received):
        return None
    begin = at + 1
    while begin < last and reading.form(begin) in QUOTE_MARKS:
        begin += 1
    known = _known(reading, begin, last) if begin < last else None
    if known:
        return known._replace(first=at, prefix=split.prefix)
    end = min(reading.noun_phrase_end(at, last), _name_end(reading, begin, last))
    form = reading.form(begin)
    if end <= begin or knowledge.no_outlets.has(form) or knowledge.speakers.get(form) == "person":
        return None
    return _Named(at, end, split.prefix, None)


def _referred(reading: Reading, at: int) -> _Named | None:
    """Return a head of media alone (بحسب الشبكة) that goes back to an outlet named before (شبكة الفرات)."""
    form, knowledge = reading.form(at), reading.knowledge
    head = form.removeprefix(_ARTICLE)
    if head == form or head not in knowledge.outlet_heads or at == 0:
        return None
    phrases = knowledge.cues.phrases.at(reading.tokens, at - 1, at)
    if not any(hit.last == at and hit.value.frame == "according_to" for hit in phrases):
        return None
    named = (k for k in range(at - 1) if reading.form(k) == head)
    return _Named(at, at + 1, "", None) if any(_unlisted(reading, k, at) for k in named) else None


def _addressed(reading: Reading, at: int, last: int) -> _Named | None:
    """Return the outlet in marks or brackets to which somebody spoke (لـ«عكاظ», لـ(المدى))."""
    if reading.form(at) != _LAM or at + 2 >= last:
        return None
    if reading.form(at + 1) == "(":
        end = next((k for k in range(at + 2, min(at + 3 + _LONGEST, last)) if reading.form(k) == ")"), at)
    else:
        passage = next((p for p in reading.text.quoted if p.first == at + 2 and p.closed), None)
        end = passage.last if passage and passage.last - passage.first <= _LONGEST and passage.last <= last else at
    if end <= at + 2:
        return None
    known = _known(reading, at + 2, end)
    hits = reading.knowledge.outlets.index.at(reading.tokens, at + 2, end)
    return _Named(at + 2, end, "", known.outlet_id if known else hits[0].value.id if hits else None)


def _name_end(reading: Reading, begin: int, last: int) -> int:
    """Return where a name ends that is quoted or, but for its first word, goes on with adjectives of ال."""
    if reading.form(begin - 1) in QUOTE_MARKS:
        passage = next((p for p in reading.text.quoted if p.first == begin), None)
        return passage.last if passage else begin
    end = begin + 1
    while end < min(last, begin + _LONGEST) and reading.tokens[end].kind is Kind.WORD:
        if not reading.form(end).startswith(_ARTICLE) and end > begin + 1:
            break
        end += 1
    return end


def _site(reading: Reading, at: int, last: int) -> _Named | None:
    """Return a site of the source's own (على موقعه الإلكتروني, على موقعه على الإنترنت)."""
    stems = (stem for stem, _ in without_pronoun(reading.form(at)))
    if _SITE not in stems or not reading.after_preposition(at):
        return None
    end = at + 1
    while end < last and (reading.form(end).startswith(_ARTICLE) or reading.is_preposition(end)):
        end += 1
    while reading.is_preposition(end - 1):
        end -= 1
    return _Named(at, end, "", None)


def _own(reading: Reading, named: _Named) -> bool:
    """Tell whether the outlet publishes the page: its id says so, or a short line of the page names it."""
    if named.outlet_id is not None and named.outlet_id == reading.document.source_id:
        return True
    words = [reading.form(at) for at in range(named.first, named.last)]
    words[0] = words[0].removeprefix(named.prefix)
    names = tuple(" ".join(words[at:]) for at in (0, 1) if len(words) - at > 1)  # with its head and without
    signs = (fold(piece.text) for piece in reading.document.removed if piece.text.count(" ") < _LONGEST_SIGN)
    return any(name in sign for sign in signs for name in names)


def _explains(reading: Reading, named: _Named) -> bool:
    """Tell whether the name stands in brackets behind another, as its short form: وكالة الأنباء الألمانية (د ب أ)."""
    return named.first > 0 and reading.form(named.first - 1) == "("
