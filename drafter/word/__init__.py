"""Draft ↔ docx: layouts, the writer, the reader, and what changed in between.

Names are loaded when they are first used: writing needs no XML parser, reading no layout.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.word.comparing import Comparison, compare
    from drafter.word.handed_in import as_written, beside
    from drafter.word.layout import layouts
    from drafter.word.printed import as_printed
    from drafter.word.reading import WordReading, read_word
    from drafter.word.rebasing import Rebased, rebase, rebase_file
    from drafter.word.report import rebase_text, report_text
    from drafter.word.writer import write_word

__all__ = [
    "Comparison",
    "Rebased",
    "WordReading",
    "as_printed",
    "as_written",
    "beside",
    "compare",
    "layouts",
    "read_word",
    "rebase",
    "rebase_file",
    "rebase_text",
    "report_text",
    "write_word",
]

_HOMES = {
    "Comparison": "comparing",
    "Rebased": "rebasing",
    "WordReading": "reading",
    "as_printed": "printed",
    "as_written": "handed_in",
    "beside": "handed_in",
    "compare": "comparing",
    "layouts": "layout",
    "read_word": "reading",
    "rebase": "rebasing",
    "rebase_file": "rebasing",
    "rebase_text": "report",
    "report_text": "report",
    "write_word": "writer",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(name)
    return getattr(import_module(f"drafter.word.{home}"), name)
