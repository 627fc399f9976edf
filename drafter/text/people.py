"""People in running text: a family name and a given name beside a post, without a segmenter.

王建国副县长, 县长李明主持, 王县长, 李民同志, 李明、王芳等同志. A name that stands bare in a
sentence is not found here (高兴, 安全 and 程序 begin with family names too); whoever knows the
names to expect looks for those with :mod:`drafter.text.near_people`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from drafter.resources import data_lines, read_data
from drafter.text.dictionary import is_called_name, is_noun, is_word
from drafter.text.later import later
from drafter.text.name_characters import name_characters
from drafter.text.scanning import Words, without_overlaps

__all__ = ["begins_word", "find_people", "goes_on", "is_han", "is_name", "may_begin", "may_end"]

_AND_OTHERS = later(r"等(?:同志|人(?![次均员])|领导|几位|[一二三四五六七八九十0-9]+[人名位])")
#: 学校|长期, 就会|长成, 武警|官兵: what makes the last character of a post begin another word.
_GOES_ON = {"长": "期远效久大成出得足年", "官": "兵"}
_OF_BODIES = frozenset("省市县区州旗镇乡村局委院校厂矿")  # 黎城县|县长


class _Lexicon(Struct, frozen=True):
    """The lists of names.yaml, compiled."""

    surnames: frozenset[str]
    rare: frozenset[str]
    telling: frozenset[str]
    #: Characters of given names.
    given: frozenset[str]
    #: Both those and others that hardly are words: they need no sign before a title.
    apart: frozenset[str]
    grammar: frozenset[str]
    compound: frozenset[str]
    not_given: frozenset[str]
    not_names: frozenset[str]
    before_name: tuple[str, ...]
    after_name: tuple[str, ...]
    #: 的 and what else stands before a family name with its title.
    before_titled: frozenset[str]
    #: What may follow a name that stands bare, or after a post.
    after_bare: tuple[str, ...]
    common: frozenset[str]
    soft: frozenset[str]
    posts: frozenset[str]
    titles: frozenset[str]
    prefixes: tuple[str, ...]
    verbs: re.Pattern[str]
    offices: Words


def _common_words() -> frozenset[str]:
    """Everyday words that begin with a family name: 应付, 高山."""
    return frozenset(w for line in data_lines("surname_words.txt") for w in line.split(" "))


@cache
def _lexicon() -> _Lexicon:
    data = read_data("names.yaml")
    return _Lexicon(
        surnames=frozenset(data["surnames"]),
        rare=frozenset(data["rare_surnames"]),
        telling=frozenset(name_characters("telling_surnames")),
        given=frozenset(name_characters("given")),
        apart=frozenset(name_characters("telling_surnames") + data["quiet_surnames"]),
        grammar=frozenset(data["grammar"]),
        compound=frozenset(data["compound_surnames"]),
        not_given=frozenset(data["not_given"]),
        not_names=frozenset(data["not_names"]),
        before_name=tuple(data["before_name"]),
        after_name=tuple(data["after_name"]),
        before_titled=frozenset(data["before_titled"]),
        after_bare=tuple(data["after_bare_name"]),
        common=_common_words(),
        soft=frozenset(data["soft_posts"]),
        posts=frozenset(data["posts"]),
        titles=frozenset(data["titles_after_surname"]),
        prefixes=tuple(data["post_prefixes"]),
        verbs=re.compile("|".join(data["name_verbs"])),
        offices=Words(dict.fromkeys([*data["posts"], *data["titles_after_surname"]])),
    )


def is_han(char: str) -> bool:
    """Whether it is one Chinese character."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf"


def is_name(text: str) -> bool:
    """Whether two to four characters can be a Chinese name: family name, then given name."""
    words = _lexicon()
    family = text[:2] if text[:2] in words.compound else text[:1]
    given = text[len(family) :]
    return (
        (family in words.compound or family in words.surnames)
        and 1 <= len(given) <= 2
        and all(map(is_han, given))
        and text not in words.not_names
        and text[:2] not in words.not_names
        and not words.not_given.intersection(given)
    )


def begins_word(name: str) -> bool:
    """Whether its first two characters are an everyday word: 高山, 应付."""
    words = _lexicon()
    return name[:2] in words.common or name[:2] in words.not_names


def find_people(text: str) -> list[tuple[int, int]]:
    """Every name as (start, end), in order; 王县长 gives the span of 王."""
    return without_overlaps(_all(text))


def goes_on(text: str, end: int) -> bool:
    """Whether a post that ends there goes on: 祝老师|们 speaks of several, 武警官|兵 of none."""
    return text[end : end + 1] in tuple(_GOES_ON.get(text[end - 1], "") + "们")


def _all(text: str) -> Iterator[tuple[int, int]]:
    words = _lexicon()
    offices = words.offices.spans(text)
    for start, end in offices:
        if goes_on(text, end):
            continue
        begin = _without_prefix(text, start)
        span = _name_before(text, begin, soft=text[start:end] in words.soft)
        if span:
            yield span
            yield from _listed_before(text, span[0])
        elif text[start:end] in words.titles:
            yield from _titled(text, begin)
        yield from _after_post(text, end)
    yield from _bare(text, [start for start, _ in offices])
    for match in _AND_OTHERS().finditer(text) if "等" in text else ():
        span = _name_before(text, match.start())
        listed = span and text[: span[0]].endswith("、")
        if span and (listed or (span[1] - span[0] == 3 and may_begin(text, span[0]))):
            yield span
            yield from _listed_before(text, span[0])


def _bare(text: str, offices: Iterable[int]) -> Iterator[tuple[int, int]]:
    """王建国指出 after a mark, and 以王建国为组长: an office stands behind it."""
    words = _lexicon()
    for match in words.verbs.finditer(text):
        start = match.start() - 3
        name = text[max(0, start) : match.start()]
        headed = start == 0 or (start > 0 and not "\u4e00" <= text[start - 1] <= "\u9fff")
        if headed and is_name(name) and name[:2] not in words.common:
            yield start, match.start()
    for start in offices:
        end = _without_prefix(text, start) - 1
        if text[max(0, end) : end + 1] == "为":
            span = _name_before(text, end)
            if span and text[span[0] - 1 : span[0]] == "以":
                yield span


def _without_prefix(text: str, start: int) -> int:
    """Where a post begins with what belongs to it: 副, 常务副, 原."""
    for prefix in _lexicon().prefixes:
        if text.endswith(prefix, 0, start):
            return start - len(prefix)
    return start


def _name_before(text: str, end: int, *, soft: bool = True) -> tuple[int, int] | None:
    """The name that ends at ``end``: four, three or two characters, the surest first.

    An everyday word (高山) is a name only before an office (高山县长), not before 老师 or 同志.
    """
    words = _lexicon()
    candidates = [n for n in (4, 3, 2) if end >= n and is_name(text[end - n : end])]
    candidates = [n for n in candidates if n < 4 or text[end - 4 : end - 2] in words.compound]
    candidates = [n for n in candidates if n != 3 or not _is_done(text, end - 3, end)]
    sure = [n for n in candidates if text[end - n : end - n + 2] not in words.common]
    for size in candidates:
        if may_begin(text, end - size) and not (soft and size == 2 and size not in sure):
            return end - size, end
    candidates = sure
    for size in candidates:
        usual = text[end - size] not in words.rare or _stands_apart(text, end - size)
        if usual and size == 3:
            return end - size, end
    if not soft and _is_any_name(text, end - 3, end):
        return end - 3, end
    for size in candidates:
        if text[end - size] not in words.rare and not _inside_word(text, end - size):
            return end - size, end
    return None


def _is_usual(given: str) -> bool:
    """Whether given names are made of these characters."""
    return _lexicon().given.issuperset(given)


def _is_done(text: str, start: int, end: int) -> bool:
    """Whether three characters say what is done, and no given name is made of them: 容|易接受.

    The first ends another word, or the others are a verb; both where a name may begin (及|时告知).
    """
    given = text[start + 1 : end]
    if _is_usual(given):
        return False
    verb = is_word(given) and not (is_noun(given) or is_called_name(given))
    cut = _inside_word(text, start)
    return cut and verb if may_begin(text, start) else cut or verb


def _is_any_name(text: str, start: int, end: int) -> bool:
    """Whether a family name begins a clause before an office, whatever the given name: 沈从军县长.

    Hardly any has 从 or 向, but nothing else stands there; 许多 is a word, and no name has 的.
    """
    words, name = _lexicon(), text[max(0, start) : end]
    return (
        start >= 0
        and (start == 0 or not is_han(text[start - 1]))
        and all(map(is_han, name))
        and name[0] in words.telling
        and words.grammar.isdisjoint(name)
        and name[2] not in _OF_BODIES
        and not (is_word(name[:2]) or begins_word(name))
    )


def _stands_apart(text: str, start: int) -> bool:
    """Whether a family name that is a word as well makes none with its neighbours: 左|振兴."""
    return not is_word(text[start : start + 2]) and not _inside_word(text, start)


def _heads_clause(text: str, start: int) -> bool:
    """Whether a family name that makes a word with what follows is none at a clause's head.

    丛|书记走的时候: what is left of the title begins no word, as the 长 of 高校|长期 does.
    """
    head = start == 0 or not is_han(text[start - 1])
    return head and text[start] in _lexicon().apart and not is_word(text[start + 2 : start + 4])


def _inside_word(text: str, start: int) -> bool:
    """Whether the surname and the character before it are one word (机|关, 感|谢)."""
    pair = text[max(0, start - 1) : start + 1]
    return pair in _lexicon().not_names or is_word(pair)


def may_begin(text: str, start: int) -> bool:
    """Whether a name may begin here: after a mark, a post, or a word such as 感谢 or 由."""
    before = text[max(0, start - 4) : start]
    return (
        not before
        or not "\u4e00" <= before[-1] <= "\u9fff"
        or before.endswith(_lexicon().before_name)
        or before[-2:] in _lexicon().posts
        or before[-3:] in _lexicon().posts
    )


def _listed_before(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Names joined by 、 before a name: 李明、王芳、张伟等同志."""
    while start > 2 and text[start - 1] == "、":
        end = start - 1
        for size in (3, 2, 4):
            begin = end - size
            if begin >= 0 and is_name(text[begin:end]) and may_begin(text, begin):
                yield begin, end
                start = begin
                break
        else:
            return


def _after_post(text: str, begin: int) -> Iterator[tuple[int, int]]:
    for size in (3, 2, 4):
        name = text[begin : begin + size]
        end = begin + size
        # 县长黄海主持: an everyday word is a name where nobody but a person is spoken of.
        word = name[:2] in _lexicon().common
        word = word and not (size == 2 and text.startswith(("主持", "同志"), end))
        # 老师|傅带教: the post goes on, unless a given name follows (局长|江涛).
        word = word or (is_word(text[begin - 1 : begin + 1]) and not _is_usual(name[1:]))
        if len(name) < size or word or not is_name(name):
            continue
        if may_end(text, end) or (size == 3 and text.startswith(_lexicon().after_bare, end)):
            yield begin, end
            return


def may_end(text: str, end: int) -> bool:
    """Whether a name may end here: before a mark, or a word such as 同志 or 主持."""
    after = text[end : end + 1]
    return (
        not after
        or not "\u4e00" <= after <= "\u9fff"
        or text.startswith(_lexicon().after_name, end)
    )


def _titled(text: str, end: int) -> Iterator[tuple[int, int]]:
    """A bare family name before a title (王县长), where a name may begin."""
    words = _lexicon()
    name = text[end - 1 : end]
    apart = _stands_apart(text, end - 1) or _heads_clause(text, end - 1)
    apart = apart and name not in "原前时现任总全单"
    usual = name in words.surnames and (apart or name not in words.rare)
    # 客户|俞先生 needs no sign before it, nor does 宿 in 内科的|宿医生.
    sure = name in words.apart or text[end - 2 : end - 1] in words.before_titled
    begins = may_begin(text, end - 1) or (apart and sure)
    if usual and begins:
        yield end - 1, end
