"""``drafter parse`` as a user meets it."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

DRAFTER = [sys.executable, "-c", "from drafter.cli import main; main()"]

SPEECH = """在全县春季造林动员会上的讲话
（2026年3月4日）
同志们：
今天，我们召开全县春季造林动员会，主要任务是部署今年的造林工作。下面，我讲两点意见。
一、提高认识，增强造林绿化的紧迫感
（一）认清形势
山川秀美是全县群众的共同心愿，造林绿化等不得、慢不得。
（二）抢抓时节
当前正是植树的好时节，要抢前抓早、科学安排。
二、压实责任，确保造林任务按期完成
各乡镇要把任务分解到村、落实到地块，林业部门要搞好技术服务。
同志们，让我们迅速行动起来，为建设绿色家园作出新的贡献！
"""


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    path = tmp_path / "造林.txt"
    path.write_text(SPEECH, encoding="utf-8")
    return path


def test_a_readable_outline(run, speech: Path) -> None:
    status, out, err = run("parse", speech)
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        f"{speech}（1 篇）",
        "  讲话 第 1—12 行 共 201 字",
        "    标题：在全县春季造林动员会上的讲话",
        "    日期：2026-03-04",
        "    称谓：同志们",
        "    开头：第 4 行",
        "        一、提高认识，增强造林绿化的紧迫感",
        "            （一）认清形势",
        "            （二）抢抓时节",
        "        二、压实责任，确保造林任务按期完成",
        "    结尾：第 12 行",
        "    合计：1 级标题 2 个，2 级标题 2 个",
    ]


def test_json_has_one_object_a_file(run, speech: Path, tmp_path: Path) -> None:
    (tmp_path / "其二.txt").write_text(SPEECH, encoding="utf-16")
    status, out, err = run("parse", tmp_path, "--json")
    first, second = json.loads(out)
    assert status == 0
    assert [Path(item["source"]).name for item in (first, second)] == ["其二.txt", "造林.txt"]
    assert first["documents"] == second["documents"]
    assert [h["level"] for h in first["documents"][0]["headings"]] == [1, 2, 2, 1]
    assert err == "读了 2 个文件：讲话 2 篇，文章 0 篇，节录 0 篇\n"


def test_json_of_nothing_is_still_a_list(run, tmp_path: Path) -> None:
    status, out, err = run("parse", "--json", tmp_path)
    assert (status, json.loads(out)) == (1, [])
    assert err.startswith(f"{tmp_path}: S014 ")


def test_bad_files_are_told_with_their_reason_and_the_rest_goes_on(
    run, speech: Path, tmp_path: Path
) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04" + b"\xff" * 50)
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.7 nothing")
    with zipfile.ZipFile(tmp_path / "弹.zip", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("a.txt", bytes(20_000_000))
    status, out, err = run("parse", "--json", tmp_path, tmp_path / "无.txt")
    assert status == 1
    assert [Path(item["source"]).name for item in json.loads(out)] == ["造林.txt"]
    lines = err.splitlines()
    codes = {Path(line.split(": ")[0]).name: line.split(": ")[1][:4] for line in lines[:-1]}
    assert codes == {
        "空.txt": "S004",
        "坏.docx": "S006",
        "坏.pdf": "S006",
        "弹.zip": "S009",
        "无.txt": "S002",
    }
    assert lines[-1].startswith("读了 1 个文件：讲话 1 篇")
    assert "5 个没有读成（S002 1 个，S004 1 个，S006 2 个，S009 1 个）" in lines[-1]


def test_standard_input(run, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SPEECH.encode("gb18030"))))
    status, out, _ = run("parse", "-", "--json")
    (item,) = json.loads(out)
    assert (status, item["source"]) == (0, "-")
    assert item["documents"][0]["title"] == "在全县春季造林动员会上的讲话"


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["parse"], "缺少参数"),
        (["parse", "--xml", "a.txt"], "没有“--xml”这个选项"),
    ],
)
def test_wrong_usage_is_said_in_chinese(run, argv: list[str], says: str) -> None:
    status, out, err = run(*argv)
    assert (status, out) == (2, "")
    assert says in err


def test_a_file_without_any_speech_says_so(run, tmp_path: Path) -> None:
    path = tmp_path / "目录.txt"
    path.write_text("首页 | 新闻\n关于我们\n", encoding="utf-8")
    status, out, _ = run("parse", path)
    assert status == 0
    assert out.startswith(f"{path}（")


def test_a_reader_that_stops_early_is_no_error(speech: Path) -> None:
    pipe = subprocess.PIPE
    command = [*DRAFTER, "parse", *[str(speech)] * 300]
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        complaint = process.stderr.read()
    assert first == f"{speech}（1 篇）\n"
    assert "Traceback" not in complaint
    assert "BrokenPipe" not in complaint


def test_progress_shows_only_where_somebody_watches(speech: Path, tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    watcher, terminal = pty.openpty()
    with (tmp_path / "out.json").open("wb") as out:
        command = [*DRAFTER, "parse", "--json", str(tmp_path)]
        subprocess.run(command, stdout=out, stderr=terminal, env={**os.environ, "TERM": "xterm"})
    os.close(terminal)
    shown = os.read(watcher, 100_000).decode()
    os.close(watcher)
    assert "已读" in shown
    assert "空.txt: S004" in shown
    assert len(json.loads((tmp_path / "out.json").read_bytes())) == 1
