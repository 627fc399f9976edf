"""Layouts: found by either name, borrowed from, refused with the reason."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from drafter.errors import InputError, UsageError
from drafter.word import layouts, write_word
from drafter.word.layout import find_layout


@pytest.mark.parametrize(
    ("chinese", "english", "characters", "lines"),
    [
        ("标准", "standard", 27, 22),
        ("网格", "grid", 28, 22),
        ("大字", "podium", 24, 21),
        ("特大字", "podium-large", 20, 16),
    ],
)
def test_layouts_have_two_names_and_fit_what_they_promise(chinese, english, characters, lines):
    layout = find_layout(chinese)
    assert find_layout(english) == find_layout(f"{chinese}版") == layout
    assert int(layout.width_of(layout.roles.body)) == characters
    page = layout.page
    assert int((page.height - page.top - page.bottom) / 20 / layout.line) == lines


def test_all_shipped_layouts_are_listed():
    assert set(layouts()) == {
        "标准", "standard", "网格", "grid", "大字", "podium", "特大字", "podium-large",
    }  # fmt: skip


def test_an_own_layout_borrows_the_rest(draft, tmp_path, parts):
    own = tmp_path / "本局.yaml"
    own.write_text("like: 标准\nid: ours\nname: 本局\nline: 29\nfonts: founder\n", "utf-8")
    document = parts(write_word(draft, layout=str(own)))["word/document.xml"].decode()
    assert 'w:line="580"' in document
    assert 'w:eastAsia="方正仿宋_GBK"' in document


@pytest.mark.parametrize(
    ("yaml", "words"),
    [
        ("like: 标准\nid: a\nname: a\nline: 很宽\n", "line"),
        ("like: 标准\nid: a\nname: a\n行距: 28\n", "行距"),
        ("like: 没有\nid: a\nname: a\n", "没有"),
        ("like: [a]\nid: a\nname: a\n", "like"),
        ("- a\n", "键"),
        ("a: [\n", "YAML"),
        ("like: 网格\nid: a\nname: a\ngrid: {pitch: 579, space: -849}\n", "spacing"),
        ("like: 标准\nid: a\nname: a\nroles: {title: {face: 草书}}\n", "草书"),
        ("like: 标准\nid: a\nname: a\nfonts: 自用\n", "自用"),
    ],
)
def test_a_wrong_layout_is_refused_with_its_place(tmp_path, yaml, words):
    own = tmp_path / "own.yaml"
    own.write_text(yaml, "utf-8")
    with pytest.raises((InputError, UsageError)) as caught:
        find_layout(own)
    assert words in str(caught.value)


def test_a_layout_that_is_no_yaml_is_pointed_at_where_it_goes_wrong(tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text("like: 标准\n\tline: 29\n", "utf-8")
    with pytest.raises(InputError, match="Tab") as caught:
        find_layout(own)
    assert (caught.value.place.line, caught.value.place.column) == (2, 1)


def test_what_an_own_layout_leaves_out_is_standard(tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text("line: 29\n", "utf-8")
    layout = find_layout(own)
    assert (layout.line, layout.fonts) == (29, find_layout(None).fonts)


def test_an_unknown_font_set_is_the_options_fault_not_a_files():
    with pytest.raises(UsageError) as caught:
        find_layout(None, "comic")
    assert str(caught.value).startswith("U001 没有“comic”这套字体")


def test_an_unknown_layout_names_the_near_one(draft):
    with pytest.raises(UsageError, match="标准"):
        write_word(draft, layout="标淮")
    with pytest.raises(UsageError, match="windows"):
        write_word(draft, fonts="苹果")


def test_the_drafts_own_layout_is_the_default(draft, parts):
    document = parts(write_word(replace(draft, layout="大字")))["word/document.xml"]
    assert b'w:line="600"' in document


def test_clean_and_comments_exclude_each_other(draft):
    with pytest.raises(UsageError):
        write_word(draft, clean=True, comments=True)


def test_a_layout_file_that_is_not_there_is_input_that_cannot_be_used(tmp_path):
    with pytest.raises(InputError, match="没有这个文件") as caught:
        find_layout(tmp_path / "none.yaml")
    assert caught.value.exit_status == 1
