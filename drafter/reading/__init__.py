"""Files → Speech: sources, cleaning, splitting, outline, moves."""

from __future__ import annotations

from drafter.reading.model import Reading, SourceText
from drafter.reading.parsing import parse_text
from drafter.reading.reader import read, read_all
from drafter.reading.report import reading_json

__all__ = ["Reading", "SourceText", "parse_text", "read", "read_all", "reading_json"]
