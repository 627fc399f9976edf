"""The guard: who may ask, and what every answer carries."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from drafter.web.guard import Guard, Rules


async def echo(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


def client(**rules: object) -> TestClient:
    app = Starlette(routes=[Route("/", echo, methods=["GET", "POST"])])
    allowed = Rules(frozenset({"127.0.0.1"}), **rules)  # type: ignore[arg-type]
    return TestClient(Guard(app, allowed), base_url="http://127.0.0.1:8765", follow_redirects=False)


def test_every_answer_tells_the_browser_to_stay_here():
    answer = client().get("/")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_foreign_host_is_refused():
    assert client().get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://127.0.0.1:8765"}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({}, 200),
    ],
)
def test_posts_come_from_our_own_page(headers: dict[str, str], status: int):
    assert client().post("/", content="x", headers=headers).status_code == status


def test_a_body_beyond_the_limit_is_refused():
    assert client(max_body=10).post("/", content="x" * 11).status_code == 413


@pytest.mark.parametrize("token", ["s3cret", "县府2026", "a b&c;d=e"])
def test_a_token_opens_the_door_once_for_all(token: str):
    browser = client(token=token)
    assert browser.get("/").status_code == 401
    assert browser.get("/", params={"token": "错的"}).status_code == 401
    assert browser.get("/", params={"token": token}).status_code == 303
    assert browser.get("/").status_code == 200
    assert all(token not in value for value in browser.cookies.values())
