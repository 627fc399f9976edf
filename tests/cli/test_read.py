"""``drafter read``: what came back, and the draft as a file."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from drafter.drafting.draft import Draft
from drafter.speech import Paragraph, Sentence, Speech
from drafter.word import write_word

BRIEF = """
文种: 动员讲话
会议: 全县防汛工作动员会
单位: {名称: 安平县, 层级: 县}
主题: {名称: 防汛备汛}
成绩: [已加固堤防36公里]
"""


@pytest.fixture
def sent(tmp_path):
    """A speech as it was sent out."""
    task = "已加固堤防36公里。"
    speech = Speech(
        (
            Paragraph("p1", "title", "在全县防汛工作动员会上的讲话"),
            Paragraph("p2", "salutation", "同志们："),
            Paragraph("p3", "body", task, sentences=(Sentence(task, fields=("成绩",)),)),
            Paragraph("p4", "closing", "同志们，让我们守住安澜！"),
        ),
        title="在全县防汛工作动员会上的讲话",
    )
    path = tmp_path / "发出.docx"
    path.write_bytes(write_word(Draft(speech, 0, "sha256:0")))
    return path


@pytest.fixture
def edited(sent, tmp_path):
    """The same file after somebody changed a figure."""
    path = tmp_path / "改过.docx"
    with zipfile.ZipFile(sent) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace("36公里".encode(), "63公里".encode())
            new.writestr(name, data)
    return path


def test_an_untouched_file(run, sent):
    status, out, err = run("read", sent)
    assert (status, err) == (0, "")
    assert "一字不差" in out


def test_changes_are_shown_sentence_by_sentence(run, edited):
    status, out, _ = run("read", edited)
    assert status == 0
    assert "  - 已加固堤防36公里。" in out
    assert "  + 已加固堤防63公里。" in out
    assert "事实有变 数字" in out


def test_with_the_brief_the_field_is_named(run, edited, tmp_path):
    brief = tmp_path / "提纲.yaml"
    brief.write_text(BRIEF, "utf-8")
    _, out, _ = run("read", edited, "--brief", brief)
    assert "事实有变 成绩：已加固堤防36公里" in out


def test_the_draft_as_json_with_what_changed(run, edited, tmp_path):
    target = tmp_path / "稿.json"
    status, out, err = run("read", edited, "-o", target)
    assert status == 0
    assert "改动 p3" in out
    assert "已保存" in err
    plain = json.loads(target.read_text("utf-8"))
    assert plain["paragraphs"][2]["text"] == "已加固堤防63公里。"
    assert plain["changes"][0]["sentences"][0]["before"] == "已加固堤防36公里。"
    assert plain["unchanged"] == 3


def test_json_on_standard_output(run, edited):
    _, out, _ = run("read", edited, "--json")
    assert json.loads(out)["facts"][0]["paragraph"] == "p3"


@pytest.mark.parametrize(("suffix", "first"), [(".md", "# 在全县"), (".txt", "在全县")])
def test_the_draft_as_text(run, edited, tmp_path, suffix, first):
    target = tmp_path / f"稿{suffix}"
    run("read", edited, "-o", target)
    text = target.read_text("utf-8")
    assert text.startswith(first)
    assert "63公里" in text


def test_a_file_without_the_sent_draft_and_with_it_given(run, edited, sent, tmp_path):
    bare = tmp_path / "丢了.docx"
    with zipfile.ZipFile(edited) as old, zipfile.ZipFile(bare, "w") as new:
        for name in old.namelist():
            if name != "customXml/item1.xml":
                new.writestr(name, old.read(name))
    _, out, _ = run("read", bare)
    assert "没有原稿信息" in out
    _, out, _ = run("read", bare, "--sent", sent)
    assert "  + 已加固堤防63公里。" in out
    status, _, err = run("read", edited, "--sent", bare)
    assert status == 2
    assert "原稿信息" in err


@pytest.mark.parametrize("name", ["没有.docx", "."])
def test_a_file_that_is_not_there(run, tmp_path, name):
    status, out, err = run("read", tmp_path / name)
    assert (status, out) == (1, "")
    assert err.startswith(str(tmp_path / name))
    assert "Traceback" not in err


def test_no_word_file_and_an_unknown_suffix(run, edited, tmp_path):
    fake = tmp_path / "假.docx"
    fake.write_text("不是", "utf-8")
    status, _, err = run("read", fake)
    assert status == 1
    assert "W001" in err
    status, _, err = run("read", edited, "-o", Path("稿.pdf"))
    assert status == 2
    assert ".json" in err
