"""How drafts sound: what a listener would stumble over, looked for in many of them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

import pytest

from drafter.bank import Bank, load_bank
from drafter.brief import Brief, load_brief, make_brief
from drafter.drafting import Draft, draft
from drafter.drafting.candidates import opener_of
from drafter.drafting.genres import genre_names, load_genre
from drafter.drafting.planning import plan_points
from drafter.drafting.situation import situate
from drafter.resources import read_data, shipped
from drafter.review import review
from drafter.speech import SPOKEN_ROLES
from drafter.text.sentences import clauses, split_sentences

SEEDS = 4


def odd(genre: str, unit: str, field: str) -> dict[str, Any]:
    """A brief written the way strangers write them: goals that begin with verbs, measures with
    doers, tasks of two characters and of forty, times that are no deadlines."""
    return {
        "文种": genre,
        "会议": "冬季安全保供攻坚会",
        "单位": {"名称": unit},
        "主题": {"名称": "冬季安全保供攻坚", "领域": field},
        "成绩": ["储备物资320吨", "检修设备47台"],
        "问题": ["值守记录不全", "个别点位无人过问"],
        "要点": [
            {"内容": ["入冬以来用能负荷持续走高"]},
            {
                "内容": [
                    {"任务": "备料", "时限": "即日起", "责任": "物资组"},
                    {
                        "任务": "要完善应急预案",
                        "措施": ["要逐点演练", "班长带头值守"],
                        "责任": "保障组，值守组",
                        "时限": "11月底前",
                        "目标": "实现故障两小时内修复",
                    },
                    {
                        "任务": "组织一次覆盖所有点位和夜间时段的检查并把发现的毛病逐条登记销号",
                        "措施": ["边查边改"],
                        "时限": "全年",
                    },
                    {"任务": "畅通热线", "目标": "做到有呼必应"},
                ]
            },
            {"内容": [{"任务": "压实责任"}, {"任务": "严格考核", "时限": "每月5日前"}]},
        ],
        "号召": {"目标": "努力实现全年平稳保供"},
        "篇幅": 2400,
    }


UNITS = [
    ("动员讲话", "安平县", "供热"),
    ("部署讲话", "安平县教育局", "消防"),
    ("推进会讲话", "清河镇", "防汛"),
    ("例会讲话", "青岚县人民医院", "护理"),
    ("企业年会讲话", "远峰能源有限公司", "销售"),
    ("部署讲话", "石桥村", "人居环境"),
    ("推进会讲话", "临水市", "食品安全"),
    ("部署讲话", "安平县司法局", "普法"),
    ("工作汇报", "安平县", "招商"),
]
#: Words by which each level speaks of itself, and no other does.
OWN = {
    level: {word for word in (entry.get("we"), entry.get("all")) if word}
    for level, entry in read_data("levels.yaml").items()
}


@pytest.fixture(scope="module")
def drafts() -> list[tuple[Brief, Draft]]:
    bank = load_bank()
    briefs = [load_brief(shipped("templates") / g / "example.yaml") for g in sorted(genre_names())]
    briefs += [make_brief(odd(*each)) for each in UNITS]
    return [(b, draft(b, bank=bank, seed=s)) for b in briefs for s in range(SEEDS)]


def sentences(made: Draft) -> Iterator[str]:
    for paragraph, sentence in made.speech.sentences():
        if paragraph.role in SPOKEN_ROLES and sentence.origin != "brief":
            yield from split_sentences(sentence.text)


def bodies(made: Draft) -> Iterator[list[str]]:
    """The drafter's own sentences of each paragraph, in order."""
    for paragraph in made.speech.paragraphs:
        if paragraph.role in ("opening", "body", "closing"):
            yield [
                t
                for s in paragraph.sentences
                if s.origin != "brief"
                for t in split_sentences(s.text)
            ]


def test_no_adverb_is_doubled_within_a_clause(drafts: list[tuple[Brief, Draft]]) -> None:
    doubled = re.compile(
        "(切实|进一步|扎实|不断|持续|全面|深入)[^，。；：、！？]*\\1|要要|要必须要"
    )
    found = [t for _, made in drafts for t in sentences(made) if doubled.search(t)]
    assert found == []


def test_no_verb_is_doubled(drafts: list[tuple[Brief, Draft]]) -> None:
    """做到实现…, 达到形成…, 实现…达到…: a goal that brings its own verb gets no second one."""
    doubled = re.compile(
        "(做到|实现|达到|完成)(做到|实现|达到|完成|形成)|(努力|确保|力争)(努力|确保|力争)"
    )
    found = [t for _, made in drafts for t in sentences(made) if doubled.search(t)]
    assert found == []


def test_no_three_sentences_in_a_row_begin_alike(drafts: list[tuple[Brief, Draft]]) -> None:
    found = []
    for _, made in drafts:
        for said in bodies(made):
            for three in zip(said, said[1:], said[2:], strict=False):
                found += [three] * (len({opener_of(t) for t in three}) == 1)
    assert found == []


#: Builds that a listener hears as a pattern when they come again and again.
BUILDS = (
    re.compile("^[^，。]{1,9}，不是[^。]*，(而)?是"),
    re.compile("^[^，。]*越[^，。]*，[^。]*越"),
    re.compile("^只有[^。]*才"),
    re.compile("^既要[^。]*也要"),
)


def test_no_three_sentences_in_a_row_are_built_alike(drafts: list[tuple[Brief, Draft]]) -> None:
    found = []
    for _, made in drafts:
        for said in bodies(made):
            for three in zip(said, said[1:], said[2:], strict=False):
                found += [three for build in BUILDS if all(map(build.search, three))]
    assert found == []


def test_no_word_comes_twice_in_a_composed_heading(drafts: list[tuple[Brief, Draft]]) -> None:
    found = []
    for _, made in drafts:
        for paragraph in made.speech.paragraphs:
            if paragraph.level != 1 or paragraph.sentences[0].origin == "brief":
                continue
            for one, other in itertools.combinations(clauses(paragraph.heading[2:]), 2):
                pairs = {one[i : i + 2] for i in range(len(one) - 1)}
                found += [paragraph.heading for p in pairs if p in other]
    assert found == []


def test_a_unit_speaks_of_itself_in_its_own_words(drafts: list[tuple[Brief, Draft]]) -> None:
    """我县 in a county's speech only, 我校 in a school's, nothing of another level."""
    bank = load_bank()
    levels = {id(b): situate(b, load_genre(b.genre), bank, 0).level for b, _ in drafts}
    found = []
    for brief, made in drafts:
        level = levels[id(brief)]
        others = set().union(*OWN.values()) - OWN[level] - {"集团", "公司"}
        others -= {w for w in others if any(w in own for own in OWN[level])}
        given = str(brief)
        found += [
            (level, word, t)
            for t in sentences(made)
            for word in others
            if word in t and word not in given
        ]
    assert found == []


def test_nobody_is_addressed_as_someone_else(drafts: list[tuple[Brief, Draft]]) -> None:
    for _, made in drafts:
        (salutation,) = made.speech.by_role("salutation")
        if "同志们" not in salutation.text:
            assert [t for t in sentences(made) if t.startswith("同志们，")] == []


def test_no_verb_governs_a_measure_that_names_its_doer(drafts: list[tuple[Brief, Draft]]) -> None:
    found = [t for _, made in drafts for t in sentences(made) if "班长带头值守" in t]
    assert found
    assert [t for t in found if re.search("(要|抓紧|通过|从|把|靠)逐点演练", t)] == []


def test_a_time_that_does_not_end_is_no_deadline(drafts: list[tuple[Brief, Draft]]) -> None:
    text = "".join(t for _, made in drafts for t in sentences(made))
    assert "即日起" in text
    assert not re.search("即日起(完成|见成效|见分晓|交账|要有结果|办结|拿出结果)", text)
    assert not re.search("(时限|节点)(是|定在|就是)(即日起|全年|每月)", text)


def test_owners_listed_with_commas_are_one_subject(drafts: list[tuple[Brief, Draft]]) -> None:
    text = "".join(p.text for _, made in drafts for p in made.speech.paragraphs)
    assert "保障组、值守组" in text
    assert "保障组，值守组" not in text


def test_problems_after_achievements_turn(drafts: list[tuple[Brief, Draft]]) -> None:
    """No paragraph of problems begins with the bare problem where achievements went before."""
    for brief, made in drafts:
        if brief.achievements == ["储备物资320吨", "检修设备47台"]:
            texts = [p.text for p in made.speech.paragraphs if "值守记录不全" in p.text]
            assert texts
            assert not any(t.startswith("值守记录不全") for t in texts)


@pytest.fixture(scope="module")
def shipped_bank() -> Bank:
    return load_bank()


@pytest.mark.parametrize(
    ("genre", "labels"),
    [
        ("述职报告", {"成绩": "主要工作实绩", "问题": "存在的问题和不足"}),
        ("工作汇报", {"成绩": "主要工作和成效", "问题": "存在的主要问题"}),
        ("推进会讲话", {"成绩": "前段工作的进展", "问题": "存在的差距"}),
    ],
)
def test_what_only_the_user_knows_is_left_open(
    genre: str, labels: dict[str, str], shipped_bank: Bank
) -> None:
    plain = {
        "文种": genre,
        "会议": "年度考评会",
        "单位": {"名称": "清河镇"},
        "主题": {"名称": "水库移民后期扶持工作"},
    }
    made = draft(make_brief(plain), bank=shipped_bank)
    assert {p.field for p in made.pending} == set(labels)
    for gap in made.pending:
        assert labels[gap.field] in gap.text
    filled = plain | {"成绩": ["安置移民210户"], "问题": ["产业扶持起步晚"]}
    assert draft(make_brief(filled), bank=shipped_bank).pending == ()


@pytest.mark.parametrize(
    ("topic", "title"),
    [
        ("2026年度履职情况", "述职报告"),
        ("弘扬实干精神，做忠诚担当的排头兵", "党课"),
        ("新生开学典礼", "开学典礼讲话"),
    ],
)
def test_nobody_works_on_an_occasion(topic: str, title: str, shipped_bank: Bank) -> None:
    """A topic that names the occasion is not 抓好 or 推进; it is named once or in the title."""
    plain = {
        "文种": title,
        "会议": "学院大会",
        "单位": {"名称": "青岚学院", "层级": "学院"},
        "主题": {"名称": topic},
    }
    for seed in range(SEEDS):
        made = draft(make_brief(plain), bank=shipped_bank, seed=seed)
        text = "".join(p.text for p in made.speech.paragraphs)
        assert not re.search(f"(抓好|做好|推进|推动|落实){re.escape(topic[:8])}", text)


def test_a_purpose_promises_only_what_the_brief_brings(shipped_bank: Bank) -> None:
    plain = {
        "文种": "部署讲话",
        "会议": "全县移民工作会议",
        "单位": {"名称": "青岚县"},
        "主题": {"名称": "移民工作"},
    }
    for seed in range(8):
        text = draft(make_brief(plain), bank=shipped_bank, seed=seed).speech.by_role("opening")
        assert "总结前段" not in "".join(p.text for p in text)


def test_a_promise_has_a_subject(shipped_bank: Bank) -> None:
    plain = {
        "文种": "任职表态",
        "会议": "干部大会",
        "单位": {"名称": "青岚县水利局"},
        "主题": {"名称": "水利工作"},
        "要点": [{"内容": ["向老同志学习"]}, {"内容": ["不插手工程"]}, {"内容": ["我爱这一行"]}],
    }
    text = "".join(p.text for p in draft(make_brief(plain), bank=shipped_bank).speech.paragraphs)
    assert re.search("我[将会]向老同志学习。", text)
    assert re.search("我(承诺，)?不插手工程。", text)
    assert "。我爱这一行。" in text
    assert not re.search("我[将会]我爱这一行", text)


@pytest.mark.parametrize("seed", range(3))
def test_the_points_announced_are_those_that_follow(seed: int, shipped_bank: Bank) -> None:
    """However many achievements are counted before the sentence that leads into the points."""
    brief = {
        "文种": "推进会讲话",
        "会议": "全县改厕推进会",
        "单位": {"名称": "安平县", "层级": "县"},
        "主题": {"名称": "农村改厕"},
        "成绩": ["完成改厕620户", "培训工匠85人", "建成管护站12个"],
        "要点": [{"内容": [{"任务": "抓好质量验收"}]}, {"内容": [{"任务": "落实管护责任"}]}],
        "篇幅": 1200,
    }
    made = draft(make_brief(brief), bank=shipped_bank, seed=seed)
    assert [f.code for f in review(made, make_brief(brief)) if f.code == "numbering-count"] == []


def test_what_a_report_did_for_a_task_is_a_sentence(shipped_bank: Bank) -> None:
    layout = {"任务": "优化学校布局", "措施": ["撤并小规模学校", "建设寄宿制学校"]}
    brief = {
        "文种": "工作汇报",
        "会议": "县委调研座谈会",
        "单位": {"名称": "县教育局", "层级": "局"},
        "主题": {"名称": "教育均衡发展"},
        "要点": [{"着眼": "创新", "内容": [layout, {"任务": "规范学前教育"}]}, {"着眼": "任务"}],
        "篇幅": 900,
    }
    text = "".join(p.text for p in draft(make_brief(brief), bank=shipped_bank).speech.paragraphs)
    assert "围绕优化学校布局，我们撤并小规模学校、建设寄宿制学校。" in text
    assert "我们规范学前教育。" in text


def test_an_order_without_a_subject_is_no_reason() -> None:
    """严格管控野外火源 stands in a point of tasks, not among the reasons the arc begins with."""
    brief = {
        "文种": "动员讲话",
        "会议": "全县防火动员会",
        "单位": {"名称": "安平县", "层级": "县"},
        "主题": {"名称": "森林防火"},
        "要点": [{"内容": ["严格管控野外火源"]}, {"内容": ["加强巡山护林"]}],
        "篇幅": 900,
    }
    points = plan_points(make_brief(brief), load_genre("mobilisation"))
    assert [p.focus for p in points] == ["任务", "任务"]


def test_a_problem_tied_to_a_task_is_said_however_short_the_speech(shipped_bank: Bank) -> None:
    brief = {
        "文种": "总结表彰讲话",
        "会议": "清渠行动会议",
        "单位": {"名称": "青岚", "层级": "县"},
        "主题": {"名称": "清渠行动"},
        "问题": [f"支流{name}淤积" for name in ("甲", "乙", "丙", "丁")],
        "要点": [
            {"内容": [{"任务": "疏浚支流甲"}]},
            {"内容": [{"任务": "疏浚支流乙"}, {"任务": "疏浚支流丙"}]},
        ],
        "篇幅": 400,
    }
    text = "".join(p.text for p in draft(make_brief(brief), bank=shipped_bank).speech.paragraphs)
    assert all(problem in text for problem in brief["问题"])


def test_what_is_open_is_asked_for_once(shipped_bank: Bank) -> None:
    brief = {
        "文种": "述职报告",
        "会议": "年度述职会",
        "单位": {"名称": "清河镇"},
        "主题": {"名称": "年度工作"},
        "要点": [{"着眼": "成绩"}, {"着眼": "任务"}, {"着眼": "成绩"}],
    }
    made = draft(make_brief(brief), bank=shipped_bank)
    text = "".join(p.text for p in made.speech.paragraphs)
    assert text.count("【请填写：") == len(made.pending)
