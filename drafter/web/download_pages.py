"""Files to take away: Word in a layout, the podium copy, Markdown, plain text, the brief."""

from __future__ import annotations

import re
from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from drafter.drafting.plain import markdown, plain_text
from drafter.errors import UsageError
from drafter.web.drafting_pages import made_draft, state_yaml
from drafter.web.incoming import read_form
from drafter.web.office import Office
from drafter.web.state import FormState
from drafter.web.work import at_press
from drafter.word import write_word

__all__ = ["WORD", "file_name", "routes"]

#: What a Word file is to a browser.
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TYPES = {
    "docx": WORD,
    "podium": WORD,
    "md": "text/markdown; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "yaml": "application/yaml; charset=utf-8",
}
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def routes() -> list[Route]:
    """One address a kind of file."""
    return [Route("/download/{kind}", download, methods=["POST"])]


async def download(request: Request) -> Response:
    """The form's draft as a file; made beside the previews, which go on meanwhile."""
    kind = request.path_params["kind"]
    if kind not in _TYPES:
        raise UsageError("没有这种文件")
    form = await read_form(request)
    name, data = await at_press(lambda: _make(request.app.state.office, form, kind))
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(data, media_type=_TYPES[kind], headers=headers)


def file_name(title: str | None) -> str:
    """A speech's title as the name of its file, which no system refuses."""
    return _NOT_IN_NAMES.sub("_", title or "讲话稿")[:80]


def _make(office: Office, form: FormData, kind: str) -> tuple[str, bytes]:
    state = FormState.of(form)
    if kind == "yaml":
        return "提纲.yaml", state_yaml(state).encode()
    brief, made = made_draft(office, state)
    title = file_name(made.draft.speech.title)
    if kind in ("md", "txt"):
        text = (markdown if kind == "md" else plain_text)(made.draft.speech)
        return f"{title}.{kind}", text.encode()
    author = (brief.speaker.name if brief.speaker else None) or brief.unit.name
    layout = "大字" if kind == "podium" else brief.layout
    suffix = "（大字版）" if kind == "podium" else ""
    return f"{title}{suffix}.docx", write_word(made.draft, layout=layout, author=author)
