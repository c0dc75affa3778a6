"""Reporting cues: the verbs, participles, nouns and phrases that attribute what follows or precedes them."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, NamedTuple

from marsad.extract.reading import Reading
from marsad.knowledge.base import Cue
from marsad.knowledge.words import VerbForm
from marsad.text.segment import Sentence

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
        if frame == "as_verb":
            verb = _verb(reading, hit.last) if hit.last < sentence.last else None
            if verb is None or verb.form != "finite":
                continue
            cue = replace(verb.cue, frame=frame)
            return CueHit(hit.first, verb.last, cue, "phrase", verb.verb, hit.prefix, "")
        return CueHit(hit.first, hit.last, hit.value, "phrase", None, hit.prefix, "")
    return None


def _verb(reading: Reading, at: int) -> CueHit | None:
    """Return the token as a finite reporting verb or an accusative participle of one."""
    verbs = reading.knowledge.cues.verbs
    if reading.form(at) in reading.knowledge.grammar.not_cues:
        return None
    readings = [r for r in reading.verb(at) if r.lemma in verbs]
    for r in readings:
        if r.finite and not r.future and not reading.after_preposition(at) and _may_report(r):
            return CueHit(at, at + 1, verbs[r.lemma], "finite", r, r.prefix, r.pronoun)
    for r in readings:
        if any(tag in ("ap.ms.acc", "ap.fs", "ap.mp.acc", "ap.md") for tag in r.tags) and r.prefix in ("", "و"):
            return CueHit(at, at + 1, verbs[r.lemma], "participle", r, r.prefix, "")
    return None


def _may_report(reading: VerbForm) -> bool:
    """Outlets report in the third person; what can only be a first person or a passive plural reports nothing."""
    return any(tag.split(".")[2].startswith("3") for tag in reading.tags)


def _noun(reading: Reading, at: int, sentence: Sentence) -> CueHit | None:
    for hit in reading.knowledge.cues.nouns.at(reading.tokens, at, sentence.last):
        if hit.prefix in ("", "و", "ب", "ف", "ل", "وب"):
            return CueHit(hit.first, hit.last, hit.value, "noun", None, hit.prefix, hit.pronoun)
    return None
