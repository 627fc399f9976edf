"""Briefs of occasions that are no office's: invented schools and firms."""

from __future__ import annotations

from typing import Any

from drafter.brief import Brief, make_brief

SCHOOL = {"名称": "青石中学", "层级": "学校"}


def brief_of(**fields: Any) -> Brief:
    """A brief of a school's or firm's occasion, by Chinese keys."""
    usual = {
        "文种": "致辞",
        "会议": "迎春晚会",
        "单位": {"名称": "云帆软件有限公司", "层级": "企业"},
        "主题": {"名称": "迎春晚会"},
    }
    return make_brief(usual | fields)
