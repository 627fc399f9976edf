"""Where one text ends and the next begins without a title."""

from drafter.reading.model import SourceText
from drafter.reading.parsing import parse_text


def texts(*lines):
    """First and last line of each text found."""
    found = parse_text(SourceText("t", lines)).speeches
    return [s.trace.lines for s in found]


GREETED = ("各位来宾：", "今天，我们在这里举行开工仪式，向建设者致敬。")
BODY = ("施工单位要把质量摆在第一位，一处也不能马虎。", "监理单位要天天到现场，把好每一道关。")


def test_people_greeted_anew_below_a_farewell_hear_another_speech():
    second = ("同志们：", *BODY, "请大家放心，入冬以前一定完工。")
    assert texts(*GREETED, "祝各位来宾身体健康！", *second) == [(1, 3), (4, 7)]


def test_an_address_within_a_speech_does_not_end_it():
    assert texts(*GREETED, "同志们：", *BODY, "请大家放心，入冬以前一定完工。") == [(1, 6)]


def test_a_cry_to_those_who_have_been_greeted_opens_no_text():
    lines = (
        *GREETED,
        "五年来我们团结奋斗，再创佳绩！",
        "各位代表！",
        *BODY,
        "今年要再上台阶，大家共勉。",
    )
    assert texts(*lines) == [(1, 7)]


def test_an_address_in_the_closing_stays_in_it():
    lines = (*GREETED, *BODY, "最后，祝大家工作顺利！", "同志们：", "让我们一起加油，把工程建好！")
    assert texts(*lines) == [(1, 7)]


def test_whoever_is_named_right_above_an_address_speaks_next():
    second = ("发言人：学生会 王小禾", "老师们：", "我想说说我的同桌，他教会了我下棋。")
    assert texts(*GREETED, *BODY, *second) == [(1, 4), (5, 7)]


def test_a_page_tool_below_a_farewell_ends_the_page():
    tail = (
        "【字号：大 中 小】【打印】【关闭】",
        "网友留言",
        "网友 老同学：祝工程顺利，盼着早日通水！",
    )
    assert texts(*GREETED, *BODY, "祝各位来宾身体健康！谢谢大家！", *tail) == [(1, 5)]
