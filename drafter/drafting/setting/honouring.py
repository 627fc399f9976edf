"""Honouring: the people a brief tells of, by the names a close comes back to them with.

Who hears of a bus driver's nine years wants the last words to be of him, not of anybody. So what a
brief tells of its own people is brought back once: those told by name (吴桂芳、郑老师), and those
told as a group (建设者、河东镇群众), whom a close can thank for what they did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from drafter.brief.model import Brief
from drafter.drafting.setting.recalling import in_one_breath
from drafter.drafting.setting.user_words import as_clause
from drafter.resources import read_data
from drafter.text.bare_people import find_bare_people
from drafter.text.dictionary import is_word
from drafter.text.introduced_people import find_introduced_people
from drafter.text.people import find_people

__all__ = ["HONOURED", "honoured"]

#: The words that bring people back; each is said once in a speech, and only when it closes.
HONOURED = frozenset({"doers", "helpers"})
#: So many are kept in mind by ear, each of so many characters.
_MANY, _NAME = range(1, 4), 10
#: A family name alone is nobody: 刘 of 刘主任.
_FAMILY = 1
#: Of so many texts it is kept who is named in them: those of some briefs.
_REMEMBERED = 64


def honoured(brief: Brief) -> dict[str, str]:
    """Who did what the brief tells, by name and as groups, as slots take them.

    Left out are those who are spoken to, who speak or give orders, and whoever something bad is
    told of.
    """
    ways = read_data("wording.yaml")["honoured"]
    deeds = [t for t in _deeds(brief, ways["focuses"]) if not re.search(ways["not"], t)]
    results = [t for t in map(as_clause, brief.achievements) if not re.search(ways["not"], t)]
    # 安平 of 安平县 looks like a name.
    known = "".join([brief.unit.name, brief.topic.name, brief.meeting or "", _speaker(brief)])
    doers = [n for text in (*results, *deeds) for n in _names_in(text) if not n or n not in known]
    helpers = [g for text in deeds for g in _groups(text, ways) if not _is_spoken_to(g, brief)]
    found = {"doers": _few(doers), "helpers": _few(helpers)}
    return {slot: names for slot, names in found.items() if names}


def _speaker(brief: Brief) -> str:
    return (brief.speaker.name or "") if brief.speaker else ""


def _deeds(brief: Brief, focuses: Iterable[str]) -> Iterator[str]:
    """The sentences of the points that look back."""
    for point in brief.points:
        if point.focus is None or point.focus in focuses:
            yield from (as_clause(item) for item in point.content if isinstance(item, str))


@lru_cache(_REMEMBERED)
def _names_in(text: str) -> tuple[str, ...]:
    """The people named in a text; a brief is drafted again and again."""
    return tuple(_named(text, read_data("wording.yaml")["honoured"]))


def _named(text: str, ways: Mapping[str, str]) -> Iterator[str]:
    """The people named in a text, with what they are called: 郑老师, 马国强.

    What looks like a name stands for one behind what somebody is (女工许晓云). Whom something is
    done for is none of them. Empty for a name that is in doubt.
    """
    sure = {*find_introduced_people(text), *find_people(text)}
    bare = {s for s in find_bare_people(text) if re.search(ways["somebody"], text[: s[0]])}
    end = 0
    for start, stop in sorted(sure | bare):
        title = re.match(ways["called"], text[stop:])
        family = stop - start == _FAMILY
        word = is_word(text[start : start + 2]) and not title  # 安装队长, 教师周转房 name nobody
        unnamed = family and (not title or text[start] not in ways["families"])
        for_him = re.search(ways["done_to"], text[:start])
        if start < end or word or unnamed or for_him:
            continue
        name = text[start:stop] + (title.group() if title else "")
        yield "" if not title and _is_in_doubt(text, start, stop) else name
        end = start + len(name)


def _is_in_doubt(text: str, start: int, stop: int) -> bool:
    """Whether nobody can tell where a name begins or ends.

    It ends in what begins a word (郝强|暴雨), begins within a post (总工|程师陶), is cut short
    before those who go by it together (蒋大|勇夫妻), or has what somebody did (刘敏守|了一夜).
    """
    ways = read_data("wording.yaml")["honoured"]
    within = text.startswith(tuple(ways["within"]), start)
    together = text[stop + 1 : stop + 3] in ways["together"]
    did = text[stop : stop + 1] in tuple("了着过")
    return within or together or did or is_word(text[stop - 1 : stop + 1])


def _groups(text: str, ways: Mapping[str, str]) -> Iterator[str]:
    """Who does something in a sentence, as a group: 建设者, 河东镇群众 of 河东镇312户群众."""
    found = re.match(ways["group"], text)
    # 民警何晓梅 is one of them.
    if found and not any(n and text.startswith(n, found.end()) for n in _names_in(text)):
        yield re.sub(ways["counted"], "", found.group())


def _is_spoken_to(group: str, brief: Brief) -> bool:
    """Whether a group is addressed, or is of those the meeting is for (护士节, 儿科护士们)."""
    ways = read_data("wording.yaml")["honoured"]
    found = re.match(ways["group"], group)
    called = found.group(1).removesuffix("们") if found else group
    return group in (brief.salutation or "") or called in (brief.meeting or "")


def _few(names: Iterable[str]) -> str:
    """The names in one breath: to name some and leave one out is worse than to name nobody."""
    return in_one_breath(names, _MANY, _NAME)
