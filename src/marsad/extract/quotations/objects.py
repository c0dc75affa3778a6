"""The object of a verb that takes one without أن or a preposition: where it begins behind the subject."""

from __future__ import annotations

from marsad.extract.quotations.cues import CueHit
from marsad.extract.quotations.passages import passage_from
from marsad.extract.reading import Reading
from marsad.text.segment import QUOTE_MARKS, Kind

_OBJECT_REACH = 20  # words between a verb and its object, the subject among them
_ARTICLE = "\u0627\u0644"
_NISBA = (
    "\u064a",
    "\u064a\u0647",
    "\u064a\u0648\u0646",
    "\u064a\u064a\u0646",
    "\u0627\u0644\u0639\u0627\u0645",
    "\u0627\u0644\u0639\u0627\u0645\u0647",
)  # adjectives that belong to a name, al-ʿāmm among them
_PRONOUNS = ("\u0647\u0627", "\u0647\u0645\u0627", "\u0646\u0627")
_SHORTEST_ACCUSATIVE = 4
_MA = "\u0645\u0627"  # what
_NAME_REACH = 6  # words of a title and a name
_PLURAL = "\u0648\u0646"  # -ūn
_OF_THE = "\u0644\u0644"  # li- and the article
_POSSESSORS = ("\u0648\u0647", "\u0645\u0647", "\u0647\u0645", "\u0647\u0627")  # behind a noun: -wh, -mh, -hum, -hā
_SHORTEST_POSSESSED = 5
_TANWIN = ("\u0627", "\u0627\u064b", "\u064b\u0627")  # of an adverb or an indefinite accusative


def direct_object(reading: Reading, cue: CueHit, limit: int) -> int | None:
    """Return the token at which the object of a verb begins: where its subject's name ends."""
    at = cue.last
    if at >= limit or reading.clause_mark(at):
        return None
    if cue.pronoun:
        blamed = _blamed_for(reading, at, limit) if cue.cue.cue_class == "accuse" else None
        return at if blamed is None else blamed
    if cue.form == "participle":
        return at if _object_stands(reading, cue, at) else None
    told, related = _told_behind(reading, at, min(at + _OBJECT_REACH, limit) if cue.cue.cue_class != "accuse" else at)
    if told is not None or related:
        return told
    end = _subject_end(reading, at, limit)
    return end if end < limit else None


def _told_behind(reading: Reading, at: int, limit: int) -> tuple[int | None, bool]:
    """Return where what is denied or condemned is told by its noun, and whether a relative clause hides it."""
    related = False
    for k in range(at + 1, limit):
        if reading.form(k) == _MA and not related and not reading.clause_mark(k - 1):
            return k, related  # نفت طهران ما ذكرته وسائل إعلام
        related = related or reading.form(k) in reading.knowledge.grammar.relatives
        inside = related and not reading.clause_mark(k - 1)
        if is_told(reading, k) and not reading.after_preposition(k) and not inside:
            return k, related
        if reading.clause_mark(k) and not related:
            break
    return None, related


def _subject_end(reading: Reading, at: int, limit: int) -> int:
    """Return where the name of the subject ends, past quotation marks, commas and a day."""
    actors = reading.knowledge.actors.index.at(reading.tokens, at, limit)
    places = reading.knowledge.gazetteer.index.at(reading.tokens, at, limit)
    passage = passage_from(reading, at)
    if passage is not None:
        end = passage.last + passage.closed
    else:
        office = bool(actors) and actors[0].value[0].kind == "office"
        known = actors[0].last if actors else places[0].last if places else 0
        end = _default_end(reading, at, limit, known) if office or not known else known
    while end < limit and reading.form(end).startswith("ال") and reading.form(end - 1).startswith("ال"):
        if is_told(reading, end) or not reading.form(end).endswith(_NISBA):
            break
        end += 1
    days = reading.knowledge.grammar.days
    while end < limit and (reading.form(end) in QUOTE_MARKS or reading.clause_mark(end) or reading.form(end) in days):
        end += 1
    return end


def _blamed_for(reading: Reading, at: int, limit: int) -> int | None:
    """Return what somebody is accused of, behind the subject where that is named (يتهمها خصومها | بالإرهاب)."""
    return next((k for k in range(at, min(at + _NAME_REACH, limit)) if begins_with_b(reading, k)), None)


def _default_end(reading: Reading, at: int, limit: int, office: int = 0) -> int:
    """Return where a subject that no list of names knows ends: a person's after the name behind the title.

    ``office`` is where a title of several words ends.
    """
    if not office and reading.knowledge.speakers.get(reading.form(at)) not in ("person", "anonymous_unless_named"):
        return at + 1 if reading.form(at).startswith(_ARTICLE) or _whole(reading, at, limit) else at + 2
    end = office or at + 1
    if end < limit and reading.form(end).startswith(_OF_THE):
        end += 1  # الأمين العام للمنظمة
    while end < min(at + _NAME_REACH, limit) and reading.tokens[end].kind is Kind.WORD:
        if _possessed(reading, end) or (reading.form(end).startswith(_ARTICLE) and is_told(reading, end)):
            break
        definite, before = reading.form(end).startswith(_ARTICLE), reading.form(end - 1).startswith(_ARTICLE)
        family_name = definite and not before and end > at + 1
        if accusative(reading, end) or reading.is_preposition(end) or (not family_name and _starts_name(reading, end)):
            break
        if definite and before and not reading.form(end).endswith(_NISBA):
            break
        end += 1
    return end


def _whole(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether a plural that would lose its ending before a genitive stands before a definite noun."""
    return reading.form(at).endswith(_PLURAL) and at + 1 < limit and reading.form(at + 1).startswith(_ARTICLE)


def _possessed(reading: Reading, at: int) -> bool:
    """Tell whether a pronoun is attached to the word, so that it is no name (خصومه, جماعتها)."""
    form = reading.form(at)
    return len(form) >= _SHORTEST_POSSESSED and form.endswith(_POSSESSORS) and not reading.feminine(at)


def _starts_name(reading: Reading, at: int) -> bool:
    """Tell whether somebody else's name begins here: a head, an actor, or a place."""
    knowledge = reading.knowledge
    indexes = (knowledge.actors.index, knowledge.gazetteer.index)
    head = knowledge.speakers.get(reading.form(at))
    return head in ("institution", "collective") or any(index.at(reading.tokens, at, at + 1) for index in indexes)


def accusative(reading: Reading, at: int) -> bool:
    """Tell whether the word is written with the ending of an indefinite accusative (أطرافا), and not a pronoun's."""
    token = reading.tokens[at]
    word = reading.text.text[token.start : token.end]
    return word.endswith(_TANWIN) and not word.endswith(_PRONOUNS) and len(word) > _SHORTEST_ACCUSATIVE


def is_told(reading: Reading, at: int) -> bool:
    """Tell whether the word, with its article, can be what a verb denies or condemns (الأنباء, الهجوم)."""
    knowledge = reading.knowledge
    form, grammar = reading.form(at), knowledge.grammar
    return (
        grammar.complement_nouns.has(form)
        or grammar.reports.has(form)
        or any(
            hit.value.pos != "verb" and hit.prefix == ""
            for hit in knowledge.ontology.nouns.at(reading.tokens, at, at + 1)
        )
    )


def _object_stands(reading: Reading, cue: CueHit, at: int) -> bool:
    """Tell whether the word after a participle can be its object; feminine ones are mostly nouns (مدينة)."""
    if reading.form(at) in reading.knowledge.grammar.prepositions or reading.tokens[at].kind is not Kind.WORD:
        return reading.form(at) in QUOTE_MARKS
    accuses = cue.cue.cue_class == "accuse"
    if begins_with_b(reading, at) or (accusative(reading, at) and not accuses):
        return False
    if cue.verb and not cue.verb.finite and not any(tag.endswith(".acc") for tag in cue.verb.tags):
        return accuses or reading.clause_mark(cue.first - 1)
    return not reading.knowledge.gazetteer.index.at(reading.tokens, at, at + 1)


def begins_with_b(reading: Reading, at: int) -> bool:
    """Tell whether ب is attached to the word, which is no name that begins with it."""
    form, knowledge = reading.form(at), reading.knowledge
    place = knowledge.gazetteer.index.at(reading.tokens, at, at + 1)
    actor = knowledge.actors.index.at(reading.tokens, at, at + 1)
    named = any(hit.prefix == "" for hit in place) or any(hit.prefix == "" for hit in actor)
    return form.startswith("ب") and len(form) > 3 and not named
