"""What an expression can begin with, read off its parsed form."""

import re._constants as codes
import re._parser as parser
from collections.abc import Iterable

_LOOKS = (codes.ASSERT, codes.ASSERT_NOT, codes.AT)
#: Any character: of a class that leaves some out or has so many, or of a part found before.
_ANY, _MANY = "\0", 1000


def beginnings(expression: str) -> set[str]:
    """Its first two characters, all there can be; the first alone where any can come second.

    Where any can come first it is refused with ValueError.
    """
    begun = _of(parser.parse(expression))
    if any(begin[:1] in ("", _ANY) for begin in begun):
        raise ValueError(f"{expression} may begin with anything")
    return {begin.removesuffix(_ANY) for begin in begun}


def _of(parts: Iterable) -> set[str]:
    whole: set[str] = set()
    open_ = {""}
    for code, what in parts:
        if code not in _LOOKS:
            begun = _joined(open_, _of_part(code, what))
            whole |= {begin for begin in begun if len(begin) == 2}
            open_ = begun - whole
    return whole | open_


def _joined(ones: set[str], others: set[str]) -> set[str]:
    return {(one + other)[:2] for one in ones for other in others}


def _of_part(code, what) -> set[str]:
    if code is codes.LITERAL:
        return {chr(what)}
    if code is codes.IN and all(c in (codes.LITERAL, codes.RANGE) for c, _ in what):
        ranges = [(w, w) if c is codes.LITERAL else w for c, w in what]
        chars = {chr(c) for a, b in ranges for c in range(a, b + 1)}
        return chars if len(chars) < _MANY else {_ANY}
    if code is codes.SUBPATTERN:
        return _of(what[3])
    if code is codes.BRANCH:
        return set().union(*map(_of, what[1]))
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        least, most, part = what
        once = _of(part)
        return once | (_joined(once, once) if most > 1 else set()) | ({""} if least == 0 else set())
    if code in (codes.IN, codes.NOT_LITERAL, codes.GROUPREF):
        return {_ANY}
    raise ValueError(f"{code} in an expression of the data")
