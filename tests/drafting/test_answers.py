"""What a problem is called when a task comes back to it."""

from __future__ import annotations

import pytest

from drafter.brief import make_brief
from drafter.drafting.planning.answers import link_answers
from drafter.drafting.planning.planning import plan_points
from drafter.drafting.setting.genres import genre_for


def answers_to(problem: str, task: str) -> list[str]:
    """What a task of a second point comes back to, of a problem told in the opening."""
    brief = make_brief(
        {
            "文种": "部署讲话",
            "会议": "全区工作会议",
            "单位": {"名称": "安平区", "层级": "区"},
            "主题": {"名称": "窗口服务"},
            "问题": [problem, "个别同志作风不实", "有的单位进度偏慢"],
            "要点": [{"着眼": "认识", "内容": ["服务无小事"]}, {"内容": [{"任务": task}]}],
        }
    )
    points = plan_points(brief, genre_for(brief))
    link_answers(brief, points)
    return [called for point in points for called in point.answers.values()]


@pytest.mark.parametrize(
    ("problem", "task", "called"),
    [
        ("叫号系统经常死机，群众意见不少", "更换叫号系统", ["叫号系统经常死机"]),
        # Half of what is wrong is no fault.
        ("叫号系统已经换新，现场还是排长队", "用好叫号系统", []),
        ("主要卡在叫号系统没有换", "更换叫号系统", []),
    ],
)
def test_a_problem_is_named_again_by_a_clause_that_tells_it(
    problem: str, task: str, called: list[str]
) -> None:
    assert answers_to(problem, task) == called
