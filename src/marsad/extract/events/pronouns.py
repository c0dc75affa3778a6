"""Whom a pronoun goes back to: the one of إنه before a verb, and the one attached to the noun of an act."""

from __future__ import annotations

from marsad.extract.events.agreement import agrees, is_nominative
from marsad.extract.events.parties import Party
from marsad.extract.events.positions import Positions
from marsad.text.morphology import PRONOUNS

_THIRD = ("\u0647", "\u0647\u0627", "\u0647\u0645")  # -hu, -hā, -hum
_ANNA = "\u0646"  # the last letter of أن, إن, بأن


def told_by_pronoun(positions: Positions, at: int) -> Party | None:
    """Return the force that a verb after إنه, أنها or بأنهم has as its subject (قال التنظيم إنه خطف ثلاثة جنود).

    None where what follows shows by its ending that the pronoun is the impersonal one (أعلن الجيش أنه قتل جندي).
    """
    if positions.form(at - 1) in positions.reading.knowledge.status.qad:
        at -= 1
    form, after = positions.form(at - 1), positions.at(at + 1)
    opens = form in positions.reading.knowledge.grammar.complementizers
    if not opens or (after and is_nominative(positions.scene, after)):
        return None
    pronoun = next((pronoun for pronoun in PRONOUNS if form.endswith(_ANNA + pronoun)), "")
    return referent(positions, at - 1, pronoun) if pronoun else None


def referent(positions: Positions, at: int, pronoun: str) -> Party | None:
    """Return the last force before a token that an attached pronoun can go back to, whatever its case is."""
    before = (p for p in reversed(positions.parties) if p.last <= at and p.armed and p.acts and not p.theirs)
    fitting = (p for p in before if agrees(positions.scene, pronoun, p))
    return next((p for p in fitting if p.told_as != "state" or positions.is_free(p)), None)


def owner(positions: Positions, at: int, pronoun: str) -> Party | None:
    """Return whose an act with a pronoun is: the topic where it agrees, else the last that does (اتهمهم بهجماتهم).

    The pronoun of an act that has an object can mean that instead (دعا إلى قصفها): only the topic is taken.
    """
    topic = positions.topic(at)
    if topic and (pronoun not in _THIRD or agrees(positions.scene, pronoun, topic)):
        return topic
    return referent(positions, at, pronoun) if positions.has_word(at, "owned") else None
