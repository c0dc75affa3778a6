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

_LAM, _WA, _FA = "\u0644", "\u0648", "\u0641"
_FEMININE = ("\u0629", "\u0627\u062a")  # tāʾ marbūṭa, -āt
_ALEF = "\u0627"
_ARTICLE = "\u0627\u0644"  # al-
_JOINED = "\u0648\u0628\u0644"  # wa-, bi- and li- begin what may belong to the name
_FEMININE_FOLDED = "\u0647"  # tāʾ marbūṭa as folding leaves it
_FEMININE_NISBA = "\u064a\u0647"  # -iyya, folded
_EACH = "\u0643\u0644"
_ON, _MIN = "\u0639\u0644\u064a", "\u0645\u0646"
_PARTICLES = ("\u0628", "\u0644", "\u0643")
_ONE = frozenset(
    map(fold, ("\u0645\u0635\u062f\u0631", "\u062a\u0642\u0631\u064a\u0631", "\u0634\u0627\u0647\u062f"))
)  # a source, a report, a witness
_LONGEST = 22  # words of a source with its titles


class Voice(NamedTuple):
    """A source in tokens ``[first, last)``: its kind, whether a list knows its head, and the head's gender."""

    evidence: Evidence
    kind: SourceKind
    first: int
    last: int
    known: bool
    feminine: bool
    singular: bool


def source_after(reading: Reading, first: int, limit: int) -> Voice | None:
    """Return the source whose noun phrase begins at or soon after token ``first`` and ends by ``limit``.

    Adverbs and prepositional phrases of the occasion before it are stepped over (``قال في بيان أمس وزير …``).
    """
    begin, stepped = _step_over(reading, first, limit)
    if begin + 2 < limit and reading.form(begin) == _EACH and reading.form(begin + 1) == _MIN:
        begin += 2  # قال كل من فلان وفلان
    if begin >= limit:
        return None
    end = _source_end(reading, begin, limit)
    if not any(reading.tokens[at].kind is Kind.WORD for at in range(begin, end)):
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


def source_before(reading: Reading, cue: CueHit, begin: int, names: frozenset[str] = frozenset()) -> Voice | None:
    """Return the source that stands before its verb (``الشرطة، من جانبها، ذكرت``), or ``None``."""
    end = cue.first
    if end > begin and reading.form(end - 1) in reading.knowledge.grammar.openings:
        end -= 1  # وكان المصدر قد كشف
    while end > begin and (reading.clause_mark(end - 1) or _turn_word_ends(reading, begin, end)):
        end -= _turn_word_ends(reading, begin, end) or 1
    return _phrase_up_to(reading, begin, end, names) or _long_phrase_up_to(reading, begin, end)


def _long_phrase_up_to(reading: Reading, begin: int, end: int) -> Voice | None:
    """Return the source whose name, with apposition and place, ends at ``end`` (مراسلة القناة في إسطنبول، فلانة)."""
    for at in range(max(begin, end - _LONGEST), end - 1):
        clause_begins = (
            at == begin
            or reading.clause_mark(at - 1)
            or reading.form(at - 1) in reading.knowledge.grammar.subject_openings
        )
        titled_here = kind_of_head(reading, at) and _prefix_of(reading, at)[-1:] not in _PARTICLES
        if clause_begins and titled_here and _source_end(reading, at, end) == end:
            return _voice(reading, at, end)
    return None


def _phrase_up_to(reading: Reading, begin: int, end: int, names: frozenset[str]) -> Voice | None:
    start = end
    while start > begin and reading.tokens[start - 1].kind is Kind.WORD and not reading.ends_phrase(start - 1):
        start -= 1
    if start - begin >= 2 and reading.form(start - 1) == _MIN and kind_of_head(reading, start - 2):
        start -= 2  # عدد من الدول
    start = next((at for at in range(end - 1, start, -1) if _joined_head(reading, at)), start)
    if (
        start == end
        or (start > begin and reading.is_preposition(start - 1))
        or _prefix_of(reading, start)[-1:] in _PARTICLES
    ):
        return None
    end = next((at for at in range(start + 1, end) if _occasion_object(reading, at)), end)
    voice = _voice(reading, start, end)
    familiar = (voice.known and not _place_in_phrase(reading, start, end)) or reading.form(start) in names
    return voice if familiar else None


def _joined_head(reading: Reading, at: int) -> bool:
    """Tell whether a new subject begins with this word: ف or و with a head (كبير فالتقارير تشير)."""
    form, speakers = reading.form(at), reading.knowledge.speakers
    return form[0] == _FA and form not in speakers and form[1:] in speakers


def heads_source(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether the name of somebody known can begin with this word."""
    knowledge = reading.knowledge
    return bool(
        kind_of_head(reading, at)
        or knowledge.actors.index.at(reading.tokens, at, limit)
        or knowledge.gazetteer.index.at(reading.tokens, at, limit)
        or reading.outlet_at(at, limit)
    )


def _place_in_phrase(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the phrase is known only for a place that it begins with (شهدت المدينة مظاهرة | طالبت)."""
    knowledge = reading.knowledge
    if kind_of_head(reading, start) or knowledge.actors.index.at(reading.tokens, start, end):
        return False
    places = knowledge.gazetteer.index.at(reading.tokens, start, end)
    return bool(places) and places[0].last < end


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
        elif reading.is_preposition(at):
            at, stepped = _occasion_end(reading, at + 1, limit), True
        elif reading.form(at) in grammar.days:
            at += 1 + (at + 1 < limit and grammar.past_days.has(reading.form(at + 1)))
        elif reading.form(at) in grammar.phrase_stops and not reading.names_ali(at):
            at += 1
        else:
            break
    return at, stepped


def _occasion_end(reading: Reading, first: int, limit: int) -> int:
    """Return where the noun phrase after a preposition ends: before a titled person (في مؤتمر صحفي | وزير الداخلية)."""
    end = max(first, reading.noun_phrase_end(first, limit, longest=4))
    return next((at for at in range(first + 2, end) if kind_of_head(reading, at) == "person"), end)


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
        elif at > begin and (_is_channel(reading, at, limit) or _name_is_whole(reading, begin, at)):
            break
        elif at > begin and _given_name(reading, begin, at, limit):
            at += 2
        elif token.kind is Kind.WORD and at > begin and reading.ends_phrase(at):
            if not _goes_on(reading, at, limit):
                break
            at += 2
        elif (
            (at > begin and _occasion_object(reading, at))
            or token.kind is Kind.MARK
            or _day_ends_name(reading, begin, at)
            or _object_begins(reading, begin, at)
        ):
            break
        else:
            at += 1
    while at > begin and (
        reading.clause_mark(at - 1) or (reading.form(at - 1) in ("(", ")") and _unbalanced(reading, begin, at))
    ):
        at -= 1
    return at


def _given_name(reading: Reading, begin: int, at: int, limit: int) -> bool:
    """Tell whether a name that is also a word of time or place stands here behind a title (المتحدث صباح النعمان)."""
    grammar = reading.knowledge.grammar
    if reading.form(at) not in grammar.names_like_stops or kind_of_head(reading, begin) != "person" or at + 1 >= limit:
        return False
    family = reading.form(at + 1)
    return family.startswith(_ARTICLE) and family not in grammar.days and family not in grammar.phrase_stops


def _day_ends_name(reading: Reading, begin: int, at: int) -> bool:
    """Tell whether a day stands here that is no part of a title (قال النائب | الخميس, but خطيب الجمعة)."""
    if at == begin or reading.form(at) not in reading.knowledge.grammar.days:
        return False
    return reading.form(at - 1).startswith(_ARTICLE) or kind_of_head(reading, at - 1) is None


def _name_is_whole(reading: Reading, begin: int, at: int) -> bool:
    """Tell whether a known name ends here and no adjective follows (الولايات المتحدة | جميع الأطراف)."""
    knowledge = reading.knowledge
    hits = knowledge.actors.index.at(reading.tokens, begin, at)
    places = knowledge.gazetteer.index.at(reading.tokens, begin, at)
    named = any(h.last == at and h.value[0].kind != "office" for h in hits)
    named = named or any(h.last == at and h.value.kind == "country" for h in places)
    head, form = kind_of_head(reading, begin), reading.form(at)
    if form.startswith(_ARTICLE) and kind_of_head(reading, at) in ("institution", "collective"):
        ends = (
            knowledge.gazetteer.index.at(reading.tokens, at - 1, at),
            knowledge.actors.index.at(reading.tokens, begin, at),
        )
        return any(h.last == at for hits in ends for h in hits)  # مجلس محافظة الأنبار | الحكومة
    if not named or not (head is None or (head == "institution" and at > begin + 1)):
        return False
    return reading.tokens[at].kind is Kind.WORD and form[0] not in _JOINED and not form.startswith(_ARTICLE)


def _occasion_object(reading: Reading, at: int) -> bool:
    """Tell whether what somebody issued begins here, in the accusative (وكالة أعماق | بيانا)."""
    form = reading.form(at)
    return form.endswith(_ALEF) and form.removesuffix(_ALEF) in reading.knowledge.grammar.occasions


def _object_begins(reading: Reading, begin: int, at: int) -> bool:
    """Tell whether the verb's object begins here (ضبطت الأجهزة الأمنية | شبكة): the name cannot go on with this word.

    After a feminine adjective (الأمنية) only another can follow in the name of an institution.
    """
    if at == begin or kind_of_head(reading, begin) not in ("institution", "collective"):
        return False
    before, form = reading.form(at - 1), reading.form(at)
    if at == begin + 1 and before.startswith(_ARTICLE) and form.startswith(_ARTICLE):
        feminine = reading.evidence(begin, begin + 1).quote.endswith(_FEMININE)
        return feminine != form.endswith(_FEMININE_FOLDED) and not reading.knowledge.actors.index.at(
            reading.tokens, begin, at + 1
        )
    if not (before.startswith(_ARTICLE) and before.endswith(_FEMININE_NISBA)):
        return False
    agrees = form.startswith(_ARTICLE) and form.endswith(_FEMININE_FOLDED)
    return not agrees and form[0] not in _JOINED and not reading.knowledge.actors.index.at(reading.tokens, at, at + 1)


def _is_channel(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether an outlet to which the source spoke stands here (لرويترز)."""
    hit = reading.outlet_at(at, limit)
    if hit is not None and hit.prefix.endswith(_LAM):
        return True
    form = reading.form(at)
    return form[0] == _LAM and reading.knowledge.speakers.get(form[1:]) == "media"


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
    if kind_of_head(reading, at + 1) == "media" and reading.form(at) == _ON:
        return False
    if kind_of_head(reading, at + 1) in ("institution", "media", "collective", "anonymous_unless_named"):
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
    form = reading.form(at)
    if form[0] == _WA or reading.knowledge.cues.verbs.keys() & {r.lemma for r in reading.verb(at)}:
        return False
    if form[0] == _FA and any(r.finite for r in reading.verb(at)):
        return False
    end = reading.noun_phrase_end(at, limit, longest=5)
    return 2 <= end - at <= 4 and (end == limit or reading.clause_mark(end))


def _voice(reading: Reading, first: int, last: int) -> Voice:
    """Make a voice of a noun phrase, with the kind that its head and the actors' file give it."""
    last = _without_stray_mark(reading, first, last)
    head = first
    while head < last - 1 and reading.form(head) in QUOTE_MARKS:
        head += 1
    kind, known = _kind(reading, head, last)
    evidence = reading.bare_evidence(head, last, _prefix_of(reading, head))
    word = evidence.quote.split()[0] if evidence.quote else ""
    singular = kind_of_head(reading, head) == "anonymous_unless_named" or fold(word).removeprefix(_ARTICLE) in _ONE
    return Voice(evidence, kind, first, last, known, word.endswith(_FEMININE), singular)


def _without_stray_mark(reading: Reading, first: int, last: int) -> int:
    """Cut a quotation mark at the end whose partner is not in the phrase."""
    while first < last - 1 and reading.form(first) in QUOTE_MARKS:
        first += 1
    marks = sum(reading.form(at) in QUOTE_MARKS for at in range(first, last))
    return last - 1 if marks % 2 and reading.form(last - 1) in QUOTE_MARKS else last


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
