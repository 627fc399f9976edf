"""Speeches on an ill: a case of bribery is warned of, it is no work and no task mends it."""

from __future__ import annotations

import pytest

from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.topics import as_work

WARNING = {
    "文种": "警示教育讲话",
    "会议": "全局警示教育大会",
    "单位": {"名称": "平川市水利局", "层级": "局"},
    "主题": "水利工程腐败案件",
    "问题": ["原站长借验收收受好处费17万元", "有的科室台账记得不全"],
    "要点": [
        {"内容": ["他的下属知情不报，也受到处分"]},
        {"内容": [{"任务": "验收实行双人双签", "责任": "质监站"}, {"任务": "补齐台账"}]},
    ],
    "篇幅": 1200,
}


@pytest.mark.parametrize(
    ("topic", "work"),
    [
        ("水利工程腐败案件", "水利工程腐败案件警示教育"),
        ("违规吃喝问题", "违规吃喝问题整治"),
        ("基层医疗乱象", "基层医疗乱象整治"),
        ("整治违规吃喝问题", "整治违规吃喝问题"),
        ("滥伐林木案件警示教育", "滥伐林木案件警示教育"),
        ("历史遗留问题", "历史遗留问题"),
        ("信访案件", "信访案件"),
        ("项目建设", "项目建设"),
    ],
)
def test_what_is_an_ill_by_itself_is_worked_on_as_what_is_done_about_it(topic: str, work: str):
    assert as_work(topic) == work


def test_a_case_is_named_and_nobody_moves_it_ahead():
    for seed in range(5):
        text = "".join(p.text for p in draft(make_brief(WARNING), seed=seed).speech.paragraphs)
        assert "水利工程腐败案件" in text
        for behind in text.split("水利工程腐败案件")[1:]:
            assert not behind.startswith(("走深", "落到实处", "工作", "的推进", "的目标", "建设"))


def test_no_task_answers_what_somebody_was_guilty_of():
    for seed in range(5):
        text = "".join(p.text for p in draft(make_brief(WARNING), seed=seed).speech.paragraphs)
        assert text.count("好处费17万元") == 1
