"""Frames on one part of a field of work name it (about), and keep it through save and load."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.bank import WHOLE_FIELD, load_pack, save_pack
from drafter.errors import PackError

META = "id: land\nname: 乡村\norigin: authored\narea: 乡村振兴\n"


def _pack(folder: Path, about: str, parts: str = "[]") -> Path:
    folder.mkdir()
    (folder / "pack.yaml").write_text(f"{META}parts: {parts}\n", encoding="utf-8")
    entry = f"- move: measure\n  about: [{about}]\n  frame: 种子和肥料要在下地之前备齐。\n"
    (folder / "points.yaml").write_text(entry, encoding="utf-8")
    return folder


def test_the_part_of_a_field_is_read_and_saved(tmp_path: Path) -> None:
    pack = load_pack(_pack(tmp_path / "land", "粮食, 春耕"))
    assert pack.patterns[0].about == ("粮食", "春耕")
    save_pack(tmp_path / "again", pack.meta, pack.patterns)
    assert load_pack(tmp_path / "again").patterns[0].about == ("粮食", "春耕")


def test_one_character_is_no_part_of_a_field(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="至少两个字"):
        load_pack(_pack(tmp_path / "land", "粮")).patterns  # noqa: B018


def test_a_frame_that_names_a_part_of_the_field_is_for_that_part(tmp_path: Path) -> None:
    parts = "[[春耕, 种子, 农时], [人居环境, 垃圾]]"
    pack = load_pack(_pack(tmp_path / "land", "", parts))
    assert pack.patterns[0].about == ("春耕", "种子", "农时", WHOLE_FIELD)


def test_what_is_written_beside_a_frame_comes_before_what_it_names(tmp_path: Path) -> None:
    pack = load_pack(_pack(tmp_path / "land", "粮食", "[[春耕, 种子]]"))
    assert pack.patterns[0].about == ("粮食",)


@pytest.mark.parametrize("parts", ["种子", "[种子]", "[[种]]"])
def test_parts_are_lists_of_words(tmp_path: Path, parts: str) -> None:
    with pytest.raises(PackError, match=r"parts|至少两个字"):
        load_pack(_pack(tmp_path / "land", "粮食", parts))
