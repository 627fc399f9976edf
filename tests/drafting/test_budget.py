"""How the length of a speech is shared among its points."""

from __future__ import annotations

from drafter.brief import make_brief
from drafter.drafting.budget import share_out
from drafter.drafting.genres import load_genre
from drafter.drafting.planning import plan_points

BARE = {
    "文种": "部署讲话",
    "会议": "全县征兵工作会议",
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "征兵工作"},
}


def test_points_without_content_share_all_the_length() -> None:
    points = plan_points(make_brief(BARE), load_genre("部署讲话"))
    shares = share_out(points, 1000)
    assert abs(sum(shares) - 1000) <= len(points)
    assert [s > shares[0] for s in shares] == [p.weight > points[0].weight for p in points]


def test_a_point_with_content_gets_more() -> None:
    content = [{"任务": "抓好宣传发动", "措施": ["走村入户宣讲", "用好广播和展板"]}]
    brief = make_brief({**BARE, "要点": [{"着眼": "形势"}, {"着眼": "任务", "内容": content}]})
    first, second = share_out(plan_points(brief, load_genre("部署讲话")), 1000)
    assert second > 2 * first
