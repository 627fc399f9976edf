"""Names by what they end with, and by being made of no words: what is told and what is not."""

import pytest

from drafter.review.names.headed import find_headed
from drafter.review.names.strange import find_strange
from drafter.text.introduced_people import find_introduced_people

from ..small import brief_with, found, speech_with


@pytest.mark.parametrize(
    ("sentence", "kind", "sure", "name"),
    [
        ("玺悦建筑的欠账要讨回来。", "organisation", True, "玺悦建筑"),
        ("请看喜鹊花园的变化。", "place", True, "喜鹊花园"),
        ("鹤鸣湖的水清了。", "place", True, "鹤鸣湖"),
        ("鹤鸣桥头的雪扫了。", "place", True, "鹤鸣桥头"),
        ("我们喝上了雾岭茶。", "name", True, "雾岭茶"),
        ("狮子沟社区来信致谢。", "place", True, "狮子沟社区"),
        ("城西老旧变电站要改造。", "place", True, "城西老旧变电站"),
        ("车站广场的秩序要管好。", "place", False, "车站广场"),
        ("昌宏电缆交了货。", "organisation", True, "昌宏电缆"),
        ("光明苑小区换了门。", "place", True, "光明苑小区"),
        ("百姓福超市关了门。", "organisation", True, "百姓福超市"),
        ("后垅组的路断了。", "place", True, "后垅组"),
        ("海鲜交易中心断了电。", "organisation", True, "海鲜交易中心"),
        ("骏泰棋牌室关了门。", "organisation", True, "骏泰棋牌室"),
        ("澜翠涂料断了货。", "organisation", True, "澜翠涂料"),
        ("菊花节办到了第三天。", "campaign", False, "菊花节"),
        ("沿河先导区先行一步。", "place", False, "沿河先导区"),
    ],
)
def test_what_stands_before_a_word_that_ends_names_is_told(sentence, kind, sure, name):
    assert (kind, sure, name) in [(k, s, span.text) for k, s, span in find_headed(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "各村、行政村和农民合作社都要动起来。",
        "抓好食品和药品的监管，建好用好小区的车棚。",
        "全长的公路、宽敞的道路通到村口。",
        "河长制要落到人头，奖补资金要及时。",
        "文化广场、职业学校、国家公园都要有人管。",
        "提振市场信心，打造一流大学。",
        "今天全集团开会，化粪池要清，机耕路要修。",
    ],
)
def test_sorts_and_words_of_grammar_before_it_are_no_names(sentence):
    assert [span.text for _, _, span in find_headed(sentence)] == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("换成TCX的机械。", "TCX"),
        ("德馨的产品卖得好。", "德馨"),
        ("孔雀车行占道。", "孔雀车行"),
        ("向琬瑜看齐。", "琬瑜"),
    ],
)
def test_characters_of_names_that_make_no_word_are_told(sentence, name):
    assert name in [span.text for span in find_strange(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "明月当空，喝一碗姜汤。",
        "江河安澜，百姓安康，百花齐放春满园。",
        "新农村要有新风貌，国兴家旺。",
    ],
)
def test_characters_that_make_words_are_left(sentence):
    assert [span.text for span in find_strange(sentence)] == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("大学生村官方茜回到家乡。", "方茜"),
        ("先进个人邓晓海就坐在这里。", "邓晓海"),
        ("这件事由范志刚具体负责。", "范志刚"),
        ("邵建明、万里红三位同志光荣退休。", "万里红"),
    ],
)
def test_people_are_told_by_the_word_before_them(sentence, name):
    assert name in [sentence[start:end] for start, end in find_introduced_people(sentence)]


@pytest.mark.parametrize(
    "sentence",
    ["工人和农民、党员与群众一起干。", "代表高度评价，队员方能放心。", "由班子牵头，由专人负责。"],
)
def test_what_people_do_is_nobodys_name(sentence):
    assert list(find_introduced_people(sentence)) == []


def test_a_name_the_brief_has_is_allowed():
    brief = brief_with(成绩=["鹤鸣湖水质达标"])
    sentence = "鹤鸣湖水质达标，碧螺湖的水也清了。"
    (finding,) = found(speech_with(sentence), brief, "foreign-place")
    assert finding.text == "碧螺湖"


@pytest.mark.parametrize(
    ("sentence", "code", "level"),
    [
        ("玺悦建筑的欠账要讨回来。", "foreign-organisation", "error"),
        ("车站广场的秩序要管好。", "foreign-place", "warning"),
        ("我们喝上了雾岭茶。", "foreign-name", "warning"),
        ("省级文明村镇的牌子不能丢。", "foreign-honour", "error"),
        ("我们追上了寿昌、凤坪两县。", "foreign-place", "error"),
    ],
)
def test_how_grave_it_is(sentence, code, level):
    findings = found(speech_with(sentence), brief_with(), code)
    assert level in [finding.level for finding in findings]
