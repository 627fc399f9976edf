"""A notice or plan (通知、方案) → values offered for a brief's fields.

The text is read as every text is (drafter.reading), so its title, headings and signature are
known; what stands in them is told by cue words (data/notice.yaml). Nothing is taken over unasked:
each :class:`Offer` names its field and the words it was found in, and a person accepts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from drafter.brief.tasks import clauses_of, task_of
from drafter.reading import SourceText, parse_text
from drafter.resources import read_data
from drafter.speech import Paragraph, Speech
from drafter.text.gazetteer import find_places
from drafter.text.sentences import split_sentences

__all__ = ["Offer", "accepted", "find_offers"]

#: Basis, achievements and problems of one notice; more is a report, not a brief.
_MOST = 30
_DATE = re.compile(r"(20\d\d)\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})")
_LABELLED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、])?"
    r"\s*([\u4e00-\u9fff]{2,6})\s*[:：]\s*(\S.*)$"
)
_OFFICE = re.compile(r"(?<=政府|员会|党委|县委|市委|区委)办公室$")
_LISTS = ("依据", "成绩", "问题")


@dataclass(frozen=True, slots=True)
class Offer:
    """A value found for a field of the brief.

    ``field`` is its Chinese path; a list's name stands for a new item of it. Under 要点 the
    value is one item of a point's content, and ``focus`` says which point it belongs to.
    ``source`` is the sentence it was found in.
    """

    field: str
    value: str | dict[str, Any]
    source: str
    focus: str = ""


def find_offers(text: str, areas: Sequence[str] = ()) -> list[Offer]:
    """The values a notice or plan offers, in the brief's order; none where nothing is told.

    ``areas`` are the fields of work (领域) to look for in the topic.
    """
    offers: list[Offer] = []
    lines = tuple(text.splitlines())
    for speech in parse_text(SourceText("通知", lines)).speeches or [_bare_lines(lines)]:
        offers += _meeting(speech)
        offers += _topic(speech, areas)
        offers += _basis(speech)
        offers += _sections(speech)
    offers = list(_once(offers))
    return [o for o in offers if o.field not in _LISTS] + [o for o in offers if o.field in _LISTS]


def _bare_lines(lines: Sequence[str]) -> Speech:
    """A piece of a notice, too short to be read as a text, line by line."""
    said = [line.strip() for line in lines if line.strip()]
    return Speech(tuple(Paragraph(f"p{n}", "body", text) for n, text in enumerate(said, 1)))


def _once(offers: list[Offer]) -> Iterator[Offer]:
    """One offer for a single field (the first), and each item of a list once."""
    seen: set[str] = set()
    for offer in offers:
        several = offer.field in (*_LISTS, "要点")
        key = f"{offer.field}\n{offer.value}" if several else offer.field
        if key not in seen:
            seen.add(key)
            yield offer


def _cues(name: str) -> list[str]:
    cues: list[str] = read_data("notice.yaml")[name]
    return cues


def _any(name: str) -> str:
    """An alternation of cue words, the longest first."""
    return "|".join(map(re.escape, sorted(_cues(name), key=len, reverse=True)))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    meeting_ends, convene = _any("meeting_ends"), _any("convene")
    return {
        "meeting": re.compile(
            rf"(?:{convene})(?:的)?“?([^，。；：、“”]{{3,50}}?(?:{meeting_ends}))(?=[，。；：）”的]|$)"
        ),
        "place": re.compile(rf"在([^，。；：在]{{2,30}}?)(?:{convene})"),
        "document": re.compile(
            rf"(?:《|^|关于印发|关于)([^《》]{{4,60}}?)(?:{_any('document_ends')})"
        ),
        "campaign": re.compile(
            rf"(?:{_any('launch')})“?([^，。；：、“”]{{3,40}}?(?:{_any('campaign_ends')}))”?(?=[，。；的]|$)"
        ),
        "basis": re.compile(rf"为((?:{_any('basis_verbs')})[^。；]{{4,80}}?)，"),
        "goal": re.compile(rf"(?:^|(?<=，))(?:{_any('goal_verbs')})"),
        "by": re.compile(
            rf"(?:{_any('basis_by')})([^，。；]{{4,80}}?)(?:的?(?:要求|部署|精神|安排))?，"
        ),
    }


def _meeting(speech: Speech) -> Iterator[Offer]:
    """The meeting's name, day and place, from labelled lines or the sentence that calls it."""
    labels = {
        word: field for field, words in read_data("notice.yaml")["labels"].items() for word in words
    }
    heading = ""
    for p in speech.paragraphs:
        found = _LABELLED.match(p.text)
        if found and found[1] in labels:
            yield from _single(labels[found[1]], found[2], p.text)
        elif heading in labels and p.role == "body":
            yield from _single(labels[heading], p.text, p.text)
        heading = _bare(p) if p.role == "heading" else ""
    for p in speech.paragraphs:
        for said in split_sentences(p.text):
            called = _patterns()["meeting"].search(said)
            if called is None:
                continue
            yield Offer("会议", called[1].removeprefix("全体人员"), said)
            if p.role != "title":
                yield from _single("时间", said, said)
            place = _patterns()["place"].search(said)
            if place:
                yield Offer("地点", place[1], said)


def _single(field: str, value: str, source: str) -> Iterator[Offer]:
    if field != "时间":
        yield Offer(field, value.rstrip("。；，"), source)
        return
    day = _DATE.search(value)
    if day:
        yield Offer("时间", f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}", source)


def _bare(p: Paragraph) -> str:
    """A heading's words without its number and end mark."""
    text = p.text[: p.heading_end] if p.heading_end else p.text
    label = p.label or ""
    at = text.find(label) + len(label) if label else 0
    return text[at:].lstrip("、.．）) ").rstrip("。：: ")


def _topic(speech: Speech, areas: Sequence[str]) -> Iterator[Offer]:
    """What the document is about, from its title or from the sentence that launches it."""
    title = speech.title or ""
    named = _patterns()["document"].search(title)
    if named:
        name, source = named[1], title
    else:
        texts = [s for p in speech.paragraphs for s in split_sentences(p.text)]
        hits = ((m[1], s) for s in texts if (m := _patterns()["campaign"].search(s)))
        name, source = next(hits, ("", ""))
    place = next((s for s in find_places(name) if s.start == 0), None)
    if place is not None and len(place.text) + 2 < len(name):
        name = name[place.end :]
    if name:
        yield Offer("主题.名称", name, source)
        area = next((a for a in areas if a in name), None)
        if area:
            yield Offer("主题.领域", area, source)
    signed = next((p for p in speech.paragraphs if p.role == "signature"), None)
    if signed is not None and not _DATE.search(signed.text):
        # An office signs for the body it belongs to.
        unit = _OFFICE.sub("", signed.text.strip())
        yield Offer("单位.名称", unit, signed.text)


def _basis(speech: Speech) -> Iterator[Offer]:
    for p in speech.paragraphs:
        if p.role not in ("opening", "body"):
            continue
        for said in split_sentences(p.text):
            aim = _patterns()["basis"].search(said)
            if aim:
                # 为贯彻…精神，切实…，决定…: the first clause is what it rests on.
                yield Offer("依据", aim[1].split("，", 1)[0], said)
            by = _patterns()["by"].match(said)
            if by:
                yield Offer("依据", f"落实{by[1].removeprefix('落实')}要求", said)


def _kind(heading: str) -> str:
    """The kind of section a heading opens; empty where its words tell nothing."""
    sections = read_data("notice.yaml")["sections"]
    return next((k for k, words in sections.items() if any(w in heading for w in words)), "")


def _sections(speech: Speech) -> Iterator[Offer]:
    """What stands under the headings: goals, tasks with measures, owners and deadlines, lists."""
    kind, task = "", None
    for p in speech.paragraphs:
        if p.role == "signature":
            break
        if p.role == "heading" and p.level == 1:
            kind, heading = _kind(_bare(p)), _bare(p)
            rest = p.text[p.heading_end or 0 :]
            if task is not None:
                yield task
            # A numbered line that opens no known section is itself what is to be done.
            task = None if kind or not rest else _task(heading, rest, p.text, "任务")
        elif p.role in ("heading", "body") and kind != "会议":
            if p.role == "heading" and kind in ("任务", "保障", "责任"):
                if task is not None:
                    yield task
                task = _task(_bare(p), p.text[p.heading_end or 0 :], p.text, kind)
            elif task is not None:
                task = _joined(task, p.text)
            else:
                yield from _plain(kind, _bare(p) if p.role == "heading" else p.text, p.text)
    if task is not None:
        yield task


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


def _plain(kind: str, text: str, source: str) -> Iterator[Offer]:
    """What a paragraph of its own says: the goal, an item of a list, or sentences of a point."""
    if kind == "目标":
        for said in split_sentences(text):
            goal = _patterns()["goal"].search(said)
            if goal:
                yield Offer("号召.目标", said[goal.start() :].rstrip("。；"), said)
    elif kind in ("成绩", "问题"):
        for said in clauses_of(text)[:_MOST]:
            yield Offer(kind, said, source)
    elif kind:
        for said in split_sentences(text)[:_MOST]:
            if not any(word in said for word in _cues("logistics")):
                yield Offer("要点", said.rstrip("。；"), source, kind)


def accepted(values: dict[str, Any], offers: Sequence[Offer]) -> dict[str, Any]:
    """The brief's plain values with the offers taken over.

    A single field is set; items join their lists, blank lines of which go; content goes to the
    last point of its focus, or to a new one.
    """
    out = dict(values)
    for offer in offers:
        if offer.field == "要点":
            points = [dict(p) for p in _filled(out.get("要点")) if isinstance(p, dict)]
            home = next((p for p in points if p.get("着眼") == offer.focus), None)
            if home is None:
                home = {"标题": "", "着眼": offer.focus, "内容": []}
                points.append(home)
            home["内容"] = [*_filled(home.get("内容")), offer.value]
            out["要点"] = points
        elif offer.field in _LISTS:
            kept = _filled(out.get(offer.field))
            out[offer.field] = kept if offer.value in kept else [*kept, offer.value]
        else:
            _set(out, offer.field.split("."), offer.value)
    return out


def _set(values: dict[str, Any], steps: list[str], value: Any) -> None:
    *way, last = steps
    for step in way:
        inner = values.get(step)
        values[step] = dict(inner) if isinstance(inner, dict) else {}
        values = values[step]
    values[last] = value


def _filled(items: Any) -> list[Any]:
    return [i for i in items if i not in ("", {})] if isinstance(items, list) else []
