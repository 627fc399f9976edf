"""A chair's script: the scene is set first, who spoke is thanked, the last item is taken up."""

from __future__ import annotations

from typing import Any

from drafter.bank import Bank
from drafter.drafting import Draft, draft

from .occasions import brief_of

NIGHT: dict[str, Any] = {
    "文种": "主持词",
    "会议": "石门小学毕业典礼",
    "单位": {"名称": "石门小学", "层级": "学校"},
    "主题": {"名称": "毕业典礼"},
    "议程": [
        {"主体": "校长罗青", "事项": "致辞"},
        {"主体": "五年级的同学", "事项": "合唱《送别》"},
        {"主体": "毕业生代表", "事项": "发言"},
    ],
    "要点": [{"内容": ["校门口的老槐树今年六十岁了", "希望大家常回来看看"]}],
    "篇幅": 600,
}


def _roles(made: Draft, role: str) -> list[str]:
    return [p.text for p in made.speech.paragraphs if p.role == role]


def test_what_is_told_of_the_occasion_comes_before_the_agenda(bank: Bank) -> None:
    made = draft(brief_of(**NIGHT), bank=bank)
    assert any("老槐树今年六十岁了" in text for text in _roles(made, "opening"))
    body = _roles(made, "body")
    called = next(i for i, text in enumerate(body) if "合唱《送别》" in text)
    asked = next(i for i, text in enumerate(body) if "常回来看看" in text)
    assert called < asked


def test_who_spoke_is_thanked_by_name_before_the_next_is_called(bank: Bank) -> None:
    for seed in range(3):
        body = _roles(draft(brief_of(**NIGHT), bank=bank, seed=seed), "body")
        called = next(text for text in body if "合唱《送别》" in text)
        assert "校长罗青" in called
        assert called.index("校长罗青") < called.index("五年级的同学")
        assert not any("同学的" in text for text in body)


def test_the_last_speaker_is_thanked_too(bank: Bank) -> None:
    body = _roles(draft(brief_of(**NIGHT), bank=bank), "body")
    last = next(i for i, text in enumerate(body) if "毕业生代表发言" in text)
    assert body[last + 1] == "（第三项议程结束后）"
    assert "毕业生代表" in body[last + 2]


def test_a_leaders_speech_at_a_meeting_is_taken_up_without_thanks(bank: Bank) -> None:
    agenda = [{"主体": "县林业局", "事项": "通报火情"}, {"主体": "副县长张亮", "事项": "讲话"}]
    meeting = {"会议": "全县森林防火工作会议", "单位": {"名称": "安平县", "层级": "县"}}
    brief = brief_of(文种="主持词", 议程=agenda, **meeting)
    body = _roles(draft(brief, bank=bank), "body")
    assert not any("谢谢副县长" in text or "感谢副县长" in text for text in body)
    called = next(i for i, text in enumerate(body) if "副县长张亮" in text)
    assert "讲话" in body[called + 2]


def test_nothing_is_said_of_youth_in_a_kindergarten(bank: Bank) -> None:
    kindergarten = {"名称": "石门幼儿园", "层级": "幼儿园"}
    for seed in range(4):
        made = draft(brief_of(**NIGHT | {"单位": kindergarten}), bank=bank, seed=seed)
        said = "".join(s.text for _, s in made.speech.sentences() if s.origin != "brief")
        assert not any(word in said for word in ("青春", "课本", "岗位"))


def test_between_the_items_stands_when_the_chair_goes_on(bank: Bank) -> None:
    agenda = [
        {"主体": "纺织新村社区", "事项": "介绍“先发言后表态”的做法"},
        {"主体": "区住房和建设局", "事项": "通报进展情况"},
        {"主体": "区长杜明远同志", "事项": "讲话"},
        {"事项": "休会"},
    ]
    meeting = {"会议": "全区电梯加装现场会", "单位": {"名称": "临湖区", "层级": "区"}}
    brief = brief_of(文种="主持词", 主题={"名称": "电梯加装工作"}, 议程=agenda, **meeting)
    said = [p.text for p in draft(brief, bank=bank).speech.paragraphs]
    notes = [text for text in said if text.startswith("（") and text.endswith("结束后）")]
    assert notes == [f"（第{n}项议程结束后）" for n in "一二三"]
    assert "通报进展情况" in said[said.index("（第二项议程结束后）") - 1]
