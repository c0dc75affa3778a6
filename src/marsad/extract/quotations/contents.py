"""What is said: where the content of a cue ends, and whether its words are quoted."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.extract.quotations.cues import CueHit
from marsad.extract.quotations.joints import Joint
from marsad.extract.quotations.passages import passage_from
from marsad.extract.reading import Reading
from marsad.model.annotation import QuotationKind
from marsad.text.segment import QUOTE_MARKS, Kind, Quoted, Sentence


def content_end(reading: Reading, joint: Joint, sentence: Sentence, cues: Sequence[CueHit]) -> int:
    """Return the token before which the content ends: its closing mark, the next cue, a new turn, or the sentence."""
    passage = _passage_holding(reading, joint.start)
    if joint.how == "quote" and passage is not None:
        last = _continued(reading, passage)
        if not last.closed:
            return _without_stop(reading, joint.start, last.last)
        if not _on_condition(reading, last.last + 1, sentence.last):
            return last.last
    end = sentence.last
    for cue in cues:
        if joint.start < cue.first < end and not _inside_quotes(reading, cue.first, joint.start):
            end = cue.first
            break
    end = min(end, _turn(reading, joint.start, end))
    opening = passage_from(reading, joint.start)
    if opening is not None and opening.last - opening.first >= 3 and _stands_alone(reading, opening, end):
        return opening.last if opening.closed else _without_stop(reading, joint.start, opening.last)
    return _trim(reading, joint.start, end)


def _on_condition(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether a condition goes on right behind the quoted words (بـ«تصعيد» إذا لم تستجب)."""
    return at < limit and any(reading.knowledge.grammar.conditions.at(reading.tokens, at, limit))


def _without_stop(reading: Reading, start: int, end: int) -> int:
    return end - 1 if end > start + 1 and reading.form(end - 1) == "." else end


def _continued(reading: Reading, passage: Quoted) -> Quoted:
    """Follow a quotation into the next paragraphs where these are nothing but quoted words (“… / “ … / “ …)."""
    while passage.closed or passage.last >= len(reading.tokens):
        following = next((s for s in reading.sentences if s.first > passage.last), None)
        if following is None:
            break
        after = passage_from(reading, following.first)
        ends = after is not None and after.last + 2 >= following.last
        if (
            after is None
            or not ends
            or any(not reading.clause_mark(k) for k in range(passage.last + 1, following.first))
        ):
            break
        passage = after
    return passage


def _stands_alone(reading: Reading, passage: Quoted, end: int) -> bool:
    after = passage.last + 1
    return not passage.closed or after >= end or reading.clause_mark(after)


def _passage_holding(reading: Reading, at: int) -> Quoted | None:
    return next((p for p in reading.text.quoted if p.first <= at < p.last), None)


def _inside_quotes(reading: Reading, at: int, start: int) -> bool:
    """Tell whether a cue is said inside quotation marks that opened within the content."""
    return any(p.first <= at < p.last and p.first > start - 2 for p in reading.text.quoted)


def _turn(reading: Reading, start: int, end: int) -> int:
    """Return where the outlet takes the word again after a comma (فيما، بينما، في حين …)."""
    openers = reading.knowledge.grammar.clause_openers
    for at in range(start + 3, end):
        if reading.clause_mark(at - 1) and not reading.quote_depth[at] and openers.at(reading.tokens, at, end):
            return at
    return end


def _trim(reading: Reading, start: int, end: int) -> int:
    """Cut the final stop, a comma, and particles left over before the next cue."""
    if end > start + 2 and reading.form(end - 1) in reading.knowledge.grammar.openings and reading.clause_mark(end - 2):
        end -= 1
    while end > start + 1 and (
        reading.tokens[end - 1].kind is Kind.MARK and reading.form(end - 1) not in (")", "»", "”", '"', "؟", "!")
    ):
        end -= 1
    if reading.form(end - 1) in ("»", "”", '"') and not any(
        reading.form(k) in QUOTE_MARKS for k in range(start, end - 1)
    ):
        end -= 1
    return end


def content_kind(reading: Reading, joint: Joint, end: int) -> QuotationKind:
    """Return direct where all words are quoted (or follow a colon without أن), mixed where some are, else indirect."""
    if joint.how == "colon":
        return "direct"
    opening, holding = passage_from(reading, joint.start), _passage_holding(reading, joint.start)
    if joint.how == "quote" and holding and holding.closed and _on_condition(reading, holding.last + 1, end):
        return "mixed"
    if joint.how == "quote" or holding:
        return "direct"
    if opening is not None and opening.last >= end - 1:
        return "direct"
    inner = (p for p in reading.text.quoted if joint.start <= p.first and p.last <= end)
    return "mixed" if any(_is_speech(reading, p) for p in inner) else "indirect"


def _is_speech(reading: Reading, passage: Quoted) -> bool:
    """Tell whether a passage in marks is speech and not a name or a number."""
    words = [k for k in range(passage.first, passage.last) if reading.tokens[k].kind is Kind.WORD]
    if len(words) < 2:
        return False
    indexes = (reading.knowledge.actors.index, reading.knowledge.outlets.index)
    ends = [hit.last for index in indexes for hit in index.at(reading.tokens, passage.first, passage.last)]
    numbered = passage.last - passage.first == 2 and reading.tokens[passage.last - 1].kind is Kind.NUMBER
    return max(ends, default=0) < passage.last and not numbered
