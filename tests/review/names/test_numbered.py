import pytest

from drafter.review.names.numbered import find_counts, find_systems
from drafter.speech import Paragraph, Speech

from ..small import brief_with, found, speech_with


def _named(find, text):
    return [span.text for span in find(text)]


@pytest.mark.parametrize(
    ("find", "text", "names"),
    [
        (find_counts, "第四届扫雪队解散了。", ["第四届"]),
        (find_counts, "组了七支铲雪车队。", ["七支"]),
        (find_counts, "清雪考评位列第五。", ["第五"]),
        (find_counts, "扫雪考评又退了三名。", ["三名"]),
        (find_counts, "十二号泊位还没有清。", ["十二号泊位"]),
        (find_counts, "为了清雪开了七次会。", ["七次"]),
        (find_counts, "还有一半的巷子没有扫。", ["一半"]),
        (find_counts, "清雪率达到百分之百。", ["百分之百"]),
        (find_counts, "扫雪的人十个里有八个是党员。", ["十个里有八个"]),
        (find_systems, "推行一巷一铲。", ["一巷一铲"]),
        (find_systems, "开展三扫三清。", ["三扫三清"]),
        (find_systems, "飞雪一号行动收尾了。", ["飞雪一号"]),
        (find_systems, "推广铲雪轮值制。", ["铲雪轮值制"]),
    ],
)
def test_what_goes_by_a_number_and_systems_are_found(find, text, names):
    assert _named(find, text) == names


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (find_counts, "第一批任务，分三条线，抓两件大事。"),
        (find_systems, "一分一毫也不浪费，一户一户去看，三天三夜没睡。"),
        (find_systems, "健全机制，控制进度，形成制衡，落实制度。"),
        (find_systems, "实行学院负责制。"),
        (find_systems, "著名制茶师傅也来扫雪。"),
        (find_systems, "（一百一十）清扫110号巷。"),
    ],
)
def test_what_everybody_says_is_not(find, text):
    assert _named(find, text) == []


@pytest.mark.parametrize(
    ("sentence", "code", "text"),
    [
        ("第四届扫雪队解散了。", "foreign-number", "第四届"),
        ("组了七支小分队。", "foreign-number", "七支"),
        ("推行一巷一铲。", "foreign-campaign", "一巷一铲"),
        ("百名干部联百巷已经见效。", "foreign-campaign", "百名干部联百巷"),
        ("市四中的孩子也来了。", "foreign-organisation", "市四中"),
        ("漓水两岸都扫净了。", "foreign-place", "漓水"),
        ("建国、志刚两位师傅到得最早。", "foreign-person", "建国"),
        ("电商产业园门口还有雪。", "foreign-organisation", "电商产业园"),
    ],
)
def test_they_are_reported_where_the_brief_does_not_have_them(sentence, code, text):
    first = found(speech_with(sentence), brief_with())[0]
    assert (first.code, first.text) == (code, text)
    assert found(speech_with(sentence), brief_with(成绩=[sentence[:-1]]), code) == []


def test_as_many_as_the_speech_has_points_is_no_foreign_figure():
    speech = speech_with("往下抓，有十二个环节。")
    assert found(speech, brief_with(), "foreign-number")
    points = tuple(Paragraph(f"h{n}", "heading", f"（{n}）", level=2) for n in range(12))
    counted = Speech((*speech.paragraphs, *points))
    assert not found(counted, brief_with(), "foreign-number")


@pytest.mark.parametrize(
    ("told", "figure"),
    [
        ("大约三四十户没有签字。", "三四十"),
        ("这里的六七成都是外来户。", "六七成"),
        ("账上记着陆拾万元。", "陆拾万"),
        ("摸排出廿三个点位。", "廿三"),
        ("这条渠拖了六年，谁也说不清。", "六年"),
        ("要求五天一汇总，谁也不能拖。", "五天一汇"),
        ("材料款打了七折，仍然没有着落。", "七折"),
        ("产量多了一倍半，价钱反而低。", "了一倍"),
        ("一年半过去了，牌子还没有挂。", "一年半"),
        ("管子第四回冻裂了。", "第四回"),
    ],
)
def test_figures_in_other_words_are_told(told, figure):
    assert figure in [f.text for f in found(speech_with(told), brief_with(), "foreign-number")]


def test_words_with_such_characters_are_no_figures():
    for said in ("时间过半，任务也要过半。", "办事不能打折扣。", "心里七上八下，五味杂陈。"):
        assert found(speech_with(said), brief_with(), "foreign-number") == []
