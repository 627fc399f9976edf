"""People by the slot of a sentence: between 以 and 为榜样, or before a post, stands a name.

Where both sides of a name are told, its own characters need tell little: any family name will do,
be it a word as well (牧其昌), and any given name that has no character of grammar. What stands
there and is nobody (由住建局牵头, 老支书) is left out by its last character and by lists; who asks
leaves out what is said anyhow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from drafter.resources import read_data
from drafter.text.dictionary import is_called_name, is_noun, is_word
from drafter.text.name_characters import name_characters
from drafter.text.people import begins_word, goes_on, is_han, may_begin
from drafter.text.scanning import Words, longest_first, matches_from

__all__ = ["find_slotted_people"]


#: A family name and a given name of two characters.
_WHOLE = 3
#: What stands at the end of a text.
_MARK = "。"


class _Lists(Struct, frozen=True):
    #: What slots begin with, and the slots: the name is their only group.
    heads: re.Pattern[str]
    slots: re.Pattern[str]
    #: What stands beside names: offices, what follows a whole name besides (石大川|老人), and words
    #: for who somebody is, before his name; all of them for one look.
    offices: frozenset[str]
    after: frozenset[str]
    introducing: frozenset[str]
    beside: Words
    #: What belongs to an office and stands before it: 常务副.
    prefixes: tuple[str, ...]
    #: What stands before somebody with an office.
    before: tuple[str, ...]
    families: frozenset[str]
    compound: frozenset[str]
    given: frozenset[str]
    #: What no name has, and what none ends with: 局.
    never: frozenset[str]
    never_last: frozenset[str]
    #: Words of two characters that say what an office is for, or what sort somebody is.
    no_people: frozenset[str]
    #: Everyday words that people are called by.
    words: frozenset[str]


@cache
def _lists() -> _Lists:
    data, names = read_data("placed_people.yaml"), read_data("names.yaml")
    bodies = read_data("organisations.yaml")
    slots = [slot.replace("N", "([\u4e00-\u9fff]{2,4}?)") for slot in data["slots"]]
    families = name_characters("telling_surnames") + names["quiet_surnames"]
    families += names["only_surnames"] + names["surnames"] + names["later_surnames"]
    families += names["slot_surnames"]
    offices = (*names["posts"], *names["titles_after_surname"])
    introducing = (*names["posts"], *names["introducing"])
    fields = (w for key in ("fields", "departments", "generic_words") for w in bodies[key])
    return _Lists(
        heads=re.compile(f"[{data['slot_heads']}]"),
        slots=re.compile("|".join(slots)),
        offices=frozenset(offices),
        after=frozenset(data["after_whole_name"]),
        introducing=frozenset(introducing),
        beside=Words(dict.fromkeys((*offices, *data["after_whole_name"], *introducing))),
        prefixes=longest_first(names["post_prefixes"]),
        before=(*data["before"], *data["before_office"]),
        families=frozenset(families),
        compound=frozenset(names["compound_surnames"]),
        given=frozenset(name_characters("given") + data["given_anyhow"]),
        never=frozenset(data["never_in_name"]),
        never_last=frozenset(data["never_last_in_slot"]),
        no_people=frozenset((*data["no_people"], *names["no_doers"], *names["posts"], *fields)),
        words=frozenset(names["called_by_words"]),
    )


def find_slotted_people(text: str) -> Iterator[tuple[int, int]]:
    """Every such name as (start, end)."""
    lists = _lists()
    for match in matches_from(lists.heads, lists.slots, text):
        start, end = match.span(match.lastindex or 0)
        if _is_somebody(text[start:end]):
            yield start, end
    for start, end in lists.beside.spans(text):
        word = text[start:end]
        if goes_on(text, end):
            continue
        if word in lists.offices:
            yield from _before(text, _without_prefix(text, start), (4, 3, 2))
        elif word in lists.after:
            yield from _before(text, start, (_WHOLE,))
        # 还有一线职工|景元若，
        stop = end + _WHOLE
        introduced = word in lists.introducing and not is_han(text[stop : stop + 1] or _MARK)
        # 教师|周转房，: of such people there are things, too.
        thing = is_word(text[end : end + 2]) or begins_word(text[end:stop])
        if introduced and not thing and _is_somebody(text[end:stop]):
            yield end, stop


def _before(text: str, end: int, sizes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The name of the first of these sizes that ends there, if there is one."""
    size = next((n for n in sizes if _holds_office(text, end - n, end)), 0)
    if size:
        yield end - size, end


def _without_prefix(text: str, start: int) -> int:
    """Where an office begins with what belongs to it."""
    for prefix in _lists().prefixes:
        if text.endswith(prefix, 0, start):
            return start - len(prefix)
    return start


def _holds_office(text: str, start: int, end: int) -> bool:
    """Whether somebody's name stands there before an office, and a name may begin with it."""
    # Said first, because most characters before an office begin no name.
    if start < 0 or not _is_somebody(text[start:end]):
        return False
    begins = may_begin(text, start) or text.endswith(_lists().before, 0, start)
    return begins and not is_word(text[max(0, start - 1) : start + 1])


def _is_somebody(name: str) -> bool:
    """Whether it can be a name at all, and is no word for what somebody or something is."""
    lists = _lists()
    family = 2 if name[:2] in lists.compound else 1
    given, first = name[family:], name[:2]
    if family == 1 and name[0] not in lists.families and name not in lists.words:
        return False
    if len(given) not in (1, 2) or not all(map(is_han, name)) or name[0] == name[1]:
        return False
    if not lists.never.isdisjoint(given) or not lists.no_people.isdisjoint(
        (first, name[-2:], name)
    ):
        return False
    if name[-1] in lists.never_last and not lists.given.issuperset(given):
        return False
    if family == 2 or name in lists.words:
        return True
    if is_word(first) and not is_called_name(first):
        return False
    # 高标准, 严要求: a word that no given name is made of.
    return (
        len(name) == 2
        or not is_word(given)
        or lists.given.issuperset(given)
        or (is_called_name(given) and not is_noun(given))
    )
