"""What was held back is told by reason and shown without its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.bank import Bank, load_pack, save_pack
from drafter.errors import InputError
from drafter.mining import Held
from drafter.mining.held import masked, reasons_of, summary
from drafter.mining.report import held_reasons, kept_by, load_held


def test_reasons_are_counted_without_what_they_quote() -> None:
    reasons = held_reasons(
        [
            Held("points", "推进{{ np }}新局面。", ("“新局面”是一个时期的提法",)),
            Held("points", "推进{{ np }}大台阶。", ("“大台阶”是一个时期的提法", "含数字")),
            Held("opening", "2次会议。", ("含数字",)),
            Held("opening", "3次会议。", ("含数字",)),
        ]
    )
    assert [(r.reason, r.count) for r in reasons] == [("含数字", 3), ("是一个时期的提法", 2)]


def test_a_name_never_shows() -> None:
    unlisted = "“向青禾县王晓岚同志学习”有词不在句式词表里"
    item = Held("points", "{{ np }}向青禾县王晓岚同志学习。", ("含地名“青禾县”", unlisted))
    shown = "".join(words for kind, words in masked(item) if kind == "text")
    assert "青禾" not in shown
    assert "晓岚" not in shown
    assert ("hidden", "") in masked(item)


def test_quoted_words_are_hidden_though_every_one_is_listed() -> None:
    item = Held("points", "{{ np }}取得重要进展。", ("“取得重要进展”只在一个来源里出现",))
    assert [kind for kind, _ in masked(item)] == ["slot", "hidden", "text"]


def test_a_list_written_by_mining_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "held.yaml"
    file.write_text(
        "- part: points\n  frame: 2次{{ np }}。\n  reasons: [含数字]\n", encoding="utf-8"
    )
    assert load_held(file) == (Held("points", "2次{{ np }}。", ("含数字",)),)


@pytest.mark.parametrize("text", ["a: [", "- 1", "- {part: points, frame: 'x{', reasons: []}", "5"])
def test_another_file_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    file = tmp_path / "held.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="不是 drafter mine --held 写出的文件"):
        load_held(file)


def test_a_pack_keeps_the_reasons_and_nothing_of_the_words(tmp_path: Path) -> None:
    held = [
        Held("points", "在青禾县推进{{ np }}。", ("含地名“青禾县”",)),
        Held("points", "推进{{ np }}大台阶。", ("“大台阶”是一个时期的提法",)),
        Held("points", "3次推进{{ np }}。", ("含数字",)),
        Held("points", "认真抓好各项工作落实，{{ np }}。", ("含数字",)),
    ]
    kept = summary(held)
    assert kept[0] == {
        "reason": "含数字",
        "frames": "2",
        "examples": ["▢次推进{{ np }}。", "▢{{ np }}。"],
    }
    assert reasons_of({"held": kept}) == held_reasons(held)
    assert "青禾" not in str(kept)
    assert "大台阶" not in str(kept)
    for name in ("甲", "乙"):
        save_pack(tmp_path / name, {"id": name, "origin": "mined", "held": kept}, [])
    bank = Bank([load_pack(tmp_path / name) for name in ("甲", "乙")])
    told = kept_by(bank)
    assert told is not None
    assert [(r.reason, r.count) for r in told] == [
        ("含数字", 4),
        ("含地名", 2),
        ("是一个时期的提法", 2),
    ]


def test_packs_that_keep_nothing_tell_nothing(bank: Bank) -> None:
    assert kept_by(bank) is None
