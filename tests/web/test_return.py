"""A Word file that came back to the form: what changed in it, what is wrong, the next draft."""

from __future__ import annotations

import io
import re

import docx
import pytest
from starlette.testclient import TestClient

from drafter.word import read_word

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OURS = "这一段是县长自己加的话"


def edited(data: bytes, *, old: str = "", new: str = "", added: str = "") -> bytes:
    """The Word file with words changed and a paragraph put in before the last."""
    document = docx.Document(io.BytesIO(data))
    for paragraph in document.paragraphs:
        if old and old in paragraph.text:
            paragraph.runs[0].text = paragraph.text.replace(old, new)
            for run in paragraph.runs[1:]:
                run.text = ""
    if added:
        document.paragraphs[-1].insert_paragraph_before(added, document.paragraphs[-2].style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def sent(client: TestClient, brief: dict[str, str]) -> bytes:
    return client.post("/download/docx", data=brief).content


def back(client: TestClient, path: str, brief: dict[str, str], data: bytes, name: str = "稿.docx"):
    return client.post(path, data=brief, files={"_.edited": (name, data, WORD)})


def test_what_was_changed_is_told_sentence_by_sentence(client, brief, sent):
    page = back(
        client, "/back", brief, edited(sent, old="十防九空", new="十防十空", added=OURS)
    ).text
    assert re.search(r"<del>[^<]*十防九空", page)
    assert re.search(r"<ins>[^<]*十防十空", page)
    assert re.search(f"新增 .*{OURS}", page)
    assert "事实有变" in page
    assert "下载新稿" in page


def test_the_next_draft_keeps_what_was_written_by_hand(client, brief, sent):
    file = edited(sent, added=OURS)
    answer = back(client, "/back/onto", brief | {"要点.0.内容.0.任务": "疏通河道沟渠"}, file)
    assert answer.headers["content-type"] == WORD
    reading = read_word(answer.content)
    text = "\n".join(p.text for p in reading.speech.paragraphs)
    assert OURS in text
    assert "疏通河道沟渠" in text
    assert "加固险工险段" not in text
    again = back(client, "/back", brief, answer.content).text
    assert "保留手写段落" in again


def test_a_check_of_the_file_finds_what_is_not_the_briefs(client, brief, sent):
    page = back(
        client, "/back", brief, edited(sent, added="今年共投入9876万元，感谢桃源县的支持。")
    ).text
    assert re.search(r'class="finding error">[^<]*9876', page)
    assert re.search(r'class="finding error">[^<]*桃源县', page)


def test_an_incomplete_brief_still_has_the_changes_told(client, brief, sent):
    page = back(client, "/back", {"文种": "动员讲话"}, edited(sent, added=OURS)).text
    assert OURS in page
    assert "填全以后" in page
    assert "下载新稿" not in page


def test_a_file_of_other_making_is_read_and_cannot_be_gone_on_with(client, brief):
    document = docx.Document()
    document.add_paragraph("同志们：")
    document.add_paragraph("今天开会。")
    out = io.BytesIO()
    document.save(out)
    page = back(client, "/back", brief, out.getvalue()).text
    assert "没有原稿信息" in page
    assert "下载新稿" not in page
    refused = back(client, "/back/onto", brief, out.getvalue())
    assert refused.status_code == 400
    assert "没有原稿信息" in refused.text


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "请先选"), (b"no word file", "Word"), (b"PK\x03\x04broken", "文件")],
)
@pytest.mark.parametrize("path", ["/back", "/back/onto"])
def test_what_is_no_word_file_is_refused_in_one_line(client, brief, path, data, said):
    answer = back(client, path, brief, data, "稿.docx" if data else "")
    assert answer.status_code == 400
    assert said in answer.text
    assert "Traceback" not in answer.text


def test_markup_in_the_file_is_only_text(client, brief, sent):
    page = back(
        client, "/back", brief, edited(sent, added="请看<script>alert(1)</script>{{ 7*7 }}")
    ).text
    assert "<script>" not in page
    assert "{{ 7*7 }}" in page


def test_without_a_file_it_is_asked_for(client, brief):
    assert "请先选改过的 Word 文件" in client.post("/back", data=brief).text
