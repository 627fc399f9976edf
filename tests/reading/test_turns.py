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


def test_addresses_alone_tell_several_speeches():
    first = ("各位家长：", *BODY, "最后，祝各位家长身体健康！谢谢大家！")
    second = ("同志们：", "今天召开安全会议，我讲两点。", "（一）思想上要重视", *BODY)
    last = ("同志们，让我们共同努力，确保全年安全无事故。",)
    assert texts(*first, *second, *last) == [(1, 4), (5, 10)]


def test_others_are_greeted_below_a_call():
    first = ("同志们：", *BODY, "同志们，让我们共同努力，确保工程按期完工。")
    second = ("亲爱的老师们：", "大家好！很高兴和各位相聚，谈谈我的体会。", *BODY)
    assert texts(*first, *second) == [(1, 4), (5, 8)]


def test_the_head_above_an_address_goes_with_it():
    news = ("水厂举行开工仪式", "6月9日上午，水厂开工仪式在河湾举行，县长宣布开工。", *BODY)
    speech = (
        "甲方代表发言：让清水流进千家",
        "何静",
        "尊敬的各位领导：",
        "大家好！我是来自水厂的何静。",
    )
    assert texts(*news, *speech, *BODY) == [(1, 4), (5, 10)]


def test_a_note_between_title_and_address_is_the_writers_own():
    lines = (
        "退休那天我说的话",
        "单位给我开了欢送会，我把发言整理出来，留个纪念。",
        *GREETED,
        *BODY,
    )
    reading = parse_text(SourceText("t", lines))
    (speech,) = reading.speeches
    assert speech.salutation == "各位来宾"
    assert speech.trace.noise_lines == (2,)


def test_titles_numbered_one_after_another_part_texts():
    first = ("学生会主席竞选演讲稿（一）", *BODY, "请大家投我一票，谢谢大家！")
    second = ("在家长会上的发言（二）", *BODY[::-1], "祝各位家长身体健康！谢谢大家！")
    assert texts(*first, *second) == [(2, 4), (6, 8)]


def test_a_greeting_below_a_title_opens_a_text():
    first = ("在开工仪式上的发言", *BODY, "请大家放心，入冬以前一定完工。")
    second = ("在家长会上的发言", "大家晚上好！感谢各位来参加家长会，我说两件事。", *BODY)
    assert texts(*first, *second) == [(1, 4), (5, 8)]


def test_a_teaser_ends_where_the_next_one_is_named():
    first = (
        "相关文章：",
        "大学生竞选演讲稿",
        "各位学长：",
        "晚上好！很荣幸能参加竞选，在高中阶段……",
    )
    second = (
        "班干部竞选演讲稿400字",
        "老师们、同学们：",
        "大家好！我要竞选体育委员，去年运动会上我……",
    )
    assert texts(*GREETED, *BODY, "谢谢大家！", *first, *second) == [(1, 5), (7, 9), (10, 12)]


def test_what_a_site_says_it_makes_public_is_no_text():
    notice = (
        "青石镇2022年度村支书抓党建工作述职报告",
        "现将我镇部分村支书述职报告予以公开，欢迎监督。",
    )
    report = ("2022年度抓党建工作述职报告", "花桥村党支部书记　李明", *GREETED, *BODY)
    assert texts(*notice, *report) == [(3, 8)]


def test_a_promise_in_so_many_points_is_no_farewell_above_the_first():
    lines = (
        "在干部大会上的表态发言",
        "各位领导：",
        "请组织放心，请同志们监督，我将做到以下两点。",
        "一、勇于创新，主动探寻防汛工作有效办法",
        *BODY,
        "二、扛起担当，把防汛工作抓到底",
        *BODY,
    )
    assert texts(*lines) == [(1, 9)]
