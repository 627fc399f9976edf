import pytest

from .small import brief_with, found, speech_with

CODES = ("numbering-order", "numbering-nesting", "numbering-count")


def numbering(*body: str, opening: str = "今天，我们召开全县冬季清雪动员会。"):
    return found(speech_with(*body, opening=opening), brief_with(), *CODES)


def test_levels_count_on_and_begin_anew():
    assert (
        numbering(
            "一、快动手",
            "（一）早准备",
            "（二）早出门",
            "二、扫干净",
            "（一）先主路",
            "1.除冰",
            "2.清运",
        )
        == []
    )


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (("一、快动手", "三、扫干净"), "跳了号"),
        (("一、快动手", "一、扫干净"), "重复"),
        (("一、快动手", "二、扫干净", "三、护好人", "二、再检查"), "倒了回去"),
        (("一、快动手", "（一）早准备", "（三）早出门"), "跳了号"),
        (("（二）早准备", "（三）早出门"), "跳了号"),
    ],
)
def test_gaps_repeats_and_steps_back(body, says):
    finding = numbering(*body)[0]
    assert finding.code == "numbering-order"
    assert says in finding.message


def test_an_inner_level_before_its_outer_one():
    codes = [f.code for f in numbering("（一）早准备", "一、快动手", "二、扫干净")]
    assert codes == ["numbering-nesting"]


def test_runs_inside_paragraphs():
    assert numbering("一是早，二是快，三是净。", "一要先主路，二要后小巷。") == []
    (finding,) = numbering("一是早，三是净。")
    assert "第2项" in finding.message
    assert numbering("一是早准备。", "二是早出门。", "三是早收工。") == []


def test_the_number_announced_is_the_number_given():
    opening = "今天，我们召开全县冬季清雪动员会。下面，我讲三点意见。"
    assert numbering("一、快动手", "二、扫干净", "三、护好人", opening=opening) == []
    (finding,) = numbering("一、快动手", "二、扫干净", opening=opening)
    assert finding.code == "numbering-count"
    assert "2个大点" in finding.message


def test_dates_and_figures_are_no_enumerators():
    assert numbering("2026年11月21日以后天气转冷。", "一年之计在于春。") == []
