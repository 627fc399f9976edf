"""A notice or plan (通知、方案) → values offered for a brief's fields.

The text is read as every text is (drafter.reading), so its title, headings and signature are
known; what stands in them is told by cue words (data/notice.yaml). Nothing is taken over unasked:
each :class:`Offer` names its field and the words it was found in, and a person accepts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from drafter.brief.notice_head import (
    agenda_item,
    bare_heading,
    bases,
    is_agenda,
    label_of,
    occasion,
    speaker,
    topic,
)
from drafter.brief.offers import LISTS, Offer
from drafter.brief.tasks import clauses_of, task_of
from drafter.reading import SourceText, parse_text
from drafter.resources import read_data
from drafter.speech import Paragraph, Speech
from drafter.text.sentences import split_sentences

__all__ = ["find_offers"]

#: Achievements, problems and sentences of one section; more is a report, not a brief.
_MOST = 30
#: The document's name stands among so many lines.
_HEAD = 5


def find_offers(text: str, areas: Sequence[str] = ()) -> list[Offer]:
    """The values a notice or plan offers, in the brief's order; none where nothing is told.

    ``areas`` are the fields of work (领域) to look for in the topic.
    """
    offers: list[Offer] = []
    lines = tuple(text.splitlines())
    for read in parse_text(SourceText("通知", lines)).speeches or [_bare_lines(lines)]:
        speech = read if read.title else replace(read, title=_title(lines))
        offers += occasion(speech)
        offers += topic(speech, areas)
        offers += bases(speech)
        offers += _Sections().read(speech)
    offers = list(_once(offers))
    return [o for o in offers if o.field not in LISTS] + [o for o in offers if o.field in LISTS]


def _title(lines: Sequence[str]) -> str | None:
    """The line that names the document, which a reader of speeches has no use for."""
    head = [line.strip() for line in lines if line.strip()][:_HEAD]
    ends = tuple(read_data("notice.yaml")["title_ends"])
    return next((line for line in head if line.endswith(ends) and "，" not in line), None)


def _bare_lines(lines: Sequence[str]) -> Speech:
    """A piece of a notice, too short to be read as a text, line by line."""
    said = [line.strip() for line in lines if line.strip()]
    return Speech(tuple(Paragraph(f"p{n}", "body", text) for n, text in enumerate(said, 1)))


def _once(offers: list[Offer]) -> Iterator[Offer]:
    """One offer for a single field (the first), and each item of a list once."""
    seen: set[str] = set()
    for offer in offers:
        several = offer.field in (*LISTS, "要点")
        key = f"{offer.field}\n{offer.value}" if several else offer.field
        if key not in seen:
            seen.add(key)
            yield offer


def _kind(heading: str) -> str:
    """The kind of section a heading opens; empty where its words tell nothing."""
    cues = read_data("notice.yaml")
    if label_of(heading) or heading in cues["asides"]:
        return "会议"
    return next(
        (k for k, words in cues["sections"].items() if any(w in heading for w in words)), ""
    )


#: The kinds of section whose numbered lines are tasks.
_TASKS = ("任务", "保障", "责任")


class _Sections:
    """Walks down a document; what stands under its headings is offered as it is passed.

    ``kind`` is that of the section it is in, ``open`` the words of a heading that may turn out to
    be a task itself, ``task`` the task that what follows belongs to.
    """

    def __init__(self) -> None:
        self.kind, self.open = "", ""
        self.task: Offer | None = None

    def read(self, speech: Speech) -> Iterator[Offer]:
        """Goals, tasks with measures, owners and deadlines, sentences of points, lists."""
        for p in speech.paragraphs:
            if p.role == "signature":
                break
            if p.role == "heading" and p.level == 1:
                yield from self._first_level(p)
            elif p.role in ("heading", "body"):
                yield from self._below(p)
            elif _kind(p.text.rstrip("：:")) == "议程":
                self.kind = "议程"
        yield from self._done()

    def _done(self) -> Iterator[Offer]:
        """The task that has come to its end, if it is one to speak of."""
        task, self.task = self.task, None
        if task is not None and not _is_logistics(task.source):
            yield task

    def _first_level(self, p: Paragraph) -> Iterator[Offer]:
        heading, rest = bare_heading(p), p.text[p.heading_end or 0 :]
        known = _kind(heading)
        # Of what an agenda says (通报完成情况), no word opens a section.
        if self.kind == "议程" and (not known or is_agenda(heading)):
            yield from _agenda(heading + rest, p.text)
            return
        yield from self._done()
        self.kind, self.open = known or "任务", ""
        # A numbered line that opens no known section is itself what is to be done, unless other
        # numbered lines stand under it.
        if known == "议程" and rest:
            yield from _agenda(rest, p.text)
        elif not known and rest:
            self.task = _task(heading, rest, p.text, "任务")
        elif not known:
            self.open = heading

    def _below(self, p: Paragraph) -> Iterator[Offer]:
        heading = p.role == "heading"
        words = bare_heading(p) if heading else p.text
        if not heading and _kind(p.text.rstrip("：:")) == "议程":
            self.kind = "议程"
        elif self.kind == "议程":
            yield from _agenda(words + (p.text[p.heading_end or 0 :] if heading else ""), p.text)
        elif heading and self.kind in _TASKS:
            yield from self._done()
            self.open = ""
            self.task = _task(words, p.text[p.heading_end or 0 :], p.text, self.kind)
        elif self.open:
            self.task, self.open = _task(self.open, p.text, p.text, self.kind), ""
        elif self.task is not None:
            if not _is_logistics(p.text):
                self.task = _joined(self.task, p.text)
        else:
            yield from _plain(self.kind, words, p.text)


def _is_logistics(text: str) -> bool:
    """Whether a text arranges the meeting (where to sit, whom to call) and says nothing else."""
    return any(word in text for word in read_data("notice.yaml")["logistics"])


def _agenda(text: str, source: str) -> Iterator[Offer]:
    for said in re.split("[；。]", text):
        item = agenda_item(said)
        if item is not None:
            yield Offer("议程", item, source)
        else:
            yield from speaker(said, source)


def _task(heading: str, rest: str, source: str, focus: str) -> Offer:
    return Offer("要点", task_of(heading, rest), source, focus)


def _joined(task: Offer, text: str) -> Offer:
    """A task with what another paragraph says of it."""
    assert isinstance(task.value, dict)  # noqa: S101 - only _task makes these
    more = task_of("", text)
    value = dict(task.value)
    value["措施"] = [*value.get("措施", []), *more.get("措施", [])]
    for key in ("责任", "时限", "目标"):
        if key in more:
            value.setdefault(key, more[key])
    return Offer(task.field, {k: v for k, v in value.items() if v}, task.source, task.focus)


@cache
def _goal() -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, read_data("notice.yaml")["goal_verbs"]))
    return re.compile(rf"(?:^|(?<=，))(?:{verbs})")


def _plain(kind: str, text: str, source: str) -> Iterator[Offer]:
    """What a paragraph of its own says: the goal, an item of a list, or sentences of a point."""
    if kind == "目标":
        for said in split_sentences(text):
            goal = _goal().search(said)
            if goal:
                yield Offer("号召.目标", said[goal.start() :].rstrip("。；"), said)
    elif kind in ("成绩", "问题"):
        for said in clauses_of(text)[:_MOST]:
            yield Offer(kind, said, source)
    elif kind in read_data("focuses.yaml"):
        for said in split_sentences(text)[:_MOST]:
            if not _is_logistics(said):
                yield Offer("要点", said.rstrip("。；"), source, kind)
