"""From the lines of one source to its texts: the reader's way in a dozen steps."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.reading.dates import date_in
from drafter.reading.foot import find_closing, is_signature
from drafter.reading.headings import HeadingLine, heading_ends
from drafter.reading.kinds import kind_of
from drafter.reading.model import Reading, SourceText
from drafter.reading.outline import Mark, nest
from drafter.reading.paragraphs import Parts, build_paragraphs
from drafter.reading.rows import Row, RowKind, make_rows
from drafter.reading.splitting import Extent, find_texts
from drafter.reading.wrapping import cut_rows, join_rows
from drafter.speech import HeadingMark, InlineNoise, Speech, Trace
from drafter.text.enumerators import find_enumerator
from drafter.text.folding import squeeze

__all__ = ["parse_text"]


def parse_text(source: SourceText) -> Reading:
    """The texts of one source, with what lies outside them as noise lines."""
    rows = cut_rows(make_rows(source.lines))
    join_rows(rows)
    speeches, inside = [], set()
    for extent in find_texts(rows):
        speech = _speech(source, rows, extent)
        speeches.append(speech)
        if speech.trace:
            inside.update(range(speech.trace.lines[0], speech.trace.lines[1] + 1))
    noise = tuple(dict.fromkeys(r.line for r in rows if r.line not in inside))
    return Reading(source.name, tuple(speeches), noise)


def _speech(source: SourceText, rows: Sequence[Row], extent: Extent) -> Speech:
    head, last = extent.head, extent.last
    body = [i for i in range(head.body, last + 1) if rows[i].kind is not RowKind.NOISE]
    headings = _headings(rows, body)
    signature = _signature(rows, body, head.body)
    spoken = [i for i in body if i not in signature]
    after = max(headings) + 1 if headings else head.body
    end = spoken[-1] if spoken else head.body
    closing = find_closing(rows, after, end, headed=bool(headings)) if spoken else None
    title = squeeze("".join(rows[i].clean for i in head.title)) or None
    kind = kind_of(
        title or "",
        [rows[i].clean for i in spoken],
        salutation=head.addressed,
        closing=closing is not None,
    )
    if kind == "excerpt":
        headings, closing = {}, None
    opening = [i for i in spoken if headings and i < min(headings)]
    parts = Parts(
        head, headings, opening, (closing, end) if closing is not None else None, signature, spoken
    )
    dated = (
        [head.date] if head.date is not None else [i for i in signature if date_in(rows[i].clean)]
    )
    date_row = dated[0] if dated else None
    marks = tuple(
        _mark(source, rows[i], level, label, end_)
        for i, (level, label, end_) in sorted(headings.items())
    )
    own = set(body) | head.own() | ({head.salutation} if head.salutation is not None else set())
    trace = Trace(
        lines=(rows[min(own | {head.first})].line, rows[last].line),
        title_lines=tuple(rows[i].line for i in head.title),
        date_line=rows[date_row].line if date_row is not None else None,
        salutation_line=rows[head.salutation].line if head.salutation is not None else None,
        headings=marks,
        opening=(rows[opening[0]].line, rows[opening[-1]].line) if opening else None,
        closing=(rows[closing].line, rows[end].line) if closing is not None else None,
        signature_lines=tuple(rows[i].line for i in sorted(signature)),
        noise_lines=tuple(r.line for r in rows[head.first : last + 1] if r.kind is RowKind.NOISE),
        salutation=_in_source(source, rows, head.salutation_text, [head.salutation]),
        speaker=_in_source(source, rows, head.speaker, [*head.bylines, *head.title]),
        inline_noise=tuple(
            InlineNoise(r.line, source.lines[r.line - 1][a:b])
            for r in rows[head.first : last + 1]
            if r.kind is not RowKind.NOISE
            for a, b in r.inline
        ),
    )
    return Speech(
        paragraphs=build_paragraphs(rows, parts),
        kind=kind,
        title=title,
        date=date_in(rows[date_row].clean) if date_row is not None else None,
        speaker=head.speaker,
        salutation=head.salutation_text,
        source=source.name,
        trace=trace,
    )


def _headings(rows: Sequence[Row], body: Sequence[int]) -> dict[int, tuple[int, str, int]]:
    """Level, label and end (characters of the row's text) of each heading row."""
    marks, offset = [], 0
    for i in body:
        if not rows[i].joined and (found := find_enumerator(rows[i].text)):
            marks.append(Mark(i, offset, found))
        offset += len(rows[i].text)
    nested = nest(marks, offset)
    lines = [HeadingLine(rows[m.row].text, m.found.width, lv, m.found.rank) for m, lv in nested]
    ends = heading_ends(lines)
    return {
        m.row: (level, m.found.label, end) for (m, level), end in zip(nested, ends, strict=True)
    }


def _mark(source: SourceText, row: Row, level: int, label: str, end: int) -> HeadingMark:
    raw = source.lines[row.line - 1]
    return HeadingMark(row.line, level, label, row.column + end, raw[row.column : row.column + end])


def _signature(rows: Sequence[Row], body: Sequence[int], first: int) -> set[int]:
    found: set[int] = set()
    for i in reversed(body):
        if i <= first or not is_signature(rows[i]):
            break
        found.add(i)
    return found


def _in_source(
    source: SourceText, rows: Sequence[Row], said: str | None, where: Sequence[int | None]
) -> str | None:
    """``said`` as the source writes it, before folding."""
    for i in where:
        if said and i is not None and (at := rows[i].text.find(said)) >= 0:
            start = rows[i].column + at
            return source.lines[rows[i].line - 1][start : start + len(said)]
    return said
