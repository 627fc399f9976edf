"""Words the brief forbids, and posts said in another order than the roster's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.text.scanning import either
from drafter.text.sentences import split_sentences

__all__ = ["check_banned", "check_roster"]


def check_banned(checked: Checked) -> Iterator[Finding]:
    """``banned``: a word of 禁用, each place it stands in."""
    for word in dict.fromkeys(checked.brief.banned):
        for match in re.finditer(re.escape(word), checked.raw):
            yield Finding(
                "banned",
                "error",
                checked.id_at(match.start()),
                word,
                f"“{word}”是提纲里禁用的词，请换个说法",
            )


def check_roster(checked: Checked) -> Iterator[Finding]:
    """``roster-order``: people of 名单 named in one sentence in another order than the list's."""
    people = _keys(checked)
    if len(people) < 2:
        return
    pattern = re.compile(either(map(re.escape, people)))
    for paragraph in checked.paragraphs:
        for sentence in split_sentences(paragraph.text):
            named = [(people[m.group()], m.group()) for m in pattern.finditer(sentence)]
            for (rank, name), (next_rank, next_name) in pairwise(named):
                if next_rank < rank:
                    yield Finding(
                        "roster-order",
                        "warning",
                        paragraph.id,
                        sentence.strip()[:60],
                        f"“{next_name}”在名单里排在“{name}”前面，请按名单调整先后",
                    )
                    break


def _keys(checked: Checked) -> dict[str, int]:
    """Name or post → place in the roster; a post that several people have says nothing."""
    found: dict[str, int] = {}
    shared: set[str] = set()
    for rank, person in enumerate(checked.brief.roster):
        for key in (person.name, person.post):
            if key and found.setdefault(key, rank) != rank:
                shared.add(key)
    return {k: r for k, r in found.items() if k not in shared}
