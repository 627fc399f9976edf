"""Sentences assembled from mined formulae."""

from __future__ import annotations

import re
from itertools import pairwise
from textwrap import wrap

import pytest
from msgspec.structs import replace

from drafter.bank import WHOLE_FIELD, Pattern, Support, load_bank, pattern_id
from drafter.brief import load_brief, make_brief
from drafter.drafting import draft
from drafter.drafting.setting.terms import terms_of
from drafter.drafting.stock.assembling import (
    assembled,
    clauses_of,
    is_assembled,
    join_of,
    made_of_formulae,
    matter_of,
)
from drafter.drafting.stock.looking import look_over
from drafter.resources import read_data, shipped


def _mined(frame: str, part: str = "points", move: str = "measure") -> Pattern:
    slots = tuple((s, s.rstrip("23")) for s in ("np", "np2", "clause", "topic") if s + " " in frame)
    support = Support(3, 2, ())
    name = pattern_id(part, move, frame)
    return Pattern(name, part, move, frame, slots, support=support, status="accepted", pack="m")


FORMULAE = [
    _mined("加大{{ np }}力度。"),
    _mined("健全{{ np }}机制。", move="mechanism"),
    _mined("提高{{ np }}能力。", move="task"),
    _mined("深入开展{{ np }}。", move="task"),
    _mined("全面落实{{ np }}责任制。"),
]


def test_formulae_of_about_one_length_make_a_sentence_with_all_their_ids():
    ids = {p.id for p in FORMULAE}
    found = [p for p in assembled(FORMULAE, "安全生产") if p.area == "安全生产"]
    assert any(len(clauses_of(p)) == 3 for p in found)
    for pattern in found:
        clauses = clauses_of(pattern)
        assert len(clauses) in (2, 3)
        assert max(map(len, clauses)) - min(map(len, clauses)) <= 2
        assert len({c[:2] for c in clauses}) == len(clauses)
        assert set(pattern.id.split("+")) <= ids
        assert (pattern.origin, pattern.support.speeches) == ("mined", 3)


def test_a_sentence_that_names_a_part_of_the_field_is_for_that_part():
    part = ("隐患", "排查")
    found = [p for p in assembled(FORMULAE, "安全生产", parts=[part]) if p.area == "安全生产"]
    naming = [p for p in found if "隐患" in p.frame or "排查" in p.frame]
    assert (*part, WHOLE_FIELD) in {p.about for p in naming}
    rest = [p for p in found if p not in naming]
    # Some are from blocks for a part; what names none is nothing for a part of the field.
    assert all(p.about for p in rest)
    assert (WHOLE_FIELD,) in {p.about for p in rest}
    untold = [p for p in assembled(FORMULAE, "安全生产") if p.area == "安全生产"]
    assert (WHOLE_FIELD,) not in {p.about for p in untold}


def test_a_firm_hears_nothing_of_what_offices_alone_have():
    county, firm = (
        "".join(p.frame for p in assembled(FORMULAE, "安全生产", level=level))
        for level in ("县", "企业")
    )
    assert "督查暗访" in county
    assert "督查暗访" not in firm
    assert "岗位培训" in firm


def test_the_ways_to_join_clauses_take_turns():
    found = assembled(FORMULAE, "安全生产", level="县")
    frames = [p.frame for p in found if p.area == "安全生产"]
    builds = {
        "lists": [f for f in frames if f.count("，") == 2 and "<" not in f and "围绕" not in f],
        "both": [f for f in frames if re.fullmatch("既要[^，]+，也要[^，]+。", f)],
        "beside": [f for f in frames if re.fullmatch("要?在[^，]+的同时，[^，]+。", f)],
        "for": [f for f in frames if re.match("要?围绕[^，]+，", f)],
    }
    assert all(builds.values())
    assert len(builds["lists"]) <= len(frames) / 2


def test_a_clause_is_known_whatever_stands_beside_it():
    direct = [c for p in assembled(FORMULAE, "安全生产") for c in clauses_of(p)]
    assert all(re.match("加大|健全|提高|深入开展|全面落实", c) for c in direct)


def test_the_same_formulae_give_the_same_sentences_once_each():
    once = list(assembled(FORMULAE, "安全生产"))
    assert once == list(assembled(FORMULAE, "安全生产"))
    assert len({p.id for p in once if p.area}) == len([p for p in once if p.area])


def test_two_formulae_and_what_the_field_is_for_make_a_sentence_too():
    found = [p for p in assembled(FORMULAE, "安全生产") if p.area and "<" in p.frame]
    assert found
    for pattern in found:
        assert len(clauses_of(pattern)) == len(pattern.id.split("+")) == 2
        assert re.search("<努力|切实>[^，]+。$", pattern.frame)


def test_who_may_be_asked_is_asked_and_who_reports_says_what_will_be_done():
    asked = [p.frame for p in assembled(FORMULAE, "安全生产") if is_assembled(p)]
    assert any(f.startswith("要") for f in asked)
    pledged = [p for p in assembled(FORMULAE, "安全生产", direct=False) if is_assembled(p)]
    assert pledged
    assert all("{{ we }}将" in p.frame and p.move == "pledge" for p in pledged)
    assert {tuple(clauses_of(p)) for p in pledged} == {
        tuple(clauses_of(p)) for p in assembled(FORMULAE, "安全生产") if is_assembled(p)
    }


def test_what_is_done_with_any_matter_makes_a_sentence_near_to_nothing():
    found = list(assembled(FORMULAE, None))
    assert found
    for pattern in found:
        matters = matter_of(pattern).split("，")
        assert not any(m.startswith(("加大", "健全", "提高", "深入", "全面")) for m in matters)
        looked = look_over(pattern, matter_of(pattern))
        # 全面推进… is not near to 后面推起来.
        assert looked is not None
        assert not {"要加", "要健", "入开", "面落"} & set(wrap(looked.terms, 2))


def test_what_was_reached_is_left_to_the_brief():
    told = [_mined("{{ np }}明显提高。", move="achievement")] * 3
    assert [p for p in assembled(told, "安全生产") if "明显提高" in p.frame] == []


def test_the_topic_is_said_to_serve_what_the_field_is_for():
    reason = _mined("{{ np }}是{{ np2 }}的必然要求。", move="why")
    found = [p for p in assembled([reason], "安全生产") if p.move == "why"]
    assert found
    assert all("{{ topic }}，是<" in p.frame and p.frame.endswith("的必然要求。") for p in found)
    assert {p.id for p in found} == {reason.id}


def test_a_relation_that_need_not_hold_is_not_claimed():
    reason = _mined("{{ np }}是{{ np2 }}的重要原因。", move="why")
    assert [p for p in assembled([reason], "安全生产") if p.move == "why"] == []


def test_one_who_speaks_of_himself_promises_what_a_person_can():
    formulae = [*FORMULAE, _mined("增强{{ np }}观念。"), _mined("强化{{ np }}导向。")]
    own = [p.frame for p in assembled(formulae, None, direct=False, genre="duty")]
    usual = [p.frame for p in assembled(formulae, None, direct=False)]
    assert own
    assert any("督查" in f or "督导" in f for f in usual)
    assert not any("督查" in f or "督导" in f for f in own)


def test_what_suits_every_field_speaks_of_one_matter_at_a_time() -> None:
    matters = [
        {noun for key, nouns in block.items() if key != "levels" for noun in nouns}
        for block in read_data("objects.yaml")["通用"]
    ]
    found = list(assembled(list(load_bank()), None))
    assert len(found) > 100
    for pattern in found:
        clauses = clauses_of(pattern)
        assert any(all(any(n in c for n in nouns) for c in clauses) for nouns in matters)


def test_what_suits_every_field_is_for_the_topic_and_never_ends_in_it() -> None:
    frames = [p.frame for p in assembled(list(load_bank()), None)]
    assert any("围绕抓好{{ topic }}，" in frame for frame in frames)
    assert not any(frame.endswith("{{ topic }}。") for frame in frames)


def test_what_suits_every_field_goes_on_with_its_paragraph() -> None:
    brief = make_brief(
        {
            "文种": "部署讲话",
            "会议": "全县冬季清洁取暖工作会议",
            "单位": {"名称": "安平县", "层级": "县"},
            "主题": {"名称": "冬季清洁取暖", "领域": "民生保障"},
            "要点": [{"着眼": "任务", "内容": [{"任务": "管好供暖服务"}]}, {"着眼": "责任"}],
            # So long that what offices share is needed.
            "篇幅": 6000,
        }
    )
    any_field = {p.id for p in assembled(list(load_bank()), None, level="县")}
    found = 0
    bank = load_bank()
    drafts = (draft(brief, bank=bank, seed=seed) for seed in range(10))
    for paragraph in (p for made in drafts for p in made.speech.paragraphs):
        for place, said in enumerate(paragraph.sentences):
            if place and said.pattern in any_field:
                found += 1
                told = [s.text for s in paragraph.sentences[:place]]
                assert terms_of("，".join(told)) & terms_of(said.text)
    assert found


@pytest.mark.parametrize("seed", range(3))
def test_one_assembled_sentence_is_not_built_like_the_next(seed: int) -> None:
    brief = load_brief(shipped("templates") / "deployment" / "example.yaml")
    brief = replace(brief, minutes=None, length=9000)  # so long that formulae are needed
    joins: list[list[str]] = [[]]
    for paragraph, said in draft(brief, bank=load_bank(), seed=seed).speech.sentences():
        if paragraph.level == 1:
            joins.append([])
        elif made_of_formulae(said.pattern) and paragraph.role == "body":
            joins[-1].append(join_of(said.text))
    assert any(len(point) > 1 for point in joins)  # or nothing would be compared
    assert all(one != after for point in joins for one, after in pairwise(point))


def test_who_reports_admits_no_defects_that_the_brief_does_not_name() -> None:
    patterns = list(load_bank())
    asked = [p.frame for p in assembled(patterns, "交通运输")]
    pledged = [p.frame for p in assembled(patterns, "交通运输", direct=False)]
    assert any("问题" in frame for frame in asked)
    assert not any("的突出问题" in frame for frame in pledged)
