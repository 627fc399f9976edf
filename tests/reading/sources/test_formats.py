"""One speech kept in every kind of file has one outline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.reading import parse_text
from drafter.reading.sources import source_from_bytes
from drafter.speech import Speech

TITLE = "在全县春季造林动员会上的讲话"
HEAD = [TITLE, "（2026年3月4日）", "李明", "同志们："]
BODY = [
    "今天，我们召开全县春季造林动员会，主要任务是部署今年的造林工作。下面，我讲两点意见。",
    "一、提高认识，增强造林绿化的紧迫感",
    "山川秀美是全县群众的共同心愿，造林绿化等不得、慢不得，各级各部门务必早谋划、早动手。",
    "（一）认清形势",
    "去冬以来墒情较好，正是造林的大好时机，错过了农时就耽误一年。",
    "（二）抢抓时节",
    "要倒排工期、挂图作战，确保清明前后完成全部栽植任务。",
    "二、压实责任，确保造林任务按期完成",
    "各乡镇要把任务分解到村、落实到地块，林业部门要搞好技术服务，财政部门要保障资金到位。",
    "同志们，让我们迅速行动起来，为建设绿色家园作出新的更大贡献！",
]
LINES = HEAD + BODY

PAGE = """<html><head><meta charset="gb2312"><title>{title}-安平县人民政府网站</title>
<script>var id = 31;</script></head><body>
<table width="100%"><tr><td><a href="/">首页</a><td><a href="1">政务公开</a>
<td><a href="2">办事服务</a><td><a href="3">互动交流</a></table>
<div>您现在的位置：<a href="1">首页</a> &gt;&gt; <a href="2">领导讲话</a> &gt;&gt; 正文</div>
<div align="center"><font size="5"><b>{title}</b></font></div>
<div align="center">发布时间：2026-03-09 来源：县政府办 点击数：<span id="hits"></span>次</div>
<div>{head}</div><div id="zoom">{body}</div>
<p>上一篇：<a href="5">关于植树活动的通知</a></p><p>下一篇：<a href="6">没有了</a></p>
<div>相关文章：<ul><li><a href="7">造林进展</a><li><a href="8">植树节</a>
<li><a href="9">林长制</a></ul></div>
<div>版权所有：安平县人民政府 <a href="0">网站地图</a></div></body></html>"""


@pytest.fixture
def as_page() -> Callable[[], bytes]:
    def make() -> bytes:
        head = "".join(f'<p align="center">{line}' for line in HEAD[1:3])
        body = "<br>".join("　　" * (n > 0) + line for n, line in enumerate(LINES[3:]))
        return PAGE.format(title=TITLE, head=head, body=body).encode("gb18030")

    return make


@pytest.fixture
def as_pdf(make_pdf) -> Callable[[], bytes]:
    """The speech set 26 characters a line, 16 lines a page, with a page number at the foot."""

    def make() -> bytes:
        rows: list[tuple[float, str]] = [(300 - 8 * len(line), line) for line in HEAD[:3]]
        rows.append((90, HEAD[3]))
        for line in BODY:
            rows.append((122, line[:24]))
            rows += [(90, line[i : i + 26]) for i in range(24, len(line), 26)]
        pages = []
        for first in range(0, len(rows), 16):
            page = [
                (left, 740 - 28.0 * n, 16.0, text)
                for n, (left, text) in enumerate(rows[first : first + 16])
            ]
            pages.append([*page, (280.0, 60.0, 14.0, f"— {first // 16 + 1} —")])
        return make_pdf(pages)

    return make


def facts(speech: Speech) -> dict[str, object]:
    """What must not depend on the file a speech was kept in."""
    return {
        "title": speech.title,
        "date": speech.date,
        "speaker": speech.speaker,
        "salutation": speech.salutation,
        "outline": speech.outline(),
        "spoken": [p.text for p in speech.by_role("opening", "heading", "body", "closing")],
    }


@pytest.mark.parametrize("kind", ["page", "pdf", "docx", "markdown"])
def test_every_kind_of_file_gives_the_same_speech(
    kind: str, as_page, as_pdf, make_docx, paragraph
) -> None:
    plain = parse_text(source_from_bytes("讲话.txt", "\n".join(LINES).encode()))
    made = {
        "page": lambda: ("讲话.aspx", as_page()),
        "pdf": lambda: ("讲话.pdf", as_pdf()),
        "docx": lambda: ("讲话.docx", make_docx("".join(map(paragraph, LINES)))),
        "markdown": lambda: ("讲话.md", "\n\n".join(f"**{line}**" for line in LINES).encode()),
    }
    reading = parse_text(source_from_bytes(*made[kind]()))
    assert [facts(speech) for speech in reading.speeches] == [facts(plain.speeches[0])]
    assert facts(plain.speeches[0])["outline"] == (
        (1, "一", "一、提高认识，增强造林绿化的紧迫感"),
        (2, "一", "（一）认清形势"),
        (2, "二", "（二）抢抓时节"),
        (1, "二", "二、压实责任，确保造林任务按期完成"),
    )
