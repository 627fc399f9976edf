"""The parts of one text: which of its rows are headings, opening, body, closing, signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.reading.cues import cues
from drafter.reading.dates import is_date_line, without_date
from drafter.reading.extent import Extent
from drafter.reading.foot import find_closing, is_signature
from drafter.reading.head import Head
from drafter.reading.headings import HeadingLine, heading_ends
from drafter.reading.kinds import kind_of
from drafter.reading.outline import RANK_OF_RUN_IN, Mark, nest
from drafter.reading.persons import names_post, speaker_of
from drafter.reading.rows import Row, RowKind
from drafter.reading.titles import EMPHASIS
from drafter.speech import Kind, Role
from drafter.text.enumerators import bare_label, second_of
from drafter.text.folding import squeeze

__all__ = ["HeadingAt", "Parts", "dissect"]


@dataclass(frozen=True, slots=True)
class HeadingAt:
    """A heading: level, bare label, and its end in characters of its row and those joined to it."""

    level: int
    label: str
    end: int


@dataclass(frozen=True, slots=True)
class Parts:
    """What each row of one text is, by index of row.

    ``spoken`` are its rows but head, foot and noise; ``opening`` and ``closing`` first and last
    row.
    """

    head: Head
    last: int
    kind: Kind
    title: str | None
    speaker: str | None
    headings: dict[int, HeadingAt]
    opening: tuple[int, int] | None
    closing: tuple[int, int] | None
    signature: tuple[int, ...]
    spoken: tuple[int, ...]

    @property
    def rows(self) -> tuple[int, ...]:
        """All rows of the text but noise, in order."""
        return tuple(sorted({*self.spoken, *self.signature, *self.head.own()}))

    def role(self, i: int) -> Role:
        """The role of row ``i``."""
        head = self.head
        if i in head.title:
            return "title"
        if i in head.bylines:
            return "speaker"
        if i == head.date:
            return "date"
        if i == head.second_salutation or (i == head.salutation and not head.run_in):
            return "salutation"
        if i in self.signature:
            return "signature"
        if i in self.headings:
            return "heading"
        if self.closing and self.closing[0] <= i <= self.closing[1]:
            return "closing"
        return "opening" if self.opening and i <= self.opening[1] else "body"


def dissect(rows: Sequence[Row], extent: Extent) -> Parts:
    """The parts of the text that stands in the rows of ``extent``."""
    head, last = extent.head, extent.last
    body = [i for i in range(head.body, last + 1) if rows[i].kind is not RowKind.NOISE]
    signature = _signature(rows, body, head.body)
    spoken = tuple(body[: len(body) - len(signature)])
    headings = _headings(rows, spoken)
    closes = _closing(rows, head, headings, spoken)
    title = _title(rows, head)
    said = [rows[i].clean for i in spoken]
    kind = kind_of(
        title or "",
        said,
        salutation=head.addressed,
        closing=closes is not None,
        announced=extent.announced,
    )
    if kind == "excerpt":
        headings = {}
    if kind != "speech":  # what is written to be read turns to no audience at its end
        closes = None
    points = min(headings, default=-1)
    opening = _opening(head, [i for i in spoken if i < points])
    return Parts(
        head=head,
        last=last,
        kind=kind,
        title=title,
        speaker=_speaker(head, _signer(rows, signature) if kind == "speech" else None),
        headings=headings,
        opening=(opening[0], opening[-1]) if opening else None,
        closing=(closes, spoken[-1]) if closes is not None else None,
        signature=signature,
        spoken=spoken,
    )


def _title(rows: Sequence[Row], head: Head) -> str | None:
    """The title without marks of emphasis and brackets around it: 【在年会上的致辞】."""
    title = squeeze("".join(rows[i].clean for i in head.title)).strip(EMPHASIS)
    if title.startswith("【") and title.find("】") == len(title) - 1:
        title = title[1:-1]
    return title or None


def _opening(head: Head, before: Sequence[int]) -> Sequence[int]:
    """The rows before the first heading; the salutation's row only where it holds all of them."""
    return before[1:] if before and before[0] == head.salutation and before[1:] else before


def _closing(
    rows: Sequence[Row], head: Head, headings: dict[int, HeadingAt], spoken: Sequence[int]
) -> int | None:
    if not spoken:
        return None
    if not headings:
        first = head.body + head.run_in
        return find_closing(rows, first, spoken[-1], headed=False, bodiless=False)
    last = max(headings)
    alone = headings[last].end >= len(rows[last].text) - 1
    alone = alone and not _ends_list(headings, spoken)
    return find_closing(rows, last + 1, spoken[-1], headed=True, bodiless=alone)


def _ends_list(headings: dict[int, HeadingAt], spoken: Sequence[int]) -> bool:
    """Whether the last heading stands right below its sibling: neither has a body to follow."""
    last = max(headings)
    above = max((i for i in spoken if i < last), default=-1)
    return above in headings and headings[above].level == headings[last].level


def _signature(rows: Sequence[Row], body: Sequence[int], first: int) -> tuple[int, ...]:
    found: list[int] = []
    for i in reversed(body):
        if i <= first or not is_signature(rows[i]):
            break
        found.insert(0, i)
    return tuple(found)


def _speaker(head: Head, signer: str | None) -> str | None:
    """Who speaks by the head; a name in the foot says more than a post in the head."""
    if signer and head.speaker and names_post(head.speaker) and not names_post(signer):
        return signer
    return head.speaker or signer


def _signer(rows: Sequence[Row], signature: Sequence[int]) -> str | None:
    """Who signed, where the head does not say who speaks."""
    said = (rows[i].clean for i in signature)
    found = (speaker_of(without_date(text)) for text in said if not is_date_line(text))
    return next(filter(None, found), None)


def _headings(rows: Sequence[Row], spoken: Sequence[int]) -> dict[int, HeadingAt]:
    marks: list[Mark] = []
    offset = 0
    for i in spoken:
        if not rows[i].joined and (found := rows[i].mark):
            marks.append(Mark(i, offset, found, _turned(rows, i), _announced(rows, i)))
        offset += len(rows[i].text)
    foretold = _foretold(rows, marks)
    points = [m for m in marks if m.row not in foretold and not _listed_inside(rows, m, marks)]
    nested = nest(points, offset)
    lines = [
        HeadingLine(_whole(rows, m.row), m.found.width, level, m.found.rank) for m, level in nested
    ]
    ends = heading_ends(lines)
    return {
        m.row: HeadingAt(level, bare_label(m.found.label), end)
        for (m, level), end in zip(nested, ends, strict=True)
    }


def _turned(rows: Sequence[Row], i: int) -> bool:
    """Whether the row above turns to something new and announces a list: 如果当选，我将：."""
    return _announced(rows, i) and cues().new_turn.match(rows[i - 1].clean) is not None


def _announced(rows: Sequence[Row], i: int) -> bool:
    """Whether the row above ends with the colon before a list."""
    return i > 0 and rows[i - 1].clean.endswith("：")


def _listed_inside(rows: Sequence[Row], mark: Mark, marks: Sequence[Mark]) -> bool:
    """Whether a first point is one of a list inside its paragraph: 一要管好门。二要管好水。

    Its paragraph goes on to the second point, and the next line of its kind does not.
    """
    first = mark.found
    if first.number != 1 or first.rank < RANK_OF_RUN_IN:
        return False
    after = (m.found.number for m in marks if m.row > mark.row and m.found.style == first.style)
    return next(after, 1) == 1 and second_of(first, _whole(rows, mark.row))


def _foretold(rows: Sequence[Row], marks: Sequence[Mark]) -> set[int]:
    """The rows of an outline: numbered lines one below another, whose words come again later.

    A speaker names the parts before the first of them begins; each is said a second time where it
    begins, and has no body of its own the first time.
    """
    later: dict[tuple[str, int], str] = {}
    found: list[int] = []
    for m in reversed(marks):
        said = squeeze(_whole(rows, m.row)).rstrip("。；：！？，")
        key = m.found.style, m.found.number
        if later.get(key, "").startswith(said):
            found.append(m.row)
        later[key] = said
    return {i for i in found if i + 1 in found or i - 1 in found}


def _whole(rows: Sequence[Row], i: int) -> str:
    """The text of a row and of the rows joined to it."""
    text = rows[i].text
    while i + 1 < len(rows) and rows[i + 1].joined:
        i += 1
        text += rows[i].text
    return text
