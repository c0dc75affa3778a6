"""How many: the tolls of a happening in its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.extract.amounts import added
from marsad.extract.events.happenings import Happening
from marsad.extract.reading import Reading
from marsad.model.annotation import Count
from marsad.model.span import cut
from marsad.text.segment import Sentence

_FAMILY_OF = {"arrested": "detention", "abducted": "detention"}  # of event types, by unit; others are of attacks
_YEAR = 4  # digits


def counts_of(
    reading: Reading, sentence: Sentence, happenings: Sequence[Happening], number: int, counts: Sequence[Count]
) -> tuple[Count, ...]:
    """Return the tolls of happening ``number`` among those of its sentence: each goes to the nearest that can have it.

    Both sides' tolls stay beside each other; a second figure of the same unit for one side is left out.
    """
    start, end = reading.tokens[sentence.first].start, reading.tokens[sentence.last - 1].end
    mine: list[Count] = []
    for count in counts:
        if not (start <= count.evidence.start < end) or count.unit not in ("killed", "wounded", "arrested", "abducted"):
            continue
        nearest = min(
            _that_can_have(reading, happenings, count), key=lambda k: _distance(reading, happenings[k], count)
        )
        if nearest != number or (_of_years(reading, count) and not happenings[number].only_result):
            continue
        same = next((k for k, c in enumerate(mine) if c.unit == count.unit), None)
        if same is None:
            mine.append(count)
        elif count.qualifier != "order" and any(hit.event_type == "clash" for hit in happenings[number].hits):
            mine[same] = _both_sides(reading, mine[same], count)
    return tuple(mine)


def _that_can_have(reading: Reading, happenings: Sequence[Happening], count: Count) -> list[int]:
    """Return the happenings of the family that a toll is of (arrested: an arrest), all of them where there is none."""
    types, family = reading.knowledge.ontology.types, _FAMILY_OF.get(count.unit, "attack")
    fitting = [k for k, h in enumerate(happenings) if any(types[hit.event_type].family == family for hit in h.hits)]
    return fitting or list(range(len(happenings)))


def _of_years(reading: Reading, count: Count) -> bool:
    """Tell whether a toll is of the years since one that is told (40 ألف شخص منذ عام 1984), and not of one act."""
    end = reading.token_at(count.evidence.end)
    since = reading.knowledge.ontology.contexts["since"].words
    years = (
        reading.form(k)
        for at in range(end, min(end + 4, len(reading.tokens) - 2))
        if reading.form(at) in since
        for k in (at + 1, at + 2)
    )
    return any(word.isdecimal() and len(word) == _YEAR for word in years)


def _both_sides(reading: Reading, a: Count, b: Count) -> Count:
    """Return the sum of two tolls, evidenced by the words from the first to the second."""
    low, high, qualifier = added(a, b)
    evidence = cut(reading.document.text, a.evidence.start, b.evidence.end)
    return Count(evidence, a.unit, low, high, qualifier)


def _distance(reading: Reading, happening: Happening, count: Count) -> int:
    first, last = reading.tokens[happening.first].start, reading.tokens[happening.last - 1].end
    if first <= count.evidence.start < last:
        return 0
    return min(abs(first - count.evidence.end), abs(count.evidence.start - last))
