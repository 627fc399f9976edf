"""What the brief has allows: superiors, jurisdiction, short names, and no other office."""

from ..small import brief_with, found, speech_with


def test_superiors_and_jurisdiction_of_the_brief_are_allowed():
    sentence = "青川市要求高，清河镇、石桥镇要先行。"
    assert found(speech_with(sentence), brief_with(), "foreign-place") != []
    allowed = brief_with(上级=["青川市"], 下辖=["清河镇", "石桥镇"])
    assert found(speech_with(sentence), allowed) == []


def test_a_name_is_allowed_as_the_brief_has_it_and_for_short():
    brief = brief_with(议程=[{"主体": "安平县应急管理局", "事项": "通报了雪情"}])
    said = "刚才，安平县应急管理局通报了雪情，县应急管理局的建议很好。"
    assert found(speech_with(said), brief) == []


def test_the_same_office_of_another_level_is_foreign():
    brief = brief_with(议程=[{"主体": "县应急管理局", "事项": "通报了雪情"}])
    said = "刚才，县应急管理局通报了雪情，市应急管理局提出要求。"
    assert [f.text for f in found(speech_with(said), brief)] == ["市应急管理局"]


def test_the_same_office_of_another_city_is_foreign():
    brief = brief_with(议程=[{"主体": "市公安局", "事项": "通报了雪情"}])
    said = "刚才，市公安局通报了雪情，江城市公安局来了人。"
    assert [f.text for f in found(speech_with(said), brief)] == ["江城市"]


def test_a_meeting_of_those_above_is_not_the_units_own():
    brief = brief_with(依据=["贯彻县委经济工作会议精神"])
    said = "要贯彻县委经济工作会议精神，{}。"
    assert found(speech_with(said.format("一件一件落实")), brief) == []
    (finding,) = found(speech_with(said.format("这也是中央经济工作会议的要求")), brief)
    assert (finding.code, finding.text) == ("foreign-document", "中央经济工作会议")


def test_an_office_of_the_province_is_not_the_firms_own():
    brief = brief_with(
        单位={"名称": "安平建设集团", "层级": "集团"},
        议程=[{"主体": "集团纪委", "事项": "通报了案件"}],
    )
    said = "刚才，集团纪委通报了案件，{}。"
    assert found(speech_with(said.format("大家要记住")), brief, "foreign-organisation") == []
    (finding,) = found(speech_with(said.format("省纪委点了名")), brief, "foreign-organisation")
    assert finding.text == "省纪委"


def test_a_village_of_the_brief_is_known_after_a_preposition():
    brief = brief_with(单位={"名称": "柳河村", "层级": "村"}, 会议="柳河村重阳敬老活动")
    speech = speech_with("在柳河村住了一辈子的老人都来了。", title="在柳河村重阳敬老活动上的讲话")
    assert found(speech, brief, "foreign-place") == []
    assert found(speech_with("今天，我们召开柳河村重阳会。"), brief, "foreign-place") == []
    assert found(speech_with("在石桥村住了一辈子。"), brief, "foreign-place") != []
