"""A point laid out: tasks under numbers of their own, or in one paragraph."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.draft import Draft
from drafter.drafting.planning.planning import plan_points
from drafter.drafting.setting.genres import genre_for, load_genre
from drafter.speech import Sentence

MOBILISATION: dict[str, Any] = {
    "文种": "动员讲话",
    "会议": "全县防汛备汛动员会",
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "防汛备汛工作"},
    "篇幅": 1500,
}


def test_tasks_given_without_more_are_counted_among_the_tasks(bank: Bank) -> None:
    tasks = [{"任务": "清疏山塘"}, {"任务": "转移险户"}, {"任务": "备足物资"}]
    brief = MOBILISATION | {"要点": [{"内容": tasks}]}
    assert [p.focus for p in plan_points(make_brief(brief), load_genre("动员讲话"))] == [
        "认识",
        "任务",
        "责任",
    ]
    outline = draft(make_brief(brief), bank=bank).speech.outline()
    second = [text for level, _, text in outline if level == 2]
    assert len(second) == 3
    assert all(t["任务"] in text for t, text in zip(tasks, second, strict=True))


def test_many_tasks_have_a_line_each_however_short_the_speech(bank: Bank) -> None:
    tasks = [{"任务": f"清疏{i}号山塘", "责任": f"第{i}组"} for i in range(1, 13)]
    brief = MOBILISATION | {"要点": [{"内容": tasks}], "篇幅": 900}
    paragraphs = draft(make_brief(brief), bank=bank).speech.paragraphs
    assert all(sum(t["任务"] in p.text for t in tasks) <= 1 for p in paragraphs)


def test_points_for_rare_content_take_no_room_from_the_usual_ones() -> None:
    """The arc of a ceremony has more points than any speech, most of them for content that asks."""
    brief = MOBILISATION | {
        "文种": "开学典礼讲话",
        "要点": [{"着眼": "作风", "内容": ["走廊里不追逐"]}],
        "篇幅": 1000,
    }
    genre = load_genre("开学典礼讲话")
    assert len(genre.points) * 300 > 1000
    assert len(plan_points(make_brief(brief), genre)) == 3


def test_what_the_brief_gives_again_is_said_once(bank: Bank) -> None:
    task = {"任务": "清疏山塘", "措施": ["机械清淤", "机械清淤"], "责任": "县水利局"}
    plain = "堤脚渗水一处也不能放过"
    brief = MOBILISATION | {
        "成绩": [plain + "。"],
        "要点": [
            {"着眼": "任务", "内容": [task, plain, task]},
            {"着眼": "责任", "内容": [plain, task]},
        ],
    }
    for seed in range(3):
        speech = draft(make_brief(brief), bank=bank, seed=seed).speech
        text = "".join(p.text for p in speech.paragraphs)
        assert [text.count(w) for w in (plain, "机械清淤", "县水利局")] == [1, 1, 1]


ROADS: dict[str, Any] = {
    "文种": "工作部署讲话",
    "会议": "全县公路养护推进会",
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "公路养护", "领域": "交通运输"},
    "要点": [
        {
            "着眼": "任务",
            "内容": [
                {"任务": "排查临水路段", "措施": ["逐段登记"], "责任": "县交通运输局"},
                {"任务": "配齐养护员", "措施": ["按月考核"], "责任": "各乡镇"},
            ],
        },
        {"着眼": "保障", "内容": ["养护资金不得挪用"]},
    ],
    "篇幅": 3000,
}


@pytest.mark.parametrize("seed", range(3))
def test_what_is_said_of_a_whole_point_stands_before_its_counted_tasks(
    bank: Bank, seed: int
) -> None:
    paragraphs = draft(make_brief(ROADS), bank=bank, seed=seed).speech.paragraphs
    last = max(i for i, p in enumerate(paragraphs) if p.level == 2)
    after = [s.move for s in paragraphs[last + 1].sentences]
    assert paragraphs[last + 1].level == 1 or after[0] in ("mechanism", "summary")
    assert "besides" not in [s.move for p in paragraphs for s in p.sentences]


@pytest.mark.parametrize("seed", range(3))
def test_mechanisms_stand_in_the_last_point_that_can_tell_them(bank: Bank, seed: int) -> None:
    paragraphs = draft(make_brief(ROADS), bank=bank, seed=seed).speech.paragraphs
    second = [i for i, p in enumerate(paragraphs) if p.level == 1][1]
    # Assembled sentences are measures beside others, whatever they are made of.
    moves = [
        [s.move for p in part for s in p.sentences if "+" not in (s.pattern or "")]
        for part in (paragraphs[:second], paragraphs[second:])
    ]
    assert "mechanism" not in moves[0]
    assert "mechanism" in moves[1]


def test_a_point_that_stands_there_empty_is_filled_by_the_arc(bank: Bank) -> None:
    brief = make_brief(MOBILISATION | {"文种": "致辞", "要点": [{"内容": []}]})
    assert draft(brief, bank=bank).characters > 0


def test_what_is_promised_stands_where_it_is_about() -> None:
    promises = ["三年内把通组路修完", "我家亲戚不碰村里的工程", "有事随时打我电话"]
    brief = make_brief(
        {
            "文种": "任职表态",
            "会议": "石桥村党员大会",
            "单位": {"名称": "石桥村", "层级": "村"},
            "主题": {"名称": "当选村党支部书记"},
            "要点": [{"着眼": "承诺", "内容": promises}],
            "篇幅": 1000,
        }
    )
    said = {p.focus: p.items for p in plan_points(brief, load_genre("任职表态"))}
    assert any(promises[1] in str(item) for item in said["作风"])
    assert any(promises[2] in str(item) for item in said["承诺"])


@pytest.mark.parametrize("seed", range(4))
def test_no_measures_stand_among_problems_that_tasks_answer_later(bank: Bank, seed: int) -> None:
    problems = {"着眼": "问题"}
    tasks = {"着眼": "任务", "内容": [{"任务": "清疏山塘"}, {"任务": "转移险户"}]}
    wrong = MOBILISATION | {"问题": ["山塘淤积", "险户名册不全"], "要点": [problems, tasks]}
    moves = [
        [s.move for b in section for s in b]
        for section in _sections(draft(make_brief(wrong), bank=bank, seed=seed))
    ]
    assert "measure" not in moves[0]
    assert "measure" in moves[1]


def _sections(made: Draft) -> list[list[tuple[Sentence, ...]]]:
    """The sentences of each point, by paragraph."""
    sections: list[list[tuple[Sentence, ...]]] = []
    for p in made.speech.paragraphs:
        if p.role == "heading" and p.level == 1:
            sections.append([])
        elif p.role == "body" and sections:
            sections[-1].append(p.sentences)
    return sections


def test_a_point_opens_with_the_users_own_sentence(bank: Bank) -> None:
    own = "气象台预报后天夜里有大到暴雨"
    points = [
        {"着眼": "形势", "内容": [own]},
        {"着眼": "任务", "内容": [{"任务": "清疏山塘", "责任": "各村"}]},
        {"着眼": "责任", "内容": ["雨不停，人不撤"]},
    ]
    brief = MOBILISATION | {"要点": points, "成绩": ["已备足沙袋8000条"]}
    for seed in range(3):
        paragraphs = draft(make_brief(brief), bank=bank, seed=seed).speech.paragraphs
        first = [
            after.sentences
            for before, after in pairwise(paragraphs)
            if before.role == "heading" and before.level == 1
        ]
        assert first[0][0].text == own + "。"
        # What leads over from the tasks stands before it.
        assert "雨不停，人不撤。" in [s.text for s in first[2][:2]]


@pytest.mark.parametrize("seed", range(3))
def test_what_the_user_says_of_how_things_stand_is_not_parted_by_results(
    bank: Bank, seed: int
) -> None:
    own = ["入春以来已有六场暴雨", "山塘里有一半是土坝", "下月还有两轮强降雨"]
    brief = MOBILISATION | {
        "成绩": ["清淤河道31公里"],
        "问题": ["三座闸门锈死，打不开"],
        "要点": [{"着眼": "形势", "内容": own}, {"内容": [{"任务": "清疏山塘"}]}],
    }
    text = "".join(p.text for p in draft(make_brief(brief), bank=bank, seed=seed).speech.paragraphs)
    at = [text.index(said) for said in (*own, "清淤河道31公里", "三座闸门锈死")]
    assert at == sorted(at)


def test_a_problem_stays_with_its_task_where_a_chair_tells_of_the_occasion_first(
    bank: Bank,
) -> None:
    told = ["这一带的水渠断了两年", {"任务": "疏通支渠"}]
    brief = {
        "文种": "主持词",
        "会议": "渠边座谈",
        "单位": {"名称": "青岚县", "层级": "县"},
        "主题": {"名称": "修渠"},
        "问题": ["支渠淤了半截"],
        "要点": [{"内容": told}],
    }
    for seed in range(3):
        text = "".join(
            p.text for p in draft(make_brief(brief), bank=bank, seed=seed).speech.paragraphs
        )
        assert "支渠淤了半截" in text
        assert "疏通支渠" in text


def test_wishes_are_for_those_who_are_spoken_to(bank: Bank) -> None:
    brief = {
        "文种": "调研讲话",
        "会议": "学生食堂管理调研座谈会",
        "单位": {"名称": "安平师范学院", "层级": "学校"},
        "称谓": "老师们、同学们",
        "主题": {"名称": "学生食堂管理"},
        "篇幅": 800,
    }
    for seed in range(6):
        made = draft(make_brief(brief), bank=bank, seed=seed)
        assert not any("祝同志们" in p.text or "向同志们" in p.text for p in made.speech.paragraphs)


def test_after_what_is_wanting_nobody_is_glad_of_results(bank: Bank) -> None:
    brief = MOBILISATION | {
        "文种": "例会讲话",
        "成绩": ["已备足沙袋8000条"],
        "问题": ["两处山塘闸门锈死"],
        "要点": [{"着眼": "成绩"}, {"着眼": "任务", "内容": [{"任务": "转移险户"}]}],
    }
    for seed in range(4):
        speech = draft(make_brief(brief), bank=bank, seed=seed).speech
        texts = [p.text for p in speech.paragraphs]
        told = next(i for i, t in enumerate(texts) if "闸门锈死" in t)
        after = [s for p in speech.paragraphs[told : told + 1] for s in p.sentences]
        # How it is set right may be said behind it.
        sums = [bank.get(s.pattern or "") for s in after if s.move == "summary"]
        assert all(pattern is not None and pattern.focus == "问题" for pattern in sums)


def test_orders_in_the_place_of_problems_are_tasks() -> None:
    """储备应急煤炭 under no heading is not what is wanting, wherever the genre's arc has that."""
    brief = {
        "文种": "推进会讲话",
        "会议": "全市清洁取暖推进会",
        "单位": {"名称": "安平市", "层级": "市"},
        "主题": "清洁取暖",
        "问题": ["个别安装队伍工艺不过关"],
        "要点": [
            {"内容": ["逐户验收安装质量"]},
            {"内容": ["足额落实气源电力保障", "储备应急煤炭"]},
            {"内容": ["开通服务热线"]},
        ],
    }
    made = make_brief(brief)
    assert plan_points(made, genre_for(made))[1].focus == "任务"
    brief["要点"][1]["内容"] = ["管网老化", "个别村通气率偏低"]
    made = make_brief(brief)
    assert plan_points(made, genre_for(made))[1].focus == "问题"


@pytest.mark.parametrize("seed", range(4))
def test_nothing_that_goes_for_any_work_opens_a_point_that_has_content(
    bank: Bank, seed: int
) -> None:
    steps = ["把三层货架的标签全部换成大号字", "每天收工前核对一遍出库单", "叉车充电口加装防雨罩"]
    tasks = [{"任务": f"做好第{n}仓的整理", "措施": steps} for n in "一二三"]
    brief = make_brief(
        {
            "文种": "部署讲话",
            "会议": "货架整理布置会",
            "单位": {"名称": "河口镇供销社", "层级": "乡镇"},
            "主题": {"名称": "货架整理"},
            "要点": [{"着眼": "任务", "内容": tasks}, {"着眼": "责任", "内容": ["谁的仓谁负责"]}],
            "篇幅": 500,
        }
    )
    made = draft(brief, bank=bank, seed=seed)
    known = {p.id: p for p in bank}
    openings = [s[0][0] for s in _sections(made)]
    general = [
        s.text
        for s in openings
        if s.pattern in known
        and known[s.pattern].move == "why"
        and not (known[s.pattern].about or known[s.pattern].area)
    ]
    assert general == []


def test_what_was_done_before_what_comes_next_is_told_as_done(bank: Bank) -> None:
    brief = {
        "文种": "述职报告",
        "会议": "年度述职大会",
        "讲话人": {"职务": "局长"},
        "单位": {"名称": "河口县水务局", "层级": "局"},
        "主题": "水务工作",
        "要点": [
            {
                "标题": "抓好主责主业",
                "着眼": "责任",
                "内容": [
                    {"任务": "推进水厂统管", "责任": "供水股", "目标": "已接管水厂5座"},
                    {"任务": "落实河长制", "措施": ["清理乱占28处"], "责任": "河长办"},
                ],
            },
            {"标题": "下一步打算", "内容": [{"任务": "换装水表", "时限": "明年6月底前"}]},
        ],
        "篇幅": 900,
    }
    for seed in range(3):
        done, ahead = _sections(draft(make_brief(brief), bank=bank, seed=seed))
        told = "".join(s.text for row in done for s in row)
        assert "已接管水厂5座" in told
        assert "清理乱占28处" in told
        assert not any(
            word in told for word in ("努力做到", "确保已", "下一步，我将", "目标是已", "要清理")
        )
        assert "换装水表" in "".join(s.text for row in ahead for s in row)


def test_tasks_with_sentences_behind_them_are_not_counted(bank: Bank) -> None:
    tasks = [{"任务": f"整修{where}", "措施": ["分段包干"]} for where in ("东渠", "西渠", "南渠")]
    brief = {
        "文种": "部署讲话",
        "会议": "修渠工作会",
        "单位": {"名称": "河口县", "层级": "县"},
        "主题": "修渠工作",
        "篇幅": 1800,
    }

    def counted(content: list[Any]) -> int:
        """In how many of some drafts the tasks are announced by their number."""
        points = [{"标题": "把渠修好", "着眼": "任务", "内容": content}, {"着眼": "责任"}]
        found = 0
        for seed in range(3):
            made = draft(make_brief(brief | {"要点": points}), bank=bank, seed=seed)
            leads = [s.text for row in _sections(made)[0] for s in row if s.move == "lead"]
            found += any(re.search("三", text) for text in leads)
        return found

    assert counted(tasks) == 3
    assert counted([*tasks, "施工期间留出过道"]) == 0


def test_results_are_told_before_what_they_are_worth(bank: Bank) -> None:
    brief = MOBILISATION | {
        "文种": "推进会讲话",
        "成绩": ["已备足沙袋8000条", "加固堤段3处"],
        "要点": [{"着眼": "成绩"}, {"着眼": "任务", "内容": [{"任务": "转移险户"}]}],
    }
    for seed in range(4):
        first = _sections(draft(make_brief(brief), bank=bank, seed=seed))[0]
        assert any("8000" in s.text for s in first[0])


def test_the_users_sentences_that_nothing_is_said_of_run_on(bank: Bank) -> None:
    own = ["阳坡土厚，适合种梨，这个家底要珍惜", "梨子卖的是口味，也是信誉"]
    brief = MOBILISATION | {
        "文种": "调研讲话",
        "篇幅": 1600,
        "要点": [{"着眼": "形势", "内容": own}, {"着眼": "任务", "内容": [{"任务": "改良老梨园"}]}],
    }
    for seed in range(4):
        paragraphs = draft(make_brief(brief), bank=bank, seed=seed).speech.by_role("body")
        bare = [
            p
            for p in paragraphs
            if [s.text.rstrip("。") for s in p.sentences] in ([own[0]], [own[1]])
        ]
        assert len(bare) < 2
