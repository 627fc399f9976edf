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


@pytest.mark.slow
def test_the_best_path_is_the_one_jieba_takes() -> None:
    import jieba

    said = "全县上下要把安全生产摆在更加突出的位置切实抓好汛期值班值守和隐患排查整治各项工作"
    lines = [said, *(said[n:] for n in range(1, len(said))), *(said[:n] for n in range(1, 30))]
    words = BestPath().cut("\n".join(lines))
    assert [w for w in words if w != "\n"] == [
        w for line in lines for w in jieba.lcut(line, HMM=False)
    ]


def test_characters_of_more_than_two_bytes_are_words_of_their_own() -> None:
    assert BestPath().cut("我们\U00020000村\n都来") == [
        "我们",
        "\U00020000",
        "村",
        "\n",
        "都",
        "来",
    ]
