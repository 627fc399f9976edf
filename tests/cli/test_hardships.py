"""What an office does to a command: rights, disks, streams, locales, Ctrl-C, odd briefs."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.errors import OutputError
from drafter.files import make_folder, write_bytes

Run = Callable[..., tuple[int, str, str]]
DRAFTER = [sys.executable, "-c", "from drafter.cli import main; main()"]
BRIEF = """文种: 部署讲话
会议: 全县防汛工作会议
单位: {名称: 安平县, 层级: 县}
主题: {名称: 防汛, 领域: 防汛抗旱}
"""


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "提 纲🎉.yaml"
    path.write_text(BRIEF, encoding="utf-8")
    return path


def shell(script: str, *argv: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["bash", "-c", script, "-", *DRAFTER, *map(str, argv)],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
        timeout=60,
    )


def test_a_device_is_written_to_and_not_replaced(tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        write_bytes(pipe, b"text")
        assert reader.communicate(timeout=10)[0] == b"text"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_stays_a_link_and_a_private_file_private(tmp_path: Path):
    target, link = tmp_path / "a.docx", tmp_path / "b.docx"
    target.write_bytes(b"old")
    target.chmod(0o600)
    link.symlink_to(target)
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_an_interruption_while_writing_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_bytes(target, b"new")
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("a.docx", b"old")]


def test_where_nothing_can_be_kept_a_draft_is_made_all_the_same(brief: Path, tmp_path: Path):
    # No file may grow, as on a full disk: neither packs nor compiled templates can be kept.
    done = shell('ulimit -f 0; "$@"', "draft", brief, XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert done.returncode == 0, done.stderr.decode()
    assert "防汛" in done.stdout.decode()


@pytest.mark.parametrize("name", ["a" * 300, "loop", "file/x"])
def test_what_cannot_be_written_is_an_output_error(tmp_path: Path, name: str):
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").touch()
    with pytest.raises(OutputError) as caught:
        write_bytes(tmp_path / name, b"x")
    assert str(tmp_path / name) in str(caught.value)
    assert {f.name for f in tmp_path.iterdir()} == {"loop", "file"}


def test_a_folder_is_not_made_where_a_file_is(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="同名的文件"):
        make_folder(tmp_path / "file")


def test_mining_into_a_file_is_refused_before_the_work(tmp_path: Path, run: Run, brief: Path):
    status, _, err = run("mine", str(tmp_path), "-o", str(brief))
    assert (status, err.count("\n")) == (2, 1)
    assert f"{brief}: U002 这里已有一个同名的文件" in err


def test_why_each_file_could_not_be_mined_is_said(tmp_path: Path, run: Run):
    (tmp_path / "空.txt").touch()
    status, _, err = run("mine", str(tmp_path / "空.txt"), str(tmp_path / "无.txt"), "-o", "x")
    lines = err.splitlines()
    assert status == 1
    assert [line.split(" ")[1] for line in lines] == ["S002", "S004", "I001"]


def test_an_empty_argument_does_not_mean_the_current_folder(run: Run):
    assert run("parse", "")[::2] == (
        2,
        "U001 有一个参数是空的，多半是脚本里的变量没有值；请补上\n",
    )


def test_several_briefs_may_come_with_one_from_standard_input(tmp_path: Path, brief: Path):
    done = shell(f'"$@" < "{brief}"', "draft", "-", brief, "-o", f"{tmp_path}/稿/")
    assert done.returncode == 0
    assert len(list((tmp_path / "稿").iterdir())) == 2


@pytest.mark.parametrize(
    ("script", "status", "said"),
    [
        ('"$@" schema >&-', 2, "U002 结果写不出去（已经关闭）"),
        ('"$@" draft - <&-', 1, "标准输入: B002 文件是空的"),
        ('"$@" new <&-', 2, "U001 逐项提问需要在终端里运行"),
        ('"$@" schema >/dev/full', 2, "U002 结果写不出去（磁盘已满）"),
    ],
)
def test_shut_and_full_streams(script: str, status: int, said: str):
    done = shell(script)
    err = done.stderr.decode()
    assert (done.returncode, err.count("\n")) == (status, 1)
    assert err.startswith(said)


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "ascii"},
    ],
)
def test_chinese_whatever_the_locale(environment: dict[str, str]):
    done = shell('"$@"', "patterns", "show", "无", **environment)
    assert done.stderr.decode().startswith("I001 没有编号为“无”的句式")
    assert "显示版本。" in shell('"$@"', "--help", **environment).stdout.decode()


def test_a_narrow_encoding_that_can_say_chinese_is_kept():
    done = shell('"$@"', "patterns", "show", "𠮷", PYTHONIOENCODING="gbk")
    assert "没有编号为“\\U00020bb7”的句式" in done.stderr.decode("gbk")


def test_ctrl_c_is_said_in_one_line(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    argv = [*DRAFTER, "parse", str(tmp_path / "pipe")]
    with (
        subprocess.Popen(argv, stderr=subprocess.PIPE) as process,
        (tmp_path / "pipe").open("wb"),  # returns once the command reads the other end
    ):
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        err = process.communicate(timeout=20)[1].decode()
    assert process.returncode == 130
    assert err == "已中断，没有留下写了一半的文件。\n"


def test_a_server_that_is_told_to_stop_has_stopped(tmp_path: Path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    argv = [*DRAFTER, "serve", "--port", str(port), "--data", str(tmp_path)]
    with subprocess.Popen(argv, stderr=subprocess.PIPE) as process:
        for _ in range(400):
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        err = process.communicate(timeout=20)[1].decode()
    assert process.returncode == 0
    assert err.endswith("（按 Ctrl-C 结束）\n已停止\n")


@pytest.mark.parametrize("command", ["", "draft", "mine", "patterns", "patterns coverage", "serve"])
def test_help_is_chinese_throughout(run: Run, command: str):
    status, out, _ = run(*command.split(), "--help")
    assert status == 0
    assert out.startswith(f"用法：drafter {command}".rstrip())
    for english in ("Usage", "Options", "Commands", "Arguments", "default", "required", "Show"):
        assert english not in out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["schema", "more"], "多写了“more”"),
        (["draft", "a.yaml", "-o"], "选项“-o”后面要写一个值"),
        (["draft", "a.yaml", "--clean=3"], "选项“--clean”后面不带值"),
        (["serve", "--port", "99999"], "参数 “--port” 的值不对，应是 1 到 65535 的整数"),
        (["check", "a.docx"], "缺少参数 “--brief”"),
    ],
)
def test_usage_errors_say_what_would_do(run: Run, argv: list[str], said: str):
    status, _, err = run(*argv)
    assert status == 2
    assert said in err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# 只有注释\n", "B002 里面只有注释"),
        ("文种: &a [*a]\n", "别名套了别名"),
        ("文种: " + "[" * 100_000, ":1:34: B002 分层太多"),
        (BRIEF + "标题: [甲, 乙]\n", ":5:5: B005 “标题”写的是一个列表"),
        (BRIEF + "篇幅: 1000\n时长: 30\n", ":6:5: B005 “时长”按每分钟 220 字约合 6600 字"),
        (BRIEF + "时长: 0.01\n", "至少 0.5"),
        (BRIEF + "号召: 加油\n", "键有：目标、寄语"),
        (BRIEF + "成绩: [null]\n", "“成绩[1]”写的是空的，没有就把这一行删掉"),
        (BRIEF.replace("{名称: 安平县, 层级: 县}", ""), ":3:4: B006 缺少必填的“单位”"),
    ],
)
def test_one_line_for_each_mistake_in_a_brief(tmp_path: Path, run: Run, text: str, said: str):
    path = tmp_path / "提纲.yaml"
    path.write_text(text, encoding="utf-8")
    status, out, err = run("draft", str(path))
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(str(path))
    assert said in err


def test_keys_left_open_in_a_form_are_keys_not_given(tmp_path: Path, run: Run):
    open_keys = "标题:\n议程:\n要点: ~\n号召: null\n讲话人:\n篇幅:\n"
    path = tmp_path / "提纲.yaml"
    drafts = []
    for text in (BRIEF, BRIEF + open_keys):
        path.write_text(text, encoding="utf-16")
        status, out, _ = run("draft", str(path))
        assert status == 0
        drafts.append(out)
    assert drafts[0] == drafts[1]


def test_a_brief_without_end_is_refused(run: Run):
    status, _, err = run("draft", "/dev/zero")
    assert (status, err) == (1, "/dev/zero: B001 文件太大，不像一份提纲（上限 2 MB）\n")
