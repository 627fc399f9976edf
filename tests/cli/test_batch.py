"""Many briefs into a folder: the good ones are written, the bad ones named with their place."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

AGENDA = "议程: [{主体: 镇党政办, 事项: 通报了任务完成情况}]\n"
BRIEF = """\
文种: 例会讲话
会议: 全镇第三季度工作例会
时间: 2026-10-09
单位: {名称: 青石镇, 层级: 乡镇}
主题: {名称: 秋冬重点工作, 领域: 乡村振兴}
要点:
  - 着眼: 任务
    内容: [各村支部书记要到田间地头解决问题]
"""


def item(brief: str) -> str:
    """The brief as an item of a list."""
    return "- " + textwrap.indent(brief, "  ")[2:]


@pytest.fixture
def drafted(run: Run, tmp_path: Path):
    """Draft a file of briefs: exit status, names of the files written, what was said."""

    def go(text: str, *options: str) -> tuple[int, list[str], str]:
        file, folder = tmp_path / "提纲.yaml", tmp_path / "out"
        file.write_text(text, encoding="utf-8")
        status, _, err = run("draft", file, "-o", f"{folder}/", *options)
        return status, sorted(p.name for p in folder.iterdir()), err

    return go


@pytest.mark.parametrize("join", ["---\n".join, lambda briefs: "".join(map(item, briefs))])
def test_one_bad_brief_among_ten(drafted, join: Callable[[list[str]], str]):
    briefs = [BRIEF.replace("第三季度", f"第{n}次") for n in range(10)]
    briefs[6] = briefs[6].replace("层级", "层次")
    text = join(briefs)
    status, names, err = drafted(text)
    assert status == 1
    assert len(names) == 9
    line = text[: text.index("层次")].count("\n") + 1
    assert f"提纲.yaml:{line}:" in err
    assert "不认识的键“层次”" in err
    assert "共写出 9 份" in err
    assert "1 份没有写成" in err


@pytest.mark.parametrize(
    "slip", ["时间：［2026-10-09］", "\u3000时间: 2026-10-09", "时间: [2026", "\t时间: 1"]
)
@pytest.mark.parametrize("join", ["---\n".join, lambda briefs: "".join(map(item, briefs))])
def test_what_is_no_yaml_spoils_its_own_brief_only(drafted, join, slip: str):
    briefs = [BRIEF, BRIEF.replace("时间: 2026-10-09", slip), BRIEF]
    text = join(briefs)
    status, names, err = drafted(text)
    assert status == 1
    assert len(names) == 2
    line = text[: text.index(slip)].count("\n") + 1
    assert any(f"提纲.yaml:{n}:" in err for n in (line, line + 1)), err
    assert "1 份没有写成" in err


@pytest.mark.parametrize("text", ["", " \n\n", "---\n", "-\n"])
def test_a_file_without_a_brief_is_a_failure_of_its_own(drafted, text: str):
    status, names, err = drafted(text)
    assert (status, names) == (1, [])
    assert "提纲.yaml" in err
    assert "1 份没有写成" in err


def test_several_briefs_make_no_folder_that_is_called_like_a_file(run: Run, tmp_path: Path):
    for name in ("甲.yaml", "乙.yaml"):
        (tmp_path / name).write_text(BRIEF, encoding="utf-8")
    target = tmp_path / "稿.docx"
    status, _, err = run("draft", tmp_path / "甲.yaml", tmp_path / "乙.yaml", "-o", target)
    assert (status, target.exists()) == (2, False)
    assert f"“{target}”是文件名" in err


def test_what_to_look_at_is_said_of_each_draft(drafted):
    whole = BRIEF.replace("第三季度", "第四季度") + AGENDA
    without_points = BRIEF.partition("要点")[0]
    _, names, err = drafted(f"{without_points}---\n{whole}")
    gap = [name for name in names if "第三季度" in name]
    assert {line.split("：")[0] for line in err.splitlines() if "待填" in line} == {*gap}


def test_titles_that_are_the_same_are_numbered(drafted):
    status, names, _ = drafted("---\n".join([BRIEF] * 3))
    assert status == 0
    title = min(names, key=len).removesuffix(".docx")
    assert names == sorted([f"{title}.docx", f"{title}（2）.docx", f"{title}（3）.docx"])


def test_names_that_differ_in_letter_case_only_are_one_name():
    from drafter.cli.batch import _file_name

    taken: set[str] = set()
    titles = ["APEC发言", "Apec发言", "", "", "会议/纪要", "安" * 300]
    names = [_file_name(title, "docx", taken) for title in titles]
    assert names[:5] == [
        "APEC发言.docx",
        "Apec发言（2）.docx",
        "讲话稿.docx",
        "讲话稿（2）.docx",
        "会议_纪要.docx",
    ]
    assert len(names[5].encode()) < 255 - 16


def test_a_target_that_cannot_be_written_stops_nobody_else(drafted, tmp_path: Path):
    _, (name,), _ = drafted(BRIEF)
    (tmp_path / "out" / name).unlink()
    (tmp_path / "out" / name).mkdir()
    status, names, err = drafted(f"{BRIEF}---\n{BRIEF}")
    assert status == 1
    assert len(names) == 2
    assert "1 份没有写成" in err


def test_no_bar_where_nobody_watches(drafted):
    _, _, err = drafted("---\n".join([BRIEF + AGENDA] * 2))
    assert err.splitlines() == [line for line in err.splitlines() if "共写出 2 份" in line]


def test_a_bar_at_a_terminal(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):
    from drafter.cli.batch import _progress

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert list(_progress([])) == []
    assert "起草" in capfd.readouterr().err
