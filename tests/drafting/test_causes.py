"""Which problem a task answers."""

from __future__ import annotations

import re
from typing import Any

import pytest

from drafter.brief import make_brief
from drafter.brief.model import Task
from drafter.drafting import draft
from drafter.drafting.planning.causes import causes_of, is_short_cause, shared_word
from drafter.resources import read_data


def tied(tasks: list[Task], problems: list[str], topic: str = "清渠行动") -> dict[str, str]:
    return {tasks[i].task: problem for i, problem in causes_of(tasks, problems, topic).items()}


def test_the_problem_that_shares_most_comes_first():
    tasks = [
        Task(task="打通信息孤岛", measures=["升级挂号系统"]),
        Task(task="配齐导诊力量"),
    ]
    problems = ["夜间挂号排队较长", "挂号与化验系统没有打通", "停车位偏少"]
    assert tied(tasks, problems) == {"打通信息孤岛": "挂号与化验系统没有打通"}


def test_whom_all_the_work_is_for_ties_nothing():
    tasks = [Task(task="打通信息孤岛", measures=["统一患者编号"])]
    assert tied(tasks, ["老年患者不会用自助机", "停车位偏少"]) == {}


@pytest.mark.parametrize(
    ("problem", "task"),
    [
        ("个别厂房开工以后水电接续不上", "推动新建厂房集中开工"),
        ("社区抢修队人员流动频繁", "组织社区居民避险演练"),
    ],
)
def test_when_it_goes_wrong_and_where_ties_nothing(problem: str, task: str) -> None:
    others = [Task(task="清理沉沙池"), Task(task=task)]
    assert task not in tied(others, [problem, "停车位偏少"], topic="厂房")


def test_sums_of_money_have_nothing_to_do_with_each_other():
    tasks = [Task(task="畅通举报渠道", measures=["查实奖励1万元起"])]
    assert tied(tasks, ["维修费超支48.2万元", "停车位偏少"]) == {}


def test_the_topic_is_in_every_task():
    tasks = [Task(task="抓好清渠行动收尾")]
    assert tied(tasks, ["清渠行动进度偏慢", "停车位偏少"]) == {}


def test_what_somebody_was_guilty_of_is_no_problem_of_the_work():
    tasks = [Task(task="轮换敏感岗位", measures=["采购岗满两年轮岗"])]
    assert tied(tasks, ["一名采购员收受购物卡", "停车位偏少"]) == {}


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("带班任务重，常常熬到半夜", "取消重复填表"),
        ("窗口人手不足", "招聘两名导诊员"),
        ("村民对新规不了解", "入户讲解新规"),
        ("几个科室互相推诿", "一件事一个牵头人"),
        ("香菇卖不上价", "对接三家商超"),
        ("两名工程师被同行挖走", "核心岗位持股"),
    ],
)
def test_what_sets_right_such_things_answers_without_a_word_in_common(problem, answer):
    tasks = [Task(task="加固堤坝"), Task(task="抓好落实", measures=[answer])]
    assert tied(tasks, [problem, "停车位偏少"]) == {"抓好落实": problem}


def test_of_two_tasks_that_could_mend_it_nobody_knows_which_is_meant():
    tasks = [Task(task="招聘导诊员"), Task(task="引进麻醉医师")]
    assert tied(tasks, ["人手不足", "停车位偏少"]) == {}


def test_each_task_answers_one_problem():
    tasks = [Task(task="疏浚支渠淤泥"), Task(task="修补水闸裂缝"), Task(task="更换水泵电机")]
    problems = ["支渠淤泥过厚", "水闸裂缝渗水", "水泵电机老化", "支渠淤泥外运不及时"]
    answers = tied(tasks, problems)
    assert len(answers) == 3
    assert answers["疏浚支渠淤泥"] == "支渠淤泥过厚"


def test_a_problem_of_several_clauses_can_be_tied_too():
    tasks = [Task(task="降低贷款门槛"), Task(task="修补水闸裂缝")]
    problems = ["贷款门槛高，手续多，等得久", "停车位偏少"]
    assert tied(tasks, problems) == {"降低贷款门槛": "贷款门槛高，手续多，等得久"}


HEARD = {
    "文种": "座谈会讲话",
    "会议": "全县个体工商户座谈会",
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "个体工商户发展"},
    "问题": ["门店租金涨得快，有的一年涨了两成", "贷款门槛高，手续多", "检查多头重复"],
    "要点": [
        {"着眼": "认识", "内容": ["一家小店养活一家人"]},
        {
            "着眼": "任务",
            "内容": [
                {"任务": "稳住门店租金", "措施": ["国有房屋租金三年不涨"]},
                {"任务": "降低贷款门槛", "措施": ["推出信用小额贷"]},
                {"任务": "规范涉企检查", "措施": ["进一次门、查多项事"]},
            ],
        },
        {"着眼": "希望", "内容": ["希望大家遇到难处说出来"]},
    ],
    "篇幅": 1500,
}


def test_in_a_talk_each_problem_that_was_heard_stands_with_its_answer():
    for seed in range(3):
        speech = draft(make_brief(HEARD), seed=seed).speech
        said = [p.text for p in speech.paragraphs]
        for problem, answer in (
            ("有的一年涨了两成", "租金三年不涨"),
            ("贷款门槛高，手续多", "推出信用小额贷"),
            ("检查多头重复", "查多项事"),
        ):
            told = next(t for t in said if problem in t)
            assert told.index(problem) < told.index(answer)
        assert "针对" not in "".join(said)


def test_who_requires_ties_half_of_the_problems_and_says_a_long_one_before():
    brief = {**HEARD, "文种": "部署讲话", "会议": "全县个体工商户工作会议"}
    speech = draft(make_brief(brief), seed=0).speech
    whole = "".join(p.text for p in speech.paragraphs)
    assert "针对门店租金涨得快，有的" not in whole
    assert whole.count("贷款门槛高，手续多") == 1


def test_the_goal_tells_what_a_task_answers() -> None:
    tasks = [
        Task(task="引导入市", measures=["建两个棚区"], goal="占道摊点全部入市"),
        Task(task="组建巡查队", measures=["赶街天驻场"]),
    ]
    problems = ["路边摊点占道，赶街天堵车", "厕所偏少"]
    assert tied(tasks, problems) == {"引导入市": "路边摊点占道，赶街天堵车"}


def test_what_a_task_is_called_by_counts_before_its_measures() -> None:
    tasks = [
        Task(task="小块田改大", measures=["农户自愿互换"]),
        Task(task="打消农户顾虑", measures=["办对比田"]),
    ]
    problems = ["一些农户嫌产量低", "厕所偏少"]
    assert tied(tasks, problems) == {"打消农户顾虑": "一些农户嫌产量低"}


def test_what_counts_things_ties_nothing():
    tasks = [Task(task="组建抢修队伍", measures=["每个乡镇配两台车"]), Task(task="疏通水渠")]
    assert tied(tasks, ["北山等3个乡镇进度偏慢", "水渠堵塞"]) == {"疏通水渠": "水渠堵塞"}


def test_a_problem_is_called_by_a_word_it_shares_with_the_task():
    task = Task(task="管好自助终端", measures=["耗材按月配送"])
    assert shared_word("两个网点的自助终端经常缺耗材", task, "政务服务") == "自助终端"
    assert shared_word("个别人员责任心不强", task, "政务服务") == ""
    mill = Task(task="管好设备", measures=["球磨机一天三检"])
    assert shared_word("选矿球磨机停机多", mill, "增产") == "球磨机"
    air = Task(task="治理异味", measures=["公厕加装换气装置"])
    assert shared_word("市场公厕异味重", air, "环卫", ["公厕间距大"]) == "异味"
    field = Task(task="复耕零碎地", measures=["坡地种茶"])
    assert shared_word("坡上的零碎地没人愿种", field, "复耕") == "零碎地"
    desk = Task(task="整治作风", measures=["服务窗口天天巡"])
    assert shared_word("服务窗口投诉多", desk, "效能") == "窗口"
    ponds = Task(task="整治103处坑塘")
    assert shared_word("整治101件实事拖延", ponds, "治水") == "整治"
    assert shared_word("政务服务评价偏低", Task(task="改进政务服务"), "政务服务") == ""


FERRY: dict[str, Any] = {
    "文种": "推进会讲话",
    "会议": "全县渡口改造推进会",
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "渡口改造"},
    "成绩": ["已有六处渡口开工"],
    "问题": ["夜间灯光昏暗，船工看不清航标", "候船棚漏雨，老人孩子没处躲", "浮桥踏板松动"],
    "要点": [
        {"着眼": "成绩"},
        {"着眼": "问题"},
        {
            "着眼": "任务",
            "内容": [
                {"任务": "补齐航标", "措施": ["更换反光浮筒"], "责任": "县交通运输局"},
                {"任务": "翻修候船棚", "措施": ["统一加盖彩钢瓦"], "责任": "各乡镇"},
                {"任务": "加固浮桥", "措施": ["踏板逐块检修"], "时限": "9月底前"},
            ],
        },
    ],
    "篇幅": 1600,
}


def test_a_task_comes_back_to_the_problem_told_before_it():
    ways = [way.split("{}") for way in read_data("wording.yaml")["cause"]["again"]]
    for seed in range(3):
        said = [p.text for p in draft(make_brief(FERRY), seed=seed).speech.paragraphs]
        whole = "".join(said)
        back = [t for t in said if any(all(piece in t for piece in way) for way in ways)]
        assert back
        # Told once where the brief has a point on problems; a short one is called by its name.
        point = whole.index("二、"), whole.index("三、")
        assert all(problem in whole[slice(*point)] for problem in FERRY["问题"])
        assert all(whole.count(problem) == 1 for problem in FERRY["问题"] if len(problem) > 11)
        assert all(re.search("航标|候船棚|浮桥|踏板", t) for t in back)


def test_the_brief_s_own_point_on_problems_tells_them_behind_what_went_well():
    """A regular meeting has no such point of its own: what it has for both is on results alone."""
    brief = {k: v for k, v in FERRY.items() if k != "要点"} | {
        "文种": "例会讲话",
        "要点": [{"着眼": "问题"}, FERRY["要点"][2]],
    }
    for seed in range(3):
        whole = "".join(p.text for p in draft(make_brief(brief), seed=seed).speech.paragraphs)
        good, bad, tasks = map(whole.index, ("已有六处渡口开工", "候船棚漏雨，老人", "（一）"))
        assert good < bad < tasks
        assert whole.index("浮桥踏板松动") < tasks


def test_a_problem_told_only_later_is_not_brought_back():
    late = FERRY | {"要点": [FERRY["要点"][2], FERRY["要点"][0], FERRY["要点"][1]]}
    whole = "".join(p.text for p in draft(make_brief(late), seed=0).speech.paragraphs)
    assert not re.search("前面(讲到|说到了|点到了)", whole)


def test_what_goes_on_from_something_is_a_sentence_of_its_own():
    assert is_short_cause("3个工地没有按月发工资")
    assert not is_short_cause("还有3个工地没有按月发工资")
    assert not is_short_cause("有的工地不按月发工资")


def test_what_is_counted_alike_is_the_same():
    tasks = [Task(task="录下老艺人的手艺", measures=("给37个项目录像",)), Task(task="办好展览")]
    assert (
        tied(tasks, ["后继乏人的有37个项目", "展柜不够"])[tasks[0].task] == "后继乏人的有37个项目"
    )


def test_a_problem_that_calls_itself_one_is_a_sentence_of_its_own():
    assert not is_short_cause("低层住户不同意仍然是最大的难题")
    assert is_short_cause("低层住户不同意")
