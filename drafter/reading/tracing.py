"""Where the parts of a text stand in its source, in the source's own characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafter.reading.anatomy import HeadingAt, Parts
from drafter.reading.dates import date_in
from drafter.reading.model import SourceText
from drafter.reading.rows import Row, RowKind
from drafter.speech import HeadingMark, InlineNoise, Trace

__all__ = ["date_row", "trace_of"]


def date_row(rows: Sequence[Row], parts: Parts) -> int | None:
    """The row that says when the text was given: in its head, else in its foot."""
    head = parts.head.date
    if head is not None and date_in(rows[head].clean):
        return head
    return next((i for i in parts.signature if date_in(rows[i].clean)), head)


def trace_of(source: SourceText, rows: Sequence[Row], parts: Parts) -> Trace:
    """The places of all parts as 1-based lines of the source."""
    head = parts.head
    dated = date_row(rows, parts)
    inside = rows[head.first : parts.last + 1]
    return Trace(
        # A head may be all there is: what follows it was no line of a speech.
        lines=(rows[head.first].line, rows[max(head.first, parts.last)].line),
        title_lines=tuple(rows[i].line for i in head.title),
        date_line=None if dated is None else rows[dated].line,
        salutation_line=None if head.salutation is None else rows[head.salutation].line,
        headings=tuple(_mark(source, rows[i], h) for i, h in sorted(parts.headings.items())),
        opening=_lines(rows, parts.opening),
        closing=_lines(rows, parts.closing),
        signature_lines=tuple(rows[i].line for i in parts.signature),
        noise_lines=tuple(r.line for r in inside if r.kind is RowKind.NOISE),
        inline_noise=tuple(_inline(source, inside)),
        salutation=_in_source(source, rows, head.salutation_text, [head.salutation]),
        speaker=_in_source(
            source, rows, parts.speaker, [*head.bylines, *head.title, *parts.signature]
        ),
    )


def _lines(rows: Sequence[Row], span: tuple[int, int] | None) -> tuple[int, int] | None:
    return None if span is None else (rows[span[0]].line, rows[span[1]].line)


def _mark(source: SourceText, row: Row, heading: HeadingAt) -> HeadingMark:
    end = row.column + min(heading.end, len(row.text))
    text = source.lines[row.line - 1][row.column : end]
    return HeadingMark(row.line, heading.level, _label(text, row, heading), end, text)


def _label(text: str, row: Row, heading: HeadingAt) -> str:
    """The label as the source writes it: full-width digits stay full-width."""
    at = row.text.find(heading.label)
    return text[at : at + len(heading.label)] or heading.label


def _inline(source: SourceText, rows: Iterable[Row]) -> Iterable[InlineNoise]:
    for row in rows:
        if row.kind is not RowKind.NOISE:
            for start, end in row.inline:
                yield InlineNoise(row.line, source.lines[row.line - 1][start:end])


def _in_source(
    source: SourceText, rows: Sequence[Row], said: str | None, where: Sequence[int | None]
) -> str | None:
    """``said`` as the source writes it, before folding."""
    for i in where:
        if said and i is not None and (at := rows[i].text.find(said)) >= 0:
            start = rows[i].column + at
            return source.lines[rows[i].line - 1][start : start + len(said)]
    return said
