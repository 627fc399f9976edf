"""Noise inside a line that also holds text: it is told from the text, which stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.reading.rows import NOISE_MARK, make_rows

LINES = Path(__file__).with_name("inline.txt").read_text(encoding="utf-8").splitlines()
MARKED = re.compile(r"⟦(.*?)⟧")


def _noise(line):
    (row,) = make_rows([line])
    return [line[a:b] for a, b in row.inline], row


@pytest.mark.parametrize("marked", LINES)
def test_noise_inside_a_line_is_marked_and_nothing_else(marked):
    line = MARKED.sub(r"\1", marked)
    found, row = _noise(line)
    assert found == MARKED.findall(marked)
    assert row.text.replace(NOISE_MARK, "") == make_rows([MARKED.sub("", marked)])[0].text


@pytest.mark.parametrize(
    "line",
    [
        "请大家登录www.example.com网站查询，也可以到大厅的窗口办理手续。",
        "《条例》（广告管理部分）已经印发，请大家认真学习。",
        "我们的返回率（返回率是指留下来的客商）达到了九成以上。",
        "老师常说：“书山有路勤为径。”（作者已不可考）大家要记住。",
        "李明·王海两位同志去年被评为先进，大家要向他们学习。",
    ],
)
def test_what_only_looks_like_noise_stays(line):
    assert _noise(line)[0] == []


def test_lines_of_a_page_are_told_together_as_they_are_alone():
    lines = [MARKED.sub(r"\1", marked) for marked in LINES]
    lines += ["第1页", "文档下载后可编辑", "更多精彩范文尽在本站", "今天天气很好，我们开会。"]
    together = [(r.text, r.kind, r.inline) for r in make_rows(lines)]
    assert together == [(r.text, r.kind, r.inline) for line in lines for r in make_rows([line])]
