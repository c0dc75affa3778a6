"""The frames in which a cue attributes.

A verb, a participle, a noun (قوله إن), an adverbial (بحسب), a statement (جاء في بيان).
"""

from __future__ import annotations

from marsad.extract.quotations.adverbials import adverbial
from marsad.extract.quotations.cues import CueHit
from marsad.extract.quotations.drafts import Draft, Memory
from marsad.extract.quotations.joints import Joint, find_joint
from marsad.extract.quotations.objects import begins_with_b
from marsad.extract.quotations.relays import channels
from marsad.extract.quotations.sources import mute_subject, source_after
from marsad.extract.quotations.subjects import (
    adjective_like,
    gendered,
    in_relative_clause,
    may_speak,
    object_follows,
    opens_clause,
    plural,
    recent_voice,
    speaker_before,
    subject_before,
    subject_of,
)
from marsad.extract.quotations.voices import Voice
from marsad.extract.reading import Reading
from marsad.model.annotation import Relay
from marsad.text.segment import Sentence

_TIGHT = 4  # words of time between a noun's source and what is demanded


def draft_of(reading: Reading, sentence: Sentence, cue: CueHit, drafts: list[Draft], memory: Memory) -> Draft | None:
    """Return the cue's draft, ``None`` where it attributes nothing; ``drafts`` are those before it in the sentence."""
    if cue.form == "phrase":
        frame = cue.cue.frame
        if frame == "statement":
            return _statement(reading, sentence, cue, memory)
        if frame == "hearsay":
            return None
        if frame == "saying":
            return _verb(reading, sentence, cue._replace(form="participle"), drafts, memory)
        if frame == "also_verb":
            also = cue._replace(form="finite", cue=reading.knowledge.cues.verbs[cue.verb.lemma]) if cue.verb else cue
            told = None if also.pronoun else _verb(reading, sentence, also, drafts, memory)
            if told:
                return told
        return adverbial(reading, sentence, cue, drafts, memory)
    if cue.form == "noun":
        return _noun(reading, sentence, cue, memory)
    return _verb(reading, sentence, cue, drafts, memory)


def _verb(reading: Reading, sentence: Sentence, cue: CueHit, drafts: list[Draft], memory: Memory) -> Draft | None:
    joint = find_joint(reading, cue, sentence.last)
    if joint is None:
        return None
    if "through" in cue.cue.takes:
        return _passed_on(reading, cue, joint)
    if cue.form != "participle":
        return _finite(reading, sentence, cue, joint, drafts, memory)
    if joint.how != "clause" and adjective_like(reading, sentence, cue):
        return None
    voice = drafts[-1].voice if drafts else subject_before(reading, sentence, cue) or recent_voice(memory, cue)
    if voice and reading.quote_depth[cue.first] and not reading.quote_depth[voice.first]:
        return None  # a word of what is quoted («أظهرنا مجددا …»)
    return Draft(cue, voice, joint, explicit=False) if voice else None


def _finite(
    reading: Reading, sentence: Sentence, cue: CueHit, joint: Joint, drafts: list[Draft], memory: Memory
) -> Draft | None:
    before, object_first = subject_of(reading, sentence, cue, drafts, memory), object_follows(reading, cue)
    if _blames(reading, cue, joint) and not before:
        if not drafts and opens_clause(reading, sentence, cue):
            return None  # اتهم الوزير بالفساد: a passive, or somebody told of before
        object_first = True
    if joint.how == "direct" and (before or object_first):
        joint = joint._replace(source_limit=cue.last, start=cue.last)
    elif mute_subject(reading, cue.last, max(joint.source_limit, cue.last + 1)):
        return None
    if not before and "near" in cue.cue.takes and not opens_clause(reading, sentence, cue):
        return None
    after = None if plural(cue) or object_first else source_after(reading, cue.last, joint.source_limit)
    voice = after or before
    if voice is None and in_relative_clause(reading, cue):
        return None
    if reading.quote_depth[cue.first] and not (voice and voice.known and joint.how == "clause"):
        return None
    if voice and may_speak(reading, sentence, cue, voice, joint, memory):
        return _with_hearsay(reading, cue, gendered(cue, voice), joint)
    recent = None if voice else speaker_before(reading, sentence, cue, drafts, memory)
    return Draft(cue, recent, joint, explicit=False) if recent else None


def _blames(reading: Reading, cue: CueHit, joint: Joint) -> bool:
    """Tell whether who stands behind the verb is accused: what of comes right after (واتهم التنظيم | بالوقوف وراءه)."""
    if cue.cue.cue_class != "accuse" or cue.pronoun or joint.how != "direct":
        return False
    return joint.start > cue.last and begins_with_b(reading, joint.start)


def _passed_on(reading: Reading, cue: CueHit, joint: Joint) -> Draft | None:
    """``نقلت رويترز عن مصدر أن …``; with a noun (قوله) behind the source, that is the cue."""
    about = (at for at in range(cue.last, joint.source_limit) if reading.form(at) in reading.knowledge.grammar.about)
    at = next(about, None)
    if at is None or joint.how != "clause":
        return None
    nouns = reading.knowledge.cues.nouns
    if any(hit.pronoun for k in range(at, joint.source_limit) for hit in nouns.at(reading.tokens, k, k + 1)):
        return None
    origin = source_after(reading, at + 1, joint.source_limit)
    if origin is None or not origin.known:
        return None
    medium = source_after(reading, cue.last, at)
    relays = channels(reading, cue.last, at)[:1] or ([Relay(medium.evidence, None)] if medium else [])
    return Draft(cue, origin, joint, explicit=True, relays=tuple(relays))


def _with_hearsay(reading: Reading, cue: CueHit, voice: Voice, joint: Joint) -> Draft:
    """``قالت الصحيفة نقلا عن مسؤولين إن``: the source is who stands after نقلا عن, the first speaker its relay."""
    for at in range(voice.last, joint.source_limit - 1):
        phrase = reading.knowledge.cues.phrases.at(reading.tokens, at, joint.source_limit)
        if phrase and phrase[0].value.frame == "according_to":
            origin = source_after(reading, phrase[0].last, joint.source_limit)
            if origin and voice.kind == "media":
                relay = channels(reading, voice.first, voice.last)[:1] or [Relay(voice.evidence, None)]
                return Draft(cue, origin, joint, explicit=True, relays=tuple(relay))
    return Draft(cue, voice, joint, explicit=True)


def _noun(reading: Reading, sentence: Sentence, cue: CueHit, memory: Memory) -> Draft | None:
    joint = find_joint(reading, cue, sentence.last)
    if joint is None:
        return None
    if joint.how == "prep":
        return _called_for(reading, cue, joint)
    if joint.how not in ("clause", "noun", "quote"):
        return None
    if cue.pronoun:
        if joint.source_limit > cue.last + (12 if joint.how == "clause" else 30) or joint.how == "noun":
            return None
        return _hearsay(reading, sentence, cue, joint, memory)
    voice = source_after(reading, cue.last, joint.source_limit)
    if voice is None or not voice.known or voice.first != cue.last:
        return None
    return Draft(cue, voice, joint, explicit=True)


def _called_for(reading: Reading, cue: CueHit, joint: Joint) -> Draft | None:
    """``بعد مطالبة تركيا بإقامة …``: a demand or warning told of in passing, its source right behind it."""
    if (
        cue.pronoun
        or cue.cue.cue_class not in ("demand", "warn", "threaten")
        or not reading.after_preposition(cue.first)
    ):
        return None
    voice = source_after(reading, cue.last, joint.source_limit)
    if voice is None or not voice.known or voice.first != cue.last or joint.source_limit - voice.last > _TIGHT:
        return None
    return Draft(cue, voice, joint, explicit=True)


def _hearsay(reading: Reading, sentence: Sentence, cue: CueHit, joint: Joint, memory: Memory) -> Draft | None:
    """``نقلت رويترز عن مسؤول قوله إن``: who stands after عن speaks; who stands before it relays."""
    about = reading.knowledge.grammar.about
    for at in range(cue.first - 1, sentence.first - 1, -1):
        if reading.form(at) in about or _laid_to(reading, sentence, at):
            voice = source_after(reading, at + 1, cue.first)
            relays = tuple(channels(reading, sentence.first, at)[:1])
            return Draft(cue, voice, joint, explicit=True, relays=relays) if voice else None
        if reading.form(at) in reading.knowledge.grammar.about_him and memory.voices:
            relays = tuple(channels(reading, sentence.first, at)[:1])
            return Draft(cue, memory.voices[-1], joint, explicit=False, relays=relays)
    return None


def _laid_to(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Tell whether the word is إلى after a verb that lays words to somebody (نسبت الصحيفة إلى مسؤول قوله)."""
    if reading.form(at) not in reading.knowledge.grammar.allatives:
        return False
    verbs, allatives = reading.knowledge.cues.verbs, reading.knowledge.grammar.allatives
    before = (r for k in range(sentence.first, at) for r in reading.verb(k) if r.lemma in verbs)
    return any(
        verbs[r.lemma].cue_class == "accuse" and any(t in allatives for t in verbs[r.lemma].takes) for r in before
    )


def _statement(reading: Reading, sentence: Sentence, cue: CueHit, memory: Memory) -> Draft | None:
    joint = find_joint(reading, cue, sentence.last)
    if joint is None:
        return None
    voice = source_after(reading, cue.last, joint.source_limit)
    if voice and voice.known:
        return Draft(cue, voice, joint, explicit=True)
    if memory.voices:
        return Draft(cue, memory.voices[-1], joint, explicit=False)
    return None
