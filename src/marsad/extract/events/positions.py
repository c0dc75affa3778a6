"""Where the parties of a sentence stand to its verbs: subject, object, and what a bare verb goes back to."""

from __future__ import annotations

from itertools import pairwise

from marsad.extract.events.agreement import fits, is_object
from marsad.extract.events.clauses import Scene
from marsad.extract.events.parties import Party, parties_in
from marsad.knowledge.words import VerbForm
from marsad.text.normalize import fold
from marsad.text.segment import QUOTE_MARKS, Kind, Sentence

_REACH = 14  # tokens after a wording in which its complements stand
_BETWEEN = 3  # adjectives, times and particles between a subject and the verb after it
_ASIDE = 10  # tokens of a time or place set off by marks (نفذت المقاومة، في وقت متأخر أمس، هجوما)
_BARE = 3  # letters of أن, إن, بأن: one with a pronoun is longer
COMMAS = ("\u060c", ",")
_APPOSED = 5  # tokens of a remark on somebody between two commas
_DASHES = ("-", "\u2013", "\u2014")
_ADVERBIAL = 8  # tokens of place and time between a verb and its subject (اعتقلت أمس في أنقرة الشرطة …)
_PLURAL = ("3mp", "3fp", "3md", "3fd")
_BA, _WAW, _LAM, _ARTICLE = "\u0628", "\u0648", "\u0644", "\u0627\u0644"  # bi-, wa-, li-, al-


class Positions:
    """The parties of one sentence by where they stand."""

    def __init__(self, scene: Scene, sentence: Sentence) -> None:
        self.scene, self.reading, self.sentence = scene, scene.reading, sentence
        self._contexts = scene.reading.knowledge.ontology.contexts
        found = parties_in(scene, sentence.first, sentence.last)
        self._ending = {party.last: party for party in found}
        self.parties = self._resolved(found)
        self._beginning = {party.first: party for party in self.parties}
        self._ending = {party.last: party for party in self.parties}
        self._aside = self._set_off()
        self.asides = frozenset((*self._aside, *self._aside.values()))

    def _resolved(self, parties: list[Party]) -> list[Party]:
        """Name the group whose members are told with a pronoun (اعترف حزب الله بمقتل اثنين من عناصره)."""
        found: list[Party] = []
        for party in parties:
            group = next((p for p in reversed(found) if p.armed and self.is_free(p)), None) if party.theirs else None
            found.append(party._replace(mentions=group.mentions) if group else party)
        return found

    def _set_off(self) -> dict[int, int]:
        """Return the marks around a time or place (، في وقت متأخر أمس،), the second by the first."""
        within = range(self.sentence.first, self.sentence.last)
        pairs = [
            pair for marks in (COMMAS, _DASHES) for pair in pairwise(at for at in within if self.form(at) in marks)
        ]
        return {first: last for first, last in pairs if self._is_aside(first, last)}

    def _is_aside(self, first: int, last: int) -> bool:
        inside = range(first + 1, last)
        if not inside or len(inside) > _ASIDE or any(self.reading.finite_verb(at) for at in inside):
            return False
        form = self.form(first + 1)
        by_means = form.startswith(_BA) and not self.reading.knowledge.counting.part_of.has(form)  # ، بصاروخين،
        apposed = len(inside) <= _APPOSED and not form.startswith(_WAW) and self._is_name(first)
        return (
            by_means or apposed or first + 1 in self.scene.timed or form in self.reading.knowledge.grammar.prepositions
        )

    def _is_name(self, comma: int) -> bool:
        """Tell whether a state or force stands before a comma, of whom a remark follows (بريطانيا، أم المدن،)."""
        party = self._ending.get(comma)
        return party is not None and party.armed and self.at(comma + 1) is None

    def form(self, at: int) -> str:
        """Return the folded spelling of a token, nothing outside of the sentence."""
        return self.reading.form(at) if self.sentence.first <= at < self.sentence.last else ""

    def is_word(self, at: int, name: str) -> bool:
        """Tell whether the token stands in a context's words as it is."""
        return self.form(at) in self._contexts[name].words

    def has_word(self, at: int, name: str) -> bool:
        """Tell whether the token stands in a context's words once particles, article and pronoun are taken off."""
        return bool(self.form(at)) and self._contexts[name].words.has(self.form(at))

    def is_verb(self, verb: VerbForm, name: str) -> bool:
        """Tell whether a context's words hold the verb."""
        return fold(verb.lemma).split()[0] in self._contexts[name].words  # استشهد (قتل)

    def has_verb(self, at: int, name: str) -> bool:
        """Tell whether the token can be a finite form of a verb that a context's words hold."""
        verbs = self.reading.verb(at) if self.form(at) else ()
        return any(verb.finite and self.is_verb(verb, name) for verb in verbs)

    def phrase_end(self, at: int, name: str) -> int:
        """Return the end of a wording of a context at a token, 0 where there is none."""
        hits = self._contexts[name].phrases.at(self.reading.tokens, at, self.sentence.last)
        return hits[0].last if hits else (at + 1 if self.is_word(at, name) else 0)

    def at(self, at: int) -> Party | None:
        """Return the party that begins at a token."""
        return self._beginning.get(at)

    def bare_at(self, at: int) -> Party | None:
        """Return the party that begins at a token with no particle attached to it."""
        party = self._beginning.get(at)
        return party if party and not party.prefix else None

    def ending_at(self, at: int) -> Party | None:
        """Return the party that ends before a token."""
        return self._ending.get(at)

    def subject(self, at: int) -> Party | None:
        """Return the subject of the verb at a token: after it, or before it, where one in the plural always has it."""
        after = None if any(is_plural(r) for r in self.reading.verb(at) if r.finite) else self.after(at + 1)
        return after if after and after.acts and not self.suffers(at, after) else self.before(at)

    def suffers(self, at: int, after: Party) -> bool:
        """Tell whether who stands after the verb at a token can only be its object."""
        verbs = [verb for verb in self.reading.verb(at) if verb.finite]
        if not any(self.is_verb(verb, name) for verb in verbs for name in ("passives", "hitting")):
            return False
        return is_object(self.scene, after) or not any(fits(self.scene, verb, after) for verb in verbs)

    def implied(self, at: int) -> Party | None:
        """Return whom the verb or pronoun at a token goes back to, in its sentence or the one before."""
        verbs = [verb for verb in self.reading.verb(at) if verb.finite]
        if verbs and all(self.is_verb(verb, "befalling") for verb in verbs):
            return None  # انفجرت قنبلة
        topic = self.topic(at)
        if topic and (not verbs or any(fits(self.scene, verb, topic) for verb in verbs)):
            return topic
        subjects = self._subjects_before() if verbs and self._is_bare(at) else []
        return next((p for p in subjects if any(fits(self.scene, verb, p) for verb in verbs)), None)

    def _is_bare(self, at: int) -> bool:
        """Tell whether a verb opens its clause and what follows can be no subject of it (وقصفت بالمدفعية مواقع)."""
        grammar, first = self.reading.knowledge.grammar, at == self.sentence.first
        before, after = self.form(at - 1), self.form(at + 1)
        opens = first or self.reading.clause_mark(at - 1) or before in QUOTE_MARKS
        party = self.at(at + 1)
        told = party is not None and (not party.acts or party.prefix != "" or self.suffers(at, party))
        return opens and (told or after in grammar.prepositions or at + 1 in self.scene.timed)

    def _subjects_before(self) -> list[Party]:
        """Return the armed parties that stand as subjects in the sentence before, the last first."""
        sentences = self.reading.sentences
        number = sentences.index(self.sentence)
        if not number or self.reading.is_title(sentences[number - 1]):
            return []
        before = Positions(self.scene, sentences[number - 1])
        return [party for party in reversed(before.parties) if party.armed and before.is_free(party)]

    def after(self, at: int) -> Party | None:
        """Return the party at a token, past times, quotation marks, عليه and the like, and a second verb (قتل وجرح)."""
        while at < self.sentence.last and at not in self._beginning:
            second = self.form(at).startswith(_WAW) and self.has_verb(at, "passives") and self.before(at - 1) is None
            if not (second or at in self.scene.timed or self.form(at) in QUOTE_MARKS or self.is_word(at, "resumed")):
                break
            at += 1
        return self.bare_at(at) or self._past_adverbials(at)

    def _past_adverbials(self, first: int) -> Party | None:
        """Return the force that a verb has as its subject past a time or place (اعتقلت في أنقرة الشرطة …)."""
        prepositions, at = self.reading.knowledge.grammar.prepositions, first
        while at < min(first + _ADVERBIAL, self.sentence.last):
            place = self.scene.place_at.get(at)
            if at in self._aside:
                at = self._aside[at] + 1
            elif at in self.scene.timed or self.form(at) in QUOTE_MARKS:
                at += 1
            elif place and self.form(at - 1) in prepositions:
                at = self.reading.token_at(place.evidence.end - 1) + 1
            elif self.form(at) in prepositions and (self._tells_where(at + 1) or self._tells_when(at)):
                at += 1 + (at + 1 not in self.scene.place_at)
            else:
                break
        party = self.bare_at(at) if at > first else None
        told = party and party.armed and party.told_as != "state" and self.form(at - 1) not in prepositions
        return party if told else None

    def _tells_where(self, at: int) -> bool:
        """Tell whether a place is named here, or a definite word for one that names no party (على المطار)."""
        definite = at not in self._beginning and self.form(at).startswith(_ARTICLE)
        return at in self.scene.place_at or (definite and self.has_word(at, "place"))

    def _tells_when(self, at: int) -> bool:
        return at + 1 in self.scene.timed or self.is_word(at + 1, "hours")

    def before(self, verb: int) -> Party | None:
        """Return the party right before a verb; its adjectives, times, قد and الذي may stand between."""
        at, is_relative, reach = verb, False, _BETWEEN
        opened = {last: first for first, last in self._aside.items()}
        grammar, book = self.reading.knowledge.grammar, self.reading.knowledge.status
        while at > self.sentence.first and at not in self._ending:
            at -= 1
            if at in opened:
                reach, at = reach + at - opened[at], opened[at]  # قوات التحالف، بقيادة واشنطن، قصفت
                continue
            form, token = self.form(at), self.reading.tokens[at]
            particle = any(form in words for words in (QUOTE_MARKS, grammar.relatives, book.qad, book.past_perfect))
            adjective = token.kind is Kind.WORD and not self.reading.ends_phrase(at)
            if not (particle or adjective or at in self.scene.timed) or verb - at > reach:
                return None
            is_relative = is_relative or form in grammar.relatives
        party = self._ending.get(at)
        if party is None or not (is_relative or self.is_free(party) or self._in_plural(verb)):
            return None
        if self.reading.knowledge.counting.part_of.has(self.form(party.first - 1)):
            return self.before(party.first - 1)  # 30 رجلا بينهم شيخ عشيرة خطفوا
        return party

    def _in_plural(self, verb: int) -> bool:
        return any(is_plural(form) for form in self.reading.verb(verb) if form.finite)

    def topic(self, at: int) -> Party | None:
        """Return the last party before a token that stands as a subject: what a bare verb or pronoun goes back to.

        Who speaks is not the topic of what he says, unless a pronoun goes back to him (أعلن الجيش أنه قصف).
        """
        complementizers = self.reading.knowledge.grammar.complementizers
        forms = ((k, self.form(k)) for k in range(at - 1, self.sentence.first - 1, -1))
        since = next((k for k, form in forms if form in complementizers and len(form) <= _BARE), 0)
        parties = (p for p in reversed(self.parties) if since <= p.first and p.last <= at)
        return next((p for p in parties if p.acts and self.is_free(p) and not self._speaks(p)), None)

    def _speaks(self, party: Party) -> bool:
        """Tell whether an unarmed party stands after a verb of speech: what follows it tells, and does not do."""
        if party.armed:
            return False
        verbs = [verb for verb in self.reading.verb(party.first - 1) if verb.finite] if party.first else []
        cues = self.reading.knowledge.cues.verbs
        return any(verb.lemma in cues for verb in verbs) and not any(self.is_verb(verb, "doers") for verb in verbs)

    def is_free(self, party: Party) -> bool:
        """Tell whether a party stands where a subject does: at the head of a clause or after a verb."""
        if party.prefix.endswith((_BA, _LAM)):
            return False  # بقيادة الولايات المتحدة
        reading, at = self.reading, party.first - 1
        while at > self.sentence.first and self.is_word(at, "resumed"):
            at -= 1  # تسللت خلالها مجموعات
        if not self.form(at) or reading.clause_mark(at):
            return True
        if any(r.finite for r in reading.verb(at)):
            return at not in self._ending  # else it is the object (المقاومة فجرت دبابة للحوثيين)
        grammar, form = reading.knowledge.grammar, self.form(at)
        openers = (grammar.complementizers, grammar.fronting, reading.knowledge.status.past_perfect)
        return any(form in words for words in openers)

    def end(self, first: int) -> int:
        """Return where the complements of a wording that ends at ``first`` end."""
        limit = min(first + _REACH, self.sentence.last)
        return next((at for at in range(first, limit) if self.stops(at)), limit)

    def stops(self, at: int) -> bool:
        """Tell whether something else begins at the token: after a mark or a separator (بعد, فيما).

        A mark beside a time ends nothing (قصفت طائرات، ليل الأربعاء، مواقع).
        """
        grammar, tokens, limit = self.reading.knowledge.grammar, self.reading.tokens, self.sentence.last
        if self.reading.clause_mark(at):
            return at not in self.asides and not {at - 1, at + 1} & self.scene.timed
        return bool(grammar.separators.at(tokens, at, limit) or grammar.clause_openers.at(tokens, at, limit))


def is_plural(verb: VerbForm) -> bool:
    """Tell whether a form can only be a plural or dual, whose subject stands before it."""
    return all(tag.endswith(_PLURAL) for tag in verb.tags)


def of_others(verb: VerbForm) -> bool:
    """Tell whether a finite form can be of the third person (ألقى is no لقي of mine)."""
    return verb.finite and any(tag.split(".")[2].startswith("3") for tag in verb.tags)


def is_passive(verb: VerbForm) -> bool:
    """Tell whether a form can only be passive."""
    return all(".pass." in tag for tag in verb.tags)
