"""How drafts sound: what a listener would stumble over, looked for in many of them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

import pytest

from drafter.bank import load_bank
from drafter.brief import Brief, load_brief, make_brief
from drafter.drafting import Draft, draft
from drafter.drafting.setting.genres import genre_names, load_genre
from drafter.drafting.setting.situation import situate
from drafter.drafting.stock.looking import opener_of
from drafter.resources import read_data, shipped
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
    """No paragraph of problems begins with the bare problem where achievements went before.

    Under a heading of their own (困难问题) there is nothing to turn from.
    """
    for brief, made in drafts:
        if brief.achievements == ["储备物资320吨", "检修设备47台"]:
            heading, met = "", False
            for paragraph in made.speech.paragraphs:
                heading = paragraph.text if paragraph.level == 1 else heading
                if "值守记录不全" in paragraph.text and "问题" not in heading:
                    assert not paragraph.text.startswith("值守记录不全")
                met = met or "值守记录不全" in paragraph.text
            assert met
