"""Names by where they stand in a sentence of somebody's own, though no list has them."""

from __future__ import annotations

import pytest

from drafter.review import review

from ..small import brief_with, found, speech_with

#: What patterns say: of a text nearly all somebody's own one note tells it all.
FORMULA = "要压实责任，加强协调配合，把各项任务落到实处，确保各项工作取得实效。"


def _told(sentence: str) -> list[str]:
    """What is told of it, less sure notes aside."""
    told = review(speech_with(sentence, FORMULA), brief_with())
    return [f.text + f.message for f in told if f.level != "note"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        # What makes no word, at the head of a clause or after what is done with somebody.
        ("洛桂不吭声，一锹一锹地铲。", "洛桂"),
        ("把顾一苇喊来，让他瞧瞧这条巷。", "顾一苇"),
        # A word with a ground behind it, which make no word together.
        ("石榴口的积雪还没铲。", "石榴口"),
        ("暖阳门附近最滑。", "暖阳门"),
        ("铜匠巷的台阶结了冰。", "铜匠巷"),
        # Townships that begin with a word, and those nobody calls by their 乡.
        ("观音桥乡的雪铲最结实。", "观音桥乡"),
        # Who lives where, though its last two characters are a word.
        ("竹溪口的群众也来扫雪。", "竹溪口"),
        # What others call somebody, and whom one was lucky to have.
        ("街坊都叫他铁山，他也不恼。", "铁山"),
        ("多亏了白云生及时撒了盐。", "白云生"),
        ("铲得最快的是凌波，没人不服。", "凌波"),
        ("天没亮，桂局特意跑了一趟街口。", "桂局"),
        # Papers, prizes and months of something.
        ("融雪安全宣传月里，人人都要学。", "宣传月"),
        ("晨星杯比赛，我们铲了头名。", "晨星杯"),
        ("最美庭院评选不能停。", "最美庭院"),
        ("清雪倡议书贴到了门口。", "倡议书"),
        # Companies that belong to a level which is not told.
        ("城投欠的工钱要给。", "城投"),
        ("晚报登了我们清雪的照片。", "晚报"),
    ],
)
def test_who_or_what_is_spoken_of_has_a_name(sentence, name):
    told = _told(sentence)
    assert any(name in text for text in told), told


@pytest.mark.parametrize(
    "sentence",
    [
        "路窄的地方要让一让。",
        "雪化了，路滑，走慢些。",
        "窗口的群众还在等，巷口的老人也在等。",
        "镇里群众都看着，院里老人都等着。",
        "叫他回来，喊她放心，叫他早点睡。",
        "磨刀不误砍柴工，单丝不成线。",
        "金秋的田野最好看。",
        "把雪扫净，把人心焐热。",
        "新建投产的车间要扫，每日报送一次，早晚报个平安。",
        "最美的风景是扫雪的人。",
        "每人发一个保温杯，比赛的时候带上。",
    ],
)
def test_what_stands_there_every_day_is_no_name(sentence):
    assert _told(sentence) == []


def test_what_others_call_somebody_is_told_without_the_words_around_it():
    (person,) = found(speech_with("街坊都叫他铁山。"), brief_with(), "foreign-person")
    assert person.text == "铁山"
