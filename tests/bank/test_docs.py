"""What a reader is told of the packs that come with the program is what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.bank import Pack, load_bank
from drafter.text.numerals import chinese

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def packs() -> tuple[Pack, ...]:
    return tuple(load_bank().packs)


def _section() -> str:
    text = (ROOT / "docs" / "patterns.md").read_text("utf-8")
    return text.partition("## 随程序的句式包")[2].partition("\n## ")[0]


def test_every_field_is_listed_once_and_none_that_is_not_there(packs: tuple[Pack, ...]) -> None:
    lines = re.findall(r"^- [^：]+：(.+)$", _section(), re.MULTILINE)
    listed = [field for line in lines for field in line.split("、")]
    assert sorted(listed) == sorted(pack.area for pack in packs if pack.area)


def test_every_pack_of_no_field_is_named(packs: tuple[Pack, ...]) -> None:
    named = set(re.findall("`([a-z]+)`", _section()))
    assert named == {pack.id for pack in packs if not pack.area}


def test_the_number_of_fields_is_told_as_it_is(packs: tuple[Pack, ...]) -> None:
    fields = sum(pack.area is not None for pack in packs)
    readme, changes = ((ROOT / n).read_text("utf-8") for n in ("README.md", "CHANGELOG.md"))
    assert f"{chinese(fields)}个[领域]" in readme
    assert f"{chinese(fields)}个领域" in changes
