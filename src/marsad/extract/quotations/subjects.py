"""The subject of a reporting verb: before it, or carried over from a statement before."""

from __future__ import annotations

from marsad.extract.quotations.cues import CueHit
from marsad.extract.quotations.drafts import Draft, Memory
from marsad.extract.quotations.joints import Joint
from marsad.extract.quotations.objects import accusative
from marsad.extract.quotations.sources import source_after, source_before
from marsad.extract.quotations.voices import Voice, heads_source, titled
from marsad.extract.reading import Reading
from marsad.text.segment import Kind, Sentence

_ARTICLE = "\u0627\u0644"
_TA_MARBUTA = "\u0629"
_WA = "\u0648"
_FA = "\u0641"
_HUMANS = ("\u0648\u0646", "\u064a\u0646")  # -ūn, -īn: never with a feminine verb
_PRONOUNS = ("\u0647", "\u0647\u0627", "\u0647\u0645")  # -hu, -hā, -hum
_REMEMBERED = 4  # sources back to which a verb may go
_PLURAL = ("\u0648\u0646", "\u064a\u0646", "\u0627\u062a")  # -ūn, -īn, -āt
_TOPIC_REACH = 15  # words between أما and the verb
_SUBJECT_REACH = 2  # words before a subject at the begin of its sentence


def subject_of(reading: Reading, sentence: Sentence, cue: CueHit, drafts: list[Draft], memory: Memory) -> Voice | None:
    """Return the subject before a verb: right before it, or set off by أما (أما الوزير فقال)."""
    begin = _clause_begin(reading, sentence, cue, drafts)
    if not cue.prefix:
        voice = source_before(reading, cue, begin, memory.names)
        return voice if voice and cue.verb and agrees(voice, cue.verb.tags) else None
    topic = reading.knowledge.grammar.topics
    for at in range(max(begin, cue.first - _TOPIC_REACH), cue.first):
        if cue.prefix == _FA and reading.form(at).lstrip(_WA) in topic:
            return source_after(reading, at + 1, cue.first)
    return None


def speaker_before(
    reading: Reading, sentence: Sentence, cue: CueHit, drafts: list[Draft], memory: Memory
) -> Voice | None:
    """Return who a verb without a subject of its own goes back to, where it goes on with what somebody said."""
    if cue.cue.subjects or (cue.cue.impersonal and _bare_imperfect(cue)):
        return None
    if drafts and cue.first - drafts[-1].joint.start <= 2:
        return None  # قال إنهم يعتقدون أن …: one statement
    if plural(cue):
        if not opens_clause(reading, sentence, cue):
            return None
        return next((v for v in reversed(memory.voices[-3:]) if _plural(reading, v)), None)
    if not drafts and cue.first - sentence.first > 3:
        subject = subject_before(reading, sentence, cue)
        if subject and cue.verb and agrees(subject, cue.verb.tags):
            return subject
    if not opens_clause(reading, sentence, cue):
        return None
    return drafts[-1].voice if drafts else recent_voice(memory, cue)


def may_speak(reading: Reading, sentence: Sentence, cue: CueHit, voice: Voice, joint: Joint, memory: Memory) -> bool:
    """Tell whether the phrase at the verb can be its subject: one that no list knows, only after a plain cue."""
    subjects = cue.cue.subjects
    if subjects and not subjects.has(reading.form(voice.first)):
        return False
    if voice.known or reading.form(voice.first) in memory.names or titled(reading, voice):
        return True
    plain = joint.how in ("clause", "quote", "colon", "prep") and "near" not in cue.cue.takes
    return plain and opens_clause(reading, sentence, cue)


def adjective_like(reading: Reading, sentence: Sentence, cue: CueHit) -> bool:
    """Tell whether a feminine participle is written as an adjective is, right after a noun (قيود مشددة على)."""
    if cue.verb is None or any(tag.endswith(".acc") for tag in cue.verb.tags) or cue.first == sentence.first:
        return False
    before = reading.tokens[cue.first - 1]
    return not cue.prefix and before.kind is Kind.WORD


def object_follows(reading: Reading, cue: CueHit) -> bool:
    """Tell whether who is spoken to stands right after the verb, since it cannot be its subject."""
    if "addressee" not in cue.cue.takes or cue.verb is None or cue.last >= len(reading.tokens):
        return False
    form = reading.form(cue.last)
    if accusative(reading, cue.last) and not heads_source(reading, cue.last, cue.last + 1):
        return True
    before = reading.form(cue.first - 1) if cue.first else ""
    if before in reading.knowledge.grammar.openings and before.endswith(_PRONOUNS):
        return True  # لكنها تتهم السلطات
    persons = _persons(cue.verb.tags)
    if persons == {"3fs"}:
        return reading.knowledge.masculine.has(form)
    return (
        persons == {"3ms"}
        and form.startswith(_ARTICLE)
        and reading.evidence(cue.last, cue.last + 1).quote.endswith(_TA_MARBUTA)
    )


def gendered(cue: CueHit, voice: Voice) -> Voice:
    """Return the source with the gender that its verb shows, which a name often does not (قالت هدى)."""
    feminine = cue.verb is not None and _persons(cue.verb.tags) == {"3fs"}
    return voice._replace(feminine=True) if feminine and voice.kind == "person" else voice


def opens_clause(reading: Reading, sentence: Sentence, cue: CueHit) -> bool:
    """Tell whether the verb begins its clause, as one does whose subject, though no list knows it, follows."""
    if cue.prefix or cue.last - cue.first > 1 or cue.first == sentence.first:
        return True
    return reading.clause_mark(cue.first - 1) or reading.form(cue.first - 1) in reading.knowledge.grammar.openings


def in_relative_clause(reading: Reading, cue: CueHit) -> bool:
    """Tell whether a relative pronoun stands right before the verb."""
    return cue.first > 0 and reading.form(cue.first - 1) in reading.knowledge.grammar.relatives


def subject_before(reading: Reading, sentence: Sentence, cue: CueHit) -> Voice | None:
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


def recent_voice(memory: Memory, cue: CueHit) -> Voice | None:
    """Return the last source that agrees with the verb in number and gender, ``None`` where none does."""
    if not memory.voices:
        return None
    if cue.verb and cue.verb.finite:
        return next((v for v in reversed(memory.voices[-_REMEMBERED:]) if agrees(v, cue.verb.tags)), None)
    return memory.voices[-1]


def plural(cue: CueHit) -> bool:
    """Tell whether the verb can only be a plural, whose subject never follows it."""
    return cue.verb is not None and cue.verb.finite and _persons(cue.verb.tags) <= {"3mp", "3fp", "3md", "3fd"}


def _plural(reading: Reading, voice: Voice) -> bool:
    if voice.kind in ("collective", "anonymous") and not voice.singular:
        return True
    return voice.evidence.quote.split()[0].endswith(_PLURAL)


def _bare_imperfect(cue: CueHit) -> bool:
    return cue.verb is not None and all(tag.startswith("pres") and tag.endswith("3ms") for tag in cue.verb.tags)


def _persons(tags: tuple[str, ...]) -> set[str]:
    """Return the third persons that a form can be."""
    return {person for person in (tag.rsplit(".", 1)[-1] for tag in tags) if person.startswith("3")}


def agrees(voice: Voice, tags: tuple[str, ...]) -> bool:
    """Tell whether a source and a verb of these tags can be of one gender and number."""
    persons = _persons(tags)
    if voice.feminine:
        return "3fs" in persons
    if persons == {"3fs"}:
        return voice.kind != "person" and not voice.singular and not voice.evidence.quote.split()[0].endswith(_HUMANS)
    if persons == {"3ms"} and voice.kind in ("collective", "anonymous") and not voice.singular:
        return False
    return "3ms" in persons or "3mp" in persons


def _clause_begin(reading: Reading, sentence: Sentence, cue: CueHit, drafts: list[Draft]) -> int:
    begin = drafts[-1].joint.start if drafts else sentence.first
    openers = reading.knowledge.grammar.clause_openers
    for at in range(cue.first - 1, begin, -1):
        if openers.at(reading.tokens, at, cue.first):
            return at + 1
    return begin
