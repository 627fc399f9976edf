"""Echoes: a sentence comes back to a task, a result or a problem by a few words of its own."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import Draft, draft, other_sentences
from drafter.drafting.setting.echoes import echoes_in, echoes_of_task
from drafter.review import review
from drafter.speech import Sentence

FROST: dict[str, Any] = {
    "文种": "部署讲话",
    "会议": "全县供暖管网检修部署会",
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "供暖管网检修工作"},
    "成绩": ["今年更换阀门860个", "热线接通率由81%提高到97%", "办结群众诉求412件"],
    "问题": ["去年冬天抢修不及时引发投诉39件"],
    "要点": [
        {"着眼": "形势"},
        {
            "着眼": "任务",
            "内容": [
                {"任务": "排查管网隐患", "措施": ["逐栋检查阀门井和地沟"], "时限": "9月底前"},
                {"任务": "更换老旧管道", "措施": ["分段施工"], "目标": "漏损率降到6%以下"},
                {
                    "任务": "备足抢修力量",
                    "措施": ["组建5支抢修队", "储备阀门300个", "在两个片区设置物资点"],
                    "责任": "县供热公司",
                    "时限": "10月底前",
                    "目标": "一般故障3小时内修复",
                },
                {"任务": "培训锅炉工", "措施": ["请老师傅现场教"]},
            ],
        },
        {"着眼": "责任"},
    ],
    "篇幅": 1600,
}


def _told(echoes: Any) -> dict[str, str]:
    return {name: fact.exact[0] for name, fact in echoes.items()}


def test_what_is_laid_in_comes_in_one_breath_with_what_is_set_up_for_it() -> None:
    measures = ["组建6支抢修队", "储备水表1200块", "在3个片区设置应急物资点"]
    told = _told(echoes_of_task("备足抢修力量", measures, "一般故障4小时内修复", "", "11月底前"))
    assert told == {"readied": "抢修队、水表、应急物资点", "span": "4小时", "due": "11月底"}


@pytest.mark.parametrize(
    ("task", "kind", "thing"),
    [
        ("全面排查易冻部位", "checked", "易冻部位"),
        ("更换铸铁管38公里", "mended", "铸铁管"),
        ("新建充电棚40处", "built", "充电棚"),
        ("关爱留守老人", "cared", "留守老人"),
        ("整治违规电器", "curbed", "违规电器"),
        ("健全采购验收制度", "drawn", "采购验收制度"),
    ],
)
def test_a_task_is_told_by_what_is_done_to_what(task: str, kind: str, thing: str) -> None:
    assert _told(echoes_of_task(task)) == {kind: thing}


@pytest.mark.parametrize("task", ["查看", "排查化解矛盾纠纷", "检查当天出报告", "一村一广播"])
def test_what_is_in_doubt_has_no_echo(task: str) -> None:
    assert _told(echoes_of_task(task)) == {}


def test_none_is_left_out_only_where_the_goal_says_so() -> None:
    whole = echoes_of_task("改造供水站", goal="北部山区5处供水站全部改造到位")["wholly"]
    assert (whole.values["wholly"], whole.values["each"]) == ("5处供水站", "一处")
    assert "wholly" not in echoes_of_task("改造供水站", goal="今年改造5处供水站")


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("去年抢修不及时引发投诉27件", "complaints", "27件投诉"),
        ("全年征集建议1326条，采纳748条", "proposals", "1326条建议"),
        ("聘用保洁员86名", "", ""),
        ("员工参与率由31%提高到74%", "joined", "从31%到74%"),
        ("平均候诊时间由52分钟减少到31分钟", "sooner", "从52分钟到31分钟"),
        ("职能部门的建议只占4%", "share", "4%"),
        ("准确率只有61%，最低的区不到45%", "", ""),
    ],
)
def test_a_result_is_told_by_what_it_counts(text: str, kind: str, told: str) -> None:
    assert _told(echoes_in(text, "成绩")) == ({kind: told} if kind else {})


def test_who_was_punished_or_hurt_is_not_come_back_to() -> None:
    assert _told(echoes_in("去年处分党员干部36名", "成绩")) == {}


def _echoes(made: Draft) -> list[Sentence]:
    return [s for p in made.speech.paragraphs for s in p.sentences if s.move == "echo"]


def test_a_draft_comes_back_to_its_own_things_and_stays_clean(bank: Bank) -> None:
    brief = make_brief(FROST)
    found = []
    for seed in range(4):
        made = draft(brief, bank=bank, seed=seed)
        assert not review(made, brief)
        found.append([s.text for s in _echoes(made)])
        assert all(s.fields and s.pattern for s in _echoes(made))
    assert all(found)
    assert len({tuple(texts) for texts in found}) > 1
    assert found[0] == [s.text for s in _echoes(draft(brief, bank=bank, seed=0))]


def test_an_echo_has_others_in_its_place(bank: Bank) -> None:
    brief = make_brief(FROST)
    made = draft(brief, bank=bank, seed=0)
    paragraph, said = next(
        (p.id, s) for p in made.speech.paragraphs for s in p.sentences if s.move == "echo"
    )
    others = other_sentences(brief, made, paragraph, said, bank=bank, count=2)
    assert others
    assert all(o.move == "echo" and o.text != said.text for o in others)
