"""Where a new text begins without a title: somebody new speaks, or people are greeted once more."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from drafter.reading.cues import cues
from drafter.reading.dates import is_date_line
from drafter.reading.foot import calls_all, is_signature
from drafter.reading.persons import names_post_and_person, speaker_of
from drafter.reading.rows import Row, RowKind, row_above, row_below, rows_below
from drafter.reading.salutation import greets, salutation_of
from drafter.reading.titles import title_like
from drafter.text.folding import squeeze

__all__ = ["begins_anew", "ended_before", "said_farewell", "teases"]

_TEASES = ("…", "..", "．．")
#: Below thanks and wishes one more address may call once more; it does not speak for so long.
_LONG_AFTER = 3
#: What is no speech yet and stands above one takes so many rows; fewer are its own first words.
_A_TEXT = 3
_LONGEST_NAME = 30


def begins_anew(rows: Sequence[Row], body: int, i: int, stop: int, *, greeted: str | None) -> bool:
    """Whether row ``i`` begins a new text below the one whose body begins at row ``body``.

    ``greeted`` is how the text above has addressed people at its head, if it has. A speech greets
    once: whoever is named right above an address speaks next, and an address below a farewell, or
    one with which somebody introduces himself below an article, opens a speech.
    """
    row = rows[i]
    if row.kind is RowKind.NOISE:
        return False
    said = salutation_of(row.text)
    if said is None:
        return row.kind is RowKind.SHORT and _heads_an_address(rows, i, stop)
    if not said.spoken:
        return False
    alone = said.end == len(row.text)
    below = row_below(rows, i, stop)
    rest = row.text[said.end :] if not alone else below.text if below else ""
    presents = greets(rest) or cues().introduction.match(rest) is not None or teases(rest)
    if greeted is None:
        return presents and i - body >= _A_TEXT and _above_ends(rows, i)
    others = squeeze(said.text) not in squeeze(greeted)
    above = row_above(rows, i)
    called = others and above is not None and calls_all(above.text)
    if not said_farewell(rows, i) and not called:
        return False
    # 各位代表！ within a report only calls on those it has greeted.
    return presents or (row.text[-1] in "：，" and alone and _much_follows(rows, i, stop))


def _much_follows(rows: Sequence[Row], i: int, stop: int) -> bool:
    """Whether more than a last call follows row ``i``: long prose, or a first numbered part."""
    below = list(islice(rows_below(rows, i, stop), 2 * _LONG_AFTER))
    long = all(r.kind is RowKind.PROSE for r in below[:_LONG_AFTER]) and len(below) >= _LONG_AFTER
    marks = (r.mark for r in below)
    return long or any(m is not None and m.sure and m.number == 1 for m in marks)


def _heads_an_address(rows: Sequence[Row], i: int, stop: int) -> bool:
    """Whether a line right above an address says who speaks, or after a farewell about what."""
    text = rows[i].text
    below = row_below(rows, i, stop)
    said = salutation_of(below.text) if below else None
    if below is None or said is None or not said.spoken or is_date_line(text):
        return False
    if len(text) <= _LONGEST_NAME and _above_ends(rows, i):
        labelled = cues().signature_label.match(text) is not None and speaker_of(text) is not None
        if labelled or names_post_and_person(text):
            return True
    named = title_like(text) > 0 and not greets(text) and not is_signature(rows[i])
    above = row_above(rows, i)
    ended = said_farewell(rows, i) or (above is not None and teases(above.text))
    return named and cues().closing.match(text) is None and ended


def said_farewell(rows: Sequence[Row], i: int) -> bool:
    """Whether the nearest line above row ``i`` thanks or wishes well as last words do, or signs."""
    above = row_above(rows, i)
    if above is None:
        return False
    if is_signature(above):
        return True
    if above.text[-1] == "！" and cues().closing_tail.search(above.text):
        return True
    if cues().closing.match(above.text) is None:
        return False
    last = cues().closing_call.search(above.text) or cues().closing_tail.search(above.text)
    return last is not None


def ended_before(rows: Sequence[Row], i: int) -> bool:
    """Whether the nearest line above row ``i`` closes or signs a text, or breaks off a teaser."""
    above = row_above(rows, i)
    if above is None:
        return False
    closes = cues().closing.match(above.text) is not None
    return closes or is_signature(above) or teases(above.text)


def teases(text: str) -> bool:
    """Whether a line breaks off as the first words of another text do."""
    return text.endswith(_TEASES)


def _above_ends(rows: Sequence[Row], i: int) -> bool:
    above = row_above(rows, i)
    return above is not None and (above.text[-1] in "。！？…”）；" or is_signature(above))
