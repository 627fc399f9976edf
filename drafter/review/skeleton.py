"""A text without its marks and blanks, so that the same words compare equal however written.

``1,260`` and ``１２６０`` are the same number, 2026-11-21 and 2026年11月21日 the same day, and a
comma more or less is no other sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from drafter.text.folding import fold_punctuation, to_half_digits

__all__ = ["Skeleton", "bare", "fold", "skeleton"]

#: Most texts have none of these, and folding them is then a copy for nothing.
_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ％．]")
_HALF_OR_WIDE = re.compile(r"[,;:!?().０-９Ａ-Ｚａ-ｚ％．]")

_RUN = re.compile(
    r"(?<![0-9])(?P<y>[0-9]{4})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)?%?|[A-Za-z\u4e00-\u9fff\u3400-\u4dbf〇\U00020000-\U0003ffff]+"
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
    """The bare text, and where each run of it begins in the text it was made from."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, position: int) -> int:
        """The offset in the full text of the character at ``position`` of the bare text."""
        run = max(0, bisect_right(self.starts, position) - 1)
        return self.origins[run] + position - self.starts[run] if self.origins else 0

    def position(self, offset: int) -> int:
        """Where the bare text is at an offset of the full text: at its next character."""
        run = bisect_right(self.origins, offset) - 1
        if run < 0:
            return 0
        end = self.starts[run + 1] if run + 1 < len(self.starts) else len(self.text)
        return min(self.starts[run] + offset - self.origins[run], end)


def skeleton(text: str) -> Skeleton:
    """The skeleton of a text; offsets are those of ``text``."""
    runs = list(_RUN.finditer(to_half_digits(text) if _WIDE.search(text) else text))
    pieces = [_dated(run) if run.lastindex else run.group() for run in runs]
    starts = accumulate(map(len, pieces[:-1]), initial=0) if pieces else ()
    return Skeleton("".join(pieces), tuple(starts), tuple([run.start() for run in runs]))


def _dated(run: re.Match[str]) -> str:
    return f"{run['y']}年{int(run['m'])}月{int(run['d'])}日"


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Only the skeleton's text."""
    return text if _BARE.fullmatch(text) else skeleton(text).text
