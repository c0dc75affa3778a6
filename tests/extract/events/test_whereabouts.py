from __future__ import annotations

import pytest

from extract.conftest import Read

GOES_ON = {
    # in the sentence before, or earlier in the same one
    "هاجم مسلحون مقرا في الرمادي. وقتل ثلاثة جنود في كمين آخر.": ["iq-ramadi", "iq-ramadi"],
    "كثف الطيران غاراته على الزبداني، بعد أن اضطرت القوات إلى الانسحاب من عدد من المواقع.": [
        "sy-zabadani",
        "sy-zabadani",
    ],
    # the text turns to something else, or names a place that is not tied
    "هاجم مسلحون مقرا في الرمادي. من جهة أخرى، قتل ثلاثة جنود في كمين.": ["iq-ramadi", None],
    "هاجم مسلحون مقرا في الرمادي، فيما قتل ثلاثة جنود في كمين.": ["iq-ramadi", None],
    "هاجم مسلحون مقرا في الرمادي. وخطف جندي، وقال الوزير إن بيجي آمنة.": ["iq-ramadi", None],
    "هاجم مسلحون مقرا في الرمادي. يأتي ذلك فيما قتل ثلاثة جنود في كمين.": ["iq-ramadi", None],
    # another day
    "هاجم مسلحون مقرا في الرمادي أمس. وقتل ثلاثة جنود في كمين الشهر الماضي.": ["iq-ramadi", None],
    # a whole country
    "هاجم مسلحون مقرا في العراق. وقتل ثلاثة جنود في كمين آخر.": ["iq", None],
    # another paragraph
    "هاجم مسلحون مقرا في الرمادي.\n\nوقتل ثلاثة جنود في كمين آخر.": ["iq-ramadi", None],
}


@pytest.mark.parametrize(("text", "expected"), GOES_ON.items())
def test_an_event_without_a_place_goes_on_where_the_one_before_was(
    read_all: Read, text: str, expected: list[str | None]
) -> None:
    assert [event.place.place_id if event.place else None for event in read_all(text).events] == expected
