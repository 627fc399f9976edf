"""The words that headings end with and that bodies begin with (drafter/data/headings.yaml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from drafter.resources import read_data
from drafter.text.scanning import either

__all__ = ["HeadingWords", "heading_words"]


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """Nouns and verbs that end headings, and the beginnings of sentences as patterns to match.

    ``closers`` hardly ever go on inside a sentence, ``endings`` may; ``both`` are the two, ``last``
    their last characters. ``predicate`` is what makes a sentence of a topic (是, 必须 …),
    ``near_predicate`` the same within a few characters, and ``doubled`` a word said twice in a row
    before one.
    """

    closers: tuple[str, ...]
    endings: tuple[str, ...]
    both: tuple[str, ...]
    last: frozenset[str]
    opener: re.Pattern[str]
    predicate: re.Pattern[str]
    near_predicate: re.Pattern[str]
    doubled: re.Pattern[str]

    def closed(self, text: str, end: int | None = None) -> bool:
        """Whether the text before ``end`` ends with a closer or an ending."""
        at = len(text) if end is None else end
        return at > 0 and text[at - 1] in self.last and text.endswith(self.both, 0, at)


@cache
def heading_words() -> HeadingWords:
    """The words, read once."""
    data = read_data("headings.yaml")
    opener, predicate = either(data["openers"]), either(data["predicates"])
    # One look at the next character tells where no opener can begin; that of a year is a digit.
    first = "".join(sorted({word[0] for word in data["openers"]} - {"["})) + r"\d"
    both = (*data["closers"], *data["endings"])
    near = rf"[^，。；：]{{0,4}}(?:{predicate})"
    return HeadingWords(
        closers=tuple(data["closers"]),
        endings=tuple(data["endings"]),
        both=both,
        last=frozenset(word[-1] for word in both),
        opener=re.compile(f"(?=[{first}])(?:{opener})"),
        predicate=re.compile(f"(?:{predicate})"),
        near_predicate=re.compile(near),
        doubled=re.compile(rf"([\u4e00-\u9fff]{{2,8}})(?=\1{near})"),
    )
