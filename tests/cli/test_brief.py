"""``drafter new`` and ``drafter schema``."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.brief import load_brief
from drafter.brief.vocabulary import genre_id, genres

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("genre", sorted(genres()))
def test_every_genre_has_an_example_that_loads(run: Run, tmp_path: Path, genre: str):
    file = tmp_path / "b.yaml"
    status, _, err = run("new", "--example", "--genre", genre, "-o", file)
    assert status == 0
    assert f"drafter draft {file}" in err
    assert genre_id(load_brief(file).genre) == genre


def test_questions_need_a_terminal(run: Run):
    status, _, err = run("new")
    assert status == 2
    assert "--example" in err


def test_an_example_does_not_land_where_nothing_can_be_written(run: Run, tmp_path: Path):
    status, _, err = run("new", "--example", "-o", tmp_path / "none" / "b.yaml")
    assert status == 2
    assert "没有" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("keys", "status", "kept"), [("\r", 1, True), ("\x1b[B\r", 0, False), ("\x03", 1, True)]
)
def test_who_sits_at_the_terminal_is_asked_before_a_brief_is_written_over(
    run: Run,
    tmp_path: Path,
    answered: Callable[..., tuple[int, str, str]],
    monkeypatch: pytest.MonkeyPatch,
    keys: str,
    status: int,
    kept: bool,
):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    file = tmp_path / "b.yaml"
    file.write_text("会议: 填了一半", encoding="utf-8")
    assert answered(keys, run, "new", "--example", "-o", file)[0] == status
    assert (file.read_text(encoding="utf-8") == "会议: 填了一半") is kept


def test_answers_are_not_lost_where_they_cannot_be_saved(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("drafter.cli.brief._asked", lambda genre: "会议: 全镇防汛会\n")
    status, out, _ = run("new", "-o", tmp_path / "none" / "b.yaml")
    assert (status, out.strip()) == (2, "会议: 全镇防汛会")


def test_schema_is_json(run: Run):
    status, out, _ = run("schema")
    assert status == 0
    assert json.loads(out)["title"] == "讲话稿提纲"


NOTICE = """\
关于召开全县秋粮收储动员会的通知
各乡镇人民政府：
为做好秋粮收储工作，定于2026年10月9日在县粮食局召开全县秋粮收储动员会。现将有关事项通知如下：
一、重点任务
（一）腾空全部仓房。逐仓登记，逐仓消毒。由县粮食局负责，9月底前完成。
临河县人民政府办公室
2026年10月1日
"""

SPEECH = """\
在全县秋收会议上的讲话
同志们：
今天，我们召开全县秋收会议，主要任务是安排秋收。
一、统一思想
秋收是大事。
二、抓好落实
各乡镇要抢收。
同志们，让我们加油干！
"""


def test_a_notice_becomes_a_brief_that_drafts(run: Run, tmp_path: Path):
    notice, file = tmp_path / "通知.txt", tmp_path / "提纲.yaml"
    notice.write_text(NOTICE, encoding="utf-8")
    status, _, err = run("new", "--from", notice, "-o", file)
    assert (status, "已保存" in err) == (0, True)
    brief = load_brief(file)
    assert (brief.meeting, brief.unit.level) == ("全县秋粮收储动员会", "县")
    assert genre_id(brief.genre) == "mobilisation"
    assert brief.points[0].content[0].owner == "县粮食局"
    assert "逐项核对" in file.read_text("utf-8")
    status, out, _ = run("draft", file)
    assert status == 0
    assert "腾空全部仓房" in out


def test_what_a_notice_does_not_tell_is_to_be_filled_in(run: Run, tmp_path: Path):
    notice = tmp_path / "通知.txt"
    notice.write_text("定于2026年10月9日召开秋粮收储会。\n", encoding="utf-8")
    status, out, _ = run("new", "--from", notice)
    assert status == 0
    assert "会议: 秋粮收储会" in out
    assert "# 单位: {名称: , 层级: }    # 必填" in out
    assert "# 文种:" in out
    status, out, _ = run("new", "--from", notice, "--genre", "部署讲话")
    assert "文种: 部署讲话" in out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("今天天气很好。\n", "没有认出"),
        (SPEECH, "这是一篇讲话稿"),
    ],
)
def test_what_is_no_notice_is_no_brief(run: Run, tmp_path: Path, text: str, said: str):
    notice = tmp_path / "a.txt"
    notice.write_text(text, encoding="utf-8")
    status, out, err = run("new", "--from", notice, "-o", tmp_path / "b.yaml")
    assert (status, out) == (1, "")
    assert said in err
    assert not (tmp_path / "b.yaml").exists()


def test_a_notice_and_an_example_are_two_things(run: Run, tmp_path: Path):
    assert run("new", "--from", tmp_path, "--example")[0] == 2
    status, _, err = run("new", "--from", tmp_path)
    assert (status, "请给出一份通知或方案" in err) == (1, True)


def test_a_notice_given_for_a_brief_is_told_where_it_belongs(run: Run, tmp_path: Path):
    notice = tmp_path / "通知.txt"
    notice.write_text(NOTICE, encoding="utf-8")
    status, _, err = run("draft", notice)
    assert status == 1
    assert "drafter new --from" in err
