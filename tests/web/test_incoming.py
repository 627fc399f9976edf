"""Posted fields are read as the standard library reads them."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.web.incoming import read_pairs

_TEXT = st.text(st.characters(exclude_categories=("Cs",)))


@given(st.lists(st.tuples(_TEXT, _TEXT)))
def test_what_a_browser_sends_comes_back(pairs: list[tuple[str, str]]):
    assert read_pairs(urlencode(pairs).encode()) == pairs


@given(st.text("ab%&=+2E9中", max_size=20))
def test_anything_is_read_as_the_standard_library_reads_it(body: str):
    expected: list[tuple[str, str]] | None
    try:
        expected = parse_qsl(body, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        expected = None
    try:
        got = read_pairs(body.encode())
    except UnicodeDecodeError:
        got = None
    assert got == expected


def test_what_is_no_utf_8_is_refused():
    with pytest.raises(UnicodeDecodeError):
        read_pairs(b"a=%ff%fe")
