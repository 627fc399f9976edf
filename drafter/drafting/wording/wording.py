"""Wording: for each thing to be said, the best of several frames.

Every frame whose slots can be filled is scored: what the pack was written for, how near it is to
the content beside it, how little of it was said before, whether its neighbours begin or are built
the same way; the seed decides among equals. The best whose text stands every test is taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from drafter.bank import parse_frame
from drafter.brief.model import Task
from drafter.drafting.planning.items import pledging
from drafter.drafting.setting.facts import Fact
from drafter.drafting.setting.honouring import HONOURED
from drafter.drafting.setting.recalling import RECALLED
from drafter.drafting.setting.situation import Situation, is_named, roll
from drafter.drafting.setting.terms import content_of
from drafter.drafting.setting.topics import worked_on
from drafter.drafting.setting.user_words import as_clause
from drafter.drafting.stock.assembling import clauses_of, is_assembled, join_of
from drafter.drafting.stock.backdrops import is_out_of_place
from drafter.drafting.stock.candidates import Candidate
from drafter.drafting.stock.casts import cast_named
from drafter.drafting.stock.index import runs_in
from drafter.drafting.stock.leaning import leaning_of
from drafter.drafting.stock.shelf import Key, Shelf, Wanted
from drafter.drafting.wording.memory import Memory, clumsy, sentences_of, words_of
from drafter.drafting.wording.once import ideas_of, phrases_in, things_in
from drafter.drafting.wording.place import NOWHERE, Near
from drafter.drafting.wording.ranking import Luck
from drafter.drafting.wording.scoring import Scorer
from drafter.resources import read_data
from drafter.speech import Sentence

__all__ = ["Worder"]

#: How many of the best are tried before nothing is said.
_TRIES = 8
#: With so many runs of one text a frame says the same again (a turn of phrase of five characters):
#: it stands where nothing else does. With so many it is not added at all.
_TURNS, _SAME = 2, 4
#: So many passages on one thing of any field a speech has: a sentence that names it calls for no
#: more, a heading on it for so many.
_OF_ONE, _UNDER_ONE = 2, 3
#: And so many on one that every office is told of (经费, 台账, 考核).
_OF_ANY, _UNDER_ANY = 1, 2
#: How many characters at the end of a formula are its noun and the word behind it.
_NOUN = 6
#: The words that come back to the brief's own by name.
_BY_NAME = RECALLED | HONOURED
#: A run this long of a message is heard again in the frame around it.
_ECHO = 5


@cache
def _fields() -> dict[str, str]:
    """The brief field that each slot carries."""
    slots = read_data("slots.yaml").items()
    fields: dict[str, str] = read_data("wording.yaml")["fields"]
    return {k: v["field"] for k, v in slots if "field" in v} | fields


@cache
def _fields_of(names: frozenset[str]) -> tuple[str, ...]:
    """The brief fields that names and level words carry."""
    known = _fields()
    return tuple(dict.fromkeys([known[name] for name in sorted(names) if name in known]))


class Worder:
    """Puts things into words for one speech, remembering what it has said."""

    def __init__(self, situation: Situation, shelf: Shelf, memory: Memory) -> None:
        self.situation = situation
        self.shelf = shelf
        self.memory = memory
        # Two briefs with the same seed must not come out in the same words.
        seed, names = situation.seed, (situation.title, *situation.names)
        luck = Luck(roll(seed, *names), roll(seed // 2, *names), second=bool(seed % 2))
        # A topic that nobody works on (坚守师德初心) tells what the speech is about all the same.
        leaning = leaning_of(
            shelf,
            situation.about,
            situation.words["topic"],
            whole_field=situation.whole_field,
        )
        self.scorer = Scorer(shelf, memory, situation.sayable, luck, leaning)
        #: The patterns of sayings said so far: a point of a formal speech has room for one.
        self.sayings: set[str] = set()
        #: How many more passages on the procedure of any work there is room for.
        self.procedures = 1
        #: And of those on why any work matters.
        self.reasons = 1
        #: What the topic speaks of, but for where it is done; empty where nobody is set to work.
        where = "|".join(read_data("wording.yaml")["where"])
        sets = situation.directive and not situation.occasional
        named = situation.words["topic"] if sets else ""
        self.on = content_of(re.sub(where, "，", named))
        #: Whether tasks were told, which may be brought back from then on.
        self.has_tasks = False
        #: The kinds of words by which it came back to its facts.
        self.echoed: frozenset[str] = frozenset()
        #: How many problems were told in a sentence before their task: the words take turns.
        self.causes = 0
        #: Whether one told before was named again.
        self.answered = False
        self._recalled: set[str] = set()
        #: Whether a sentence that names the meeting and the topic would say one thing twice.
        self._in_circle = is_named(situation.words["topic"], situation.words.get("meeting", ""))
        #: How many passages were said of each thing.
        self._of_thing = Counter[tuple[Key, ...]]()
        self._of_any = Counter[str]()
        #: The things of any office that the topic is, and those that a heading of the user's names.
        self._wanted_things = things_in(situation.words["topic"])
        self._headed = frozenset[str]().union(
            *(things_in(point.heading or "") for point in situation.brief.points)
        )
        self._ideas: set[str] = set()
        self._cast = cast_named(situation.about, situation.level or "")
        #: What the measures say, but for what the speech is about.
        content = (item for point in situation.brief.points for item in point.content)
        measures = [m for item in content if isinstance(item, Task) for m in item.measures]
        told = phrases_in("，".join(measures))
        self._measures = told - phrases_in(f"{situation.words['topic']}，{situation.title}")

    @property
    def words(self) -> Mapping[str, str]:
        """The names and level words that are known."""
        return self.scorer.words

    # -- sentences without a fact of their own ---------------------------------------------

    def free(
        self,
        wanted: Wanted,
        near: Near = NOWHERE,
        room: int | None = None,
        least: float = 0.0,
        about: frozenset[str] | None = None,
        among: frozenset[int] | None = None,
    ) -> list[Sentence]:
        """One of the frames asked for, that carries no fact, of at most ``room`` characters.

        A passage is several sentences, which come one by one. ``least`` is how near to the content
        beside it (0 to 1) it must be; ``about`` asks for what is written for a part of the field
        that this content speaks of, ``among`` for one of these (keys). Empty where nothing is left
        that has not been said.
        """
        if about is not None and not self.shelf.parts_in(about):
            return []  # nothing is written for this
        tries = 0
        spare: tuple[Candidate, str] | None = None
        for candidate in self.scorer.best_first(wanted, near, room, least, about, among):
            if not self._is_due(candidate) or self._stands_elsewhere(candidate, near, about):
                continue
            if candidate.passage and (self._is_told(candidate) or self._is_spent(candidate, near)):
                continue
            heard = self._heard(candidate)
            if heard >= _SAME and room is not None:
                continue  # what is added need not be heard twice
            text = self._text_beside(candidate, near)
            if text and (room is None or len(text) <= room):
                if heard < _TURNS:
                    return self.say(candidate, text, (), sentences_of(text))
                spare = spare or (candidate, text)
            tries += 1
            if tries == _TRIES:
                break
        # What says the same again stands where nothing else does.
        return self.say(*spare, (), sentences_of(spare[1])) if spare else []

    def _text_beside(self, c: Candidate, near: Near) -> str:
        """The filled frame as it can stand at a place, or nothing where it would be heard again."""
        made = is_assembled(c.pattern)
        if made and self._told_in_part(c, near.joined):
            return ""
        text = self._text(c, {}, near)
        if made and near.before and near.before[-1][:1] == "要":
            text = text.removeprefix("要")  # one 要 carries on into the next sentence
            if near.third_alike(text):
                return ""
        if not text or self.memory.repeats(text):
            return ""
        return text

    def _is_due(self, c: Candidate) -> bool:
        """Whether what it brings back, if anything, was told before and not brought back yet."""
        if not c.needs or not c.recalls:
            return True
        # Whom a close honours was told of in any case.
        told = self.has_tasks or not c.needs.isdisjoint(HONOURED)
        return told and self._recalled.isdisjoint(c.needs)

    def _heard(self, c: Candidate) -> int:
        """How much of it was heard: the runs one text shares with it that are not the brief's.

        Two passages on one matter that share some say the same (完善联农带农机制); an idea that was
        heard is the same as many.
        """
        if not self._ideas.isdisjoint(ideas_of(c.pattern.frame)):
            return _SAME
        return self.memory.again(runs_in(c.grams), self.shelf.common, self.situation.about)

    def _stands_elsewhere(self, c: Candidate, near: Near, about: frozenset[str] | None) -> bool:
        """Whether it is written for what another heading of the user's speaks of, not this one.

        So is what shows a setting that nothing here names (see backdrops), or brings on somebody
        whom the brief does not have (see casts).
        """
        if c.cast and not c.own and self.scorer.brings(c, self._cast):
            return True
        shown = c.shows if not c.own else frozenset[str]()
        if shown and is_out_of_place(shown, near.about, near.told, near.task, about):
            return True
        if c.key in near.reserved and not c.own:
            return True
        if not (c.about and near.elsewhere):
            return False
        own, others = self.shelf.parts_in(near.told), self.shelf.parts_in(near.elsewhere)
        return own.isdisjoint(c.about) and not others.isdisjoint(c.about)

    def _is_told(self, c: Candidate) -> bool:
        """Whether a passage says a measure of the brief's over again: 在进山路口设卡登记."""
        return not (c.own or self._measures.isdisjoint(phrases_in(c.pattern.frame)))

    def _is_spent(self, c: Candidate, near: Near) -> bool:
        """Whether enough was said of the thing of any field that a passage is on.

        What the topic names is what the speech is about.
        """
        if c.pattern.area is not None or c.own:
            return False
        parts = self.shelf.parts_in
        things = things_in(c.pattern.frame) - self._wanted_things
        if any(self._of_any[t] >= (_UNDER_ANY if t in self._headed else _OF_ANY) for t in things):
            return True
        if not c.about:
            return False
        if not parts(self.on).isdisjoint(c.about):
            return False
        headed = not parts(near.told).isdisjoint(c.about)
        return self._of_thing[c.about] >= (_UNDER_ONE if headed else _OF_ONE)

    def _told_in_part(self, c: Candidate, joined: frozenset[str]) -> bool:
        """Whether an assembled sentence is built like those beside it or says a noun of it again.

        A noun is said again where it was said with its class before.
        """
        if join_of(c.pattern.frame) in joined:
            return True
        return any(self.memory.tells(clause[-_NOUN:]) for clause in clauses_of(c.pattern))

    def values(self, c: Candidate, values: Mapping[str, str] | None = None) -> Mapping[str, str]:
        """The words and values under the names this candidate's slots bear."""
        if not values and not c.renamed:
            return self.words
        filled = {**self.words, **(values or {})}
        filled.update((name, filled[kind]) for name, kind in c.renamed)
        return filled

    def _text(self, c: Candidate, values: Mapping[str, str], near: Near = NOWHERE) -> str:
        """The filled frame; nothing where every wording is clumsy, banned or a third alike."""
        filled = self.values(c, values)
        frame, choices = c.pattern.parsed, c.choices
        start = int(self.scorer.chance(c.key ^ 0x5BD1E995) * choices) if choices > 1 else 0
        said, banned = "\n".join(values.values()), self.situation.banned
        for step in range(min(3, choices)):
            text = frame.fill(filled, (start + step) % choices)
            if "topic" in c.needs:
                text = worked_on(text, self.situation.words["topic"])
            if any(b not in said for b in words_of(text, banned)) or near.third_alike(text):
                continue
            # A frame without slots reads as its author wrote it.
            if not (c.needs or said) or not clumsy(text) or clumsy(said):
                return text
        return ""

    def say(
        self, c: Candidate, text: str, fields: Sequence[str], pieces: Iterable[str]
    ) -> list[Sentence]:
        """What one frame says, in its pieces: remembered, and where each is from."""
        self.memory.add(text, c.key, runs_in(c.grams))
        pattern = c.pattern
        if not fields:
            self._ideas |= ideas_of(pattern.frame)
        if c.passage:
            self._of_thing[c.about] += 1
            if pattern.area is None:
                self._of_any.update(things_in(pattern.frame))
            if c.homely:
                self.sayings.add(pattern.id)
            self.procedures -= c.procedural
            self.reasons -= c.sweeping
        carried = _fields_of(c.needs)
        if c.needs:
            self._recalled |= c.needs & _BY_NAME
        if fields:
            carried = tuple(dict.fromkeys((*fields, *carried)))
        return [Sentence(p, pattern.move, pattern.id, pattern.origin, carried) for p in pieces]

    def plain_lead(self, move: str) -> Sentence:
        """What leads up to a list of achievements or problems when no pack can."""
        text = parse_frame(read_data("wording.yaml")["plain_leads"][move]).fill(self.words)
        self.memory.add(text)
        return Sentence(text, "lead", "data/wording", "authored")

    def plain_topic(self) -> list[Sentence]:
        """The topic named, when no frame has named it; nothing for an occasion without a name."""
        topic = as_clause(self.situation.brief.topic.name)
        wording = read_data("wording.yaml")
        sources = [s for cue, s in wording["occasion_named"] if re.search(cue, topic)]
        if not sources and self.situation.occasional:
            return []
        genre = self.situation.genre
        plain = {"上行": "topic_reported", "平行": "topic_beside"}.get(genre.direction, "topic")
        plain = "topic_taken_up" if pledging(genre) else plain
        source = (sources or [wording["plain"][plain]])[0]
        frame = parse_frame(source)
        choice = roll(self.situation.seed, "topic") % max(1, frame.choices)
        text = frame.fill({**self.situation.words, "topic": topic}, choice)
        self.memory.add(text)
        return [Sentence(text, "purpose", "data/wording", "authored", ("主题.名称",))]

    # -- sentences that say facts ------------------------------------------------------------

    def fact_text(self, c: Candidate, facts: Mapping[str, Fact]) -> str:
        """The frame filled with facts; empty where the brief's own words would not be intact."""
        if self._in_circle and "meeting" in facts and "topic" in c.needs:
            return ""
        values: dict[str, str] = {}
        for fact in facts.values():
            values |= fact.values
        text = self._text(c, values)
        intact = all(e in text for f in facts.values() for e in f.exact)
        return text if intact and not self._echoes(text, facts) else ""

    @staticmethod
    def _echoes(text: str, facts: Mapping[str, Fact]) -> bool:
        """Whether a frame calls out in words of the message: 做满意的税务人，做满意的党员."""
        message = facts["message"].exact[0] if "message" in facts else ""
        rest = text.replace(message, "\n", 1)
        runs = (message[i : i + _ECHO] for i in range(len(message) - _ECHO + 1))
        return any(run in rest for run in runs)

    def plainly(self, fact: Fact, move: str) -> Sentence:
        """A fact said in the plainest way, when no pack has a frame for it.

        Of several wordings the first that was not said yet: twenty tasks of one owner are no cause
        to say one sentence twenty times. Who reports or speaks beside others tells nobody what to
        do.
        """
        text = fact.plain
        ways = read_data("wording.yaml")["plain"]
        source = ways.get(fact.name, "")
        if fact.free:
            source = ways.get(f"{fact.name}_free", source)
        if not self.situation.directive:
            source = ways.get(f"{fact.name}_reported", source)
        if not text and fact.values and source:
            frame = parse_frame(source)
            values = {**self.words, **fact.values}
            if fact.name in ("goal", "result"):
                values[fact.name] = fact.exact[0]
            wordings = [frame.fill(values, n) for n in range(frame.choices)]
            text = next((w for w in wordings if not self.memory.has_said(w)), wordings[0])
            if not all(e in text for e in fact.exact):
                text = ""
        if not text:
            text = "；".join(fact.exact) + "。"
        self.memory.add(text)
        return Sentence(text, move, None, "brief", (fact.field,))

    def verbatim(self, text: str, move: str, fields: Sequence[str]) -> Sentence:
        """A sentence of the brief as it was given."""
        self.memory.add(text)
        return Sentence(text, move, None, "brief", tuple(fields))

    @staticmethod
    def about(*texts: str) -> frozenset[str]:
        """What texts are about, for choosing sentences that go with them."""
        return content_of("，".join(t[:200] for t in texts))
