"""Who acts and who suffers in one wording of a happening, by its grammar.

A verb has its subject after it, or before it where the verb stands second. An act told by a noun has its actor in an
adjective (الغارات التركية), a genitive (قصف قوات النظام), the subject of the verb that carries it (شن التنظيم هجوما)
or that goes back to it (هجوم نفذه التنظيم), or after من قبل and the like; its target after على, ضد, a verb that hits,
or in a genitive (اعتقال القيادي).
"""

from __future__ import annotations

from marsad.extract.events.carriers import blamed, by_carrier, by_doing, by_report, laid_to
from marsad.extract.events.descriptions import name_at, state_by_adjective, thing_at
from marsad.extract.events.objects import object_of
from marsad.extract.events.parties import Mentions, Party, Roles, acting, struck
from marsad.extract.events.positions import Positions, is_passive, is_plural
from marsad.extract.events.pronouns import owner, referent, told_by_pronoun
from marsad.extract.events.triggers import TriggerHit
from marsad.extract.events.victims import beaten, harmed, in_ranks, of_them, suspected
from marsad.knowledge.words import VerbForm
from marsad.text.segment import Kind

_OF_PEOPLE = ("killing", "arrest", "abduction")  # types whose target may be told by a mere name
_NEAR = 3  # words after a noun within which an adjective, ل or من tells whose act it is
_HIS, _TA_MARBUTA = ("\u0647", "\u0647\u0627", "\u0647\u0645"), "\u0629"  # -hu, -hā, -hum; -a
_WAW, _LAM = "\u0648", "\u0644"  # wa-, li-
_ARTICLE = "\u0627\u0644"  # al-


def roles_of(positions: Positions, hit: TriggerHit) -> Roles:
    """Return the roles of a wording other than a clash."""
    if hit.verb is None or (hit.verb.pronoun and not positions.after(hit.last)):
        roles = _of_noun(positions, hit)  # كثفت قصفها ل: spelled as the verb with its object
    else:
        roles = _of_verb(positions, hit, hit.verb)
    fallen = () if roles.targets or not hit.trigger.result else in_ranks(positions, hit)
    return roles._replace(targets=fallen) if fallen else roles


def seized(positions: Positions, hit: TriggerHit) -> Mentions:
    """Return the weapons or hideout that a seizure takes."""
    things = (
        thing_at(positions.scene, at, positions.sentence.last) for at in range(hit.first, positions.end(hit.last))
    )
    return tuple(filter(None, things))[:1]


def _of_verb(positions: Positions, hit: TriggerHit, verb: VerbForm) -> Roles:
    passive = positions.is_verb(verb, "passives")
    if hit.trigger.result and not passive:
        return Roles((), struck(object_of(positions, hit.last, close=False)))  # أودى بحياة ثلاثة جنود
    agents = _by_phrase(positions, hit.last)
    if any(positions.is_word(at, "of_them") for at in range(hit.last, min(hit.last + _NEAR, positions.sentence.last))):
        killers = None if is_passive(verb) or _may_be_singular(verb) else positions.implied(hit.first)
        return Roles(agents or acting(killers), of_them(positions, hit, killers))
    subject, thing = _arguments(positions, hit, verb)
    undergoes = passive and thing is None and subject is not None and _undergoes(subject, hit, verb)
    if undergoes or is_passive(verb):
        named = hit.event_type in _OF_PEOPLE and subject is None and not verb.pronoun
        fallen = _named(positions, hit, None) if named else struck(subject)
        return Roles(agents or by_report(positions, hit), fallen or suspected(positions, hit))
    named = thing is None and not verb.pronoun and hit.event_type in _OF_PEOPLE
    targets = _named(positions, hit, subject) if named else struck(thing)
    told = is_plural(verb) or not (named and targets)  # else the name may be the subject's (اعتقل فلان)
    if subject is None and told and not hit.trigger.result:
        subject = positions.implied(hit.first)
    agents = agents or acting(subject)
    return Roles(agents, beaten(positions, hit, agents) or targets or suspected(positions, hit))


def _may_be_singular(verb: VerbForm) -> bool:
    """Tell whether a form can be the third person masculine, which is the passive's of any number (قتل عشرة منهم)."""
    return any(tag.endswith("3ms") for tag in verb.tags)


def _named(positions: Positions, hit: TriggerHit, subject: Party | None) -> Mentions:
    """Return the person, known to no list, who stands after a verb or its subject; a name has no article."""
    after = positions.after(hit.last)
    at = after.last if after and after == subject else hit.last
    unlike = positions.form(at).startswith(_ARTICLE) or positions.is_word(at, "resumed")
    name = None if unlike else name_at(positions.scene, at, positions.sentence.last)
    return (name,) if name else ()


def _arguments(positions: Positions, hit: TriggerHit, verb: VerbForm) -> tuple[Party | None, Party | None]:
    """Return subject and object; a verb in the plural has its subject before it."""
    joined = verb.prefix.startswith(_WAW)  # what stands before belongs to another verb
    before, after = None if joined else positions.before(hit.first), positions.after(hit.last)
    before = before or told_by_pronoun(positions, hit.first)
    if verb.pronoun:
        return after or before, None
    close = hit.trigger.result
    if before and not before.acts and positions.is_verb(verb, "passives"):
        return before, None  # ستة مواقع استهدفت
    if after and (positions.suffers(hit.first, after) or _acts_hit(positions, hit, verb)):
        return before, after
    if is_plural(verb) or after is None or not after.acts:
        return before, object_of(positions, hit.last, close=close)
    thing = object_of(positions, after.last, close=close)
    if thing and thing.prefix and not after.armed:
        thing = None  # اعتقل نحو 300 مشتبه بانتمائهم للتنظيم
    return (after, thing) if thing or before is None else (before, after)


def _acts_hit(positions: Positions, hit: TriggerHit, verb: VerbForm) -> bool:
    """Tell whether an act is the subject of a verb that hits (حملة تستهدف الحزب, القذائف أصابت الحاجز)."""
    return positions.is_verb(verb, "hitting") and positions.has_word(hit.first - 1, "acts")


def _undergoes(subject: Party, hit: TriggerHit, verb: VerbForm) -> bool:
    """Tell whether the only party of a verb that may be passive is its patient (اعتقل ثلاثة مطلوبين, قتل جندي)."""
    if verb.pronoun or hit.trigger.result:
        return not verb.pronoun
    return any(".pass." in tag for tag in verb.tags) and not subject.armed


def _of_noun(positions: Positions, hit: TriggerHit) -> Roles:
    reflexive = _is_reflexive(positions, hit)
    subject = positions.before(hit.first) or positions.after(hit.last) if reflexive else None
    if subject:
        return Roles(acting(subject))
    undergoer = positions.bare_at(hit.last) if hit.pronoun else None
    if undergoer and (doer := referent(positions, hit.first, hit.pronoun)):
        return Roles(doer.mentions, struck(undergoer))  # اتهمت المنظمة الحوثيين …، من خلال استهدافهم المدنيين
    prepositions = positions.reading.knowledge.grammar.prepositions
    noun = hit.last - 2 if positions.form(hit.last - 1) in prepositions else hit.last - 1  # القبض على
    undergone = positions.has_word(noun, "undergone") and not _is_attacker(positions, hit)
    genitive = by_genitive(positions, hit, undergone=undergone)
    actors = by_adjective(positions, hit) or genitive.actors
    carried = by_carrier(positions, hit)
    told = _by_complements(positions, hit, undergone=undergone, known=bool(actors or genitive.targets))
    actors = actors or told.actors or by_doing(positions, hit) or carried.actors or by_report(positions, hit)
    actors = actors or laid_to(positions, hit) or _raiders(positions, hit)
    if not actors and hit.pronoun and hit.verb is None and not undergone:
        actors = acting(owner(positions, hit.first, hit.pronoun))
    elif not actors and (reflexive or (hit.pronoun and not undergone)):
        actors = acting(positions.topic(hit.first))
    targets = genitive.targets or told.targets or _hit_by(positions, hit) or carried.targets or harmed(positions, hit)
    return Roles(actors, targets, told.spot)


def _hit_by(positions: Positions, hit: TriggerHit) -> Mentions:
    """Return what stands after the act that is the subject of a verb that hits (دمرت الغارات ثلاث دبابات)."""
    hits = positions.has_verb(hit.first - 1, "hitting") and positions.has_word(hit.first, "acts")
    after = range(hit.last, min(hit.last + _NEAR, positions.sentence.last)) if hits else ()
    return struck(next(filter(None, map(positions.bare_at, after)), None))


def _raiders(positions: Positions, hit: TriggerHit) -> Mentions:
    """Return the force whose other act goes with a raid (اعتقلت القوات شابا بعد اقتحام منزله)."""
    topic = positions.topic(hit.first) if positions.has_word(hit.last - 1, "raids") else None
    return acting(topic) if topic and topic.armed and positions.reading.after_preposition(hit.first) else ()


def _is_reflexive(positions: Positions, hit: TriggerHit) -> bool:
    """Tell whether a wording ends in a pronoun of its subject's (يعيد تنظيم صفوفه, not سيارة مفخخة)."""
    reading, last = positions.reading, hit.last - 1
    written = reading.text.text[reading.tokens[last].end - 1]
    return last > hit.first and reading.form(last).endswith(_HIS) and written != _TA_MARBUTA


def by_genitive(positions: Positions, hit: TriggerHit, *, undergone: bool) -> Roles:
    """Read the noun right after: whom an اعتقال or an استهداف is of undergoes it, else it acts, where it can."""
    at = hit.last
    while undergone and positions.has_word(at, "undergone"):
        at += 1  # مقتل وإصابة نحو 25 قرويا
    if positions.form(hit.first)[len(hit.prefix) :].startswith(_ARTICLE) and not undergone:
        return Roles()  # أصابت الغارات وحدات للتنظيم: a noun with its article has no genitive
    party = positions.at(at) or _reaching_over(positions, hit)
    if party is None or party.prefix:
        of_people = hit.trigger.result or hit.event_type in _OF_PEOPLE
        unnamed = not (undergone and of_people) or hit.definite or hit.pronoun
        name = None if unnamed else name_at(positions.scene, at, positions.sentence.last)
        return Roles((), (name,) if name else ())
    thing = positions.bare_at(party.last)
    if party.acts and thing and not thing.acts:
        return Roles(party.mentions, thing.mentions)  # اقتحام المستوطنين المسجد
    if undergone and party.acts and positions.has_word(hit.last - 1, "stormed"):
        return Roles(party.mentions, ())  # اقتحام المستوطنين تحت حماية الجيش المسجد
    return Roles((), struck(party)) if undergone or not party.acts else Roles(party.mentions, ())


def _is_attacker(positions: Positions, hit: TriggerHit) -> bool:
    """Tell whether a suicide attacker stands after the noun, who is no victim of it (تفجير انتحاري)."""
    return positions.has_word(hit.last, "suicide") or positions.has_word(hit.last - 1, "suicide")


def _reaching_over(positions: Positions, hit: TriggerHit) -> Party | None:
    """Return the party whose name begins in the wording (قصف طيران النظام, but not تفجير انتحاري ضخم)."""
    over = (p for p in positions.parties if hit.first < p.first < hit.last < p.last)
    return next((p for p in over if p.armed and not positions.has_word(p.first, "suicide")), None)


def by_adjective(positions: Positions, hit: TriggerHit) -> Mentions:
    """Return the states that adjectives after the noun name (غارات جوية تركية)."""
    found: Mentions = ()
    reading = positions.reading
    for at in range(hit.last, min(hit.last + _NEAR, positions.sentence.last)):
        if reading.tokens[at].kind is not Kind.WORD or reading.ends_phrase(at) or positions.at(at):
            break
        state = state_by_adjective(positions.scene, at)
        found += (state,) if state else ()
    return found


def _by_complements(positions: Positions, hit: TriggerHit, *, undergone: bool, known: bool) -> Roles:
    """Read what follows a noun: agents and targets by preposition, and the verbs that go back to it.

    With ل stands the target where the actor is ``known`` (قصفها لمواقع), else the actor (هجوم للتنظيم).
    """
    actors = _by_phrase(positions, hit.last)
    targets: Mentions = ()
    spot: Mentions = ()
    for at in range(hit.last, positions.end(hit.last)):
        found = _by_complement(positions, hit, at, undergone=undergone, known=known)
        actors, targets, spot = actors or found.actors, targets or found.targets, spot or found.spot
        if _names_act(positions, at) or _new_clause(positions, at + 1):
            break
    return Roles(actors, targets, spot)


def _by_complement(positions: Positions, hit: TriggerHit, at: int, *, undergone: bool, known: bool) -> Roles:
    """Read one complement of a noun, at a token."""
    form, party, following = positions.form(at), positions.at(at), positions.at(at + 1)
    grammar = positions.reading.knowledge.grammar
    near = at - hit.last < _NEAR
    if party and party.prefix.endswith(_LAM):
        if known or hit.pronoun:
            return Roles((), struck(party))
        return Roles(acting(party)) if near else Roles()
    if positions.is_word(at, "against"):
        if following and following.told_as == "site" and positions.form(following.last - 1).endswith(_HIS):
            return Roles(spot=following.mentions)  # غارة على سيارته: he who sat in it is the target
        return Roles((), struck(following, state=form not in grammar.locatives))
    if form in grammar.allatives and near and following and positions.has_word(hit.first, "blows"):
        return Roles((), struck(following))  # وجهت ضربات إلى مواقع المتمردين
    if form in grammar.ablatives and undergone and hit.pronoun and following and following.armed:
        return Roles(acting(following))  # تم احتجازهم من الحوثيين
    if form in grammar.ablatives and undergone:
        return Roles((), struck(positions.bare_at(at + 1) or positions.bare_at(at + 2)))  # تحرير القرية من التنظيم
    if form in grammar.ablatives and near:
        return Roles(acting(following) if following and following.told_as != "state" else ())  # قصف من طائرات النظام
    if form in grammar.locatives and following and not following.acts and not positions.has_word(at + 1, "place"):
        return Roles(spot=following.mentions)
    if form.startswith(_LAM) and _names_act(positions, at):
        return Roles((), struck(positions.bare_at(at + 1)))  # حملة جوية لقصف مواقع
    return by_verb_after(positions, at)


def _new_clause(positions: Positions, at: int) -> bool:
    """Tell whether و with a verb begins another clause here; one that hits goes on about the act (واستهدفت مواقع)."""
    verbs = [verb for verb in positions.reading.verb(at) if verb.finite] if positions.form(at) else []
    joined = any(verb.prefix.startswith(_WAW) and not verb.pronoun for verb in verbs)
    return joined and not any(positions.is_verb(verb, "hitting") for verb in verbs)


def _names_act(positions: Positions, at: int) -> bool:
    """Tell whether another act is told here, after a preposition or with ل as an aim."""
    reading = positions.reading
    begins = reading.after_preposition(at) or positions.form(at).startswith(_LAM)
    return begins and bool(reading.knowledge.ontology.nouns.at(reading.tokens, at, positions.sentence.last))


def by_verb_after(positions: Positions, at: int) -> Roles:
    """Read a verb after a noun: نفذه التنظيم has the actor as subject, استهدف الشرطة the target as object."""
    hits = positions.is_word(at, "hitting") and not positions.reading.after_preposition(at)
    party = positions.after(at + 1) if hits or positions.reading.finite_verb(at) else None
    if hits and party is None and not _by_phrase(positions, at + 1):
        party = object_of(positions, at + 1, close=False)  # استهدف في سروج ناشطين
    if hits:
        return Roles((), struck(party))
    for verb in positions.reading.verb(at):
        if verb.finite and positions.is_verb(verb, "blaming"):
            return Roles(blamed(positions, at))
        if is_passive(verb) or not verb.finite or _speaks(positions, verb):
            continue
        if party and verb.pronoun:
            return Roles(acting(party))
        if party and positions.is_verb(verb, "hitting"):
            return Roles((), struck(party))
    return Roles()


def _speaks(positions: Positions, verb: VerbForm) -> bool:
    """Tell whether the verb says something of the act rather than does it; to claim it (تبنى) is to do it."""
    speech = verb.lemma in positions.reading.knowledge.cues.verbs or positions.is_verb(verb, "blaming")
    return speech and not positions.is_verb(verb, "doers")


def _by_phrase(positions: Positions, first: int) -> Mentions:
    """Return who stands after من قبل, على يد and the like."""
    ends = (positions.phrase_end(at, "agents") for at in range(first, positions.end(first)))
    return next((told for end in ends if end and (told := acting(positions.at(end)))), ())
