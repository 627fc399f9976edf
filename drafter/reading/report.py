"""A Reading as the object `drafter parse --json` prints (docs: PARSING)."""

from __future__ import annotations

from typing import Any

from drafter.reading.model import Reading
from drafter.speech import Speech, Trace

__all__ = ["reading_json"]


def reading_json(reading: Reading) -> dict[str, Any]:
    """The texts of one source as plain values; line numbers are 1-based lines of the source."""
    return {
        "source": reading.source,
        "documents": [_document(s) for s in reading.speeches],
        "noise_lines": list(reading.noise_lines),
    }


def _document(speech: Speech) -> dict[str, Any]:
    trace = speech.trace or Trace(lines=(1, 1))
    said = None
    if trace.salutation_line is not None:
        said = {"line": trace.salutation_line, "text": trace.salutation or speech.salutation}
    return {
        "kind": speech.kind,
        "lines": list(trace.lines),
        "title": speech.title,
        "title_lines": list(trace.title_lines),
        "date": speech.date,
        "date_line": trace.date_line,
        "speaker": trace.speaker or speech.speaker,
        "salutation": said,
        "headings": [
            {"line": h.line, "level": h.level, "label": h.label, "end": h.end, "text": h.text}
            for h in trace.headings
        ],
        "opening": list(trace.opening) if trace.opening else None,
        "closing": list(trace.closing) if trace.closing else None,
        "signature_lines": list(trace.signature_lines),
        "noise_lines": list(trace.noise_lines),
        "inline_noise": [{"line": n.line, "text": n.text} for n in trace.inline_noise],
        "genre": speech.genre,
        "characters": speech.characters,
    }
