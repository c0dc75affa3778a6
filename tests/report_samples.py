"""Records made by hand for the tests of publishing: the words are given, their offsets are found in the text."""

from __future__ import annotations

from typing import Any

Record = dict[str, Any]

PLACES: dict[str, tuple[str, str, str | None, str, float, float, str, float]] = {
    "مطيبيجة": ("Mutaibija", "site", "Salah al-Din", "IQ", 34.40, 44.15, "point", 8),
    "العظيم": ("al-Udhaim", "subdistrict", "Diyala", "IQ", 34.38, 44.45, "district", 15),
    "كركوك": ("Kirkuk", "city", "Kirkuk", "IQ", 35.47, 44.39, "town", 10),
    "ديالى": ("Diyala", "governorate", "Diyala", "IQ", 33.90, 45.00, "admin1", 70),
    "جبال حمرين": ("Hamrin Mountains", "mountain", None, "IQ", 34.60, 44.40, "region", 60),
    "صعدة": ("Saada", "city", "Saada", "YE", 16.94, 43.76, "town", 6),
}

WARNING_TITLE = "وزير الداخلية يحذر من عودة خلايا داعش"
WARNING_BODY = (
    "حذر وزير الداخلية العراقي نصير الدلفي من أن «خلايا داعش تعيد بناء شبكاتها في جبال حمرين»، "
    "وفقا لما نقلته شبكة الفرات عن قناة الضفاف.\n\n"
    "ونفى الدلفي وقوع أي هجوم على أبراج الطاقة في ديالى، مشيرا إلى أن القوات اعتقلت نحو 12 مطلوبا "
    "في كركوك يوم الثلاثاء."
)
CLASH_TITLE = "اشتباكات في مطيبيجة"
CLASH_BODY = (
    "اندلعت فجر الخميس اشتباكات بين الجيش العراقي ومسلحين من تنظيم داعش في مطيبيجة، "
    "وأسفرت عن مقتل خمسة جنود وإصابة أربعة.\n\n"
    "وقال مصدر أمني إن طائرة مسيرة لاحقت الفارين قرب ناحية العظيم. "
    "وكانت كركوك قد شهدت في حزيران الماضي تفجيرا أوقع عشرات الجرحى."
)
ELSEWHERE_TITLE = "قصف على أطراف صعدة"
ELSEWHERE_BODY = "سقطت قذائف على أطراف صعدة فجر اليوم. وتعهدت السلطات بتعزيز وجودها على الحدود."


class Page:
    """An article to which events and statements are added by their words."""

    def __init__(self, uri: str, title: str, body: str, **told: Any) -> None:
        self.text = f"{title}\n\n{body}" if title else body
        document: Record = {
            "id": uri, "uri": uri, "source_id": "rafid", "title": title, "language": "ar",
            "published": {"value": "2025-08-20", "grain": "day"}, "captured_at": None, "content_hash": "0" * 16,
            "text": self.text, "removed": [],
        }  # fmt: skip
        self.record: Record = {
            "document": document | told, "quotations": [], "events": [], "places": [], "times": [], "actors": [],
            "counts": [], "issues": [], "knowledge_version": "k1",
        }  # fmt: skip

    def span(self, words: str, after: int = 0) -> Record:
        """Return the first place of ``words`` from ``after`` on; the title is passed over where the body has them."""
        body = len(self.record["document"]["title"])
        start = self.text.find(words, max(after, body))
        start = start if start >= 0 else self.text.index(words, after)
        return {"text": words, "start": start, "end": start + len(words)}

    def place(self, words: str, after: int = 0) -> Record:
        """Return a place of :data:`PLACES`, and add it to the record's places."""
        name_en, kind, admin1, country, latitude, longitude, precision, radius = PLACES[words]
        place = self.span(words, after) | {
            "place_id": f"{country.lower()}-{name_en.lower()}", "name": words, "name_en": name_en, "kind": kind,
            "admin1": admin1, "country": country, "latitude": latitude, "longitude": longitude,
            "precision": precision, "precision_km": radius, "score": 0.9, "features": {"prior": 0.7},
        }  # fmt: skip
        self.record["places"].append(dict(place))
        return place

    def country(self, code: str) -> Record:
        """Return a place of which only the country is known."""
        fields = ("text", "start", "end", "place_id", "name", "name_en", "kind", "admin1", "latitude", "longitude")
        unknown: Record = dict.fromkeys((*fields, "precision_km", "score"))
        return unknown | {"country": code, "precision": "country", "features": {}}

    def actor(self, words: str) -> Record:
        """Return an actor that is no entry of the analysts' files."""
        return self.span(words) | {"actor_id": None, "name": words, "kind": "description", "country": None}

    def date(self, words: str, value: str, grain: str = "day") -> Record:
        """Return a date, and add it to the record's times."""
        date = self.span(words) | {"value": value, "grain": grain}
        self.record["times"].append(dict(date))
        return date

    def count(self, unit: str, words: str, low: int | None, high: int | None, qualifier: str = "exact") -> Record:
        """Return a count, and add it to the record's counts."""
        count = {"unit": unit, "low": low, "high": high, "qualifier": qualifier} | self.span(words)
        self.record["counts"].append(dict(count))
        return count

    def event(self, event_type: str, trigger: str, sentence: str, **told: Any) -> Record:
        """Add an event; ``sentence`` is the evidence's first words, it ends at the next full stop."""
        evidence = self.span(sentence)
        end = min(at for mark in (".", "\n\n") if (at := self.text.find(mark, evidence["start"])) > 0)
        evidence = {"text": self.text[evidence["start"] : end], "start": evidence["start"], "end": end}
        event: Record = {
            "id": f"{self.record['document']['id']}-e{len(self.record['events'])}", "event_type": event_type,
            "status": "occurred", "background": False, "trigger": self.span(trigger, evidence["start"]),
            "evidence": evidence, "actors": [], "targets": [], "place": None, "date": None, "counts": [],
            "quotation_id": None, "score": 0.91, "features": {"trigger": 1.5, "hedge": -0.25},
        }  # fmt: skip
        self.record["events"].append(event | told)
        return event

    def statement(self, source: str, cue: str, first: str, last: str, **told: Any) -> str:
        """Add a statement of the words from ``first`` to ``last``; return its id."""
        start = self.span(first)["start"]
        end = self.text.index(last, start) + len(last)
        content = {"text": self.text[start:end], "start": start, "end": end}
        relays = [self.span(words) | {"actor_id": None} for words in told.pop("relays", ())]
        answers = [
            {"question": question, "position": position, "evidence": content}
            for question, position in told.pop("answers", {}).items()
        ]
        quotation: Record = {
            "id": f"{self.record['document']['id']}-q{len(self.record['quotations'])}",
            "source": self.span(source) | {"kind": "person", "actor_id": None, "name": source},
            "cue": self.span(cue), "cue_class": "say", "kind": "indirect", "content": content, "relays": relays,
            "occasion": None, "answers": answers, "score": 0.88, "features": {"cue": 2.0},
        }  # fmt: skip
        self.record["quotations"].append(quotation | told)
        return str(quotation["id"])


def warning() -> Record:
    """Return a minister's warning that came through two outlets, a denial, and an arrest."""
    page = Page(
        "warning.txt", WARNING_TITLE, WARNING_BODY, source_id="mashriq",
        removed=[
            {"text": "الرئيسية", "reason": "menu"}, {"text": "سياسة", "reason": "menu"},
            {"text": "الأكثر قراءة", "reason": "most_read"},
        ],
    )  # fmt: skip
    warned = page.statement(
        "وزير الداخلية العراقي نصير الدلفي", "حذر", "خلايا داعش تعيد", "جبال حمرين", cue_class="warn", kind="direct",
        relays=("شبكة الفرات", "قناة الضفاف"), answers={"isis_outlook": "rising"},
    )  # fmt: skip
    denied = page.statement("الدلفي", "ونفى", "وقوع أي هجوم", "في ديالى", cue_class="deny")
    said = page.statement("الدلفي", "مشيرا", "القوات اعتقلت", "يوم الثلاثاء")
    page.event(
        "movement", "تعيد بناء", "حذر وزير", actors=[page.actor("داعش")], place=page.place("جبال حمرين"),
        quotation_id=warned,
    )  # fmt: skip
    page.event("armed_attack", "هجوم", "ونفى الدلفي", status="denied", place=page.place("ديالى"), quotation_id=denied)
    page.event(
        "arrest", "اعتقلت", "ونفى الدلفي", actors=[page.actor("القوات")], targets=[page.actor("مطلوبا")],
        place=page.place("كركوك"), date=page.date("يوم الثلاثاء", "2025-08-19"),
        counts=[page.count("arrested", "نحو 12", 12, 12, "about")], quotation_id=said,
    )  # fmt: skip
    return page.record


def clash() -> Record:
    """Return a clash with tolls, a strike that a source reports, and a bombing as background; an issue besides."""
    page = Page("clash.html", CLASH_TITLE, CLASH_BODY, published={"value": "XXXX-08-21", "grain": "day"})
    said = page.statement("مصدر أمني", "وقال", "طائرة مسيرة", "ناحية العظيم")
    page.record["quotations"][0]["source"]["kind"] = "anonymous"
    page.event(
        "clash", "اشتباكات", "اندلعت فجر", actors=[page.actor("تنظيم داعش"), page.actor("الجيش العراقي")],
        place=page.place("مطيبيجة"), date=page.date("فجر الخميس", "XXXX-08-21"),
        counts=[page.count("killed", "خمسة", 5, 5), page.count("wounded", "أربعة", 4, 4)],
    )  # fmt: skip
    page.event("air_strike", "لاحقت", "وقال مصدر", place=page.place("العظيم"), quotation_id=said)
    page.event(
        "bombing", "تفجيرا", "وكانت كركوك", background=True, place=page.place("كركوك"),
        date=page.date("حزيران الماضي", "2025-06", "month"), counts=[page.count("wounded", "عشرات", 20, None, "order")],
    )  # fmt: skip
    page.record["issues"].append(
        {
            "stage": "extract",
            "reason": "no_year",
            "uri": "clash.html",
            "message": "clash.html: no year; give --captured-at",
        }
    )
    return page.record


def elsewhere() -> Record:
    """Return an article with a place off the map and an event of which only the country is known; it has no date."""
    page = Page("elsewhere", ELSEWHERE_TITLE, ELSEWHERE_BODY, published=None, source_id=None)
    page.event("shelling", "قذائف", "سقطت", place=page.place("صعدة"))
    page.event("deployment", "بتعزيز", "وتعهدت", status="planned", place=page.country("YE"))
    return page.record


def football() -> Record:
    """Return an article from which nothing is read; it has no title."""
    return Page("football", "", "قاد الهجوم الناري الفريق إلى فوز كبير بعد أن انهار دفاع الضيوف.").record


def records() -> list[Record]:
    """Return all the articles."""
    return [warning(), clash(), elsewhere(), football()]
