"""Titles, dates, speakers and salutations; what a page adds to them."""

import time

import pytest

from drafter.reading.chrome import inline_noise, is_chrome
from drafter.reading.dates import date_in, is_date_line
from drafter.reading.model import SourceText
from drafter.reading.parsing import parse_text
from drafter.reading.persons import attends, is_byline, speaker_in_title, speaker_of
from drafter.reading.report import reading_json
from drafter.reading.rows import fold
from drafter.reading.salutation import salutation_of
from drafter.reading.titles import title_like


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("（2011年8月4日）", "2011-08-04"),
        ("二〇一八年三月二十日", "2018-03-20"),
        ("2009.10.1", "2009-10-01"),
        ("2019年3月2日在县人民代表大会上", "2019-03-02"),
        ("20xx年x月x日", None),
        ("2011年8月", None),
        ("2011年13月40日", None),
    ],
)
def test_dates(text, iso):
    assert date_in(text) == iso


def test_a_masked_date_is_a_date_line_all_the_same():
    assert is_date_line("（202x年x月x日）")
    assert not is_date_line("2011年8月4日，我们召开了会议")


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("县长 李明", "李明"),
        ("李明", "李明"),
        ("县委副书记、县长李明", "李明"),
        ("安平县第一中学校长 陈志远", "陈志远"),
        ("李明（县委书记）", "李明"),
        ("栗 文 斌", "栗文斌"),
        ("报告人：李明", "李明"),
        ("县第二医院  刘艳", "刘艳"),
        ("×××", None),
        ("县长 ×××", "县长"),
        ("安平县人民政府", None),
    ],
)
def test_speakers(line, speaker):
    assert speaker_of(line) == speaker


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("校长在开学典礼上的讲话", "校长"),
        ("李明同志在全县经济工作会议上的讲话", "李明"),
        ("孙立同志述职述廉报告", "孙立"),
        ("在全县经济工作会议上的讲话", None),
        ("任职表态发言", None),
        ("个人述职报告", None),
    ],
)
def test_speakers_in_titles(title, speaker):
    assert speaker_in_title(title) == speaker


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("同志们：", "同志们"),
        ("尊敬的各位领导、各位来宾，女士们、先生们：", "尊敬的各位领导、各位来宾，女士们、先生们"),
        ("老师们，同学们：大家好！", "老师们，同学们"),
        ("尊敬的张总、李总，各位员工：", "尊敬的张总、李总，各位员工"),
        ("各乡镇人民政府、县直各单位：", "各乡镇人民政府、县直各单位"),
        ("同志们，今天我们召开会议", "同志们"),
    ],
)
def test_salutations(line, said):
    found = salutation_of(line)
    assert found is not None
    assert found.text == said


@pytest.mark.parametrize(
    "line", ["今天我们召开会议，部署工作。", "各级党组织要高度重视，狠抓落实。", "全县干部要带头。"]
)
def test_no_salutations(line):
    assert salutation_of(line) is None


def test_titles():
    assert title_like("在全县工作会议上的讲话") == 2
    assert title_like("情 况 汇 报") == 2
    assert title_like("不负韶华 向阳而生") == 1
    assert title_like("这是一句话。") == 0


@pytest.mark.parametrize(
    "line",
    [
        "您现在的位置：首页 > 政务公开 > 领导讲话",
        "发布时间：2023-03-16 09:12  来源：县政府办  浏览次数：1288",
        "【字号 大 中 小】",
        "上一篇：县政府召开常务会议",
        "展开阅读全文",
        "第7页 共7页",
        "— 12 —",
        "相关推荐",
        "版权所有 冀ICP备00000000号",
        ".news_con{line-height:28px;font-size:14px}",
        "以下是小编为大家整理的发言稿，欢迎阅读。",
        "一、工作完成情况…………1",
    ],
)
def test_chrome(line):
    assert is_chrome(fold([line])[0])


@pytest.mark.parametrize(
    "line",
    [
        "以上意见，供大家参考，谢谢。",
        "今天我给大家带来的是一段亲身经历。",
        "我的演讲完毕，谢谢大家！",
        "严厉打击侵犯消费者权益的行为。",
        "关注留守儿童",
        "更多的群众走上了致富路。",
        "一、编辑出版工作",
    ],
)
def test_no_chrome(line):
    assert not is_chrome(fold([line])[0])


@pytest.mark.parametrize(
    "line",
    [
        "▲会议现场",
        "《青江日报》 2014年07月03日 第02版",
        "原创 青石税务 青石县税务 2022-04-02 17:46",
        "信息公开 / 文件通知",
        "往期推荐",
        "档案号：07-31",
        "看过开学讲话的人还看了：",
        "现将讲话全文刊发，供全系统干部学习。",
        "以上《家长会讲话稿》由作文吧整理，未经许可请勿转载。",
        "在全县水利工作会议上的讲话_安平县水利局",
        "发文机关：县政府办公室",
        "[日期：2015-03-05] 来源：安平网 作者：",
        "松云课件 来源：未知 作者：未知",
        "（2012-12-29 21:40:06）",
        "[图片：会议现场]",
        "《年会祝酒词.doc》",
        'screen.width-333）this.width=screen.width-333" border=0>',
        "[1] 清水工程，指从水库引水到县城的管线和泵站。",
    ],
)
def test_what_newspapers_and_accounts_put_round_a_speech(line):
    assert is_chrome(line)


def test_a_notice_sends_a_speech_round_and_is_no_page_line():
    assert not is_chrome("现将许文涛同志的讲话印发给你们，请认真组织学习。")


def test_a_slogan_that_begins_with_a_surname_is_no_name():
    assert is_byline("欧阳向阳")
    assert not is_byline("向下扎根 向上生长")


def test_the_second_line_of_a_headline():
    assert attends("韩少华主持并讲话")
    assert attends("韩少华出席")
    assert not attends("会议由办公室主持")
    assert not attends("在全县大会上的讲话")


def test_a_line_without_marks_is_told_to_name_nobody_at_once() -> None:
    start = time.process_time()
    assert not attends("安平县各镇村广场" * 7)
    assert time.process_time() - start < 1


def test_inline_noise():
    text = "作了典型发 — 1 — 言[2]，很好<br/>。"
    assert [text[a:b] for a, b in inline_noise(text)] == ["— 1 —", "[2]", "<br/>"]


def test_a_page_mark_between_a_word_and_a_number():
    text = "发展柑橘密改- 1 -1300亩，2-3户一片"
    assert [text[a:b] for a, b in inline_noise(text)] == ["- 1 -"]


def test_a_page_mark_inside_a_sentence_is_gone_from_the_paragraph():
    lines = ("同志们：", "今天的会议很重要，大家要认真领 — 1 — 会，抓好落实，把各项任务完成好。")
    (speech,) = parse_text(SourceText("text", lines)).speeches
    assert "认真领  会" in speech.paragraphs[-1].text or "认真领会" in speech.paragraphs[-1].text
    assert speech.trace is not None
    assert [n.text for n in speech.trace.inline_noise] == ["— 1 —"]


def test_masks_are_kept():
    lines = (
        "在XX县大会上的讲话",
        "×××",
        "同志们：",
        "**同志作了很好的发言，XX县的做法值得学习借鉴，下面我讲三点意见。",
    )
    (speech,) = parse_text(SourceText("text", lines)).speeches
    assert speech.speaker is None
    assert speech.paragraphs[-1].text.startswith("**同志")


def test_the_report_says_things_as_the_source_does():
    lines = (
        "校長在典禮上的致辭",
        "老師們,同學們:",
        "今天我們歡聚一堂,慶祝學校的節日,我代表學校向大家表示祝賀!",
    )
    said = reading_json(parse_text(SourceText("a.txt", lines)))
    (document,) = said["documents"]
    assert document["salutation"] == {"line": 2, "text": "老師們,同學們"}
    assert document["speaker"] == "校長"
    assert document["title"] == "校长在典礼上的致辞"


@pytest.mark.parametrize(
    "lines", [(), ("",), ("同志们：",), ("一、",), ("\r",), ("。",), ("（",), ("讲话", "讲话")]
)
def test_scraps_do_no_harm(lines):
    assert parse_text(SourceText("text", lines)).source == "text"


def test_a_page_of_lone_sentences_still_has_its_texts():
    said = "今天的会议开得很好，大家都辛苦了。"
    reading = parse_text(SourceText("页", ("范文1", said, "范文2", said)))
    assert [s.paragraphs[0].text for s in reading.speeches] == [said, said]


def test_an_occasion_above_the_word_for_the_speech_is_the_title():
    lines = ("清河公司第六届职工运动会", "开幕词", "各位运动员：", "今天，运动会开幕了，我很高兴。")
    reading = parse_text(SourceText("页", lines))
    assert reading.speeches[0].title == "清河公司第六届职工运动会开幕词"


def read_title(*lines):
    said = (
        "老师们、同学们：",
        "大家好！昨天放学的时候下了一场大雨，我看见高年级的同学把伞借给了一年级的小朋友。",
    )
    found = reading_json(parse_text(SourceText("page", (*lines, *said))))["documents"][0]
    return [lines[n - 1] for n in found["title_lines"]]


def test_a_step_of_the_pages_path_is_a_column_and_no_title():
    path = "当前位置：首页 > 德育 > 国旗下讲话"
    assert read_title("国旗下讲话", path, "雨天的伞") == ["雨天的伞"]
    assert read_title("首页 > 致辞 > 校长致辞", "校长致辞") == ["校长致辞"]


def test_a_line_that_is_neither_does_not_part_title_and_body():
    assert read_title("在雨季安全教育会上的讲话", "分享 本页：") == ["在雨季安全教育会上的讲话"]


def test_a_couplet_outweighs_the_banner_above_it():
    assert read_title("全区校长述职材料", "守正创新 静待花开") == ["守正创新 静待花开"]


def test_a_banner_that_the_title_names_again_is_no_line_of_it():
    title = "在春季运动会开幕式上的讲话"
    assert read_title("2018年春季运动会", title) == [title]


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("纺织厂庆祝三八妇女节大会厂长致辞", "厂长"),
        ("毕业生代表刘畅：愿你归来仍是少年", "刘畅"),
        ("翟敏总裁2023年新春致辞", "翟敏"),
        ("安平县县长新年致辞", "安平县县长"),
    ],
)
def test_speakers_between_the_words_of_a_title(title, speaker):
    assert speaker_in_title(title) == speaker


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("姐妹们：", "姐妹们"),
        ("敬爱的老师，亲爱的同学大家好：", "敬爱的老师，亲爱的同学"),
        ("各班级：", "各班级"),
    ],
)
def test_addresses_of_any_wording(line, said):
    assert salutation_of(line).text == said
