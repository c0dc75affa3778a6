"""The class of a statement: the cue's, unless the content of a neutral cue plainly says otherwise."""

from __future__ import annotations

from marsad.extract.quotations.cues import CueHit
from marsad.extract.reading import Reading
from marsad.model.annotation import CueClass
from marsad.text.patterns import match_at


def final_class(reading: Reading, cue: CueHit, start: int, end: int) -> CueClass:
    """Return the class of the content in tokens ``[start, end)`` after ``cue``."""
    book = reading.knowledge.cues
    if cue.cue.cue_class not in book.neutral:
        return cue.cue.cue_class
    lemma = cue.verb.lemma if cue.verb else None
    if reading.form(start) in reading.knowledge.grammar.complementizers:
        start += 1
    for pattern in book.contents:
        if pattern.lemma not in (None, lemma):
            continue
        for at in range(start, min(start + book.within, end)):
            if match_at(reading.tokens, at, end, pattern.parts):
                return pattern.cue_class
    return cue.cue.cue_class
