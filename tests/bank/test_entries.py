"""A pack written by hand: everything wrong with it is said, with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.bank import load_pack
from drafter.errors import PackError


def pack(folder: Path, entries: str, meta: str = "id: own\n") -> Path:
    folder.mkdir()
    (folder / "pack.yaml").write_text(meta, encoding="utf-8")
    (folder / "closing.yaml").write_text(entries, encoding="utf-8")
    return folder


def test_every_wrong_entry_is_said_with_its_line(tmp_path: Path):
    folder = pack(tmp_path / "own", "- {move: dance, frame: 好。}\n- 5\n\n- {move: goal}\n")
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    file = folder / "closing.yaml"
    lines = caught.value.lines()
    assert [line.split(" P001 ")[0] for line in lines] == [f"{file}:{n}:" for n in (1, 2, 4)]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{move: goal, frame: 干。, genres: 5}", "genres 应是一个列表"),
        ("{move: goal, frame: 干。, area: [安全]}", "area 应是一段文字"),
        ("{move: goal, frame: 干。, slots: x}", "slots 应是“键: 值”"),
        ("{move: goal, frame: 干。, origin: heard}", "origin 应是 mined、authored 之一"),
        ("{move: goal, frame: 干。, support: {speeches: 几篇}}", "应是整数"),
        ("{move: goal, frame: 干。, about: [秸秆 烧]}", "about 的词至少两个字"),
        ("{move: goal, frame: 干。, about: [（换心）]}", "没有“（换心）”这种做法.*“（换新）”"),
        ("{move: goal, frame: 干。, about: [〔天天〕]}", "没有“〔天天〕”这种做法"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named(tmp_path: Path, entry: str, said: str):
    with pytest.raises(PackError, match=said):
        load_pack(pack(tmp_path / "own", f"- {entry}\n"))


def test_an_id_stands_once(tmp_path: Path):
    twice = "- {id: a, move: goal, frame: 干。}\n- {id: a, move: goal, frame: 成。}\n"
    with pytest.raises(PackError, match="编号 a 前面已经用过"):
        load_pack(pack(tmp_path / "own", twice))


def test_a_pack_for_another_version_is_refused_also_when_it_is_remembered(tmp_path: Path):
    entries = "- {move: goal, frame: 干。}\n"
    assert load_pack(pack(tmp_path / "fits", entries, "compatible: '>=0.1,<1'\n")).patterns
    folder = pack(tmp_path / "later", entries, "compatible: '>=99'\n")
    for _ in range(2):
        with pytest.raises(PackError, match="要用 drafter >=99"):
            load_pack(folder)


@pytest.mark.parametrize(
    ("decisions", "said"),
    [
        ("a: 3\n", "“a”：应是“键: 值”"),
        ("a: {status: maybe}\n", "status 应是"),
        ("a: {frame: '你好{{ x'}\n", "“a”：.*花括号"),
        ("a: {frame: 好。, slots: {x: moon}}\n", "槽位的类型 moon"),
    ],
)
def test_a_damaged_decision_is_named(tmp_path: Path, decisions: str, said: str):
    folder = pack(tmp_path / "own", "- {move: goal, frame: 干。}\n")
    (tmp_path / "own.decisions.yaml").write_text(decisions, encoding="utf-8")
    with pytest.raises(PackError, match=said):
        load_pack(folder)
