"""Inflect knowledge/lexicon/verbs.yaml into knowledge/lexicon/verb_forms.tsv (run by `make lexicon`).

Paradigms come from mazini 0.2.2 (CC-BY-4.0), a port of Wiktionary's conjugation engine. Only what newspapers use is
kept: the third and first persons of past and imperfect, active and passive, and both participles with their endings.
Forms are folded, so that one line stands for all vocalisations; a line is: form, verb, and tags such as `past.act.3ms`.

    build_verb_forms.py            write the table
    build_verb_forms.py --check    exit 1 where the table on disk differs (used by `make check`)
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml
from mazini import conjugate

from marsad.text.normalize import fold

LEXICON = Path(__file__).resolve().parents[1] / "knowledge" / "lexicon"
PERSONS = ("3ms", "3fs", "3md", "3fd", "3mp", "3fp", "1s", "1p")
FINITE = {"past": "past", "ind": "pres", "sub": "pres"}  # jussives of hollow verbs (يعد) look like other words
ENDINGS = {"": "ms", "ا": "ms.acc", "ه": "fs", "ان": "md", "ين": "mp.acc", "ون": "mp", "ات": "fp"}


def forms_of(key: str, root: str, pattern: str) -> dict[str, set[str]]:
    """Return folded form -> tags of one verb."""
    slots = conjugate(root, pattern, passive=True).slots
    found: dict[str, set[str]] = {}

    def add(form: str, tag: str) -> None:
        folded = fold(form).replace(" ", "")
        if len(folded) > 1 and "?" not in folded:
            found.setdefault(folded, set()).add(tag)

    for slot, tense in FINITE.items():
        for voice, infix in (("act", ""), ("pass", "_pass")):
            for person in PERSONS:
                for form in slots.get(f"{slot}{infix}_{person}", ()):
                    add(form.form, f"{tense}.{voice}.{person}")
    for slot in ("ap", "pp"):
        for form in slots.get(slot, ()):
            defective = form.form.endswith("\N{ARABIC KASRATAN}")
            for ending, tag in ENDINGS.items():
                add(_inflect(fold(form.form), ending, defective=defective), f"{slot}.{tag}")
    if not found:
        raise SystemExit(f"verbs.yaml: no forms for {key}")
    return found


def _inflect(participle: str, ending: str, *, defective: bool) -> str:
    """Put an ending on a folded participle; a defective one (داع, ملق; مقتضى) shows its last letter before a vowel."""
    if defective:
        return participle if not ending else participle + ("" if ending in ("ين", "ون") else "ي") + ending
    if participle.endswith("ي") and ending:
        return participle[:-1] + ("ا" + ending if ending == "ه" else "ي" + ending if ending in ("ان", "ات") else ending)
    return participle + ending


def table() -> str:
    """Return the whole table as text."""
    verbs = yaml.safe_load((LEXICON / "verbs.yaml").read_text(encoding="utf-8"))["verbs"]
    lines = ["# Made by scripts/build_verb_forms.py from verbs.yaml; do not edit.", "form\tverb\ttags"]
    for key, (root, pattern) in verbs.items():
        lines += [f"{form}\t{key}\t{' '.join(sorted(tags))}" for form, tags in forms_of(key, root, pattern).items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write or check the table."""
    path, fresh = LEXICON / "verb_forms.tsv", table()
    if "--check" in sys.argv[1:]:
        if not path.exists() or path.read_text(encoding="utf-8") != fresh:
            raise SystemExit("knowledge/lexicon/verb_forms.tsv is stale: run `make lexicon`")
        return
    path.write_text(fresh, encoding="utf-8")


if __name__ == "__main__":
    main()
