from __future__ import annotations

import pytest

from extract.conftest import Read

STATUS = {
    "شن مسلحون هجوما على القاعدة العسكرية.": "occurred",
    "وقد قتل ثلاثة جنود في هجوم على القاعدة.": "occurred",
    "أحبطت القوات هجوما انتحاريا في بغداد.": "foiled",
    "أحبطت شرطة ديالى، الجمعة، هجوما انتحاريا في بعقوبة.": "foiled",
    "أفشل الجيش محاولة تسلل مسلحين عند القائم.": "foiled",
    "تعتزم القوات شن عملية عسكرية في الأنبار.": "planned",
    "وسيقصف الجيش مواقع المسلحين في الجبل.": "planned",
    "من المقرر أن تنسحب القوات الأمريكية من القاعدة.": "planned",
    "قال القائد إن الجيش سيشن هجوما على معاقل المسلحين في الحويجة.": "planned",
    "تعهد رئيس الوزراء التركي أحمد داود أوغلو أمس بشن مزيد من الغارات الجوية على تنظيم داعش.": "planned",
    "أكد القائد أن الأيام المقبلة ستشهد غارات على مقار التنظيم.": "planned",
    "وسترد القوات في حال هاجم تنظيم داعش القاعدة.": "possible",
    "حذر النائب من هجوم انتحاري على السجن.": "possible",
    "قد يشن تنظيم داعش هجوما مسلحا على السجن.": "possible",
    "هدد التنظيم بتفجير الجسر.": "possible",
    "سوف تبذل تركيا كل الجهود لكشف من يقف وراء التفجير الذي وقع في بغداد.": "occurred",
    "نفى محافظ الأنبار، الثلاثاء، تعرض القاعدة لأي هجوم صاروخي من المسلحين.": "denied",
    "نفى المتحدث وقوع غارة جوية على البلدة.": "denied",
    "قال الوزير إنه ليس لدى تركيا خطط لإرسال قوات برية إلى سوريا.": "denied",
    "وقال الناطق إن الأنباء عن معارك في القلمون لا أساس لها.": "denied",
}


@pytest.mark.parametrize(("text", "status"), STATUS.items())
def test_the_wording_before_or_after_a_trigger_tells_how_real_it_is(read_all: Read, text: str, status: str) -> None:
    assert {event.status for event in read_all(text).events} == {status}


NO_EVENT = [
    "سخر القائد من ادعاءات المسلحين باستهداف مطار عدن.",
    "أكد الخبراء أن تحرير المدينة من تنظيم داعش أمر مستحيل.",
    "دعا النائب إلى تنفيذ ضربات جوية ضد التنظيم.",
    "طالب المجلس بتحرير المدينة من المسلحين.",
    "اجتمع القادة لمناقشة ضربات التحالف ضد التنظيم.",
    "وصلت القوات لإلقاء القبض على المطلوبين.",
    "أكد الوزير ضرورة شن عملية عسكرية.",
    "لم تقصف الطائرات مواقع المسلحين.",
    "حلقت الطائرات فوق البلدة ولم تقصف مواقع المسلحين.",
    "لم يشن تنظيم داعش أي هجوم على القاعدة.",
    "وصل لاجئون من المناطق التي ما زالت قوات النظام تسيطر عليها.",
    "انتشرت الدوريات في القرى التي تحاصرها قوات النظام.",
    "وجبى تنظيم داعش ضرائب أعلنها في مناطق سيطرته.",
    "أقلعت الطائرات لتستهدف مقاتلي التنظيم.",
    "لا يريد الرئيس أن يقصف الجيش مواقع المسلحين.",
    "يتدرب مسلحو التنظيم حتى يقصفوا القاعدة العسكرية.",
    "لم تشهد المدينة أي عملية قصف من المسلحين.",
    "عاد الجنود دون أي قصف من المسلحين.",
    "القوات قادرة على رصد أي هجوم للمسلحين على القاعدة.",
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_wishes_aims_topics_and_what_did_not_happen_are_no_events(read_all: Read, text: str) -> None:
    family = {"arrest", "air_strike", "shelling", "operation", "territory", "armed_attack"}
    assert [e.event_type for e in read_all(text).events if e.event_type in family] == []


def test_what_was_achieved_or_done_before_has_happened(read_all: Read) -> None:
    for text in ("استطاعت القوات أن تقصف مواقع المسلحين.", "تسلل المسلحون إلى القاعدة قبل أن تقصفهم الطائرات."):
        assert {"occurred"} == {event.status for event in read_all(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "ناقش المجلس نتائج التحقيق في مقتل الضابط على يد مسلحين.",
        "عاد ملف اغتيال القائد العسكري إلى الواجهة.",
        "وأشاد القائد بالمقاتلين وبدورهم في المعارك.",
    ],
)
def test_what_something_else_is_about_is_no_news_itself(read_all: Read, text: str) -> None:
    assert read_all(text).events == ()


def test_what_was_forestalled_was_foiled(read_all: Read) -> None:
    events = read_all("أحبطت القوات هجوما انتحاريا وقتلت المهاجم قبل أن يفجر حزامه الناسف.").events
    assert {e.status for e in events if e.event_type == "suicide_attack"} == {"foiled"}


def test_what_an_announcement_tells_in_the_past_has_happened(read_all: Read) -> None:
    (event,) = read_all("حذر النائب من أن المسلحين هاجموا القاعدة العسكرية أمس.").events
    assert event.status == "occurred"


BACKGROUND = {
    "يذكر أن البلدة شهدت هجوما انتحاريا أوقع عشرين قتيلا.": True,
    "وكانت جبهة النصرة قد خطفت ثلاثة ناشطين في حلب.": True,
    "وقع تفجير في بغداد عام 2006 أودى بحياة مئة شخص.": True,
    "وقع تفجير في بغداد في تموز الماضي أودى بحياة مئة شخص.": True,
    "اجتمع المجلس بعد أسبوع من تفجير انتحاري في كركوك.": True,
    "اجتمع القادة ردا على هجوم مسلح في كركوك.": True,
    "قال الوزير إن المسلحين الذين خطفوا ثلاثة ناشطين في حلب معروفون.": True,
    "تفيد إحصاءات المرصد بمقتل مئة جندي في حلب.": True,
    "ساء الحال منذ اندلاع الاشتباكات بين الجيش والمسلحين في حلب.": True,
    "أغلق المعبر بعدما شن تنظيم داعش هجوما عليه.": True,
    "قتل ثلاثة جنود بعد انفجار عبوة ناسفة غرب كركوك.": False,
    "خطفت جبهة النصرة ثلاثة ناشطين في حلب.": False,
    "وقع تفجير في بغداد أمس أودى بحياة مئة شخص.": False,
    "وقع تفجير في بغداد الأسبوع الماضي أودى بحياة مئة شخص.": False,
}


@pytest.mark.parametrize(("text", "background"), BACKGROUND.items())
def test_recaps_and_old_days_are_history(read_all: Read, text: str, background: bool) -> None:
    assert {event.background for event in read_all(text).events} == {background}


def test_a_clause_that_says_when_is_no_history(read_all: Read) -> None:
    text = "قصفت المقاتلات التركية مواقع للتنظيم في سوريا في الوقت الذي احتجزت فيه الشرطة مئات المشتبه بهم."
    assert [(e.event_type, e.background) for e in read_all(text).events] == [("air_strike", False), ("arrest", False)]


def test_what_the_lead_tells_is_news_for_a_month(read_all: Read) -> None:
    told = "وقع تفجير في بغداد في الثامن من كانون الأول أودى بحياة مئة شخص."
    assert [e.background for e in read_all(told).events] == [False]
    assert [e.background for e in read_all(f"اجتمع المجلس أمس.\n\n{told}").events] == [True]


def test_without_a_day_of_publication_a_date_makes_no_history(read_all: Read) -> None:
    (event,) = read_all("وقع تفجير في بغداد عام 2006 أودى بحياة مئة شخص.", published=None).events
    assert not event.background
