"""One sentence, one paragraph: where it comes from, other wordings, locks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from drafter.brief.model import Brief
from drafter.resources import read_data
from drafter.speech import Sentence
from drafter.web.choices import anchors
from drafter.web.drafting_pages import made_draft, redraw
from drafter.web.incoming import read_form
from drafter.web.office import Office, Other, sentence_at
from drafter.web.render import fragment, page
from drafter.web.state import FormState
from drafter.web.work import at_desk

__all__ = ["frame_shown", "routes"]

#: A slot; one of several of a type has a number: {{ np2 }}.
_SLOT = re.compile(r"\{\{ ([a-z_]+)\d* \}\}")
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
    slots = read_data("slots.yaml")
    frame = _SLOT.sub(lambda m: f"〔{slots[m[1]]['name']}〕" if m[1] in slots else m[0], frame)
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
    others = office.others(brief, state.seed, state.choices, at)
    return HTMLResponse(_panel(office, found[0].sentences[found[1]], at, others))


def _panel(office: Office, sentence: Sentence, at: str, others: Iterable[Other]) -> str:
    """What is said of one sentence."""
    pattern = office.pattern(sentence)
    return fragment(
        "_source.html",
        sentence=sentence,
        frame=frame_shown(pattern.frame) if pattern else "",
        support=pattern.support if pattern else None,
        at=at,
        others=[{"text": o.text, "whole": o.paragraph is not None} for o in others],
    )


async def choose(request: Request) -> HTMLResponse:
    """One of the other wordings of a sentence was chosen, by its text."""
    form = await read_form(request)
    return HTMLResponse(await at_desk(request, lambda: _choose(request.app.state.office, form)))


def _choose(office: Office, form: FormData) -> str:
    state, at = FormState.of(form), str(form.get("_.at", ""))
    brief, made = made_draft(office, state)
    found = sentence_at(made.draft, at)
    others = office.others(brief, state.seed, state.choices, at) if found else []
    wanted = next((o for o in others if o.text == form.get("_.wanted")), None)
    if found is None or wanted is None:
        return redraw(office, state)
    paragraph, number = found
    choices = state.choices
    if wanted.sentence is not None:
        choices = choices.choose(paragraph.sentences[number].text, wanted.sentence)
    elif wanted.paragraph is not None:
        own = office.own_paragraph(brief, state.seed, paragraph.id)
        choices = choices.choose_passage(own, wanted.paragraph)
    state = replace(state, choices=choices)
    return redraw(office, state) + _panel_after(office, brief, state, at)


def _panel_after(office: Office, brief: Brief, state: FormState, at: str) -> str:
    """The panel for what now stands there, in the place of the one before."""
    found = sentence_at(office.make(brief, state.seed, state.choices).draft, at)
    if found is None:
        return fragment("_elsewhere.html", into="source", inner="")
    others = office.others(brief, state.seed, state.choices, at)
    inner = _panel(office, found[0].sentences[found[1]], at, others)
    return fragment("_elsewhere.html", into="source", inner=inner)


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
