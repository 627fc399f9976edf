"""What may never be read as a literal, marked before words are looked at.

Numbers, dates, quoted names, people with their posts, level words, and the speech's own topic.

The topic matters most: a campaign's name is made of innocent words (质量提升行动), so no list of
names can catch it. It is taken from the speech itself, from its title and from what its headings
repeat.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from drafter.mining.lexicon import frame_lexicon
from drafter.resources import read_data
from drafter.speech import Speech
from drafter.text.folding import squeeze
from drafter.text.segment import segment

__all__ = ["Masker", "meeting_of", "topic_names"]

_NUM = "一二三四五六七八九十两"
_HEADING_REPEAT = 4
_QUOTED = re.compile(
    r"“[^”]{0,60}”|‘[^’]{0,60}’|《[^》]{0,80}》"
    r"|（[^）]{0,80}）|\([^)]{0,80}\)|【[^】]{0,80}】"
)


@cache
def _data() -> dict[str, Any]:
    return dict(read_data("mining.yaml"))


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))


@cache
def _fixed() -> re.Pattern[str]:
    """The masks that are the same for every speech; the group that matched names the slot."""
    data = _data()
    nouns = _any(data["level_nouns"])
    bodies = _any(data["leading_bodies"])
    titles = _any(data["person_titles"])
    counted = _any(data["counted"])
    digit = r"[0-9０-９]"
    when = (
        rf"{digit}+(?:年|月|日|号|时|点钟|世纪|年代)"
        rf"(?:{digit}+(?:月|日|号|时|分)|[初末底前后内上中下旬份度])*"
    )
    number = (
        rf"{digit}+(?:[.．:：,，/～~—-]{digit}+)*(?:多|余)?(?:%|％|[万亿千百十]+)?"
        rf"(?:元|人|个|项|件|户|家|处|起|名|公里|平方米|吨|亩|斤|次|条|倍|分|美元|辆|台|套|所|座)*"
        rf"|百分之[{_NUM}百点]+"
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
                (
                    "home",
                    rf"(?<![健安齐完周保成双万])全(?:{nouns})(?!体|面|业|性|观|意识|高度|利益|视野|出发)",
                ),
                ("few", rf"几(?=(?:{counted}))"),
                ("n", rf"[二三四五六七八九十两]+(?=(?:{counted}))"),
                ("person", rf"[{data['surnames']}][一-龥]{{1,2}}(?=(?:{titles})(?!们))"),
                ("latin", r"[A-Za-z][A-Za-z0-9.:/_-]*"),
            )
        )
    )


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
    data = _data()
    names: set[str] = set()
    meeting = meeting_of(speech.title)
    if meeting:
        core = re.sub(data["meeting_tail"], "", meeting)
        general = re.sub(data["meeting_head"], "", core)
        # 老旧小区改造 begins like the name of a district, so the name is kept with and without.
        names.update((meeting, core, general, re.sub(data["place_head"], "", general)))
    headings = [p.heading for p in speech.by_role("heading")]
    names.update(_repeated(headings))
    for name in list(names):
        names.update(re.findall(r"[“《]([^”》]+)[”》]", name))
    common = frozenset(data["topic_common"])
    least = int(data["topic_least"])
    return tuple(
        sorted(
            (n for n in names if len(n) >= least and n not in common), key=lambda n: (-len(n), n)
        )
    )


def _repeated(headings: Sequence[str]) -> set[str]:
    """The longest strings that at least half of the headings (and two) have in common."""
    counts: Counter[str] = Counter()
    for heading in headings:
        text = re.sub(r"^[^，]{0,6}[、.．）)]", "", heading)
        seen = {
            piece[i:j]
            for piece in re.split(r"[，。；：！？、\s]", text)
            for i in range(len(piece))
            for j in range(i + _HEADING_REPEAT, len(piece) + 1)
        }
        counts.update(seen)
    enough = max(2, (len(headings) + 1) // 2)
    often = {s for s, n in counts.items() if n >= enough}
    longest = {s for s in often if not any(s != other and s in other for other in often)}
    # 进一步加强 repeats because it is a formula, not because it is what the speech is about.
    return {_core(s) for s in longest}


def _core(repeated: str) -> str:
    """The repeated string without the formula words at its ends: 创先争优 of 好创先争优活动的."""
    words = frame_lexicon().literals(segment(repeated))
    while words and words[0][1]:
        words.pop(0)
    while words and words[-1][1]:
        words.pop()
    return "".join(w for w, _ in words)


class Masker:
    """Marks the stretches of one speech's sentences that are no literals."""

    def __init__(self, speech: Speech) -> None:
        self.topics = topic_names(speech)
        self._topics = re.compile(_any(self.topics)) if self.topics else None
        self._meeting = meeting_of(speech.title)
        self._speaker = speech.speaker

    @property
    def names(self) -> tuple[str, ...]:
        """The topic's and the speaker's names: what no frame of any speech may hold."""
        return (*self.topics, self._speaker) if self._speaker else self.topics

    def _kind(self, name: str) -> str:
        return "meeting" if name == self._meeting else "topic"

    def spans(self, text: str) -> list[tuple[int, int, str]]:
        """Stretches (start, end, slot type) in order, none overlapping; the topic goes first."""
        # What stands in quotes is one name, whatever it holds.
        found = [(m.start(), m.end(), "quote") for m in _QUOTED.finditer(text)]
        if self._topics:
            found.extend(
                (m.start(), m.end(), self._kind(m[0])) for m in self._topics.finditer(text)
            )
        if self._speaker and self._speaker in text:
            found.extend(
                (m.start(), m.end(), "person") for m in re.finditer(re.escape(self._speaker), text)
            )
        found.sort(key=lambda s: (s[2] != "quote", s))
        out: list[tuple[int, int, str]] = []
        for span in found:
            if all(span[0] >= end or span[1] <= start for start, end, _ in out):
                out.append(span)
        taken = [False] * len(text)
        for start, end, _ in out:
            taken[start:end] = [True] * (end - start)
        for match in _fixed().finditer(text):
            if match.lastgroup == "person" and frame_lexicon().covers(match.group()):
                continue
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = [True] * len(match.group())
                out.append((match.start(), match.end(), str(match.lastgroup)))
        for match in _campaign().finditer(text):
            start, end = match.span("name")
            if not any(taken[start:end]) and not _common_name().fullmatch(match["name"]):
                out.append((start, end, "topic"))
        return sorted(out)
