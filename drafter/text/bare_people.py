"""Names that stand bare in a sentence, without a post beside them: 要学习刘德胜的做法.

A family name that hardly stands in words (刘, 赵, 欧阳), with characters of given names after it,
is a name anywhere. A family name that is also a word (高, 方), or a given name with another
character in it, needs a place where a name may begin and one where it may end. A family name that
is nothing else (逄, 訾) makes a name with whatever follows. Names of other peoples show by their
dot (买买提·艾力) or by what they are made of (阿依古丽); 老马 and 小李 by a word for a person
beside them. Examples that all speeches know (焦裕禄) are listed.

The lists are in names.yaml. A name of two everyday characters (高山) stays unseen, and an everyday
phrase may look like a name: who asks leaves out what is known otherwise.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from drafter.resources import read_data
from drafter.text.dictionary import is_called_name, is_word
from drafter.text.name_characters import name_characters
from drafter.text.people import begins_word, is_name, may_begin, may_end
from drafter.text.scanning import Words, matches_from, without_overlaps
from drafter.text.unfamiliar import find_unfamiliar

__all__ = ["find_bare_people"]


_DOT = re.compile("[·•]")


class _Lists(Struct, frozen=True):
    telling: frozenset[str]
    only: frozenset[str]
    given: frozenset[str]
    sure: frozenset[str]
    compound: frozenset[str]
    ends: tuple[str, ...]
    no_given: tuple[str, ...]
    #: 老|鲍, 小|贾
    called: tuple[str, ...]
    words_given: tuple[str, ...]
    ending: frozenset[str]
    phrases: tuple[str, ...]
    sounds: frozenset[str]
    #: What stands on both sides of a dot.
    dotted_sounds: frozenset[str]
    #: One character that can begin a family name, and one that a name can go on with.
    heads: re.Pattern[str]
    dotted: re.Pattern[str]
    #: Three and more of the sounds in a row.
    sounded: re.Pattern[str]
    #: Names known as such, and parts of names of other peoples.
    known: Words
    #: What is said with a known name of nobody in particular.
    sayings: frozenset[str]
    #: Old Ma and young Li beside a word for a person, 张某, 宋老六.
    familiar: re.Pattern[str]
    #: What those begin with, and what the heads begin with.
    families: re.Pattern[str]
    begins: re.Pattern[str]


@cache
def _lists() -> _Lists:
    data = read_data("names.yaml")
    telling, given = name_characters("telling_surnames"), name_characters("given")
    only, sure = name_characters("only_surnames"), name_characters("sure_given")
    sounds = name_characters("sounds")
    dotted = sounds + data["more_sounds"] + data["dotted_sounds"]
    in_a_row = {*sounds, *data["more_sounds"]}.difference(data["no_sounds_in_a_row"])
    families = telling + data["surnames"]
    begun = "|".join(
        (f"[{only}]", f"[{families}](?=[{given}]|.[{given}])", *data["compound_surnames"])
    )
    compounds = "".join(sorted({name[0] for name in data["compound_surnames"]}))
    return _Lists(
        telling=frozenset(telling + only),
        only=frozenset(only),
        given=frozenset(given),
        sure=frozenset(sure),
        compound=frozenset(data["compound_surnames"]),
        ends=tuple(data["after_bare_name"]),
        no_given=tuple(data["no_given"]),
        called=tuple(read_data("placed_people.yaml")["called_before"]),
        words_given=tuple(data["words_given"]),
        ending=frozenset(data["ending_words"]),
        phrases=tuple(data["no_bare_names"]),
        sounds=frozenset(sounds + "·•"),
        dotted_sounds=frozenset(dotted + "·•"),
        heads=re.compile(begun),
        dotted=re.compile(f"(?<=[{dotted}])[·•](?=[{dotted}])"),
        sounded=re.compile(f"[{''.join(sorted(in_a_row))}]{{3,8}}"),
        known=Words((*data["known_people"], *data["peoples_names"], *data["examples_in_sayings"])),
        sayings=frozenset(data["examples_in_sayings"]),
        familiar=re.compile(
            f"[{telling}{data['quiet_surnames']}]某(?![些个种一事])|[{telling}](?:[老大小][二三四五六七八九])|[老小][{telling}](?:(?=同志|师傅|书记|主任|大姐|大哥)"
            "|(?<=[员民警师]..)|(?<=支书..|书记..|队长..|工人..|邻居..|组长..))"
        ),
        families=re.compile(f"[{telling}{data['quiet_surnames']}老小]"),
        begins=re.compile(f"[{families}{only}{compounds}]"),
    )


def find_bare_people(text: str) -> list[tuple[int, int]]:
    """Every bare name as (start, end), in order, none overlapping another."""
    lists = _lists()
    known = (span for span in lists.known.spans(text) if text[slice(*span)] not in lists.sayings)
    spans = [_whole(text, *span) for span in known]
    spans += (m.span() for m in matches_from(lists.families, lists.familiar, text))
    spans += (_around(text, m.start()) for m in matches_from(_DOT, lists.dotted, text))
    spans += (m.span() for m in lists.sounded.finditer(text) if _is_sounded(text, *m.span()))
    for match in matches_from(lists.begins, lists.heads, text):
        size = _size(text, match.start())
        if size:
            spans.append((match.start(), match.start() + size))
    spans += (s for s in find_unfamiliar(text) if not text.startswith(lists.phrases, s[0]))
    return without_overlaps(spans)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """A part of a name of another people with the parts that follow it: 阿依|古丽."""
    sounds = _lists().sounds
    foreign = text[start] in sounds and text[end - 1] in sounds
    while foreign and text[end : end + 1] in sounds:
        end += 1
    return start, end


def _is_sounded(text: str, start: int, end: int) -> bool:
    """Whether sounds in a row make no words: 米尔扎提. Of four and more some may make one.

    Of sounds taken at random hardly two make a word; what does is Chinese, and so is what says a
    character twice over (热热乎乎).
    """
    if text.startswith(_lists().phrases, start):
        return False
    pairs = [text[at : at + 2] for at in range(start, end - 1)]
    cut = is_word(text[max(0, start - 1) : start + 1]) or is_word(text[end - 1 : end + 1])
    if cut or any(pair[0] == pair[1] for pair in pairs):
        return False
    words = sum(map(is_word, pairs))
    return not words or (end - start > 3 and 2 * words < end - start)


def _around(text: str, dot: int) -> tuple[int, int]:
    """The name whose parts the dot stands between: the characters of sounds on both sides."""
    sounds = _lists().dotted_sounds
    start = end = dot
    while start > 0 and text[start - 1] in sounds:
        start -= 1
    while end + 1 < len(text) and text[end + 1] in sounds:
        end += 1
    return start, end + 1


def _size(text: str, start: int) -> int:
    """How many characters from here are a name; 0 where none begins."""
    lists = _lists()
    if text.startswith(lists.phrases, start) or _hides_word(text, start):
        return 0
    if text[start : start + 2] in lists.compound:
        return next((n for n in (4, 3) if _fits(text, start, n)), 0)
    if begins_word(text[start : start + 2]) or text[max(0, start - 1) : start + 1] in lists.ending:
        return 0
    telling = text[start] in lists.telling
    usual = sum(c in lists.given for c in text[start + 1 : start + 3])
    if telling and usual == 2 and _fits(text, start, 3):
        return 3
    if text[start] in lists.only:
        return _of_only(text, start, usual)
    begins = may_begin(text, start) and not _is_done(text, start)
    if begins and usual >= 2 - telling and _fits(text, start, 3) and _ends(text, start + 3):
        return 3
    # 小贾|刚参加工作 speaks of 小贾.
    called = text[start - 1 : start] in tuple(lists.called)
    called = called and (may_begin(text, start - 1) or text[start - 2 : start - 1] == "的")
    short = telling and text[start + 1 : start + 2] in lists.given and not called
    short = short and _fits(text, start, 2)
    sure = text[start + 1 : start + 2] in lists.sure
    signs = begins + sure + _ends(text, start + 2)
    return 2 if short and signs >= 2 else 0


def _is_done(text: str, start: int) -> bool:
    """Whether one word ends with a family name and another follows: 及时|清运, 随时|畅通."""
    given = text[start + 1 : start + 3]
    plain = is_word(given) and not is_called_name(given)
    return plain and is_word(text[max(0, start - 1) : start + 1])


def _hides_word(text: str, start: int) -> bool:
    """Whether what follows is a word (中苏|国家), and not the given name 海军 of 朱海军."""
    if not text.startswith(_lists().no_given, start + 1):
        return False
    name = text[start] in _lists().telling and text.startswith(_lists().words_given, start + 1)
    return not name or not may_begin(text, start) or is_word(text[max(0, start - 1) : start + 1])


def _of_only(text: str, start: int, usual: int) -> int:
    """How far a name reaches whose family name is nothing else; 0 where nothing follows it."""
    if usual == 2:
        return 3
    sizes = (3, 2) if usual or _ends(text, start + 3) else (2, 3)
    return next((n for n in sizes if _fits(text, start, n)), 0)


def _fits(text: str, start: int, size: int) -> bool:
    name = text[start : start + size]
    return len(name) == size and is_name(name)


def _ends(text: str, end: int) -> bool:
    return may_end(text, end) or text.startswith(_lists().ends, end)
