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


def parse_text(source: SourceText, *, details: bool = True) -> Reading:
    """The texts of one source, with what lies outside them as noise lines.

    ``details`` says whether texts come with their genre, their places in the source, and their
    sentences with the moves of those.
    """
    rows = make_rows(source.lines)
    mark_page_numbers(rows)
    mark_pages_inside(rows)
    mark_page_heads(rows)
    rows = cut_rows(rows)
    join_rows(rows)
    extents = find_texts(rows)
    speeches = tuple([_speech(source, rows, extent, details=details) for extent in extents])
    inside: set[int] = set()
    for extent in extents:
        inside.update(range(rows[extent.head.first].line, rows[extent.last].line + 1))
    noise = tuple(dict.fromkeys(r.line for r in rows if r.line not in inside))
    return Reading(source.name, speeches, noise)


def _speech(source: SourceText, rows: Sequence[Row], extent: Extent, *, details: bool) -> Speech:
    parts = dissect(rows, extent)
    dated = date_row(rows, parts)
    opening = "" if parts.opening is None else rows[parts.opening[0]].clean
    return Speech(
        paragraphs=build_paragraphs(rows, parts, sentences=details),
        kind=parts.kind,
        title=parts.title,
        date=None if dated is None else date_in(rows[dated].clean),
        speaker=parts.speaker,
        salutation=parts.head.salutation_text,
        genre=genre_of(parts.title, opening) if details and parts.kind == "speech" else None,
        source=source.name,
        trace=trace_of(source, rows, parts) if details else None,
    )
