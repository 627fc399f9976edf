"""What people did to a Word file is not written over by a new draft of the same name."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import DrafterError, Place, RefusedError

__all__ = ["refuse_to_lose_edits"]


def refuse_to_lose_edits(output: Path) -> None:
    """Raise :class:`RefusedError` where a draft stands there that people have worked on since.

    A draft nobody touched, and a file of other making, may be written over like any file.
    """
    if not output.is_file():
        return
    from drafter.word import read_word

    try:
        reading = read_word(output)
    except DrafterError:
        return
    if reading.base is None:
        return
    written = [p.text for p in reading.base.speech.paragraphs]
    if reading.tracked or written != [p.text for p in reading.draft.speech.paragraphs]:
        raise RefusedError(
            "这份 Word 里有手改的地方，没有覆盖；要留下手改，请加 --onto 并写上它；"
            "要重新起草，请换个文件名，或先把它删掉",
            place=Place(str(output)),
        )
