from __future__ import annotations

import pytest

from marsad.collect.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("أعلنت وزارة الدفاع العراقية مقتل خمسة من عناصر تنظيم داعش في ضربة جوية قرب الحويجة", "ar"),
        ("شو صار امبارح بالشام؟ الناس كلها عم تحكي عن القصف اللي صار", "ar"),
        ("رئیس جمهور ایران گفت که نیروهای امنیتی در عراق چند تن از تروریست‌ها را بازداشت کرده‌اند", "fa"),
        ("وزیراعظم نے کہا کہ پاکستان میں دہشت گردی کے خلاف جنگ جاری رہے گی", "ur"),
        ("سەرۆکی هەرێمی کوردستان ڕایگەیاند کە هێزەکانی پێشمەرگە لە کەرکووک دەمێننەوە", "ckb"),
        ("The minister said on Sunday that the army had arrested seven people in Kirkuk", "en"),
        ("قتل جنديان", "ar"),
        ("بغداد 2024", "ar"),
        ("چهار نفر", "fa"),
        ("سڑک پر", "ur"),
        ("هەولێر", "ckb"),
        ("Kirkuk", "und"),
        ("2024", "und"),
        ("", "und"),
    ],
)
def test_the_languages_of_the_arabic_script_are_told_apart(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_line_breaks_and_length_do_not_matter() -> None:
    assert detect_language("قال مصدر أمني إن القوات\nأوقفت أربعة مطلوبين.\n" * 5000) == "ar"
