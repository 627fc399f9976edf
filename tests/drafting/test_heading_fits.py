"""A heading tells what stands under it, where the brief leaves it to the draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.bank import Bank, load_pack
from drafter.brief import make_brief
from drafter.drafting import alternatives, draft
from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.wording.heading_fits import told_in
from drafter.errors import PackError
from drafter.review import review
from drafter.text.sentences import clauses


def _brief(*points: dict) -> dict:
    return {
        "文种": "部署讲话",
        "会议": "全县供水保障工作会议",
        "单位": "青溪县人民政府",
        "主题": "供水保障",
        "讲话人": {"姓名": "于海平", "职务": "县长"},
        "要点": [{"内容": list(point.get("内容", ()))} for point in points],
        "时长": "6",
    }


def _task(name: str, *measures: str) -> dict:
    return {"任务": name, "措施": list(measures)}


PIPES = {
    "内容": [
        _task("改造老旧管网", "四月开工", "先主管后支管"),
        _task("更换故障水泵", "备齐配件"),
    ]
}
TRAINING = {"内容": [_task("组织管水员培训", "逐乡开班"), _task("严格上岗考核", "考一次评一次")]}
VOICES = {"内容": [_task("办好供水热线", "来电当天答复"), _task("回访投诉用户", "一户一记")]}


def _headings(brief: dict, bank: Bank, seed: int) -> list[str]:
    speech = draft(make_brief(brief), bank=bank, seed=seed).speech
    return [p.text for p in speech.by_role("heading") if p.level == 1]


@pytest.mark.parametrize("seed", range(6))
def test_a_heading_is_of_its_own_point(seed: int, bank: Bank) -> None:
    first, second, third = _headings(_brief(PIPES, TRAINING, VOICES), bank, seed)
    assert not any(word in first for word in ("培训", "练兵", "诉求", "回音"))
    assert not any(word in second for word in ("施工", "管网", "诉求", "回音"))
    assert not any(word in third for word in ("施工", "管网", "培训", "练兵"))


def test_what_a_point_does_is_told_by_most_of_its_headings(bank: Bank) -> None:
    words = ("训", "练", "技", "本领", "奖", "实绩", "激励", "论功", "评", "考核")
    told = [_headings(_brief(PIPES, TRAINING, VOICES), bank, seed)[1] for seed in range(8)]
    assert sum(any(w in heading for w in words) for heading in told) >= 6


def _single() -> dict:
    points = [
        {"内容": [_task("缩短抢修时间", "片区设抢修点", "接报半小时到场")]},
        {"内容": [_task("提高水质合格率", "每周送检", "结果张榜")]},
        {"内容": [_task("改进收费服务", "上门代缴", "错账当天更正")]},
    ]
    return _brief(*points) | {"主题": "供水服务质量"}


@pytest.mark.parametrize("seed", range(6))
def test_the_only_task_of_a_point_may_be_its_heading(seed: int, bank: Bank) -> None:
    brief = make_brief(_single())
    made = draft(brief, bank=bank, seed=seed)
    assert review(made, brief) == ()
    whole = "".join(p.text for p in made.speech.paragraphs)
    assert all(whole.count(task) == 1 for task in ("缩短抢修时间", "提高水质合格率"))


def test_other_headings_keep_the_task_that_stands_in_one(bank: Bank) -> None:
    brief = make_brief(_single())
    for seed in range(8):
        made = draft(brief, bank=bank, seed=seed)
        headings = [p for p in made.speech.by_role("heading") if "缩短抢修时间" in p.text]
        if headings:
            others = alternatives(brief, made, headings[0].id, bank=bank)
            assert all("缩短抢修时间" in other.text for other in others)
            return
    raise AssertionError("no seed has the task in its heading")


def test_a_name_no_list_has_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(
        "id: own\nname: 自家\nversion: 1.0.0\norigin: authored\nmatters:\n  water: [供水, 水泵]\n",
        encoding="utf-8",
    )
    entry = "- {{move: heading, about: {}, frame: 水到户前}}\n"
    (tmp_path / "headings.yaml").write_text(entry.format("water"), encoding="utf-8")
    assert load_pack(tmp_path).patterns[0].about == ("供水", "水泵")
    (tmp_path / "headings.yaml").write_text(entry.format("watre"), encoding="utf-8")
    with pytest.raises(PackError, match="watre"):
        load_pack(tmp_path)


def test_a_heading_tells_both_tasks_where_they_are_different_things(bank: Bank) -> None:
    both = {
        "内容": [
            _task("粉刷职工宿舍", "逐间粉刷", "冬前完工"),
            _task("开展水厂应急演练", "每季一次", "夜间拉动"),
        ]
    }
    cared, drilled = (
        ("职工", "暖", "以人", "实事", "人员"),
        ("应急", "令", "绸缪", "处置", "练", "急"),
    )
    told = [_headings(_brief(PIPES, both, VOICES), bank, seed)[1] for seed in range(6)]
    whole = [h for h in told if any(w in h for w in cared) and any(w in h for w in drilled)]
    assert len(whole) >= 4


def test_tasks_nobody_has_words_for_have_headings_of_what_is_done(bank: Bank) -> None:
    odd = {"内容": [_task("更正有错的门牌", "逐巷对照"), _task("查清井盖归属", "逐个编号")]}
    words = ("更正", "纠", "校准", "错", "查", "弄清", "底细", "核实")
    told = [_headings(_brief(PIPES, odd, VOICES), bank, seed)[1] for seed in range(6)]
    assert sum(any(w in heading for w in words) for heading in told) >= 5


ODD = {
    "内容": [
        _task("井盖上压的东西要有人搬", "逐巷看一遍"),
        _task("夜里来电的人别让他白等", "两人轮着接"),
    ]
}
ODDER = {
    "内容": [
        _task("把冻裂的水管先裹起来", "草绳两层"),
        _task("谁拧的阀门谁记在牌上", "一阀一牌"),
    ]
}


def test_what_tasks_say_in_their_own_words_may_be_the_heading(bank: Bank) -> None:
    tasks = [i["任务"] for point in (ODD, ODDER) for i in point["内容"]]
    found = 0
    for seed in range(6):
        brief = make_brief(_brief(PIPES, ODD, ODDER))
        made = draft(brief, bank=bank, seed=seed)
        assert not [f for f in review(made, brief) if f.level == "error"]
        headings = [p for p in made.speech.by_role("heading") if p.level == 1]
        lengths = [[len(c) for c in clauses(p.heading.split("、", 1)[1])] for p in headings]
        for column in zip(*lengths, strict=True):
            assert max(column) - min(column) <= 1
        body = "".join(p.text for p in made.speech.paragraphs if p.level != 1)
        assert all(task in body for task in tasks)
        told = [p for p in headings if any(task in p.text for task in tasks)]
        found += bool(told)
        assert all("要点.内容" in p.sentences[0].fields for p in told)
    assert found >= 3


def test_a_task_without_a_name_is_told_by_what_it_means(bank: Bank) -> None:
    told = told_in([PointPlan("任务", 1, items=["谁家的管子谁家护"])], "供水保障")
    assert "〖谁谁〗" in told[0].items[0].called
    about_topic = told_in([PointPlan("任务", 1, items=["办好供水热线"])], "供水保障")
    assert "〖供水〗" not in about_topic[0].items[0].called


def test_what_stands_in_the_way_is_no_land_to_be_paid_for() -> None:
    for task, means in (("清理占用消防通道车辆", False), ("占用的耕地按亩付钱", True)):
        told = told_in([PointPlan("任务", 1, items=[task])], "供水保障")
        assert ("〖补偿〗" in told[0].items[0].called) == means


def test_what_lags_behind_is_no_achievement(bank: Bank) -> None:
    brief = _brief({"内容": ["有两个水厂迟迟没有开工", "还有三个村夏天缺水"]}, PIPES, VOICES)
    for seed in range(4):
        first = _headings(brief | {"文种": "推进会讲话"}, bank, seed)[0]
        assert not any(word in first for word in ("成果", "成绩", "肯定", "收获", "势头"))


def _alone() -> dict:
    points = [
        {"内容": [_task("把水表换准", "逐户换表", "旧表当场销毁")]},
        {"内容": [_task("留住抢修骨干", "夜班补贴加倍", "轮休不打折")]},
        {"内容": [_task("做好冬季防冻保暖", "裸管全部裹上")]},
    ]
    return _brief(*points) | {"主题": "城乡供水服务提升行动"}


@pytest.mark.parametrize("seed", range(4))
def test_where_one_clause_tells_each_point_no_filler_follows(seed: int, bank: Bank) -> None:
    headings = _headings(_alone(), bank, seed)
    parts = [clauses(heading.split("、", 1)[1]) for heading in headings]
    assert all(len(part) == 1 for part in parts)
    lengths = [len(part[0]) for part in parts]
    assert max(lengths) - min(lengths) <= 1
    assert not any("供水服务提升" in heading for heading in headings)


@pytest.mark.parametrize("seed", range(4))
def test_plain_sentences_on_conduct_and_reporting_have_headings_on_just_that(
    seed: int, bank: Bank
) -> None:
    conduct = {"内容": ["收费的同志不收一条烟，不吃一顿饭", "弄虚作假的一律处理"]}
    report = {"内容": ["每晚六点报一次进度", "谁的片区谁负责"]}
    _, second, third = _headings(_brief(PIPES, conduct, report), bank, seed)
    assert any(word in second for word in ("清白", "公", "手", "廉", "沾", "究", "责", "违"))
    assert any(word in third for word in ("报", "数", "进", "责", "快", "谁"))


def test_what_two_tasks_of_a_heading_say_is_in_no_line_below(bank: Bank) -> None:
    for seed in range(6):
        made = draft(make_brief(_brief(PIPES, ODD, ODDER)), bank=bank, seed=seed)
        lines = [p.text for p in made.speech.by_role("heading") if p.level == 2]
        for heading in (p for p in made.speech.by_role("heading") if p.level == 1):
            tasks = [i["任务"] for i in ODD["内容"] if i["任务"] in heading.text]
            if len(tasks) > 1:
                assert not any(task in line for task in tasks for line in lines)
                return
    raise AssertionError("no seed has both tasks in a heading")


def test_a_plain_sentence_on_how_things_stand_is_told_in_its_own_words(bank: Bank) -> None:
    stands = {"着眼": "问题", "内容": ["有的水表箱没人管，一到冬天就冻住"]}
    brief = _brief(PIPES, TRAINING, VOICES) | {"文种": "推进会讲话"}
    brief["要点"].insert(0, stands)
    told = 0
    for seed in range(6):
        made = draft(make_brief(brief), bank=bank, seed=seed)
        assert not [f for f in review(made, make_brief(brief)) if f.level == "error"]
        first = next(p for p in made.speech.by_role("heading") if p.level == 1)
        assert "有的" not in first.text
        if "水表箱没人管" in first.text:
            assert "要点.内容" in first.sentences[0].fields
            told += 1
    assert told >= 3


def test_a_sentence_that_waits_for_the_next_clause_is_no_heading(bank: Bank) -> None:
    waiting = {"着眼": "认识", "内容": ["水管既连着厨房，又连着人心", "不是说得多，而是修得快"]}
    for seed in range(4):
        brief = _brief(PIPES, TRAINING, VOICES)
        brief["要点"].insert(0, waiting)
        first = _headings(brief, bank, seed)[0]
        assert not any(text in first for text in ("水管既连着厨房", "不是说得多"))


def test_a_measure_stands_beside_its_own_task_alone(bank: Bank) -> None:
    measures = {
        "改造老旧管网": ("一段一图", "先主管后支管"),
        "更换故障水泵": ("一泵一卡", "备齐各类配件"),
        "组织管水员培训": ("逐乡开班", "跟班学习一周"),
        "办好供水热线": ("专人接听", "来电当天答复"),
    }
    points = [{"内容": [_task(name, *by)]} for name, by in measures.items()]
    seen = 0
    for seed in range(6):
        for name, heading in zip(measures, _headings(_brief(*points), bank, seed), strict=True):
            others = [m for n, by in measures.items() if n != name for m in by]
            assert not any(other in heading for other in others)
            if any(m in heading for m in measures[name]):
                assert name in heading
                seen += 1
    assert seen


def test_tasks_of_a_heading_are_two_and_in_two_ways(bank: Bank) -> None:
    for seed in range(8):
        for heading in _headings(_brief(PIPES, TRAINING, VOICES), bank, seed):
            parts = clauses(heading.split("、", 1)[1])
            assert len(set(parts)) == len(parts)
            for point in (PIPES, TRAINING, VOICES):
                for item in point["内容"]:
                    assert sum(item["任务"] in part for part in parts) <= 1


def test_a_rule_is_told_by_what_it_demands_not_by_what_it_names() -> None:
    items = ["不准向应征青年收取任何费用", "每天给车间开窗消毒"]
    told = told_in([PointPlan("责任", 1, items=[items[0]])], "征兵工作")
    assert told[0].items[0].called == {"〔要摊派〕", "〔要立规矩〕"}
    told = told_in([PointPlan("责任", 1, items=[items[1]])], "防疫工作")
    assert "消毒" in told[0].items[0].called  # any work is done at its times


def test_what_is_given_to_people_is_no_rule_to_keep() -> None:
    items = ["工人宿舍装空调", "工资每月15日足额到卡"]
    told = told_in([PointPlan("保障", 1, items=items)], "百日攻坚")
    assert not any("〔要立规矩〕" in item.called for item in told[0].items)
