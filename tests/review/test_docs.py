"""Every code the review gives is explained in docs/review.md, and nothing else is."""

import re
from pathlib import Path

from drafter.review import reviewing

_DOCS = Path(__file__).parents[2] / "docs" / "review.md"
_CODE = re.compile(r'"((?:[a-z]+-[a-z]+)|placeholder|leftover|banned|unpaired)"')
_KINDS = [
    "number",
    "date",
    "person",
    "place",
    "organisation",
    "document",
    "quote",
    "campaign",
    "honour",
    "name",
]


def test_codes_and_docs_agree():
    folder = Path(reviewing.__file__).parent
    source = "\n".join(f.read_text("utf-8") for f in sorted(folder.rglob("*.py")))
    given = {c for c in _CODE.findall(source) if c != "utf-8"} | {f"foreign-{k}" for k in _KINDS}
    told = set(re.findall(r"`([a-z]+(?:-[a-z]+)?)`", _DOCS.read_text("utf-8")))
    assert given <= told
    assert {t for t in told if "-" in t} <= given
