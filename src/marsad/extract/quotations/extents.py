"""Where the name of a source ends, with its titles, appositions and places."""

from __future__ import annotations

from marsad.extract.quotations.voices import kind_of_head
from marsad.extract.reading import Reading
from marsad.text.morphology import splits
from marsad.text.segment import QUOTE_MARKS, Kind

_LAM = "\u0644"
_WA = "\u0648"
_FA = "\u0641"
_FEMININE = ("\u0629", "\u0627\u062a")  # tāʾ marbūṭa, -āt
_PLURAL = "\u0627\u062a"  # -āt
_PLURAL_ENDING = "\u0648\u0646"  # -ūn: lost before a genitive
_ALEF = "\u0627"
_ARTICLE = "\u0627\u0644"  # al-
_JOINED = "\u0648\u0628\u0644"  # wa-, bi- and li- begin what may belong to the name
_FEMININE_FOLDED = "\u0647"  # tāʾ marbūṭa as folding leaves it
_FEMININE_NISBA = "\u064a\u0647"  # -iyya, folded
_ON = "\u0639\u0644\u064a"
_LONGEST = 22  # words of a source with its titles


def source_end(reading: Reading, begin: int, limit: int) -> int:
    """Return the token before which the name that begins at ``begin`` ends, at the latest ``limit``."""
    at = begin
    while at < limit and at - begin < _LONGEST:
        token = reading.tokens[at]
        if token.form in QUOTE_MARKS:
            at += 1
        elif token.form == "(":
            at = _close_bracket(reading, at, limit)
        elif reading.clause_mark(at):
            if not _apposition_follows(reading, at + 1, limit):
                break
            at += 1
        elif token.kind is Kind.MARK or (at > begin and _other_begins(reading, begin, at, limit)):
            break
        elif token.kind is Kind.WORD and at > begin and reading.ends_phrase(at):
            if not _goes_on(reading, at, limit):
                break
            at += 2
        else:
            at += 1
    while at > begin and (
        reading.clause_mark(at - 1) or (reading.form(at - 1) in ("(", ")") and _unbalanced(reading, begin, at))
    ):
        at -= 1
    return at


def _other_begins(reading: Reading, begin: int, at: int, limit: int) -> bool:
    """Tell whether something else than the name begins here: a channel, an object, a day, the noun of speech (قوله)."""
    return (
        _is_channel(reading, at, limit)
        or _name_is_whole(reading, begin, at)
        or any(hit.pronoun for hit in reading.knowledge.cues.nouns.at(reading.tokens, at, at + 1))
        or occasion_object(reading, at)
        or _day_ends_name(reading, begin, at)
        or _object_begins(reading, begin, at)
        or _addressee_begins(reading, begin, at)
    )


def _day_ends_name(reading: Reading, begin: int, at: int) -> bool:
    """Tell whether a day stands here that is no part of a title (قال النائب | الخميس, but خطيب الجمعة)."""
    if at == begin or reading.form(at) not in reading.knowledge.grammar.days:
        return False
    return reading.form(at - 1).startswith(_ARTICLE) or kind_of_head(reading, at - 1) is None


def _name_is_whole(reading: Reading, begin: int, at: int) -> bool:
    """Tell whether a known name ends here and no adjective follows (الولايات المتحدة | جميع الأطراف)."""
    knowledge = reading.knowledge
    hits = knowledge.actors.index.at(reading.tokens, begin, at)
    places = knowledge.gazetteer.index.at(reading.tokens, begin, at)
    named = any(h.last == at and h.value[0].kind != "office" for h in hits)
    indexes = (knowledge.actors.index, knowledge.gazetteer.index)
    another = any(index.at(reading.tokens, at, at + 1) for index in indexes)  # بغداد | أنقرة
    named = named or any(h.last == at and (another or h.value.kind == "country") for h in places)
    head, form = kind_of_head(reading, begin), reading.form(at)
    if form.startswith(_ARTICLE) and kind_of_head(reading, at) in ("institution", "collective"):
        ends = (
            knowledge.gazetteer.index.at(reading.tokens, at - 1, at),
            knowledge.actors.index.at(reading.tokens, begin, at),
        )
        return any(h.last == at for hits in ends for h in hits)  # مجلس محافظة الأنبار | الحكومة
    if not named or reading.is_preposition(at) or not (head is None or (head == "institution" and at > begin + 1)):
        return False
    return reading.tokens[at].kind is Kind.WORD and form[0] not in _JOINED and not form.startswith(_ARTICLE)


def occasion_object(reading: Reading, at: int) -> bool:
    """Tell whether what somebody issued begins here, in the accusative (وكالة أعماق | بيانا)."""
    form = reading.form(at)
    return form.endswith(_ALEF) and form.removesuffix(_ALEF) in reading.knowledge.grammar.occasions


def _object_begins(reading: Reading, begin: int, at: int) -> bool:
    """Tell whether the verb's object begins here (ضبطت الأجهزة الأمنية | شبكة): the name cannot go on with this word.

    After a feminine adjective (الأمنية) only another can follow in the name of an institution.
    """
    if at == begin or kind_of_head(reading, begin) not in ("institution", "collective"):
        return False
    before, form = reading.form(at - 1), reading.form(at)
    if at == begin + 1 and before.startswith(_ARTICLE) and form.startswith(_ARTICLE):
        feminine = reading.evidence(begin, begin + 1).quote.endswith(_FEMININE)
        if form.endswith(_PLURAL) and not feminine:
            return True
        return feminine != form.endswith(_FEMININE_FOLDED) and not reading.knowledge.actors.index.at(
            reading.tokens, begin, at + 1
        )
    if not (before.startswith(_ARTICLE) and before.endswith(_FEMININE_NISBA)):
        return False
    agrees = form.startswith(_ARTICLE) and form.endswith(_FEMININE_FOLDED)
    return not agrees and form[0] not in _JOINED and not reading.knowledge.actors.index.at(reading.tokens, at, at + 1)


def _addressee_begins(reading: Reading, begin: int, at: int) -> bool:
    """Tell whether somebody else begins here: the head of a body behind a name or a plural (الخزاعي | الأهالي)."""
    before, form, knowledge = reading.form(at - 1), reading.form(at), reading.knowledge
    if at == begin + 1 and before.endswith(_PLURAL_ENDING):
        indefinite = not before.startswith(_ARTICLE) and form.startswith(_ARTICLE)
        return indefinite and kind_of_head(reading, begin) in ("collective", "anonymous")  # معارضون | الحكومة
    if not before.startswith(_ARTICLE) or kind_of_head(reading, at - 1) is not None:
        return False
    given = reading.form(at - 2) if at - 2 > begin else _ARTICLE  # of a person: حيدر العبادي
    named = at == begin + 1 or not (given.startswith((_ARTICLE, _WA)) or kind_of_head(reading, at - 2))
    body = knowledge.speakers.get(form) in ("institution", "collective", "media")
    if not (named and body) or form.endswith(_FEMININE_NISBA):
        return False
    return not any(hit.last > at for hit in knowledge.actors.index.at(reading.tokens, begin, at + 1))


def _is_channel(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether an outlet to which the source spoke stands here (لرويترز)."""
    hit = reading.outlet_at(at, limit)
    if hit is not None and hit.prefix.endswith(_LAM):
        return True
    form = reading.form(at)
    return form[0] == _LAM and reading.knowledge.speakers.get(form[1:]) == "media"


def _unbalanced(reading: Reading, begin: int, end: int) -> bool:
    forms = [reading.form(k) for k in range(begin, end)]
    return forms.count("(") != forms.count(")")


def _close_bracket(reading: Reading, at: int, limit: int) -> int:
    for end in range(at + 1, min(at + 6, limit)):
        if reading.form(end) == ")":
            return end + 1
    return limit


def _goes_on(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether a preposition at ``at`` belongs to the name: باسم, or one before an institution or a place."""
    grammar = reading.knowledge.grammar
    if reading.form(at) not in grammar.name_prepositions or at + 1 >= limit:
        return False
    if grammar.occasions.has(reading.form(at + 1)):
        return False
    if kind_of_head(reading, at + 1) == "media" and reading.form(at) == _ON:
        return False
    if kind_of_head(reading, at + 1) in ("institution", "media", "collective", "anonymous_unless_named"):
        return True
    knowledge = reading.knowledge
    return bool(
        knowledge.actors.index.at(reading.tokens, at + 1, limit)
        or knowledge.gazetteer.index.at(reading.tokens, at + 1, limit)
        or any(s.rest in knowledge.gazetteer.words.generic for s in splits(reading.form(at + 1)))
        or knowledge.gazetteer.words.directions.has(reading.form(at + 1))
    )


def _apposition_follows(reading: Reading, at: int, limit: int) -> bool:
    """Tell whether a title or a name, set off by commas, stands at ``at`` (``وزير الخارجية العراقي، فؤاد حسين، …``)."""
    if at >= limit or reading.tokens[at].kind is not Kind.WORD or reading.ends_phrase(at):
        return False
    if kind_of_head(reading, at) in ("person", "anonymous_unless_named"):
        return True
    form = reading.form(at)
    if form[0] == _WA or reading.knowledge.cues.verbs.keys() & {r.lemma for r in reading.verb(at)}:
        return False
    if form[0] == _FA and any(r.finite for r in reading.verb(at)):
        return False
    end = reading.noun_phrase_end(at, limit, longest=5)
    return 2 <= end - at <= 4 and (end == limit or reading.clause_mark(end))
