"""How real a happening is, and whether it is history."""

from __future__ import annotations

from marsad.extract.events.triggers import TriggerHit, carrier_of
from marsad.extract.reading import Reading
from marsad.model.annotation import EventDate, Quotation, Status
from marsad.model.document import DateValue
from marsad.text.edtf import days_before
from marsad.text.normalize import fold
from marsad.text.phrases import PhraseIndex
from marsad.text.segment import Sentence

_TRIAL = "trial"
_CONTENT_HEAD = 3  # words of a content within which its first happening stands (من هجوم, من خطورة هروب)
_NEWS_DAYS = 10  # a dated happening of about the last week is news
_LEAD_DAYS = 30  # and one that the text begins with may be about as old (codebook: background)
_LED_REACH = 5  # words between بعد and what came before (بعدما أطلقت تركيا حملة)
_KNOWN_REACH = 4  # words before a noun with the article in which a cue is still about it
_GOVERNS = 3  # words before أن in which what governs it stands (استطاعت القوات أن)
_ABSENCE_REACH = 5  # words from what is said not to be there back to the word that says so
_HEAD_REACH = 4  # words of a head with its preposition, and one between them and the act (التحقيق في حادثة مقتل)
_AND = ("\u0648", "\u0641")  # wa-, fa-
_FOR = "\u0644"  # the particle li-
_IMPERFECT = ("\u064a", "\u062a")  # the prefixes ya- and ta-
_STRONGEST_FIRST: tuple[Status, ...] = ("denied", "foiled", "planned", "possible")


def status_of(
    reading: Reading, sentence: Sentence, hit: TriggerHit, clauses: list[int], reporting: Quotation | None
) -> Status | None:
    """Return the status of a trigger, ``None`` where it is only an aim, a wish or a topic (no event)."""
    book = reading.knowledge.status
    clause = clauses[hit.first - sentence.first]
    cues: set[Status] = set()
    aimed = False
    for at in range(hit.first - 1, max(sentence.first, hit.first - book.reach) - 1, -1):
        if clauses[at - sentence.first] != clause:
            break
        aimed = aimed or any(h.last <= hit.first for h in book.purpose.at(reading.tokens, at, hit.first))
        if _doubts(reading, at):
            cues.add("possible")
        if hit.first - at <= _KNOWN_REACH or not is_known(reading, hit):
            cues.update(h.value for h in book.cues.at(reading.tokens, at, hit.first)[:1])
    if _called(reading, sentence, hit, book.denied_after):
        cues.add("denied")
    if (aimed and "denied" not in cues) or _called(reading, sentence, hit, book.impossible):
        return None  # what is aimed at is no event, but its denial is (ليس لدى تركيا خطط لإرسال قوات)
    found = next((status for status in _STRONGEST_FIRST if status in cues), None)
    verb = hit.first if hit.verb else carrier_of(reading, sentence.first, hit.first)
    if found is None and verb is not None and any(form.future for form in reading.verb(verb)):
        found = "planned"
    if found is None and hit.verb and _forestalled(reading, sentence, hit):
        found = "foiled"
    if hit.verb is None and hit.prefix.endswith(_FOR) and found is None and _is_aim(reading, hit):
        return None
    if found is None and (
        _negated(reading, sentence, hit.first)
        or _not_made(reading, sentence, hit, verb)
        or _absent(reading, sentence, hit)
    ):
        return "denied" if reporting else None
    reported = _by_report(reading, hit, reporting) if found is None and reporting else found or "occurred"
    if reported == "occurred" and _whichever(reading, sentence, hit):
        return "denied" if _denied_before(reading, sentence, hit, reporting) else None
    return None if reported == "occurred" and _is_meant(reading, sentence, hit) else reported


def is_known(reading: Reading, hit: TriggerHit) -> bool:
    """Tell whether the noun has the article, so that it may go back to what was told; some of a kind do not."""
    if hit.verb or hit.pronoun or not hit.definite:
        return False
    grammar, counters = reading.knowledge.grammar, reading.knowledge.ontology.contexts["counters"].words
    some = (
        hit.first > 1 and reading.form(hit.first - 1) in grammar.ablatives and counters.has(reading.form(hit.first - 2))
    )
    return not some


def _forestalled(reading: Reading, sentence: Sentence, hit: TriggerHit) -> bool:
    """Tell whether what was to come is told after its foiling (أحبطت الشرطة هجوما وقتلت المهاجم قبل أن يفجر نفسه)."""
    if hit.first < sentence.first + 2 or reading.form(hit.first - 1) not in reading.knowledge.status.subjunctive:
        return False
    cues = reading.knowledge.status.cues
    found = (cues.at(reading.tokens, at, hit.first) for at in range(sentence.first, hit.first))
    return any(h.value == "foiled" for hits in found for h in hits)


def _denied_before(reading: Reading, sentence: Sentence, hit: TriggerHit, reporting: Quotation | None) -> bool:
    """Tell whether the sentence denies what it goes on to name (نفى المحافظ، الثلاثاء، تعرض القاعدة لأي هجوم)."""
    if reporting and reporting.cue_class == "deny":
        return True
    cues = reading.knowledge.status.cues
    found = (cues.at(reading.tokens, at, hit.first) for at in range(sentence.first, hit.first))
    return any(h.value == "denied" for hits in found for h in hits)


def _whichever(reading: Reading, sentence: Sentence, hit: TriggerHit) -> bool:
    """Tell whether a noun names any act that there may be (رصد أي محاولة تسلل), and none that was done."""
    if hit.verb or hit.definite:
        return False
    before = range(max(sentence.first, hit.first - 2), hit.first)
    return any(reading.form(at) in reading.knowledge.status.whichever for at in before)


def _is_meant(reading: Reading, sentence: Sentence, hit: TriggerHit) -> bool:
    """Tell whether a verb in the subjunctive says what is meant to be (ليقوم, كي يفجر, أن يقصف), not what is.

    What was done before (قبل أن يفجر), what was achieved (استطاع أن يقصف) and a toll (لتقتل خمسة) are told as done.
    """
    if hit.verb is None or hit.trigger.result or not all(tag.startswith("pres") for tag in hit.verb.tags):
        return False
    book = reading.knowledge.status
    if hit.prefix.endswith(_FOR):
        return True
    before = reading.form(hit.first - 1) if hit.first > sentence.first else ""
    if before in book.aims:
        return True
    if before not in book.subjunctive:
        return False
    governing = range(max(sentence.first, hit.first - 1 - _GOVERNS), hit.first - 1)
    return not any(_came_about(reading, k) for k in governing)


def _came_about(reading: Reading, at: int) -> bool:
    """Tell whether what أن with the verb after the token says came about: before or after something, or achieved."""
    book = reading.knowledge.status
    if reading.knowledge.grammar.separators.at(reading.tokens, at, at + 1):
        return True
    return any(r.lemma in book.carriers and all(tag.startswith("past") for tag in r.tags) for r in reading.verb(at))


def _not_made(reading: Reading, sentence: Sentence, hit: TriggerHit, carrier: int | None) -> bool:
    """Tell whether the verb that makes the act of an indefinite noun is negated (لم يشن أي هجوم)."""
    if carrier is None or hit.verb or hit.definite or not _negated(reading, sentence, carrier):
        return False
    doers = reading.knowledge.ontology.contexts["doers"].words
    return any(fold(form.lemma) in doers for form in reading.verb(carrier))


def _absent(reading: Reading, sentence: Sentence, hit: TriggerHit) -> bool:
    """Tell whether the act is said not to be there (لا توجد, دون, عدم وقوع), in the phrase that ends with its noun."""
    if hit.verb:
        return False
    for at in range(hit.first - 1, max(sentence.first, hit.first - _ABSENCE_REACH) - 1, -1):
        if any(h.last <= hit.first for h in reading.knowledge.status.absent.at(reading.tokens, at, hit.first)):
            return True
        if reading.clause_mark(at) or reading.form(at) in reading.knowledge.grammar.causes:
            return False
    return False


def _negated(reading: Reading, sentence: Sentence, at: int) -> bool:
    before = reading.form(at - 1) if at > sentence.first else ""
    negations = reading.knowledge.grammar.negations
    return before in negations or (before.startswith(_AND) and before[1:] in negations)


_OF_CONTENT: dict[str, Status | None] = {
    "warn": "possible",
    "threaten": "possible",
    "expect": "possible",
    "demand": None,
}


def _by_report(reading: Reading, hit: TriggerHit, reporting: Quotation) -> Status | None:
    """Return the status that the cue gives to what its content names first: warned of, threatened, denied, demanded.

    What the content goes on to tell, or tells in the past tense, has happened all the same.
    """
    told = hit.verb is not None and all(tag.startswith("past") for tag in hit.verb.tags)
    first = hit.first - reading.token_at(reporting.content.start) <= _CONTENT_HEAD
    if told or not first:
        return "occurred"
    if reporting.cue_class == "deny":
        return "denied"
    return _OF_CONTENT.get(reporting.cue_class, "occurred")


def _called(reading: Reading, sentence: Sentence, hit: TriggerHit, words: PhraseIndex[str]) -> bool:
    """Tell whether the clause ends by calling it baseless (معارك في القلمون لا أساس لها) or impossible."""
    for at in range(hit.last, min(hit.last + reading.knowledge.status.reach, sentence.last)):
        if reading.clause_mark(at):
            return False
        if words.at(reading.tokens, at, sentence.last):
            return True
    return False


def _is_aim(reading: Reading, hit: TriggerHit) -> bool:
    """Tell whether ل before a noun states an aim (للقتال): not after تعرّض, nor before a definite act (للتفجير)."""
    if hit.definite and reading.knowledge.ontology.types[hit.event_type].family == "attack":
        return hit.event_type in reading.knowledge.status.aimed_at
    before = range(max(0, hit.first - 4), hit.first)
    return not any(r.lemma == reading.knowledge.status.suffered for k in before for r in reading.verb(k))


def _doubts(reading: Reading, at: int) -> bool:
    """Tell whether قد stands at the token before an imperfect (قد يستخدم); before a past verb it affirms."""
    if reading.form(at) not in reading.knowledge.status.qad or at + 1 >= len(reading.tokens):
        return False
    verb = reading.form(at + 1)
    known = [r for r in reading.verb(at + 1) if r.finite]
    return all(tag.startswith("pres") for r in known for tag in r.tags) and verb[:1] in _IMPERFECT


def is_background(reading: Reading, sentence: Sentence, hit: TriggerHit, *, reported: bool) -> bool:
    """Tell whether the sentence gives the happening as history: يذكر أن, an old time, or كان before its verb."""
    book = reading.knowledge.status
    if any(book.background.at(reading.tokens, k, sentence.last) for k in range(sentence.first, hit.first)):
        return True
    if reported or hit.verb is None:
        return False
    opening = (reading.form(at) for at in range(sentence.first, min(sentence.first + 2, hit.first)))
    return any(form in book.past_perfect or form[1:] in book.past_perfect for form in opening)


def leads_up(reading: Reading, sentence: Sentence, hit: TriggerHit) -> bool:
    """Tell whether the happening is told as what something else followed (بعد تفجير, ردا على هجوم)."""
    led_to = reading.knowledge.status.led_to
    for at in range(hit.first - 1, max(sentence.first, hit.first - _LED_REACH) - 1, -1):
        if reading.clause_mark(at):
            return False
        if led_to.at(reading.tokens, at, hit.first):
            return True
    return False


def is_topic(reading: Reading, sentence: Sentence, hit: TriggerHit) -> bool:
    """Tell whether an act is what something else is about (ملف اغتيال, التحقيق في مقتل), and so no news itself."""
    of_court = hit.event_type == _TRIAL  # the accused, their crimes and files belong to it
    if of_court or hit.verb or carrier_of(reading, sentence.first, hit.first) is not None:
        return False
    topics = reading.knowledge.status.topics
    before = range(max(sentence.first, hit.first - _HEAD_REACH), hit.first)
    return any(h.last >= hit.first - 1 for at in before for h in topics.at(reading.tokens, at, hit.first))


def is_old(date: EventDate | None, published: DateValue | None, *, lead: bool) -> bool:
    """Tell whether a date lies so far before publication that it is history: a year or month before, or ten days.

    What the ``lead`` of the text tells is news for a month.
    """
    if date is None or published is None or published.value.startswith("X"):
        return False
    value, today = date.date.value.split("/")[-1], published.value
    days = days_before(date.date, published)
    if days is not None:
        return days > (_LEAD_DAYS if lead else _NEWS_DAYS)
    if date.date.grain == "month":
        return value < today[:7] and _months_between(value, today) > 1
    return date.date.grain in ("year", "decade") and value[:4] < today[:4]


def _months_between(value: str, today: str) -> int:
    return (int(today[:4]) - int(value[:4])) * 12 + int(today[5:7]) - int(value[5:7])
