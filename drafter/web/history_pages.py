"""The history: save, autosave, list, reopen, compare, delete."""

from __future__ import annotations

import difflib
from datetime import datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from drafter.drafting.plain import plain_text
from drafter.web.incoming import read_form
from drafter.web.office import Office
from drafter.web.render import page
from drafter.web.state import FormState, is_number, pruned
from drafter.web.store import Snapshot, Store, Version
from drafter.web.work import at_press

__all__ = ["routes"]

#: So many characters in the middle of two sentences may be the same by chance.
_CHANCE = 4


def routes() -> list[Route]:
    """The pages of the history."""
    return [
        Route("/save", save, methods=["POST"]),
        Route("/autosave", autosave, methods=["POST"]),
        Route("/history", history_page),
        Route("/history/{draft:int}", versions_page),
        Route("/history/{draft:int}/delete", delete, methods=["POST"]),
        Route("/compare", compare_page),
    ]


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


async def save(request: Request) -> HTMLResponse:
    """Keep the form as it stands."""
    form = await read_form(request)
    return await at_press(lambda: _save(request.app.state.office, _store(request), form, False))


async def autosave(request: Request) -> HTMLResponse:
    """Keep the form while it is being filled; versions made so are thinned out."""
    form = await read_form(request)
    return await at_press(lambda: _save(request.app.state.office, _store(request), form, True))


def _save(office: Office, store: Store, form: FormData, automatic: bool) -> HTMLResponse:
    """Save and say so."""
    state = FormState.of(form)
    if automatic and not pruned({k: v for k, v in state.values.items() if k != "文种"}):
        return HTMLResponse("")
    snapshot = _snapshot(office, state)
    newest = store.newest_of(state.draft) if state.draft is not None else None
    draft, version = store.save(snapshot, draft=state.draft, automatic=automatic)
    answer = page(
        "_saved.html",
        draft=draft,
        version=version,
        automatic=automatic,
        at=f"{datetime.now().astimezone():%H:%M}",
        # A second window on the same draft saved since: both versions stay, and it is said.
        elsewhere=None not in (newest, state.version) and newest != state.version,
    )
    # The page's address becomes the draft's, so that reopening the browser brings it back.
    answer.headers["hx-replace-url"] = f"/?draft={draft}"
    return answer


def _snapshot(office: Office, state: FormState) -> Snapshot:
    """The form as it stands; of a brief that is not complete yet the facts are the work."""
    brief, _ = state.brief()
    title, characters, text = str(state.values.get("会议") or "未命名"), 0, ""
    if brief is not None:
        made = office.make(brief, state.seed, state.choices).draft
        title, characters = made.speech.title or title, made.characters
        text = plain_text(made.speech)
    return Snapshot(
        title=title,
        genre=str(state.values.get("文种") or ""),
        characters=characters,
        seed=state.seed,
        patterns=office.bank.digest,
        state=state.saved(),
        text=text,
    )


async def history_page(request: Request) -> HTMLResponse:
    """All drafts, newest first."""
    drafts = await run_in_threadpool(_store(request).newest)
    return page("history.html", here="/history", drafts=[_row(v) for v in drafts])


async def versions_page(request: Request) -> HTMLResponse:
    """The versions of one draft."""
    draft = request.path_params["draft"]
    versions = await run_in_threadpool(_store(request).versions, draft)
    if not versions:
        return page("missing.html", 404, here="/history", what="这份讲话稿")
    return page("versions.html", here="/history", versions=[_row(v) for v in versions], draft=draft)


async def delete(request: Request) -> Response:
    """Forget a draft and its versions."""
    await run_in_threadpool(_store(request).delete, request.path_params["draft"])
    return RedirectResponse("/history", 303)


async def compare_page(request: Request) -> HTMLResponse:
    """Two versions side by side (``?a=1&b=2``), what differs marked."""
    numbers = [request.query_params.get(k, "") for k in ("a", "b")]
    found = [
        await run_in_threadpool(_store(request).get, int(n)) if is_number(n) else None
        for n in numbers
    ]
    if found[0] is None or found[1] is None:
        return page("missing.html", 404, here="/history", what="要比较的版本")
    rows = side_by_side(found[0].text, found[1].text)
    both = [_row(v) for v in found if v is not None]
    return page("compare.html", here="/history", rows=rows, versions=both)


def side_by_side(before: str, after: str) -> list[dict[str, Any]]:
    """Paragraphs of two texts in rows; in a changed pair, the runs that differ are marked."""
    a, b = ([line for line in text.split("\n") if line.strip()] for text in (before, after))
    rows: list[dict[str, Any]] = []
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            rows += [{"same": True, "a": [(False, x)], "b": [(False, x)]} for x in a[i1:i2]]
            continue
        for k in range(max(i2 - i1, j2 - j1)):
            left = a[i1 + k] if i1 + k < i2 else ""
            right = b[j1 + k] if j1 + k < j2 else ""
            marked = _marked(left, right)
            rows.append({"same": False, "a": marked[0], "b": marked[1]})
    return rows


def _marked(left: str, right: str) -> tuple[list[tuple[bool, str]], list[tuple[bool, str]]]:
    """Runs (changed?, text) of both sides; a few characters alike by chance are no run."""
    out: tuple[list[tuple[bool, str]], list[tuple[bool, str]]] = ([], [])
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, left, right, False).get_opcodes():
        inside = i1 > 0 and i2 < len(left) and j1 > 0 and j2 < len(right)
        changed = tag != "equal" or (inside and i2 - i1 < _CHANCE)
        for runs, text in ((out[0], left[i1:i2]), (out[1], right[j1:j2])):
            if runs and runs[-1][0] == changed:
                runs[-1] = (changed, runs[-1][1] + text)
            elif text:
                runs.append((changed, text))
    return out


def _row(v: Version) -> dict[str, Any]:
    return {
        "id": v.id,
        "draft": v.draft,
        "saved": v.saved.replace("T", " ")[:16],
        "title": v.title,
        "genre": v.genre,
        "characters": v.characters,
        "seed": v.seed,
        "automatic": v.automatic,
        "patterns": v.patterns[7:15],
    }
