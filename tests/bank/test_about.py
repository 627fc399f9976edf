"""Frames on one part of a field of work name it (about), and keep it through save and load."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.bank import load_pack, save_pack
from drafter.errors import PackError

META = "id: land\nname: 乡村\norigin: authored\narea: 乡村振兴\n"


def _pack(folder: Path, about: str) -> Path:
    folder.mkdir()
    (folder / "pack.yaml").write_text(META, encoding="utf-8")
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
