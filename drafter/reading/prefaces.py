"""What reads like a text of its own above the texts of a page, and is the page's own word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from drafter.reading.extent import Extent
from drafter.reading.rows import Row, RowKind
from drafter.reading.titles import title_like
from drafter.reading.turns import teases
from drafter.text.folding import squeeze

__all__ = ["without_prefaces"]

#: A page says less about a text than half of it, and a copy begins with the same words.
_LESS, _LESS_THAN_A_SPEECH = 0.5, 1.0
_SAME_WORDS = 30
_SHORTEST_TEXT = 60
#: 使用须知, 写在前面: a label, no title.
_LONGEST_LABEL = 4


def without_prefaces(rows: Sequence[Row], texts: Sequence[Extent]) -> list[Extent]:
    """The texts without those that the text below shows to be none.

    An abstract or a site's advice has no head of its own, or the title of the text it stands over;
    a preview begins with the words of the text. One short sentence without a head is no text.
    """
    dropped = {id(t) for t in texts if len(texts) > 1 and _lone_sentence(rows, t)}
    first = True
    for text, below in pairwise(texts):
        if id(text) in dropped:
            continue
        if _is_copy(rows, text, below) or (first and _is_preface(rows, text, below)):
            dropped.add(id(text))
        else:
            first = False
    return [t for t in texts if id(t) not in dropped] or list(texts)


def _lone_sentence(rows: Sequence[Row], text: Extent) -> bool:
    """Whether a "text" beside others is one short sentence without a head: the page's own word.

    What stands over it is its title only if it ends like one, or it breaks off as teasers do.
    """
    head = text.head
    said = rows[text.last].text
    titled = any(title_like(rows[i].clean) == 2 for i in head.title)
    titled = titled or (bool(head.title) and teases(said))
    bare = not titled and head.salutation is None and head.body == text.last
    return bare and len(said) < _SHORTEST_TEXT


def _is_preface(rows: Sequence[Row], text: Extent, below: Extent) -> bool:
    if text.head.addressed or not (below.head.title or below.head.addressed):
        return False
    if _in_parts(rows, text):
        return False
    title, real = _title(rows, text), _title(rows, below)
    echoed = len(title) <= _LONGEST_LABEL or title in real or _said_within(real, title)
    share = _LESS_THAN_A_SPEECH if below.head.addressed else _LESS
    return echoed and len(_said(rows, text)) < share * len(_said(rows, below))


def _said_within(real: str, title: str) -> bool:
    """Whether a longer title holds the words of another in order, with more between them."""
    rest = iter(title)
    return real != "" and all(char in rest for char in real)


def _in_parts(rows: Sequence[Row], text: Extent) -> bool:
    """Whether it has parts 一、 二、 as rules and notices have; a site's advice counts 1. 2. 3."""
    marks = (r.mark for r in rows[text.head.body : text.last + 1])
    numbers = [m.number for m in marks if m is not None and m.style == "cn" and m.sure]
    return numbers[:2] == [1, 2]


def _is_copy(rows: Sequence[Row], text: Extent, below: Extent) -> bool:
    own, other = _said(rows, text, _SAME_WORDS), _said(rows, below, _SAME_WORDS)
    alike = len(own) >= _SAME_WORDS and own[:_SAME_WORDS] == other[:_SAME_WORDS]
    return alike and len(_said(rows, text)) < len(_said(rows, below))


def _title(rows: Sequence[Row], text: Extent) -> str:
    return squeeze("".join(rows[i].clean for i in text.head.title))


def _said(rows: Sequence[Row], text: Extent, enough: int | None = None) -> str:
    """What is said, without spaces: all of it, or the first lines that are ``enough``."""
    first = text.head.body if text.head.salutation is None else text.head.salutation
    said = ""
    for row in rows[first : text.last + 1]:
        if row.kind is not RowKind.NOISE:
            said += squeeze(row.clean)
        if enough is not None and len(said) >= enough:
            break
    return said
