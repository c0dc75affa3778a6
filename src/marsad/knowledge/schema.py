"""The strict form of every analysts' file. An unknown key, a wrong type or an empty name is a fault, never ignored."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from marsad.model.annotation import CueClass, Qualifier, Status

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]*$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]

PLACE_KINDS = [
    "country",
    "region",
    "governorate",
    "district",
    "subdistrict",
    "city",
    "town",
    "village",
    "quarter",
    "street",
    "mountain",
    "valley",
    "desert",
    "plain",
    "island",
    "river",
    "lake",
    "sea",
    "dam",
    "road",
    "bridge",
    "base",
    "airport",
    "camp",
    "prison",
    "field",
    "refinery",
    "port",
    "crossing",
    "site",
]
ACTOR_KINDS = [
    "state",
    "force",
    "agency",
    "armed_group",
    "coalition",
    "organisation",
    "party",
    "media",
    "office",
    "community",
]
OUTLET_KINDS = ["agency", "state_agency", "newspaper", "television", "radio", "site", "social"]
FRAMES = ("according_to", "as_verb", "statement", "hearsay")


class Strict(BaseModel):
    """Base of all forms: no key beyond those named, no change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class VerbsFile(Strict):
    """``lexicon/verbs.yaml``: verb to root and pattern."""

    verbs: dict[Text, tuple[Text, Text]]


class CuesFile(Strict):
    """``lexicon/cues/<class>.yaml``."""

    cue_class: CueClass = Field(alias="class")
    verbs: dict[Text, list[Text]]
    nouns: list[Text]
    phrases: dict[Text, Literal["according_to", "as_verb", "statement", "hearsay"]] = {}
    impersonal: list[Text] = []
    examples: list[Text] = Field(min_length=1)
    counterexamples: list[Text] = Field(min_length=1)


class TriggerEntry(Strict):
    """A wording that names a happening: exactly one of ``verb``, ``forms`` (of a noun) and ``phrase``.

    ``with`` lists words of which one must follow; ``needs`` names contexts (``lexicon/contexts.yaml``) of which
    each must stand in the clause; (within the next few words where it is ``near``); it
    is no trigger after a word of ``unless_prev`` or before one of ``unless_next``, nor, where it is ``stative``, in a
    relative clause (المدينة التي يسيطر عليها); ``weak`` triggers count only in texts about conflict; ``result`` triggers tell a victim
    and belong to a happening that says how, where there is one; ``generic`` ones (استهدف) say no more than the trigger
    right before them; ``counted`` ones (قتلى) are triggers only with their number.
    """

    verb: Text | None = None
    forms: list[Text] = []
    phrase: Text | None = None
    followed_by: list[Text] = Field(default=[], alias="with")
    needs: list[Slug] = []
    near: bool = False
    unless_prev: list[Text] = []
    unless_next: list[Text] = []
    weak: bool = False
    result: bool = False
    stative: bool = False
    generic: bool = False
    counted: bool = False


class Label(Strict):
    """A name in the two languages of the house."""

    ar: Text
    en: Text


class Plover(Strict):
    """Event and mode of PLOVER (CC BY-SA 4.0)."""

    event: Text
    mode: Text | None


class Acled(Strict):
    """Event and sub-event type of ACLED."""

    event: Text
    sub_event: Text


class EventTypeFile(Strict):
    """``ontology/<id>.yaml``."""

    id: Slug
    family: Literal["attack", "detention", "security", "control", "protest"]
    rank: int = Field(ge=1, le=9)
    label: Label
    definition: Text
    plover: Plover | None
    acled: Acled
    verbs: list[TriggerEntry]
    nouns: list[TriggerEntry]
    phrases: list[TriggerEntry]
    from_place: bool = False
    wider: list[Slug] = []
    refine: dict[Slug, list[Slug]] = {}
    examples: list[Text] = Field(min_length=1)
    counterexamples: list[Text] = Field(min_length=1)


class ContextEntry(Strict):
    """Words, and mentions of actors, places, counts or (with ``people``) words of ``person``, that make a context."""

    words: list[Text]
    actors: list[Slug] = []
    places: bool = False
    counts: bool = False
    people: bool = False


class ContextsFile(Strict):
    """``lexicon/contexts.yaml``."""

    contexts: dict[Slug, ContextEntry]


class ContentPattern(Strict):
    """Words at the begin of a content and the class that they give it, after cue verb ``cue`` alone where it is named."""

    cue_class: CueClass = Field(alias="class")
    pattern: Text
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

    person: list[Text]
    anonymous_unless_named: list[Text]
    anonymous: list[Text]
    collective: list[Text]
    institution: list[Text]
    media: list[Text]
    not_speakers: list[Text]


class GrammarFile(Strict):
    """``lexicon/grammar.yaml``: closed classes."""

    complementizers: list[Text]
    complement_nouns: list[Text]
    occasions: list[Text]
    phrase_stops: list[Text]
    name_prepositions: list[Text]
    clause_openers: list[Text]
    turn_words: list[Text]
    negations: list[Text]
    relatives: list[Text]
    prepositions: list[Text]
    fronting: list[Text]
    about: list[Text]
    about_him: list[Text]
    locatives: list[Text]
    origins: list[Text]
    object_marks: list[Text]
    not_cues: list[Text]
    separators: list[Text]
    causes: list[Text]


class PlaceWordsFile(Strict):
    """``lexicon/place_words.yaml``."""

    generic: dict[Text, list[Slug]]
    pairs: list[Text]
    directions: list[Text]
    not_after: list[Text]
    anaphora: list[Text]


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
    past_perfect: list[Text]
    aimed_at: list[Slug]
    suffered: Text
    qad: list[Text]
    examples: list[StatusExample]


class CountUnit(Strict):
    """Wordings of one unit of count."""

    cues: list[Text]
    verbs: list[Text]
    nouns: list[Text]
    phrases: list[Text]


class Persons(Strict):
    """Words for people by number."""

    singular: list[Text]
    dual: list[Text]
    plural: list[Text]


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
    ambiguous_duals: list[Text]
    none: list[Text]
    either: list[Text]
    part_of: list[Text]
    examples: list[CountExample] = []


class ActorEntry(Strict):
    """One actor of ``actors/*.yaml``."""

    id: Slug
    name: Text
    name_en: Text
    kind: Literal[
        "state", "force", "agency", "armed_group", "coalition", "organisation", "party", "media", "office", "community"
    ]
    country: Country | None = None
    parent: Slug | None = None
    aliases: list[Text] = []
    short: list[Text] = []
    needs: list[Text] = []
    unless_next: list[Text] = []
    unless_prev: list[Text] = []
    examples: list[Text] = []
    counterexamples: list[Text] = []


class OutletEntry(Strict):
    """One outlet of ``sources/*.yaml``."""

    id: Slug
    name: Text
    name_en: Text
    kind: Literal["agency", "state_agency", "newspaper", "television", "radio", "site", "social"]
    country: Country | None = None
    domains: list[Text] = []
    aliases: list[Text] = []
    mastheads: list[Text] = []
    common: bool = False


class PlaceRow(Strict):
    """One row of ``gazetteer/*.tsv``; coordinates in decimal degrees (WGS 84), ``precision_km`` in kilometres."""

    id: Slug
    name: Text
    variants: str
    name_en: Text
    kind: Text
    admin1: str
    admin2: str
    country: str = Field(pattern=r"^([A-Z]{2})?$")
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    precision_km: float = Field(gt=0, le=10000)
    prior: int = Field(ge=0, le=100)
    common: Literal["", "yes"]
    geonames_id: str = Field(pattern=r"^[0-9]*$")


class DemonymRow(Strict):
    """One row of ``gazetteer/demonyms.tsv``."""

    country: Country
    forms: Text


class PositionEntry(Strict):
    """A position on a question: wordings (``...`` stands for up to six words) that take it."""

    id: Slug
    label: Label
    definition: Text
    patterns: list[Text] = Field(min_length=1)
    examples: list[Text] = Field(min_length=1)
    counterexamples: list[Text] = []


class QuestionFile(Strict):
    """``questions/<id>.yaml``. A wording of a position in ``negated``, after one of ``negators``, takes the other one."""

    id: Slug
    label: Label
    about: list[Slug] = Field(min_length=1)
    positions: list[PositionEntry] = Field(min_length=1)
    negators: list[Text] = []
    negated: dict[Slug, Slug] = {}
