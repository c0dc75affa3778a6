"""Positions that a statement takes on the watch-questions."""

from __future__ import annotations

from marsad.extract.reading import Reading
from marsad.knowledge.base import Question
from marsad.model.annotation import ActorMention, Answer
from marsad.text.patterns import match_after

_NEGATION_REACH = 6  # words before a wording in which a negator turns it
_TOPIC_REACH = 400  # code points before a content within which its topic may be named


def find_answers(reading: Reading, start: int, end: int, actors: tuple[ActorMention, ...]) -> tuple[Answer, ...]:
    """Return the answers that tokens ``[start, end)`` give: one a question, none where they do not speak of it."""
    begin, stop = reading.tokens[start].start, reading.tokens[end - 1].end
    named = {a.actor_id for a in actors if begin - _TOPIC_REACH <= a.evidence.start < stop}
    answers = (_answer(reading, start, end, q) for q in reading.knowledge.questions if q.about & named)
    return tuple(answer for answer in answers if answer)


def _answer(reading: Reading, start: int, end: int, question: Question) -> Answer | None:
    """Return the position with the most wordings; a negated one counts for its opposite; the first wins ties.

    Wordings that begin or end with the same word are one.
    """
    votes: dict[str, list[tuple[int, int]]] = {}
    for at in range(start, end):
        for hit in question.positions.at(reading.tokens, at, end):
            last = match_after(reading.tokens, hit.last, end, hit.value.rest)
            if last:
                name = hit.value.position
                if name in question.negated and _negated(reading, start, at, question):
                    name = question.negated[name]
                votes.setdefault(name, []).append((at, last))
    if not votes:
        return None
    best = min(
        votes, key=lambda name: (-min(len(set(ends)) for ends in zip(*votes[name], strict=True)), min(votes[name]))
    )
    first, last = min(votes[best])
    return Answer(question.id, best, reading.evidence(first, last))


def _negated(reading: Reading, start: int, at: int, question: Question) -> bool:
    begin = max(start, at - _NEGATION_REACH)
    return any(question.negators.at(reading.tokens, k, at) for k in range(begin, at))
