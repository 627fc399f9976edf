"""Packs: what a well-formed one gives, and what is said of the others."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from drafter.bank import (
    Pattern,
    Support,
    load_bank,
    load_pack,
    parse_frame,
    pattern_id,
    save_decisions,
    save_pack,
)
from drafter.errors import OutputError, PackError

FRAME = "今天，我们召开{{ meeting }}，主要任务是{{ purpose }}。"


def pattern(frame: str = FRAME, **more: object) -> Pattern:
    names = parse_frame(frame).slots
    place = {"part": "opening", "move": "purpose", "id": pattern_id("opening", "purpose", frame)}
    slots = tuple((n, n) for n in names)
    return Pattern(frame=frame, slots=slots, **(place | more))  # type: ignore[arg-type]


def test_a_pack_that_cannot_be_written_whole_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A full disk: the second file does not fit any more."""
    folder = tmp_path / "house"
    closing = pattern("现在散会。", part="closing", move="address", id="closing.address.1")
    save_pack(folder, {"id": "house", "version": "1"}, [pattern(), closing])
    old = {file.name: file.read_bytes() for file in folder.iterdir()}
    write, written = Path.write_bytes, []

    def full(path: Path, data: bytes) -> int:
        written.append(path)
        if len(written) > 1:
            raise OSError(errno.ENOSPC, "")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match="磁盘已满"):
        save_pack(folder, {"id": "house", "version": "2"}, [pattern("现在开会。"), closing])
    assert len(written) == 2
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == old


def test_a_saved_pack_loads_the_same(tmp_path: Path):
    mine = pattern(support=Support(3, 2, ("aa", "bb")), genres=("deployment",))
    save_pack(tmp_path / "house", {"id": "house", "version": "1"}, [mine])
    (loaded,) = load_pack(tmp_path / "house").patterns
    assert loaded.frame == mine.frame
    assert loaded.support == mine.support
    assert loaded.slot_types == {"meeting": "meeting", "purpose": "purpose"}
    assert loaded.status == "proposed"


def test_saving_again_gives_the_same_bytes(tmp_path: Path):
    for name in ("a", "b"):
        save_pack(tmp_path / name, {"id": "x"}, [pattern(), pattern("现在开会。")])
    files = [sorted(f.read_bytes() for f in (tmp_path / n).iterdir()) for n in ("a", "b")]
    assert files[0] == files[1]


def test_decisions_outlive_the_pack(tmp_path: Path):
    folder = tmp_path / "house"
    first, second, third = pattern(), pattern("现在开会。"), pattern("会议开始。")
    save_decisions(
        folder,
        {
            first.id: {"status": "accepted"},
            second.id: {"status": "rejected"},
            third.id: {"status": "edited", "frame": "现在，会议正式开始。"},
        },
    )
    for _ in range(2):
        save_pack(folder, {"id": "house"}, [first, second, third])
        loaded = {p.frame: p.status for p in load_pack(folder).patterns}
        assert loaded == {
            FRAME: "accepted",
            "现在开会。": "rejected",
            "现在，会议正式开始。": "accepted",
        }


def test_a_numbered_slot_that_a_person_added_is_of_the_type_it_is_named_by(tmp_path: Path):
    folder = tmp_path / "house"
    save_pack(folder, {"id": "house"}, [pattern()])
    save_decisions(folder, {pattern().id: {"frame": "今天，我们{{ purpose }}，{{ clause2 }}。"}})
    (edited,) = load_pack(folder).patterns
    assert edited.slot_types == {"purpose": "purpose", "clause2": "clause"}


def test_own_packs_come_first_and_may_be_used_unreviewed(tmp_path: Path):
    save_pack(tmp_path / "house", {"id": "house"}, [pattern()])
    bank = load_bank([tmp_path / "house"])
    assert bank.select("opening", "purpose", genre="regular")[0].frame == FRAME
    assert bank.packs[0].id == "house"


def test_shipped_packs_are_well_formed():
    bank = load_bank()
    assert bank.digest.startswith("sha256:")
    assert {p.status for p in bank} <= {"accepted", "proposed", "rejected"}


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("opening.yaml", "- move: purpose\n", "第1条：缺 frame"),
        ("opening.yaml", "- {move: dance, frame: 你好。}\n", "第1条：move 应是"),
        ("opening.yaml", "- {move: purpose, frame: 你好。, colour: red}\n", "不认识的键 colour"),
        ("opening.yaml", "- {move: purpose, frame: '你好{{ x。'}\n", "不成对的花括号"),
        ("opening.yaml", "- {move: purpose, frame: '{{ moon }}你好。'}\n", "不在 data/slots.yaml"),
        ("opening.yaml", "move: purpose\n", "开头应是一个列表"),
        ("opening.yaml", "- [\n", "不是合格的 YAML"),
        ("song.yaml", "[]\n", "文件名应是"),
    ],
)
def test_a_malformed_pack_is_named(tmp_path: Path, file: str, text: str, said: str):
    (tmp_path / "pack.yaml").write_text("id: x\n", encoding="utf-8")
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_pack(tmp_path)
    assert said in caught.value.message
    assert file in str(caught.value)


def test_a_folder_without_a_pack(tmp_path: Path):
    with pytest.raises(PackError, match="没有句式包"):
        load_bank([tmp_path])
