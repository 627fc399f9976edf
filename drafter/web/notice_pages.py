"""Reading a notice or plan into the form: paste or upload, look through what was found, take it."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from drafter.brief.begun import refuse_speech
from drafter.brief.notice import find_offers
from drafter.brief.offers import Offer, accepted
from drafter.brief.vocabulary import areas
from drafter.errors import RefusedError
from drafter.reading.sources import source_from_bytes
from drafter.web.drafting_pages import form_values
from drafter.web.incoming import read_form
from drafter.web.render import fragment, page
from drafter.web.state import FormState

__all__ = ["routes"]

#: Characters of a notice; one this long is a book.
_MAX_TEXT = 100_000


def routes() -> list[Route]:
    """The panel above the form."""
    return [
        Route("/read", panel),
        Route("/read", find, methods=["POST"]),
        Route("/read/take", take, methods=["POST"]),
        Route("/read/close", close),
    ]


async def panel(request: Request) -> HTMLResponse:  # noqa: ARG001
    """Where a notice is pasted or chosen."""
    return page("_reader.html", text="", offers=None)


async def close(request: Request) -> HTMLResponse:  # noqa: ARG001
    """The panel is put away."""
    return HTMLResponse("")


async def find(request: Request) -> HTMLResponse:
    """A notice was given: what it offers, each value to be accepted or left."""
    form = await read_form(request)
    upload = form.get("_.notice_file")
    text = str(form.get("_.notice", ""))
    if isinstance(upload, UploadFile) and upload.filename:
        data, name = await upload.read(), upload.filename
        source = await run_in_threadpool(source_from_bytes, name, data)
        text = "\n".join(source.lines)
    if not text.strip():
        raise RefusedError("请先粘贴通知、方案的正文，或选一个文件")
    if len(text) > _MAX_TEXT:
        raise RefusedError(f"文字太长，上限 {_MAX_TEXT} 字，请只留有关的部分")
    await run_in_threadpool(refuse_speech, text)
    offers = await run_in_threadpool(find_offers, text, areas())
    return page("_reader.html", text=text, offers=[_shown(o) for o in offers])


def _shown(offer: Offer) -> dict[str, Any]:
    """An offer as a line beside its check box."""
    label = f"要点·{offer.focus}" if offer.field == "要点" else offer.field.replace(".名称", "")
    value = offer.value
    if isinstance(value, dict) and offer.field == "议程":
        value = f"{value['主体']}{value['事项']}"
    elif isinstance(value, dict):
        parts = [
            f"{key}：{'、'.join(said) if isinstance(said, list) else said}"
            for key, said in value.items()
            if key != "任务"
        ]
        value = "；".join([value.get("任务", ""), *parts]).strip("；")
    return {"label": label.replace(".", "·"), "value": value, "source": offer.source}


async def take(request: Request) -> HTMLResponse:
    """The values ticked go into the form; the notice travelled with them and is read again."""
    form = await read_form(request)
    offers = await run_in_threadpool(
        find_offers, str(form.get("_.notice", ""))[:_MAX_TEXT], areas()
    )
    ticked = {str(v) for v in form.getlist("_.take")}
    chosen = [o for i, o in enumerate(offers) if str(i) in ticked]
    if not chosen:
        raise RefusedError("请先勾选要填进表单的内容")
    state = FormState.of(form)
    state = state.with_values(accepted(state.values, chosen))
    answer = fragment("_form.html", **form_values(state)) + fragment("_closed.html")
    return HTMLResponse(answer, headers={"hx-trigger-after-swap": "redraft"})
