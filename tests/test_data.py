"""The lists of the language that ship with the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.resources import data_file, read_data, shipped

_FILES = sorted(f.name for f in Path(data_file("")).glob("*.yaml"))
_STRICT = [
    *sorted(Path(data_file("")).rglob("*.yaml")),
    *sorted(shipped("templates").rglob("*.yaml")),
    *sorted(shipped("patterns").rglob("pack.yaml")),
]


def _lists(value: Any) -> Iterator[list[str]]:
    """Lists of words; two side by side are a pair (a word and what it stands for)."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, list) and len(value) > 2 and all(isinstance(v, str) for v in value):
        yield value
    for one in inner:
        yield from _lists(one)


@pytest.mark.parametrize("name", _FILES)
def test_a_list_says_each_word_once(name: str) -> None:
    again = [w for words in _lists(read_data(name)) for w, n in Counter(words).items() if n > 1]
    assert again == []


@pytest.mark.skipif(not hasattr(yaml, "CBaseLoader"), reason="PyYAML was built without libyaml")
@pytest.mark.parametrize("file", _STRICT, ids=lambda f: f"{f.parent.name}/{f.name}")
def test_yaml_means_the_same_without_libyaml(file: Path) -> None:
    """Where PyYAML has no C part, a ``?`` in an unquoted scalar of a flow is an error."""
    text = file.read_text("utf-8")
    assert yaml.load(text, Loader=yaml.BaseLoader) == yaml.load(text, Loader=yaml.CBaseLoader)
