"""Names in the analysts' files that must stand in another one of them, and wordings that may stand but once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from marsad.knowledge.entries import Entries
from marsad.knowledge.files import Faults, line_of
from marsad.text.normalize import fold


class Register(NamedTuple):
    """What others may name: the kind of thing, where all of them stand, and their names."""

    what: str
    home: str
    names: Collection[str]


class Use(NamedTuple):
    """Names used in a file, from a line on."""

    path: Path
    line: int
    names: Iterable[str]
    register: Register


def check_references(entries: Entries, faults: Faults) -> None:
    """Note every name that stands nowhere and every wording that stands twice."""
    for use in chain(_of_verbs(entries), _of_types(entries), _of_actors(entries), _of_governorates(entries)):
        for name in use.names:
            if name not in use.register.names:
                message = f"{use.register.what} {name!r} is not in {use.register.home}"
                faults.add(use.path, line_of(use.path, name, use.line), message)
    _check_triggers(entries, faults)
    _check_aliases(entries, faults)


def _of_verbs(entries: Entries) -> Iterator[Use]:
    lexicon = entries.lexicon
    verbs = Register("verb", "lexicon/verbs.yaml", lexicon.verbs.verbs)
    known = {row.entry.verb for row in entries.verb_forms}
    inflected = Register("verb", "lexicon/verb_forms.tsv: run `make lexicon`", known)
    yield Use(entries.in_lexicon("verbs"), 1, lexicon.verbs.verbs, inflected)
    for form, path, line in entries.verb_forms:
        yield Use(path, line, [form.verb], verbs)
    for cues, path, line in entries.cues:
        yield Use(path, line, [*cues.verbs, *cues.guards], verbs)
    for kind, path, line in entries.types:
        yield Use(path, line, [trigger.verb for trigger in kind.triggers if trigger.verb], verbs)
    counted = chain.from_iterable(unit.verbs for unit in lexicon.counting.units.values())
    yield Use(entries.in_lexicon("counting"), 1, counted, verbs)
    cues_of_contents = [pattern.cue for pattern in lexicon.content_classes.patterns if pattern.cue]
    yield Use(entries.in_lexicon("content_classes"), 1, cues_of_contents, verbs)
    yield Use(entries.in_lexicon("status"), 1, [lexicon.status.suffered, *lexicon.status.carriers], verbs)


def _of_types(entries: Entries) -> Iterator[Use]:
    """Yield where event types and contexts are named."""
    contexts = Register("context", "lexicon/contexts.yaml", entries.lexicon.contexts.contexts)
    types = Register("event type", "ontology/", {kind.entry.id for kind in entries.types})
    for kind, path, line in entries.types:
        yield Use(
            path, line, chain.from_iterable((*trigger.needs, *trigger.unless) for trigger in kind.triggers), contexts
        )
        yield Use(path, line, [*chain.from_iterable(kind.refine.values()), *kind.vouched], contexts)
        yield Use(path, line, [*kind.wider, *kind.refine], types)
    yield Use(entries.in_lexicon("status"), 1, entries.lexicon.status.aimed_at, types)


def _of_actors(entries: Entries) -> Iterator[Use]:
    """Yield where actors are named, and the positions of each question."""
    actors = Register("actor", "actors/", {actor.entry.id for actor in entries.actors})
    for actor, path, line in entries.actors:
        yield Use(path, line, [actor.parent] if actor.parent else [], actors)
    for question, path, line in entries.questions:
        yield Use(path, line, question.about, actors)
        positions = Register("position", "`positions`", {position.id for position in question.positions})
        yield Use(path, line, chain.from_iterable(question.negated.items()), positions)


def _of_governorates(entries: Entries) -> Iterator[Use]:
    """Yield where the governorates of Iraq and Syria are named; each must be a row itself."""
    rows = [row.entry for row in entries.places]
    for country in ("IQ", "SY"):
        names = {row.admin1 for row in rows if row.kind == "governorate" and row.country == country}
        governorates = Register("governorate", f"the rows of {country}", names)
        for row, path, line in entries.places:
            if row.country == country and row.admin1:
                yield Use(path, line, [row.admin1], governorates)


def _check_triggers(entries: Entries, faults: Faults) -> None:
    for kind, path, line in entries.types:
        seen: set[tuple[object, ...]] = set()
        for trigger in kind.triggers:
            for word in trigger.words:
                wording = (word == trigger.verb, fold(word), *trigger.followed_by)
                if wording in seen:
                    faults.add(path, line_of(path, word, line), f"trigger {word!r} stands twice")
                seen.add(wording)


def _check_aliases(entries: Entries, faults: Faults) -> None:
    """Note the names that two actors share and neither of them limits by ``needs``."""
    owners: dict[str, str] = {}
    for actor, path, line in entries.actors:
        if actor.needs:
            continue
        for alias in dict.fromkeys(map(fold, (actor.name, *actor.aliases))):
            other = owners.setdefault(alias, actor.id)
            if other != actor.id:
                faults.add(path, line, f"{alias!r} names {actor.id!r} and {other!r}: give one of them `needs`")
