from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import marsad.model
from extract.conftest import article
from marsad.extract.annotate import annotate
from marsad.knowledge.base import Knowledge
from marsad.model.annotation import AnnotatedDocument
from marsad.model.record import as_record
from marsad.model.span import Evidence

# Words that rules hang on, so that random texts reach far into them; Latin, digits and marks in between.
# fmt: off
WORDS = [
    "قال", "وأضاف", "أكد", "نفى", "حذر", "أعلنت", "مضيفا", "مشيرا", "بحسب", "وفقا", "نقلت", "عن", "قوله", "إن",
    "أن", "بأن", "إنهم", "الذي", "التي", "قد", "وقد", "لم", "كان", "وكانت", "فيما", "بينما", "بعد", "الوزير",
    "وزير", "الدفاع", "المتحدث", "باسم", "مصدر", "أمني", "شهود", "رويترز", "قناة", "العربية", "البيان", "الشرطة",
    "الجيش", "القوات", "تنظيم", "داعش", "التنظيم", "للتنظيم", "حزب", "العمال", "الكردستاني", "تركيا", "التركية",
    "النظام", "مسلحون", "مجهولون", "عناصر", "من", "مواقع", "على", "ضد", "في", "ب", "ل", "و", "شن", "شنت", "نفذ",
    "هجوما", "هجوم", "غارات", "قصف", "قصفت", "انفجرت", "سيارة", "مفخخة", "تفجير", "انتحاري", "اشتباكات", "بين",
    "مقتل", "قتل", "قتلت", "وإصابة", "جرح", "اعتقال", "القبض", "خطف", "سيطر", "انسحبت", "سقوط", "قتيلا", "وجريحا",
    "ثلاثة", "جنود", "عشرة", "مدنيين", "جنديين", "شخصا", "بينهم", "نحو", "أكثر", "أمس", "الخميس", "14", "تموز",
    "2024", "الموصل", "كركوك", "حي", "العدالة", "شمال", "العراق", "بلدتي", "ريف", "إدلب", "بغداد", "والأنبار",
    "الفوعة", "وكفريا", "دعا", "إلى", "ضرورة", "تعتزم", "أحبطت", "يذكر", "لا", "صحة", "بتهمة", "المباراة", "الدوري",
    "سوق", "السرقة", "نحن", "لماذا", "هل", "F16", "ISIS", "5", "1,200", "30%", "٢٣", "۱۲",
]
# fmt: on
MARKS = [
    "،",
    ".",
    ":",
    "؟",
    "!",
    "؛",
    "«",
    "»",
    '"',
    "“",
    "”",
    "(",
    ")",
    "-",
    "…",
    "\n",
    "\n\n",
    "\u0640",
    "\u200f",
    "ـ",
]
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS)), max_size=60).map(" ".join)
ANYTHING = st.text(alphabet=st.sampled_from('ابتجحدرسعفقكلمنهوية أإآىةءئؤ«»".،:\n 123٤٥abc\u064b\u200f😀'), max_size=80)


def evidences(value: object) -> Iterator[Evidence]:
    """Yield every evidence anywhere in an annotated document."""
    if isinstance(value, Evidence):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from evidences(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from evidences(item)


@cache
def schema() -> dict[str, Any]:
    path = Path(marsad.model.__file__).with_name("record.schema.json")
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def check(annotated: AnnotatedDocument) -> None:
    text = annotated.document.text
    for evidence in evidences(annotated):
        assert text[evidence.start : evidence.end] == evidence.quote
    ids = [item.id for item in (*annotated.quotations, *annotated.events)]
    assert len(set(ids)) == len(ids)
    jsonschema.validate(as_record(annotated), schema())


@given(title=TEXTS, body=TEXTS)
def test_any_text_of_newspaper_words_gives_a_valid_record(knowledge: Knowledge, title: str, body: str) -> None:
    check(annotate(article(body, title.replace("\n", " ").strip()), knowledge))


@given(text=ANYTHING)
def test_any_letters_at_all_give_a_valid_record(knowledge: Knowledge, text: str) -> None:
    check(annotate(article(text), knowledge))


@given(body=TEXTS)
def test_the_same_document_gives_the_same_bytes(knowledge: Knowledge, body: str) -> None:
    first, second = (json.dumps(as_record(annotate(article(body), knowledge)), ensure_ascii=False) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("text", ["", " ", "\n", ".", "«", "ب", "5", "\u200f", "…" * 50])
def test_texts_of_next_to_nothing_say_nothing(knowledge: Knowledge, text: str) -> None:
    annotated = annotate(article(text), knowledge)
    assert (annotated.events, annotated.quotations, annotated.places) == ((), (), ())


def test_a_document_is_kept_as_it_came_with_the_version_of_the_knowledge(knowledge: Knowledge) -> None:
    document = article("وقع هجوم مسلح في الفلوجة.", "هجوم")
    annotated = annotate(document, knowledge)
    assert annotated.document is document
    assert annotated.knowledge_version == knowledge.version
    assert annotated.issues == ()
