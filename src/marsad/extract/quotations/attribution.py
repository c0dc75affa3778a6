"""The order of the work: find cues, join each with source and content, settle where contents end, note relays."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from marsad.extract.quotations.adverbials import passed_on_by, passes_on
from marsad.extract.quotations.answers import find_answers
from marsad.extract.quotations.classes import final_class
from marsad.extract.quotations.contents import content_end, content_kind
from marsad.extract.quotations.cues import CueHit, find_cues
from marsad.extract.quotations.drafts import Draft, Memory
from marsad.extract.quotations.frames import draft_of
from marsad.extract.quotations.interviews import Answered, find_answered, interviewee
from marsad.extract.quotations.joints import Joint
from marsad.extract.quotations.passages import passage_from
from marsad.extract.quotations.relays import channels
from marsad.extract.quotations.sources import names_source
from marsad.extract.quotations.voices import Voice, names_beside_titles, same_source
from marsad.extract.reading import Reading
from marsad.model.annotation import ActorMention, Feature, Quotation, Relay, Source
from marsad.model.identity import content_id
from marsad.model.span import Evidence
from marsad.text.segment import Sentence


@dataclass(slots=True)
class _Settled:
    """A draft whose content is settled: tokens ``[draft.joint.start, end)``; ``nested`` in what another source says.

    Of the channels, ``fronted`` ones are named before the cue and ``trailing`` ones behind the content.
    """

    draft: Draft
    end: int
    relays: list[Relay] = field(default_factory=list)
    nested: bool = False
    fronted: list[Relay] = field(default_factory=list)
    trailing: list[Relay] = field(default_factory=list)


_WA, _BUT = "\u0648", ("\u0644\u0643\u0646", "\u0627\u0630")  # wa-, but, since
_CONJUNCTIONS = ("\u0648", "\u0641")
_FRONTED_REACH = 10  # tokens of an occasion before its cue
_CHANNEL_REACH = 8  # tokens after a relay phrase in which the outlet is named


def find_quotations(reading: Reading, actors: tuple[ActorMention, ...]) -> tuple[Quotation, ...]:
    """Return the attributed statements of the body (a title adds none), in the order of their content."""
    memory = Memory(names=names_beside_titles(reading))
    told: list[_Settled] = []
    answers, asked = find_answered(reading), None
    for sentence in reading.sentences:
        if sentence.first in answers:
            asked = asked or interviewee(memory.voices)
            _add_answer(reading, answers[sentence.first], asked, told)
        if not reading.is_title(sentence):
            _read_sentence(reading, sentence, memory, told)
    found = [_finish(reading, settled, actors) for settled in told]
    return tuple(sorted(found, key=lambda q: (q.content.start, q.cue.start)))


def _add_answer(reading: Reading, answer: Answered, asked: Voice | None, told: list[_Settled]) -> None:
    """Add what is answered in an interview, if it is known who is asked."""
    voice = answer.asked or asked
    if voice:
        joint = Joint(answer.cue.last, answer.start, "colon")
        before = next((t for t in reversed(told) if not t.nested), None)
        relays = list(before.relays) if before and same_source(before.draft.voice, voice) else []
        draft = Draft(answer.cue, voice, joint, explicit=False)
        told.append(_Settled(draft, _trim_stop(reading, answer), relays))


def _trim_stop(reading: Reading, answer: Answered) -> int:
    """Return the end of an answer without its final stop."""
    return answer.end - (reading.form(answer.end - 1) == ".")


def _read_sentence(reading: Reading, sentence: Sentence, memory: Memory, told: list[_Settled]) -> None:
    """Add the statements of one sentence to ``told``."""
    drafts: list[Draft] = []
    media: list[CueHit] = []
    for cue in find_cues(reading, sentence):
        if drafts and drafts[-1].cue.first < cue.first < drafts[-1].joint.start:
            continue
        if drafts and passes_on(reading, cue, drafts[-1]):
            drafts[-1] = passed_on_by(reading, sentence, cue, drafts[-1])
            media.append(cue)
            continue
        draft = draft_of(reading, sentence, cue, drafts, memory)
        if draft:
            drafts.append(draft)
            memory.voices.append(draft.voice)
        elif cue.form == "phrase" and names_source(reading, cue, sentence.last):
            media.append(cue)
    cutters = sorted([*(d.cue for d in drafts), *media])
    settled = [
        _settle(reading, sentence, d, [c for c in cutters if not _nested(reading, d, c, drafts)]) for d in drafts
    ]
    settled = [s for s in settled if s.end > s.draft.joint.start]
    if settled:
        settled[0].fronted = _fronted_channels(reading, sentence, settled[0].draft)
    for item in settled:
        item.relays += _chain(reading, item, told)
        told.append(item)
    _add_lone_channels(reading, sentence, told, media)


def _fronted_channels(reading: Reading, sentence: Sentence, draft: Draft) -> list[Relay]:
    """Return the channel of an occasion told before the cue (وفي تغريدة على تويتر، قال)."""
    begin, cue, grammar = sentence.first, draft.cue.first, reading.knowledge.grammar
    occasion = reading.form(begin).lstrip(_WA) in grammar.prepositions and grammar.occasions.has(
        reading.form(begin + 1)
    )
    if not occasion or cue - begin > _FRONTED_REACH:
        return []
    return channels(reading, begin, cue)[:1]


def _nested(reading: Reading, outer: Draft, cue: CueHit, drafts: Sequence[Draft]) -> bool:
    """Tell whether the cue stands in what ``outer`` says, its subject before it (قال المحافظ إن الوزير أكد أن …)."""
    inner = next((d for d in drafts if d.cue is cue), None)
    if inner is None or not inner.explicit or outer.joint.how == "before" or outer.joint.start > inner.voice.first:
        return False
    begin = inner.voice.first
    apart = begin > outer.joint.start and (
        reading.clause_mark(begin - 1)
        or reading.form(begin)[0] in _CONJUNCTIONS
        or reading.form(begin - 1).lstrip(_WA) in _BUT
        or bool(reading.knowledge.grammar.clause_openers.at(reading.tokens, begin - 1, begin + 1))
    )
    return inner.voice.last <= cue.first and not apart and not same_source(outer.voice, inner.voice)


def _settle(reading: Reading, sentence: Sentence, draft: Draft, cutters: Sequence[CueHit]) -> _Settled:
    if draft.joint.how == "before":
        return _Settled(draft, draft.joint.source_limit)
    later = [c for c in cutters if c.first > draft.cue.first and c is not draft.cue]
    return _Settled(draft, content_end(reading, draft.joint, sentence, later))


def _chain(reading: Reading, item: _Settled, told: Sequence[_Settled]) -> list[Relay]:
    """Return who passed the statement on, nearest to the reader first: who quotes its source, then its channels.

    A channel is carried forward while the same source goes on talking, but not one named behind what is said.
    """
    draft = item.draft
    named = list(dict.fromkeys((*draft.relays, *_named_with_cue(reading, draft), *item.fronted)))
    outer = next((t for t in reversed(told) if t.draft.joint.start <= draft.cue.first and item.end <= t.end), None)
    if outer and not same_source(outer.draft.voice, draft.voice):
        item.nested = True
        return [*outer.relays, Relay(outer.draft.voice.evidence, None), *named]
    before = next((t for t in reversed(told) if not t.nested), None)
    return named or (before.relays if before and same_source(before.draft.voice, draft.voice) else [])


def _add_lone_channels(reading: Reading, sentence: Sentence, told: Sequence[_Settled], media: Sequence[CueHit]) -> None:
    """Add a channel that a phrase of its own names (بحسب رويترز) to the statement before it.

    Where the phrase is the whole sentence, that is the last statement of the sentence before.
    """
    for cue in media:
        named = channels(reading, cue.last, min(cue.last + _CHANNEL_REACH, sentence.last))
        alone = cue.last - sentence.first <= _CHANNEL_REACH and sentence.last - cue.last <= _CHANNEL_REACH
        owner = next((t for t in reversed(told) if sentence.first <= t.draft.cue.first < cue.first or alone), None)
        if named and owner:
            owner.trailing += [r for r in named[:1] if r not in owner.relays]


def _named_with_cue(reading: Reading, draft: Draft) -> list[Relay]:
    if draft.joint.how == "before":
        return []
    voice = draft.voice.evidence
    between = channels(reading, draft.cue.last, draft.joint.source_limit)
    return [r for r in between if not (voice.start <= r.evidence.start < voice.end)]


def _finish(reading: Reading, settled: _Settled, actors: tuple[ActorMention, ...]) -> Quotation:
    draft, start, end = settled.draft, settled.draft.joint.start, settled.end
    content = _content(reading, draft, end)
    cue = reading.evidence(draft.cue.first, draft.cue.last)
    voice = draft.voice
    actor = next(
        (a for a in actors if a.evidence.start < voice.evidence.end and voice.evidence.start < a.evidence.end), None
    )
    features = _features(draft)
    return Quotation(
        id=content_id(reading.document.id, "quotation", cue.start, content.start, content.end),
        source=Source(voice.evidence, voice.kind, actor.actor_id if actor else None, voice.evidence.quote),
        cue=cue,
        cue_class=final_class(reading, draft.cue, start, end)
        if draft.joint.how != "direct"
        else draft.cue.cue.cue_class,
        kind=content_kind(reading, draft.joint, end),
        content=content,
        relays=(*settled.relays, *settled.trailing),
        occasion=None,
        answers=find_answers(reading, start, end, actors),
        score=1 / (1 + math.exp(-sum(f.value for f in features))),
        features=features,
    )


def _content(reading: Reading, draft: Draft, end: int) -> Evidence:
    """Return the content without outer quotation marks; those of a name that it begins with are its own."""
    start = draft.joint.start
    opening = passage_from(reading, start)
    if opening and opening.closed and opening.last + 1 < end:
        return reading.evidence(start, end)
    return reading.bare_evidence(start, end, draft.joint.prefix)


_JOINT_WEIGHT = {"clause": 2.0, "quote": 2.0, "colon": 1.0, "prep": 1.0, "noun": 1.2, "before": 1.0, "direct": 0.2}


def _features(draft: Draft) -> tuple[Feature, ...]:
    """Return the reasons to trust the attribution, as log-odds: how it is joined, how near the source stands."""
    return (
        Feature(f"joined_by_{draft.joint.how}", _JOINT_WEIGHT.get(draft.joint.how, 0.5)),
        Feature("source_at_cue" if draft.explicit else "source_carried_over", 1.0 if draft.explicit else -0.5),
        Feature("known_head", 0.5) if draft.voice.known else Feature("unknown_head", -0.5),
    )
