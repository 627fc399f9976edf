"""The situation a speech is given in: who speaks as what, at which meeting, on which topic.

It turns a brief and its genre into the values the slots of frames are filled with: the level's own
words (我县、全县上下), the meeting, the topic, and each fact of the brief with its word form.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping
from weakref import ref

from msgspec import Struct
from msgspec.structs import replace

from drafter.bank import Bank
from drafter.brief.model import Brief
from drafter.brief.normal import in_simplified
from drafter.brief.remembering import remembered_by_brief
from drafter.drafting.setting.areas import area_beside, area_of, is_whole_field
from drafter.drafting.setting.befallen import blame_in
from drafter.drafting.setting.criticism import accusing_in
from drafter.drafting.setting.facts import Fact, facts_of
from drafter.drafting.setting.genre import Genre
from drafter.drafting.setting.honouring import honoured
from drafter.drafting.setting.levels import (
    level_of,
    level_words,
    reach_words,
    seat_words,
    served_words,
)
from drafter.drafting.setting.listeners import (
    hail_of,
    salutation_of,
    strangers_of,
    unspoken_in,
)
from drafter.drafting.setting.recalling import recalled
from drafter.drafting.setting.seasons import out_of_season
from drafter.drafting.setting.spokesmen import unsaid_by_speaker, unsaid_outside_offices
from drafter.drafting.setting.terms import content_of
from drafter.drafting.setting.topics import as_work, feted_in, mourned_in, named_in, worked_on
from drafter.drafting.setting.user_words import as_clause, clean, join_clauses, meeting_called
from drafter.resources import read_data

__all__ = ["Situation", "is_named", "own_words", "roll", "situate"]

#: What a topic may end with that a meeting's name leaves out.
_LAST_WORD = re.compile("(工作|建设|行动|活动)$")


class Situation(Struct, frozen=True):
    """All that a sentence may draw on, as plain strings.

    ``occasional`` says that the topic names the occasion (述职、开学典礼): nobody 推进
    that; ``whole_field`` that it is the field of work itself.
    """

    brief: Brief
    genre: Genre
    level: str
    area: str | None
    beside: str | None
    seed: int
    title: str
    salutation: str
    date: str
    speaker: str
    words: Mapping[str, str]
    facts: Mapping[str, Fact]
    banned: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    about: frozenset[str] = frozenset()
    occasional: bool = False
    whole_field: bool = False

    @property
    def sayable(self) -> Mapping[str, str]:
        """The words sentences may use: a topic that only names the occasion is not worked on."""
        return _sayable(self.words, self.occasional)

    @property
    def unkept(self) -> tuple[str, ...]:
        """What tells a promise of achievements or problems that the brief does not give."""
        return _unkept(self.brief)

    @property
    def spoken_names(self) -> tuple[tuple[str, ...], str]:
        """The names that may come as often as needed, and the topic's, which is better not said."""
        return self.names, self.words.get("topic", "")

    def promises(self, text: str) -> bool:
        """Whether a text announces achievements or problems that the brief does not give."""
        return any(re.search(cue, text) for cue in self.unkept)

    @property
    def directive(self) -> bool:
        """Whether the speaker may ask something of the listeners (direction 下行)."""
        return self.genre.direction == "下行"

    def allowed(self, wordings: Iterable[str]) -> list[str]:
        """The wordings without any word that is not to be said, in their order."""
        return [w for w in wordings if not any(b in w for b in self.banned)]


def roll(seed: int, *what: object) -> int:
    """A number that the seed and the place decide, the same on every machine."""
    return zlib.crc32("|".join(map(str, (seed, *what))).encode())


def situate(brief: Brief, genre: Genre, bank: Bank, seed: int) -> Situation:
    """The situation of a brief.

    Raises :class:`BriefError` for a level (层级) that is not known.
    """
    given, words = _given(brief, _Same(genre), ref(bank))
    purpose = _purpose(brief, genre, _sayable(words, given.occasional), seed)
    reports = genre.direction == "上行"
    facts = facts_of(brief, words.get("meeting", ""), purpose, reports=reports)
    return replace(given, seed=seed, facts=facts)


class _Same:
    """A genre as what a result is kept under: it stands for itself, however like another it is."""

    __slots__ = ("genre",)

    def __init__(self, genre: Genre) -> None:
        self.genre = genre

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.genre is self.genre

    def __hash__(self) -> int:
        return hash(self.genre.id)


@remembered_by_brief
def _given(brief: Brief, same: _Same, kept: ref[Bank]) -> tuple[Situation, Mapping[str, str]]:
    """What no seed changes of a situation, and all its words, the empty ones too.

    A bank is not held by what is kept: it goes when nobody else has it.
    """
    genre, bank = same.genre, kept()
    assert bank is not None  # noqa: S101 - whoever asks has it
    level, meeting = level_of(brief), _meeting(brief)
    words = _words(brief, genre, level, meeting)
    salutation = salutation_of(brief, genre, level, meeting)
    words["hail"] = hail_of(brief, genre, level, meeting, salutation)
    strangers = strangers_of(level, meeting, salutation, words["hail"])
    area = area_of(brief, bank, genre.field) if genre.area else None
    given = Situation(
        brief=brief,
        genre=genre,
        level=level,
        area=area,
        beside=area_beside(brief, bank, area),
        seed=0,
        title=_title(brief, genre, words),
        salutation=salutation,
        date=_date(brief),
        speaker=_speaker(brief),
        words={k: v for k, v in words.items() if v},
        facts={},
        banned=(
            *_unsaid(brief, genre),
            *unsaid_by_speaker(brief, genre, level),
            *unsaid_outside_offices(brief, level),
            *strangers,
        ),
        about=_about(brief, area),
        occasional=_occasional(words["topic"], genre),
        whole_field=is_whole_field(brief.topic.name, area, bank),
        names=tuple(n for n in (words["topic"], meeting, words["unit"]) if len(n) > 3),
    )
    return given, words


def _words(brief: Brief, genre: Genre, level: str, meeting: str) -> dict[str, str]:
    """The words of the level and the genre, and what the brief gives names to."""
    unit = clean(brief.unit.name)
    speaks_down = genre.direction == "下行"
    reach = reach_words(level, meeting, brief.unit.level, unit) if speaks_down else {}
    words = level_words(level) | seat_words(level, unit) | served_words(unit, meeting) | reach
    words |= dict(genre.words)
    words["unit"] = unit
    words["topic"] = _topic(brief)
    words |= named_in(words["topic"]) | mourned_in(meeting, words["topic"]) | feted_in(meeting)
    words |= recalled(brief) | honoured(brief)
    if brief.topic.area:
        words["area"] = as_clause(brief.topic.area)
    if brief.superiors:
        words["superior"] = join_clauses([as_clause(s) for s in brief.superiors])
    _speaker_words(brief, words)
    if meeting:
        words["meeting"] = meeting
    return words


def own_words(brief: Brief) -> tuple[str, ...]:
    """What a draft calls the unit and its people (我县、各部门、县委), and the topic as it says it.

    Raises :class:`BriefError` for a level (层级) that is not known.
    """
    level, meeting = level_of(brief), _meeting(brief)
    unit = clean(brief.unit.name)
    words = level_words(level) | seat_words(level, unit) | served_words(unit, meeting)
    reach = reach_words(level, meeting, brief.unit.level, unit)
    return (*words.values(), *reach.values(), _topic(brief))


def _about(brief: Brief, area: str | None) -> frozenset[str]:
    """What the brief's meeting, agenda, topic, evidence and points speak of.

    What the user calls the field is of it where it is no other name of the whole field (医疗保障 in
    民生保障): a brief on farmland that stands under 乡村振兴 says nothing of all the rest.
    """
    called = clean(brief.topic.area or "")
    if area and (called in area or area in called):
        called = ""
    texts = [brief.meeting or "", brief.topic.name, called]
    texts += [(a.who or "") + a.what for a in brief.agenda]
    texts += [*brief.achievements, *brief.problems]
    for point in brief.points:
        for item in point.content:
            texts += [item] if isinstance(item, str) else [item.task, *item.measures]
    return content_of("，".join(t[:200] for t in texts))


def _topic(brief: Brief) -> str:
    """The topic as sentences can work with it: of 上半年某项工作开展情况, the work itself."""
    ways = read_data("wording.yaml")
    name = as_clause(brief.topic.name)
    core = re.sub(ways["topic_past"], "", re.sub(ways["topic_tail"], "", name))
    return as_work(core if len(core) > 2 else name)


def _occasional(topic: str, genre: Genre) -> bool:
    ways = read_data("wording.yaml")
    reported = genre.direction == "上行" and re.search(ways["reported"], topic)
    return bool(reported or re.search(ways["occasions"], topic))


def _sayable(words: Mapping[str, str], occasional: bool) -> Mapping[str, str]:
    return {k: v for k, v in words.items() if k != "topic"} if occasional else words


def _speaker_words(brief: Brief, words: dict[str, str]) -> None:
    if brief.speaker and brief.speaker.name:
        words["person"] = clean(brief.speaker.name)
    if brief.speaker and brief.speaker.post:
        words["post"] = clean(brief.speaker.post)


def _speaker(brief: Brief) -> str:
    if brief.speaker is None:
        return ""
    return "\u3000".join(clean(p) for p in (brief.speaker.post, brief.speaker.name) if p)


def _date(brief: Brief) -> str:
    day = brief.date
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def _meeting(brief: Brief) -> str:
    if brief.meeting:
        return meeting_called(brief.meeting)
    named = re.fullmatch(r"在(.+?)上的.*", clean(brief.title or ""))
    return named.group(1) if named else ""


def _title(brief: Brief, genre: Genre, words: Mapping[str, str]) -> str:
    """The brief's own title, else the first of the genre's that there are words for."""
    if brief.title:
        return as_clause(brief.title)
    meeting = words.get("meeting", "")
    visit = re.search(read_data("wording.yaml")["visits"], meeting) is not None
    if meeting and not visit and not _is_event(meeting):
        words = {**words, "meeting": meeting + "会议"}
    words = {**words, "topic": as_clause(brief.topic.name)}
    for frame in genre.titles:
        if frame.slots == ("topic",) and "，" in words["topic"]:
            return words["topic"]  # a slogan is a title by itself
        if all(s in words for s in frame.slots):
            title = frame.fill(words).replace("情况情况", "情况")
            return _on_a_visit(title, meeting) if visit else title
    return f"{genre.name}"


def _is_event(meeting: str) -> bool:
    """Whether a meeting's name ends with a word for one, be it in traditional characters."""
    events = tuple(read_data("wording.yaml")["events"])
    return meeting.endswith(events) or in_simplified(meeting[-4:]).endswith(events)


def _on_a_visit(title: str, visit: str) -> str:
    """The title of a talk that is given on a visit: 在调研养老服务时的讲话."""
    return title.replace(f"{visit}上的", f"{visit.removesuffix('时')}时的")


def _unsaid(brief: Brief, genre: Genre) -> tuple[str, ...]:
    """What no sentence may say, whoever listens."""
    own = map(clean, brief.banned)
    blaming = (*blame_in(brief), *accusing_in(brief, genre))
    return (*own, *genre.avoid, *out_of_season(brief), *blaming, *unspoken_in(brief, genre))


def _unkept(brief: Brief) -> tuple[str, ...]:
    """What tells a promise of achievements or problems, where the brief has none."""
    cues = read_data("wording.yaml")["purpose_of"]
    given = (("achievement", brief.achievements), ("problem", brief.problems))
    return tuple(cues[name] for name, texts in given if not texts)


def is_named(topic: str, meeting: str) -> bool:
    """Whether a meeting's name tells the topic, or all but its last word (防汛工作, 防汛会议)."""
    core = _LAST_WORD.sub("", topic) or topic
    return len(core) > 1 and core in meeting


def _purpose(brief: Brief, genre: Genre, words: Mapping[str, str], seed: int) -> str:
    """What the meeting is for; purposes that promise what the brief lacks stand back.

    Where the topic names a case those that do come first: the speech would not say it otherwise.
    """
    frames = [f for f in genre.purposes if all(s in words for s in f.slots)]
    frames = [f for f in frames if "case" in f.slots] or frames
    heard = "，".join(item.what for item in brief.agenda)
    reports = [word for word in read_data("wording.yaml")["purpose_heard"] if word not in heard]
    cues = (*_unkept(brief), *reports)
    frames = [f for f in frames if not any(re.search(cue, f.source) for cue in cues)] or frames
    if is_named(words.get("topic", ""), words.get("meeting", "")):
        # 召开全县防汛工作会议，部署防汛工作 goes round in a circle.
        frames = [f for f in frames if "topic" not in f.slots] or frames
    if not frames:
        return ""
    frame = frames[roll(seed, "purpose") % len(frames)]
    purpose = frame.fill(words, roll(seed, "purpose", frame.source) % frame.choices)
    return worked_on(purpose, words.get("topic", ""))
