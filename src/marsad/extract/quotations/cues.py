"""Reporting cues: the verbs, participles, nouns and phrases that attribute what follows or precedes them."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, NamedTuple

from marsad.extract.reading import Reading
from marsad.knowledge.base import Cue
from marsad.knowledge.words import VerbForm, WordSet
from marsad.text.segment import Sentence

_CARRYING_ON = frozenset({"ap.ms.acc", "ap.fs", "ap.mp.acc", "ap.md"})  # participles that go on with speech
_NEEDS_REACH = 20  # words after a cue within which it has what it needs
_SHORTEST_WITH_PARTICLE = 3
_WA, _LAM, _DAMMA, _AN = "\u0648", "\u0644", "\u064f", "\u0627\u0646"
_SHADDA = "\u0651"
_YA, _MAQSURA = "\u064a", "\u0649"
_ALEF, _ALEF_HAMZA = "\u0627", "\u0623"
_LONGEST_WITH_ACTIVE_DAMMA = 4  # letters: of longer verbs (اعتقد) only the passive begins with ḍamma

CueForm = Literal["finite", "participle", "noun", "phrase"]


class CueHit(NamedTuple):
    """A cue in tokens ``[first, last)``; ``verb`` is its reading as a verb, ``pronoun`` what is attached to a noun."""

    first: int
    last: int
    cue: Cue
    form: CueForm
    verb: VerbForm | None
    prefix: str
    pronoun: str


def find_cues(reading: Reading, sentence: Sentence) -> list[CueHit]:
    """Return all words of the sentence that may attribute speech, left to right; impersonal openings are left out."""
    book = reading.knowledge.cues
    hits: list[CueHit] = []
    at = sentence.first
    while at < sentence.last:
        impersonal = book.impersonal.at(reading.tokens, at, sentence.last)
        if impersonal:
            at = impersonal[0].last
            continue
        hit = _phrase(reading, at, sentence) or _verb(reading, at) or _noun(reading, at, sentence)
        if hit:
            hits.append(hit)
        at = hit.last if hit else at + 1
    return hits


def _phrase(reading: Reading, at: int, sentence: Sentence) -> CueHit | None:
    for hit in reading.knowledge.cues.phrases.at(reading.tokens, at, sentence.last):
        frame = hit.value.frame
        if frame in ("as_verb", "also_verb"):
            verb = _told(reading, hit.last) if hit.last < sentence.last else None
            if verb is None:
                continue
            cue = replace(verb.cue, frame=frame)
            return CueHit(hit.first, verb.last, cue, "phrase", verb.verb, hit.prefix, "")
        return CueHit(hit.first, hit.last, hit.value, "phrase", None, hit.prefix, "")
    return None


def _verb(reading: Reading, at: int) -> CueHit | None:
    """Return the token as a finite reporting verb or an accusative participle of one."""
    verbs = reading.knowledge.cues.verbs
    told = [r for r in reading.verb(at) if r.lemma in verbs]
    if not told or reading.form(at) in reading.knowledge.grammar.not_cues:
        return None
    readings = _as_written(reading, at, told)
    for r in readings:
        if r.finite and _may_report(r) and _stands_free(reading, at, r) and not _passive(reading, at, r):
            cue = _in_tense(verbs[r.lemma], r)
            if cue.takes and _guarded(reading, at, cue) and (not r.pronoun or "addressee" in cue.takes):
                return CueHit(at, at + 1, cue, "finite", r, r.prefix, r.pronoun)
    for r in readings:
        carries_on = r.prefix in ("", "و") and any(tag in _CARRYING_ON for tag in r.tags)
        if carries_on and not reading.after_preposition(at) and _guarded(reading, at, verbs[r.lemma]):
            return CueHit(at, at + 1, verbs[r.lemma], "participle", r, r.prefix, "")
    return None


def _as_written(reading: Reading, at: int, readings: list[VerbForm]) -> list[VerbForm]:
    """Return the readings that a written shadda allows, where it decides (وعدّ: and held, not promised)."""
    token = reading.tokens[at]
    if len(readings) < 2 or _SHADDA not in reading.text.text[token.start : token.end]:
        return readings
    return [r for r in readings if _SHADDA in r.lemma] or readings


def _told(reading: Reading, at: int) -> CueHit | None:
    """Return the verb after «وفق ما»: any of speech, whose pronoun (نقله) is what was said."""
    verbs = reading.knowledge.cues.verbs
    told = (r for r in reading.verb(at) if r.lemma in verbs and r.finite and _may_report(r))
    return next((CueHit(at, at + 1, verbs[r.lemma], "finite", r, r.prefix, r.pronoun) for r in told), None)


def _in_tense(cue: Cue, verb: VerbForm) -> Cue:
    """Return the cue with what its imperfect takes, where the verb is one and that differs."""
    if cue.imperfect is None or not all(tag.startswith("pres") for tag in verb.tags):
        return cue
    return replace(cue, takes=cue.imperfect)


def _guarded(reading: Reading, at: int, cue: Cue) -> bool:
    """Tell whether the words after the verb at ``at`` are those that let it report."""
    following = at + 1
    if cue.unless_next and following < len(reading.tokens) and stands_at(reading, following, cue.unless_next):
        return False
    if cue.needs is None:
        return True
    end = min(at + _NEEDS_REACH, len(reading.tokens))
    return any(stands_at(reading, k, cue.needs) for k in range(following, end))


def stands_at(reading: Reading, at: int, words: WordSet) -> bool:
    """Tell whether one of the words stands at ``at``; a word of one letter means that particle, attached to another."""
    form = reading.form(at)
    return words.has(form) or (len(form) > _SHORTEST_WITH_PARTICLE and form[0] in words)


def _stands_free(reading: Reading, at: int, verb: VerbForm) -> bool:
    """Tell whether nothing before the verb makes it no report: a preposition, a negation, or أن before an imperfect.

    Only who does not deny or doubt says something (لم يستبعد).
    """
    if at == 0 or verb.prefix:
        return not _first_person(reading, at, verb)
    if reading.after_preposition(at) or _ends_in_ya(reading, at, verb) or _first_person(reading, at, verb):
        return False
    before, grammar = reading.form(at - 1), reading.knowledge.grammar
    if before in grammar.negations or (before[0] == _WA and before[1:] in grammar.negations):
        return reading.knowledge.cues.verbs[verb.lemma].cue_class in ("doubt", "deny")
    return not (before == _AN and all(tag.startswith("pres") for tag in verb.tags))


def _ends_in_ya(reading: Reading, at: int, verb: VerbForm) -> bool:
    """Tell whether the word is written as a noun is: نفي beside نفى, in a text that writes the two apart."""
    if not verb.lemma.endswith(_MAQSURA) or not all(tag.startswith("past") for tag in verb.tags):
        return False
    return reading.spells_maqsura and reading.text.text[reading.tokens[at].end - 1] == _YA


def _first_person(reading: Reading, at: int, verb: VerbForm) -> bool:
    """Tell whether a written hamza makes it «I …» (أعتقد beside اعتقد), and no source behind it a slip of the pen."""
    token = reading.tokens[at]
    written = reading.text.text[token.start : token.end]
    if not verb.lemma.startswith(_ALEF) or written[len(verb.prefix) : len(verb.prefix) + 1] != _ALEF_HAMZA:
        return False
    return at + 1 >= len(reading.tokens) or reading.form(at + 1) not in reading.knowledge.speakers


def _passive(reading: Reading, at: int, verb: VerbForm) -> bool:
    """Tell whether a written ḍamma makes the verb a passive, which has no speaker (يُعتقد, نُقل)."""
    token = reading.tokens[at]
    written = reading.text.text[token.start : token.end]
    mark = written.find(_DAMMA)
    if mark < 0 or sum(char.isalpha() for char in written[:mark]) != len(verb.prefix) + 1:
        return False
    return verb.tags[0].startswith("past") or len(verb.lemma) > _LONGEST_WITH_ACTIVE_DAMMA


def _may_report(reading: VerbForm) -> bool:
    """Outlets report in the third person, of what was said; a future or a purpose (ليبلغ) is no report."""
    if reading.future or reading.prefix.endswith(_LAM):
        return False
    return reading.third_person


def _noun(reading: Reading, at: int, sentence: Sentence) -> CueHit | None:
    for hit in reading.knowledge.cues.nouns.at(reading.tokens, at, sentence.last):
        if hit.prefix in ("", "و", "ب", "ف", "ل", "وب"):
            return CueHit(hit.first, hit.last, hit.value, "noun", None, hit.prefix, hit.pronoun)
    return None
