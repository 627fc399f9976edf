"""Words: what stands on other lines changes none of them."""

from __future__ import annotations

import pytest

from drafter.text.best_path import BestPath
from drafter.text.segment import segment

LINES = [
    "要加强组织领导",
    "切实把思想统一到部署上来",
    "",
    "党委、政府1260人 QQ群",
    "\ufdd0讲\ufdd9点意见",
]


@pytest.mark.parametrize("cutter", [lambda: segment, lambda: BestPath().cut])
def test_lines_are_cut_together_as_they_are_alone(cutter) -> None:
    cut = cutter()
    together = cut("\n".join(LINES))
    alone = [word for line in LINES for word in ["\n", *cut(line)]][1:]
    assert together == alone
    assert "".join(together) == "\n".join(LINES)


def test_signs_of_programs_are_words_of_their_own() -> None:
    assert [w for w in segment("就\ufdd2\ufdd3讲") if w >= "\ufdd0"] == ["\ufdd2", "\ufdd3"]
