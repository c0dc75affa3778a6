from __future__ import annotations

import pytest

from extract.conftest import Read

BY_CUE = {
    "قال الوزير إن القوات تقدمت.": "say",
    "كشف الوزير عن وجود خلايا.": "say",
    "أكد الوزير أن القوات تقدمت.": "affirm",
    "نفى الوزير أن تكون القوات انسحبت.": "deny",
    "حذر الوزير من عودة التنظيم.": "warn",
    "اتهم الوزير التنظيم بقتل المدنيين.": "accuse",
    "هدد التنظيم بمهاجمة السجون.": "threaten",
    "أعلن الوزير أن القوات تقدمت.": "announce",
    "تعهد الوزير بتأمين الحدود.": "announce",
    "توقع الوزير أن تنتهي المعركة قريبا.": "expect",
    "رجح الوزير أن تنتهي المعركة قريبا.": "expect",
    "دعا الوزير إلى ضبط النفس.": "demand",
    "شدد الوزير على ضرورة تأمين الحدود.": "demand",
    "شكك الوزير في رواية التنظيم.": "doubt",
}
BY_CONTENT = {
    "قال الوزير إن على الحكومة أن تتحرك فورا.": "demand",
    "قال الوزير إنه لا صحة لما تردد عن انسحاب القوات.": "deny",
}
NOT_BY_CONTENT = {
    "حذر الوزير من أن على الحكومة أن تتحرك فورا.": "warn",
    "نفى الوزير أن يكون على الحكومة أن تتحرك.": "deny",
}


@pytest.mark.parametrize(("text", "cue_class"), [*BY_CUE.items(), *BY_CONTENT.items(), *NOT_BY_CONTENT.items()])
def test_the_cue_decides_the_class_unless_it_is_neutral_and_the_content_speaks(
    read: Read, text: str, cue_class: str
) -> None:
    assert [q.cue_class for q in read(text).quotations] == [cue_class]
