from __future__ import annotations

import pytest

from extract.conftest import Read

PROTESTS = [
    ("تظاهر المئات أمس في بغداد احتجاجا على سوء الخدمات.", ["المئات"]),
    ("تظاهر آلاف اليمنيين في تعز ضد الحوثيين.", ["اليمنيين"]),
    ("خرج المئات من أهالي البصرة في مظاهرة للمطالبة بالكهرباء.", ["المئات من أهالي البصرة"]),
    ("شهدت مدن عراقية مظاهرات ليلية شارك فيها آلاف المواطنين.", ["المواطنين"]),
    ("نفذ عمال النظافة إضرابا عن العمل في صنعاء.", ["عمال النظافة"]),
    ("فرقت الشرطة مظاهرة لطلاب الجامعة بالغاز المسيل للدموع.", ["طلاب الجامعة"]),
    ("قالت القوات الأمنية العراقية إن مظاهرة خرجت في البصرة.", []),
]

TRIALS = [
    ("قضت محكمة جنايات القاهرة بالسجن على ناشط مصري.", ["محكمة جنايات القاهرة"], ["ناشط مصري"]),
    ("حكمت محكمة عسكرية على الناشط بالسجن خمس سنوات.", ["محكمة عسكرية"], ["الناشط"]),
    ("أصدرت المحكمة الجنائية في بغداد حكما بالإعدام على أربعة من عناصر داعش.", ["المحكمة الجنائية"], ["داعش"]),
    ("وجهت النيابة العامة إلى المتهمين تهمة الانتماء إلى داعش.", ["النيابة العامة"], ["المتهمين"]),
    ("بدأت أمس محاكمة الرئيس السابق محمد مرسي في القاهرة.", [], ["الرئيس السابق محمد مرسي"]),
    ("نفذت السلطات العراقية حكم الإعدام بثلاثة إرهابيين.", ["السلطات العراقية"], ["إرهابيين"]),
]


@pytest.mark.parametrize(("text", "crowd"), PROTESTS)
def test_the_crowd_acts_in_a_protest_and_no_force_does(read_all: Read, text: str, crowd: list[str]) -> None:
    (protest,) = (e for e in read_all(text).events if e.event_type == "protest")
    assert ([a.evidence.quote for a in protest.actors], protest.targets) == (crowd, ())


@pytest.mark.parametrize(("text", "court", "accused"), TRIALS)
def test_a_court_tries_the_accused(read_all: Read, text: str, court: list[str], accused: list[str]) -> None:
    trials = [e for e in read_all(text).events if e.event_type == "trial"]
    told = [([a.evidence.quote for a in e.actors], [t.evidence.quote for t in e.targets]) for e in trials]
    assert told == [(court, accused)]
