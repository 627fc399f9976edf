"""People by the word that says who they are: 村官方静, 先进个人邓超群, 群众代表侯三娃.

After such a word stands what somebody does, or somebody's name. A family name that makes no word
with what stands before and after it is a name, whoever the person may be and whatever he does: so
neither given names nor deeds are listed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from drafter.resources import read_data
from drafter.text.dictionary import is_called_name, is_word
from drafter.text.name_characters import name_characters
from drafter.text.people import is_han, is_name
from drafter.text.scanning import Words, either

__all__ = ["find_introduced_people"]


class _Lists(Struct, frozen=True):
    people: Words
    surnames: frozenset[str]
    #: Those of them that are too rare, or too often words, to stand elsewhere.
    later: frozenset[str]
    #: Those that are verbs or the like, too.
    doing: frozenset[str]
    #: After these any word is one, be it a name in the dictionary.
    owning: tuple[str, ...]
    #: 曲|大娘
    addresses: frozenset[str]
    #: 同志: what stands after nobody but people.
    addressed: re.Pattern[str]
    #: What somebody teaches, which begins as a name does.
    taught: tuple[str, ...]
    #: Those that hardly stand in words.
    telling: frozenset[str]
    compound: frozenset[str]
    given: frozenset[str]
    #: Those, and others that are words as well: the 来 of 来顺.
    anyhow: frozenset[str]
    #: Verbs and the like that no given name begins with.
    no_given: frozenset[str]
    #: Those that may be the second character of one.
    second: frozenset[str]
    #: What is no part of any name: 的, 把.
    grammar: frozenset[str]
    #: 由范志刚具体负责: nobody but people and bodies do this.
    charged: re.Pattern[str]
    #: 邵建明、万里红三位同志: all of them are people.
    together: re.Pattern[str]
    #: 以邵建明、万里红为代表的: they are, where no word stands there (以安全、质量为代表的).
    heading: re.Pattern[str]
    #: 一位叫盛小满的孩子: what somebody is called, whatever it is.
    called: re.Pattern[str]
    #: 大家都叫他铁柱: what others call somebody.
    nicknamed: re.Pattern[str]


@cache
def _lists() -> _Lists:
    data = read_data("names.yaml")
    no_given = data["not_given"] + data["joining"] + data["never_given"]
    how, what, whom = map(either, (data["charged_how"], data["charged_with"], data["in_a_row"]))
    return _Lists(
        people=Words(dict.fromkeys((*data["posts"], *data["introducing"]))),
        surnames=frozenset(
            data["surnames"] + name_characters("telling_surnames") + data["later_surnames"]
        ),
        later=frozenset(data["later_surnames"]),
        doing=frozenset(data["doing_surnames"]),
        owning=tuple(data["owning"]),
        addresses=frozenset(data["addresses"]),
        addressed=re.compile(either(data["addressed"])),
        taught=tuple(data["taught"]),
        telling=frozenset(name_characters("telling_surnames")),
        compound=frozenset(data["compound_surnames"]),
        given=frozenset(name_characters("given")),
        anyhow=frozenset(
            name_characters("given") + read_data("placed_people.yaml")["given_anyhow"]
        ),
        grammar=frozenset(data["grammar"]),
        no_given=frozenset(no_given),
        second=frozenset(no_given).difference(data["grammar"], data["never_second"]),
        charged=re.compile(f"(?<=由)([\u4e00-\u9fff]{{2,3}})(?=(?:同志)?(?:{how})?(?:{what}))"),
        together=re.compile(
            "((?:[\u4e00-\u9fff]{2,3}、)+[\u4e00-\u9fff]{2,3}?)"
            f"(?=等?[两三四五六七八九十](?:位|名(?={whom}))|等(?:同志|老师))"
        ),
        heading=re.compile(
            "(?<=以)((?:[\u4e00-\u9fff]{2,3}、)*[\u4e00-\u9fff]{2,3}?)(?=等?为(?:代表|首|带头人))"
        ),
        called=re.compile(f"(?<=[{data['calls']}]叫)[\u4e00-\u9fff]{{2,4}}?(?=的|[，。；！？]|$)"),
        nicknamed=re.compile(
            f"(?<=[{data['calls_him']}][他她])[为作]?([\u4e00-\u9fff]{{2,3}}?)(?=[，。；！？]|$)"
        ),
    )


def find_introduced_people(text: str) -> Iterator[tuple[int, int]]:
    """Every such name as (start, end)."""
    for _, start in _lists().people.spans(text):
        size = _size(text, start)
        if size:
            yield start, start + size
    yield from _charged(text)
    yield from _in_a_row(text)


def _charged(text: str) -> Iterator[tuple[int, int]]:
    """Who is charged with something, and who is said to be called so."""
    lists = _lists()
    for match in lists.charged.finditer(text) if "由" in text else ():
        if is_name(match.group()) and not is_word(match.group()):
            yield match.span()
    for match in lists.called.finditer(text) if "叫" in text else ():
        said = match.group()
        # 有的叫苦, 他叫不出
        known = _is_of_family(said) and lists.anyhow.issuperset(said[1:])
        if (known or lists.grammar.isdisjoint(said)) and not is_word("叫" + said[0]):
            yield match.span()
    for match in lists.nicknamed.finditer(text):
        # 叫他|回来, 叫他|放心 tell what he is to do.
        said = match.group(1)
        if lists.given.issuperset(said) and (not is_word(said) or is_called_name(said)):
            yield match.span(1)


def _in_a_row(text: str) -> Iterator[tuple[int, int]]:
    """Names with 、 between them that somebody counts, or that stand for many."""
    lists = _lists()
    for match in lists.together.finditer(text) if "、" in text else ():
        for start, name in _listed(match):
            # 建国、志刚两位师傅: called by their given names.
            if _is_of_family(name) or (len(name) == 2 and lists.given.issuperset(name)):
                yield start, start + len(name)
    for match in lists.heading.finditer(text) if "为" in text else ():
        for start, name in _listed(match):
            if _is_of_family(name) and not is_word(name[:2]) and lists.grammar.isdisjoint(name):
                yield start, start + len(name)


def _listed(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The names with 、 between them, and where each begins."""
    start = match.start()
    for name in match.group().split("、"):
        yield start, name
        start += len(name) + 1


def _is_of_family(name: str) -> bool:
    """Whether it begins with a family name."""
    return name[0] in _lists().surnames or name[:2] in _lists().compound


def _size(text: str, start: int) -> int:
    """How many characters after the word are a name; 0 where none stands there."""
    lists = _lists()
    family = 2 if text[start : start + 2] in lists.compound else 1
    if family == 1 and (text[start : start + 1] not in lists.surnames or _joined(text, start)):
        return 0
    if _says_what_is_done(text, start):
        return 0
    # 常委|霍去疾|同志
    if text[start] in lists.telling and lists.addressed.match(text, start + family + 2):
        return family + 2
    first = text[start + family : start + family + 1]
    given = text[start + family : start + family + 2]
    if family == 1 and _is_rarer(given, text[start + family + 2 :][:1]):
        return family + 2
    if text[start] in lists.telling and is_word(given) and lists.grammar.isdisjoint(given):
        return family + 2
    if not first or not is_han(first) or first in lists.no_given:
        return 0
    after = text[start + family + 1 : start + family + 3]
    whole = text[start : start + family + 2]
    if after and _is_whole(whole) and after[0] not in lists.no_given and not is_word(after):
        return family + 2
    if after and _goes_on(text, start + family):
        return family + 2
    sure = family == 2 or text[start] in lists.telling or first in lists.given
    ends = not (after and is_han(after[0])) or is_word(after)
    return family + 1 if sure or ends else 0


def _is_rarer(given: str, after: str) -> bool:
    """Whether two characters make a given name that no word is cut into: 崔|来顺|当场."""
    lists = _lists()
    made = lists.anyhow.issuperset(given) and not lists.given.isdisjoint(given)
    return len(given) == 2 and made and not (is_word(given) or is_word(given[1] + after))


def _says_what_is_done(text: str, start: int) -> bool:
    """Whether it is no name by its shape: 帮邻居|解解疙瘩, 教师|常学常新, 教师|谈教育."""
    lists, family = _lists(), text[start : start + 1]
    # 教师|周转房: of teachers and cadres there are things, too.
    if is_word(text[start : start + 2]) and text.endswith(lists.owning, 0, start):
        return True
    said = text[start + 1 : start + 3]
    spoken = family in lists.doing and is_word(said) and said not in lists.addresses
    return family in said or spoken or text.startswith(lists.taught, start)


def _is_whole(name: str) -> bool:
    """Whether it can be a name, be its family name one that stands after such words only."""
    return is_name(name) or (name[0] in _lists().later and _lists().no_given.isdisjoint(name[1:]))


def _goes_on(text: str, given: int) -> bool:
    """Whether a verb ends a given name: the 有 of 鲁大有|主动, not of 赵四|有空."""
    return (
        text[given + 1] in _lists().second
        and is_word(text[given + 2 : given + 4])
        and not any(is_word(text[at : at + 2]) for at in (given - 1, given, given + 1))
    )


def _joined(text: str, start: int) -> bool:
    """Whether a family name makes an everyday word with what stands before or after it."""
    after = text[start : start + 2]
    if is_word(after) and not is_called_name(after):
        return True
    # 村官|方静, though 官方 is a word: what is left of it would begin none.
    return is_word(text[start - 1 : start + 1]) and is_word(text[start + 1 : start + 3])
