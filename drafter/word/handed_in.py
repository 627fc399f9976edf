"""An edited file as a check reads it: the words that stand in it, whatever it says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.drafting.draft import Draft
from drafter.speech import Paragraph, Speech

if TYPE_CHECKING:
    from drafter.word.asides import Aside

__all__ = ["as_written", "beside"]

#: What stands beside the text of a Word file and is read by whoever reads the file.
_READ = ("脚注", "尾注", "文本框", "页眉", "页脚")


def as_written(draft: Draft | Speech) -> Draft | Speech:
    """The draft without what its file says of where its sentences come from.

    Words changed in a file may be changed in that, too; only what stands there counts.
    """
    speech = draft if isinstance(draft, Speech) else draft.speech
    bare = replace(speech, paragraphs=tuple(replace(p, sentences=()) for p in speech.paragraphs))
    return bare if isinstance(draft, Speech) else replace(draft, speech=bare)


def beside(asides: Iterable[Aside]) -> Iterator[tuple[str, Paragraph]]:
    """The words beside the text, a line a paragraph, with where they stand."""
    for aside in asides:
        for line in aside.text.splitlines() if aside.kind in _READ else ():
            if line.strip():
                yield aside.kind, Paragraph(aside.paragraph or "", "body", line)
