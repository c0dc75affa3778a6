"""The frames in which a cue attributes.

A verb, a participle, a noun (قوله إن), an adverbial (بحسب), a statement (جاء في بيان).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from marsad.extract.quotations.contents import Joint, find_joint
from marsad.extract.quotations.cues import CueHit, find_cues
from marsad.extract.quotations.relays import channels
from marsad.extract.quotations.sources import Voice, mute_subject, source_after, source_before
from marsad.extract.reading import Reading
from marsad.model.annotation import Relay
from marsad.text.segment import Sentence


@dataclass(slots=True)
class Memory:
    """What a reader keeps in mind while reading on: who has spoken, newest last, and the names met beside a title."""

    voices: list[Voice] = field(default_factory=list)
    names: frozenset[str] = frozenset()


class Draft(NamedTuple):
    """A cue joined with its source and the begin of its content; ``explicit`` where the source stands at the cue."""

    cue: CueHit
    voice: Voice
    joint: Joint
    explicit: bool
    relays: tuple[Relay, ...] = ()


def draft_of(reading: Reading, sentence: Sentence, cue: CueHit, drafts: list[Draft], memory: Memory) -> Draft | None:
    """Return the cue's draft, ``None`` where it attributes nothing; ``drafts`` are those before it in the sentence."""
    if cue.form == "phrase":
        frame = cue.cue.frame
        if frame == "statement":
            return _statement(reading, sentence, cue, memory)
        if frame == "hearsay":
            return None
        return _adverbial(reading, sentence, cue, drafts)
    if cue.form == "noun":
        return _noun(reading, sentence, cue, memory)
    return _verb(reading, sentence, cue, drafts, memory)


def _verb(reading: Reading, sentence: Sentence, cue: CueHit, drafts: list[Draft], memory: Memory) -> Draft | None:
    joint = find_joint(reading, cue, sentence.last)
    if joint is None:
        return None
    if cue.form == "participle":
        voice = drafts[-1].voice if drafts else _subject_before(reading, sentence, cue) or _recent(memory, cue)
        return Draft(cue, voice, joint, explicit=False) if voice else None
    if mute_subject(reading, cue.last, joint.source_limit):
        return None
    voice = source_after(reading, cue.last, joint.source_limit)
    if voice is None and not cue.prefix:
        voice = source_before(reading, cue, _clause_begin(reading, sentence, cue, drafts))
    if voice is None and _in_relative_clause(reading, cue):
        return None
    if reading.quote_depth[cue.first] and not (voice and voice.known and joint.how == "clause"):
        return None
    if voice:
        familiar = voice.known or reading.form(voice.first) in memory.names
        if not familiar and not _opens_clause(reading, sentence, cue):
            return None
        return _with_hearsay(reading, cue, voice, joint)
    if drafts and cue.first - drafts[-1].joint.start <= 2:
        return None  # قال إنهم يعتقدون أن …: one statement
    recent = drafts[-1].voice if drafts else None
    if recent is None and cue.first - sentence.first > 3:
        recent = _subject_before(reading, sentence, cue)
    recent = recent or _recent(memory, cue)
    return Draft(cue, recent, joint, explicit=False) if recent else None


def _in_relative_clause(reading: Reading, cue: CueHit) -> bool:
    return cue.first > 0 and reading.form(cue.first - 1) in reading.knowledge.grammar.relatives


def _opens_clause(reading: Reading, sentence: Sentence, cue: CueHit) -> bool:
    """Tell whether the verb begins its clause, as one does whose subject, though no list knows it, follows."""
    return bool(cue.prefix) or cue.first == sentence.first or reading.clause_mark(cue.first - 1)


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


def _subject_before(reading: Reading, sentence: Sentence, cue: CueHit) -> Voice | None:
    """Return the first actor, state or titled person of the sentence: the likely subject of a bare participle."""
    for at in range(sentence.first, cue.first):
        if reading.after_preposition(at):
            continue
        voice = source_after(reading, at, cue.first)
        if voice and voice.known and voice.first == at:
            return voice
    return None


def _recent(memory: Memory, cue: CueHit) -> Voice | None:
    """Return the last source that agrees with the verb in number and gender, else the last one."""
    if not memory.voices:
        return None
    if cue.verb and cue.verb.finite:
        for voice in reversed(memory.voices[-3:]):
            if _agrees(voice, cue.verb.tags):
                return voice
    return memory.voices[-1]


def _agrees(voice: Voice, tags: tuple[str, ...]) -> bool:
    persons = {tag.rsplit(".", 1)[-1] for tag in tags}
    if voice.feminine:
        return "3fs" in persons
    return "3ms" in persons or "3mp" in persons


def _clause_begin(reading: Reading, sentence: Sentence, cue: CueHit, drafts: list[Draft]) -> int:
    begin = drafts[-1].joint.start if drafts else sentence.first
    openers = reading.knowledge.grammar.clause_openers
    for at in range(cue.first - 1, begin, -1):
        if openers.at(reading.tokens, at, cue.first):
            return at + 1
    return begin


def _noun(reading: Reading, sentence: Sentence, cue: CueHit, memory: Memory) -> Draft | None:
    joint = find_joint(reading, cue, sentence.last)
    if joint is None or joint.how not in ("clause", "noun", "quote"):
        return None
    if cue.pronoun:
        if joint.source_limit > cue.last + 12 or joint.how == "noun":
            return None
        return _hearsay(reading, sentence, cue, joint, memory)
    voice = source_after(reading, cue.last, joint.source_limit)
    if voice is None or not voice.known or voice.first != cue.last:
        return None
    return Draft(cue, voice, joint, explicit=True)


def _hearsay(reading: Reading, sentence: Sentence, cue: CueHit, joint: Joint, memory: Memory) -> Draft | None:
    """``نقلت رويترز عن مسؤول قوله إن``: who stands after عن speaks; who stands before it relays."""
    about = reading.knowledge.grammar.about
    for at in range(cue.first - 1, sentence.first - 1, -1):
        if reading.form(at) in about:
            voice = source_after(reading, at + 1, cue.first)
            relays = tuple(channels(reading, sentence.first, at)[:1])
            return Draft(cue, voice, joint, explicit=True, relays=relays) if voice else None
        if reading.form(at) in reading.knowledge.grammar.about_him and memory.voices:
            relays = tuple(channels(reading, sentence.first, at)[:1])
            return Draft(cue, memory.voices[-1], joint, explicit=False, relays=relays)
    return None


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


def _adverbial(reading: Reading, sentence: Sentence, cue: CueHit, drafts: list[Draft]) -> Draft | None:
    """``بحسب مصدر أمني``: the rest of the sentence is said; beside another cue a medium named so is only a relay."""
    joint = find_joint(reading, cue, sentence.last) if cue.cue.frame == "as_verb" else None
    limit = joint.source_limit if joint and joint.how in ("clause", "quote", "colon") else sentence.last
    voice = source_after(reading, cue.last, limit)
    if voice is None or mute_subject(reading, cue.last, limit):
        return None
    if joint and joint.how in ("clause", "quote", "colon"):
        return Draft(cue, voice, joint, explicit=True)
    told = _told_by(reading, sentence, voice)
    if told:
        return Draft(cue, voice, told, explicit=True)
    fronted = cue.first - sentence.first <= 1 or _fronting_follows(reading, voice.last, sentence.last)
    if drafts and not fronted:
        return None
    start = _after_fronted(reading, voice.last, sentence.last)
    if fronted:
        return Draft(cue, voice, Joint(voice.last, start, "clause"), explicit=True) if start < sentence.last else None
    begin = sentence.first
    end = cue.first
    while end > begin and reading.clause_mark(end - 1):
        end -= 1
    return Draft(cue, voice, Joint(end, begin, "before"), explicit=True) if end - begin >= 3 else None


def _told_by(reading: Reading, sentence: Sentence, voice: Voice) -> Joint | None:
    """Return the content of a verb whose subject the source is (وفقا لتقارير تشير إلى وجود …)."""
    if voice.last >= sentence.last:
        return None
    verb = next(
        iter(find_cues(reading, sentence._replace(first=voice.last, last=min(voice.last + 1, sentence.last)))), None
    )
    return find_joint(reading, verb, sentence.last) if verb and verb.form == "finite" else None


def _fronting_follows(reading: Reading, at: int, limit: int) -> bool:
    return at < limit and reading.form(at) in reading.knowledge.grammar.fronting


def _after_fronted(reading: Reading, at: int, limit: int) -> int:
    """Step over the comma and فقد, فإن, أن that stand between a fronted source and what it says."""
    grammar = reading.knowledge.grammar
    while at < limit and (
        reading.clause_mark(at)
        or reading.form(at) in grammar.fronting
        or (reading.form(at) in grammar.complementizers and len(reading.form(at)) == 2)
    ):
        at += 1
    return at
