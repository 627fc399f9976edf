"""A brief as a clerk types it, and what is said of one that is wrong."""

from __future__ import annotations

import pytest

from drafter.brief import parse_brief
from drafter.errors import BriefError

GOOD = """\
文种: 动员讲话
会议: 全县防汛动员会
时间: 2026年6月1日
单位: {名称: 安平县, 层级: 县}
主题: {名称: 防汛备汛工作}
要点:
  - 内容:
      - 汛情就是命令。
      - {任务: 排查水库险段, 措施: 逐库建账, 时限: 6月15日前}
篇幅: 3000字左右
"""


def wrong(text: str | bytes) -> list[str]:
    """The errors a brief is refused with, a line each."""
    with pytest.raises(BriefError) as caught:
        parse_brief(text, name="b.yaml")
    return caught.value.lines()
