"""What a text must hold for an expression to be found in it.

Of a hundred expressions that are looked for in a clause few have a word in it that each of their
branches asks for; the others need not be tried. What is read here is what the data files write:
branches, groups, classes, repetitions, looking ahead and behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

__all__ = ["needed_by"]

_TOKEN = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<group>\((?:\?:|\?P<\w+>)?)|(?P<close>\))|(?P<branch>\|)"
    r"|\[(?P<any>[^]^\\-][^]\\-]*)\]|(?P<unknown>\[\^?\]?(?:\\.|[^]\\])*\]|\\.|[.^$])"
    r"|(?P<times>(?:[?*+]|\{[\d,]+\})[?+]?)|(?P<char>.)",
    re.DOTALL,
)
#: Groups of other kinds (flags, references, conditions) may change what the rest means.
_OTHER_GROUP = re.compile(r"\(\?(?!:|P<|<?[=!])")
#: Repetitions that may be none at all.
_PERHAPS = re.compile(r"[?*]|\{(?:0+\b|,)")
_NOTHING: frozenset[str] = frozenset()


def needed_by(expression: str) -> frozenset[str]:
    """Strings of one or two characters of which each text that has a match holds one at least.

    Empty where none can be told.
    """
    if _OTHER_GROUP.search(expression):
        return _NOTHING
    return _of_branches(_TOKEN.finditer(expression))


def _of_branches(tokens: Iterator[re.Match[str]]) -> frozenset[str]:
    """What a group needs, or a whole expression; its tokens are used up, the bracket too."""
    branches: list[list[str | frozenset[str]]] = [[]]
    for token in tokens:
        parts = branches[-1]
        last = parts[-1] if parts else _NOTHING
        match token.lastgroup:
            case "close":
                break
            case "branch":
                branches.append([])
            case "group":
                parts.append(_of_branches(tokens))
            case "look":
                # What is looked for ahead or behind may be what must not stand there.
                _of_branches(tokens)
                parts.append(_NOTHING)
            case "any":
                parts.append(frozenset(token["any"]))
            case "times" if _PERHAPS.match(token["times"]):
                parts[-1:] = [last[:-1] if isinstance(last, str) else _NOTHING, _NOTHING]
            case "unknown":
                parts.append(_NOTHING)
            case "char" if isinstance(last, str):
                parts[-1] = last + token["char"]
            case "char":
                parts.append(token["char"])
    needs = list(map(_of_branch, branches))
    return frozenset().union(*needs) if all(needs) else _NOTHING


def _of_branch(parts: Iterable[str | frozenset[str]]) -> frozenset[str]:
    """The part of a branch that is hardest to meet by chance; of a run its first two characters."""
    needs = (frozenset({p[:2]}) if isinstance(p, str) else p for p in parts if p)
    return min(needs, key=_commonness, default=_NOTHING)


def _commonness(needed: frozenset[str]) -> int:
    """How often a text may hold one of the strings: a character is met more often than a pair."""
    return sum(1 if len(string) > 1 else 10 for string in needed)
