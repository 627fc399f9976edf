"""The work behind the pages: drafts kept, house packs seen by every worker, jobs that died."""

from __future__ import annotations

import os
import time
from itertools import pairwise
from pathlib import Path

import pytest

from drafter.bank import load_bank, save_decisions, save_pack
from drafter.brief import parse_brief
from drafter.brief.model import Task
from drafter.errors import OutputError, RefusedError
from drafter.resources import shipped
from drafter.web import office as office_module
from drafter.web.choices import Choices
from drafter.web.edits import edit
from drafter.web.history_pages import side_by_side
from drafter.web.mining_jobs import Jobs
from drafter.web.office import Office, sentence_at
from drafter.web.store import Store
from drafter.web.view import form_field, preview
from drafter.web.wording_pages import frame_shown


@pytest.fixture
def brief():
    file = shipped("templates") / "mobilisation" / "example.yaml"
    return parse_brief(file.read_bytes(), name="样例")


def test_the_same_state_is_drafted_once(tmp_path: Path, brief, monkeypatch):
    office = Office(tmp_path)
    first = office.make(brief, 0, Choices())
    calls: list[int] = []
    monkeypatch.setattr(office_module, "draft", lambda *a, **k: calls.append(1))
    assert office.make(brief, 0, Choices()) is first
    assert calls == []


def test_a_pack_saved_by_another_worker_is_seen(tmp_path: Path):
    office = Office(tmp_path)
    assert office.own_packs() == []
    some = next(p for p in load_bank() if p.origin == "mined")
    save_pack(tmp_path / "own-1", {"id": "本单位", "name": "本单位", "origin": "mined"}, [some])
    (pack,) = office.own_packs()
    assert pack.id == "本单位"
    save_decisions(tmp_path / "own-1", {some.id: {"status": "rejected"}})
    assert office.own_packs()[0].patterns[0].status == "rejected"


def worded(speech):
    """Places and sentences of the speech that a pattern made."""
    for p in speech.paragraphs:
        if p.role in ("opening", "body", "closing", "heading"):
            for number, s in enumerate(p.sentences):
                if s.pattern is not None and s.move != "heading":
                    yield f"{p.id}.{number}", s


def test_three_other_wordings_of_every_worded_sentence(tmp_path: Path, brief):
    office = Office(tmp_path)
    made = office.make(brief, 0, Choices()).draft
    few = {}
    for at, s in worded(made.speech):
        alone = [o for o in office.others(brief, 0, Choices(), at) if o.sentence is not None]
        assert s.text not in [o.text for o in alone]
        if len(alone) < 3:
            few[s.text] = len(alone)
    assert len(few) <= 4, few


def test_a_sentence_of_a_passage_is_said_otherwise_and_back_again(tmp_path: Path, brief):
    office = Office(tmp_path)
    made = office.make(brief, 0, Choices()).draft
    said = list(worded(made.speech))
    at, first = next(x for x, y in pairwise(said) if x[1].pattern == y[1].pattern)
    other = next(o for o in office.others(brief, 0, Choices(), at) if o.sentence is not None)
    assert other.sentence.move == first.move
    assert all(other.text not in p.text for p in made.speech.paragraphs)
    chosen = Choices().choose(first.text, other.sentence)
    paragraph, number = sentence_at(office.make(brief, 0, chosen).draft, at)
    assert paragraph.sentences[number].text == other.text
    assert paragraph.sentences[number + 1].pattern == first.pattern, "its neighbours stay"
    back = office.others(brief, 0, chosen, at)[0]
    assert back.text == first.text
    assert chosen.choose(other.text, back.sentence).count == 0


def test_another_wording_says_the_same_facts(tmp_path: Path, brief):
    office = Office(tmp_path)
    made = office.make(brief, 0, Choices()).draft
    at, s = next(x for x in worded(made.speech) if "要点.内容.责任" in x[1].fields)
    task = next(
        i for p in brief.points for i in p.content if isinstance(i, Task) and i.owner in s.text
    )
    alone = [o for o in office.others(brief, 0, Choices(), at) if o.sentence is not None]
    assert alone
    assert all(task.owner in o.text for o in alone)


def test_other_wordings_keep_the_facts(tmp_path: Path, brief):
    office = Office(tmp_path)
    made = office.make(brief, 0, Choices()).draft
    paragraph = next(p for p in made.speech.paragraphs if "1260处" in p.text)
    for other in office.others(brief, 0, Choices(), f"{paragraph.id}.0"):
        if other.paragraph is not None:
            assert "1260处" in other.text


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("要点.1.内容.2", "要点.0.内容.1"),
        ("要点[2].内容[1].任务", "要点.1.内容.0.任务"),
        ("单位.名称", "单位.名称"),
        ("议程", "议程"),
    ],
)
def test_a_path_of_the_brief_leads_to_the_form(path: str, name: str):
    assert form_field(path) == name


def test_bars_have_the_budgets_of_the_points(tmp_path: Path, brief):
    made = Office(tmp_path).make(brief, 0, Choices())
    view = preview(made.draft, made.findings, Choices(), brief)
    bars = view["bars"]
    assert [b["budget"] for b in bars if b["budget"]] == list(made.draft.budgets)
    assert sum(b["size"] for b in bars) == made.draft.characters


def test_frames_are_shown_in_chinese():
    assert frame_shown("我们<召开|举行>{{ meeting }}。") == "我们（召开／举行）〔会议〕。"
    assert frame_shown("{{ np }}、{{ np2 }}发了言") == "〔名词语〕、〔名词语〕发了言"


def test_which_of_the_files_could_not_be_mined_is_told_by_their_names(tmp_path: Path):
    jobs = Jobs(tmp_path / "jobs", tmp_path / "house")
    speech = "在全镇防汛会上的讲话\n同志们：\n今天，我们召开全镇防汛会，主要任务是部署防汛工作。\n"
    files = [
        ("空的.txt", b""),
        ("照片.jpg", b"x"),
        ("去年.docx", b"x" * 90),
        ("今年.txt", speech.encode()),
    ]
    token = jobs.start(files)
    for _ in range(600):
        if (progress := jobs.progress(token)).state != "running":
            break
        time.sleep(0.05)
    assert [line.split("：")[0] for line in progress.unread[:2]] == ["空的.txt", "照片.jpg"]
    assert progress.unread[2].startswith("去年.docx: S006 ")
    assert "3 个文件没有读成" in progress.message


def test_a_job_whose_server_died_is_told(tmp_path: Path):
    job = tmp_path / "jobs" / "0123456789abcdef"
    job.mkdir(parents=True)
    file = job / "progress.json"
    file.write_text('{"state": "running", "done": 1, "total": 9, "message": ""}')
    jobs = Jobs(tmp_path / "jobs", tmp_path / "house")
    assert jobs.progress("0123456789abcdef").state == "running"
    long_ago = time.time() - 600
    os.utime(file, (long_ago, long_ago))
    assert jobs.progress("0123456789abcdef").state == "failed"
    with pytest.raises(RefusedError, match="没有这个文件夹"):
        jobs.start_folder("0")


def test_versions_side_by_side():
    rows = side_by_side("甲\n要抓实\n尾", "甲\n要抓细\n尾")
    assert [r["same"] for r in rows] == [True, False, True]
    assert rows[1]["a"] == [(False, "要抓"), (True, "实")]
    assert rows[1]["b"] == [(False, "要抓"), (True, "细")]


def test_what_is_alike_by_chance_is_marked_as_changed():
    (row,) = side_by_side("今天开会，安全是底线，一刻不放。", "今天开会，发展是根本，一天不停。")
    assert row["a"] == [(False, "今天开会，"), (True, "安全是底线，一刻不放"), (False, "。")]
    assert row["b"] == [(False, "今天开会，"), (True, "发展是根本，一天不停"), (False, "。")]


def test_edits_of_what_is_no_longer_there_change_nothing():
    values = {"成绩": ["甲"], "会议": "乙"}
    for action in ("remove", "up", "down", "paste"):
        assert edit(values, action, "成绩.7") == values
    assert edit(values, "add", "会议.成绩") == values
    assert edit(values, "up", "成绩.0") == values


def test_a_history_that_cannot_be_opened_is_said(tmp_path: Path):
    (tmp_path / "history.db").mkdir()
    with pytest.raises(OutputError, match="--data"):
        Store(tmp_path / "history.db")
