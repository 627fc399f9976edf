"""A Word file that came back: what people changed in it, what a check finds, the next draft.

The file is read and forgotten; nothing of it is kept, and it goes on standing in the page's own
field until the next draft is made of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from drafter.brief.model import Brief
from drafter.drafting import Draft
from drafter.errors import InputError, RefusedError
from drafter.review import review
from drafter.web.download_pages import WORD, file_name
from drafter.web.drafting_pages import made_draft
from drafter.web.incoming import read_form
from drafter.web.office import Office
from drafter.web.render import page
from drafter.web.state import FormState
from drafter.web.work import at_press
from drafter.word import (
    Comparison,
    Rebased,
    WordReading,
    as_written,
    beside,
    compare,
    read_word,
    rebase_file,
    rebase_text,
    report_text,
    write_word,
)

__all__ = ["routes"]


class _Files(NamedTuple):
    """The edited file and, where it was given, the one that was sent; each with its name."""

    edited: bytes
    name: str
    sent: bytes | None


def routes() -> list[Route]:
    """The panel beside the draft, what it tells, and the file it gives."""
    return [
        Route("/back", panel),
        Route("/back", tell, methods=["POST"]),
        Route("/back/close", close),
        Route("/back/onto", onto, methods=["POST"]),
    ]


async def panel(request: Request) -> HTMLResponse:  # noqa: ARG001
    """Where the edited file is chosen."""
    return page("_back.html")


async def close(request: Request) -> HTMLResponse:  # noqa: ARG001
    """The panel is put away."""
    return HTMLResponse("")


async def tell(request: Request) -> HTMLResponse:
    """A file was given: what changed in it, what is wrong in it, what the next draft would keep."""
    form = await read_form(request, files=2)
    files = await _files(form)
    return await at_press(lambda: _told(request.app.state.office, FormState.of(form), files))


async def onto(request: Request) -> Response:
    """The form's draft put onto the edited file, as a Word file to take away."""
    form = await read_form(request, files=2)
    files = await _files(form)
    name, data = await at_press(lambda: _onto(request.app.state.office, FormState.of(form), files))
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(data, media_type=WORD, headers=headers)


async def _files(form: FormData) -> _Files:
    """The posted files. Raises :class:`RefusedError` where the edited one is missing."""
    edited, sent = form.get("_.edited"), form.get("_.sent")
    if not isinstance(edited, UploadFile) or not edited.filename:
        raise RefusedError("请先选改过的 Word 文件")
    original = await sent.read() if isinstance(sent, UploadFile) and sent.filename else None
    return _Files(await edited.read(), edited.filename, original)


def _told(office: Office, state: FormState, files: _Files) -> HTMLResponse:
    """What came back, in lines; the findings and the next draft need a complete brief."""
    brief, _ = state.brief()
    original = read_word(files.sent, name="发出的文件").sent if files.sent is not None else None
    reading = read_word(files.edited, sent=original, name=files.name)
    comparison = None
    if reading.sent is not None:
        comparison = compare(reading.sent, reading.draft, brief)
    kept, refused = [], ""
    if brief is not None:
        try:
            kept = rebase_text(_rebased(made_draft(office, state)[1].draft, files)).splitlines()
        except InputError as error:
            refused = error.message
    return page(
        "_came_back.html",
        lines=list(_lines(reading, comparison)),
        checked=brief is not None,
        findings=[] if brief is None else _findings(reading, brief),
        kept=kept,
        refused=refused,
    )


def _lines(reading: WordReading, comparison: Comparison | None) -> Iterator[tuple[str, str]]:
    """The lines of the report, each with its kind: said, before or after."""
    kinds = {"  - ": "before", "  + ": "after"}
    for line in report_text(reading, comparison).splitlines():
        kind = kinds.get(line[:4], "said")
        yield kind, line if kind == "said" else line[4:]


def _findings(reading: WordReading, brief: Brief) -> list[tuple[str, str]]:
    """What a check of the edited file finds, each with its level; notes ask for nothing."""
    found = review(as_written(reading.draft), brief, beside=tuple(beside(reading.asides)))
    return [(f.level, f.message) for f in found if f.level != "note"]


def _rebased(made: Draft, files: _Files) -> Rebased:
    return rebase_file(made, files.edited, sent=files.sent)


def _onto(office: Office, state: FormState, files: _Files) -> tuple[str, bytes]:
    """The name and bytes of the form's draft with the hand edits in it."""
    brief, made = made_draft(office, state)
    merged = _rebased(made.draft, files)
    author = (brief.speaker.name if brief.speaker else None) or brief.unit.name
    data = write_word(
        merged.draft,
        layout=brief.layout,
        author=author,
        notes=merged.comments,
        base=merged.base,
    )
    return f"{file_name(merged.draft.speech.title)}.docx", data
