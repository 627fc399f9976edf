"""Genre folders: every shipped one is well-formed, and what is wrong in one is said clearly."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.brief import load_brief
from drafter.drafting.setting.genres import genre_names, load_genre
from drafter.errors import BriefError, TemplateError
from drafter.resources import shipped


def test_all_sixteen_genres_are_there_and_load() -> None:
    names = genre_names()
    assert set(names) == {
        "mobilisation", "deployment", "progress", "regular", "commendation", "symposium",
        "research", "inauguration", "address", "report", "duty", "lecture", "warning", "host",
        "school", "company",
    }  # fmt: skip
    for genre, name in names.items():
        assert load_genre(genre).name == name
        assert load_genre(name).id == genre


@pytest.mark.parametrize(
    ("alias", "genre"),
    [
        ("动员", "mobilisation"),
        ("动员大会讲话", "mobilisation"),
        (" 动员讲话 ", "mobilisation"),
        ("企业年会", "company"),
    ],
)
def test_a_genre_is_found_by_alias(alias: str, genre: str) -> None:
    assert load_genre(alias).id == genre


def test_no_two_genres_share_a_name() -> None:
    taken: dict[str, str] = {}
    for genre in genre_names():
        loaded = load_genre(genre)
        for name in (loaded.id, loaded.name, *loaded.aliases):
            assert taken.setdefault(name, genre) == genre


def test_every_genre_has_a_template_and_a_filled_example() -> None:
    for genre, name in genre_names().items():
        folder = shipped("templates") / genre
        assert (folder / "speech.j2").is_file()
        assert load_brief(folder / "example.yaml").genre in (genre, name)


def test_a_genre_needs_no_python(folder: Path) -> None:
    genre = load_genre("祝酒词")
    assert genre.folder == folder
    assert [s.move for s in genre.opening[0]] == ["occasion"]
    assert genre.numbered


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("id: toast", "id: other"), "id 应与文件夹同名：toast"),
        (("direction: 平行", "direction: 侧行"), "direction 应是 下行、上行、平行 之一"),
        (("name: 祝酒词\n", ""), "缺 name"),
        (("id: toast", "id: toast\ncolour: red"), "不认识的键 colour"),
        (("[occasion]", "[ocasion]"), "opening 没有“ocasion”这个语步"),
        (("points: []", "points: [{focus: 看法}]"), "focus 应是"),
        (("{{ meeting }}", "{{ meeting }"), "花括号"),
        (("  - [occasion]", "  occasion"), "一行一段"),
        (("points: []", "points: ]["), "不是合格的 YAML"),
    ],
)
def test_what_is_wrong_in_a_genre_is_said(
    folder: Path, change: tuple[str, str], message: str
) -> None:
    meta = folder / "meta.yaml"
    meta.write_text(meta.read_text("utf-8").replace(*change), "utf-8")
    with pytest.raises((TemplateError, BriefError), match=message) as error:
        load_genre("toast")
    assert str(folder / "meta.yaml") in str(error.value)
