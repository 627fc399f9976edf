"""People by where they stand, whatever their names are made of."""

from __future__ import annotations

import pytest

from drafter.text.placed_people import beside_people, find_placed_people
from drafter.text.slotted_people import find_slotted_people


def _names(text: str) -> list[str]:
    return [text[start:end] for start, end in find_placed_people(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("党中来把自己攒下的木料拉了过来。", "党中来"),  # given names of grammar
        ("这个主意是卫三有先想出来的。", "卫三有"),
        ("高原讲完，会场里静了好一阵。", "高原"),  # a word that is a name
        ("村东头的春雁返乡办起了磨坊。", "春雁"),  # a given name alone
        ("像池中月这样的人，越多越好。", "池中月"),
        ("我收到了桑红旗写来的信。", "桑红旗"),  # a family name and a word
        ("阿不力米提大叔站起来让座。", "阿不力米提"),  # another people's
        ("老鲍退下来以后还管着钥匙。", "老鲍"),
        ("揭开平是我们这里出去的。", "揭开平"),  # a word and one character more
        ("前街的尤二婶逢人就夸。", "尤"),
        ("田野提醒了大家。", "田野"),
        ("上官云带着两个徒弟来了。", "上官云"),
        ("拿到头一名的是滑守田。", "滑守田"),  # named at the end of what is said of him
        ("二车间的苏木提前学会了开机床。", "苏木"),  # one of a unit
        ("沈有粮就是靠这个起家的。", "沈有粮"),  # a family name that hardly is a word
        ("央宗老人把茶端给了医生。", "央宗"),  # two sounds and what somebody is called with
    ],
)
def test_whoever_stands_before_what_people_do(text, name):
    assert name in _names(text)


@pytest.mark.parametrize(
    "text",
    [
        "谢谢同志们，谢谢大家！",
        "车辆都守在路口。",
        "手里拿着账本。",
        "时间告诉我们，急不得。",
        "老师说过，字要一笔一笔写。",
        "任何国家的经验都要学着用。",
        "党员带着群众一起干。",
        "车辆每天进出要登记。",
        "实践告诉我们，路是走出来的。",
        "先向同志们道一声辛苦。",
        "平时住在厂里的要登记。",
        "查隐患要学会动脑子。",
        "解决好进城务工人员的住处。",
    ],
)
def test_what_tells_and_what_sorts_of_people_there_are_is_nobody(text):
    assert _names(text) == []


def test_who_is_told_with_somebody_is_somebody():
    text = "岑晓春、栗明义和官雪梅都到了。"
    known = [(text.index("栗明义"), text.index("栗明义") + 3)]
    found = [text[start:end] for start, end in beside_people(text, known)]
    assert found == ["岑晓春", "官雪梅"]
    text = "负责的是栗明义和官雪梅。"
    known = [(text.index("栗明义"), text.index("栗明义") + 3)]
    assert [text[a:b] for a, b in beside_people(text, known)] == ["官雪梅"]
    text = "栗明义、余向国几个年轻人扫了一夜。"
    assert [text[a:b] for a, b in beside_people(text, [(0, 3)])] == ["余向国"]


def test_who_is_spoken_to_in_the_plural_is_not_called_by_what_is_asked():
    for text in ("家里的事，拜托同志们了。", "祝贺同志们。", "祝武警官兵平安。", "劳烦老师们了。"):
        assert [*find_placed_people(text), *find_slotted_people(text)] == []
