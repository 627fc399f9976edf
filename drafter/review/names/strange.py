"""Names by what they are made of: characters that names have, and that make no word here.

御河春酒, 广源, 德馨: two characters of given names, good omens or landscapes that make no word of
the dictionary, neither with each other nor with what stands before and after them, were put
together by somebody who gave a name. Everyday words that things are called by (荷花, 飞跃), and
words the dictionary itself calls names (白云), name the thing whose word follows: 飞跃车行.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from drafter.resources import read_data
from drafter.review.stock import is_common_word
from drafter.text.dictionary import is_called_name, is_noun, is_word
from drafter.text.gazetteer import Span
from drafter.text.name_characters import name_characters
from drafter.text.scanning import Words

__all__ = ["find_strange"]

#: Brands and games are written in letters, as no word of a speech is but a few: 村BA.
_LETTERS = re.compile("(?<![A-Za-z0-9])[A-Za-z]{2,}(?![A-Za-z0-9{}%_])")


class _Rules(Struct, frozen=True):
    #: The first of two characters that names are made of.
    pairs: re.Pattern[str]
    #: Everyday words that things are called by.
    calling: Words
    #: Words that the dictionary calls names and everybody uses.
    everyday: frozenset[str]
    #: New words, which the dictionary does not have.
    later: frozenset[str]
    #: Characters after which a name has ended, whatever word they make with it: 美|的.
    ended: frozenset[str]
    #: 把|雪清|完: a thing, what is done to it, and what comes of that.
    done_to: re.Pattern[str]
    #: Words in letters that are no names: GDP, APP.
    letters: frozenset[str]


@cache
def _rules() -> _Rules:
    data, names = read_data("heads.yaml"), read_data("names.yaml")
    given = {*name_characters("given"), *data["lands"], *data["made"]}
    given |= {*read_data("organisations.yaml")["good_omens"]}
    no = {*data["ends"], *data["begins"], *names["joining"], *data["not_made"]}
    first = given.union(name_characters("telling_surnames"), names["surnames"])
    return _Rules(
        # 姜|汤: with a family name alone nothing but a family is called.
        pairs=re.compile(f"[{''.join(sorted(first - no))}](?=[{''.join(sorted(given - no))}])"),
        calling=Words(data["calling"]),
        everyday=frozenset(data["everyday_names"]),
        later=frozenset(names["later_words"]),
        done_to=re.compile(f"(?<=[{data['done_to']}])..[{data['outcomes']}]"),
        letters=frozenset(data["letters"]),
        ended=frozenset(name_characters("after_any_name")),
    )


def find_strange(text: str) -> Iterator[Span]:
    """Every such name, with the word for the thing where that shows it; words in letters, too."""
    rules = _rules()
    for match in _LETTERS.finditer(text):
        if match.group() not in rules.letters:
            yield Span(match.group(), *match.span())
    for start, _ in rules.calling.spans(text):
        if _stands_apart(text, start):
            yield from _with_thing(text, start)
    for match in rules.pairs.finditer(text):
        start = match.start()
        pair = text[start : start + 2]
        if not _stands_apart(text, start):
            continue
        if not _makes_word(pair):
            if rules.done_to.match(text, start):
                continue
            yield Span(pair, start, start + 2)
        elif is_called_name(pair) and pair not in rules.everyday and not is_common_word(pair):
            yield from _with_thing(text, start)


def _stands_apart(text: str, start: int) -> bool:
    """Whether two characters make no word with what stands before and after them."""
    end = start + 2
    if _makes_word(text[max(0, start - 1) : start + 1]):
        return False
    return text[end : end + 1] in _rules().ended or not _makes_word(text[end - 1 : end + 1])


def _with_thing(text: str, start: int) -> Iterator[Span]:
    """A word that things are called by, with the word for the thing after it."""
    end = start + 4
    named, thing = text[start:end], text[start + 2 : end]
    rare = is_called_name(thing) and thing not in _rules().everyday
    if (is_noun(thing) or rare) and not is_common_word(named):
        yield Span(named, start, end)


def _makes_word(pair: str) -> bool:
    return is_word(pair) or pair in _rules().later
