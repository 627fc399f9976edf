"""A server that dies, limits that are reached, fields that look like code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser


def test_a_dead_server_is_said_and_nothing_is_lost(
    start: Any, open_page: Any, tmp_path: Path
) -> None:
    server = start(tmp_path)
    with open_page(server.base, quiet=False) as page:
        page.goto("/")
        page.locator('[name="会议"]').fill("全县冬季防火工作会议")
        page.locator("#saved", has_text="已自动保存").wait_for()
        server.process.kill()
        server.process.wait()
        page.locator('[name="地点"]').fill("县体育馆")
        page.locator("#notice .finding", has_text="连不上程序").wait_for()
        start(tmp_path, port=int(server.base.rsplit(":", 1)[1]))
        page.locator("#saved", has_text="已自动保存").wait_for()
        page.locator("#notice .finding").wait_for(state="detached", timeout=30_000)
        page.goto(page.url)
        assert page.locator('[name="地点"]').input_value() == "县体育馆"


def test_two_windows_on_one_draft_are_told_of_each_other(server: Any, open_page: Any) -> None:
    with open_page(server.base) as one:
        one.goto("/")
        one.locator('[name="会议"]').fill("全县春耕工作会议")
        one.locator("#saved", has_text="已自动保存").wait_for()
        with open_page(server.base) as other:
            other.goto(one.url)
            other.locator('[name="地点"]').fill("县农业局")
            other.get_by_role("button", name="保存", exact=True).click()
            other.locator("#saved", has_text="已保存").wait_for()
            assert other.locator("#saved .elsewhere").count() == 0
        one.locator('[name="地点"]').fill("县会议中心")
        one.get_by_role("button", name="保存", exact=True).click()
        one.locator("#saved .elsewhere").wait_for()
        one.get_by_role("link", name="历史", exact=True).last.click()
        one.wait_for_url("**/history/*")
        assert one.locator("tbody tr").count() >= 3, "neither window's version is lost"
        one.go_back()
        one.wait_for_url("**/?draft=*")
        assert one.locator('[name="地点"]').input_value() == "县会议中心"


def test_a_form_too_large_is_said_on_the_page(server: Any, open_page: Any) -> None:
    with open_page(server.base, quiet=False) as page:
        page.goto("/")
        page.evaluate("document.getElementById('choices').value = 'x'.repeat(13_000_000)")
        page.locator('[name="会议"]').fill("甲")
        said = page.locator("#notice .finding", has_text="内容太大，上限 12 MB")
        said.wait_for()
        assert said.is_visible()


def test_what_looks_like_code_is_only_text(page: Any) -> None:
    page.goto("/")
    page.get_by_role("button", name="看样例").click()
    page.wait_for_selector("article.page .sentence")
    code = "{{ 7 * 7 }}<script>window.ran = 1</script>{% raw %}"
    page.locator('[name="地点"]').fill(code)
    page.wait_for_timeout(800)
    page.wait_for_load_state("networkidle")
    shown = page.locator("article.page").inner_text()
    assert "7 * 7" in shown
    assert "<script>window.ran" in shown
    assert "49" not in shown
    assert page.evaluate("window.ran") is None
