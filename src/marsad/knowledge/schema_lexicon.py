"""The strict form of the files of ``lexicon/`` that tell how the press reports: speech, events, status and counts."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator

from marsad.knowledge.schema import ActorKind, Pattern, PlaceKind, Slug, Strict, Text, Word
from marsad.model.annotation import CueClass, Qualifier, Status

_CONTEXTS_ASKED_FOR = (
    *("person", "somebody", "conflict", "sport", "business", "crime", "commentary", "suicide", "victim"),
    *("weapons", "hideouts", "sites", "belonging", "owner_marks", "counters", "anyone", "undergone", "passives"),
    *("doers", "agents", "against", "sides", "between_them", "hitting", "resumed", "announcing", "befallen", "claims"),
    *("capitals", "blaming", "doings", "objects", "totals", "epithets", "adverbs"),
)


class VerbsFile(Strict):
    """``lexicon/verbs.yaml``: verb to root and pattern."""

    verbs: dict[Text, tuple[Text, Text]]


class VerbFormRow(Strict):
    """One row of ``lexicon/verb_forms.tsv``: a folded form, its verb, and tags such as ``past.act.3ms``."""

    form: Text
    verb: Text
    tags: Text


class CueGuard(Strict):
    """What tells a reporting verb from the words that look like it."""

    needs: list[Word] = Field(default=[])
    subjects: list[Word] = Field(default=[])
    unless_next: list[Word] = Field(default=[])
    imperfect: list[Text] | None = None
    impersonal: bool = False


class CuesFile(Strict):
    """``lexicon/cues/<class>.yaml``."""

    cue_class: CueClass = Field(alias="class")
    verbs: dict[Text, list[Text]]
    guards: dict[Text, CueGuard] = Field(default={})
    nouns: list[Text]
    phrases: dict[Text, Literal["according_to", "as_verb", "also_verb", "statement", "hearsay", "saying"]] = Field(
        default={}
    )
    impersonal: list[Text] = Field(default=[])
    examples: list[Text] = Field(min_length=1)
    counterexamples: list[Text] = Field(min_length=1)


class ContextEntry(Strict):
    """Words, and mentions of actors, places, counts or (with ``people``) words of ``person``, that make a context."""

    words: list[Text]
    unless_prev: list[Word] = Field(default=[])
    actors: list[ActorKind] = Field(default=[])
    places: bool = False
    counts: bool = False
    people: bool = False


class ContextsFile(Strict):
    """``lexicon/contexts.yaml``; the program asks for some of them by name."""

    contexts: dict[Slug, ContextEntry]

    @field_validator("contexts")
    @classmethod
    def _has_those_asked_for(cls, contexts: dict[str, ContextEntry]) -> dict[str, ContextEntry]:
        missing = [name for name in _CONTEXTS_ASKED_FOR if name not in contexts]
        if missing:
            raise ValueError(f"must hold {', '.join(missing)} too")
        return contexts


class ContentPattern(Strict):
    """Words at the begin of a content and the class that they give it, after cue verb ``cue`` alone if it is named."""

    cue_class: CueClass = Field(alias="class")
    pattern: Pattern
    cue: Text | None = None


class ContentExample(Strict):
    """A sentence and the class of its quotation."""

    text: Text
    cue_class: CueClass = Field(alias="class")


class ContentClassesFile(Strict):
    """``lexicon/content_classes.yaml``."""

    within: int = Field(ge=1, le=10)
    applies_to: list[CueClass]
    patterns: list[ContentPattern]
    examples: list[ContentExample]


class SpeakersFile(Strict):
    """``lexicon/speakers.yaml``: heads of noun phrases by kind of source."""

    person: list[Word]
    anonymous_unless_named: list[Word]
    anonymous: list[Word]
    collective: list[Word]
    institution: list[Word]
    media: list[Word]
    outlets: list[Word]
    no_outlets: list[Word]
    masculine: list[Word]
    not_speakers: list[Word]


class GrammarFile(Strict):
    """``lexicon/grammar.yaml``: closed classes."""

    complementizers: list[Word]
    complement_nouns: list[Word]
    reports: list[Word]
    occasions: list[Word]
    phrase_stops: list[Word]
    received: list[Word]
    names_like_stops: list[Word]
    days: list[Word]
    past_days: list[Word]
    name_prepositions: list[Word]
    clause_openers: list[Text]
    turn_words: list[Text]
    conditions: list[Text]
    negations: list[Word]
    relatives: list[Word]
    prepositions: list[Word]
    fronting: list[Word]
    subject_openings: list[Word]
    topics: list[Word]
    openings: list[Word]
    about: list[Word]
    about_him: list[Word]
    locatives: list[Word]
    origins: list[Word]
    ablatives: list[Word]
    allatives: list[Word]
    not_cues: list[Word]
    not_joints: list[Word]
    separators: list[Text]
    causes: list[Word]
    demonstratives: list[Word]


class PlaceWordsFile(Strict):
    """``lexicon/place_words.yaml``."""

    generic: dict[Text, list[PlaceKind]]
    bearings: list[Text]
    pairs: list[Text]
    directions: list[Text]
    not_after: list[Text]
    anaphora: list[Text]
    vague: list[Text]
    same: list[Text]
    scenes: list[Text]
    acts: list[Text]
    unlisted: list[Text]
    belonging: list[Text]
    not_names: list[Text]
    where: list[Text]
    appositions: list[Text]
    destinations: list[Text]
    parts: list[Text]
    undergoing: list[Text]
    capitals: list[Text]
    settlements: list[Text]
    no_places: list[Text]


class StatusExample(Strict):
    """A sentence and the status that its event must get."""

    text: Text
    status: Status


class StatusFile(Strict):
    """``lexicon/status.yaml``."""

    reach: int = Field(ge=1, le=20)
    denied: list[Text]
    foiled: list[Text]
    planned: list[Text]
    possible: list[Text]
    purpose: list[Text]
    background: list[Text]
    led_to: list[Text]
    topics: list[Text]
    absent: list[Text]
    whichever: list[Text]
    subjunctive: list[Text]
    aims: list[Text]
    past_perfect: list[Text]
    denied_after: list[Text]
    impossible: list[Text]
    aimed_at: list[Slug]
    suffered: Text
    carriers: list[Text]
    qad: list[Text]
    examples: list[StatusExample]


class CountUnit(Strict):
    """Wordings of one unit of count."""

    cues: list[Text]
    verbs: list[Text]
    nouns: list[Word]
    phrases: list[Text]


class Persons(Strict):
    """Words for people by number."""

    singular: list[Word]
    dual: list[Word]
    plural: list[Word]


class CountExample(Strict):
    """A sentence and a count that must be read in it."""

    text: Text
    unit: Slug
    low: int | None
    high: int | None
    qualifier: Qualifier = "exact"


class CountingFile(Strict):
    """``lexicon/counting.yaml``."""

    units: dict[Slug, CountUnit]
    persons: Persons
    ambiguous_duals: list[Word]
    none: list[Text]
    either: list[Text]
    part_of: list[Word]
    examples: list[CountExample] = Field(default=[])


class WeightsFile(Strict):
    """``lexicon/weights.yaml``: log-odds of the features of an event's score, and the least score of an event."""

    bias: float
    threshold: float = Field(ge=0, le=1)
    features: dict[Slug, float]
