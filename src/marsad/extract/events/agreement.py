"""Which party a verb can have as its subject: by the case that its ending shows, by gender and by number."""

from __future__ import annotations

from marsad.extract.events.clauses import Scene
from marsad.extract.events.parties import Party
from marsad.knowledge.words import VerbForm
from marsad.text.morphology import splits

_ARTICLE, _ALEF, _TA_MARBUTA = "\u0627\u0644", "\u0627", "\u0629"
_NOMINATIVE, _OBLIQUE = "\u0648\u0646", "\u064a\u0646"  # -ūn, -īn
_DUAL, _FEMININES = "\u0627\u0646", "\u0627\u062a"  # -ān, -āt
_HIS, _HER, _THEIR = "\u0647", "\u0647\u0627", "\u0647\u0645"  # -hu, -hā, -hum


def is_object(scene: Scene, party: Party) -> bool:
    """Tell whether the ending shows that the party is no subject: the oblique plural or an indefinite accusative.

    Said of one that stands after a verb (استهدف الحوثيين, اعتقلت شابا); what counts him has the case.
    """
    reading, head = scene.reading, _head(scene, party)
    form = reading.form(party.first)
    if form.endswith(_OBLIQUE):
        return head > party.first or party.told_as in ("person", "group") or form.startswith(_ARTICLE)
    singular = head == party.first and form.endswith(_ALEF) and reading.knowledge.counting.singular.has(form)
    return party.told_as == "person" and singular and not _is_base(scene, form)


def fits(scene: Scene, verb: VerbForm, party: Party) -> bool:
    """Tell whether the party agrees with a finite verb; the third person masculine tells nothing (قصف).

    A feminine form has no men as subject, a plural no state.
    """
    persons = {tag.rsplit(".", 1)[-1] for tag in verb.tags}
    if "3ms" in persons:
        return True
    if "3fs" in persons:
        return not _is_male(scene, party, _head(scene, party))
    return party.told_as != "state"


def agrees(scene: Scene, pronoun: str, party: Party) -> bool:
    """Tell whether an attached pronoun of the third person can go back to a party, by the noun that it begins with."""
    reading, head = scene.reading, _head(scene, party)
    form, token = reading.form(head), reading.tokens[head]
    men = form.endswith((_NOMINATIVE, _OBLIQUE)) or len(party.mentions) > 1
    feminine = reading.text.text[token.end - 1] == _TA_MARBUTA or form.endswith(_FEMININES) or party.told_as == "state"
    if pronoun == _HIS:
        return not (men or feminine)
    if pronoun == _HER:
        return feminine or not (men or reading.knowledge.ontology.contexts["masculine"].words.has(form))
    return pronoun == _THEIR and (men or not feminine)


def is_nominative(scene: Scene, party: Party) -> bool:
    """Tell whether the ending shows a subject: a dual, a sound plural or one person without the accusative's alef."""
    reading, head = scene.reading, _head(scene, party)
    form = reading.form(party.first)
    if form.endswith((_NOMINATIVE, _DUAL)):
        return head == party.first or form in reading.knowledge.numerals.words
    one = head == party.first and reading.knowledge.counting.singular.has(form)
    return one and not form.startswith(_ARTICLE) and _is_base(scene, form)


def _is_male(scene: Scene, party: Party, head: int) -> bool:
    """Tell whether a party is of men, as its ending shows (الحوثيون, ثلاثة جنود)."""
    reading, form = scene.reading, scene.reading.form(head)
    counted = head > party.first and reading.form(party.first) in reading.knowledge.numerals.words
    men = counted and reading.text.text[reading.tokens[party.first].end - 1] == _TA_MARBUTA  # ثلاثة رجال
    masculine = reading.knowledge.ontology.contexts["masculine"].words.has(reading.form(party.first))
    counted_man = head > party.first and party.told_as == "person" and reading.knowledge.counting.singular.has(form)
    one_of_many = counted_man and reading.text.text[reading.tokens[head].end - 1] != _TA_MARBUTA  # 37 شخصا
    return (
        men
        or one_of_many
        or masculine
        or form.endswith((_NOMINATIVE, _OBLIQUE))
        or (party.told_as == "person" and is_object(scene, party))
    )


def _head(scene: Scene, party: Party) -> int:
    """Return the token of the noun that a party's name begins with, past its numerals."""
    reading = scene.reading
    if party.mentions:
        at = reading.token_at(party.mentions[0].evidence.start)
        if party.first <= at < party.last:
            return at
    return party.last - 1


def _is_base(scene: Scene, form: str) -> bool:
    """Tell whether the final alef belongs to the word itself."""
    singular = scene.reading.knowledge.counting.singular
    return not any(split.rest.removesuffix(_ALEF) in singular for split in splits(form))
