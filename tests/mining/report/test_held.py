"""What was held back is told by reason and shown without its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.mining import Held
from drafter.mining.report import held_reasons, load_held
from drafter.mining.report.held import masked


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
