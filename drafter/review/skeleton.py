"""A text without its marks and blanks, so that the same words compare equal however written.

``1,260`` and ``１２６０`` are the same number, 2026-11-21 and 2026年11月21日 the same day, and a
comma more or less is no other sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from drafter.text.folding import fold_punctuation, to_half_digits

__all__ = ["Skeleton", "bare", "fold", "skeleton"]

#: Most texts have none of these, and folding them is then a copy for nothing.
_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ％．]")
_HALF_OR_WIDE = re.compile(r"[,;:!?().０-９Ａ-Ｚａ-ｚ％．]")

_RUN = re.compile(
    # Said first, because most runs are such.
    r"[A-Za-z\u4e00-\u9fff\u3400-\u4dbf〇\U00020000-\U0003ffff]+"
    r"|(?<![0-9])(?P<y>[0-9]{4})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)?%?"
)
#: What is bare already: most clauses of a brief.
_BARE = re.compile("[\u4e00-\u9fff]+")


def fold(text: str) -> str:
    """Marks full-width, digits and letters half-width; as many characters as before."""
    if _HALF_OR_WIDE.search(text) is None:
        return text
    text = fold_punctuation(text)
    return to_half_digits(text) if _WIDE.search(text) else text


class Skeleton(Struct, frozen=True):
    """The bare text, and where each run of it begins in the text it was made from.

    ``ends`` is where each run ends in the bare text, behind a nought for what stands before any.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    ends: tuple[int, ...]

    def origin(self, position: int) -> int:
        """The offset in the full text of the character at ``position`` of the bare text."""
        run = max(0, bisect_right(self.starts, position) - 1)
        return self.origins[run] + position - self.starts[run] if self.origins else 0

    def position(self, offset: int) -> int:
        """Where the bare text is at an offset of the full text: at its next character."""
        return self.positions((offset,))[0]

    def positions(self, offsets: Iterable[int]) -> list[int]:
        """Where the bare text is at each of some offsets of the full text."""
        origins, ends = self.origins, self.ends
        found = []
        for offset in offsets:
            run = bisect_right(origins, offset)
            reached = ends[run - 1] + offset - origins[run - 1] if run else 0
            found.append(min(reached, ends[run]))
        return found


def skeleton(text: str) -> Skeleton:
    """The skeleton of a text; offsets are those of ``text``."""
    runs = list(_RUN.finditer(to_half_digits(text) if _WIDE.search(text) else text))
    pieces = [_dated(run) if run.lastindex else run.group() for run in runs]
    ends = tuple(accumulate(map(len, pieces), initial=0))
    return Skeleton("".join(pieces), ends[:-1], tuple([run.start() for run in runs]), ends)


def _dated(run: re.Match[str]) -> str:
    return f"{run['y']}年{int(run['m'])}月{int(run['d'])}日"


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Only the skeleton's text."""
    return text if _BARE.fullmatch(text) else skeleton(text).text
