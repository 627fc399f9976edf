"""The bank: patterns by move and genre, searched, and accept or reject for the house's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from drafter.bank import Pattern, load_decisions, save_decisions
from drafter.bank.names import move_name, part_names
from drafter.brief.vocabulary import genre_id, genres
from drafter.errors import RefusedError
from drafter.resources import read_data
from drafter.web.office import Office
from drafter.web.render import page
from drafter.web.state import is_number
from drafter.web.wording_pages import frame_shown

__all__ = ["routes"]

#: Patterns shown on one page.
_PER_PAGE = 50


def routes() -> list[Route]:
    """The pages of the bank."""
    return [
        Route("/bank", bank_page),
        Route("/bank/{pattern}/{status}", decide, methods=["POST"]),
    ]


async def bank_page(request: Request) -> HTMLResponse:
    """Patterns that fit: ``move``, ``genre``, ``status``, ``origin``, ``pack``, ``q``, ``page``."""
    query = request.query_params
    office: Office = request.app.state.office
    found = await run_in_threadpool(_search, office, dict(query))
    number = max(1, int(query.get("page", "1"))) if is_number(query.get("page", "1")) else 1
    shown = found[(number - 1) * _PER_PAGE : number * _PER_PAGE]
    own = {p.id for p in office.own_packs()}
    names = _names(office)
    return page(
        "_bank_rows.html" if request.headers.get("hx-request") else "bank.html",
        here="/bank",
        rows=[_row(p, own, names) for p in shown],
        total=len(found),
        number=number,
        pages=-(-len(found) // _PER_PAGE),
        query=dict(query),
        moves=_moves(),
        packs=sorted(names.items(), key=lambda named: named[1]),
        genres=[(g, names[0]) for g, names in genres().items()],
    )


def _moves() -> list[tuple[str, str]]:
    """Each part's moves as ``part.move`` and what they are called."""
    return [
        (f"{part}.{move}", f"{part_names()[part]}·{name}")
        for part, moves in read_data("moves.yaml").items()
        for move, name in moves.items()
    ]


def _search(office: Office, query: dict[str, str]) -> list[Pattern]:
    move, genre, word = query.get("move", ""), query.get("genre", ""), query.get("q", "").strip()
    known = genre_id(genre) if genre else None
    found = [
        p
        for p in office.bank
        if (not move or f"{p.part}.{p.move}" == move)
        and (known is None or not p.genres or known in p.genres)
        and (not query.get("status") or p.status == query["status"])
        and (not query.get("pack") or p.pack == query["pack"])
        and (not query.get("origin") or p.origin == query["origin"])
        and (not word or word in p.frame or word == p.id)
    ]
    return sorted(found, key=lambda p: (-p.speeches, p.id))


def _names(office: Office) -> dict[str, str]:
    """What each pack is called, by its id."""
    return {p.id: str(p.meta.get("name") or p.id) for p in office.bank.packs}


def _row(p: Pattern, own: set[str], names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": p.id,
        "move": f"{part_names()[p.part]}·{move_name(p.part, p.move)}",
        "frame": frame_shown(p.frame),
        "origin": p.origin,
        "pack_name": names.get(p.pack, p.pack),
        "status": p.status,
        "speeches": p.support.speeches if p.support else None,
        "topics": p.support.topics if p.support else None,
        "own": p.pack in own,
    }


async def decide(request: Request) -> HTMLResponse:
    """Accept or reject a pattern of one of the house's own packs."""
    office: Office = request.app.state.office
    pattern, status = request.path_params["pattern"], request.path_params["status"]
    if status not in ("accepted", "rejected"):
        raise RefusedError("只能采用或不用")
    row = await run_in_threadpool(_decide, office, pattern, status)
    return page("_bank_row.html", row=row)


def _decide(office: Office, pattern: str, status: str) -> dict[str, Any]:
    for pack in office.own_packs():
        if pack.folder is not None and any(p.id == pattern for p in pack.patterns):
            decisions = load_decisions(pack.folder)
            decisions[pattern] = {**decisions.get(pattern, {}), "status": status}
            save_decisions(pack.folder, decisions)
            found = office.bank.get(pattern)
            if found is not None:
                return _row(found, {pack.id}, _names(office))
    raise RefusedError("随程序提供的句式不能在这里改；只能取舍自己挖来的句式")
