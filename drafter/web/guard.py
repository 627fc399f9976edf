"""What stands before every page: host, origin, size, token, and the headers of the answer.

The form runs on a clerk's own machine or on an office network without internet, so the browser is
told to talk to this server alone, and a page of another site can neither read nor post here.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from functools import cache

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Guard", "Rules"]

#: Nothing is loaded but from this server; no script in the page, no frame around it.
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_UNKNOWN_HOST = (
    "这个地址不是本程序的地址。要让人用这个主机名或 IP 打开，启动时加 --allow-host 写上它。"
)
_SAFE_METHODS = frozenset({"GET", "HEAD"})
_COOKIE = "drafter_token"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a server allows: its host names (without port), a body's bytes, a token or None.

    With several workers each draft comes over a connection of its own (``share``): a kept
    connection ties a browser to one worker, busy or not; a new one is taken by who is idle.
    """

    hosts: frozenset[str]
    max_body: int = 12_000_000
    token: str | None = None
    share: bool = False


class Guard:
    """ASGI middleware that refuses what the rules do not allow and marks every answer."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self.app, self.rules = app, rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        marked = _marking(send, close=self.rules.share and scope["method"] == "POST")
        if refusal is not None:
            await refusal(scope, receive, marked)
            return
        await self.app(scope, _bounded(receive, self.rules.max_body), marked)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        """Why the request is refused; None where it may pass."""
        host = headers.get("host", "")
        if _name(host) not in self.rules.hosts and "*" not in self.rules.hosts:
            return PlainTextResponse(_UNKNOWN_HOST, 400)
        if scope["method"] not in _SAFE_METHODS and not _same_origin(headers, host):
            return PlainTextResponse("这个请求来自别的网站，已拒绝。", 403)
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()) or int(length) > self.rules.max_body:
            return PlainTextResponse(_too_large(self.rules.max_body), 413)
        return self._without_token(scope, headers)

    def _without_token(self, scope: Scope, headers: Headers) -> Response | None:
        """Ask for the token where one is set; a link with ?token=… leaves it in a cookie."""
        token = self.rules.token
        if token is None or scope["path"].startswith("/static/"):
            return None
        offered = QueryParams(scope["query_string"]).get("token")
        if offered is not None and hmac.compare_digest(offered.encode(), token.encode()):
            answer = RedirectResponse(scope["path"], 303)
            answer.set_cookie(_COOKIE, _ticket(token), httponly=True, samesite="strict")
            return answer
        kept = _cookie(headers.get("cookie", ""))
        if kept is not None and hmac.compare_digest(kept.encode(), _ticket(token).encode()):
            return None
        return PlainTextResponse("请用启动时给出的完整网址打开（带 ?token=…）。", 401)


@cache
def _ticket(token: str) -> str:
    """What the cookie holds for a token: a digest, for a cookie takes no Chinese."""
    return hashlib.sha256(f"drafter {token}".encode()).hexdigest()


def _too_large(limit: int) -> str:
    return f"内容太大，上限 {limit // 1_000_000} MB；请少选几个文件或分几次。"


def _name(host: str) -> str:
    """The host without its port; an IPv6 address keeps its brackets."""
    return host.rsplit(":", 1)[0] if not host.endswith("]") and ":" in host else host


def _same_origin(headers: Headers, host: str) -> bool:
    """Whether a browser says the request comes from our own page.

    Sec-Fetch-Site decides where it is sent; a LAN address over http sends Origin alone. A client
    that sends neither is no browser, so no page of another site stands behind it.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or origin.split("://", 1)[-1] == host


def _cookie(header: str) -> str | None:
    for pair in header.split(";"):
        name, _, value = pair.strip().partition("=")
        if name == _COOKIE:
            return value
    return None


def _bounded(receive: Receive, limit: int) -> Receive:
    """The body; refused once it is larger than allowed, whatever its header promised."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise HTTPException(413, _too_large(limit))
        return message

    return bounded


def _marking(send: Send, *, close: bool) -> Send:
    async def marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["content-security-policy"] = _POLICY
            headers["x-content-type-options"] = "nosniff"
            headers["referrer-policy"] = "no-referrer"
            headers["cross-origin-opener-policy"] = "same-origin"
            headers.setdefault("cache-control", "no-store")
            if close:
                headers["connection"] = "close"
        await send(message)

    return marked
