"""The form and its live draft: every button of the first page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import yaml
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from drafter.brief.loading import parse_brief
from drafter.brief.model import FOCUSES, Brief
from drafter.brief.vocabulary import genres
from drafter.drafting.genres import load_genre
from drafter.errors import BriefError, DrafterError, UsageError
from drafter.resources import load_yaml, read_data, shipped
from drafter.web.edits import ACTIONS, edit
from drafter.web.office import Made, Office, sentence_at
from drafter.web.render import fragment, page
from drafter.web.state import FormState, blank_values
from drafter.web.view import preview
from drafter.word import layouts

__all__ = ["draw", "form_values", "made_draft", "routes", "state_yaml"]


def routes() -> list[Route]:
    """The pages of drafting."""
    return [
        Route("/", form_page),
        Route("/form", form_edit, methods=["POST"]),
        Route("/preview", preview_part, methods=["POST"]),
        Route("/again", again, methods=["POST"]),
        Route("/sentence", sentence_part, methods=["POST"]),
        Route("/choose", choose, methods=["POST"]),
        Route("/lock", lock, methods=["POST"]),
        Route("/open", open_brief, methods=["POST"]),
        Route("/example", example, methods=["POST"]),
    ]


def _office(request: Request) -> Office:
    office: Office = request.app.state.office
    return office


def form_values(state: FormState) -> dict[str, Any]:
    """What the form's page needs besides the state itself."""
    genre = load_genre(state.genre)
    return {
        "state": state,
        "values": state.values,
        "genres": [(names[0], names[0]) for names in genres().values()],
        "arc": [point.focus for point in genre.points],
        "levels": [(level, level) for level in read_data("levels.yaml")],
        "focuses": [(focus, focus) for focus in FOCUSES],
        "layouts": _layout_names(),
        "areas": _areas(),
    }


def _layout_names() -> list[tuple[str, str]]:
    """The layouts by their Chinese names, each once."""
    by_file = {file: name for name, file in layouts().items()}
    return [(name, name) for name in by_file.values()]


def _areas() -> list[str]:
    """The fields of work there are packs for."""
    areas = []
    for file in sorted(shipped("patterns").glob("*/pack.yaml")):
        area = load_yaml(file.read_bytes()).get("area")
        if area:
            areas.append(str(area))
    return areas


async def form_page(request: Request) -> HTMLResponse:
    """The empty form, or a version of the history (``?version=``)."""
    state = FormState(blank_values())
    version = request.query_params.get("version", "")
    if version.isdigit():
        kept = await run_in_threadpool(request.app.state.store.get, int(version))
        if kept is not None:
            state = FormState.restored(kept.state, kept.draft)
    shown = await run_in_threadpool(draw, _office(request), state)
    return page("form.html", here="/", preview=shown, **form_values(state))


async def form_edit(request: Request) -> HTMLResponse:
    """A button of a list was pressed."""
    form = await request.form(max_fields=7000)
    state = FormState.of(form)
    action, _, path = str(form.get("_.act", "")).partition(" ")
    if action not in ACTIONS:
        raise UsageError("没有这个操作")
    values = edit(state.values, action, path, str(form.get("_.pasted", "")))
    return page("_form.html", trigger="redraft", **form_values(state.with_values(values)))


async def preview_part(request: Request) -> HTMLResponse:
    """The draft of the form as it stands."""
    state = FormState.of(await request.form(max_fields=7000))
    return HTMLResponse(await run_in_threadpool(draw, _office(request), state))


async def again(request: Request) -> HTMLResponse:
    """Another draft of the same brief: the next seed."""
    state = FormState.of(await request.form(max_fields=7000))
    state = replace(state, seed=state.seed + 1)
    shown = await run_in_threadpool(draw, _office(request), state)
    return HTMLResponse(shown + fragment("_seed.html", seed=state.seed))


async def sentence_part(request: Request) -> HTMLResponse:
    """Where a sentence comes from, and its other wordings."""
    form = await request.form(max_fields=7000)
    return await run_in_threadpool(_source, _office(request), form)


def _source(office: Office, form: FormData) -> HTMLResponse:
    state, at = FormState.of(form), str(form.get("_.at", ""))
    brief, made = made_draft(office, state)
    found = sentence_at(made.draft, at)
    if found is None:
        return page("_gone.html")
    paragraph, number = found
    sentence = paragraph.sentences[number]
    pattern = office.pattern(sentence)
    others = office.others(brief, state.seed, paragraph, number)
    return page(
        "_source.html",
        sentence=sentence,
        frame=pattern.frame if pattern else "",
        support=pattern.support if pattern else None,
        at=at,
        others=[{"number": i, "text": s.text} for i, s in enumerate(others)],
    )


async def choose(request: Request) -> HTMLResponse:
    """One of the other wordings was chosen (``p5.2.1``: paragraph, sentence, wording)."""
    form = await request.form(max_fields=7000)
    return HTMLResponse(await run_in_threadpool(_choose, _office(request), form))


def _choose(office: Office, form: FormData) -> str:
    state = FormState.of(form)
    at, _, wording = str(form.get("_.at", "")).rpartition(".")
    brief, made = made_draft(office, state)
    found = sentence_at(made.draft, at)
    if found is not None and wording.isdigit():
        paragraph, number = found
        others = office.others(brief, state.seed, paragraph, number)
        if int(wording) < len(others):
            said = paragraph.sentences[number].text
            state = replace(state, choices=state.choices.choose(said, others[int(wording)]))
    return draw(office, state)


async def lock(request: Request) -> HTMLResponse:
    """Lock a paragraph as it stands, or unlock it."""
    form = await request.form(max_fields=7000)
    return HTMLResponse(await run_in_threadpool(_lock, _office(request), form))


def _lock(office: Office, form: FormData) -> str:
    from drafter.web.choices import anchors

    state = FormState.of(form)
    _, made = made_draft(office, state)
    places = anchors(made.draft.speech)
    for p in made.draft.speech.paragraphs:
        if p.id == form.get("_.at"):
            place, choices = places[p.id], state.choices
            locked = place in choices.locks
            state = replace(
                state, choices=choices.unlock(place) if locked else choices.lock(place, p)
            )
    return draw(office, state)


async def open_brief(request: Request) -> HTMLResponse:
    """A brief's YAML file was chosen; it fills the form, or its errors are shown above it."""
    form = await request.form(max_fields=7000)
    upload = form.get("_.file")
    data = await upload.read() if isinstance(upload, UploadFile) else b""
    name = (upload.filename if isinstance(upload, UploadFile) else None) or "提纲"
    brief = await run_in_threadpool(parse_brief, data, name=name)
    state = FormState.of(form).with_values(brief_values(brief))
    return page("_form.html", trigger="redraft", **form_values(state))


def brief_values(brief: Brief) -> dict[str, Any]:
    """A brief as the form's values."""
    from drafter.brief.writing import brief_yaml

    return blank_values(brief.genre) | dict(load_yaml(brief_yaml(brief)))


async def example(request: Request) -> HTMLResponse:
    """The genre's example in the form."""
    state = FormState.of(await request.form(max_fields=7000))
    file = shipped("templates") / state.genre / "example.yaml"
    brief = await run_in_threadpool(parse_brief, file.read_bytes(), name="样例")
    return page(
        "_form.html", trigger="redraft", **form_values(state.with_values(brief_values(brief)))
    )


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
    view = preview(made.draft, made.findings, state.choices, brief.target)
    return fragment("_preview.html", view=view, choices=state.choices.dump())


def _wrong(errors: list[BriefError]) -> str:
    shown = [{"field": e.place.field or "", "message": e.message} for e in errors]
    return fragment("_wrong.html", errors=shown, only_missing=all(e.code == "B006" for e in errors))


def state_yaml(state: FormState) -> str:
    """The form as YAML, complete or not: what a clerk has so far is theirs to keep."""
    from drafter.web.state import pruned

    return str(
        yaml.safe_dump(pruned(state.values), allow_unicode=True, sort_keys=False, width=10_000)
    )
