from __future__ import annotations

from typing import NamedTuple

import pytest

from extract.conftest import Read


class Case(NamedTuple):
    """A sentence, the type of the event that is looked at, and who acts and suffers in it."""

    text: str
    event_type: str
    actors: list[str]
    targets: list[str]


SUBJECTS_AND_OBJECTS = [
    Case("قصفت طائرات حربية تركية مواقع لتنظيم داعش.", "air_strike", ["طائرات حربية تركية"], ["تنظيم داعش"]),
    Case("قصفت تركيا أمس الخميس مواقع لحزب العمال الكردستاني.", "shelling", ["تركيا"], ["حزب العمال الكردستاني"]),
    Case("هاجم مسلحون مجهولون دورية للشرطة غرب كركوك.", "armed_attack", ["مسلحون مجهولون"], ["شرطة"]),
    Case("قال شهود إن مسلحين مجهولين هاجموا حاجزا للجيش.", "armed_attack", ["مسلحين مجهولين"], ["جيش"]),
    Case("قال مصدر إن القوات العراقية اعتقلت ثلاثة مطلوبين.", "arrest", ["القوات العراقية"], ["مطلوبين"]),
    Case("اعتقلت الشرطة التركية عشرين ناشطا في أنقرة.", "arrest", ["الشرطة التركية"], ["ناشطا"]),
    Case("خطفت جبهة النصرة ثمانية عناصر من الفرقة 30.", "abduction", ["جبهة النصرة"], ["الفرقة 30"]),
    Case("سيطر مقاتلون من المعارضة وجبهة النصرة على حاجز.", "territory", ["المعارضة", "جبهة النصرة"], ["حاجز"]),
    Case("قال البيان إن الولايات المتحدة وحلفاءها استهدفوا مسلحي تنظيم داعش.", "armed_attack",
         ["الولايات المتحدة", "حلفاءها"], ["تنظيم داعش"]),
    Case("ونشرت صور للقوات التي اقتحمت مقر الحزب.", "armed_attack", ["قوات"], ["مقر الحزب"]),
    Case("وكانت البلدة تسيطر عليها جبهة النصرة منذ عام.", "territory", ["جبهة النصرة"], []),
    Case("أرسلت واشنطن قوات برية إلى القاعدة.", "deployment", ["واشنطن"], ["قوات برية"]),
    Case("أطلقت الشرطة النار على متظاهرين في المدينة.", "armed_attack", ["الشرطة"], ["متظاهرين"]),
    Case("وكانت الشرطة قد قتلت في آذار الماضي قياديا في الموصل.", "killing", ["الشرطة"], ["قياديا"]),
    Case("قصفت طائرات حربية تركية، ليل الأربعاء، مواقع لداعش.", "air_strike", ["طائرات حربية تركية"], ["داعش"]),
    Case("ضبطت الشرطة في منزل مهجور أربع عبوات ناسفة.", "weapons_seizure", ["الشرطة"], ["عبوات ناسفة"]),
    Case("قال الوزير إن تنظيم القاعدة يعيد تنظيم صفوفه في الأنبار.", "movement", ["تنظيم القاعدة"], []),
    Case("حذر النائب من أن خلايا تنظيم داعش تستهدف القرى.", "armed_attack", ["تنظيم داعش"], []),
]  # fmt: skip

PASSIVES = [
    Case("قتل ثلاثة جنود جنوب الموصل.", "killing", [], ["جنود"]),
    Case("قتلت القوات العراقية عشرة مسلحين غرب الرمادي.", "killing", ["القوات العراقية"], ["مسلحين"]),
    Case("اعتقل نحو 300 مشتبه بانتمائهم للتنظيم المتشدد.", "arrest", [], ["مشتبه بانتمائهم للتنظيم المتشدد"]),
    Case("اعتقل طبيب للتنظيم المتشدد في المدينة.", "arrest", [], ["طبيب"]),
    Case("إن 30 رجلا بينهم شيخ عشيرة اعتقلوا أمس في ديالى.", "arrest", [], ["رجلا"]),
    Case("قال الأهالي إن ثمانية عمال خطفوا غرب الرطبة.", "abduction", [], ["عمال"]),
    Case("اعتقلت الشرطة فلاح السبعاوي في كركوك.", "arrest", ["الشرطة"], ["فلاح السبعاوي"]),
    Case("اغتيل حسن شاكر قرب منزله في البصرة.", "killing", [], ["حسن شاكر"]),
    Case("قال شهود إن المسلحين أوقفوا القافلة واختطفوا سائقها.", "abduction", ["المسلحين"], ["سائقها"]),
    Case("اعتقل ثلاثة مطلوبين في كركوك.", "arrest", [], ["مطلوبين"]),
    Case("اغتيل ضابط في الشرطة على يد مسلحين مجهولين.", "killing", ["مسلحين مجهولين"], ["ضابط"]),
    Case("والمدنيون الذين قتلوا نتيجة قصف القوات الحكومية كثيرون.", "shelling", ["القوات الحكومية"], ["المدنيون"]),
    Case("قتل شرطي بيد عناصر من حزب العمال الكردستاني.", "killing", ["حزب العمال الكردستاني"], ["شرطي"]),
    Case("وقع هجوم انتحاري نسبته بغداد إلى تنظيم داعش.", "suicide_attack", ["تنظيم داعش"], []),
    Case("أودى الهجوم بحياة ثلاثة جنود.", "armed_attack", [], ["جنود"]),
    Case("الناشط الذي قتله تنظيم داعش في الرقة.", "killing", ["تنظيم داعش"], []),
]  # fmt: skip

ACTS_TOLD_BY_NOUNS = [
    Case("شن مسلحون مجهولون هجوما على مقر للشرطة.", "armed_attack", ["مسلحون مجهولون"], ["شرطة"]),
    Case("نفذت ثلاث مقاتلات (إف-16) من سلاح الجو التركي غارات على الجبل.", "air_strike", ["سلاح الجو التركي"], []),
    Case("كثفت قوات النظام المتمركزة في التلة قصفها لمواقع داعش.", "shelling", ["قوات النظام"], ["داعش"]),
    Case("قتل خمسة في الغارات الجوية التركية على قواعد للمتمردين.", "air_strike", ["التركية"], ["متمردين"]),
    Case("قتل قيادي في ضربة جوية أميركية قرب سرمدا.", "air_strike", ["أميركية"], ["قيادي"]),
    Case("أسفر قصف قوات النظام عن دمار كبير.", "shelling", ["قوات النظام"], []),
    Case("وقع هجوم لحزب العمال الكردستاني على ثكنة.", "armed_attack", ["حزب العمال الكردستاني"], ["ثكنة"]),
    Case("قتل شخصان في غارات للطيران التركي على قرية.", "air_strike", ["طيران التركي"], []),
    Case("تعرضت البلدة لقصف من طائرات النظام السوري.", "air_strike", ["طائرات النظام السوري"], []),
    Case("وقع الهجوم الذي نفذه إرهابيون عند المسجد.", "armed_attack", ["إرهابيون"], ["المسجد"]),
    Case("قتل جنديان في هجوم شنه مسلحو حزب العمال الكردستاني.", "armed_attack", ["حزب العمال الكردستاني"], ["جنديان"]),
    Case("وقع تفجير انتحاري استهدف ناشطين أكرادا في سروج.", "suicide_attack", [], ["ناشطين"]),
    Case("سقط قتلى في الهجوم الذي نسب إلى تنظيم داعش.", "armed_attack", ["تنظيم داعش"], []),
    Case("اغتيال ناشط بالرصاص من قبل مسلحين ملثمين.", "killing", ["مسلحين ملثمين"], ["ناشط"]),
    Case("أدى تفجير في سوق شعبية إلى سقوط ضحايا.", "bombing", [], ["سوق شعبية"]),
    Case("أطلقت تركيا حملة جوية لقصف مواقع لتنظيم داعش.", "air_strike", ["تركيا"], ["تنظيم داعش"]),
    Case("وقع هجوم انتحاري تبناه تنظيم داعش في سروج.", "suicide_attack", ["تنظيم داعش"], []),
    Case("قصف طيران التحالف الدولي مواقع للحوثيين.", "air_strike", ["طيران التحالف الدولي"], ["حوثيين"]),
    Case("كثف جيش الفتح هجماته المسلحة على القرى.", "armed_attack", ["جيش الفتح"], []),
    Case("انسحبت جبهة النصرة لكن هجماتها المسلحة على القرى مستمرة.", "armed_attack", ["جبهة النصرة"], []),
    Case("أعلن تنظيم داعش مسؤوليته عن هجوم انتحاري في بغداد.", "suicide_attack", ["تنظيم داعش"], []),
    Case("حاول مسلحون شن هجوم على قاعدة عسكرية.", "armed_attack", ["مسلحون"], ["قاعدة عسكرية"]),
    Case("قتل مستوطن أثناء محاولة الجيش الإسرائيلي اقتحام المسجد.", "armed_attack", ["الجيش الإسرائيلي"], ["المسجد"]),
    Case("تعرضت دورية للجيش لهجوم مسلح في الجرود.", "armed_attack", [], ["جيش"]),
]  # fmt: skip

UNDERGONE = [
    Case("أعلنت الشرطة، اليوم الاثنين، إلقاء القبض على سبعة متهمين.", "arrest", ["الشرطة"], ["متهمين"]),
    Case("وتزامن ذلك مع إعلان القيادة المركزية الأمريكية قتل زعيم داعش في دير الزور.", "killing",
         ["القيادة المركزية الأمريكية"], ["زعيم داعش"]),
    Case("أعلنت مديرية الاستخبارات العسكرية تنفيذ عمليات أسفرت عن اعتقال سبعة مطلوبين للقضاء.", "arrest",
         ["مديرية الاستخبارات العسكرية"], ["مطلوبين"]),
    Case("قال الوزير إن تنظيم داعش الإرهابي يعيد تنظيم صفوفه.", "movement", ["تنظيم داعش"], []),
    Case("استولى مسلحون على أسلحة نتيجة انهيار الجيش السوري في المدينة.", "territory", ["مسلحون"], []),
    Case("أعلنت الشرطة اعتقال سبعة مطلوبين في البصرة.", "arrest", ["الشرطة"], ["مطلوبين"]),
    Case("مقتل القيادي محسن الفضلي في سوريا.", "killing", [], ["القيادي محسن الفضلي"]),
    Case("مقتل حلاق كردي في إطلاق نار من مسلحين.", "armed_attack", ["مسلحين"], ["حلاق كردي"]),
    Case("أسفر الحادث عن مقتل وإصابة نحو 25 قرويا في القصف.", "shelling", [], ["قرويا"]),
    Case("تم تحرير القرية من تنظيم داعش.", "territory", [], ["تنظيم داعش"]),
    Case("القبض على أربعة إرهابيين في الموصل.", "arrest", [], ["إرهابيين"]),
    Case("مقتل ضابط وثلاثة جنود في رفح.", "killing", [], ["ضابط", "جنود"]),
    Case("اعترف حزب الله بمقتل اثنين من عناصره في غارة.", "air_strike", [], ["حزب الله"]),
]  # fmt: skip

ENDINGS = [  # the oblique plural, the accusative and the gender of the verb tell the object
    Case("وفي تعز استهدف الحوثيين قصف عنيف.", "shelling", [], ["الحوثيين"]),
    Case("وداهمت الشرطة منزلا في البلدة. واعتقلت ثلاثة شبان.", "arrest", ["الشرطة"], ["شبان"]),
    Case("اقتحم الجيش الإسرائيلي القرية. واعتقل شابا من منزله.", "arrest", ["الجيش الإسرائيلي"], ["شابا"]),
    Case("انتشرت قوات النظام في البلدة. وقصفت بالمدفعية مواقع للمعارضة.", "shelling", ["قوات النظام"], ["معارضة"]),
    Case("وسيطرت حركة الحوثيين على القاعدة.", "territory", ["حركة الحوثيين"], ["القاعدة"]),
    Case("نفذت المقاومة الشعبية اليمنية، في وقت متأخر أمس، هجوما على نقطة للحوثيين.", "armed_attack",
         ["المقاومة الشعبية اليمنية"], ["حوثيين"]),
    Case("وفي الضالع عاودت المدفعية التركية قصف مواقع لداعش.", "shelling", ["المدفعية التركية"], ["داعش"]),
    Case("قتل شاب فلسطيني برصاص الجيش الإسرائيلي في الخليل.", "killing", ["الجيش الإسرائيلي"], ["شاب فلسطيني"]),
]  # fmt: skip

LAID_TO_SOMEBODY = [
    Case("حملت الحكومة تنظيم داعش مسؤولية تفجير السوق.", "bombing", ["تنظيم داعش"], ["السوق"]),
    Case("وقع تفجير انتحاري استهدف السوق، وحملت الحكومة التركية مسلحي تنظيم داعش مسؤوليته.", "suicide_attack",
         ["تنظيم داعش"], ["السوق"]),
    Case("اتهم المرصد قوات النظام بقصف البلدة.", "shelling", ["قوات النظام"], []),
    Case("قتل جنود في هجوم انتحاري في بغداد. وتبنى تنظيم داعش الهجوم.", "suicide_attack", ["تنظيم داعش"], ["جنود"]),
]  # fmt: skip

HELD = [  # a site is theirs who hold it
    Case("قصفت قوات النظام مواقع يسيطر عليها تنظيم داعش.", "shelling", ["قوات النظام"], ["تنظيم داعش"]),
    Case("قصفت قوات النظام مقرات التي يتحصن فيها تنظيم داعش.", "shelling", ["قوات النظام"], ["مقرات"]),
    Case("قصفت قوات النظام مواقع يسيطر عليها تنظيم داعش.", "territory", ["تنظيم داعش"], []),
]  # fmt: skip

CASES = [
    *SUBJECTS_AND_OBJECTS, *PASSIVES, *ACTS_TOLD_BY_NOUNS, *UNDERGONE, *ENDINGS, *LAID_TO_SOMEBODY, *HELD,
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_roles_follow_the_grammar_of_the_wording(read_all: Read, case: Case) -> None:
    events = [e for e in read_all(case.text).events if e.event_type == case.event_type]
    told = [([a.evidence.quote for a in e.actors], [t.evidence.quote for t in e.targets]) for e in events]
    assert (case.actors, case.targets) in told


CLASHES = [
    ("اندلعت اشتباكات بين الجيش السوري وجبهة النصرة في ريف حلب.", ["الجيش السوري", "جبهة النصرة"]),
    ("اشتبكت قوات الأمن مع مسلحين في الضاحية.", ["قوات الأمن", "مسلحين"]),
    ("تدور معارك بين القوات الموالية للحكومة والحوثيين في تعز.", ["القوات الموالية للحكومة", "الحوثيين"]),
    ("تدور معارك بين قوات النظام في ريف حلب والمسلحين الأكراد.", ["قوات النظام", "المسلحين الأكراد"]),
    ("وقتل ثلاثة جنود في مواجهات مع مسلحي تنظيم داعش.", ["تنظيم داعش", "جنود"]),
    ("هاجمت جبهة النصرة المقر ووقعت اشتباكات بينها وبين فصائل معارضة.", ["جبهة النصرة", "فصائل معارضة"]),
    ("تدور معارك بين الجيش العراقي المسنود بفصائل الحشد الشعبي وتنظيم داعش.", ["الجيش العراقي", "تنظيم داعش"]),
    (
        "اشتباكات بين الجيش السوري مدعما باللجان من جهة، وعناصر من جبهة النصرة من جهة أخرى.",
        ["الجيش السوري", "جبهة النصرة"],
    ),
]


@pytest.mark.parametrize(("text", "sides"), CLASHES)
def test_both_sides_of_a_clash_act(read_all: Read, text: str, sides: list[str]) -> None:
    (clash,) = (e for e in read_all(text).events if e.event_type == "clash")
    assert [a.evidence.quote for a in clash.actors] == sides
    assert clash.targets == ()


def test_a_fight_told_again_has_the_sides_told_before(read_all: Read) -> None:
    text = "اندلعت اشتباكات بين الجيش السوري وجبهة النصرة في ريف حلب. وقتل عشرة في المعارك في ريف إدلب."
    events = [e for e in read_all(text).events if e.event_type == "clash"]
    assert [[a.evidence.quote for a in e.actors] for e in events] == [["الجيش السوري", "جبهة النصرة"]] * len(events)


def test_the_air_strikes_of_a_text_are_of_the_one_side_that_is_told(read_all: Read) -> None:
    text = "شنت طائرات تركية غارات على جبل قنديل. وقتل سبعة في غارات جوية على دهوك."
    events = [e for e in read_all(text).events if e.event_type == "air_strike"]
    assert [[a.evidence.quote for a in e.actors] for e in events] == [["طائرات تركية"]] * 2


def test_air_strikes_of_two_sides_leave_a_third_open(read_all: Read) -> None:
    text = "شنت طائرات تركية غارات على جبل قنديل. وقصف طيران النظام السوري دوما. وقتل سبعة في غارات جوية على الرقة."
    events = [e for e in read_all(text).events if e.event_type == "air_strike"]
    assert [[a.evidence.quote for a in e.actors] for e in events][-1] == []


NOBODY_ACTS = [
    "قال المتحدث العسكري إن الحملة استهدفت بؤرا وأسفرت عن مقتل سبعة مسلحين.",
    "أعلن الجيش مقتل ثلاثة جنود في انفجار.",
    "أفادت وكالة رويترز بمقتل خمسة جنود في تفجير.",
    "انفجرت سيارة مفخخة قرب الحدود مع إيران.",
    "تمكن الجيش من إفشال هجوم على القاعدة.",
    "قتل عشرة جنود في هجوم انتحاري في بغداد.",
]


@pytest.mark.parametrize("text", NOBODY_ACTS)
def test_speakers_victims_and_places_do_not_act(read_all: Read, text: str) -> None:
    events = read_all(text).events
    assert events
    assert [a.evidence.quote for e in events for a in e.actors] == []


def test_people_of_whom_nothing_is_said_are_no_targets(read_all: Read) -> None:
    (event,) = read_all("قتل أربعة أشخاص في تفجير سيارة مفخخة.").events
    assert event.targets == ()


def test_a_country_that_is_hit_is_the_place_and_no_target(read_all: Read) -> None:
    (event,) = read_all("شن التحالف الدولي غارات على سوريا.").events
    assert event.targets == ()


def test_a_short_name_is_told_by_the_full_one_before_it(read_all: Read) -> None:
    text = "قال مصدر إن تنظيم داعش في المدينة. وشن التنظيم هجوما على حاجز للشرطة."
    (attack,) = (e for e in read_all(text).events if e.event_type == "armed_attack")
    (actor,) = attack.actors
    assert (actor.evidence.quote, actor.actor_id) == ("تنظيم داعش", "isis")


def test_an_adjective_names_the_state(read_all: Read) -> None:
    (event,) = read_all("قتل قيادي في غارة تركية على الجبل.").events
    (actor,) = event.actors
    assert (actor.name, actor.kind, actor.country, actor.actor_id) == ("تركيا", "state", "TR", None)


def test_nobody_is_named_twice_or_on_both_sides(read_all: Read) -> None:
    for case in CASES:
        for event in read_all(case.text).events:
            actors, targets = [a.evidence for a in event.actors], [t.evidence for t in event.targets]
            assert len({*actors, *targets}) == len(actors) + len(targets)
