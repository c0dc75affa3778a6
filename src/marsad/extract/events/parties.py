"""Noun phrases that name somebody who acts or suffers: known actors, states, groups, persons, sites that are hit."""

from __future__ import annotations

from typing import NamedTuple

from marsad.extract.events.clauses import Scene
from marsad.extract.events.descriptions import PartyKind, attached, class_of, mention_end, past_number, phrase_end
from marsad.model.annotation import ActorMention
from marsad.text.normalize import fold
from marsad.text.segment import QUOTE_MARKS, Kind

_ARMED = ("force", "agency", "armed_group", "coalition", "state")
_ARTICLE, _WAW, _LAM = "\u0627\u0644", "\u0648", "\u0644"
_BRACKET = 6  # tokens of a remark in brackets (مقاتلات (إف-16) من سلاح الجو)
_WORDING = 2  # words of an act's wording before the one that looks like somebody
_OWNER_GAP = 2  # words between a member or a site and whose it is (مواقع تابعة لتنظيم)

Mentions = tuple[ActorMention, ...]


class Party(NamedTuple):
    """Tokens ``[first, last)`` name somebody: ``mentions``, one for each of a coordination (الجيش والشرطة).

    There are none for people of whom nothing is said (ثلاثة أشخاص). ``told_as`` is how the first of them is named,
    ``prefix`` the particles attached to the first word; ``theirs`` are members of a group told before (عناصره).
    """

    first: int
    last: int
    mentions: Mentions
    told_as: PartyKind
    prefix: str
    theirs: bool = False

    @property
    def acts(self) -> bool:
        """Tell whether they can act: a site cannot."""
        return self.told_as != "site"

    @property
    def armed(self) -> bool:
        """Tell whether they are forces, groups or states rather than people who are attacked."""
        if self.told_as == "actor":
            return self.mentions[0].kind in _ARMED
        return self.told_as in ("group", "state")


class Roles(NamedTuple):
    """Who acts, who suffers, and the ``spot`` of the act where it is one that may be meant (تفجير في سوق)."""

    actors: Mentions = ()
    targets: Mentions = ()
    spot: Mentions = ()


def acting(party: Party | None) -> Mentions:
    """Return those of a party, if it is one that can act."""
    return party.mentions if party and party.acts else ()


def struck(party: Party | None, *, state: bool = False) -> Mentions:
    """Return those of a party as who suffers; a country that is hit is the act's place unless ``state``."""
    return party.mentions if party and (state or party.told_as != "state") else ()


def party_at(scene: Scene, at: int, limit: int) -> Party | None:
    """Return whom the words from token ``at`` on name, a number before (ثلاثة جنود) and others joined included."""
    head = past_number(scene, at, limit)
    one = _one(scene, head, limit, counted=head > at) if head < limit else None
    if one is None:
        return None
    mentions, last = one.mentions, one.last
    while following := _joined(scene, last, limit):
        mentions, last = mentions + following.mentions, following.last
    return one._replace(first=at, last=last, mentions=mentions)


def parties_in(scene: Scene, first: int, last: int) -> list[Party]:
    """Return the parties named in tokens ``[first, last)``, left to right without overlap."""
    found: list[Party] = []
    at = first
    while at < last:
        party = party_at(scene, at, last)
        if party and not _inside_wording(scene, party):
            found.append(party)
        at = party.last if party else at + 1
    return found


def _inside_wording(scene: Scene, party: Party) -> bool:
    """Tell whether the words only end a wording of an act (يعيد تنظيم صفوفه), and name no attacker (يقودها انتحاري)."""
    nouns, tokens = scene.reading.knowledge.ontology.nouns, scene.reading.tokens
    if scene.reading.knowledge.ontology.contexts["suicide"].words.has(tokens[party.first].form):
        return False
    begins = range(max(0, party.first - _WORDING), party.first)
    return any(hit.last >= party.last for at in begins for hit in nouns.at(tokens, at, party.last))


def _joined(scene: Scene, last: int, limit: int) -> Party | None:
    """Return the next of a coordination: a party whose first word has و attached, or a و of its own before it."""
    reading = scene.reading
    while last < limit and reading.form(last) in QUOTE_MARKS:
        last += 1
    if last >= limit or not reading.form(last).startswith(_WAW):
        return None
    head = past_number(scene, last, limit)
    following = _one(scene, head, limit, counted=head > last) if head < limit else None
    joined = following and (head > last or following.prefix.startswith(_WAW))
    return following if joined else None  # استهدفت طائرات التحالف وحدات تكتيكية


def _one(scene: Scene, at: int, limit: int, *, counted: bool) -> Party | None:
    reading = scene.reading
    known = scene.actor_at.get(at)
    if known:
        prefix = attached(scene, at, known.evidence.start)
        return Party(at, mention_end(scene, known, at, limit), (known,), "actor", prefix)
    if reading.tokens[at].kind is not Kind.WORD:
        return None
    state = _state(scene, at, limit)
    is_place = at in scene.place_at and not counted  # سوريا, not one Syrian
    return state or (None if is_place else _described(scene, at, limit, counted=counted))


def _state(scene: Scene, at: int, limit: int) -> Party | None:
    """Return a country or its capital that stands for its government (قصفت تركيا, أرسلت واشنطن)."""
    place, reading = scene.place_at.get(at), scene.reading
    if place is None or (at and reading.form(at - 1) in reading.knowledge.grammar.locatives):
        return None
    if place.kind != "country" and fold(place.name) not in reading.knowledge.ontology.contexts["capitals"].words:
        return None
    end = at + 1
    while end < limit and reading.tokens[end].start < place.evidence.end:
        end += 1
    mention = ActorMention(place.evidence, None, place.name, "state", place.country)
    return Party(at, end, (mention,), "state", attached(scene, at, place.evidence.start))


def _described(scene: Scene, at: int, limit: int, *, counted: bool) -> Party | None:
    """Return a description (مسلحون مجهولون), or those whose the members or sites are (مقاتلو المعارضة, مواقع لداعش)."""
    found = class_of(scene, at, counted=counted)
    if found is None:
        return None
    kind, prefix, pronoun = found
    last = _with_name(scene, at + 1, phrase_end(scene, at, limit, prefix), limit)
    if last - at > 1 and last < limit:
        whose = _one(scene, last, limit, counted=False)
        last = whose.last if whose and whose.prefix == _LAM else last  # القوات الموالية للحكومة
    belongs = scene.reading.knowledge.ontology.contexts["belonging"].words.has(scene.reading.form(at))
    owner = _owner(scene, at + 1, last, limit, of_site=kind == "site") if belongs else None
    if owner:
        return owner._replace(first=at, told_as=kind, prefix=prefix)
    holder = _holder(scene, last, limit) if belongs and kind == "site" else ()
    if holder:
        return Party(at, last, holder, kind, prefix)
    anyone = scene.reading.knowledge.ontology.contexts["anyone"].words.has(scene.reading.form(at))
    if (
        anyone
        and last == at + 1
        and last + 1 < limit
        and scene.reading.form(last) in scene.reading.knowledge.grammar.ablatives
    ):
        group = party_at(scene, last + 1, limit)
        if group and group.told_as != "state" and group.mentions:
            return group._replace(first=at, prefix=prefix)  # 12 قتيلا من الحوثيين
    evidence = scene.reading.bare_evidence(at, last, prefix)
    mention = ActorMention(evidence, None, evidence.quote, "description")
    nobody = last == at + 1 and anyone
    return Party(at, last, () if nobody else (mention,), kind, prefix, theirs=belongs and pronoun)


def _with_name(scene: Scene, first: int, last: int, limit: int) -> int:
    """Return where a description ends that an actor's name, in quotation marks maybe, ends (زعيم «القاعدة»)."""
    reading, after = scene.reading, last
    while after < limit and (reading.form(after) in QUOTE_MARKS or reading.form(after) == "("):
        after += 1
    definite = reading.form(first - 1).startswith(_ARTICLE)  # it has no genitive (حملت الحكومة تنظيم داعش)
    for at in (*range(first, last), *(() if definite and after == last else (after,))):
        known = scene.actor_at.get(at)
        if known and not attached(scene, at, known.evidence.start):
            end = mention_end(scene, known, at, limit)
            closed = at == after > last and end < limit and reading.form(end) in (*QUOTE_MARKS, ")")
            return max(last, end + closed)
    return last


def _owner(scene: Scene, first: int, last: int, limit: int, *, of_site: bool) -> Party | None:
    """Return whose the member or site before token ``first`` is: named in its phrase, or after من, ل, تابعة ل.

    After من stands the group of a member (عناصر من الجيش), but where a thing comes from (شاحنات من الأمم المتحدة).
    """
    reading = scene.reading
    for at in range(first, last):
        if at in scene.actor_at:
            return party_at(scene, at, limit)
    marks = reading.knowledge.ontology.contexts["owner_marks"].words
    if last + 1 < limit and reading.form(last) == "(" and last + 1 not in scene.actor_at:
        last = next((at + 1 for at in range(last, min(last + _BRACKET, limit)) if reading.form(at) == ")"), last)
    for at in range(last, min(last + _OWNER_GAP + 1, limit)):
        mark = reading.form(at - 1)
        marked = mark in marks and not (of_site and mark in reading.knowledge.grammar.ablatives)
        if reading.clause_mark(at) or (at > last and not marked):
            break
        joined = reading.form(at).startswith(_WAW)
        if joined and at + 1 in scene.actor_at and at not in scene.actor_at:
            return party_at(scene, at + 1, limit)  # مواقع وتحركات داعش
        party = None if joined else party_at(scene, at, limit)
        if (
            party
            and at == last
            and not of_site
            and reading.form(at) in reading.knowledge.ontology.contexts["one_of"].words
        ):
            return party  # أفراد إحدى العشائر
        quoted = reading.tokens[at].kind is Kind.MARK and party is not None and party.told_as == "actor"
        if party and party.told_as != "state" and (marked or quoted or party.prefix.endswith(_LAM)):
            return party
    return None


def _holder(scene: Scene, first: int, limit: int) -> Mentions:
    """Return who holds a site by the relative clause that begins at a token (مواقع يسيطر عليها التنظيم)."""
    reading = scene.reading
    contexts = reading.knowledge.ontology.contexts
    at = first + (first < limit and reading.form(first) in reading.knowledge.grammar.relatives)
    if at >= limit or not any(
        verb.finite and fold(verb.lemma) in contexts["holding"].words for verb in reading.verb(at)
    ):
        return ()
    at += 1 + (at + 1 < limit and contexts["resumed"].words.has(reading.form(at + 1)))
    party = party_at(scene, at, limit) if at < limit else None
    return party.mentions if party and party.told_as in ("actor", "group") and not party.prefix else ()
