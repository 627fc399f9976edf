"""Names in a sentence of somebody's own: what stands where names stand, and ends as names end.

Of what patterns and brief say it is known which words are names; a draft's own words are everyday
ones (大店, 井口) as well. In a sentence that neither of them says, a word that ends names ends one
with nearly everything that stands between it and a place where names begin: 依托|乡贤议事厅,
把|西关桥头. So do a number (三号井), and what is said only of what is called something: 接诉即办
这套机制, 以阳光慧生活为载体, 畅通|民呼我为|的渠道.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from operator import add

from msgspec import Struct

from drafter.resources import read_data
from drafter.review.names.localities import may_begin_place
from drafter.review.stock import is_common_word
from drafter.text.dictionary import is_called_name, is_noun, is_word, stands_alone
from drafter.text.gazetteer import Span
from drafter.text.name_characters import name_characters
from drafter.text.organisations import is_generic
from drafter.text.people import is_han
from drafter.text.scanning import either

__all__ = ["added_names"]

#: So many characters such a name has.
_LEAST, _MOST = 3, 9
_WATERS = "河江湖溪沟渠湾"
_LEVELS = "省市县区州镇"


class _Rules(Struct, frozen=True):
    #: Words of one character, and of more, that names end with.
    short_heads: frozenset[str]
    heads: tuple[str, ...]
    #: Characters that no name reaches over, and those of which that holds but within a word.
    breaks: frozenset[str]
    stops: frozenset[str]
    outcomes: frozenset[str]
    #: What follows a word that ends names where it ends none: 效果|会|好.
    guards: dict[str, str]
    #: Which of them offices are called by.
    offices: frozenset[str]
    #: How something is done, before 办.
    how_done: frozenset[str]
    #: What anybody has: 检查组.
    sorts: frozenset[str]
    #: Verbs that names follow, and those that govern little but what is called something.
    verbs: frozenset[str]
    naming: frozenset[str]
    #: How many of something: 一位, 几个.
    counted: re.Pattern[str]
    #: What follows only what is called something, and a thing by its number.
    called: re.Pattern[str]
    shaped: re.Pattern[str]
    #: What foreign names are written with: 贝多芬.
    foreign: frozenset[str]


@cache
def _rules() -> _Rules:
    data, bodies = read_data("heads.yaml"), read_data("organisations.yaml")
    heads = chain.from_iterable(h for block in ("closed", "open") for h in data[block].values())
    kept = either(data["kept_as"])
    return _Rules(
        short_heads=frozenset(data["added_heads"]),
        heads=tuple(h for h in (*heads, *data["added_long_heads"]) if len(h) > 1),
        breaks=frozenset(data["added_breaks"]),
        stops=frozenset(s for s in (*bodies["body_stops"], *data["added_stops"]) if len(s) == 1),
        sorts=frozenset(data["added_sorts"]),
        offices=frozenset(data["added_offices"]),
        how_done=frozenset(data["how_done"]),
        outcomes=frozenset(data["outcomes"]),
        guards=data["added_guards"],
        verbs=frozenset((*read_data("wording.yaml")["verbs"], *data["naming_verbs"])),
        naming=frozenset(data["naming_verbs"]),
        counted=re.compile(either(data["added_counts"])),
        foreign=frozenset(data["transliterated"]),
        called=re.compile(
            f"[这那](?:[一个套项张块条支座]?(?:{kept})|边|头|一带|一片|段[山公老]?路)"
        ),
        shaped=re.compile(
            "[一二三四五六七八九十0-9]+号[\u4e00-\u9fff](?![的文])"
            f"|(?<=以)[\u4e00-\u9fff]{{3,14}}?(?=为(?:{kept}))"
            f"|(?<=把)[\u4e00-\u9fff]{{3,8}}?(?={either(data['made_into'])})"
            f"|[{name_characters('telling_surnames')}]家[{data['hamlets']}]子?"
            f"|[{data['transliterated']}]{{3,8}}"
            # 县交投: whose it is before two characters that make no word, said to do something.
            f"|[{_LEVELS}][\u4e00-\u9fff]{{2}}(?=[要会将已正把被派])"
        ),
    )


def added_names(text: str, start: int, end: int, known: str) -> Iterator[Span]:
    """The names in words of somebody's own, which neither ``known`` nor a pattern has."""
    rules = _rules()
    for match in rules.shaped.finditer(text, start, end):
        name = match.group()
        pairs = [pair for pair in map(add, name, name[1:]) if not is_called_name(pair)]
        written = rules.foreign.issuperset(name)
        made = (name[0] in _LEVELS or written) and any(map(is_word, pairs))
        if not made and _is_unsaid(name, known):
            yield Span(name, *match.span())
    for at in range(start, end - _LEAST + 1):
        # 看看|灶台, 国有国法: no name begins with what is said twice.
        if text[at] in text[at + 1 : at + 3] + text[max(start, at - 1) : at]:
            continue
        # 看好|灶台: what came of something begins no name.
        if text[at + 1] in rules.outcomes and is_word(text[at : at + 2]):
            continue
        # 一位|大姐 says how many there are.
        if rules.counted.match(text, at):
            continue
        before = text[max(start, at - 2) : at]
        if before in rules.verbs or may_begin_place(text, at, short=True):
            stop = _name_end(text[at:end], known, named=before in rules.naming)
            if stop is not None:
                yield Span(text[at : at + stop], at, at + stop)


def _is_unsaid(name: str, known: str) -> bool:
    generic = is_common_word(name) or is_generic(name)
    return len(name) >= _LEAST and name not in known and not generic


def _name_end(clause: str, known: str, *, named: bool) -> int | None:
    """Where a name ends that the clause begins with; ``named`` is all that such a verb governs."""
    rules, end = _rules(), 0
    while end < len(clause) and end < _MOST and not _is_stop(clause, end):
        if named and clause[end : end + 2] in rules.verbs:
            break
        end += 1
        if _is_unsaid(clause[:end], known) and (
            rules.called.match(clause, end) or _is_headed(clause[:end], clause[end : end + 2])
        ):
            return end
    return end if named and end < _MOST and _is_unsaid(clause[:end], known) else None


def _is_stop(clause: str, at: int) -> bool:
    """Whether no name reaches over this character: the 家 of 家属院 is none such."""
    rules, character = _rules(), clause[at]
    if not is_han(character) or character in rules.breaks:
        return True
    return character in rules.stops and stands_alone(clause, at)


def _is_headed(name: str, after: str) -> bool:
    """Whether it ends as names do: in a word by itself, which patterns never say just so."""
    guarded = _rules().guards.get(name[-1], "")
    # 滏阳河|沿线: what goes on with a word of its own goes on from a name.
    apart = name[-1] in _WATERS and is_word(after)
    if (is_word(name[-1] + after[:1]) and not apart) or (after and after[0] in guarded):
        return False
    # 关门开会: what ends with a verb names nothing.
    last = name[-2:]
    done = is_word(last) and not (is_noun(last) or is_called_name(last))
    # 工作|开局: a word of its own is no office.
    done = done or (is_word(last) and last[1] in _rules().offices)
    done = done or (last[1] == "办" and last[0] in _rules().how_done)
    short = name[-1] in _rules().short_heads and not (done or is_common_word(name[-3:]))
    short = short and name not in _rules().sorts
    return short or (len(name) > _LEAST and name.endswith(_rules().heads))
