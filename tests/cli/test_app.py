"""The command line as a whole: wrong calls, exit status, no traceback."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--nope"], "没有“--nope”这个选项"),
        (["dance"], "没有“dance”这个命令"),
        (["draft"], "缺少参数 “提纲.yaml…”"),
        (["draft", "a.yaml", "--seed", "x"], "参数 “--seed” 的值不对"),
        (["draft", "a.yaml", "--seed", "-1"], "参数 “--seed” 的值不对"),
        (["new", "--genre", "诗歌", "--example"], "没有“诗歌”这个文种"),
        (["draft", "a.yaml", "-o", "a.pdf"], "不会写 .pdf 文件"),
        (["draft", "a.yaml", "--format", "rtf"], "没有“rtf”这种格式"),
    ],
)
def test_a_wrong_call_is_one_chinese_line_and_status_2(run: Run, argv: list[str], said: str):
    status, out, err = run(*argv)
    assert status == 2
    assert out == ""
    assert said in err
    assert err.startswith("U001 ")
    assert err.count("\n") == 1


def test_without_arguments_the_help_is_shown(run: Run):
    status, _, err = run()
    assert status == 2
    assert "draft" in err


def test_version(run: Run):
    from drafter import __version__

    assert run("--version") == (0, f"drafter {__version__}\n", "")


def test_a_bug_is_said_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("drafter.brief.schema.brief_schema", lambda: 1 / 0)
    status, _, err = run("schema")
    assert status == 1
    assert err.startswith("E999 程序内部出错（ZeroDivisionError")
    assert err.count("\n") == 1


def test_a_closed_pipe_ends_quietly(root: Path):
    drafter = [sys.executable, "-c", "from drafter.cli import main; main()"]
    done = subprocess.run(
        ["bash", "-c", 'set -o pipefail; "$@" schema | head -c 1', "-", *drafter],
        capture_output=True,
        cwd=root,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
