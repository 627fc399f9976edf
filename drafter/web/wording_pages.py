"""One sentence, one paragraph: where it comes from, other wordings, locks."""

from __future__ import annotations

import re
from dataclasses import replace

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from drafter.resources import read_data
from drafter.web.choices import anchors
from drafter.web.drafting_pages import made_draft, redraw
from drafter.web.incoming import read_form
from drafter.web.office import Office, sentence_at
from drafter.web.render import page
from drafter.web.state import FormState
from drafter.web.work import at_desk

__all__ = ["frame_shown", "routes"]

_CHOICE = re.compile(r"<([^<>]*)>")


def routes() -> list[Route]:
    """The parts of the page that follow a click on the draft."""
    return [
        Route("/sentence", sentence_part, methods=["POST"]),
        Route("/choose", choose, methods=["POST"]),
        Route("/lock", lock, methods=["POST"]),
    ]


def frame_shown(frame: str) -> str:
    """A frame as a person reads it: 我们（召开／举行）〔会议〕 for 我们<召开|举行>{{ meeting }}."""
    for slot, about in read_data("slots.yaml").items():
        frame = frame.replace(f"{{{{ {slot} }}}}", f"〔{about['name']}〕")
    return _CHOICE.sub(lambda m: f"（{m[1].replace('|', '／')}）", frame)


async def sentence_part(request: Request) -> HTMLResponse:
    """Where a sentence comes from, and its other wordings."""
    form = await read_form(request)
    return await at_desk(request, lambda: _source(request.app.state.office, form))


def _source(office: Office, form: FormData) -> HTMLResponse:
    state, at = FormState.of(form), str(form.get("_.at", ""))
    brief, made = made_draft(office, state)
    found = sentence_at(made.draft, at)
    if found is None or found[0].sentences[found[1]].text != form.get("_.said"):
        return page("_gone.html")
    paragraph, number = found
    sentence = paragraph.sentences[number]
    pattern = office.pattern(sentence)
    others = office.others(brief, state.seed, state.choices, at)
    return page(
        "_source.html",
        sentence=sentence,
        frame=frame_shown(pattern.frame) if pattern else "",
        support=pattern.support if pattern else None,
        at=at,
        others=[
            {"number": i, "text": o.text, "whole": o.paragraph is not None}
            for i, o in enumerate(others)
        ],
    )


async def choose(request: Request) -> HTMLResponse:
    """One of the other wordings was chosen (``p5.2.1``: paragraph, sentence, wording)."""
    form = await read_form(request)
    return HTMLResponse(await at_desk(request, lambda: _choose(request.app.state.office, form)))


def _choose(office: Office, form: FormData) -> str:
    state = FormState.of(form)
    at, _, wording = str(form.get("_.at", "")).rpartition(".")
    brief, made = made_draft(office, state)
    found = sentence_at(made.draft, at)
    others = office.others(brief, state.seed, state.choices, at) if found else []
    wanted = next((o for i, o in enumerate(others) if str(i) == wording), None)
    if found is None or wanted is None:
        return redraw(office, state)
    paragraph, number = found
    choices = state.choices
    if wanted.sentence is not None:
        choices = choices.choose(paragraph.sentences[number].text, wanted.sentence)
    elif wanted.paragraph is not None:
        own = office.own_paragraph(brief, state.seed, paragraph.id)
        choices = choices.choose_passage(own, wanted.paragraph)
    return redraw(office, replace(state, choices=choices))


async def lock(request: Request) -> HTMLResponse:
    """Lock a paragraph as it stands, or unlock it."""
    form = await read_form(request)
    return HTMLResponse(await at_desk(request, lambda: _lock(request.app.state.office, form)))


def _lock(office: Office, form: FormData) -> str:
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
    return redraw(office, state)
