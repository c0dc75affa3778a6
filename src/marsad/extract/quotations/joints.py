"""Where the content of a cue begins, by what the cue takes."""

from __future__ import annotations

from typing import NamedTuple

from marsad.extract.quotations.cues import CueHit
from marsad.extract.quotations.objects import direct_object, is_told
from marsad.extract.quotations.passages import passage_from
from marsad.extract.reading import Reading
from marsad.text.morphology import splits
from marsad.text.segment import Quoted

_FARTHEST = 45  # tokens between a cue and its content, a long title and an occasion among them
_NEAREST = 4
_LAM = "\u0644"
_ARTICLE = "\u0627\u0644"
_SHORTEST_ACCUSATIVE = 4
_MIN = "\u0645\u0646"
_WA = "\u0648"
_CONJUNCTIONS = ("\u0648", "\u0641")
_NAME_WORDS = 4  # a quoted passage this short, before أن, is a name and not the content


class Joint(NamedTuple):
    """The source ends by token ``source_limit``; the content begins at ``start``; ``how`` they are joined."""

    source_limit: int
    start: int
    how: str
    prefix: str = ""


def find_joint(reading: Reading, cue: CueHit, limit: int) -> Joint | None:
    """Return where the content of a cue begins, by what the cue takes; ``None`` where nothing it takes follows."""
    takes = cue.cue.takes
    near = (cue.form == "participle" and cue.cue.frame != "saying") or (
        "near" in takes and not _known_head(reading, cue.last, limit)
    )
    last = min(limit, cue.last + (_NEAREST if near else _FARTHEST))
    quoted: Joint | None = None
    at = cue.last
    while at < last:
        passage = passage_from(reading, at)
        if passage is not None:
            led = _led_passage(reading, passage, takes)
            if led:
                return led
            long = passage.last - passage.first > _NAME_WORDS
            if "quote" in takes or takes & {"direct_noun", "direct"}:
                joint = Joint(at, passage.first, "quote")
                if long:
                    return joint
                quoted = quoted or joint
            at = passage.last + passage.closed
            continue
        outlet = reading.outlet_at(at, limit)
        if outlet and outlet.last > at + 1:
            at = outlet.last  # سي إن إن
            continue
        found = _joint_at(reading, cue, at, takes)
        if found:
            return found
        if at > cue.last and (_is_other_cue(reading, at) or _new_clause(reading, at, last)):
            break
        at += 1
    if quoted and "quote" in takes and cue.cue.cue_class:
        return quoted if _ends_soon(reading, quoted, limit) else None
    begin = direct_object(reading, cue, limit) if "direct" in takes else None
    return Joint(begin, begin, "direct") if begin is not None else None


def _led_passage(reading: Reading, passage: Quoted, takes: frozenset[str]) -> Joint | None:
    """Return the joint of a passage that begins with the preposition that the cue takes (تعهد «بمواجهة …»)."""
    form = reading.form(passage.first)
    if "ب" in takes and form.startswith("ب") and len(form) > 3 and passage.last - passage.first > _NAME_WORDS:
        return Joint(passage.first - 1, passage.first - 1, "prep")
    return None


def _known_head(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether a source that a list knows, or an occasion, stands right after the verb."""
    if at >= limit:
        return False
    form = reading.form(at)
    return form in reading.knowledge.grammar.prepositions or any(
        split.rest in reading.knowledge.speakers for split in splits(form)
    )


def _new_clause(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether a clause of its own begins after a comma, so that what follows is not the cue's."""
    if not reading.clause_mark(at - 1) or reading.form(at) in reading.knowledge.grammar.phrase_stops:
        return False
    grammar = reading.knowledge.grammar
    if grammar.clause_openers.at(reading.tokens, at, limit) and not grammar.turn_words.at(reading.tokens, at, limit):
        return True
    return any(r.finite and r.prefix[:1] in _CONJUNCTIONS for r in reading.verb(at) if r.prefix)


def _ends_soon(reading: Reading, joint: Joint, limit: int) -> bool:
    passage = passage_from(reading, joint.source_limit)
    return passage is not None and passage.last + 1 >= limit - 1


def _joint_at(reading: Reading, cue: CueHit, at: int, takes: frozenset[str]) -> Joint | None:
    form, grammar = reading.form(at), reading.knowledge.grammar
    if form in grammar.complementizers or form.lstrip("ب") in grammar.complementizers:
        if takes - {"quote", "direct", "near", "addressee", "through"} and not _joins_other(reading, cue, at):
            return Joint(at, at if len(form.removeprefix("ب")) > 2 else at + 1, "clause")
        return None
    if form == ":" and ("quote" in takes or "clause" in takes):
        return _after_colon(reading, at)
    if form == _MIN and at == cue.last + 1 and reading.knowledge.speakers.get(reading.form(at - 1)) == "collective":
        return None
    if (
        form in takes
        and not reading.names_ali(at)
        and at + 1 < len(reading.tokens)
        and (cue.cue.cue_class == "demand" or not _is_occasion(reading, at + 1))
    ):
        return _after_preposition(reading, at)
    if "ب" in takes and form.startswith("ب") and len(form) > 3 and at > cue.last - 1 and _is_b_phrase(reading, cue, at):
        return Joint(at, at, "prep")
    if _LAM in takes and _is_l_phrase(reading, at):
        return Joint(at, at, "prep")
    if "direct" in takes and at > cue.last + 1 and reading.clause_mark(at - 1) and form.startswith(_ARTICLE):
        told = is_told(reading, at) and cue.cue.cue_class != "accuse" and not _takes_up(reading, at)
        return Joint(at, at, "noun") if told else None
    if (
        "direct_noun" in takes
        and not cue.pronoun
        and not reading.after_preposition(at)
        and _is_complement_noun(reading, at)
    ):
        return Joint(at, at, "noun")
    return None


def _takes_up(reading: Reading, at: int) -> bool:
    """Tell whether the word only takes up what was told (، الأمر الذي تنفيه دمشق)."""
    return at + 1 < len(reading.tokens) and reading.form(at + 1) in reading.knowledge.grammar.relatives


def _joins_other(reading: Reading, cue: CueHit, at: int) -> bool:
    """Tell whether أن belongs to the word before it (قبل أن, يستطيع أن) and not to the cue."""
    return at > cue.last and reading.form(at - 1).removeprefix(_WA) in reading.knowledge.grammar.not_joints


def _after_colon(reading: Reading, at: int) -> Joint:
    start = at + 1
    passage = passage_from(reading, start) if start < len(reading.tokens) else None
    if passage is not None:
        return Joint(at, passage.first, "quote")
    if start < len(reading.tokens) and reading.form(start) in reading.knowledge.grammar.complementizers:
        return Joint(at, start if len(reading.form(start)) > 2 else start + 1, "clause")
    return Joint(at, start, "colon")


def _after_preposition(reading: Reading, at: int) -> Joint:
    start = at + 1
    form = reading.form(start)
    passage = passage_from(reading, start)
    if passage is not None:
        return Joint(at, passage.first, "quote")
    if form in reading.knowledge.grammar.complementizers:
        return Joint(at, start if len(form) > 2 else start + 1, "clause")
    return Joint(at, start, "prep")


def _is_occasion(reading: Reading, at: int) -> bool:
    return reading.knowledge.grammar.occasions.has(reading.form(at))


def _is_b_phrase(reading: Reading, cue: CueHit, at: int) -> bool:
    """Tell whether the word is ب with a noun, and neither an occasion nor a place nor a time.

    Who demands, pledges or threatens does so with what is an occasion elsewhere (هدد بالرد).
    """
    form, knowledge = reading.form(at), reading.knowledge
    occasion = cue.cue.cue_class not in ("threaten", "demand", "announce") and knowledge.grammar.occasions.has(form)
    if form in knowledge.grammar.phrase_stops or occasion:
        return False
    return not any(h.prefix == "ب" for h in knowledge.gazetteer.index.at(reading.tokens, at, at + 1)) and (
        reading.knowledge.speakers.get(form) is None
    )


def _is_l_phrase(reading: Reading, at: int) -> bool:
    """Tell whether the word is ل with what can be demanded (دعا لوقف القتال), and no word of its own (لجنة)."""
    form = reading.form(at)
    return form[0] == _LAM and form not in reading.knowledge.speakers and is_told(reading, at)


def _is_complement_noun(reading: Reading, at: int) -> bool:
    form, knowledge = reading.form(at), reading.knowledge
    if form in knowledge.grammar.complement_nouns:
        return True
    return any(
        hit.value.pos != "verb" and hit.prefix == "" and not form.startswith("ال")
        for hit in knowledge.ontology.nouns.at(reading.tokens, at, min(at + 4, len(reading.tokens)))
    )


def _is_other_cue(reading: Reading, at: int) -> bool:
    verbs = reading.knowledge.cues.verbs
    grammar = reading.knowledge.grammar
    if reading.form(at) in grammar.phrase_stops or reading.form(at) in grammar.not_cues:
        return False
    return any(r.finite and r.lemma in verbs and r.prefix for r in reading.verb(at))
