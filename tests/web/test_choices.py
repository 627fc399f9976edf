"""What is fixed in a draft travels in the form, holds, and is in every file."""

from __future__ import annotations

import html
import json
import re

import pytest
from starlette.testclient import TestClient

from drafter.web.choices import Choices

LOCK = {"role": "body", "text": "x", "level": None, "label": None, "heading_end": None}
SENTENCES = [{"text": "x", "move": None, "pattern": None, "origin": None, "fields": []}]


def locking(**wrong: object) -> str:
    paragraph = {**LOCK, "sentences": SENTENCES, **wrong}
    return json.dumps({"wordings": {}, "locks": {"1.1": paragraph}})


def test_what_a_page_writes_is_read():
    assert Choices.load(locking()).locks["1.1"].text == "x"


@pytest.mark.parametrize(
    "choices",
    [
        "nonsense",
        "[]",
        "{}",
        '{"wordings": [], "locks": {}}',
        locking(role="evil"),
        locking(level="9"),
        locking(heading_end=99),
        locking(text="another text"),
        locking(sentences=[{"text": "x"}]),
        "[" * 100_000,
        json.dumps({"wordings": {"x": None}, "locks": {}}),
    ],
)
def test_choices_that_no_page_wrote_are_refused(
    client: TestClient, brief: dict[str, str], choices: str
):
    for path in ("/preview", "/download/docx"):
        answer = client.post(path, data={**brief, "_.choices": choices})
        assert answer.status_code == 400
        assert "刷新页面" in answer.text


def fixed(shown: str) -> str:
    found = re.search(r'name="_.choices" value="([^"]*)"', shown)
    assert found is not None
    return html.unescape(found[1])


def paragraph(shown: str, name: str) -> str:
    found = re.search(rf'id="para-{name}">\s*<p>(.*?)</p>', shown, re.DOTALL)
    assert found is not None
    return re.sub("<[^>]*>", "", found[1])


def test_a_locked_paragraph_stays_whatever_the_brief_becomes(
    client: TestClient, brief: dict[str, str]
):
    before = client.post("/preview", data=brief).text
    name = next(n for n in ("p2", "p3", "p4") if "县政府会议室" in before and _says(before, n))
    kept = fixed(client.post("/lock", data={**brief, "_.at": name}).text)
    assert Choices.load(kept).dump() == kept
    moved = {**brief, "地点": "县体育馆", "_.choices": kept}
    assert "县政府会议室" in client.post("/preview", data=moved).text
    assert "县体育馆" not in client.post("/download/txt", data=moved).text
    free = fixed(client.post("/lock", data={**moved, "_.at": name}).text)
    assert free == ""
    assert "县体育馆" in client.post("/download/txt", data={**moved, "_.choices": free}).text


def _says(shown: str, name: str) -> bool:
    found = re.search(rf'id="para-{name}">(.*?)</div>', shown, re.DOTALL)
    return found is not None and "县政府会议室" in found[1]


def offer(client: TestClient, brief: dict[str, str], kind: str) -> tuple[str, str, str]:
    """The first wording of a kind offered anywhere: what is said now, its place, what instead."""
    shown = client.post("/preview", data=brief).text
    for at, said in re.findall(r'data-at="(p\d+\.\d+)">([^<]+)<', shown):
        asked = {**brief, "_.at": at, "_.said": html.unescape(said)}
        panel = client.post("/sentence", data=asked).text
        found = re.search(rf'<span class="which">{kind}</span>([^<]+)<', panel)
        if found:
            return html.unescape(said), at, html.unescape(found[1])
    raise AssertionError(f"no sentence offers {kind}")


@pytest.mark.parametrize("kind", ["这一句", "整段"])
def test_a_chosen_wording_is_in_every_file_and_can_be_taken_back(
    client: TestClient, brief: dict[str, str], kind: str
):
    said, at, instead = offer(client, brief, kind)
    chosen = client.post("/choose", data={**brief, "_.at": at, "_.wanted": instead}).text
    kept = fixed(chosen)
    if kind == "这一句":
        assert f'<blockquote data-of="{at}">{html.escape(instead)}<' in chosen, "the panel follows"
    text = client.post("/download/txt", data={**brief, "_.choices": kept}).text
    assert instead in text.replace("\n", "")
    if kind == "这一句":
        assert said not in text
    # The own wording is offered again, as the first of the whole paragraphs or of the sentences.
    plain = client.post("/download/txt", data=brief).text
    again = {**brief, "_.choices": kept}
    now = paragraph(client.post("/preview", data=again).text, at.split(".")[0])
    assert now
    seen = client.post("/preview", data=again).text
    shown = re.search(rf'data-at="{at}">([^<]+)<', seen)
    assert shown is not None
    asked = {**again, "_.at": at, "_.said": html.unescape(shown[1])}
    panel = client.post("/sentence", data=asked).text
    back = [
        client.post("/choose", data={**again, "_.at": at, "_.wanted": html.unescape(w)}).text
        for w in re.findall(r'name="_.wanted" value="([^"]+)"', panel)
    ]
    texts = [client.post("/download/txt", data={**brief, "_.choices": fixed(b)}).text for b in back]
    assert plain in texts


def test_a_sentence_that_is_no_longer_there_is_not_explained(
    client: TestClient, brief: dict[str, str]
):
    asked = {**brief, "_.at": "p3.0", "_.said": "一句早已改掉的话。"}
    assert "已经变了" in client.post("/sentence", data=asked).text


def test_a_wording_that_is_not_offered_changes_nothing(client: TestClient, brief: dict[str, str]):
    said, at, _ = offer(client, brief, "这一句")
    answer = client.post("/choose", data={**brief, "_.at": at, "_.wanted": "随便写的一句。"}).text
    assert fixed(answer) == ""
    assert html.escape(said) in answer
    assert "随便写的" not in answer
