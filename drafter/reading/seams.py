"""Where a heading and the body glued to it meet: what only the words around the place show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import eq

from drafter.reading.heading_words import heading_words

__all__ = ["couplet_seam", "doubled_seam", "of_one_metre", "repeated_topic", "sibling_seam"]

_MARKS = re.compile(r"[，、]")
_LONGEST_TOPIC = 14
_SHORTEST_BODY = 6
#: No heading is longer, with the words that follow it.
_FAR = 64
_SHORTEST_HEADING, _LONGEST_COUPLET = 4, 40
#: So many characters in the same places make a couplet: 质量管理还有漏洞, 服务态度还有差距.
_ALIKE = 2
#: So many right above have a metre that the next one keeps.
_IN_A_ROW = 3
#: So many beside commas are one pattern where two siblings share them.
_SAME_METRE = 3
#: And so many make one whatever they end with, where a sentence begins: 我们挺过来了, 我们要闯过去.
_MUCH_ALIKE = 4


def doubled_seam(said: str) -> int | None:
    """Where a word ends that is said twice in a row, the second time as what a sentence is about.

    …提升质量质量是生命: no sentence says so, a heading and a body glued together do.
    """
    said = said[:_FAR]
    pairs = list(pairwise(said))
    if len(set(pairs)) == len(pairs):  # most often nothing is said twice, which is soon seen
        return None
    found = heading_words().doubled.search(said, 1)
    return None if found is None else found.end()


def sibling_seam(said: str, siblings: Iterable[str], *, alone: bool) -> int | None:
    """Where ``said`` would end if it were the couplet of a sibling, and a body begins there.

    ``alone`` says that no body follows in its line; then a repeated topic must show it.
    """
    words = heading_words()
    known = list(siblings)
    metre = of_one_metre(said, known)
    if metre is not None:
        return metre
    for heading in known:
        at = len(heading)
        left, right = said[:at], said[at:]
        if len(right) < _SHORTEST_BODY or right[0] in "，、":  # a comma parts clauses, no body
            continue
        topic = repeated_topic(left, right, 2)
        seam = bool(topic and words.predicate.match(right, topic))
        closed, opens = words.closed(left), not alone and _opens(said, at)
        if not seam and not alone and (closed or opens):
            alike = _alike(left, heading)
            seam = (alike >= _ALIKE and closed) or (alike >= _MUCH_ALIKE and opens)
        if seam and _commas(left) == _commas(heading):
            return at
    return None


def of_one_metre(said: str, siblings: Sequence[str]) -> int | None:
    """Where ``said`` has the metre of two siblings: as long, commas and words in the same places.

    勤学习，做懂行的人 beside 强服务，做贴心的人 and 守底线，做干净的人.
    """
    commas = _commas(said)
    if not commas:
        return None
    longest = len(said) - _SHORTEST_BODY
    lengths = Counter([len(h) for h in siblings if commas[0] < len(h) <= longest])
    places = sorted(at for at, n in lengths.items() if n > 1)
    above = siblings[: siblings.index(said)] if places and said in siblings else []
    for at in places:
        left, right = said[:at], said[at:]
        own = [place for place in commas if place < at]
        if right[0] in "，、":
            continue
        near = [h for h in siblings if len(h) == at and _commas(h) == own]
        if len(near) < _ALIKE:
            continue
        in_a_row = above[-_IN_A_ROW:]
        begins = len(own) > 1 and heading_words().opener.match(right) is not None
        begins = begins or (len(in_a_row) == _IN_A_ROW and all(h in near for h in in_a_row))
        if begins or sum(_alike(left, heading) >= _SAME_METRE for heading in near) > 1:
            return at
    return None


def couplet_seam(one: str, other: str) -> int | None:
    """Where two headings glued to their bodies both end, if they are a couplet.

    Both end in a noun that ends headings, share characters in the same places, and one body at
    least begins as sentences do.
    """
    words = heading_words()
    for at in range(
        _SHORTEST_HEADING, min(_LONGEST_COUPLET, len(one), len(other)) - _SHORTEST_BODY
    ):
        if not (words.closed(one, at) and words.closed(other, at)):
            continue
        left, right = one[:at], other[:at]
        couplet = _alike(left, right) >= _ALIKE and _commas(left) == _commas(right)
        if couplet and (_opens(one, at) or _opens(other, at)):
            return at
    return None


def _alike(one: str, other: str) -> int:
    """How many characters other than commas two texts of one length share in the same places."""
    same: Iterable[bool] = map(eq, one, other)
    return sum(same) - len(_commas(one))


def _opens(text: str, at: int) -> bool:
    found = heading_words().opener.match(text, at)
    return found is not None and len(found.group()) > 1


def _commas(text: str) -> list[int]:
    if "，" not in text and "、" not in text:  # most often
        return []
    return [m.start() for m in _MARKS.finditer(text)]


def repeated_topic(left: str, right: str, shortest: int = 3) -> int:
    """The length of the longest beginning of ``right``, ``shortest`` or more, said in ``left``."""
    longest = 0
    for n in range(shortest, min(_LONGEST_TOPIC, len(right))):
        if right[:n] not in left:
            break
        longest = n
    return longest
