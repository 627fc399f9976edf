"""Places nobody filled: 【请填写：…】, template marks, XX, 某某, blanks to write in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.resources import read_data
from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.text.scanning import matches_from

__all__ = ["check_leftovers"]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What leftovers begin with, and what they are."""
    data = read_data("review.yaml")
    heads = re.compile(f"[{re.escape(data['leftover_heads'])}]")
    return heads, re.compile("|".join(f"(?:{p})" for p in data["leftovers"]))


def check_leftovers(checked: Checked) -> Iterator[Finding]:
    """``placeholder`` for a marked place of the drafter, ``leftover`` for any other."""
    for match in matches_from(*_patterns(), checked.raw):
        text = match.group()
        if text in checked.brief_blob:
            continue
        asked = text.startswith("【请填写")
        yield Finding(
            "placeholder" if asked else "leftover",
            "error",
            checked.id_at(match.start()),
            text,
            f"“{text}”还没有填：请填上，或在提纲里补好再起草"
            if asked
            else f"“{text}”像是没改完的占位文字，请换成实际内容或删去",
        )
