"""A document as every extractor sees it: cut up once, with the readings of its words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from marsad.knowledge.base import Knowledge
from marsad.knowledge.schema import OutletEntry
from marsad.knowledge.words import VerbForm
from marsad.model.document import DateValue, Document
from marsad.model.span import Evidence, cut
from marsad.text.normalize import fold
from marsad.text.phrases import Hit
from marsad.text.segment import QUOTE_MARKS, Kind, SegmentedText, Sentence, Token, segment

_TA_MARBUTA, _LAM = "\u0629", "\u0644"
_ALI, _YA = "\u0639\u0644\u064a", "\u064a"
_MAQSURA_WORDS = ("\u0639\u0644\u0649 ", "\u0625\u0644\u0649 ")  # على, إلى
_ARTICLE = "\u0627\u0644"  # al-
_TITLE_REACH = 6  # words between a title and the name, what it is of among them
_PERSONS = ("person", "anonymous_unless_named")
_CLAUSE_MARKS = frozenset("،,؛;:.؟?!…")


@dataclass(slots=True)
class Reading:
    """One document being read. Token indexes are used throughout; :meth:`evidence` turns them into offsets."""

    document: Document
    knowledge: Knowledge
    text: SegmentedText
    quote_depth: Sequence[bool]
    ends: Sequence[int]
    spells_maqsura: bool = False

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens of the document."""
        return self.text.tokens

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, the title among them."""
        return self.text.sentences

    @property
    def published(self) -> DateValue | None:
        """The day of publication, where it is known."""
        return self.document.published

    def token_at(self, offset: int) -> int:
        """Return the token that holds, or is the first after, a code point offset."""
        return bisect_right(self.ends, offset)

    def outlet_at(self, at: int, limit: int) -> Hit[OutletEntry] | None:
        """Return the outlet named from token ``at`` on.

        A name that means something else too (الحياة, الشرق الأوسط) counts only after a word for media or in quotation
        marks; one of several words only where it is a region's.
        """
        for hit in self.knowledge.outlets.index.at(self.tokens, at, limit):
            before = self.form(at - 1).removeprefix(_LAM) if at else ""
            introduced = self.quote_depth[at] or self.knowledge.speakers.get(before) == "media" or self._named_as(hit)
            several = hit.last - hit.first > 1 and not self.knowledge.gazetteer.index.at(self.tokens, at, hit.last)
            if not hit.value.common or several or introduced:
                return hit
        return None

    def _named_as(self, hit: Hit[OutletEntry]) -> bool:
        """Tell whether only an outlet can be meant: a network after على, an agency after وفقا, a name in لـ(…)."""
        at, kind = hit.first, hit.value.kind
        if at == 0:
            return False
        if kind == "social":
            return self.form(at - 1) in self.knowledge.grammar.locatives
        if kind == "agency" and at > 0:
            return any(p.last == at for p in self.knowledge.cues.phrases.at(self.tokens, at - 1, at))
        return self.form(at - 1) == "(" and at > 1 and self.form(at - 2) == _LAM

    def is_title(self, sentence: Sentence) -> bool:
        """Tell whether the sentence is the document's title."""
        return sentence.paragraph == 0 and bool(self.document.title)

    def is_lead(self, sentence: Sentence) -> bool:
        """Tell whether the sentence stands in the first paragraph of the body."""
        return sentence.paragraph == (1 if self.document.title else 0)

    def form(self, at: int) -> str:
        """Return the folded spelling of a token."""
        return self.text.tokens[at].form

    def begins_with(self, at: int, phrase: str) -> bool:
        """Tell whether the words of ``phrase`` stand from token ``at`` on."""
        words = _folded(phrase)
        return tuple(t.form for t in self.tokens[at : at + len(words)]) == words

    def ends_with(self, at: int, phrase: str) -> bool:
        """Tell whether the words of ``phrase`` stand up to token ``at``."""
        begin = at + 1 - len(_folded(phrase))
        return begin >= 0 and self.begins_with(begin, phrase)

    def verb(self, at: int) -> tuple[VerbForm, ...]:
        """Return the readings of a token as a known verb; a word that ends in tāʾ marbūṭa is no finite form."""
        readings = self.knowledge.verbs.read(self.text.tokens[at].form)
        if readings and self.feminine(at):
            return tuple(r for r in readings if not r.finite)
        return readings

    def feminine(self, at: int) -> bool:
        """Tell whether the token ends in tāʾ marbūṭa."""
        return self.text.text[self.text.tokens[at].end - 1] == _TA_MARBUTA

    def finite_verb(self, at: int) -> bool:
        """Tell whether the token can be a finite form of a known verb and nothing nominal stands before it."""
        return any(reading.finite for reading in self.verb(at)) and not self.after_preposition(at)

    def after_preposition(self, at: int) -> bool:
        """Tell whether the word before is a preposition, so that this one is a noun."""
        return at > 0 and self.is_preposition(at - 1)

    def is_preposition(self, at: int) -> bool:
        """Tell whether the token is a preposition."""
        return self.form(at) in self.knowledge.grammar.prepositions and not self.names_ali(at)

    def names_ali(self, at: int) -> bool:
        """Tell whether the token is the name علي and not على, in a text that writes the two apart."""
        token = self.tokens[at]
        return token.form == _ALI and self.text.text[token.end - 1] == _YA and self.spells_maqsura

    def evidence(self, first: int, last: int) -> Evidence:
        """Return tokens ``[first, last)`` as evidence."""
        tokens = self.text.tokens
        return cut(self.text.text, tokens[first].start, tokens[last - 1].end)

    def bare_evidence(self, first: int, last: int, prefix: str) -> Evidence:
        """Return tokens as evidence, without the particles attached to the first of them."""
        start, end = self.text.tokens[first].start, self.text.tokens[last - 1].end
        taken = 0
        while taken < len(prefix) and start < end:
            taken += self.text.text[start].isalpha()
            start += 1
        if prefix.endswith(_LAM) and self.text.text[start : start + 1] == _LAM and self.form(first)[len(prefix) + 1 :]:
            start += 1  # للتنظيم: the article's own lam
        while start < end and not self.text.text[start].isalnum():
            start += 1
        return cut(self.text.text, start, end)

    def noun_phrase_end(self, first: int, limit: int, *, longest: int = 7) -> int:
        """Return where the noun phrase that begins at ``first`` ends.

        It runs over nouns, adjectives, names and quoted names up to a word of ``phrase_stops``, a finite verb, a number
        or a mark; و with a noun joins a second head.
        """
        at, words = first, 0
        while at < limit and words < longest:
            token = self.tokens[at]
            if token.form in QUOTE_MARKS:
                at += 1
                continue
            if token.kind is not Kind.WORD or (words and self.ends_phrase(at)):
                break
            at, words = at + 1, words + 1
        while at > first and self.tokens[at - 1].form in QUOTE_MARKS and not self._opened_inside(first, at - 1):
            at -= 1
        return at

    def _opened_inside(self, first: int, mark: int) -> bool:
        return any(self.tokens[k].form in QUOTE_MARKS for k in range(first, mark))

    def ends_phrase(self, at: int) -> bool:
        """Tell whether the word at ``at`` cannot go on a noun phrase."""
        form, grammar = self.form(at), self.knowledge.grammar
        if (form == _ALI and self.names_ali(at)) or self._names_somebody(at):
            return False
        if form in grammar.phrase_stops or form in grammar.complementizers:
            return True
        if form[0] in "وف" and (form[1:] in grammar.phrase_stops or form[1:] in grammar.complementizers):
            return True
        opens_quote = (
            self.quote_depth[at] and self.form(at - 1) in QUOTE_MARKS
        )  # a name may begin like a verb: «تجمع أحرار حوران»
        return any(r.finite for r in self.verb(at)) and not form.startswith(_ARTICLE) and not opens_quote

    def _names_somebody(self, at: int) -> bool:
        """Tell whether a name that is also a verb or a word of time stands behind a title (الأمير فيصل)."""
        form, grammar = self.form(at), self.knowledge.grammar
        if form not in grammar.names_like_stops:
            return False
        title = range(max(at - _TITLE_REACH, 0), at)
        if not any(self.knowledge.speakers.get(self.form(k)) in _PERSONS for k in title) or self.clause_mark(at - 1):
            return False
        if form not in grammar.phrase_stops:
            return True
        family = self.form(at + 1) if at + 1 < len(self.tokens) else ""
        return family.startswith(_ARTICLE) and family not in grammar.days and family not in grammar.phrase_stops

    def clause_mark(self, at: int) -> bool:
        """Tell whether the token is a comma, colon, stop or the like."""
        return self.form(at) in _CLAUSE_MARKS


@lru_cache(maxsize=10_000)
def _folded(phrase: str) -> tuple[str, ...]:
    return tuple(fold(phrase).split())


def read(document: Document, knowledge: Knowledge) -> Reading:
    """Cut the document up and return it ready for the extractors."""
    text = segment(document.text)
    inside = [False] * len(text.tokens)
    for passage in text.quoted:
        for at in range(passage.first, passage.last):
            inside[at] = True
    spells_maqsura = any(word in document.text for word in _MAQSURA_WORDS)
    return Reading(document, knowledge, text, inside, [token.end for token in text.tokens], spells_maqsura)
