"""Lines pasted into a list: each an item of its own, without the numbers they were copied with."""

from __future__ import annotations

import pytest

from drafter.web.edits import edit


@pytest.mark.parametrize(
    ("pasted", "items"),
    [
        ("台账不全\n\n  整改不实 \n", ["台账不全", "整改不实"]),
        ("1.台账不全\n2.整改不实", ["台账不全", "整改不实"]),
        ("1、台账不全；\n2、整改不实。", ["台账不全；", "整改不实。"]),
        ("（一）台账不全\n（二）整改不实", ["台账不全", "整改不实"]),
        ("一是台账不全\n二是整改不实", ["台账不全", "整改不实"]),
        ("• 台账不全\n• 整改不实", ["台账不全", "整改不实"]),
        ("- 台账不全", ["台账不全"]),
        ("① 台账不全\n② 整改不实", ["台账不全", "整改不实"]),
        # What only begins with a number is what was meant.
        ("第一小学建成投用\n道路通车", ["第一小学建成投用", "道路通车"]),
        ("2026年新建学校3所\n2026年改造道路12公里", ["2026年新建学校3所", "2026年改造道路12公里"]),
        ("3所学校投用\n4条道路通车", ["3所学校投用", "4条道路通车"]),
        ("1.\n2.", ["1.", "2."]),
        ("", [""]),
    ],
)
def test_pasted_lines(pasted: str, items: list[str]):
    got = edit({"问题": ["前", "此处", "后"]}, "paste", "问题.1", pasted)
    assert got["问题"] == ["前", *items, "后"]
