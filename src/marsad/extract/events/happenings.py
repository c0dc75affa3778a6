"""Triggers that tell one happening, grouped; a word for the victim goes with the word that says how."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.extract.events.clauses import Scene
from marsad.extract.events.triggers import TriggerHit
from marsad.extract.reading import Reading
from marsad.model.annotation import Status
from marsad.text.normalize import fold

_COMMAS = ("\u060c", ",")
_NEAR = 5  # tokens between two wordings of one act (شن هجوما … فجر نفسه)
_GENERIC = "armed_attack"  # هجوم and استهدف say an attack and leave its means to other words
_GENERIC_REACH = 15
_RESULT_REACH = 30  # tokens between an act and its victims


@dataclass(slots=True)
class Happening:
    """One happening of a sentence: its triggers, the first of which gives status; ``first`` and ``last`` bound them."""

    hits: list[TriggerHit]
    status: Status
    background: bool

    @property
    def first(self) -> int:
        """Token at which its first trigger begins."""
        return self.hits[0].first

    @property
    def last(self) -> int:
        """Token at which its last trigger ends."""
        return self.hits[-1].last

    @property
    def only_result(self) -> bool:
        """Tell whether nothing says how the victims came to harm."""
        return all(hit.trigger.result for hit in self.hits)


def head_of(scene: Scene, happening: Happening) -> TriggerHit:
    """Return the trigger that names the type: the highest rank, the earliest of equals."""
    types = scene.reading.knowledge.ontology.types
    return max(happening.hits, key=lambda hit: (types[hit.event_type].rank, -hit.first))


def group(scene: Scene, told: list[tuple[TriggerHit, Status, bool]], clauses: list[int], begin: int) -> list[Happening]:
    """Group the triggers of one sentence, with their status and background, into happenings."""
    happenings: list[Happening] = []
    for hit, status, background in told:
        home = next((h for h in reversed(happenings) if _belongs(scene, h, hit, status, clauses, begin)), None)
        if home:
            home.hits.append(hit)
        else:
            happenings.append(Happening([hit], status, background))
    return happenings


def _belongs(
    scene: Scene, happening: Happening, hit: TriggerHit, status: Status, clauses: list[int], begin: int
) -> bool:
    last = happening.hits[-1]
    again = hit.definite and any(h.event_type == hit.event_type for h in happening.hits)
    if again and status == happening.status:
        return not _place_between(scene, happening, hit, same_clause=False)
    if hit.trigger.generic and hit.pronoun and status == happening.status and _both_attacks(scene, last, hit):
        return True  # هجوم …، بعد استهدافه: the pronoun goes back to who made it
    if status != happening.status or (hit.event_type != last.event_type and not _both_attacks(scene, last, hit)):
        return False
    if happening.only_result and _is_cause(scene.reading, hit.first - 1):
        return hit.first - last.last <= _RESULT_REACH
    if hit.trigger.result and any(h.event_type == "clash" for h in happening.hits):
        near = hit.first - last.last <= _RESULT_REACH
        return near and not _place_between(scene, happening, hit, same_clause=False)  # فيما قتل ثمانية من المسلحين
    between = range(last.last, hit.first)
    if any(_new_turn(scene, at) for at in between):
        return False
    gap = hit.first - last.last
    same_clause = clauses[last.first - begin] == clauses[hit.first - begin]
    elsewhere = _place_between(scene, happening, hit, same_clause=same_clause)
    if hit.trigger.result and happening.only_result:
        return same_clause or gap <= _NEAR
    if hit.trigger.result or happening.only_result:
        return gap <= _RESULT_REACH and not elsewhere
    if hit.event_type == last.event_type:
        return gap <= _NEAR and not elsewhere
    if _GENERIC in (hit.event_type, last.event_type):
        return gap <= _GENERIC_REACH and not elsewhere
    return gap <= (2 * _NEAR if same_clause else _NEAR)


def _is_cause(reading: Reading, at: int) -> bool:
    """Tell whether the word before an act makes it the cause of what was told (مقتل جندي في كمين, بعد انفجار)."""
    led_to = reading.knowledge.status.led_to
    if at > 0 and reading.form(at) in reading.knowledge.grammar.demonstratives:
        at -= 1  # جراء هذه الغارات
    return reading.form(at) in reading.knowledge.grammar.causes or bool(led_to.at(reading.tokens, at, at + 1))


def _both_attacks(scene: Scene, a: TriggerHit, b: TriggerHit) -> bool:
    """Only the ways of attacking are wordings of each other (هجوم, تفجير, قصف); an arrest is no escape."""
    types = scene.reading.knowledge.ontology.types
    return types[a.event_type].family == "attack" == types[b.event_type].family


def _new_turn(scene: Scene, at: int) -> bool:
    """Tell whether another happening begins here: after a colon or stop, or with a separator (ردا على, بعد, فيما)."""
    reading = scene.reading
    if reading.clause_mark(at) and reading.form(at) not in _COMMAS:
        return True
    return bool(reading.knowledge.grammar.separators.at(reading.tokens, at, len(reading.tokens)))


def _place_between(scene: Scene, happening: Happening, hit: TriggerHit, *, same_clause: bool) -> bool:
    """Tell whether the later trigger has a place of its own, so that it is another happening."""
    if same_clause:
        return False
    here = [at for at in range(happening.first, hit.first) if _is_spot(scene, at)]
    there = [at for at in range(hit.last, min(hit.last + 10, len(scene.reading.tokens))) if _is_spot(scene, at)]
    return bool(here and there) and scene.place_at[here[-1]].place_id != scene.place_at[there[0]].place_id


def _is_spot(scene: Scene, at: int) -> bool:
    """Tell whether a place is named at the token, and no government by its country or capital (نسبته أنقرة إلى …)."""
    place = scene.place_at.get(at)
    if place is None:
        return False
    capitals = scene.reading.knowledge.ontology.contexts["capitals"].words
    governs = place.kind == "country" or fold(place.name) in capitals
    attached = place.evidence.start > scene.reading.tokens[at].start
    return not governs or attached or scene.reading.after_preposition(at)
