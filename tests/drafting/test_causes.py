"""Which problem a task answers."""

from __future__ import annotations

from drafter.brief.model import Task
from drafter.drafting.planning.causes import causes_of


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


def test_sums_of_money_have_nothing_to_do_with_each_other():
    tasks = [Task(task="畅通举报渠道", measures=["查实奖励1万元起"])]
    assert tied(tasks, ["维修费超支48.2万元", "停车位偏少"]) == {}


def test_the_topic_is_in_every_task():
    tasks = [Task(task="抓好清渠行动收尾")]
    assert tied(tasks, ["清渠行动进度偏慢", "停车位偏少"]) == {}


def test_what_somebody_was_guilty_of_is_no_problem_of_the_work():
    tasks = [Task(task="轮换敏感岗位", measures=["采购岗满两年轮岗"])]
    assert tied(tasks, ["一名采购员收受购物卡", "停车位偏少"]) == {}


def test_half_of_the_problems_at_most_one_with_each():
    tasks = [Task(task="疏浚支渠淤泥"), Task(task="修补水闸裂缝"), Task(task="更换水泵电机")]
    problems = ["支渠淤泥过厚", "水闸裂缝渗水", "水泵电机老化", "支渠淤泥外运不及时"]
    answers = tied(tasks, problems)
    assert len(answers) == 2
    assert answers["疏浚支渠淤泥"] == "支渠淤泥过厚"
