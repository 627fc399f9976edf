"""Briefs that are contradictory, half empty, huge or hostile: a clear error or a sound draft."""

from __future__ import annotations

import re

import pytest

from drafter.bank import Bank
from drafter.brief import load_brief, make_brief
from drafter.brief.vocabulary import genres
from drafter.drafting import draft
from drafter.drafting.setting.user_words import as_done, clean
from drafter.errors import BriefError
from drafter.resources import read_data, shipped

from .conftest import facts_of


def text_of(made) -> str:
    return "\n".join(p.text for p in made.speech.paragraphs)


def test_an_unknown_genre_names_the_nearest(bank: Bank, rich) -> None:
    brief = make_brief(rich)
    with pytest.raises(BriefError, match="是不是想写“动员讲话”") as error:
        draft(_with(brief, genre="动圆讲话"), bank=bank)
    assert "例会讲话" in str(error.value)


def test_an_unknown_level_names_those_there_are(bank: Bank, rich) -> None:
    brief = make_brief(rich)
    unit = _with(brief.unit, level="洲")
    with pytest.raises(BriefError, match="没有“洲”这个层级"):
        draft(_with(brief, unit=unit), bank=bank)


def test_an_unknown_focus_is_an_error(bank: Bank, rich) -> None:
    brief = make_brief(rich)
    points = [_with(brief.points[0], focus="认试"), *brief.points[1:]]
    with pytest.raises(BriefError, match="是不是想写“认识”"):
        draft(_with(brief, points=points), bank=bank)


def _with(value, **changes):
    import msgspec

    return msgspec.structs.replace(value, **changes)


def test_without_any_pack_the_facts_are_said_plainly(rich) -> None:
    text = text_of(draft(make_brief(rich), bank=Bank([])))
    assert [f for f in facts_of(rich) if f not in text] == []


def test_three_hundred_points(bank: Bank, rich) -> None:
    rich["要点"] = [{"内容": [f"第{i}段河道由专人看护"]} for i in range(300)]
    made = draft(make_brief(rich), bank=bank)
    heads = [p for p in made.speech.paragraphs if p.level == 1]
    assert len(heads) == 300
    assert heads[-1].label == "三百"
    assert text_of(made).count("第299段河道由专人看护") == 1
    assert made.pending == ()


def test_what_the_packs_run_out_of_frames_for_is_not_said_in_one_sentence_again(rich) -> None:
    """Without any pack each owner and deadline is said plainly: nine tasks, nine wordings."""
    task = {"责任": "县河道所", "时限": "5月底前"}
    rich["要点"] = [
        {"着眼": "任务", "内容": [{**task, "任务": f"清淤{n}号沟"} for n in "甲乙丙丁戊己庚辛壬"]}
    ]
    said = [
        s.text
        for p in draft(make_brief(rich), bank=Bank([])).speech.paragraphs
        for s in p.sentences
    ]
    told = [s for s in said if "县河道所" in s or "5月底前" in s]
    assert len(told) == len(set(told)) == 18


@pytest.mark.parametrize("genre", ["工作汇报", "述职报告", "表态发言", "致辞"])
def test_who_reports_or_speaks_beside_others_orders_nobody_about_for_want_of_frames(genre) -> None:
    tasks = [{"任务": f"清淤{n}号沟", "措施": [f"备足{n}号沟机具"]} for n in "甲乙丙丁"]
    given = {
        "文种": genre,
        "会议": "全县河道清淤座谈会",
        "单位": {"名称": "青岚县水利局", "层级": "局"},
        "主题": {"名称": "河道清淤"},
        "要点": [{"着眼": "任务", "内容": tasks}],
        "号召": {"目标": "全县河道汛前清淤一遍"},
    }
    text = text_of(draft(make_brief(given), bank=Bank([])))
    assert text.count("号沟机具") == 4
    assert not re.search(read_data("wording.yaml")["directive"], text)


def test_a_sentence_of_thirty_thousand_characters(bank: Bank, rich) -> None:
    long = "清淤" * 14_990
    rich["要点"] = [{"着眼": "任务", "内容": [long]}]
    assert long + "。" in text_of(draft(make_brief(rich), bank=bank))


def test_markup_and_templates_in_a_field_are_only_text(bank: Bank, rich) -> None:
    hostile = "{{ 7 * 7 }}{% include 'x' %}<b>&amp</b>${HOME}<甲|乙>{{ meeting }}"
    rich["主题"]["名称"] = hostile
    rich["要点"][0]["内容"] = [hostile + "要当作文字"]
    text = text_of(draft(make_brief(rich), bank=bank))
    assert hostile in text
    assert "49" not in text


def test_control_characters_cannot_forge_a_line(bank: Bank, rich) -> None:
    rich["要点"][0]["内容"] = ["河道\x1etitle\x1f是\x1c0\x1d血脉\x1b\n一、假标题"]
    made = draft(make_brief(rich), bank=bank)
    assert "河道title是0血脉一、假标题。" in text_of(made)
    assert len(made.speech.by_role("title")) == 1


def test_rare_characters_stay(bank: Bank, rich) -> None:
    rich["讲话人"] = {"姓名": "𬱖喆堃", "职务": "副县长"}
    rich["要点"][0]["内容"] = ["𠮷水河与犇河两岸群众盼清淤"]
    text = text_of(draft(make_brief(rich), bank=bank))
    assert "副县长　𬱖喆堃" in text
    assert "𠮷水河与犇河两岸群众盼清淤。" in text


def test_the_same_fact_given_twice_is_said_once(bank: Bank, rich) -> None:
    rich["成绩"] = ["上半年清理河道47公里"] * 3
    text = text_of(draft(make_brief(rich), bank=bank))
    assert text.count("上半年清理河道47公里") == 1


def test_facts_with_full_stops_inside_are_kept_whole(bank: Bank, rich) -> None:
    rich["要点"][1]["内容"] = [
        {"任务": "先清主河。再清支流", "措施": ["分三段施工。每段一队", "夜间停工"]},
        "第一段归柳溪镇；第二段归县水利局。",
    ]
    text = text_of(draft(make_brief(rich), bank=bank))
    for fact in (
        "先清主河。再清支流",
        "分三段施工。每段一队",
        "夜间停工",
        "第一段归柳溪镇；第二段归县水利局。",
    ):
        assert fact in text
    assert "。。" not in text


def test_half_width_marks_become_full_width(bank: Bank, rich) -> None:
    rich["要点"][0]["内容"] = ["河道清则民心安,水流畅则百业兴"]
    assert "河道清则民心安，水流畅则百业兴。" in text_of(draft(make_brief(rich), bank=bank))


def test_empty_points_are_filled_from_the_packs(bank: Bank, rich) -> None:
    rich["要点"] = [{"着眼": "认识"}, {"着眼": "任务"}]
    made = draft(make_brief(rich), bank=bank)
    assert len([p for p in made.speech.paragraphs if p.level == 1]) == 2
    assert made.characters > 1000


@pytest.mark.parametrize("between", [[], [{"着眼": "责任", "内容": ["每周巡查一次沟渠"]}]])
@pytest.mark.parametrize("heading", [{}, {"标题": "疏通沟渠"}])
def test_a_point_given_twice_is_made_once(bank: Bank, rich, between, heading) -> None:
    """There was a heading with nothing under it where the rest took up the length asked for."""
    tasks = [{"任务": f"清淤{n}号沟", "措施": [f"备足{n}号沟机具"]} for n in "甲乙丙丁戊己"]
    point = {"着眼": "任务", "内容": tasks} | heading
    rich |= {"要点": [point, *between, point], "成绩": [], "问题": [], "篇幅": 200}
    made = draft(make_brief(rich), bank=bank)
    heads = [p.text for p in made.speech.paragraphs if p.level == 1]
    assert len(heads) == (1 + len(between) if heads else 0)
    assert text_of(made).count("清淤甲号沟") == 1


def test_what_stands_under_two_headings_is_asked_for_under_the_second(bank: Bank, rich) -> None:
    point = {"着眼": "任务", "内容": [{"任务": "清淤甲号沟", "措施": ["备足机具"]}]}
    rich |= {"要点": [point | {"标题": "疏通沟渠"}, point | {"标题": "管好沟渠"}], "篇幅": 200}
    made = draft(make_brief(rich), bank=bank)
    assert [p.text for p in made.pending] == ["【请填写：管好沟渠的具体内容】"]
    place = next(i for i, p in enumerate(made.speech.paragraphs) if "管好沟渠" in p.text)
    assert made.pending[0].text in made.speech.paragraphs[place + 1].text


def test_many_points_of_a_bare_task_answer_problems_told_before(bank: Bank) -> None:
    """The task is the heading; the problem it answers is told all the same, and only once."""
    tasks = ["整修抽粪管网", "清运积存垃圾", "改造旱厕", "修补破损路面", "疏通排水沟渠"]
    tasks += ["安装路灯", "栽植树木", "拆除残垣断壁"]
    brief = make_brief(
        {
            "文种": "部署讲话",
            "会议": "全镇环境整治会",
            "单位": "柳河镇",
            "主题": "环境整治",
            "问题": ["抽粪管网常堵", "积存垃圾没有清完", "残垣断壁还有不少"],
            "要点": [{"内容": [{"任务": task}]} for task in tasks],
            "篇幅": 2000,
        }
    )
    made = draft(brief, bank=bank)
    text = "".join(p.text for p in made.speech.paragraphs)
    assert [text.count(problem) for problem in brief.problems] == [1, 1, 1]
    assert next(p.heading for p in made.speech.by_role("heading")) == "一、整修抽粪管网"


@pytest.mark.parametrize("meeting", ["全縣防汛會議", "全縣防汛動員大會", "全縣防汛啟動儀式"])
def test_a_meeting_in_traditional_characters_is_not_called_one_again(bank: Bank, rich, meeting):
    made = draft(make_brief({**rich, "会议": meeting}), bank=bank)
    assert made.speech.title == f"在{meeting}上的讲话"


@pytest.mark.slow
@pytest.mark.parametrize("example", sorted(genres()))
def test_a_brief_of_another_genre_still_makes_a_speech(bank: Bank, example: str) -> None:
    brief = load_brief(shipped("templates") / example / "example.yaml")
    for genre, names in genres().items():
        made = draft(_with(brief, genre=names[0]), bank=bank)
        assert made.characters > 300, genre
        if genre != "host":  # who announces an item says 通报 of what 通报了 is
            text = text_of(made)
            told = [{what, as_done(what)} for what in (clean(a.what) for a in brief.agenda)]
            assert [ways for ways in told if not any(way in text for way in ways)] == []
