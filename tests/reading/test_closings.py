"""Last words: which paragraphs turn back to the audience."""

from drafter.reading.model import SourceText
from drafter.reading.parsing import parse_text
from drafter.reading.report import reading_json

HEADED = (
    "在全县供销工作会议上的讲话",
    "同志们：",
    "今天召开这次会议，主要任务是安排今年的供销工作，下面我讲两点意见。",
    "一、看清形势，坚定信心",
    "去年全系统恢复基层社六个，改造农家店三十二个，成绩来之不易，大家都很辛苦。",
    "二、突出重点，抓好落实",
    "要抓好农资储备，确保春耕用肥不断档、不涨价，把店开到农民家门口。",
    "还要抓好网点改造，让群众买得放心、用得舒心，一家一家地验收。",
)


def closing(*lines):
    """What of the lines below a speech closes it."""
    doc = reading_json(parse_text(SourceText("t", (*HEADED, *lines))))["documents"][0]
    if doc["closing"] is None:
        return ()
    first, last = doc["closing"]
    return (*HEADED, *lines)[first - 1 : last]


def test_verses_that_last_words_lead_to():
    said = (
        "最后，我想把几句话送给大家：",
        "翻过一座山，",
        "就看见一条河；",
        "跨过一条河，",
        "就到了自己的家。",
        "谢谢大家！",
    )
    assert closing(*said) == said


def test_a_toast():
    said = ("现在，我提议，让我们共同举杯：", "为供销事业兴旺，", "为各位身体健康，", "干杯！")
    assert closing(*said) == said


def test_a_call_right_above_a_wish():
    said = ("风正一帆悬。让我们携手同行，共同办好新的供销社！", "最后，恭祝大家新春快乐！")
    assert closing(*said) == said


def test_a_bow():
    said = ("最后，谢谢大家，谢谢这三十年。", "老李在这里给大家鞠躬了！")
    assert closing(*said) == said


def test_a_wish_that_ends_the_last_paragraph():
    said = ("亲爱的供销社，今天我以你为荣。再见了，老伙计们，祝愿大家前程似锦！",)
    assert closing(*said) == said


def test_last_words_that_a_paywall_cuts():
    said = ("同志们，决战的时刻已经到来。让我们以滴水穿石的韧劲，",)
    assert closing(*said, "试读结束，开通会员后可阅读全文") == said


def test_a_share_of_the_whole_is_no_last_word():
    assert closing("以上，占到总数的八成，还要再往上提一提，不能满足。") == ()


def test_an_attachment_above_the_unit_and_the_day_is_the_papers_own():
    lines = (
        "关于开展清网行动的通知",
        "为保护水库鱼类资源，决定开展清网行动。现将有关事项通知如下：",
        "一、行动时间",
        "6月1日至6月30日，分两个阶段进行，逐村逐户宣传到位。",
        "附件：清网行动任务分解表",
        "安平县水利局",
        "2022年5月20日",
        "附件（1）：任务分解表.xls",
    )
    doc = reading_json(parse_text(SourceText("t", lines)))["documents"][0]
    assert (doc["lines"], doc["signature_lines"]) == ([1, 7], [6, 7])
    assert doc["date"] == "2022-05-20"


def test_strength_that_is_given_closes_a_report():
    said = ("新的一年里我会更加努力，为供销事业的发展贡献自己的一份力量。",)
    assert closing(*said) == said


def test_thanks_that_are_spoken_of_do_not_close():
    lines = (
        "在感恩主题班会上的演讲",
        "同学们：",
        "有一次下大雨，爸爸来接我，把雨衣披在了我的身上，自己却淋得像落汤鸡。",
        "同学们，我们常常忘记对父母说一声谢谢。感恩其实很简单，洗一次碗就好。",
        "让我们从今天起，做一个懂得感恩的人。谢谢大家！",
    )
    doc = reading_json(parse_text(SourceText("t", lines)))["documents"][0]
    assert doc["closing"] == [5, 5]


def test_what_is_past_closes_a_report():
    said = ("成绩属于过去，未来任重道远。我将以更加饱满的热情投入到工作中去。",)
    assert closing(*said) == said
