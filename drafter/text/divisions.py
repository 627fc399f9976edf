"""The divisions of China: provinces, cities, counties and townships, what stands above and below.

The names are those of drafter/data/divisions.txt and townships.txt; the townships are opened when
one is asked for.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from drafter.resources import data_file, data_lines, read_data
from drafter.text.scanning import longest_first

__all__ = [
    "Divisions",
    "divisions",
    "divisions_within",
    "ends_township",
    "is_township",
    "place_stem",
    "superiors_of",
]

_SUFFIX = re.compile(
    r"(特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|自治县|自治旗|地区|林区|新区|矿区"
    r"|省|市|盟|州|县|区|旗)$"
)

#: Of so many places it is remembered what stands above and below them.
_ASKED = 1024


@cache
def place_stem(name: str) -> str:
    """The short name: 安平 of 安平县, 恩施 of 恩施土家族苗族自治州; the name itself without one."""
    if len(name) == 3 and name[2] in "县市":
        return name[:2]
    stem = _SUFFIX.sub("", name)
    changed = len(stem) > 3
    while changed:
        changed = False
        for people in _peoples():
            if stem.endswith(people) and len(stem) - len(people) >= 2:
                stem, changed = stem[: -len(people)], True
    return stem or name


@cache
def _peoples() -> tuple[str, ...]:
    """The names of peoples in names of places, the longest first."""
    return longest_first(read_data("places.yaml")["peoples"])


class Divisions(Struct, frozen=True):
    """The tree: every name with its possible superiors (a name may stand in several provinces)."""

    provinces: tuple[str, ...]
    cities: tuple[str, ...]
    counties: tuple[str, ...]
    above: dict[str, frozenset[str]]
    below: dict[str, frozenset[str]]


@cache
def divisions() -> Divisions:
    """The provinces, cities and counties of divisions.txt."""
    provinces: list[str] = []
    cities: list[str] = []
    counties: list[str] = []
    above: dict[str, set[str]] = {}
    below: dict[str, set[str]] = {}
    for line in data_lines("divisions.txt"):
        if not line.startswith("\t"):
            provinces.append(line)
            continue
        city, *under = line.split()
        chain = [provinces[-1]]
        if city != "-":
            cities.append(city)
            above.setdefault(city, set()).update(chain)
            below.setdefault(chain[0], set()).add(city)
            chain.append(city)
        counties.extend(under)
        for county in under:
            above.setdefault(county, set()).update(chain)
        for name in chain:
            below.setdefault(name, set()).update(under)
    return Divisions(
        tuple(provinces),
        tuple(cities),
        tuple(counties),
        {k: frozenset(v) for k, v in above.items()},
        {k: frozenset(v) for k, v in below.items()},
    )


@cache
def _townships() -> str:
    """All townships, each between two blanks.

    The counties at the heads of the lines come along; they are names of places as well.
    """
    text = data_file("townships.txt").read_text(encoding="utf-8")
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return f" {text} ".replace("\n", " ")


@lru_cache(4096)
def is_township(name: str) -> bool:
    """Whether this is the full name of a township, or of a county that has some."""
    # A speech asks for a few names: making a set of forty thousand takes longer.
    return f" {name} " in _townships()


@lru_cache(4096)
def ends_township(end: str) -> bool:
    """Whether the name of a township ends so."""
    return f"{end} " in _townships()


@lru_cache(_ASKED)
def superiors_of(name: str) -> frozenset[str]:
    """Every division that may stand above one of this full name: city and province of a county.

    Empty for a name that is not in the gazetteer. The name of a county that several provinces have
    gives the superiors of all of them.
    """
    above = divisions().above
    if name in above:
        return above[name]
    if not is_township(name):
        return frozenset()
    rows = (line.split(" ") for line in data_lines("townships.txt"))
    counties = frozenset(row[0] for row in rows if name in row[1:])
    return counties.union(*(above.get(c, frozenset()) for c in counties))


@lru_cache(_ASKED)  # forty thousand townships are looked through for those of a county
def divisions_within(name: str) -> frozenset[str]:
    """The cities, counties and, of a county, townships that stand below this full name."""
    below = divisions().below
    if name in below:
        return below[name]
    rows = (line for line in data_lines("townships.txt") if line.startswith(f"{name} "))
    return frozenset(town for row in rows for town in row.split(" ")[1:])
