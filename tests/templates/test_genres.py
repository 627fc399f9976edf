"""The sixteen genres as their listeners meet them: arc, facts, register, and nothing left open."""

from __future__ import annotations

import re

import pytest

from drafter.brief import Brief, load_brief, make_brief
from drafter.brief.model import Task
from drafter.drafting import Draft, draft
from drafter.drafting.planning.planning import plan_points
from drafter.drafting.setting.genres import genre_names, load_genre
from drafter.reading import parse_text
from drafter.reading.model import SourceText
from drafter.resources import read_data, shipped

GENRES = sorted(genre_names())
#: DOMAIN's sixteen, with what each must sound of.
VOICES = {
    "mobilisation": "动员|行动|打赢|冲锋|吹响|发动",
    "deployment": "部署|落实",
    "progress": "进度|推进|差距",
    "regular": "会",
    "commendation": "祝贺|敬意",
    "symposium": "座谈|感谢|谢谢",
    "research": "调研|现场|看",
    "inauguration": "监督|批评|指出来|改正",
    "address": "祝",
    "report": "批评指正|审议|宝贵意见|批评指导",
    "duty": "评议|指正|宝贵意见",
    "lecture": "党课|党员|学习",
    "warning": "纪律|规矩|警",
    "host": "会议到此结束|散会",
    "school": "同学们",
    "company": "各位同事",
}
#: What nobody asks of superiors, of guests or of himself.
ORDERS = re.compile(r"各(乡镇|部门|单位|科室)[^，。]{0,8}(要|必须|务必)|(^|。)(必须|务必|严禁)")


def example(genre: str) -> Brief:
    return load_brief(shipped("templates") / genre / "example.yaml")


def spoken(made: Draft) -> str:
    return "\n".join(p.text for p in made.speech.paragraphs)


def facts(brief: Brief) -> list[str]:
    """The brief's own words that a speech made of it must hold."""
    out = [*brief.basis, *brief.achievements, *brief.problems]
    out += [a.who for a in brief.agenda if a.who]
    for point in brief.points:
        for item in point.content:
            if isinstance(item, Task):
                parts = (item.task, *item.measures, item.owner, item.deadline, item.goal)
                out += [p for p in parts if p]
            else:
                out.append(item)
    return [f.rstrip("。") for f in out]


@pytest.fixture(scope="module", params=GENRES)
def made(request: pytest.FixtureRequest) -> tuple[str, Brief, list[Draft]]:
    """A genre, its example, and the drafts of three seeds."""
    brief = example(request.param)
    return request.param, brief, [draft(brief, seed=seed) for seed in range(3)]


def thin(genre: str) -> Brief:
    return make_brief(
        {
            "文种": genre,
            "会议": "安平县文物普查工作会议",
            "单位": {"名称": "安平县", "层级": "县"},
            "主题": {"名称": "文物普查工作"},
        }
    )


def test_all_sixteen_are_there() -> None:
    assert set(GENRES) >= set(VOICES)


def test_examples_speak_at_different_levels() -> None:
    levels = {example(g).unit.level for g in GENRES}
    assert len(levels) >= 8
    assert levels <= set(read_data("levels.yaml"))


def test_every_fact_of_an_example_is_said(made: tuple[str, Brief, list[Draft]]) -> None:
    _, brief, drafts = made
    for one in drafts:
        assert [f for f in facts(brief) if f not in spoken(one)] == []


def test_an_example_leaves_nothing_open(made: tuple[str, Brief, list[Draft]]) -> None:
    for one in made[2]:
        assert one.pending == ()
        assert "【请填写" not in spoken(one)
        assert not re.search(r"[{}<>|]", spoken(one))


def test_it_has_the_points_that_were_planned(made: tuple[str, Brief, list[Draft]]) -> None:
    genre, brief, drafts = made
    meta = load_genre(genre)
    planned = len(plan_points(brief, meta)) if meta.numbered else 0
    for one in drafts:
        assert sum(level == 1 for level, _, _ in one.speech.outline()) == planned


def test_it_reads_back(made: tuple[str, Brief, list[Draft]]) -> None:
    for one in made[2]:
        source = SourceText("draft.txt", tuple(p.text for p in one.speech.paragraphs))
        (speech,) = parse_text(source).speeches
        assert speech.outline() == one.speech.outline()


def test_it_sounds_of_its_genre(made: tuple[str, Brief, list[Draft]]) -> None:
    genre, _, drafts = made
    for one in drafts:
        assert re.search(VOICES.get(genre, ""), spoken(one))


def test_upward_and_sideways_nobody_is_ordered_about(
    made: tuple[str, Brief, list[Draft]],
) -> None:
    genre, _, drafts = made
    if load_genre(genre).direction == "下行":
        assert any(re.search("要", s.text) for one in drafts for _, s in one.speech.sentences())
        return
    said = [s.text for one in drafts for _, s in one.speech.sentences() if s.origin != "brief"]
    assert [t for t in said if ORDERS.search(t)] == []


@pytest.mark.parametrize("genre", ["duty", "inauguration"])
def test_who_speaks_of_himself_says_i(genre: str) -> None:
    text = spoken(draft(example(genre)))
    assert text.count("我") - text.count("我们") > 15
    assert "我县" not in text


def test_an_address_has_no_numbered_points() -> None:
    assert draft(example("address")).speech.outline() == ()


def test_a_chair_calls_every_item_of_the_agenda_in_order() -> None:
    brief = example("host")
    for seed in range(4):
        text = spoken(draft(brief, seed=seed))
        places = [text.index(a.who) for a in brief.agenda if a.who]
        assert places == sorted(places)
        assert text.index("首先") < places[0]


@pytest.mark.parametrize("genre", GENRES)
def test_a_thin_brief_makes_a_short_sound_speech(genre: str) -> None:
    """Without facts it stays short, names the topic, and marks only what it cannot do without."""
    made = draft(thin(genre))
    assert 350 <= made.characters <= 1300
    assert "文物普查" in spoken(made)
    meta = load_genre(genre)
    steps = [s for steps in (*meta.opening, *meta.closing) for s in steps]
    labels = {x.pending for x in (*steps, *meta.points) if x.pending}
    assert all(any(label in p.text for label in labels) for p in made.pending)


def test_a_genre_may_leave_the_field_packs_aside() -> None:
    """What the education pack says to teachers is not said to pupils at a ceremony."""
    brief = example("school")
    assert brief.topic.area is not None
    packs = {p.id: p.pack for p in _bank()}
    used = [
        packs.get(s.pattern or "") for seed in range(3) for _, s in _said(draft(brief, seed=seed))
    ]
    assert "education" not in used


def _bank():
    from drafter.bank import load_bank

    return load_bank()


def _said(made: Draft):
    return made.speech.sentences()


def test_the_genre_folders_hold_what_they_need() -> None:
    needed = {"meta.yaml", "speech.j2", "example.yaml"}
    for genre in GENRES:
        assert {f.name for f in (shipped("templates") / genre).iterdir()} >= needed
