"""The strict form of every analysts' file. An unknown key, a wrong type or an empty name is a fault, never ignored.

Here stand the forms of what the analysts know of the world: event types, actors, outlets, places and questions; those
of ``lexicon/`` stand in :mod:`marsad.knowledge.schema_lexicon` and :mod:`marsad.knowledge.schema_writing`.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Word = Annotated[str, StringConstraints(pattern=r"^\S+$")]  # looked for by itself: of several words none would match
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]*$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


def _has_words_around_gaps(pattern: str) -> str:
    if not all(part.split() for part in pattern.split("...")):
        raise ValueError("must have words before and after `...`")
    return pattern


Pattern = Annotated[Text, AfterValidator(_has_words_around_gaps)]

# fmt: off
PlaceKind = Literal[
    "country", "region", "governorate", "district", "subdistrict", "city", "town", "village", "quarter", "street",
    "mountain", "valley", "desert", "plain", "island", "river", "lake", "sea", "dam", "road", "bridge", "base",
    "airport", "camp", "prison", "field", "refinery", "port", "crossing", "site",
]
ActorKind = Literal[
    "state", "force", "agency", "armed_group", "coalition", "organisation", "party", "media", "office", "community",
]
OutletKind = Literal["agency", "state_agency", "newspaper", "television", "radio", "site", "social"]
# fmt: on


class Strict(BaseModel):
    """Base of all forms: no key beyond those named, no change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TriggerEntry(Strict):
    """A wording that names a happening: exactly one of ``verb``, ``forms`` (of a noun) and ``phrase``.

    ``with`` lists words of which one must follow; ``needs`` names contexts (``lexicon/contexts.yaml``) of which
    each must stand in the clause (within the next few words where it is ``near``), ``unless`` those of which none
    may; it is no trigger after a word of ``unless_prev`` or before one of ``unless_next``, nor, where it is
    ``stative``, in a relative clause (المدينة التي يسيطر عليها); ``weak`` triggers count only in texts about
    conflict; ``result`` triggers tell a victim and belong to a happening that says how, where there is one;
    ``generic`` ones (استهدف) say no more than the trigger right before them; ``counted`` ones (قتلى) are triggers
    only with their number, ``carried`` ones (معركة, تحرير) only where a verb of ``carriers`` (lexicon/status.yaml)
    tells that it took place.
    """

    verb: Text | None = None
    forms: list[Text] = []
    phrase: Text | None = None
    followed_by: list[Word] = Field(default=[], alias="with")
    needs: list[Slug] = []
    unless: list[Slug] = []
    near: bool = False
    unless_prev: list[Word] = []
    unless_next: list[Word] = []
    weak: bool = False
    result: bool = False
    stative: bool = False
    generic: bool = False
    counted: bool = False
    carried: bool = False

    @property
    def words(self) -> list[str]:
        """The verb, the forms of the noun or the phrase."""
        return [word for word in (self.verb, *self.forms, self.phrase) if word]

    @model_validator(mode="after")
    def _is_one_wording(self) -> Self:
        if sum(map(bool, (self.verb, self.forms, self.phrase))) != 1:
            raise ValueError("must have one of verb, forms and phrase")
        return self


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
    frame: bool = False
    from_place: bool = False
    to_place: bool = False
    rare: bool = False
    vouched: list[Slug] = []
    wider: list[Slug] = []
    refine: dict[Slug, list[Slug]] = {}
    examples: list[Text] = Field(min_length=1)
    counterexamples: list[Text] = Field(min_length=1)

    @property
    def triggers(self) -> list[TriggerEntry]:
        """All wordings of the type."""
        return [*self.verbs, *self.nouns, *self.phrases]


class ActorEntry(Strict):
    """One actor of ``actors/*.yaml``."""

    id: Slug
    name: Text
    name_en: Text
    kind: ActorKind
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
    kind: OutletKind
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
    kind: PlaceKind
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
    patterns: list[Pattern] = Field(min_length=1)
    examples: list[Text] = Field(min_length=1)
    counterexamples: list[Text] = []


class QuestionFile(Strict):
    """``questions/<id>.yaml``; a wording of a position in ``negated``, near one of ``negators``, takes the other."""

    id: Slug
    label: Label
    about: list[Slug] = Field(min_length=1)
    positions: list[PositionEntry] = Field(min_length=1)
    negators: list[Text] = []
    negated: dict[Slug, Slug] = {}
