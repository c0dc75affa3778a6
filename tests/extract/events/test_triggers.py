from __future__ import annotations

import pytest

from extract.conftest import Read

TYPES = {
    "أطلق مسلحون مجهولون النار على دورية للشرطة في بعقوبة.": "armed_attack",
    "وقع جنود في كمين نصبه التنظيم شمال تكريت.": "armed_attack",
    "اندلعت اشتباكات بين الجيش ومسلحين في ريف حماة.": "clash",
    "انفجرت سيارة مفخخة في سوق شعبي ببغداد.": "bombing",
    "فجر انتحاري نفسه عند نقطة تفتيش في الطارمية.": "suicide_attack",
    "شنت طائرات التحالف غارات على مواقع داعش في الرقة.": "air_strike",
    "قصفت مقاتلات تركية أهدافا في شمال العراق.": "air_strike",
    "استهدفت مقاتلات التحالف الدولي رتلا للتنظيم في هيت.": "air_strike",
    "قصفت قوات النظام بالمدفعية بلدات في ريف إدلب.": "shelling",
    "سقطت قذائف هاون على حي سكني في حلب.": "shelling",
    "اغتال مسلحون شيخ عشيرة جنوب الموصل.": "killing",
    "خطف مسلحون ثلاثة عمال شرقي بغداد.": "abduction",
    "ألقت الشرطة القبض على قيادي في التنظيم.": "arrest",
    "عثرت الشرطة على كدس للأسلحة في ديالى.": "weapons_seizure",
    "أطلقت القوات عملية عسكرية واسعة في صحراء الأنبار.": "operation",
    "سيطر مقاتلو المعارضة على بلدة في ريف إدلب.": "territory",
    "انسحبت القوات الأمريكية من القاعدة.": "withdrawal",
    "تظاهر المئات في ساحة التحرير.": "protest",
}


@pytest.mark.parametrize(("text", "event_type"), TYPES.items())
def test_wordings_name_types(read_all: Read, text: str, event_type: str) -> None:
    assert event_type in {event.event_type for event in read_all(text).events}


FIGURATIVE = [
    "شن الفريق هجوما على مرمى الخصم وسجل هدفا في الدقيقة العاشرة من المباراة.",
    "فجر اللاعب مفاجأة وقصف المرمى بتسديدة قوية.",
    "مواجهات قوية في دور الثمانية من بطولة الكأس.",
    "قصفت أسعار النفط أسهم الشركة في البورصة.",
    "غارة للمضاربين على أسهم الشركة.",
    "انفجار إطار شاحنة على الطريق السريع.",
    "أصيب خمسة في حادث تصادم مركبتين.",
    "قبض الموظفون رواتبهم.",
    "عملية جراحية ناجحة في مستشفى الملك فهد.",
    "ضرب الزلزال المدينة.",
    "قال إن المعركة ضد الفساد مستمرة.",
]


@pytest.mark.parametrize("text", FIGURATIVE)
def test_sport_business_and_accidents_have_no_events(read: Read, text: str) -> None:
    assert read(text).events == ()


MISREAD = {
    "a time spelled as a dual verb": "وصل الجنود فجرا إلى بلدة هيت مع مسلحين.",
    "a plural spelled as a noun with -ī": "وتحدث الجيش عن قتلى المسلحين.",
    "a name": "قال سامي الحربي إن الجنود وصلوا.",
    "an adjective": "وصل خبير الجيش الانفجاري إلى القاعدة.",
    "a sense without victims": "قال جندي إن السفر قتل الوقت والملل أمام الجميع.",
    "a source": "وقع القائد في الأسر أمس وذلك نقلا عن وكالة أنباء.",
    "a thing put in order": "وقال الجيش إنه يعمل على إعادة ترتيب السجن للأسرى.",
    "an operation that is only spoken of": "تمر العمليات العسكرية في الرمادي بأسبوعها الثالث.",
    "a dictator": "وكان الجيش في عهد صدام أكبر، قبل أن تطيح القوات الأمريكية بصدام ونظامه.",
    "a move of accounts": "وأضاف الجيش أن كل نقلة للإرهابيين والمعتقلين مرصودة.",
    "a verb with a letter like و": "أشاد القائد بقوات التحالف ووصفتها الصحف بأنها منقذ الجيش.",
    "a mishap": "لقي جنديان من الجيش مصرعهما إثر انقلاب سيارة كانت تقلهما.",
    "a figure of speech": "فجر القائد العسكري مفاجأة أمام جنود الجيش.",
    "a bystander of protests": "وأشاد قائد الجيش بصبر المتظاهرين.",
    "a thought that spreads": "وانتشار الفكر الإرهابي بين الشباب يقلق الجيش.",
    "a complaint": "تقدم المحامي ضد الجيش والمسلحين بشكوى إلى المحكمة.",
    "what somebody is taken for": "وظهر الجناح المسلح للحزب بوصفه شريكا للجيش ضد داعش.",
    "a war of prices": "شن الجيش والمسلحون حربا اقتصادية.",
    "a feast": "حضر قادة حزب الله إحياء ذكرى عاشوراء.",
}


@pytest.mark.parametrize("text", MISREAD.values(), ids=list(MISREAD))
def test_a_word_that_only_looks_like_a_trigger_is_none(read_all: Read, text: str) -> None:
    assert read_all(text).events == ()


def test_an_accusative_is_no_dual_verb_and_two_attackers_have_one(read_all: Read) -> None:
    (shelling,) = read_all("شهدت البلدة قصفا عنيفا من قوات النظام.").events
    assert (shelling.event_type, [a.evidence.quote for a in shelling.actors]) == ("shelling", ["قوات النظام"])
    assert [e.event_type for e in read_all("مسلحان مجهولان هاجما نقطة للشرطة.").events] == ["armed_attack"]


def test_what_falls_on_a_town_takes_no_territory(read_all: Read) -> None:
    assert [e.event_type for e in read_all("سقط مقذوف عسكري على بلدة جازان.").events] == ["shelling"]


def test_the_name_of_an_actor_is_no_trigger(read_all: Read) -> None:
    assert read_all("التقى الوزير قادة جيش الفتح وكتائب الفتح.").events == ()


def test_a_generic_word_right_after_another_adds_nothing(read_all: Read) -> None:
    events = read_all("غارات جوية استهدفت مواقع داعش في الرقة.").events
    assert [(e.event_type, e.trigger.quote) for e in events] == [("air_strike", "غارات جوية")]


def test_a_weak_word_counts_in_the_light_of_conflict_alone(read_all: Read) -> None:
    assert read_all("تقدم الطلاب في صفوفهم.").events == ()
    assert [e.event_type for e in read_all("تقدم الجيش في أحياء المدينة بعد معارك.").events][:1] == ["territory"]
