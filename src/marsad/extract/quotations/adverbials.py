"""The frame of an adverbial: بحسب مصدر أمني."""

from __future__ import annotations

from marsad.extract.quotations.cues import CueHit, find_cues
from marsad.extract.quotations.drafts import Draft, Memory
from marsad.extract.quotations.joints import Joint, find_joint
from marsad.extract.quotations.relays import channels
from marsad.extract.quotations.sources import mute_subject, source_after
from marsad.extract.quotations.voices import Voice, titled
from marsad.extract.reading import Reading
from marsad.model.annotation import Relay
from marsad.text.segment import QUOTE_MARKS, Kind, Sentence

_FA = "\u0641"
_CLOSING = frozenset("»”″")
_FRONTING_REACH = 12  # words of a clause between a fronted source and فإن


def adverbial(reading: Reading, sentence: Sentence, cue: CueHit, drafts: list[Draft], memory: Memory) -> Draft | None:
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
    phrase = reading.knowledge.cues.phrases.at(reading.tokens, at, sentence.last) if at < sentence.last else []
    if phrase and phrase[0].value.frame == "according_to":
        at = phrase[0].last - 1  # نقلا عن
    if voice.kind != "media" or at + 1 >= sentence.last or reading.form(at) not in reading.knowledge.grammar.about:
        return voice, ()
    origin = source_after(reading, at + 1, sentence.last)
    if origin is None or not origin.known:
        return voice, ()
    return origin, tuple(channels(reading, voice.first, voice.last)[:1]) or (Relay(voice.evidence, None),)


def passes_on(reading: Reading, cue: CueHit, told: Draft) -> bool:
    """Tell whether «نقلا عن» behind what a medium says names who said it first."""
    return (
        cue.form == "phrase"
        and cue.cue.frame == "according_to"
        and told.voice.kind == "media"
        and not told.relays
        and reading.form(cue.last - 1) in reading.knowledge.grammar.about
    )


def passed_on_by(reading: Reading, sentence: Sentence, cue: CueHit, told: Draft) -> Draft:
    """Return the statement with its first source, the medium as relay; unchanged where nobody known is named."""
    origin = source_after(reading, cue.last, sentence.last)
    if origin is None or not origin.known:
        return told
    relay = channels(reading, told.voice.first, told.voice.last)[:1] or [Relay(told.voice.evidence, None)]
    return told._replace(voice=origin, relays=tuple(relay))


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
