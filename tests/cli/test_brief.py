"""``drafter new`` and ``drafter schema``."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.brief import load_brief
from drafter.brief.vocabulary import genre_id, genres

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("genre", sorted(genres()))
def test_every_genre_has_an_example_that_loads(run: Run, tmp_path: Path, genre: str):
    file = tmp_path / "b.yaml"
    status, _, err = run("new", "--example", "--genre", genre, "-o", file)
    assert status == 0
    assert f"drafter draft {file}" in err
    assert genre_id(load_brief(file).genre) == genre


def test_questions_need_a_terminal(run: Run):
    status, _, err = run("new")
    assert status == 2
    assert "--example" in err


def test_an_example_does_not_land_where_nothing_can_be_written(run: Run, tmp_path: Path):
    status, _, err = run("new", "--example", "-o", tmp_path / "none" / "b.yaml")
    assert status == 2
    assert "没有" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("keys", "status", "kept"), [("\r", 1, True), ("\x1b[B\r", 0, False), ("\x03", 1, True)]
)
def test_who_sits_at_the_terminal_is_asked_before_a_brief_is_written_over(
    run: Run,
    tmp_path: Path,
    answered: Callable[..., tuple[int, str, str]],
    monkeypatch: pytest.MonkeyPatch,
    keys: str,
    status: int,
    kept: bool,
):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    file = tmp_path / "b.yaml"
    file.write_text("会议: 填了一半", encoding="utf-8")
    assert answered(keys, run, "new", "--example", "-o", file)[0] == status
    assert (file.read_text(encoding="utf-8") == "会议: 填了一半") is kept


def test_answers_are_not_lost_where_they_cannot_be_saved(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("drafter.cli.brief._asked", lambda genre: "会议: 全镇防汛会\n")
    status, out, _ = run("new", "-o", tmp_path / "none" / "b.yaml")
    assert (status, out.strip()) == (2, "会议: 全镇防汛会")


def test_schema_is_json(run: Run):
    status, out, _ = run("schema")
    assert status == 0
    assert json.loads(out)["title"] == "讲话稿提纲"
