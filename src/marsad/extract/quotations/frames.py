"""The frames in which a cue attributes.

A verb, a participle, a noun (قوله إن), an adverbial (بحسب), a statement (جاء في بيان).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from marsad.extract.quotations.contents import Joint, find_joint
from marsad.extract.quotations.cues import CueHit, find_cues
from marsad.extract.quotations.relays import channels
from marsad.extract.quotations.sources import Voice, heads_source, mute_subject, source_after, source_before, titled
from marsad.extract.reading import Reading
from marsad.model.annotation import Relay
from marsad.text.segment import QUOTE_MARKS, Kind, Sentence

_ARTICLE, _TA_MARBUTA = "\u0627\u0644", "\u0629"
_WA, _FA = "\u0648", "\u0641"
_CLOSING = frozenset("»”″")
_HUMANS = ("\u0648\u0646", "\u064a\u0646")  # -ūn, -īn: never with a feminine verb
_FRONTING_REACH = 12  # words of a clause between a fronted source and فإن
_REMEMBERED = 4  # sources back to which a verb may go
_PLURAL = ("\u0648\u0646", "\u064a\u0646", "\u0627\u062a")  # -ūn, -īn, -āt
_TIGHT = 4  # words of time between a noun's source and what is demanded
_TOPIC_REACH = 15  # words between أما and the verb
_SUBJECT_REACH = 2  # words before a subject at the begin of its sentence


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
        if frame == "saying":
            return _verb(reading, sentence, cue._replace(form="participle"), drafts, memory)
        if frame == "also_verb":
            also = cue._replace(form="finite", cue=reading.knowledge.cues.verbs[cue.verb.lemma]) if cue.verb else cue
            told = None if also.pronoun else _verb(reading, sentence, also, drafts, memory)
            if told:
                return told
        return _adverbial(reading, sentence, cue, drafts, memory)
    if cue.form == "noun":
        return _noun(reading, sentence, cue, memory)
    return _verb(reading, sentence, cue, drafts, memory)


def _verb(reading: Reading, sentence: Sentence, cue: CueHit, drafts: list[Draft], memory: Memory) -> Draft | None:
    joint = find_joint(reading, cue, sentence.last)
    if joint is None:
        return None
    if cue.form == "participle":
        if joint.how != "clause" and _adjective_like(reading, sentence, cue):
            return None
        voice = drafts[-1].voice if drafts else _subject_before(reading, sentence, cue) or _recent(memory, cue)
        return Draft(cue, voice, joint, explicit=False) if voice else None
    if "through" in cue.cue.takes:
        return _passed_on(reading, cue, joint)
    before = _subject_of(reading, sentence, cue, drafts, memory)
    if before and joint.how == "direct":
        joint = joint._replace(source_limit=cue.last, start=cue.last)
    elif mute_subject(reading, cue.last, max(joint.source_limit, cue.last + 1)):
        return None
    if not before and "near" in cue.cue.takes and not _opens_clause(reading, sentence, cue):
        return None
    voice = (
        None if plural(cue) or _object_follows(reading, cue) else source_after(reading, cue.last, joint.source_limit)
    )
    voice = voice or before
    if voice is None and _in_relative_clause(reading, cue):
        return None
    if reading.quote_depth[cue.first] and not (voice and voice.known and joint.how == "clause"):
        return None
    if voice:
        if not _may_speak(reading, sentence, cue, voice, joint, memory):
            return None
        return _with_hearsay(reading, cue, _gendered(cue, voice), joint)
    recent = _speaker_before(reading, sentence, cue, drafts, memory)
    return Draft(cue, recent, joint, explicit=False) if recent else None


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


def _object_follows(reading: Reading, cue: CueHit) -> bool:
    """Tell whether who is spoken to stands right after the verb, since it cannot be its subject."""
    if "addressee" not in cue.cue.takes or cue.verb is None or cue.last >= len(reading.tokens):
        return False
    form = reading.form(cue.last)
    persons = _persons(cue.verb.tags)
    if persons == {"3fs"}:
        return reading.knowledge.masculine.has(form)
    return (
        persons == {"3ms"}
        and form.startswith(_ARTICLE)
        and reading.evidence(cue.last, cue.last + 1).quote.endswith(_TA_MARBUTA)
    )


def _gendered(cue: CueHit, voice: Voice) -> Voice:
    """Return the source with the gender that its verb shows, which a name often does not (قالت هدى)."""
    feminine = cue.verb is not None and _persons(cue.verb.tags) == {"3fs"}
    return voice._replace(feminine=True) if feminine and voice.kind == "person" else voice


def _adjective_like(reading: Reading, sentence: Sentence, cue: CueHit) -> bool:
    """Tell whether a feminine participle is written as an adjective is, right after a noun (قيود مشددة على)."""
    if cue.verb is None or any(tag.endswith(".acc") for tag in cue.verb.tags) or cue.first == sentence.first:
        return False
    before = reading.tokens[cue.first - 1]
    return not cue.prefix and before.kind is Kind.WORD


def _subject_of(reading: Reading, sentence: Sentence, cue: CueHit, drafts: list[Draft], memory: Memory) -> Voice | None:
    """Return the subject before a verb: right before it, or set off by أما (أما الوزير فقال)."""
    begin = _clause_begin(reading, sentence, cue, drafts)
    if not cue.prefix:
        return source_before(reading, cue, begin, memory.names)
    topic = reading.knowledge.grammar.topics
    for at in range(max(begin, cue.first - _TOPIC_REACH), cue.first):
        if cue.prefix == _FA and reading.form(at).lstrip(_WA) in topic:
            return source_after(reading, at + 1, cue.first)
    return None


def _may_speak(reading: Reading, sentence: Sentence, cue: CueHit, voice: Voice, joint: Joint, memory: Memory) -> bool:
    """Tell whether the phrase at the verb can be its subject: one that no list knows, only after a plain cue."""
    subjects = cue.cue.subjects
    if subjects and not subjects.has(reading.form(voice.first)):
        return False
    if voice.known or reading.form(voice.first) in memory.names or titled(reading, voice):
        return True
    plain = joint.how in ("clause", "quote", "colon", "prep") and "near" not in cue.cue.takes
    return plain and _opens_clause(reading, sentence, cue)


def _speaker_before(
    reading: Reading, sentence: Sentence, cue: CueHit, drafts: list[Draft], memory: Memory
) -> Voice | None:
    """Return who a verb without a subject of its own goes back to, where it goes on with what somebody said."""
    if cue.cue.subjects or (cue.cue.impersonal and _bare_imperfect(cue)):
        return None
    if drafts and cue.first - drafts[-1].joint.start <= 2:
        return None  # قال إنهم يعتقدون أن …: one statement
    if plural(cue):
        if not _opens_clause(reading, sentence, cue):
            return None
        return next((v for v in reversed(memory.voices[-3:]) if _plural(reading, v)), None)
    if not drafts and cue.first - sentence.first > 3:
        subject = _subject_before(reading, sentence, cue)
        if subject and cue.verb and _agrees(subject, cue.verb.tags):
            return subject
    if not _opens_clause(reading, sentence, cue):
        return None
    return drafts[-1].voice if drafts else _recent(memory, cue)


def plural(cue: CueHit) -> bool:
    """Tell whether the verb can only be a plural, whose subject never follows it."""
    return cue.verb is not None and cue.verb.finite and _persons(cue.verb.tags) <= {"3mp", "3fp", "3md", "3fd"}


def _plural(reading: Reading, voice: Voice) -> bool:
    if voice.kind in ("collective", "anonymous") and not voice.singular:
        return True
    return voice.evidence.quote.split()[0].endswith(_PLURAL)


def _bare_imperfect(cue: CueHit) -> bool:
    return cue.verb is not None and all(tag.startswith("pres") and tag.endswith("3ms") for tag in cue.verb.tags)


def _in_relative_clause(reading: Reading, cue: CueHit) -> bool:
    return cue.first > 0 and reading.form(cue.first - 1) in reading.knowledge.grammar.relatives


def _opens_clause(reading: Reading, sentence: Sentence, cue: CueHit) -> bool:
    """Tell whether the verb begins its clause, as one does whose subject, though no list knows it, follows."""
    if cue.prefix or cue.last - cue.first > 1 or cue.first == sentence.first:
        return True
    return reading.clause_mark(cue.first - 1) or reading.form(cue.first - 1) in reading.knowledge.grammar.openings


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
    """Return the first actor, state or titled person of the sentence: the likely subject of a bare participle.

    A subject stands near the begin of its sentence, after its verb, or after a comma.
    """
    for at in range(sentence.first, cue.first):
        if reading.after_preposition(at):
            continue
        if at - sentence.first > _SUBJECT_REACH and not (reading.finite_verb(at - 1) or reading.clause_mark(at - 1)):
            continue
        voice = source_after(reading, at, cue.first) if heads_source(reading, at, cue.first) else None
        if voice and voice.known and voice.first == at:
            return voice
    return None


def _recent(memory: Memory, cue: CueHit) -> Voice | None:
    """Return the last source that agrees with the verb in number and gender, ``None`` where none does."""
    if not memory.voices:
        return None
    if cue.verb and cue.verb.finite:
        return next((v for v in reversed(memory.voices[-_REMEMBERED:]) if _agrees(v, cue.verb.tags)), None)
    return memory.voices[-1]


def _persons(tags: tuple[str, ...]) -> set[str]:
    """Return the third persons that a form can be."""
    return {person for person in (tag.rsplit(".", 1)[-1] for tag in tags) if person.startswith("3")}


def _agrees(voice: Voice, tags: tuple[str, ...]) -> bool:
    persons = _persons(tags)
    if voice.feminine:
        return "3fs" in persons
    if persons == {"3fs"}:
        return voice.kind != "person" and not voice.singular and not voice.evidence.quote.split()[0].endswith(_HUMANS)
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
    if joint is None:
        return None
    if joint.how == "prep":
        return _called_for(reading, cue, joint)
    if joint.how not in ("clause", "noun", "quote"):
        return None
    if cue.pronoun:
        if joint.source_limit > cue.last + 12 or joint.how == "noun":
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


def _adverbial(reading: Reading, sentence: Sentence, cue: CueHit, drafts: list[Draft], memory: Memory) -> Draft | None:
    """``بحسب مصدر أمني``: the rest of the sentence is said; beside another cue a medium named so is only a relay."""
    joint = find_joint(reading, cue, sentence.last) if cue.cue.frame in ("as_verb", "also_verb") else None
    limit = joint.source_limit if joint and joint.how in ("clause", "quote", "colon") else sentence.last
    voice = source_after(reading, cue.last, limit)
    if joint and joint.how == "clause" and joint.source_limit == cue.last and (drafts or memory.voices):
        return Draft(cue, drafts[-1].voice if drafts else memory.voices[-1], joint, explicit=False)  # كما تقول إن
    if voice is None or mute_subject(reading, cue.last, limit):
        return None
    if joint and joint.how in ("clause", "quote", "colon"):
        return Draft(cue, voice, joint, explicit=True)
    voice, passed_on = _origin(reading, sentence, voice)
    told = _told_by(reading, sentence, voice)
    if told:
        return Draft(cue, voice, told, explicit=True, relays=passed_on)
    if voice.known and voice.last < sentence.last and reading.form(voice.last) == ":":
        colon = find_joint(reading, cue, min(voice.last + 2, sentence.last))
        return Draft(cue, voice, colon, explicit=True, relays=passed_on) if colon else None
    fronting = _fronting_follows(reading, voice.last, sentence.last)
    fronted = cue.first - sentence.first <= 1 or fronting
    plainly = fronted and fronting and reading.form(_mark_end(reading, voice.last, sentence.last))[0] == _FA
    if not (voice.known or plainly or reading.form(voice.first) in memory.names or titled(reading, voice)):
        return None
    if (drafts and not fronted) or (not fronted and _joined_after(reading, voice.last, sentence.last)):
        return None
    start = _after_fronted(reading, voice.last, sentence.last)
    if fronted:
        return (
            Draft(cue, voice, Joint(voice.last, start, "clause"), explicit=True, relays=passed_on)
            if start < sentence.last
            else None
        )
    begin = sentence.first
    end = cue.first
    while end > begin and reading.clause_mark(end - 1):
        end -= 1
    return Draft(cue, voice, Joint(end, begin, "before"), explicit=True, relays=passed_on) if end - begin >= 3 else None


def _origin(reading: Reading, sentence: Sentence, voice: Voice) -> tuple[Voice, tuple[Relay, ...]]:
    """Return who stands after عن, and the medium before it as relay (وفق ما نقلته رويترز عن مصدر)."""
    at = voice.last
    if voice.kind != "media" or at + 1 >= sentence.last or reading.form(at) not in reading.knowledge.grammar.about:
        return voice, ()
    origin = source_after(reading, at + 1, sentence.last)
    if origin is None or not origin.known:
        return voice, ()
    return origin, tuple(channels(reading, voice.first, voice.last)[:1]) or (Relay(voice.evidence, None),)


def _told_by(reading: Reading, sentence: Sentence, voice: Voice) -> Joint | None:
    """Return the content of a verb whose subject the source is (وفقا لتقارير تشير إلى وجود …)."""
    if voice.last >= sentence.last:
        return None
    verb = next(
        iter(find_cues(reading, sentence._replace(first=voice.last, last=min(voice.last + 1, sentence.last)))), None
    )
    return find_joint(reading, verb, sentence.last) if verb and verb.form == "finite" else None


def _joined_after(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether أن follows, joined to a verb before the phrase (أعلن، وفق المدعي العام، أنه)."""
    while at < limit and reading.clause_mark(at):
        at += 1
    return at < limit and reading.form(at) in reading.knowledge.grammar.complementizers


def _fronting_follows(reading: Reading, at: int, limit: int) -> bool:
    at = _mark_end(reading, at, limit)
    return at < limit and reading.form(at) in reading.knowledge.grammar.fronting


def _mark_end(reading: Reading, at: int, limit: int) -> int:
    """Return the first token from ``at`` on that is no comma and no quotation mark."""
    while at < limit and (reading.clause_mark(at) or reading.form(at) in QUOTE_MARKS):
        at += 1
    return at


def _verb_lost(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether the word is فقد (to lose) and no particle: what was lost is counted right behind it."""
    return at + 1 < limit and reading.form(at)[0] == _FA and reading.tokens[at + 1].kind is Kind.NUMBER


def _after_fronted(reading: Reading, at: int, limit: int) -> int:
    """Step over the comma and فقد, فإن, أن that stand between a fronted source and what it says."""
    grammar = reading.knowledge.grammar
    outlet = reading.outlet_at(at, limit) if at < limit else None
    if outlet and outlet.prefix:
        at = outlet.last  # إحصائية لنورث برس
    marked = (
        k + 1
        for k in range(at, min(at + _FRONTING_REACH, limit))
        if reading.form(k) in grammar.fronting and reading.form(k)[0] == _FA and not _verb_lost(reading, k, limit)
    )
    at = next(marked, at)
    while (
        at < limit
        and not _verb_lost(reading, at, limit)
        and (
            reading.clause_mark(at)
            or reading.form(at) in _CLOSING
            or reading.form(at) in grammar.fronting
            or (reading.form(at) in grammar.complementizers and len(reading.form(at)) == 2)
        )
    ):
        at += 1
    return at
