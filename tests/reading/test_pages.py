"""What only a whole page shows: lists of links, page numbers, previews, a page's own advice."""

from drafter.reading.chrome import ends_text, is_chrome, leads_to_others
from drafter.reading.model import SourceText
from drafter.reading.parsing import parse_text
from drafter.reading.report import reading_json

SPEECH = (
    "在全镇秋收工作会议上的讲话",
    "同志们：",
    "今年的稻子长得好，可是天气预报说下个星期有雨，所以今天把大家请来，商量怎样抢收抢晒。",
    "各村把收割机排个队，先收低洼田，后收坡地，孤寡老人家的田由党员包下来。",
    "谢谢大家！",
)


def read(*lines):
    return reading_json(parse_text(SourceText("page", lines)))


def lines_of(*lines):
    return [d["lines"] for d in read(*lines)["documents"]]


def test_dated_titles_one_below_another_are_links():
    links = [f"- 2023-0{n}-18 12:46:21 在第{n}次例会上的讲话" for n in range(1, 5)]
    assert lines_of(*links, *SPEECH) == [[5, 9]]


def test_two_dated_titles_are_no_list():
    found = read("在例会上的讲话 2023-03-18", *SPEECH[1:])
    assert found["documents"][0]["lines"] == [1, 5]


def test_numbers_before_pages_are_noise_inside_their_lines():
    head, salutation, body, rest, thanks = SPEECH
    found = read(f"1、{head}", salutation, body.rstrip("。"), f"2、{rest}", thanks)
    noise = [(n["line"], n["text"]) for n in found["documents"][0]["inline_noise"]]
    assert noise == [(1, "1、"), (4, "2、")]
    assert found["documents"][0]["headings"] == []


def test_a_numbered_list_is_no_pages():
    found = read(
        *SPEECH[:3],
        "1、抓好抢收。先收低洼田，后收坡地，颗粒归仓。",
        "2、抓好抢晒。晒场轮流用，不许占路。",
    )
    labels = [h["label"] for h in found["documents"][0]["headings"]]
    assert labels == ["1", "2"]


def test_a_preview_of_the_text_is_noise():
    preview = "".join(SPEECH[1:3])[:45]
    assert lines_of(SPEECH[0], preview, *SPEECH) == [[3, 7]]


def test_advice_of_the_site_above_a_text_is_noise():
    advice = "1. 文件由网友上传，本站不作任何担保，请自行核对之后再使用。"
    assert lines_of("使用须知", advice, *SPEECH) == [[3, 7]]


def test_a_page_that_says_how_many_texts_it_holds_may_show_only_the_first():
    assert lines_of("秋收讲话稿（通用6篇）", "秋收讲话稿 篇1", *SPEECH[1:]) == [[3, 6]]


def test_an_example_in_a_guide_is_a_text_of_its_own():
    said = "开头先问好，然后说明来意，最后感谢大家，不必长篇大论。"
    guide = ("发言稿的格式", "一、开头", said, "二、正文", said, "三、结尾", said)
    assert lines_of(*guide, "发言稿范文", *SPEECH[1:]) == [[1, 7], [9, 12]]


def test_a_text_goes_on_below_a_picture_and_below_one_line_of_chrome():
    assert lines_of(*SPEECH[:4], "[图片]", "第 2 页 共 2 页", SPEECH[4]) == [[1, 7]]
    assert lines_of(*SPEECH[:4], "展开阅读全文", SPEECH[3], SPEECH[4]) == [[1, 7]]


def test_a_text_ends_where_chrome_leads_to_other_texts():
    assert lines_of(*SPEECH, "上一篇：在夏收会议上的讲话", "夏收已经过半，各村要抓紧。") == [[1, 5]]


def test_pictures_and_page_marks_stand_inside_texts():
    assert is_chrome("[图片]")
    assert not ends_text("[图片]")
    assert ends_text("展开阅读全文")
    assert not leads_to_others("展开阅读全文")
    assert leads_to_others("相关文章")


def test_points_of_the_text_are_not_taken_for_a_sites_words():
    assert not is_chrome("三要有回馈。积分可以兑换日用品，受表彰的同志优先体检。")


def test_a_name_that_a_page_links_amid_a_sentence_begins_no_other_report():
    body = (
        "一、抓学习",
        "过去一年，镇里的变化大家都看在眼里，会议上正式明确了",
        "李明",
        "同志负责水利建设，各村都很支持，工程比计划早完工一个月。",
    )
    more = ("二、抓落实", "今年还要再修两条渠，人手由各村自己出，经费由镇里统一安排。")
    head = (
        "政府工作报告",
        "王海",
        "各位代表：",
        "现在，我代表镇政府向大会报告工作，请予审议，并请提出意见。",
    )
    assert lines_of(*head, *body, *more) == [[1, 10]]


def test_a_law_is_named_above_the_days_it_was_passed_and_changed():
    found = read(
        "# 清河县会议管理条例",
        "2001年7月13日 清河县第十一届人民代表大会第二次会议通过",
        "2011年11月17日 清河县第十三届人民代表大会第三次会议修订）",
        "<!-- INFO END -->",
        "第一条 为了减少会议，根据有关规定，结合本县实际，制定本条例。",
        "第二条 召开会议应当提前申请，没有申请的不得召开。",
    )["documents"][0]
    assert found["title"] == "清河县会议管理条例"
    assert (found["title_lines"], found["noise_lines"]) == ([1], [4])
