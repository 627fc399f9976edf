"""Places of China in running text: provinces, cities, counties, townships, without a segmenter.

A full name (安平县, 城关镇) is a place wherever it stands. A short name (安平) often is
not: 长子, 石门, 天涯 and 和平 are words, and 保山 stands in 确保|山区. So it counts only before
市, 县 or an organ, right after another place (湖北省|张家界), or, where it is nothing else,
alone.

The names are those of :mod:`drafter.text.divisions`, the exceptions those of places.yaml. What is
looked for is worked out once and kept between runs; the townships are opened when a 镇, 乡 or 街道
is met that the text does not use as a common word.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from drafter.caching import digest_of, keep, kept
from drafter.resources import data_file, read_data
from drafter.text.divisions import divisions, ends_township, is_township, place_stem
from drafter.text.scanning import matches_from

__all__ = ["Span", "find_places", "is_cut", "short_names"]


class Span(Struct, frozen=True):
    """A stretch of a text: ``text[start:end]`` is ``text``."""

    text: str
    start: int
    end: int


#: 各乡镇 and 各街道 are in every speech and name none.
_TOWNSHIP = re.compile(r"(?<!各)(?:(?<!各乡)镇|乡(?![镇村])|街道|苏木)")
_TOWNSHIP_HEAD = re.compile("[镇乡街苏]")
#: No name of a township is longer.
_LONGEST = 11
#: Changes whenever a rule of what is looked for, or the form of what is kept, does.
_KIND = "places-1"


@cache
def _rules() -> dict[str, Any]:
    rules = dict(read_data("places.yaml"))
    for key in ("ordinary_names", "ordinary_stems", "ordinary_long", "ordinary_counties"):
        rules[key] = frozenset(rules[key])
    for key in ("cue_before", "cue_after", "cue_strong", "organs", "weak_endings"):
        rules[key] = tuple(rules[key])
    return rules


@cache
def _names() -> dict[str, dict[str, str]]:
    """Every name and short name looked for → full, after, city, long or short, by two characters.

    The outer key is what the names begin with.
    """
    made_of = (data_file(name).read_bytes() for name in ("divisions.txt", "places.yaml"))
    digest = digest_of(b"\n".join(made_of))
    text = kept(_KIND, digest)
    if text is not None:
        try:
            return json.loads(text)  # type: ignore[no-any-return]
        except ValueError:
            pass  # a damaged cache is as good as none
    names: dict[str, dict[str, str]] = {}
    for name, kind in _kinds().items():
        names.setdefault(name[:2], {})[name] = kind
    keep(_KIND, digest, json.dumps(names))
    return names


@cache
def _heads() -> frozenset[str]:
    """The characters that names begin with."""
    return frozenset(begin[0] for begin in _names())


def _kinds() -> dict[str, str]:
    """Every name and short name looked for, with how sure a sign of a place it is."""
    tree, rules = divisions(), _rules()
    kinds: dict[str, str] = {}
    for name in tree.counties:
        stem = place_stem(name)
        if len(stem) > 1 and stem not in rules["ordinary_counties"]:
            safe = len(stem) > 2 and stem not in rules["ordinary_long"]
            kinds[stem] = "long" if safe else "short"
    for name in (*tree.provinces, *tree.cities):
        stem = place_stem(name)
        kinds[stem] = "short" if stem in rules["ordinary_stems"] else "city"
        if name.endswith("自治州"):
            kinds[stem + "州"] = "full"
    for name in (*tree.provinces, *tree.cities, *tree.counties):
        kinds[name] = "after" if len(name) == 2 or name in rules["ordinary_names"] else "full"
    return kinds


def short_names() -> frozenset[str]:
    """The short names (昆山, 西安, 曹县) that :func:`find_places` counts only in their contexts.

    Not those that are everyday words as well (和平, 大同, 江山).
    """
    rules = read_data("places.yaml")
    words = frozenset((*rules["ordinary_heads"], *rules["ordinary_short_counties"]))
    kinds = [item for begun in _names().values() for item in begun.items()]
    small = (n for n, kind in kinds if kind == "after" and len(n) == 2 and n[1] == "县")
    return frozenset((*(n for n, kind in kinds if kind == "short"), *small)) - words


def find_places(text: str) -> list[Span]:
    """Every place the text names, in order, none overlapping another.

    湖北省张家界市 gives two spans. Places that are not in the gazetteer (invented ones, villages)
    are not found.
    """
    found: list[Span] = []
    end = 0
    for match, kind in _candidates(text):
        if match.start >= end and _is_named(text, match, kind, end if found else -1):
            span = _with_suffix(text, match, kind)
            found.append(span)
            end = span.end
    return found


def _candidates(text: str) -> list[tuple[Span, str]]:
    """All matches, those that start first and reach farthest first."""
    names, heads = _names(), _heads()
    found = [
        (Span(name, start, start + len(name)), kind)
        for start, head in enumerate(text)
        if head in heads and (begun := names.get(text[start : start + 2]))
        for name, kind in begun.items()
        if text.startswith(name, start)
    ]
    found.extend((span, "full") for span in _township_spans(text))
    found.sort(key=lambda c: (c[0].start, -c[0].end))
    return found


def _township_spans(text: str) -> Iterator[Span]:
    ordinary = _rules()["ordinary_names"]
    for match in matches_from(_TOWNSHIP_HEAD, _TOWNSHIP, text):
        end = match.end()
        # One-character stems (新镇, 水乡) are ordinary words.
        if not ends_township(text[max(0, match.start() - 2) : end]):
            continue
        # The longest name that ends here.
        for start in range(_han_from(text, match.start()), match.start() - 1):
            name = text[start:end]
            if is_township(name) and name not in ordinary:
                yield Span(name, start, end)
                break


def _han_from(text: str, end: int) -> int:
    """Where the Chinese characters before ``end`` begin, those a name can have."""
    start = end
    while start > 0 and end - start < _LONGEST and "\u4e00" <= text[start - 1] <= "\u9fff":
        start -= 1
    return start


def _is_named(text: str, span: Span, kind: str, last_end: int) -> bool:
    """Whether the match is a place here; ``last_end`` is where the place before it ends."""
    if is_cut(text, span):
        return False
    # 湖北省|张家界, and 汉中、|安康
    listed = kind == "short" and span.start == last_end + 1 and text[last_end] == "、"
    if span.start == last_end or (listed and last_end > 0):
        return True
    if kind == "full":
        return not span.text.endswith(_rules()["weak_endings"]) or _bounded(text, span.start)
    if kind == "after":
        return False
    if _suffix_after(text, span) or text.startswith(_rules()["organs"], span.end):
        return kind != "short" or _bounded(text, span.start)
    return kind in ("city", "long") or _between_cues(text, span)


def is_cut(text: str, span: Span) -> bool:
    """Whether the match runs through two words."""
    rules = _rules()
    before = text[span.start - 1] if span.start else ""
    after = text[span.end] if span.end < len(text) else ""
    if before and before in rules["not_before"].get(span.text, ""):
        return True
    if not after:
        return False
    if after in rules["not_after"].get(span.text, ""):
        return True
    if span.text[-1] in "东南西北" and after in rules["not_after_direction"]:
        return True
    return after in rules["not_after_suffix"].get(span.text[-1], "") and len(span.text) > 2


def _suffix_after(text: str, span: Span) -> bool:
    """Whether 市 or 县 follows a short name, and is not the beginning of 市场, 县域 …"""
    suffix = text[span.end : span.end + 1]
    if (
        not suffix
        or suffix not in "市县"
        or (span.text + suffix).endswith(_rules()["weak_endings"])
    ):
        return False
    after = text[span.end + 1 : span.end + 2]
    return not after or after not in _rules()["not_after_suffix"][suffix]


def _with_suffix(text: str, span: Span, kind: str) -> Span:
    """A short name with the 市 or 县 that follows it, though the gazetteer calls it otherwise."""
    if kind in ("full", "after") or not _suffix_after(text, span):
        return span
    return Span(text[span.start : span.end + 1], span.start, span.end + 1)


def _bounded(text: str, start: int) -> bool:
    """Whether a name may begin here: after a mark, a cue or nothing."""
    before = text[max(0, start - 4) : start]
    return (
        not before
        or not "\u4e00" <= before[-1] <= "\u9fff"
        or before.endswith(_rules()["cue_before"])
    )


def _between_cues(text: str, span: Span) -> bool:
    strong = text.endswith(_rules()["cue_strong"], 0, span.start)
    if text.startswith(_rules()["cue_after"], span.end):
        return strong or _bounded(text, span.start)
    after = text[span.end : span.end + 1]
    return strong and (not after or not "\u4e00" <= after <= "\u9fff")
