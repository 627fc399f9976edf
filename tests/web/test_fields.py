"""Form fields → nested values."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import RefusedError
from drafter.web.fields import MAX_FIELDS, nest


def test_gaps_close_and_empty_fields_go():
    pairs = [("要点.0.内容.4", "乙"), ("要点.0.内容.2", "甲"), ("要点.1.标题", " "), ("会议", "丙")]
    assert nest(pairs) == {"要点": [{"内容": ["甲", "乙"]}], "会议": "丙"}


KEYS = st.text("甲乙丙丁", min_size=1, max_size=3)
LEAVES = st.text("子丑寅卯", min_size=1, max_size=5)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=12)
        | st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=20,
)


@given(st.dictionaries(KEYS, VALUES, max_size=4).filter(lambda v: _depth(v) < 8))
def test_fields_named_by_their_path_become_the_value(value: dict[str, object]):
    assert nest(_fields(value)) == value


def _fields(value: object, *path: str) -> Iterator[tuple[str, str]]:
    """The fields of a form that holds the value."""
    if isinstance(value, dict):
        steps = list(value.items())
    elif isinstance(value, list):
        steps = list(enumerate(value))
    else:
        yield ".".join(path), str(value)
        return
    for step, inner in steps:
        yield from _fields(inner, *path, str(step))


def _depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max((_depth(v) for v in value.values()), default=0)
    return 1 + max(map(_depth, value)) if isinstance(value, list) else 0


def test_too_many_fields_are_refused():
    with pytest.raises(RefusedError, match="太多"):
        nest((f"成绩.{i}", "x") for i in range(MAX_FIELDS + 1))


def test_a_name_that_is_both_value_and_branch_harms_nothing():
    assert nest([("会议", "甲"), ("会议.名称", "乙")]) == {"会议": "甲"}
