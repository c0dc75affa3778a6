"""What the analysts know, as the program uses it: made by :mod:`marsad.knowledge.build`; nothing here reads a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from marsad.knowledge.schema import ActorEntry, OutletEntry, PlaceRow
from marsad.knowledge.words import VerbTable, WordSet
from marsad.model.annotation import CueClass, Status
from marsad.text.dates import DateLexicon
from marsad.text.numerals import NumeralLexicon
from marsad.text.phrases import PhraseIndex

if TYPE_CHECKING:
    from marsad.knowledge.schema_lexicon import CountUnit  # building its forms costs a start 20 ms


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting cue: its class and how its content is joined (see ``lexicon/cues``).

    One of the words ``needs`` must follow in its sentence, none of ``unless_next`` right after it, and its source must
    be headed by one of ``subjects``; ``imperfect`` is what the imperfect takes where that differs. A bare imperfect
    that is ``impersonal`` (يعتقد أن) has no source.
    """

    cue_class: CueClass
    takes: frozenset[str] = frozenset()
    frame: str = "verb"
    needs: WordSet | None = None
    subjects: WordSet | None = None
    unless_next: WordSet | None = None
    imperfect: frozenset[str] | None = None
    impersonal: bool = False


@dataclass(frozen=True, slots=True)
class ContentPattern:
    """Wording at the begin of a content that decides its class; ``parts`` may have up to six words between them."""

    cue_class: CueClass
    parts: tuple[tuple[str, ...], ...]
    lemma: str | None


@dataclass(frozen=True, slots=True)
class CueBook:
    """Reporting cues by verb lemma, by noun and by phrase; ``impersonal`` openings attribute nothing.

    ``contents`` are the wordings by which a content decides the class after a cue of one of the ``neutral`` classes,
    where they begin within its first ``within`` words.
    """

    verbs: Mapping[str, Cue]
    nouns: PhraseIndex[Cue]
    phrases: PhraseIndex[Cue]
    impersonal: PhraseIndex[str]
    contents: tuple[ContentPattern, ...]
    neutral: frozenset[CueClass]
    within: int


@dataclass(frozen=True, slots=True)
class Trigger:
    """A wording that names a happening of ``event_type`` (see :class:`marsad.knowledge.schema.TriggerEntry`)."""

    event_type: str
    pos: str
    followed_by: WordSet | None
    needs: tuple[str, ...]
    unless: tuple[str, ...]
    near: bool
    unless_prev: WordSet
    unless_next: WordSet
    weak: bool
    result: bool
    stative: bool
    generic: bool
    counted: bool
    carried: bool


@dataclass(frozen=True, slots=True)
class EventType:
    """What the reader of events needs to know of a type.

    A ``frame`` gives way to the happening that it led to. A later word of a ``wider`` type may mean it; with
    ``from_place`` it happens where it starts from (الهروب من سجن), with ``to_place`` where it leads (سافروا إلى سوريا);
    a ``rare`` one, told twice in a report with one place inside the other, is mostly the same.
    Contexts of ``vouched`` let a weak trigger count as a word of conflict does.
    """

    id: str
    family: str
    rank: int
    label_ar: str
    label_en: str
    frame: bool
    from_place: bool
    to_place: bool
    rare: bool
    vouched: tuple[str, ...]
    wider: frozenset[str]
    refine: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Context:
    """Words (not after one of ``unless_prev``), actor kinds and places that make a context."""

    words: WordSet
    phrases: PhraseIndex[str]
    unless_prev: WordSet
    actor_kinds: frozenset[str]
    places: bool
    counts: bool


@dataclass(frozen=True, slots=True)
class Ontology:
    """Event types and the wordings that name them."""

    types: Mapping[str, EventType]
    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: PhraseIndex[Trigger]
    contexts: Mapping[str, Context]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed-class words, folded."""

    complementizers: WordSet
    complement_nouns: WordSet
    reports: WordSet
    occasions: WordSet
    phrase_stops: WordSet
    received: WordSet
    names_like_stops: WordSet
    days: WordSet
    past_days: WordSet
    name_prepositions: WordSet
    clause_openers: PhraseIndex[str]
    turn_words: PhraseIndex[str]
    conditions: PhraseIndex[str]
    negations: WordSet
    relatives: WordSet
    prepositions: WordSet
    fronting: WordSet
    subject_openings: WordSet
    topics: WordSet
    openings: WordSet
    about: WordSet
    about_him: WordSet
    locatives: WordSet
    origins: WordSet
    ablatives: WordSet
    allatives: WordSet
    not_cues: WordSet
    not_joints: WordSet
    separators: PhraseIndex[str]
    causes: WordSet
    demonstratives: WordSet


@dataclass(frozen=True, slots=True)
class StatusBook:
    """Wordings of status and background; ``reach`` is in words."""

    reach: int
    cues: PhraseIndex[Status]
    purpose: PhraseIndex[str]
    background: PhraseIndex[str]
    led_to: PhraseIndex[str]
    topics: PhraseIndex[str]
    absent: PhraseIndex[str]
    whichever: WordSet
    subjunctive: WordSet
    aims: WordSet
    past_perfect: WordSet
    denied_after: PhraseIndex[str]
    impossible: PhraseIndex[str]
    aimed_at: frozenset[str]
    suffered: str
    carriers: frozenset[str]
    qad: WordSet


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds of an event's features, and the score below which a mention is rather a topic than a report."""

    bias: float
    threshold: float
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Counting:
    """What the reader of counts goes by."""

    units: Mapping[str, CountUnit]
    cues: Mapping[str, WordSet]
    nouns: Mapping[str, WordSet]
    verbs: Mapping[str, str]
    singular: WordSet
    dual: WordSet
    plural: WordSet
    ambiguous_duals: WordSet
    none: PhraseIndex[str]
    either: PhraseIndex[str]
    part_of: WordSet


@dataclass(frozen=True, slots=True)
class Actors:
    """Actors by name; an entry of the index is an actor and whether the name is a short one."""

    by_id: Mapping[str, ActorEntry]
    index: PhraseIndex[tuple[ActorEntry, bool]]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words that go with names of places; ``generic`` maps a folded word to the kinds of place that it names."""

    generic: Mapping[str, frozenset[str]]
    bearings: PhraseIndex[str]
    pairs: WordSet
    directions: WordSet
    not_after: PhraseIndex[str]
    anaphora: WordSet
    vague: WordSet
    same: WordSet
    scenes: WordSet
    acts: WordSet
    unlisted: WordSet
    belonging: WordSet
    not_names: WordSet
    where: WordSet
    appositions: WordSet
    destinations: WordSet
    parts: WordSet
    undergoing: WordSet
    capitals: WordSet
    settlements: WordSet
    no_places: PhraseIndex[str]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by name, and the adjectives of countries (``تركي`` to TR)."""

    by_id: Mapping[str, PlaceRow]
    index: PhraseIndex[PlaceRow]
    demonyms: Mapping[str, str]
    countries: Mapping[str, PlaceRow]
    words: PlaceWords


@dataclass(frozen=True, slots=True)
class Outlets:
    """Outlets by the names under which they are quoted."""

    by_id: Mapping[str, OutletEntry]
    index: PhraseIndex[OutletEntry]


@dataclass(frozen=True, slots=True)
class Position:
    """A wording that takes a position on a question: a phrase of the index, then ``rest``, with gaps between them."""

    position: str
    rest: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A watch-question: whom it is about and the wordings of its positions."""

    id: str
    about: frozenset[str]
    positions: PhraseIndex[Position]
    negators: PhraseIndex[str]
    negated: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything the analysts wrote down. ``version`` is a hash of all their files."""

    version: str
    verbs: VerbTable
    cues: CueBook
    speakers: Mapping[str, str]
    not_speakers: WordSet
    outlet_heads: WordSet
    no_outlets: WordSet
    masculine: WordSet
    grammar: Grammar
    ontology: Ontology
    status: StatusBook
    counting: Counting
    weights: Weights
    actors: Actors
    gazetteer: Gazetteer
    outlets: Outlets
    questions: tuple[Question, ...]
    numerals: NumeralLexicon
    dates: DateLexicon
    chrome: Mapping[str, Mapping[str, Sequence[str]]]
