"""Mining one's own speeches: upload, watch, look through, keep as a house pack."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from drafter.bank.names import part_names
from drafter.web.incoming import read_form
from drafter.web.mining_jobs import Jobs
from drafter.web.office import Office
from drafter.web.render import page
from drafter.web.wording_pages import frame_shown

__all__ = ["routes"]

#: Texts of one upload.
_MAX_FILES = 500


def routes() -> list[Route]:
    """The pages of mining."""
    return [
        Route("/mine", mine_page),
        Route("/mine", start, methods=["POST"]),
        Route("/mine/{token}", job_page),
        Route("/mine/{token}/progress", progress_part),
        Route("/mine/{token}/keep", keep, methods=["POST"]),
        Route("/mine/{token}/drop", drop, methods=["POST"]),
    ]


def _jobs(request: Request) -> Jobs:
    jobs: Jobs = request.app.state.jobs
    return jobs


async def mine_page(request: Request) -> HTMLResponse:
    """Where texts are uploaded, and the house packs there are."""
    office: Office = request.app.state.office
    packs = [{"id": p.id, "patterns": len(p.patterns)} for p in office.own_packs()]
    folders = [f.name for f in _jobs(request).sources]
    return page("mine.html", here="/mine", packs=packs, folders=folders)


async def start(request: Request) -> Response:
    """Texts were uploaded, or one of the folders given when the server was started was chosen."""
    form = await read_form(request, files=_MAX_FILES)
    files = [
        (f.filename or "", await f.read())
        for f in form.getlist("texts")
        if isinstance(f, UploadFile)
    ]
    folder = str(form.get("folder", ""))
    jobs = _jobs(request)
    if folder:
        token = await run_in_threadpool(jobs.start_folder, folder)
    else:
        token = await run_in_threadpool(jobs.start, files)
    return RedirectResponse(f"/mine/{token}", 303)


async def job_page(request: Request) -> HTMLResponse:
    """A job: its progress, and once it is done what it found."""
    token = request.path_params["token"]
    return page("job.html", here="/mine", **await run_in_threadpool(_job, _jobs(request), token))


async def progress_part(request: Request) -> HTMLResponse:
    """A job's progress, asked for again and again by the page."""
    token = request.path_params["token"]
    return page("_job.html", **await run_in_threadpool(_job, _jobs(request), token))


def _job(jobs: Jobs, token: str) -> dict[str, Any]:
    progress = jobs.progress(token)
    rows = jobs.patterns(token) if progress.state == "done" else []
    for row in rows:
        part, _, _ = str(row["move"]).partition(".")
        row["part"] = part_names().get(part, part)
        row["frame"] = frame_shown(str(row["frame"]))
    return {"token": token, "progress": progress, "rows": rows}


async def keep(request: Request) -> Response:
    """The reviewed patterns become a house pack, used from now on."""
    form = await read_form(request)
    accepted = [str(v) for v in form.getlist("accept")]
    name = str(form.get("name", "")).strip()
    await run_in_threadpool(_jobs(request).keep, request.path_params["token"], name, accepted)
    return RedirectResponse(f"/bank?pack={quote(name)}&status=accepted", 303)


async def drop(request: Request) -> Response:
    """The job is given up."""
    await run_in_threadpool(_jobs(request).drop, request.path_params["token"])
    return RedirectResponse("/mine", 303)
