"""Honours, sayings, terms, bodies and places by their shape: what is found and what is left."""

import re

import pytest

from drafter.review import stock
from drafter.review.names import claims, localities, shapes, undertakings
from drafter.review.names.bodies import find_departments, find_general_organs
from drafter.review.names.claims import find_days, find_honours, find_sayings, find_terms
from drafter.review.names.localities import find_localities
from drafter.review.names.shapes import find_shaped_bodies, find_shaped_places
from drafter.review.names.undertakings import (
    find_called,
    find_campaigns,
    find_committees,
    find_meetings,
    find_rules,
)
from drafter.text import bare_people, quantities

from ..small import brief_with, found, speech_with
from .beginnings import beginnings


def _named(find, text):
    return [span.text for span in find(text)]


@pytest.mark.parametrize(
    ("find", "text", "words"),
    [
        (find_honours, "去年荣获全省清雪先进集体称号。", "全省清雪先进集体称号"),
        (find_honours, "捧回了梅花奖。", "梅花奖"),
        (find_sayings, "做到六个坚持，不走样。", "六个坚持"),
        (find_sayings, "不折不扣做到两个维护。", "两个维护"),
        (find_terms, "入冬前备齐机械。", "入冬前"),
        (find_terms, "傍晚五点收工。", "傍晚五点"),
        (find_days, "霜降一过就要上路。", "霜降"),
        (find_days, "护士节那天还在值班。", "护士节"),
        (find_shaped_bodies, "省委第七巡视组来过。", "省委第七巡视组"),
        (find_shaped_bodies, "灌区管理处开了闸。", "灌区管理处"),
        (find_campaigns, "在冬季治安打击整治行动中出了力。", "冬季治安打击整治行动"),
        (find_shaped_bodies, "三工区先完成。", "三工区"),
        (find_shaped_bodies, "中国银联减了费。", "中国银联"),
        (find_shaped_bodies, "前几天市教科院来过。", "市教科院"),
        (find_departments, "后勤保障部借来了铲子。", "后勤保障部"),
        (find_meetings, "上周院长办公会定了的事要抓紧。", "院长办公会"),
        (find_rules, "落实河道清雪实施意见。", "河道清雪实施意见"),
        (find_shaped_places, "许楼、陶营一带雪最大。", "许楼"),
        (find_shaped_bodies, "市消协来过两回。", "市消协"),
        (find_shaped_bodies, "请县住建再核一遍。", "县住建"),
        (find_shaped_bodies, "感谢空军某旅。", "空军某旅"),
        (find_shaped_bodies, "骏辉物流出了车。", "骏辉物流"),
        (find_shaped_bodies, "宏图建设集团来了。", "宏图建设集团"),
        (find_shaped_places, "S207省道结了冰。", "S207省道"),
        (find_shaped_places, "晋陕两地同时封路。", "晋陕"),
        (find_shaped_places, "玫瑰苑的业主来帮忙。", "玫瑰苑"),
        (find_shaped_places, "冯家坳修通了路。", "冯家坳"),
        (find_localities, "枫叶岭深处住着几户人家。", "枫叶岭"),
        (find_localities, "莲台阁修缮完工。", "莲台阁"),
        (find_departments, "设备检测科来过。", "设备检测科"),
        (find_called, "推进暖心惠民工程。", "暖心惠民工程"),
        (find_committees, "河道清淤指挥部设在堤上。", "河道清淤指挥部"),
        (find_rules, "遵守城镇燃气安全条例。", "城镇燃气安全条例"),
        (find_rules, "符合GB/T 9704的要求。", "GB/T 9704"),
        (find_rules, "依照河道清障法办理。", "河道清障法"),
        (find_localities, "加固蟠龙庙段堤防。", "蟠龙庙"),
        (find_localities, "平安大道路面结冰。", "平安大道"),
        (find_sayings, "做到五改两减。", "五改两减"),
        (find_sayings, "产量实现六连增。", "六连增"),
        (find_sayings, "亮出三色预警。", "三色"),
        (find_sayings, "三水共治见了成效。", "三水共治"),
        (find_sayings, "办好八件实事。", "八件实事"),
        (find_shaped_places, "东四环积了水。", "东四环"),
        (find_departments, "污水处理三厂停了机。", "污水处理三厂"),
        (find_departments, "车管所排起了队。", "车管所"),
        (find_days, "老年节要到了。", "老年节"),
        (find_localities, "沁河的堤防要加固。", "沁河"),
        (find_campaigns, "冷链仓储项目已经投产。", "冷链仓储项目"),
        (find_campaigns, "诗歌文化周闭了幕。", "诗歌文化周"),
        (find_departments, "巡警三大队守在桥头。", "巡警三大队"),
        (find_terms, "晚九点清点一遍。", "晚九点"),
        (find_general_organs, "技师学院放了假。", "技师学院"),
        (find_shaped_places, "兰襄高铁绕不开这里。", "兰襄"),
        (find_campaigns, "引淮入泗通了水。", "引淮入泗"),
        (find_campaigns, "南煤北运的旧账要算。", "南煤北运"),
        (find_campaigns, "泵站二期要验收。", "泵站二期"),
        (find_meetings, "八届三次全会开过了。", "八届三次全会"),
        (find_meetings, "全县三干会定了调子。", "全县三干会"),
        (find_departments, "兽医中心打了疫苗。", "兽医中心"),
        (find_days, "元宵之夜加强巡逻。", "元宵"),
    ],
)
def test_what_shows_by_its_shape(find, text, words):
    assert words in _named(find, text)


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (find_honours, "赢得了群众的信任。"),
        (find_honours, "获得了单位的支持。"),
        (find_sayings, "做好三个方面的工作。"),
        (find_terms, "两年前就定下了。"),
        (find_terms, "走在年轻人前面。"),
        (find_days, "节约一滴水。"),
        (find_shaped_bodies, "要加强物流管理。"),
        (find_shaped_bodies, "坚持党的建设。"),
        (find_shaped_places, "老旧小区的居民不少。"),
        (find_localities, "一是村与村不平衡。"),
        (find_localities, "治理小河沿岸。"),
        (find_campaigns, "一项民生工程。"),
        (find_committees, "成立领导小组。"),
        (find_rules, "完善有关管理办法。"),
        (find_rules, "学习先进的工作方法，办实事。"),
    ],
)
def test_words_that_only_look_like_it(find, text):
    assert _named(find, text) == []


@pytest.mark.parametrize(
    ("sentence", "code", "level"),
    [
        ("去年荣获全省清雪先进集体称号。", "foreign-honour", "error"),
        ("入冬前备齐机械。", "foreign-date", "error"),
        ("霜降一过就要上路。", "foreign-date", "warning"),
        ("不折不扣做到两个维护。", "foreign-campaign", "warning"),
        ("省委第七巡视组来过。", "foreign-organisation", "error"),
        ("县图书馆开了门。", "foreign-organisation", "error"),
        ("来信的俞先生住在城外。", "foreign-person", "error"),
        ("S207省道结了冰。", "foreign-place", "error"),
    ],
)
def test_what_the_brief_does_not_claim_is_reported(sentence, code, level):
    (finding,) = found(speech_with(sentence), brief_with())
    assert (finding.code, finding.level) == (code, level)


def test_what_the_brief_claims_is_allowed():
    brief = brief_with(成绩=["荣获全省清雪先进集体称号", "入冬前备齐机械"])
    speech = speech_with("我们荣获全省清雪先进集体称号，入冬前备齐机械。")
    assert found(speech, brief) == []


def test_what_patterns_say_is_told_with_its_neighbours(monkeypatch):
    # What is kept of the shipped patterns says nothing of these.
    monkeypatch.setattr(stock, "_followers", stock._followers.__wrapped__)
    monkeypatch.setattr(stock, "_words", lambda: "璟璠部门拨款\n琪瑄\n由")
    assert stock.is_common_word("璟璠部")
    assert stock.is_said_beside("。", "璟璠部", "门")
    assert not stock.is_said_beside("。", "璟璠部", "下")
    assert stock.is_said_beside("由", "琪瑄", "办")


def test_the_topic_under_a_word_for_campaigns_is_the_briefs():
    brief = brief_with(成绩=["检修机械", "疏通背街雪道"])
    speech = speech_with("检修机械，疏通背街雪道。开展疏通背街雪道行动。")
    assert found(speech, brief, "foreign-campaign") == []
    other = speech_with("检修机械，疏通背街雪道。开展清扫雪道行动。")
    assert [f.text for f in found(other, brief, "foreign-campaign")] == ["清扫雪道行动"]


@pytest.mark.parametrize(
    ("heads", "expression"),
    [
        [pattern.pattern for pattern in claims._rules().terms],
        [pattern.pattern for pattern in claims._rules().days],
        [pattern.pattern for pattern in undertakings._rules().called],
        [pattern.pattern for pattern in localities._rules().villages],
        (localities._ROAD_HEAD.pattern, localities._rules().roads.pattern),
        (bare_people._lists().families.pattern, bare_people._lists().familiar.pattern),
        (bare_people._lists().begins.pattern, bare_people._lists().heads.pattern),
        [pattern.pattern for pattern in shapes._bodies()],
        [pattern.pattern for pattern in shapes._places()],
        (quantities._FEW.pattern, quantities._small().pattern),
    ],
)
def test_an_expression_is_tried_wherever_it_can_begin(heads, expression):
    assert [begin for begin in beginnings(expression) if not re.match(heads, begin)] == []
