"""Lists as clerks write and paste them: numbered or dotted, a line an item, without dashes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.text.enumerators import Enumerator, find_enumerator
from drafter.text.folding import fold_punctuation

__all__ = ["bare_items", "items_of", "unnumbered"]

#: Dots and dashes before an item; a dash before a number takes away from it, *stars* around words
#: stress them.
_DOT = re.compile(r"(?!\*+[^\s*]+\*)[•·●○■□◆◇▪※*－–—-]+\s*(?!\d)")
#: Where the next item of a list may begin that was written on one line.
_SEAM = re.compile(r"\s+|(?<=[；;。])")
#: Where the next thing of a row may begin that one item says: 一是…，二是….
_PAUSE = re.compile(r"[，；。\s]\s*")
#: Enumerators that are spoken: 一是, 第一，, 其一，.
_SPOKEN = ("run", "ord", "qi")


def items_of(text: str, *, spoken: bool = True) -> list[str]:
    """The items that a text stands for which was written where a list belongs.

    Each line is one; on one line 1、… 2、… parts them. ``spoken`` tells whether 一是…；二是… does.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return _numbered(lines[0], spoken=spoken) if len(lines) == 1 else lines


def _numbered(line: str, *, spoken: bool) -> list[str]:
    folded = fold_punctuation(line)
    first = find_enumerator(folded)
    if first is None or not first.sure or first.number != 1 or (_said(first) and not spoken):
        return [line]
    cuts = [0]
    for seam in _SEAM.finditer(folded):
        found = find_enumerator(folded, seam.end())
        if found and found.number == len(cuts) + 1 and found.style == first.style:
            cuts.append(seam.end())
    return [line[a:b].strip() for a, b in zip(cuts, [*cuts[1:], len(line)], strict=True)]


def bare_items(items: Sequence[str], *, spoken: bool = True) -> list[str]:
    """The items without the numbers or dots of the list they were copied from.

    Only where every item has one, of one style or counting up from one: 第一小学建成 in a plain
    list is no number, nor is the 一是 of an item that has 二是 too. ``spoken`` tells whether 一是
    is taken away like 1、.
    """
    bare = [_DOT.sub("", item, count=1) if _DOT.match(item) else item for item in items]
    if all(b and b != item for b, item in zip(bare, items, strict=True)):
        return bare
    found = [find_enumerator(fold_punctuation(item)) for item in items]
    numbers = [n for n in found if n is not None]
    said = any(map(_said, numbers))
    if len(numbers) < len(items) or (said and not spoken) or any(map(_goes_on, items)):
        return list(items)
    alike = len(items) > 1 and len({n.style for n in numbers}) == 1
    counted = all(n.sure and n.number == at for at, n in enumerate(numbers, 1))
    rest = [item[n.width :].strip() for n, item in zip(numbers, items, strict=True)]
    return rest if (alike or counted) and all(rest) else list(items)


def unnumbered(text: str) -> str:
    """A heading or task without its enumerator: the drafter numbers what it writes."""
    found = find_enumerator(fold_punctuation(text))
    if found is None or not found.sure or _goes_on(text):
        return text
    return text[found.width :].strip() or text


def _goes_on(text: str) -> bool:
    """Whether a text that begins with a number has the next one as well."""
    folded = fold_punctuation(text)
    first = find_enumerator(folded)
    if first is None:
        return False
    after = (find_enumerator(folded, pause.end()) for pause in _PAUSE.finditer(folded))
    return any(n and (n.style, n.number) == (first.style, first.number + 1) for n in after)


def _said(number: Enumerator) -> bool:
    return number.style.startswith(_SPOKEN)
