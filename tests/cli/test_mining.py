"""``drafter mine`` and ``drafter patterns``: what a user sees."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.bank import Pattern, load_pack, save_decisions
from drafter.cli.reviewing import edited, review_pack

Run = Callable[..., tuple[int, str, str]]

_SPEECH = """在全{0}{1}动员会上的讲话
同志们：
今天，我们召开全{0}{1}动员会，主要任务是部署下一步工作。下面，我就{1}讲三点意见。
一、提高认识，切实增强做好{1}的责任感
{1}事关长远，必须抓好。
二、突出重点，全力推进{1}
要逐项排查，逐一整改。
三、加强领导，确保{1}取得实效
各部门要密切配合。
同志们，做好{1}，责任重大，使命光荣。
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "讲话"
    folder.mkdir()
    for number, (level, topic) in enumerate(
        [("县", "河道清淤"), ("市", "校车安全"), ("镇", "秸秆禁烧")]
    ):
        (folder / f"{number}.txt").write_text(_SPEECH.format(level, topic), encoding="utf-8")
    return folder


def test_mining_writes_a_pack_and_sums_up_on_stderr(run: Run, corpus: Path, tmp_path: Path) -> None:
    status, out, err = run("mine", str(corpus), "-o", str(tmp_path / "pack"))
    frames = {p.frame for p in load_pack(tmp_path / "pack").patterns}
    assert (status, out) == (0, "")
    assert "读了 3 篇讲话" in err
    assert "条句式（开头 " in err
    assert f"drafter patterns review {tmp_path / 'pack'} 逐条过目" in err
    assert "今天，我们召开{{ meeting }}，主要任务是{{ purpose }}。" in frames


def test_mining_a_folder_without_speeches_says_so_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    status, _, err = run("mine", str(tmp_path / "empty"), "-o", str(tmp_path / "pack"))
    assert status == 1
    assert "Traceback" not in err
    assert not (tmp_path / "pack").exists()


def test_an_unknown_engine_is_wrong_usage(run: Run, corpus: Path, tmp_path: Path) -> None:
    status, _, err = run("mine", str(corpus), "-o", str(tmp_path / "p"), "--engine", "spark")
    assert status == 2
    assert "local、dask" in err


def test_show_gives_slots_evidence_and_where_it_came_from(
    run: Run, corpus: Path, tmp_path: Path
) -> None:
    run("mine", str(corpus), "-o", str(tmp_path / "pack"))
    pattern = next(p for p in load_pack(tmp_path / "pack").patterns if p.move == "transition")
    status, out, _ = run("patterns", "show", pattern.id, "--patterns", str(tmp_path / "pack"))
    assert status == 0
    assert "见于 3 个独立来源、3 个主题" in out
    assert "topic＝主题" in out
    assert "drafter mine 讲话 -o DIR" in out


def test_an_unknown_pattern_is_one_chinese_line(run: Run) -> None:
    status, _, err = run("patterns", "show", "opening.nothing")
    assert status == 1
    assert "没有编号为“opening.nothing”的句式" in err


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (["--part", "middle"], "--part 应是 开头、标题"),
        (["--move", "chorus"], "--move 应是 问候、点题"),
        (["--part", "arcs", "--move", "wish"], "--move 应是 骨架 之一，现为 wish"),
        (["--status", "new"], "--status 应是 已用、待审、不用 之一"),
    ],
)
def test_a_part_move_or_status_that_is_none_is_wrong_usage(
    run: Run, asked: list[str], says: str
) -> None:
    status, out, err = run("patterns", "list", *asked)
    assert (status, out) == (2, "")
    assert says in err


def test_a_part_move_or_status_may_be_called_by_its_name_or_its_key(run: Run) -> None:
    asked = run("patterns", "list", "--part", "开头", "--move", "表态", "--status", "已用")
    assert asked == run(
        "patterns", "list", "--part", "opening", "--move", "stance", "--status", "accepted"
    )
    assert asked[1].startswith("opening.stance.")


def test_coverage_is_told_a_line_a_place(run: Run, corpus: Path) -> None:
    status, out, _ = run("patterns", "coverage", str(corpus))
    assert status == 0
    assert [line.split("　")[0] for line in out.splitlines()][-1] == "合计"


def test_coverage_of_what_is_no_speech_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "便条.txt").write_text("明天来。", encoding="utf-8")
    status, _, err = run("patterns", "coverage", str(tmp_path / "便条.txt"))
    assert status == 1
    assert "便条.txt: I001 没有找到讲话稿里的开头、标题或结尾" in err


def test_what_was_decided_at_the_terminal_is_kept_when_it_ends_with_ctrl_c(
    run: Run,
    corpus: Path,
    tmp_path: Path,
    answered: Callable[..., None],
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    folder = tmp_path / "pack"
    run("mine", str(corpus), "-o", str(folder))
    # Accept; edit with a slot nobody knows, then put right; stop.
    keys = "\r" + "\x1b[B\r" + "{{ 甲 }}\r" + "\x7f" * 7 + "\r" + "\x03"
    answered(keys, review_pack, folder, [])
    first, second = [p for p in load_pack(folder).patterns if p.status == "accepted"]
    assert first.id != second.id
    left = sum(p.status == "proposed" for p in load_pack(folder).patterns)
    assert capfdbinary.readouterr().out.decode().endswith(f"这次定了 2 条，还有 {left} 条待审\n")


def test_a_corpus_mined_again_tells_what_is_left_to_review(
    run: Run, corpus: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "pack"
    assert "这些句式还是“待审”" in run("mine", str(corpus), "-o", str(folder))[2]
    first, *others = load_pack(folder).patterns
    save_decisions(folder, {first.id: {"status": "rejected"}})
    assert f"其中 {len(others)} 条还是“待审”" in run("mine", str(corpus), "-o", str(folder))[2]
    save_decisions(folder, {p.id: {"status": "accepted"} for p in (first, *others)})
    assert "以前都审过" in run("mine", str(corpus), "-o", str(folder))[2]


def test_review_refuses_to_ask_where_nobody_sits(run: Run, tmp_path: Path) -> None:
    status, _, err = run("patterns", "review", str(tmp_path))
    assert status == 2
    assert "终端" in err


def test_coverage_gives_each_sentence_with_its_pattern(
    run: Run, corpus: Path, tmp_path: Path
) -> None:
    run("mine", str(corpus), "-o", str(tmp_path / "pack"))
    decided = "".join(
        f"{p.id}: {{status: accepted}}\n" for p in load_pack(tmp_path / "pack").patterns
    )
    (tmp_path / "pack.decisions.yaml").write_text(decided, encoding="utf-8")
    unseen = tmp_path / "新稿.txt"
    unseen.write_text(_SPEECH.format("区", "垃圾分类"), encoding="utf-8")
    status, out, _ = run(
        "patterns", "coverage", str(unseen), "--json", "--patterns", str(tmp_path / "pack")
    )
    value = json.loads(out)
    assert status == 0
    assert value["coverage"]["headings"] == {"matched": 3, "sentences": 3, "share": 1.0}
    assert all(s["pattern"] for s in value["sentences"] if s["move"] == "transition")


def test_a_person_may_write_a_frame_anew_but_not_with_figures() -> None:
    pattern = Pattern("x", "opening", "purpose", "主要任务是{{ purpose }}。")
    assert edited(pattern, "会议的任务是{{ purpose }}。")["slots"] == {"purpose": "purpose"}
    with pytest.raises(ValueError, match="含数字"):
        edited(pattern, "2项任务是{{ purpose }}。")
    with pytest.raises(ValueError, match="没有“nobody”这种槽位"):
        edited(pattern, "任务是{{ nobody }}。")
