"""Who speaks to what of the agenda, where the names of two items changed places."""

from .small import brief_with, found, speech_with

AGENDA = [
    {"主体": "县气象台", "事项": "通报了降雪趋势"},
    {"主体": "县公路服务站", "事项": "汇报了机械检修情况"},
]
ONE = "刚才，{}通报了降雪趋势，{}汇报了机械检修情况，大家都听明白了。"


def _swapped(text, agenda=AGENDA):
    return [f.text for f in found(speech_with(text), brief_with(议程=agenda), "fact-swapped")]


def test_each_beside_what_it_said_is_right():
    assert _swapped(ONE.format("县气象台", "县公路服务站")) == []


def test_two_who_changed_places_in_one_sentence_are_both_told():
    assert _swapped(ONE.format("县公路服务站", "县气象台")) == ["县公路服务站", "县气象台"]


def test_what_is_to_be_said_is_told_as_well_as_what_was():
    asked = "下面，请县公路服务站通报降雪趋势。接着，请县气象台汇报机械检修情况。"
    assert _swapped(asked) == ["县公路服务站", "县气象台"]


def test_two_that_do_the_same_may_be_said_in_any_order():
    same = [{"主体": who, "事项": "作了表态发言"} for who in ("北山乡", "南河乡")]
    assert _swapped("刚才，南河乡、北山乡作了表态发言。", same) == []


def test_a_name_behind_what_is_told_says_nothing_of_it():
    behind = "刚才，县气象台通报了降雪趋势，请县公路服务站早作准备。"
    behind += "县公路服务站汇报了机械检修情况。"
    assert _swapped(behind) == []
