"""Words made searchable: verbs by their inflected forms, and sets of words found through attached particles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from marsad.text.morphology import splits, without_pronoun
from marsad.text.normalize import fold

_REMEMBERED = 50_000  # words whose reading is kept; the common ones come back at once
_ARTICLE, _ALEF = "\u0627\u0644", "\u0627"  # al-; the ending of the indefinite accusative
_CONJUNCTIONS = ("", "\u0648", "\u0641")  # none, wa-, fa-; before س and ل only an imperfect stands
_THIRD_PERSON = frozenset(
    ("\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627", "\u0647\u0646")
)  # -hu, -hā, -hum, -humā, -hunna

_FINITE = ("past", "pres")
_ACTIVE = ("past.act", "pres.act")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a word as a verb: lemma, tags (``past.act.3ms``, ``ap.ms.acc``), and what is attached to it."""

    lemma: str
    tags: tuple[str, ...]
    prefix: str = ""
    pronoun: str = ""

    @property
    def finite(self) -> bool:
        """Tell whether it is a past or imperfect form (else a participle)."""
        return self.tags[0].startswith(_FINITE)

    @property
    def third_person(self) -> bool:
        """Tell whether it can be an active form of the third person."""
        return any(tag.startswith(_ACTIVE) and tag.split(".")[2].startswith("3") for tag in self.tags)

    @property
    def future(self) -> bool:
        """Tell whether the future particle س is attached."""
        return self.prefix.endswith("س")


@dataclass(frozen=True, slots=True)
class VerbTable:
    """All inflected forms; :meth:`read` looks through و ف, future س, ل before a subjunctive, and object pronouns."""

    forms: dict[str, tuple[tuple[str, tuple[str, ...]], ...]]
    _cache: dict[str, tuple[VerbForm, ...]] = field(default_factory=dict, repr=False, compare=False)

    def read(self, form: str) -> tuple[VerbForm, ...]:
        """Return the readings of a folded word as a known verb; empty where it is none."""
        known = self._cache.get(form)
        if known is None:
            if len(self._cache) >= _REMEMBERED:
                self._cache.clear()
            known = self._cache[form] = tuple(self._read(form))
        return known

    def _read(self, form: str) -> Iterable[VerbForm]:
        for prefix, rest in _verbal_splits(form):
            tenses = ("past", "pres") if prefix in _CONJUNCTIONS else ("pres",)
            for lemma, tags in self.forms.get(rest, ()):
                finite = tuple(tag for tag in tags if tag.startswith(tenses))
                participle = tuple(tag for tag in tags if not tag.startswith(_FINITE) and prefix in _CONJUNCTIONS)
                yield from (VerbForm(lemma, kind, prefix) for kind in (finite, participle) if kind)
            for stem, pronoun in _object_stems(rest):
                for lemma, tags in self.forms.get(stem, ()):
                    finite = tuple(tag for tag in tags if tag.startswith(tenses))
                    if finite:
                        yield VerbForm(lemma, finite, prefix, pronoun)


def _verbal_splits(form: str) -> Iterable[tuple[str, str]]:
    for conjunction in _CONJUNCTIONS:
        if not form.startswith(conjunction) or len(form) - len(conjunction) < 2:
            continue
        rest = form[len(conjunction) :]
        yield conjunction, rest
        for particle in ("س", "ل"):
            if rest.startswith(particle) and rest[1:2] in ("ي", "ت", "ن", "ا"):
                yield conjunction + particle, rest[1:]


def _object_stems(rest: str) -> Iterable[tuple[str, str]]:
    for stem, pronoun in without_pronoun(rest):
        if pronoun not in _THIRD_PERSON:
            continue
        yield stem, pronoun
        if stem.endswith("و"):
            yield stem + "ا", pronoun


class WordSet:
    """A set of single words, compared folded."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(fold(word) for word in words)
        self._cache: dict[str, bool] = {}

    def __contains__(self, form: str) -> bool:
        """Tell whether a folded word stands in the set as it is."""
        return form in self._words

    def has(self, form: str) -> bool:
        """Tell whether a folded word stands in the set once particles, the article and pronouns are taken off."""
        known = self._cache.get(form)
        if known is None:
            if len(self._cache) >= _REMEMBERED:
                self._cache.clear()
            known = self._cache[form] = self._find(form)
        return known

    def _find(self, form: str) -> bool:
        for _, rest in splits(form):
            bare = rest.removeprefix(_ARTICLE)
            if rest in self._words or bare in self._words or bare.removesuffix(_ALEF) in self._words:
                return True
            if any(stem in self._words for stem, _ in without_pronoun(bare)):
                return True
        return False
