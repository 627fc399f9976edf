"""From the lines of one source to its texts."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.reading.anatomy import dissect
from drafter.reading.dates import date_in
from drafter.reading.extent import Extent
from drafter.reading.furniture import mark_page_heads, mark_page_numbers, mark_pages_inside
from drafter.reading.genres import genre_of
from drafter.reading.model import Reading, SourceText
from drafter.reading.paragraphs import build_paragraphs
from drafter.reading.rows import Row, make_rows
from drafter.reading.splitting import find_texts
from drafter.reading.tracing import date_row, trace_of
from drafter.reading.wrapping import cut_rows, join_rows
from drafter.speech import Speech

__all__ = ["parse_text"]


def parse_text(source: SourceText, *, sentences: bool = True) -> Reading:
    """The texts of one source, with what lies outside them as noise lines.

    ``sentences`` says whether paragraphs come with theirs and the moves of those.
    """
    rows = make_rows(source.lines)
    mark_page_numbers(rows)
    mark_pages_inside(rows)
    mark_page_heads(rows)
    rows = cut_rows(rows)
    join_rows(rows)
    speeches = tuple(
        _speech(source, rows, extent, sentences=sentences) for extent in find_texts(rows)
    )
    inside: set[int] = set()
    for trace in (s.trace for s in speeches):
        if trace is not None:
            inside.update(range(trace.lines[0], trace.lines[1] + 1))
    noise = tuple(dict.fromkeys(r.line for r in rows if r.line not in inside))
    return Reading(source.name, speeches, noise)


def _speech(source: SourceText, rows: Sequence[Row], extent: Extent, *, sentences: bool) -> Speech:
    parts = dissect(rows, extent)
    dated = date_row(rows, parts)
    opening = "" if parts.opening is None else rows[parts.opening[0]].clean
    return Speech(
        paragraphs=build_paragraphs(rows, parts, sentences=sentences),
        kind=parts.kind,
        title=parts.title,
        date=None if dated is None else date_in(rows[dated].clean),
        speaker=parts.speaker,
        salutation=parts.head.salutation_text,
        genre=genre_of(parts.title, opening) if parts.kind == "speech" else None,
        source=source.name,
        trace=trace_of(source, rows, parts),
    )
