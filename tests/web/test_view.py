"""The page beside the form: what is said of a draft is said once."""

from __future__ import annotations

from starlette.testclient import TestClient


def test_how_much_is_short_is_said_once(client: TestClient, brief: dict[str, str]):
    page = client.post("/preview", data={**brief, "篇幅": "20000"}).text
    assert page.count("再写长需要补充") == 1
    assert "提纲内容已经用完" not in page


def test_what_goes_ill_together_in_the_brief_stands_above_the_draft(client, brief):
    page = client.post("/preview", data={**brief, "单位.层级": "学校"}).text
    assert 'class="finding warning">“单位.层级”写的是“学校”' in page
