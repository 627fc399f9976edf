"""The cache of packs: same patterns, never out of date, never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.bank import load_pack
from drafter.bank import pack as pack_module

PACK = "id: house\norigin: authored\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    (folder / "closing.yaml").write_text("- {move: wish, frame: 祝大家顺利！}\n", encoding="utf-8")
    return folder


def test_second_load_gives_the_same_without_yaml(house: Path, monkeypatch: pytest.MonkeyPatch):
    first = load_pack(house)
    monkeypatch.setattr(pack_module, "read_yaml", lambda *_: pytest.fail("YAML was read again"))
    again = load_pack(house)
    assert (again.patterns, again.digest) == (first.patterns, first.digest)


def test_a_changed_file_is_seen(house: Path):
    before = load_pack(house)
    (house / "closing.yaml").write_text("- {move: wish, frame: 祝大家安好！}\n", encoding="utf-8")
    after = load_pack(house)
    assert [p.frame for p in after.patterns] == ["祝大家安好！"]
    assert after.digest != before.digest


def test_no_cache_folder_is_no_error(house: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/cache")
    assert len(load_pack(house).patterns) == 1
