"""The characters that an expression can begin with, read off its parsed form."""

import re._constants as codes
import re._parser as parser
from collections.abc import Iterable

_LOOKS = (codes.ASSERT, codes.ASSERT_NOT, codes.AT)


def beginnings(expression: str) -> set[str]:
    """Every such character; a class that leaves characters out is refused with ValueError."""
    found, may_be_empty = _of(parser.parse(expression))
    if may_be_empty:
        raise ValueError(f"{expression} may match nothing")
    return found


def _of(parts: Iterable) -> tuple[set[str], bool]:
    found: set[str] = set()
    for code, what in parts:
        if code in _LOOKS:
            continue
        some, may_be_empty = _of_part(code, what)
        found |= some
        if not may_be_empty:
            return found, False
    return found, True


def _of_part(code, what) -> tuple[set[str], bool]:
    if code is codes.LITERAL:
        return {chr(what)}, False
    if code is codes.IN and all(c in (codes.LITERAL, codes.RANGE) for c, _ in what):
        ranges = [(w, w) if c is codes.LITERAL else w for c, w in what]
        return {chr(c) for a, b in ranges for c in range(a, b + 1)}, False
    if code is codes.SUBPATTERN:
        return _of(what[3])
    if code is codes.BRANCH:
        each = [_of(branch) for branch in what[1]]
        return set().union(*(some for some, _ in each)), any(empty for _, empty in each)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        some, may_be_empty = _of(what[2])
        return some, may_be_empty or what[0] == 0
    raise ValueError(f"{code} in an expression of the data")
