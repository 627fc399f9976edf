"""``drafter new`` and ``drafter schema``."""

from __future__ import annotations

import json
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


def test_schema_is_json(run: Run):
    status, out, _ = run("schema")
    assert status == 0
    assert json.loads(out)["title"] == "讲话稿提纲"
