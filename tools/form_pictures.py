"""The pictures of the form in docs/images, taken anew in Chromium.

    python tools/form_pictures.py

The form is filled with a shipped example and clicked through; look at every picture afterwards.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs" / "images"
_SERVE = "import sys; from drafter.cli import main; sys.exit(main())"

NOTICE = (ROOT / "tests" / "e2e" / "notice.txt").read_text("utf-8")


@contextmanager
def serving() -> Iterator[str]:
    """A server with an empty history; its address."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = int(s.getsockname()[1])
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-c", _SERVE, "serve", "--port", str(port), "--data", data]
        process = subprocess.Popen(  # noqa: S603 - our own server
            command, env={**os.environ, "PYTHONPATH": str(ROOT)}
        )
        try:
            for _ in range(300):
                with socket.socket() as s:
                    if s.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()
            process.wait()


def example(page: Any) -> None:
    """A whole speech in the form."""
    page.goto("/")
    page.get_by_role("button", name="看样例").click()
    page.wait_for_selector("article.page .sentence")
    page.locator("#saved", has_text="已自动保存").wait_for()


def form(page: Any) -> None:
    """The form, a sentence's panel, findings in the margin, a notice read."""
    example(page)
    page.screenshot(path=OUT / "form-draft.png")
    sentence = page.locator(".para.body .sentence").nth(4)
    sentence.click()
    page.locator("#source .others").wait_for()
    page.screenshot(path=OUT / "form-sentence.png")
    page.keyboard.press("Escape")
    page.locator('[name="地点"]').fill("")
    page.locator('[name="时间"]').fill("")
    page.locator('[name="禁用.0"], button[value="add 禁用"]').first.click()
    page.locator('[name="禁用.0"]').fill("隐患")
    page.locator(".para .finding").first.wait_for()
    page.locator(".para:has(.finding)").first.scroll_into_view_if_needed()
    page.wait_for_timeout(400)
    page.screenshot(path=OUT / "form-findings.png")
    page.goto("/")
    page.get_by_role("button", name="读通知、方案").click()
    page.get_by_label("粘贴正文").fill(NOTICE)
    page.get_by_role("button", name="读", exact=True).click()
    page.locator(".offer").first.wait_for()
    page.screenshot(path=OUT / "form-notice.png")


def history(page: Any) -> None:
    """The list of drafts, one draft's versions, two of them side by side."""
    example(page)
    page.get_by_role("button", name="保存", exact=True).click()
    page.locator("#saved", has_text="已保存").wait_for()
    page.get_by_role("button", name="换一稿").click()
    page.wait_for_timeout(1000)
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_timeout(1000)
    draft = page.url.rsplit("=", 1)[1]
    page.goto("/history")
    page.screenshot(path=OUT / "form-history.png")
    page.goto(f"/history/{draft}")
    page.screenshot(path=OUT / "form-versions.png")
    page.get_by_role("button", name="并排比较").click()
    page.wait_for_url("**/compare?*")
    page.screenshot(path=OUT / "form-compare.png")


def others(page: Any) -> None:
    """The bank and the mine."""
    page.goto("/bank")
    page.screenshot(path=OUT / "form-bank.png")
    page.goto("/mine")
    page.screenshot(path=OUT / "form-mine.png")


def main() -> None:
    """Take all pictures."""
    from playwright.sync_api import sync_playwright

    with serving() as base, sync_playwright() as p:
        chromium = p.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
            args=["--no-sandbox"],
        )
        for width, height, walk, name in (
            (1280, 900, form, ""),
            (1280, 900, history, ""),
            (1280, 900, others, ""),
            (1920, 1080, example, "form-wide.png"),
            (400, 860, example, "form-narrow.png"),
        ):
            size = {"width": width, "height": height}
            context = chromium.new_context(base_url=base, viewport=size, locale="zh-CN")
            page = context.new_page()
            walk(page)
            if name:
                page.screenshot(path=OUT / name)
            context.close()
        chromium.close()


if __name__ == "__main__":
    main()
