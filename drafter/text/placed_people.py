"""People by where they stand: before what nobody but a person does, has or is called with.

党生才今天也来了, 跟强子文比一比, 田园返乡办起了合作社: whoever stands at the head of a clause, or
after 的, 找 or 像, and before such words, is somebody, whatever his name is made of. So neither
given characters are asked for here nor that the name be no word; what stands there and is no person
(时间告诉我们), or says what sort of person it is (老师说), is listed. A name so found is less sure
than others: who asks leaves out what is said anyhow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from msgspec import Struct

from drafter.resources import read_data
from drafter.text.dictionary import is_called_name, is_noun, is_word
from drafter.text.name_characters import name_characters
from drafter.text.people import is_han, may_begin
from drafter.text.scanning import Words, either, matches_from

__all__ = ["beside_people", "find_placed_people", "is_plain_word"]

#: So many characters of another people's name; of the pairs in it one in two may be a word.
_LEAST, _MOST, _WORDS = 3, 7, 2
#: So many are enough beside what somebody is called with: 央宗老人.
_CALLED = 2


class _Lists(Struct, frozen=True):
    acts: Words
    before: tuple[str, ...]
    #: All family names.
    families: frozenset[str]
    compound: frozenset[str]
    #: Characters of given names, and those of them that a given name alone may begin with.
    given: frozenset[str]
    first: frozenset[str]
    #: Everyday words that people are called by.
    words: frozenset[str]
    #: What goes on from a word of two characters: 车辆|都, 手|里.
    never_last: frozenset[str]
    #: 老|鲍, 小|贾
    called_before: frozenset[str]
    #: What no name has.
    grammar: frozenset[str]
    no_people: frozenset[str]
    called_with: Words
    addresses: frozenset[str]
    sounds: frozenset[str]
    people: re.Pattern[str]
    #: A family name that hardly is a word, and one before two characters that somebody may be
    #: called by: what follows goes on from somebody as it does from something.
    tells: re.Pattern[str]
    of_word: re.Pattern[str]
    #: Those of them that are verbs.
    doing: frozenset[str]
    #: 黄|牛
    beasts: frozenset[str]
    #: Whom one knows, remembers or follows, before a mark: 认识|常胜，.
    known: re.Pattern[str]
    #: Whose example others follow: 在|佘有粮|的带动下.
    leading: re.Pattern[str]
    #: Two and more of two or three characters in a row.
    row: re.Pattern[str]
    #: A family name before what relatives and neighbours are called.
    kin: re.Pattern[str]
    #: What stands between people who are named together.
    joins: tuple[str, ...]
    #: What goes on from all of them: 江流、于洋|都.
    after_row: frozenset[str]


@cache
def _lists() -> _Lists:
    data, names = read_data("placed_people.yaml"), read_data("names.yaml")
    telling = name_characters("telling_surnames") + names["quiet_surnames"]
    telling += names["only_surnames"]
    given = frozenset(name_characters("given"))
    families = frozenset(telling + names["surnames"] + names["later_surnames"])
    grammar = names["not_given"] + names["joining"] + names["never_given"]
    return _Lists(
        acts=Words(dict.fromkeys((*data["acts"], *names["deeds"]))),
        before=tuple(data["before"]),
        families=families,
        compound=frozenset(names["compound_surnames"]),
        given=given,
        first=frozenset(data["given_first"]),
        words=frozenset(names["called_by_words"]),
        never_last=frozenset(data["never_last"]),
        called_before=frozenset(data["called_before"]),
        grammar=frozenset(grammar).difference(given, data["given_anyhow"]),
        no_people=frozenset((*data["no_people"], *names["no_doers"], *names["posts"])),
        called_with=Words(data["called_with"]),
        addresses=frozenset((*data["called_with"], *names["soft_posts"])),
        sounds=frozenset(name_characters("sounds") + names["more_sounds"] + data["sounds"]),
        people=re.compile(f"[{data['sorts_end']}]$"),
        tells=re.compile(f"[{telling}]"),
        of_word=re.compile(f".[\u4e00-\u9fff]{{2}}(?={either(data['follows'])})"),
        doing=frozenset(names["doing_surnames"]),
        beasts=frozenset(data["beasts"]),
        known=re.compile(f"(?:{either(data['knowing'])})([\u4e00-\u9fff]{{2,3}})(?=[，。；！])"),
        leading=re.compile(
            f"(?:{either(data['led_by'])})([\u4e00-\u9fff]{{2,3}})(?=的(?:{either(data['leads'])}))"
        ),
        row=re.compile("(?:[\u4e00-\u9fff]{2,3}、)+[\u4e00-\u9fff]{2,3}(?=[，。；和])"),
        kin=re.compile(f"[{''.join(sorted(families))}](?={data['kin']})"),
        joins=tuple(data["joins"]),
        after_row=frozenset(data["after_row"]),
    )


def find_placed_people(text: str) -> Iterator[tuple[int, int]]:
    """Every such name as (start, end)."""
    lists = _lists()
    for end, stop in lists.acts.spans(text):
        # 拜托|同志们 speaks to all.
        if text[stop : stop + 1] == "们" and text[end:stop] in lists.addresses:
            continue
        size = next((n for n in (4, 3, 2) if _is_somebody(text, end - n, end)), 0)
        if size:
            yield end - size, end
        else:
            yield from _of_sounds(text, end)
    for end, stop in lists.called_with.spans(text):
        if text[stop : stop + 1] != "们":
            yield from _of_sounds(text, end, least=_CALLED)
    for match in chain(lists.known.finditer(text), lists.leading.finditer(text)):
        name = match.group(1)
        # 的是|凌霜: a family name that hardly is a word needs no third character.
        short = match.re is lists.leading or lists.tells.match(name) is not None
        short = short and not is_word(name)
        if name in lists.words or ((len(name) == 3 or short) and _is_beside(name)):
            yield match.span(1)
    yield from _in_a_row(text)
    for match in lists.kin.finditer(text):
        start = match.start()
        if _begins(text, start) and not any(
            is_word(text[at : at + 2]) for at in (start - 1, start)
        ):
            yield match.span()
    for match in matches_from(lists.tells, lists.of_word, text):
        if _is_of_word(text, *match.span()):
            yield match.span()


def _in_a_row(text: str) -> Iterator[tuple[int, int]]:
    """Names with 、 between them, where two and more of three characters are no words."""
    for match in _lists().row.finditer(text) if "、" in text else ():
        start, found = match.start(), []
        for name in match.group().split("、"):
            if len(name) == 3 and _is_beside(name):
                found.append((start, start + 3))
            start += len(name) + 1
        if len(found) > 1 and _begins(text, match.start()):
            yield from found


def beside_people(text: str, people: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Who is named with people: the 边疆 of 边疆和柳青, the 殷商 of 岑雪、栗明义和殷商."""
    waiting = list(people)
    known = set(waiting)
    while waiting:
        for span in _next_to(text, *waiting.pop()):
            if span not in known:
                known.add(span)
                waiting.append(span)
                yield span


def _next_to(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names on both sides of one, with 、 or 和 between."""
    joins = _lists().joins
    for begin in (start - 3, start - 4) if text[start - 1 : start] in joins else ():
        if begin >= 0 and _begins(text, begin) and _is_beside(text[begin : start - 1]):
            yield begin, start - 1
            break
    for stop in (end + 4, end + 3) if text[end : end + 1] in joins else ():
        if stop <= len(text) and _ends(text, stop) and _is_beside(text[end + 1 : stop]):
            yield end + 1, stop
            break


def _ends(text: str, end: int) -> bool:
    """Whether a name may end here that is told with others."""
    after = text[end : end + 1]
    return not is_han(after) or after in _lists().after_row if after else True


def _is_beside(name: str) -> bool:
    """Whether it can be somebody's name beside another's: a family name, and no everyday word."""
    if _is_sort(name) or not all(map(is_han, name)) or not _lists().grammar.isdisjoint(name):
        return False
    if len(name) == 2:
        return _is_short(name)
    return name[0] in _lists().families and not is_word(name[:2])


def _is_of_word(text: str, start: int, end: int) -> bool:
    """Whether a family name that hardly is a word stands before a word: 桑|海棠."""
    given = text[start + 1 : end]
    # 查|隐患: what is done to a thing is no family name.
    if text[start] in _lists().doing:
        return False
    return (
        (is_noun(given) or is_called_name(given) or not is_word(given))
        and _begins(text, start)
        and not any(is_word(text[at : at + 2]) for at in (start - 1, start, end - 1) if at >= 0)
        and not _is_sort(text[start:end])
        and _lists().grammar.isdisjoint(given)
    )


def _begins(text: str, start: int) -> bool:
    return may_begin(text, start) or text.endswith(_lists().before, 0, start)


def _is_somebody(text: str, start: int, end: int) -> bool:
    """Whether these characters before such words are somebody's name."""
    if start < 0 or not _begins(text, start):
        return False
    name = text[start:end]
    family = 2 if name[:2] in _lists().compound else 1
    if len(name) - family not in (1, 2) or not all(map(is_han, name)) or _is_sort(name):
        return False
    if not _lists().grammar.isdisjoint(name[1:]) or is_word(text[end - 1 : end + 1]):
        return False
    if family == 2:
        return True
    if len(name) == 2:
        return _is_short(name)
    return name[0] in _lists().families and _holds(text, start, end)


def is_plain_word(name: str) -> bool:
    """Whether it is a word by which nobody is known to be called: whoever asks has to know more."""
    return is_word(name) and not (is_called_name(name) or name in _lists().words)


def _is_short(name: str) -> bool:
    """Whether two characters are a family name and a given name, or a given name alone."""
    lists = _lists()
    if name in lists.words:
        return True
    if name[0] in lists.called_before:
        return name[1] in lists.families
    return (name[0] in lists.families) or (name[0] in lists.first and name[1] in lists.given)


def _holds(text: str, start: int, end: int) -> bool:
    """Whether three characters are one name: not 车辆|多, nor 应|如何."""
    first, last = text[start : start + 2], text[start + 1 : end]
    if is_word(first) and not is_called_name(first):
        # 解决好|进城务工人员
        if text[start] in _lists().doing:
            return False
        # 盖世|全: what is left over makes no word with what follows, as the 都 of 车辆|都 does.
        return text[end - 1] not in _lists().never_last
    if not is_word(last) or is_noun(last) or is_called_name(last):
        return True
    # 危|立新: what given names are made of, be it a verb together.
    return _lists().given.issuperset(last)


def _is_sort(name: str) -> bool:
    lists = _lists()
    beast = is_word(name) and name[-1] in lists.beasts
    sort = not lists.no_people.isdisjoint((name, name[:2], name[-2:]))
    # 农民, but 卫民: what is no word says nothing of what sort somebody is.
    sorted_so = len(name) > 2 or (is_word(name) and not is_called_name(name))
    ended = sorted_so and lists.people.search(name)
    return beast or sort or bool(ended)


def _of_sounds(text: str, end: int, least: int = _LEAST) -> Iterator[tuple[int, int]]:
    """A name of another people, whole: 阿不力孜|大叔."""
    sounds, start = _lists().sounds, end
    while start > 0 and end - start < _MOST and text[start - 1] in sounds:
        start -= 1
    while end - start >= least:
        pairs = [text[at : at + 2] for at in range(start, end - 1)]
        words = sum(is_word(pair) and not is_called_name(pair) for pair in pairs)
        words += sum(pair[0] == pair[1] for pair in pairs) * _WORDS  # 谢谢|同志们
        if _begins(text, start) and _WORDS * words <= len(pairs) - (len(pairs) == 1):
            yield start, end
            return
        start += 1
