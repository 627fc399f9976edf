"""A brief written as YAML and loaded again is the same brief."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from drafter.brief import brief_digest, make_brief, parse_brief
from drafter.brief.writing import brief_yaml

WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30
).filter(lambda s: any(unicodedata.category(c)[0] not in "PZ" for c in s))
TASKS = st.fixed_dictionaries(
    {"任务": WORDS}, optional={"措施": st.lists(WORDS, max_size=3), "责任": WORDS, "目标": WORDS}
)
BRIEFS = st.fixed_dictionaries(
    {
        "文种": st.just("动员讲话"),
        "会议": WORDS,
        "单位": st.fixed_dictionaries(
            {"名称": WORDS}, optional={"层级": st.sampled_from("县市区")}
        ),
        "主题": st.fixed_dictionaries({"名称": WORDS}),
    },
    optional={
        "成绩": st.lists(WORDS, max_size=3),
        "要点": st.lists(
            st.fixed_dictionaries({"内容": st.lists(WORDS | TASKS, max_size=3)}), max_size=3
        ),
        "篇幅": st.integers(100, 50_000),
    },
)


@settings(max_examples=60, deadline=None)
@given(BRIEFS)
def test_round_trip(plain: dict[str, object]):
    brief = make_brief(plain)
    again = parse_brief(brief_yaml(brief))
    assert again == brief
    assert brief_digest(again) == brief_digest(brief)


def test_a_brief_made_in_code_has_the_digest_of_the_same_brief_read() -> None:
    given = {"文种": "动员讲话", "会议": "全县防汛动员会", "单位": {"名称": "安平县"}}
    brief = make_brief({**given, "主题": {"名称": "防汛"}, "要点": [{"内容": [{"任务": "清淤"}]}]})
    made = replace(brief, points=(replace(brief.points[0]),), achievements=())
    assert brief_digest(made) == brief_digest(brief)
    assert brief_digest(replace(made, problems=["沟渠淤塞"])) != brief_digest(brief)
