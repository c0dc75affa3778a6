"""Who speaks: the noun phrase at the cue, after or before it."""

from __future__ import annotations

from marsad.extract.quotations.cues import CueHit
from marsad.extract.quotations.extents import occasion_object, source_end
from marsad.extract.quotations.voices import Voice, kind_of_head, prefix_of, voice_of
from marsad.extract.reading import Reading
from marsad.text.morphology import splits
from marsad.text.segment import Kind

_FA = "\u0641"
_LAM = "\u0644"
_EACH = "\u0643\u0644"
_MIN = "\u0645\u0646"
_PARTICLES = ("\u0628", "\u0644", "\u0643")
_LONGEST_PHRASE = 4  # words of a cue
_LONGEST = 22  # words of a source with its titles


def source_after(reading: Reading, first: int, limit: int) -> Voice | None:
    """Return the source whose noun phrase begins at or soon after token ``first`` and ends by ``limit``.

    Adverbs and prepositional phrases of the occasion before it are stepped over (``قال في بيان أمس وزير …``).
    """
    begin, stepped = _step_over(reading, first, limit)
    if begin + 2 < limit and reading.form(begin) == _EACH and reading.form(begin + 1) == _MIN:
        begin += 2  # قال كل من فلان وفلان
    if begin >= limit:
        return None
    end = source_end(reading, begin, limit)
    if not any(reading.tokens[at].kind is Kind.WORD for at in range(begin, end)):
        return None
    voice = voice_of(reading, begin, end)
    return None if stepped and not voice.known else voice


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
    near = _phrase_up_to(reading, begin, end, names)
    return near if near and near.known else _long_phrase_up_to(reading, begin, end) or near


def _long_phrase_up_to(reading: Reading, begin: int, end: int) -> Voice | None:
    """Return the source whose name, with apposition and place, ends at ``end`` (مراسلة القناة في إسطنبول، فلانة)."""
    for at in range(max(begin, end - _LONGEST), end - 1):
        clause_begins = (
            at == begin
            or reading.clause_mark(at - 1)
            or reading.form(at - 1) in reading.knowledge.grammar.subject_openings
        )
        titled_here = kind_of_head(reading, at) and prefix_of(reading, at)[-1:] not in _PARTICLES
        if clause_begins and titled_here and source_end(reading, at, end) == end:
            return voice_of(reading, at, end)
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
        or prefix_of(reading, start)[-1:] in _PARTICLES
    ):
        return None
    end = next((at for at in range(start + 1, end) if occasion_object(reading, at)), end)
    voice = voice_of(reading, start, end)
    familiar = (voice.known and not _place_in_phrase(reading, start, end)) or reading.form(start) in names
    return voice if familiar else None


def _joined_head(reading: Reading, at: int) -> bool:
    """Tell whether a new subject begins with this word: ف or و with a head (كبير فالتقارير تشير)."""
    form, speakers = reading.form(at), reading.knowledge.speakers
    return form[0] == _FA and form not in speakers and form[1:] in speakers


def _place_in_phrase(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the phrase is known only for a place that it begins with (شهدت المدينة مظاهرة | طالبت)."""
    knowledge = reading.knowledge
    if kind_of_head(reading, start) or knowledge.actors.index.at(reading.tokens, start, end):
        return False
    places = knowledge.gazetteer.index.at(reading.tokens, start, end)
    return bool(places) and places[0].last < end


def names_source(reading: Reading, cue: CueHit, limit: int) -> bool:
    """Tell whether somebody known stands right after the cue (بحسب المصدر), and not a thing (وفق أحكام المادة)."""
    voice = source_after(reading, cue.last, limit)
    return voice is not None and voice.known and voice.first == cue.last


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
        elif at == first and _after_phrase(reading, at):
            break  # وفقا لموقع
        elif _addressee_end(reading, at, limit):
            at, stepped = _addressee_end(reading, at, limit), True
        elif reading.form(at) in grammar.phrase_stops and not reading.names_ali(at):
            at += 1
        else:
            break
    return at, stepped


def _after_phrase(reading: Reading, at: int) -> bool:
    """Tell whether a phrase ends here that takes its source with ل (وفقا لمصدر, جاء في بيان لوزارة)."""
    phrases = reading.knowledge.cues.phrases
    begins = range(max(0, at - _LONGEST_PHRASE), at)
    return any(hit.last == at for begin in begins for hit in phrases.at(reading.tokens, begin, at))


def _addressee_end(reading: Reading, at: int, limit: int) -> int:
    """Return where who is spoken to ends (قالت لرويترز, قال لمجلس العلاقات الخارجية), 0 where nobody is."""
    form, speakers = reading.form(at), reading.knowledge.speakers
    if form[0] != _LAM or form in speakers:
        return 0
    if form == _LAM:
        return next((p.last + p.closed for p in reading.text.quoted if p.first == at + 2 and p.last < limit), 0)
    outlet = reading.outlet_at(at, limit)
    if outlet and outlet.prefix == _LAM:
        return outlet.last
    spoken_to = any(split.prefix == _LAM and split.rest in speakers for split in splits(form))
    return reading.noun_phrase_end(at, limit, longest=3) if spoken_to else 0


def _occasion_end(reading: Reading, first: int, limit: int) -> int:
    """Return where the noun phrase after a preposition ends: before a titled person (في مؤتمر صحفي | وزير الداخلية)."""
    end = max(first, reading.noun_phrase_end(first, limit, longest=4))
    return next((at for at in range(first + 2, end) if kind_of_head(reading, at) == "person"), end)
