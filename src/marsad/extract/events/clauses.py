"""Clauses of a sentence, as far as arguments go by them, and the subject matter of a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.extract.reading import Reading
from marsad.knowledge.base import Context
from marsad.model.annotation import ActorMention, Count, PlaceMention, Quotation, TimeExpression
from marsad.model.span import Evidence
from marsad.text.morphology import without_pronoun
from marsad.text.segment import Sentence

_WORDS_A_CONFLICT_WORD = 150  # a text about conflict has a word of it at least this often
_RHETORIC = ("؟", "?", "!")
_COMMAS = ("\u060c", ",")
_HEADING = 8  # a heading has no more words
_REMARK = 5  # a remark between commas has fewer words
_WORDS_A_SIGN = 60  # an essay has a rhetorical sign at least this often
_WORDS_A_QUOTATION = 150  # and quotes somebody less often than this
_SHORT = 60  # words within which it need not have one


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with what the other extractors found in it, by token."""

    reading: Reading
    actor_at: dict[int, ActorMention]
    place_at: dict[int, PlaceMention]
    counted: frozenset[int]
    timed: frozenset[int]
    conflict: int
    other_matter: int
    commentary: bool

    @property
    def peaceful(self) -> bool:
        """Tell whether the text is about something else than conflict: sport, business, crime, accidents."""
        if self.conflict * _WORDS_A_CONFLICT_WORD < len(self.reading.tokens) - _SHORT:
            return True
        return self.other_matter >= 2 * self.conflict and self.other_matter > 0

    def context_in(self, name: str, first: int, last: int) -> bool:
        """Tell whether a word, actor or place of the context ``name`` stands in tokens ``[first, last)``."""
        context = self.reading.knowledge.ontology.contexts[name]
        return any(self._is_of(context, at) for at in range(first, last))

    def _is_of(self, context: Context, at: int) -> bool:
        if context.words.has(self.reading.form(at)):
            return at == 0 or not context.unless_prev.has(self.reading.form(at - 1))
        actor = self.actor_at.get(at)
        if actor and actor.kind in context.actor_kinds:
            return True
        if (context.places and at in self.place_at) or (context.counts and at in self.counted):
            return True
        return bool(context.phrases.at(self.reading.tokens, at, len(self.reading.tokens)))


def scene(
    reading: Reading,
    actors: Sequence[ActorMention],
    places: Sequence[PlaceMention],
    counts: Sequence[Count],
    times: Sequence[TimeExpression],
    quotations: Sequence[Quotation],
) -> Scene:
    """Lay out what is known of a document by token."""
    contexts = reading.knowledge.ontology.contexts
    forms = Counter(token.form for token in reading.tokens)
    conflict = sum(number for form, number in forms.items() if contexts["conflict"].words.has(form))
    conflict += sum(a.kind in contexts["conflict"].actor_kinds for a in actors)
    matters = [contexts[name].words for name in ("sport", "business", "crime")]
    other = sum(number for form, number in forms.items() if any(words.has(form) for words in matters))
    return Scene(
        reading=reading,
        actor_at={reading.token_at(a.evidence.start): a for a in actors},
        place_at={reading.token_at(p.evidence.start): p for p in places},
        counted=_tokens_of(reading, [c.evidence for c in counts]),
        timed=_tokens_of(reading, [t.evidence for t in times]),
        conflict=conflict,
        other_matter=other,
        commentary=_is_commentary(reading, quotations),
    )


def _is_commentary(reading: Reading, quotations: Sequence[Quotation]) -> bool:
    """Tell whether the text is an essay rather than a report.

    It asks, exclaims and speaks of we and I, outside of quoted speech, and hardly quotes anybody.
    """
    words = len(reading.tokens)
    if words <= _SHORT or len(quotations) * _WORDS_A_QUOTATION >= words:
        return False
    own = reading.knowledge.ontology.contexts["commentary"].words
    said = _tokens_of(reading, [q.content for q in quotations])
    signs = sum(
        own.has(token.form) or token.form in _RHETORIC for at, token in enumerate(reading.tokens) if at not in said
    )
    return signs * _WORDS_A_SIGN >= words


def _tokens_of(reading: Reading, spans: Sequence[Evidence]) -> frozenset[int]:
    return frozenset(k for e in spans for k in range(reading.token_at(e.start), reading.token_at(e.end - 1) + 1))


def is_heading(reading: Reading, sentence: Sentence, after: Sentence | None) -> bool:
    """Tell whether a line is the heading of the text ``after`` it: a few words without a verb or a stop."""
    words = sentence.last - sentence.first
    if (
        after is None
        or sentence.paragraph == after.paragraph
        or words > _HEADING
        or after.last - after.first <= _HEADING
    ):
        return False
    verbless = not any(reading.finite_verb(at) for at in range(sentence.first, sentence.last))
    return verbless and not reading.clause_mark(sentence.last - 1)


def _remark_end(reading: Reading, sentence: Sentence, at: int) -> int:
    """Return the token after the short remark without a verb that ends with a comma; ``at - 1`` where there is none."""
    for k in range(at, min(at + _REMARK, sentence.last)):
        if reading.form(k) in _COMMAS:
            return k + 1
        if any(r.finite for r in reading.verb(k)):
            break
    return at - 1


def clause_numbers(reading: Reading, sentence: Sentence) -> list[int]:
    """Return the clause of each token of the sentence, numbered from 0.

    A clause ends at a comma, colon or semicolon, before a connector (فيما, كما, حيث …) and before و with a finite verb.
    It goes on past a short remark between commas (أحبطت الشرطة، الجمعة، هجوما).
    """
    numbers: list[int] = []
    clause, remark_ends = 0, sentence.first
    openers = reading.knowledge.grammar.clause_openers
    for at in range(sentence.first, sentence.last):
        form = reading.form(at)
        joined = form.startswith(("و", "ف")) and any(r.finite and r.prefix for r in reading.verb(at))
        if at > sentence.first and at > remark_ends:
            remark_ends = _remark_end(reading, sentence, at) if reading.form(at - 1) in _COMMAS else at - 1
        marked = at > sentence.first and reading.clause_mark(at - 1) and at > remark_ends
        if at > sentence.first and (marked or joined or openers.at(reading.tokens, at, sentence.last)):
            clause += 1
        numbers.append(clause)
    return numbers


def is_verb(reading: Reading, at: int) -> bool:
    """Tell whether a finite verb stands at the token; بين and بينهم, which look like one, are mostly prepositions."""
    form, prepositions = reading.form(at), reading.knowledge.grammar.prepositions
    if form in prepositions or not reading.finite_verb(at):
        return False
    return not any(stem in prepositions for stem, _ in without_pronoun(form))


def clause_begins(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a clause with a verb of its own begins between, behind a mark; وقع only carries the happening."""
    return any(
        reading.clause_mark(at - 1) and is_verb(reading, at) and not _carries(reading, at)
        for at in range(first + 1, last)
    )


def _carries(reading: Reading, at: int) -> bool:
    return any(form.lemma in reading.knowledge.status.carriers for form in reading.verb(at))
