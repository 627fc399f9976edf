"""What may never be read as a literal, marked before words are looked at.

Numbers, dates, quoted names, people with their posts, level words, and the speech's own topic.

The topic matters most: a campaign's name is made of innocent words (质量提升行动), so no list of
names can catch it. It is taken from the speech itself, from its title and from what its headings
repeat.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from drafter.mining.counts import ORDINAL_OF, count, ordinal, sign_of
from drafter.mining.lexicon import MORE, frame_lexicon
from drafter.mining.people import may_be_called, person
from drafter.resources import read_data
from drafter.speech import Speech
from drafter.text.folding import squeeze
from drafter.text.scanning import either, matches_from
from drafter.text.segment import segment

__all__ = [
    "ITEM_OF",
    "ITS_MARK",
    "Masker",
    "held_together",
    "levels_in",
    "masked",
    "meeting_of",
    "topic_names",
]

_NUM = "一二三四五六七八九十两"
_DIGIT = "[0-9０-９]"
_HEADING_REPEAT = 4
#: The stretches of that length between stops, which go over one another.
_SHORTEST = re.compile(rf"(?=([^，。；：！？、\s]{{{_HEADING_REPEAT}}}))")
_STOPS = re.compile(r"[，。；：！？、\s]")
#: A heading's label.
_LABEL = re.compile(r"^[^，]{0,6}[、.．）)]")
_OPENS = re.compile("[“‘《（(【]")
#: Signs no text has (noncharacters, for use inside of programs) and the items they stand for.
_KINDS = ("x", "meeting", "topic", "person", "time", "number", "body", "we", "home", "n")
ITEM_OF = {chr(0xFDD0 + n): "{" + kind + "}" for n, kind in enumerate(_KINDS)}
_SIGN_OF = {item[1:-1]: sign for sign, item in ITEM_OF.items()}
#: The text of other masks says nothing of what it is.
_SIGN_OF |= {"mask": _SIGN_OF["x"], "latin": _SIGN_OF["x"], "few": chr(0xFDD0 + len(_KINDS))}
_SIGN_OF |= {"count": _SIGN_OF["n"]}
ITEM_OF |= ORDINAL_OF
#: Kinds that may have signs of their own.
_TOLD = frozenset(("count", "ordinal"))
#: The signs of marks that stand inside of what goes together, and the way back.
_HELD = {"，": "\ufde0", "、": "\ufde1", "：": "\ufde2"}
ITS_MARK = str.maketrans({sign: mark for mark, sign in _HELD.items()})
#: 几 is masked lest it go with its neighbours, and stands for itself.
ITEM_OF[_SIGN_OF["few"]] = "几"
_QUOTED = re.compile(
    r"“[^”\n]{0,60}”|‘[^’\n]{0,60}’|《[^》\n]{0,80}》"
    r"|（[^）\n]{0,80}）|\([^)\n]{0,80}\)|【[^】\n]{0,80}】"
)
#: What in quotes may be a name that stands elsewhere without them.
_NAME = re.compile(r"“([一-龥]{3,12})”")


@cache
def _data() -> dict[str, Any]:
    return dict(read_data("mining.yaml"))


@cache
def _fixed() -> re.Pattern[str]:
    """The masks that are the same for every speech; the group that matched names the slot."""
    data = _data()
    nouns = either(data["level_nouns"])
    bodies = either(data["leading_bodies"])
    counted, one = either(data["counted"]), either(data["counted_one"])
    when = (
        rf"{_DIGIT}+(?:年|月|日|号|时|点钟|世纪|年代)"
        rf"(?:{_DIGIT}+(?:月|日|号|时|分)|[初末底上中下旬份度])*"
    )
    number = (
        rf"{_DIGIT}+(?:[.．:：,，/～~—-]{_DIGIT}+)*(?:多|余)?(?:%|％|[万亿千百十]+(?![万亿千百十{data['scaled']}]))?"
        rf"(?:{either(data['units'])})*"
        rf"|百分之[{_NUM}百点]+|[{MORE}]成(?=[，。；、以左多\n]|$)"
    )
    return re.compile(
        "|".join(
            f"(?P<{name}>{pattern})"
            for name, pattern in (
                ("mask", r"[*＊×xXＸ○〇]{2,}|[*＊×]+|[XxＸ](?=[县市区局年月])"),
                ("time", when),
                ("number", number),
                ("body", rf"(?:(?:{bodies})(?!织|会)(?:[、和，]?(?:{bodies})(?!织|会))*)"),
                ("we", rf"我(?:{nouns})"),
                ("home", _home(nouns, **data["not_all_of"])),
                ("few", rf"几(?=(?:{counted}))"),
                ("n", rf"[{MORE}]+(?=(?:{counted}))|一(?=(?:{one}))"),
                ("ordinal", ordinal(data["ordinal_verbs"])),
                ("count", count(data["measures"], data["no_counts"])),
                ("person", person()),
                ("latin", r"[A-Za-z][A-Za-z0-9.:/_-]*"),
            )
        )
    )


def _home(nouns: str, left: str, whole: str, right: Sequence[str]) -> str:
    """全 before the noun of a unit, unless it ends a word, begins one or is of 全局 as a whole."""
    return rf"(?<![{left}])全(?!局(?<=[{whole}]全局))(?:{nouns})(?!{either(right)})"


@cache
def _campaign() -> re.Pattern[str]:
    return re.compile(_data()["campaign"])


@cache
def _common_name() -> re.Pattern[str]:
    return re.compile(_data()["campaign_common"])


def meeting_of(title: str | None) -> str | None:
    """The meeting a title names: 全县安全生产动员会 of 在全县安全生产动员会上的讲话."""
    found = re.search(_data()["title_meeting"], squeeze(title or ""))
    return found["meeting"] if found else None


def topic_names(speech: Speech) -> tuple[str, ...]:
    """What the speech calls its topic, longest first: from the title and the headings' repeats."""
    names = {*_titled(speech.title), *_repeated([p.heading for p in speech.by_role("heading")])}
    names |= {inner for name in names for inner in re.findall(r"[“《]([^”》]+)[”》]", name)}
    data = _data()
    least = int(data["topic_least"])
    named = (n for n in names if len(n) >= least and n not in data["topic_common"])
    return tuple(sorted(named, key=lambda n: (-len(n), n)))


@lru_cache(1024)
def _titled(title: str | None) -> frozenset[str]:
    """The meeting a title names, with and without the unit before it and its kind behind it."""
    meeting = meeting_of(title)
    if not meeting:
        return frozenset()
    data = _data()
    core = re.sub(data["meeting_tail"], "", meeting)
    general = re.sub(data["meeting_head"], "", core)
    # 老旧小区改造 begins like the name of a district, so the name is kept with and without.
    return frozenset((meeting, core, general, re.sub(data["place_head"], "", general)))


def _repeated(headings: Sequence[str]) -> set[str]:
    """The longest strings that at least half of the headings (and two) have in common."""
    enough = max(2, (len(headings) + 1) // 2)
    bare = [_LABEL.sub("", heading) for heading in headings]
    counts = Counter(chain.from_iterable([set(_SHORTEST.findall(text)) for text in bare]))
    short = {s for s, n in counts.items() if n >= enough}
    if not short:
        return set()
    pieces = [_STOPS.split(text) for text in bare]
    counts = Counter(s for here in pieces for s in {s for p in here for s in _made_of(p, short)})
    often = {s for s, n in counts.items() if n >= enough}
    longest = {s for s in often if not any(s != other and s in other for other in often)}
    # 进一步加强 repeats because it is a formula, not because it is what the speech is about.
    return {_core(s) for s in longest}


def _made_of(piece: str, short: set[str]) -> Iterator[str]:
    """The stretches of a piece of whose shortest parts each repeats: no other can repeat."""
    for i in range(len(piece) - _HEADING_REPEAT + 1):
        for j in range(i + _HEADING_REPEAT, len(piece) + 1):
            if piece[j - _HEADING_REPEAT : j] not in short:
                break
            yield piece[i:j]


@lru_cache(1024)
def _core(repeated: str) -> str:
    """The repeated string without the formula words at its ends: 创先争优 of 好创先争优活动的.

    What repeats in the headings of one speech is a formula of many (进一步加强).
    """
    words = frame_lexicon().literals(segment(repeated))
    while words and words[0][1]:
        words.pop(0)
    while words and words[-1][1]:
        words.pop()
    return "".join(w for w, _ in words)


class Masker:
    """Hides what is one speech's own in its sentences: quoted names, its topic, its speaker."""

    def __init__(self, speech: Speech) -> None:
        self.topics = topic_names(speech)
        meeting, self._speaker = meeting_of(speech.title), speech.speaker
        self._signs = [(n, _SIGN_OF["meeting" if n == meeting else "topic"]) for n in self.topics]
        if self._speaker:
            self._signs.append((self._speaker, _SIGN_OF["person"]))

    @property
    def names(self) -> tuple[str, ...]:
        """The topic's and the speaker's names: what no frame of any speech may hold.

        A speaker called 成功 is not met in 圆满成功.
        """
        if not self._speaker or self._speaker in frame_lexicon():
            return self.topics
        return (*self.topics, self._speaker)

    def hide(self, text: str) -> str:
        """The text, of one line or several, with one sign for each name in it (:data:`ITEM_OF`).

        What stands in quotes is one name, whatever it holds, and so it is where the speech has it
        without them, unless it is one listed word (“第一责任人”). The longest goes first.
        """
        signs = self._signs
        if _OPENS.search(text):
            quoted = {n for n in _NAME.findall(text) if n not in frame_lexicon()}
            longest = sorted(quoted, key=lambda n: (-len(n), n))
            signs = [*signs, *((n, _SIGN_OF["x"]) for n in longest)]
            text = _QUOTED.sub(_SIGN_OF["x"], text)
        for name, sign in signs:
            text = text.replace(name, sign)
        return text


def masked(text: str) -> str:
    """A hidden text, of one line or several, with one sign for each stretch that is masked."""
    found = list(_fixed_spans(text))
    for match in _campaign().finditer(text):
        start, end = match.span("name")
        taken = any(first < end and start < last for first, last, _ in found)
        if not taken and not _common_name().fullmatch(match["name"]):
            found.append((start, end, _SIGN_OF["topic"]))
    out: list[str] = []
    at = 0
    for start, end, sign in sorted(found):
        out += (text[at:start], sign)
        at = end
    return "".join([*out, text[at:]])


def levels_in(text: str) -> list[str]:
    """What stands for the speaker's own unit by its level (全院, 我校), in order."""
    found = matches_from(_heads(), _fixed(), text)
    return [match.group() for match in found if match.lastgroup in ("home", "we")]


def _fixed_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Stretches (start, end, sign) that the masks which are the same for every speech cover."""
    for match in matches_from(_heads(), _fixed(), text):
        kind = str(match.lastgroup)
        if kind != "person" or may_be_called(match.group()):
            own = sign_of(kind, match) if kind in _TOLD else None
            yield match.start(), match.end(), own or _SIGN_OF[kind]


@cache
def _heads() -> re.Pattern[str]:
    """What fixed masks begin with: a sign, or a surname not far before a title."""
    data = _data()
    bodies = {body[0] for body in data["leading_bodies"]}
    titles = {title[0] for title in data["person_titles"]}
    signs = f"0-9０-９*＊×xXＸ○〇百我全几{_NUM}A-Za-z{''.join(sorted(bodies))}"
    return re.compile(
        rf"[{signs}]|[{data['surnames']}](?=[一-龥]{{1,2}}[{''.join(sorted(titles))}])"
    )


def held_together(text: str) -> str:
    """The text with a sign for each mark inside of what goes together: 党委、政府 and 1，260."""
    pieces = _held()
    out: list[str] = []
    at = 0
    for mark in _inside().finditer(text):
        if text.endswith(pieces, 0, mark.start()) and text.startswith(pieces, mark.end()):
            out += (text[at : mark.start()], _HELD[mark.group()])
            at = mark.end()
    return "".join([*out, text[at:]]) if out else text


@cache
def _inside() -> re.Pattern[str]:
    """A mark beside characters that its neighbours may begin and end with."""
    first, last = ("".join(sorted({piece[n] for piece in _held()})) for n in (0, -1))
    return re.compile(f"[{''.join(_HELD)}](?=[{first}])(?<=[{last}].)")


@cache
def _held() -> tuple[str, ...]:
    return (*"0123456789０１２３４５６７８９", *_data()["leading_bodies"])
