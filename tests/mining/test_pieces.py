"""What stands between marks, found in many texts at once."""

from __future__ import annotations

from zlib import crc32

import numpy as np

from drafter.mining.checksums import checksums
from drafter.mining.pieces import Pieces, blanks, class_of, pieces

_INSIDE = ~(class_of("，。、") | blanks())
_TEXTS = ["早谋划，快动手。", "", "，，", "𠮷林 café、第1条。", "长" * 70, "É一"]


def _shown(found: Pieces) -> list[tuple[int, str]]:
    spans = zip(found.owners, found.starts, found.ends, strict=True)
    return [(n, found.letters[a:b].tobytes().decode("utf-32-le")) for n, a, b in spans]


def test_a_piece_is_told_with_the_text_it_stands_in() -> None:
    assert _shown(pieces(_TEXTS, _INSIDE)) == [
        (0, "早谋划"),
        (0, "快动手"),
        (3, "𠮷林"),
        (3, "café"),
        (3, "第1条"),
        (4, "长" * 70),
        (5, "É一"),
    ]


def test_a_piece_goes_on_over_what_is_dropped() -> None:
    found = pieces(["早 谋划 ", " ", "，动\u3000手"], _INSIDE | blanks(), blanks())
    assert _shown(found) == [(0, "早谋划"), (2, "动手")]


def test_checksums_are_those_of_each_piece_alone() -> None:
    found = pieces(_TEXTS, _INSIDE)
    alone = [crc32(text.encode()) for _, text in _shown(found)]
    assert checksums(found).tolist() == alone
    nothing = checksums(pieces(["，"], _INSIDE))
    assert nothing.dtype == np.uint32
    assert not len(nothing)
