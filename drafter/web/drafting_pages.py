"""The form and its live draft: filling in, opening a brief, another draft."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import yaml
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from drafter.brief.loading import parse_brief
from drafter.brief.model import Brief
from drafter.brief.vocabulary import areas, genres
from drafter.drafting.setting.genres import load_genre
from drafter.errors import BriefError, DrafterError, RefusedError, UsageError
from drafter.resources import load_yaml, read_data, shipped
from drafter.web.edits import ACTIONS, edit
from drafter.web.incoming import read_form
from drafter.web.office import Made, Office
from drafter.web.render import fragment, page
from drafter.web.state import FormState, blank_values, is_number, pruned
from drafter.web.store import Store, Version
from drafter.web.view import form_field, preview
from drafter.web.work import at_desk
from drafter.word import layouts

__all__ = ["filled_form", "form_values", "made_draft", "redraw", "routes", "state_yaml"]


def routes() -> list[Route]:
    """The pages of drafting."""
    return [
        Route("/", form_page),
        Route("/form", form_edit, methods=["POST"]),
        Route("/preview", preview_part, methods=["POST"]),
        Route("/again", again, methods=["POST"]),
        Route("/open", open_brief, methods=["POST"]),
        Route("/example", example, methods=["POST"]),
    ]


def _office(request: Request) -> Office:
    office: Office = request.app.state.office
    return office


def form_values(state: FormState) -> dict[str, Any]:
    """What the form's page needs besides the state itself."""
    return {
        "state": state,
        "values": state.values,
        "genres": [(names[0], names[0]) for names in genres().values()],
        "arc": _arc(state.genre),
        "levels": [(level, level) for level in read_data("levels.yaml")],
        "focuses": [(focus, focus) for focus in read_data("focuses.yaml")],
        "layouts": _layout_names(),
        "areas": areas(),
    }


@cache
def _arc(genre: str) -> list[tuple[str, int]]:
    """The genre's arc as it is drawn: each point's focus and its share of the length."""
    return [(point.focus, point.weight) for point in load_genre(genre).points]


@cache
def _layout_names() -> list[tuple[str, str]]:
    """The layouts by their Chinese names, each once."""
    by_file = {file: name for name, file in layouts().items()}
    return [(name, name) for name in by_file.values()]


async def form_page(request: Request) -> HTMLResponse:
    """The empty form, a version of the history (``?version=``), a draft's newest (``?draft=``)."""
    store: Store = request.app.state.store
    query = request.query_params
    kept = await run_in_threadpool(_kept, store, query.get("version", ""), query.get("draft", ""))
    state = FormState(blank_values())
    if kept is not None:
        newest = await run_in_threadpool(store.newest_of, kept.draft)
        state = FormState.restored(kept.state, kept.draft, newest or kept.id)
    last = None if kept else await run_in_threadpool(store.newest, 1)
    shown = await at_desk(request, lambda: draw(_office(request), state))
    return page(
        "form.html",
        here="/",
        preview=shown,
        last=last[0] if last else None,
        **form_values(state),
    )


def _kept(store: Store, version: str, draft: str) -> Version | None:
    """The version asked for by its own number, else the newest of a draft."""
    if is_number(version):
        return store.get(int(version))
    versions = store.versions(int(draft)) if is_number(draft) else []
    return store.get(versions[0].id) if versions else None


async def form_edit(request: Request) -> HTMLResponse:
    """A button of a list was pressed."""
    form = await read_form(request)
    state = FormState.of(form)
    action, _, path = str(form.get("_.act", "")).partition(" ")
    if action not in ACTIONS:
        raise UsageError("没有这个操作")
    values = edit(state.values, action, path, str(form.get("_.pasted", "")))
    return filled_form(state.with_values(values))


def filled_form(state: FormState) -> HTMLResponse:
    """The form of a state; the page then asks for its draft."""
    return page("_form.html", trigger="redraft", **form_values(state))


async def preview_part(request: Request) -> HTMLResponse:
    """The draft of the form as it stands."""
    state = FormState.of(await read_form(request))
    return HTMLResponse(await at_desk(request, lambda: redraw(_office(request), state)))


async def again(request: Request) -> HTMLResponse:
    """Another draft of the same brief: the next seed."""
    state = FormState.of(await read_form(request))
    state = replace(state, seed=state.seed + 1)
    return HTMLResponse(await at_desk(request, lambda: redraw(_office(request), state)))


async def open_brief(request: Request) -> HTMLResponse:
    """A brief's YAML file was chosen; it fills the form, or what is wrong with it is said."""
    form = await read_form(request)
    upload = form.get("_.file")
    if not isinstance(upload, UploadFile):
        raise RefusedError("请选一个提纲文件（YAML）")
    data = await upload.read()
    brief = await run_in_threadpool(parse_brief, data, name="提纲")
    return filled_form(FormState.of(form).with_values(brief_values(brief)))


def brief_values(brief: Brief) -> dict[str, Any]:
    """A brief as the form's values."""
    from drafter.brief.writing import brief_yaml

    return blank_values(brief.genre) | dict(load_yaml(brief_yaml(brief)))


async def example(request: Request) -> HTMLResponse:
    """The genre's example in the form."""
    state = FormState.of(await read_form(request))
    file = shipped("templates") / state.genre / "example.yaml"
    brief = await run_in_threadpool(parse_brief, file.read_bytes(), name="样例")
    return filled_form(state.with_values(brief_values(brief)))


def made_draft(office: Office, state: FormState) -> tuple[Brief, Made]:
    """The state's draft. Raises the first :class:`BriefError` where the brief is not complete."""
    brief, wrong = state.brief()
    if brief is None:
        raise wrong[0]
    return brief, office.make(brief, state.seed, state.choices)


def draw(office: Office, state: FormState) -> str:
    """The preview of a state: the draft, or what is still to be filled in."""
    brief, wrong = state.brief()
    if brief is None:
        return _wrong(wrong)
    try:
        made = office.make(brief, state.seed, state.choices)
    except BriefError as e:
        return _wrong([e])
    except DrafterError as e:
        return fragment("_error.html", message=e.message)
    return fragment("_preview.html", view=preview(made.draft, made.findings, state.choices, brief))


def redraw(office: Office, state: FormState) -> str:
    """The preview, with what changes elsewhere on the page: the arc, the choices and the seed."""
    fixed = fragment("_fixed.html", choices=state.choices.dump(), seed=state.seed)
    return draw(office, state) + fixed + _arc_elsewhere(state.genre)


@cache
def _arc_elsewhere(genre: str) -> str:
    """The picture of the arc that takes the place of the form's."""
    return fragment("_arc.html", arc=_arc(genre), elsewhere=True)


def _wrong(errors: list[BriefError]) -> str:
    # What is missing altogether stands first in the form: the meeting before the unit.
    errors = sorted(errors, key=lambda e: (e.code != "B006", e.place.field != "会议"))
    shown = [{"field": form_field(e.place.field or ""), "message": e.message} for e in errors]
    return fragment("_wrong.html", errors=shown, only_missing=all(e.code == "B006" for e in errors))


def state_yaml(state: FormState) -> str:
    """The form as YAML, complete or not: what a clerk has so far is theirs to keep."""
    return str(
        yaml.safe_dump(pruned(state.values), allow_unicode=True, sort_keys=False, width=10_000)
    )
