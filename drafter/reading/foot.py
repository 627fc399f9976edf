"""The end of a text: its closing and its signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.reading.cues import cues
from drafter.reading.dates import is_date_line, without_date
from drafter.reading.persons import is_byline
from drafter.reading.rows import Row, RowKind
from drafter.reading.salutation import Salutation, salutation_of
from drafter.text.folding import squeeze

__all__ = ["calls_all", "find_closing", "is_signature"]

_LONGEST_SIGNATURE = 40
#: The closing is short beside the body: no more paragraphs than these turn back to the audience.
_MOST_PARAGRAPHS = 8
_SHORT_THANKS = 16
_MOST_BELOW_ADDRESS = 3
_LEAST_VERSES = 3
_CALL = re.compile(r"让我们[^。！？]{2,60}[！。]$")


def is_signature(row: Row) -> bool:
    """Whether a line is a unit, a name or a date that signs a text."""
    text = row.clean
    if (
        row.kind is not RowKind.SHORT
        or len(text) > _LONGEST_SIGNATURE
        or text[-1:] in "。！？；：，"  # a line that was all noise is empty by now
    ):
        return False
    if cues().closing.match(text):  # 谢谢大家 has the form of a name
        return False
    return is_date_line(text) or is_byline(text) or is_byline(without_date(text))


def _to_all(said: Salutation | None, turned_to: str) -> bool:
    """Whether an address above last words speaks to all of those whom they address.

    老师们，… 家长们，… above 老师们，同学们，让我们… has a word for each in turn, which is body.
    """
    return said is None or not turned_to or squeeze(turned_to) in squeeze(said.text)


def find_closing(
    rows: Sequence[Row], first: int, last: int, *, headed: bool, bodiless: bool
) -> int | None:
    """The row where the closing begins, among the body rows ``first`` … ``last``.

    ``first`` is the row after the last heading's own row (or the first body row of a text
    without headings); None where the text just ends. In a text with headings an address
    (同志们，…) turns back to the audience; in one without, every paragraph may begin with one,
    so above other last words (最后，… 谢谢大家) an address must call or wish too. ``bodiless`` says
    that the last heading stands alone, so that the first paragraph after it is its body.
    """
    own = [
        i
        for i in range(first, last + 1)
        if rows[i].kind is not RowKind.NOISE and not rows[i].joined
    ]
    if own and _cut_off(rows[own[-1]].clean):
        return own[-1] if calls_all(rows[own[-1]].clean) else None
    found = _with_verse(rows, own, _turned_back(rows, own, first, headed=headed, bodiless=bodiless))
    alone = _address_alone(rows, own)
    return found if alone is None else min(alone, own[-1] if found is None else found)


def _turned_back(
    rows: Sequence[Row], own: Sequence[int], first: int, *, headed: bool, bodiless: bool
) -> int | None:
    """The first of the last paragraphs of rows ``own`` that all speak last words, None without."""
    found: int | None = None
    weighty = False
    turned_to = ""
    for i in reversed(own[-_MOST_PARAGRAPHS:]):
        text = rows[i].clean
        said = salutation_of(text)
        address, final = said is not None, _final(rows, first, text)
        if bodiless and i == own[0] and found is not None and not address:
            break
        if not weighty and not (bodiless and i == own[0]):
            final = final or _last_words(text)
        # …让我们再创佳绩！ right above a wish belongs to the last words below headings.
        final = final or (headed and not bodiless and _CALL.search(text) is not None)
        if not address and not final:
            break
        calls = final or cues().closing_call.search(text) is not None
        if not calls and weighty and not (headed and _to_all(said, turned_to)):
            break
        found = i
        turned_to = turned_to or (said.text if said is not None else "")
        weighty = weighty or len(text) > _SHORT_THANKS
    return found


def calls_all(text: str) -> bool:
    """Whether a paragraph turns to the audience and calls or wishes, however it ends."""
    return salutation_of(text) is not None and cues().closing_call.search(text) is not None


def _with_verse(rows: Sequence[Row], own: Sequence[int], found: int | None) -> int | None:
    """The row that leads to the verses or toasts right above last words, else ``found``.

    现在，让我们举杯：/ 为…，/ 为…，/ 干杯！
    """
    if found is None:
        return None
    for first in range(own.index(found) - 1, -1, -1):
        text = rows[own[first]].clean
        last_words = cues().closing.match(text) or cues().closing_call.search(text)
        if text.endswith("：") and last_words and len(own) - 1 - first >= _LEAST_VERSES:
            return own[first]
        if len(text) > _SHORT_THANKS:
            break
    return found


def _cut_off(text: str) -> bool:
    """Whether a last paragraph breaks off, as a preview does."""
    return len(text) > _SHORT_THANKS and text[-1] in "，、；："


def _final(rows: Sequence[Row], first: int, text: str) -> bool:
    """Whether a paragraph begins like last words; 最后 after 其次 is but the last of a list."""
    if cues().closing.match(text) is None:
        return False
    if not text.startswith("最后") or cues().closing_call.search(text):
        return True
    return not any(row.text.startswith(("首先", "其次", "再次")) for row in rows[first:])


def _address_alone(rows: Sequence[Row], own: Sequence[int]) -> int | None:
    """The last address that stands on a line of its own above one or two last paragraphs."""
    for at in range(len(own) - 2, max(-1, len(own) - 2 - _MOST_BELOW_ADDRESS), -1):
        text = rows[own[at]].clean
        if len(text) <= _SHORT_THANKS and salutation_of(text) is not None:
            said = "".join(rows[i].clean for i in own[at + 1 :])
            return own[at] if cues().closing_call.search(said) or _last_words(said) else None
    return None


def _last_words(text: str) -> bool:
    """Whether a text's last paragraph closes it without addressing anyone."""
    return bool(cues().closing_last.match(text) or cues().closing_tail.search(text))
