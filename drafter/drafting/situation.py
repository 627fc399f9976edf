"""The situation a speech is given in: who speaks as what, at which meeting, on which topic.

It turns a brief and its genre into the values the slots of frames are filled with: the level's own
words (我县、全县上下), the meeting, the topic, and each fact of the brief with its word form.
"""

from __future__ import annotations

import difflib
import re
import zlib
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from drafter.bank import Bank
from drafter.brief.model import Brief
from drafter.drafting.areas import area_of
from drafter.drafting.candidates import terms_of
from drafter.drafting.facts import as_clause, clean, is_single, join_clauses, split_head, want
from drafter.drafting.genres import Genre
from drafter.errors import BriefError, Place
from drafter.resources import read_data

__all__ = ["Fact", "Situation", "roll", "situate", "worked_on"]

_WORDS = ("we", "all", "home", "units", "leaders", "staff", "folk", "body")


class Fact(Struct, frozen=True):
    """One fact of the brief: the slots that can say it, the brief's words, the brief's field.

    ``values`` maps slot names to word forms; a sentence says the fact when it holds every string
    of ``exact``, the brief's own words. ``plain`` is how it is said when no frame can say it;
    empty for the way data/wording.yaml has for its name. A fact that is ``free`` stands by itself
    in a sentence: no word of the same clause comes before it.
    """

    name: str
    values: Mapping[str, str]
    exact: tuple[str, ...]
    field: str
    plain: str = ""
    free: bool = False


class Situation(Struct, frozen=True):
    """All that a sentence may draw on, as plain strings.

    ``occasional`` says that the topic names the occasion (述职、开学典礼): nobody 推进
    that.
    """

    brief: Brief
    genre: Genre
    level: str
    area: str | None
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

    @property
    def sayable(self) -> Mapping[str, str]:
        """The words sentences may use: a topic that only names the occasion is not worked on."""
        return _sayable(self.words, self.occasional)

    @property
    def unkept(self) -> tuple[str, ...]:
        """What tells a promise of achievements or problems that the brief does not give."""
        return _unkept(self.brief)

    def promises(self, text: str) -> bool:
        """Whether a text announces achievements or problems that the brief does not give."""
        return any(re.search(cue, text) for cue in self.unkept)

    @property
    def whole_field(self) -> bool:
        """Whether the topic is the field of work itself (乡村振兴), not a part of it (农房改造)."""
        return self.area is not None and self.area in self.brief.topic.name

    @property
    def directive(self) -> bool:
        """Whether the speaker may ask something of the listeners (direction 下行)."""
        return self.genre.direction == "下行"


def roll(seed: int, *what: object) -> int:
    """A number that the seed and the place decide, the same on every machine."""
    return zlib.crc32("|".join(map(str, (seed, *what))).encode())


def situate(brief: Brief, genre: Genre, bank: Bank, seed: int) -> Situation:
    """The situation of a brief.

    Raises :class:`BriefError` for a level (层级) that is not known.
    """
    level = _level(brief)
    words = dict(_level_words(level)) | dict(genre.words)
    words["unit"] = clean(brief.unit.name)
    words["topic"] = _topic(brief)
    if brief.topic.area:
        words["area"] = as_clause(brief.topic.area)
    if brief.superiors:
        words["superior"] = join_clauses([as_clause(s) for s in brief.superiors])
    _speaker_words(brief, words)
    meeting = _meeting(brief)
    if meeting:
        words["meeting"] = meeting
    salutation = _salutation(brief, genre, level)
    words["hail"] = _hail(brief, genre, level, salutation)
    occasional = _occasional(words["topic"])
    purpose = _purpose(brief, genre, _sayable(words, occasional), seed)
    facts = _facts(brief, meeting, purpose)
    return Situation(
        brief=brief,
        genre=genre,
        level=level,
        area=area_of(brief, bank) if genre.area else None,
        seed=seed,
        title=_title(brief, genre, words),
        salutation=salutation,
        date=_date(brief),
        speaker=_speaker(brief),
        words={k: v for k, v in words.items() if v},
        facts=facts,
        banned=(*map(clean, brief.banned), *_strangers(salutation, words["hail"])),
        about=_about(brief),
        occasional=occasional,
        names=tuple(n for n in (words["topic"], meeting, words["unit"]) if len(n) > 3),
    )


def _about(brief: Brief) -> frozenset[str]:
    """The character pairs of the brief's meeting, agenda, topic, field, evidence and points."""
    texts = [brief.meeting or "", brief.topic.name, brief.topic.area or ""]
    texts += [(a.who or "") + a.what for a in brief.agenda]
    texts += [*brief.achievements, *brief.problems]
    for point in brief.points:
        for item in point.content:
            texts += [item] if isinstance(item, str) else [item.task, *item.measures]
    return terms_of("，".join(t[:200] for t in texts))


def _topic(brief: Brief) -> str:
    """The topic as sentences can work with it: of 某项工作开展情况, the work itself."""
    name = as_clause(brief.topic.name)
    core = re.sub(read_data("wording.yaml")["topic_tail"], "", name)
    return core if len(core) > 2 else name


def _occasional(topic: str) -> bool:
    return re.search(read_data("wording.yaml")["occasions"], topic) is not None


def _sayable(words: Mapping[str, str], occasional: bool) -> Mapping[str, str]:
    return {k: v for k, v in words.items() if k != "topic"} if occasional else words


def _level(brief: Brief) -> str:
    levels = read_data("levels.yaml")
    given = brief.unit.level
    if given is None:
        name = clean(brief.unit.name)
        for ending, level in read_data("wording.yaml")["unit_levels"]:
            if name.endswith(ending):
                return str(level)
        return "局"
    if given not in levels:
        near = difflib.get_close_matches(given, list(levels), 1, 0.3)
        hint = f"，是不是想写“{near[0]}”" if near else ""
        raise BriefError(
            f"没有“{given}”这个层级{hint}？可写的有：{'、'.join(levels)}",
            place=Place(field="单位.层级"),
        )
    return given


def _level_words(level: str) -> dict[str, str]:
    levels = read_data("levels.yaml")
    entry = levels[level]
    base = _level_words(entry["like"]) if "like" in entry else {}
    return base | {k: v for k, v in entry.items() if k in _WORDS}


def _by_level(texts: Mapping[str, str], level: str) -> str:
    """The text for a level, for the level it is like, or the default."""
    levels = read_data("levels.yaml")
    while level not in texts and "like" in levels[level]:
        level = levels[level]["like"]
    return texts.get(level, texts.get("默认", ""))


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
        return as_clause(brief.meeting)
    named = re.fullmatch(r"在(.+?)上的.*", clean(brief.title or ""))
    return named.group(1) if named else ""


def _title(brief: Brief, genre: Genre, words: Mapping[str, str]) -> str:
    if brief.title:
        return as_clause(brief.title)
    meeting = words.get("meeting", "")
    if meeting and not meeting.endswith(tuple(read_data("wording.yaml")["events"])):
        words = {**words, "meeting": meeting + "会议"}
    words = {**words, "topic": as_clause(brief.topic.name)}
    for frame in genre.titles:
        if frame.slots == ("topic",) and "，" in words["topic"]:
            return words["topic"]  # a slogan is a title by itself
        if all(s in words for s in frame.slots):
            return frame.fill(words).replace("情况情况", "情况")
    return f"{genre.name}"


def _salutation(brief: Brief, genre: Genre, level: str) -> str:
    if brief.salutation:
        return clean(brief.salutation).rstrip("：: ，,")
    usual = _by_level(genre.salutation, level)
    pupils = read_data("wording.yaml")["pupils"]
    if level in pupils["levels"] and re.search(pupils["meetings"], _meeting(brief)):
        return usual.replace(pupils["colleagues"], pupils["instead"])
    return usual


def _strangers(*own: str) -> list[str]:
    """How others are addressed: 同志们 is not said to 各位领导, nor 同学们 to colleagues."""
    said = "".join(own)
    if not said:
        return []
    return [f"{a}，" for a in read_data("wording.yaml")["addresses"] if a not in said]


def _hail(brief: Brief, genre: Genre, level: str, salutation: str) -> str:
    """What the speaker calls out later: as the brief addresses the listeners, else as usual."""
    usual = _by_level(genre.hail, level)
    named = usual and (not brief.salutation or usual in salutation)
    return usual if named else _last_address(salutation)


def _last_address(salutation: str) -> str:
    """The last group addressed: 同志们 of 尊敬的各位领导，同志们."""
    return re.sub("^(尊敬|亲爱|敬爱)的", "", re.split(r"[，,！：]", salutation)[-1])


def _unkept(brief: Brief) -> tuple[str, ...]:
    """What tells a promise of achievements or problems, where the brief has none."""
    cues = read_data("wording.yaml")["purpose_of"]
    given = (("achievement", brief.achievements), ("problem", brief.problems))
    return tuple(cues[name] for name, texts in given if not texts)


def _purpose(brief: Brief, genre: Genre, words: Mapping[str, str], seed: int) -> str:
    """What the meeting is for; purposes that promise what the brief lacks stand back."""
    frames = [f for f in genre.purposes if all(s in words for s in f.slots)]
    cues = _unkept(brief)
    frames = [f for f in frames if not any(re.search(cue, f.source) for cue in cues)] or frames
    if not frames:
        return ""
    frame = frames[roll(seed, "purpose") % len(frames)]
    purpose = frame.fill(words, roll(seed, "purpose", frame.source) % frame.choices)
    return worked_on(purpose, words.get("topic", ""))


def _facts(brief: Brief, meeting: str, purpose: str) -> dict[str, Fact]:
    facts: dict[str, Fact] = {}

    def add(name: str, values: dict[str, str], exact: Sequence[str], path: str) -> None:
        if any(exact):
            # What holds several sentences fits no frame; without values it is said as it stands.
            whole = all(is_single(v) for v in values.values())
            facts[name] = Fact(name, values if whole else {}, tuple(exact), path)

    add("meeting", {"meeting": meeting}, [meeting], "会议")
    place = as_clause(brief.place or "")
    add("place", {"place": place}, [place], "地点")
    add("purpose", {"purpose": purpose}, [purpose], "主题.名称")
    basis = [want(as_clause(b)) for b in brief.basis]
    add("basis", {"basis": join_clauses(list(map(_carried_out, basis)))}, basis, "依据")
    ways = read_data("wording.yaml")["basis"]
    if basis and all(re.match(ways["how"], b) for b in basis):
        plain = ways["plain"]["meeting" if meeting else "work"].format(join_clauses(basis))
        facts["basis"] = replace(facts["basis"], values={}, plain=plain)
    _agenda(brief, add)
    goal = clean(brief.closing.goal or "")
    if goal:
        add("goal", _goal(goal), [want(as_clause(goal))], "号召.目标")
    message = as_clause(brief.closing.message or "").removeprefix("让我们")
    add("message", {"message": message}, [message], "号召.寄语")
    if message.startswith("让"):
        # 让我们让每一户… is said by nobody.
        facts["message"] = replace(facts["message"], plain=f"我们一起努力，{message}！")
    return facts


def _carried_out(basis: str) -> str:
    """The basis as a verb phrase: 省委会议精神 is something to 贯彻落实."""
    ways = read_data("wording.yaml")["basis"]
    named = re.search(ways["names"], basis) and not re.match(ways["verbs"], basis)
    return ways["say"] + basis if named and not re.match(ways["how"], basis) else basis


def worked_on(text: str, topic: str) -> str:
    """The text with 工作 behind a topic that names only a field, where something is done with it.

    安排部署森林防火 is 安排部署森林防火工作; 推进项目建设 stays.
    """
    ways = read_data("wording.yaml")["field_topic"]
    if not topic or topic not in text:
        return text
    for whole, verbs in (("whole", "done_with"), ("doable", "doing")):
        if not re.search(ways[whole], topic):
            text = re.sub(f"({ways[verbs]}{re.escape(topic)}){ways['then']}", r"\1工作", text)
    return text


def _agenda(brief: Brief, add: Callable[[str, dict[str, str], Sequence[str], str], None]) -> None:
    items = [(as_clause(a.who or ""), as_clause(a.what)) for a in brief.agenda]
    joined = "，".join(who + what for who, what in items)
    values = {"agenda": joined}
    if len(items) == 1 and items[0][0]:
        values |= {"who": items[0][0], "what": items[0][1]}
    add("agenda", values, [t for item in items for t in item if t], "议程")


def _goal(text: str) -> dict[str, str]:
    """The goal as ``goal`` (after 确保) and, where it is a verb phrase, as ``aim`` (after 努力)."""
    text = want(as_clause(text))
    ensure, bare = split_head(text, "ensure")
    _, aim = split_head(bare, "strive")
    if not aim.startswith(tuple(read_data("wording.yaml")["aim_verbs"])):
        return {"goal": bare}
    # 确保 goes with a state reached, not with something to do, unless the user says it so.
    return {"goal": bare, "aim": aim} if ensure else {"aim": aim}
