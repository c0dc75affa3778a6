from __future__ import annotations

from itertools import pairwise

import pytest

from extract.conftest import Read

NAMED = [
    ("تبنى تنظيم داعش الهجوم.", [("تنظيم داعش", "isis")]),
    ("تسلل عناصر من تنظيم «داعش» إلى القرية.", [("تنظيم «داعش»", "isis")]),
    ("وقصف الحشد الشعبي مواقع لداعش.", [("الحشد الشعبي", "iq-hashd"), ("داعش", "isis")]),
    (
        "كبدت المعارضة المسلحة قوات النظام خسائر فادحة في سوريا.",
        [("المعارضة المسلحة", "sy-opposition-armed"), ("قوات النظام", "sy-regime-forces")],
    ),
    (
        "اشتبك حزب العمال الكردستاني والجيش التركي.",
        [("حزب العمال الكردستاني", "pkk"), ("الجيش التركي", "tr-army")],
    ),
    ("عادت من العراق الفرقة الأولى المدرعة الأميركية.", []),
    ("نفذت الفرقة الأولى عملية تفتيش في الموصل.", [("الفرقة الأولى", "iq-army-divisions")]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_known_names_are_found_without_the_particles_attached_to_them(
    read: Read, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(a.evidence.quote, a.actor_id) for a in read(text).actors] == expected


def test_a_short_name_is_read_only_after_a_full_one(read: Read) -> None:
    assert [a.actor_id for a in read("هاجم التنظيم القرية. ثم انسحب.").actors] == []
    named = read("هاجم تنظيم داعش القرية. ثم انسحب التنظيم منها.").actors
    assert [(a.evidence.quote, a.actor_id) for a in named] == [("تنظيم داعش", "isis"), ("التنظيم", "isis")]


def test_a_short_name_in_the_same_sentence_goes_back_to_the_full_one(read: Read) -> None:
    named = read("قتل عشرة من تنظيم داعش في قصف على رتل للتنظيم.").actors
    assert [a.actor_id for a in named] == ["isis", "isis"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("أقلعت الطائرات من القاعدة الجوية.", "al-qaeda"),
        ("كسر هذه القاعدة أمر صعب.", "al-qaeda"),
        ("اخترق الجيش السوري الإلكتروني الموقع.", "sy-army"),
        ("طور الخبراء النظام الصحي.", "sy-regime-forces"),
    ],
)
def test_a_name_beside_a_word_that_makes_it_another_thing_is_passed_over(read: Read, text: str, actor: str) -> None:
    assert actor not in [a.actor_id for a in read(text).actors]


def test_a_name_that_needs_a_context_is_read_only_where_the_text_has_it(read: Read) -> None:
    text = "سيطر مقاتلو المعارضة على البلدة."
    assert read(text).actors == ()
    assert [a.actor_id for a in read(f"{text} وتقع البلدة في سوريا.").actors] != []


def test_the_longest_name_wins_and_none_overlap(read: Read) -> None:
    annotated = read("قصفت قوات النظام السوري الحي وهاجمت قوات سوريا الديمقراطية الحقل.")
    spans = [(a.evidence.start, a.evidence.end) for a in annotated.actors]
    assert [a.evidence.quote for a in annotated.actors] == ["قوات النظام السوري", "قوات سوريا الديمقراطية"]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize("text", ["", "فاز الفريق في المباراة.", "ارتفعت أسعار النفط."])
def test_a_text_without_known_actors_names_none(read: Read, text: str) -> None:
    assert read(text).actors == ()
