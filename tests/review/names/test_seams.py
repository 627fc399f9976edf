"""Where the brief's words meet a pattern's, no name is cut out of the two."""

import pytest

from ..small import brief_with, found, speech_with

TOPICS = {
    "家庭医生": {"主题": {"名称": "家庭医生签约服务"}},
    "文明城市": {"主题": {"名称": "文明城市创建"}},
    "社区食堂": {"主题": {"名称": "社区食堂建设"}},
    "食品产业": {"主题": {"名称": "食品产业发展"}},
    "食品安全": {"主题": {"名称": "食品安全"}},
    "代表": {"议程": [{"主体": "志愿者代表周涛", "事项": "作了发言"}]},
    "校长": {"议程": [{"主体": "校长宗政", "事项": "学校工作报告"}]},
    "活动": {"要点": [{"内容": ["活动参与率达到75%"]}]},
    "网站": {"要点": [{"内容": ["确保今年Q2日活超过20万"]}]},
    "协会": {"单位": {"名称": "安平县果业协会", "层级": "协会"}},
    "开发区": {"单位": {"名称": "安平经济开发区", "层级": "开发区"}},
    "集团": {"单位": {"名称": "安平矿业集团", "层级": "集团"}},
}


@pytest.mark.parametrize(
    ("brief", "sentence"),
    [
        ("家庭医生", "要聚焦家庭医生签约服务的关键环节。"),
        ("家庭医生", "要坚持把责任贯穿于家庭医生签约服务全过程。"),
        ("文明城市", "要深刻认识文明城市创建的重要意义。"),
        ("社区食堂", "今天来看一看社区食堂建设得怎么样。"),
        ("食品产业", "今天和大家谈一谈食品产业发展。"),
        ("代表", "志愿者代表周涛作了发言。"),
        ("校长", "首先，我们有请校长宗政作学校工作报告。"),
        ("活动", "盯住活动参与率达到75%这个目标，一步一步往前赶。"),
        ("网站", "确保今年Q2日活超过20万。"),
        ("协会", "下面，我代表协会理事会讲两点意见。"),
        ("开发区", "我代表区党工委、管委会，向各位致以问候。"),
        ("集团", "最后，祝集团的明天更加美好！"),
        ("集团", "要营造亲商安商的环境。"),
        ("集团", "在保障上，要做到两个到位。"),
    ],
)
def test_what_lies_over_a_seam_is_no_name(brief, sentence):
    findings = found(speech_with(sentence), brief_with(**TOPICS[brief]))
    assert [f.text for f in findings if f.code.startswith("foreign")] == []


@pytest.mark.parametrize(
    ("brief", "sentence", "name"),
    [
        # The brief's words stand here, too, but after a name that no pattern says before them.
        ("社区食堂", "明德社区食堂建设得最好。", "明德社区"),
        ("文明城市", "云州文明城市创建走在前面。", "云州"),
        ("集团", "感谢宏昌集团的支持。", "宏昌集团"),
        ("代表", "志愿者代表周涛、周海洋作了发言。", "周海洋"),
        ("家庭医生", "昆山家庭医生签约服务走在前面。", "昆山"),
        ("食品安全", "按照食品安全法规定严肃查处。", "食品安全法"),
        # Another unit's own words are not this unit's.
        ("集团", "下面，我代表协会理事会讲两点意见。", "理事会"),
        ("集团", "要做到三个确保。", "三个确保"),
    ],
)
def test_a_name_beside_the_briefs_words_is_still_found(brief, sentence, name):
    findings = found(speech_with(sentence), brief_with(**TOPICS[brief]))
    told = [f.text for f in findings if f.code.startswith("foreign")]
    assert any(name in text or text in name for text in told)
