"""How the length of a speech is shared among its points."""

from __future__ import annotations

from typing import Any

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.planning.budget import share_out
from drafter.drafting.planning.planning import plan_points
from drafter.drafting.setting.genres import load_genre

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


CONTENT = [{"任务": "抓好宣传发动", "措施": ["走村入户宣讲", "用好广播和展板"]}]


def shares_with(content: list[dict[str, Any]]) -> list[int]:
    brief = make_brief({**BARE, "要点": [{"着眼": "形势"}, {"着眼": "任务", "内容": content}]})
    return share_out(plan_points(brief, load_genre("部署讲话")), 1000)


def test_a_point_with_content_gets_more() -> None:
    ways = ("宣传发动", "督促检查", "培训指导", "服务保障", "总结提升", "应急处置", "信息报送")
    first, second = shares_with([CONTENT[0] | {"任务": f"抓好{way}"} for way in ways])
    assert second > 2 * first


def test_little_content_does_not_draw_the_whole_speech_to_its_point() -> None:
    first, second = shares_with(CONTENT)
    assert first < second < 2 * first


def wanting(plain: dict[str, Any]) -> tuple[str, ...]:
    short = draft(make_brief({**plain, "篇幅": 9000})).shortfall
    assert short is not None
    return short.fields


def test_a_field_of_work_is_asked_for_where_none_shows() -> None:
    bare = {**BARE, "会议": "全县碰头会", "主题": {"名称": "近期事务"}}
    assert wanting(bare)[:2] == ("要点", "主题.领域")
    assert "主题.领域" not in wanting({**bare, "主题": {"名称": "近期事务", "领域": "生态环保"}})


def test_a_ceremony_is_not_asked_for_problems_nor_a_report_for_an_agenda() -> None:
    assert "问题" not in wanting({**BARE, "文种": "致辞", "会议": "芦苇节开幕式"})
    report = wanting({**BARE, "文种": "工作汇报"})
    assert "问题" in report
    assert "议程" not in report


def test_one_more_task_lengthens_any_speech() -> None:
    content = [{"任务": "抓好宣传发动", "措施": ["走村入户宣讲"], "目标": "家喻户晓"}]
    given = {**BARE, "要点": [{"着眼": "任务", "内容": content}], "篇幅": 9000}
    more = [*content, {"任务": "严格体格检查", "措施": ["逐人建档"], "目标": "合格入营"}]
    assert wanting(given)[0] == "要点.内容"
    longer = {**given, "要点": [{"着眼": "任务", "内容": more}]}
    assert draft(make_brief(longer)).characters > draft(make_brief(given)).characters


def test_no_point_is_left_with_a_sentence() -> None:
    ways = ("宣传发动", "督促检查", "培训指导", "服务保障", "总结提升", "应急处置", "信息报送")
    shares = shares_with([CONTENT[0] | {"任务": f"抓好{way}"} for way in ways])
    assert min(shares) >= 0.25 * sum(shares)


def test_a_bare_point_has_a_reason_though_others_have_had_theirs(bank: Bank) -> None:
    brief = {
        **BARE,
        "文种": "推进会讲话",
        "成绩": ["上站体检320人"],
        "问题": ["3个村没有完成宣传"],
        "要点": [
            {"着眼": "形势", "内容": ["报名人数比上年少"]},
            {"着眼": "任务", "内容": [CONTENT[0]]},
        ],
        "篇幅": 1500,
    }
    for seed in range(3):
        speech = draft(make_brief(brief), bank=bank, seed=seed).speech
        text = "".join(p.text for p in speech.paragraphs)
        assert len(text.partition("报名人数比上年少。")[2].partition("二、")[0]) > 60
