"""What a notice or plan says of its occasion: meeting, day, place, agenda, topic, unit, basis.

Told by labelled lines (会议时间：…), by the sentence that calls the meeting, by the title and by
who signs. The cue words are in data/notice.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from drafter.brief.model import Person
from drafter.brief.notice_words import any_of
from drafter.brief.offers import Offer
from drafter.brief.shorthand import in_full
from drafter.brief.vocabulary import level_of_unit
from drafter.resources import read_data
from drafter.speech import Paragraph, Speech
from drafter.text.entities import find_entities, normal
from drafter.text.gazetteer import find_places
from drafter.text.sentences import split_sentences

__all__ = [
    "agenda_item",
    "bare_heading",
    "bases",
    "is_agenda",
    "label_of",
    "occasion",
    "speaker",
    "topic",
]

_YEAR_DAY = re.compile(r"(20\d\d)\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})")
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_LABELLED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、])?"
    r"\s*([\u4e00-\u9fff]{2,6})\s*[:：]\s*(\S.*)$"
)
#: An office or a department signs for the body it belongs to.
_OFFICE = re.compile(
    r"(?<=政府|员会|党委|县委|市委|区委|省委)办公[室厅]$|(?<=公司|集团)[^公集]{2,8}[部室处中心]$"
)
#: Who speaks at the end of an agenda.
_SPEAKS = re.compile(r"(?:最后)?[，,]?[由请]?(.{2,40}?)(?:作|发表)?(?:重要|总结|动员|部署)?讲话")
_ISSUER = re.compile(r"^([^，。：；《》]{3,30}?)关于")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    word = "(?:[^，。；：、“”]|“[^“”]*”)"
    return {
        "meeting": re.compile(
            rf"{any_of('convene')}(?:的)?(“?{word}{{3,50}}?{any_of('meeting_ends')})(?=[，。；：）”的]|$)"
        ),
        "place": re.compile(rf"在([^，。；：在]{{2,30}}?){any_of('convene')}"),
        "seat": re.compile(rf"{any_of('venues')}设?在([^，。；：]{{3,40}})"),
        "document": re.compile(
            rf"(?:《|^|关于印发|关于)([^《》]{{4,60}}?){any_of('document_ends')}"
        ),
        "matter": re.compile(
            rf"关于{any_of('matter_verbs')}([^《》，。]{{4,40}}?)的{any_of('matter_ends')}"
        ),
        "campaign": re.compile(
            rf"{any_of('launch')}“?([^，。；：、“”]{{3,40}}?{any_of('campaign_ends')})”?(?=[，。；的]|$)"
        ),
        # A meeting of a body (…领导小组第二次会议) is called after the body, not after its topic.
        "body": re.compile(rf"{any_of('bodies')}|第[一二三四五六七八九十\d]{{1,3}}次"),
        "topic_ends": re.compile(rf"{any_of('meeting_ends')}$"),
        "topic_starts": re.compile(rf"^(?:{any_of('topic_starts')}|\d{{4}}年度?)+"),
        "basis": re.compile(rf"为了?({any_of('basis_verbs')}[^。；]{{4,80}}?)，"),
        "by": re.compile(
            rf"{any_of('basis_by')}([^，。；]{{4,80}}?)(?:的?{any_of('basis_ends')})?，"
        ),
        "agenda": re.compile(rf"^([^，。；：]{{2,30}}?)({any_of('agenda_verbs')})(.*)$"),
    }


def bare_heading(p: Paragraph) -> str:
    """A heading's words without its number and end mark."""
    text = p.text[: p.heading_end] if p.heading_end else p.text
    label = p.label or ""
    at = text.find(label) + len(label) if label else 0
    return text[at:].lstrip("、.．）) ").rstrip("。：: ")


def label_of(words: str) -> str:
    """The field a label names (会议时间 → 时间); empty where it is none."""
    labels = read_data("notice.yaml")["labels"]
    return next((field for field, names in labels.items() if words in names), "")


# -- the meeting --------------------------------------------------------------------------------


def occasion(speech: Speech) -> Iterator[Offer]:
    """The meeting's name, day and place, from labelled lines or the sentence that calls it."""
    signed = _signed_day(speech)
    field = ""
    for p in speech.paragraphs:
        found = _LABELLED.match(p.text)
        if found and label_of(found[1]):
            yield from _single(label_of(found[1]), found[2], p.text, signed)
        elif field and p.role == "body":
            yield from _single(field, p.text, p.text, signed)
        field = label_of(bare_heading(p)) if p.role == "heading" else ""
    for p in speech.paragraphs:
        for said in split_sentences(p.text):
            yield from _called(said, signed, dated=p.role != "title")


def _called(said: str, signed: str, *, dated: bool) -> Iterator[Offer]:
    """The meeting that a sentence calls, with its day, where it may tell one, and its place."""
    called = _patterns()["meeting"].search(said)
    if called is None:
        return
    name = called[1] if called[1].count("“") == called[1].count("”") else called[1].strip("“”")
    yield Offer("会议", name.removeprefix("全体人员"), said)
    if dated:
        yield from _single("时间", said, said, signed)
    for kind in ("place", "seat"):
        place = _patterns()[kind].search(said)
        if place:
            yield Offer("地点", place[1], said)


def _single(field: str, value: str, source: str, signed: str) -> Iterator[Offer]:
    if field != "时间":
        yield Offer(field, value.rstrip("。；，"), source)
        return
    day = _day(value, signed)
    if day:
        yield Offer("时间", day, source)


def _day(text: str, signed: str) -> str:
    """The first day a text names, as 2026-11-21; its year may be that of the signing."""
    day = _YEAR_DAY.search(text)
    if day:
        return f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}"
    short = _DAY.search(text)
    if short is None or not signed:
        return ""
    year, month = int(signed[:4]), int(short[1])
    late = f"{month:02}-{int(short[2]):02}" < signed[5:]
    return f"{year + late}-{month:02}-{int(short[2]):02}"


def _signed_day(speech: Speech) -> str:
    """The day the notice was signed, at its foot; empty where there is none."""
    for p in reversed(speech.paragraphs):
        if len(p.text) <= 20 and (day := _plain_day(p.text)):
            return day
    return ""


def _plain_day(text: str) -> str:
    """A day with its year, in figures or in Chinese numerals."""
    written = text.replace("○", "〇")
    for entity in find_entities(written):
        if entity.kind == "date" and (day := _day(normal(entity), "")):
            return day
    return _day(written, "")


def is_agenda(text: str) -> bool:
    """Whether a line says what is done at a meeting."""
    return any(verb in text for verb in read_data("notice.yaml")["agenda_verbs"])


def agenda_item(text: str) -> dict[str, str] | None:
    """An item of the agenda as who does what: 县应急管理局 · 通报了…; the speech itself is none."""
    text = text.strip("。；， ")
    found = _patterns()["agenda"].match(text)
    if found is None or text.endswith("讲话"):
        return None
    who, verb, rest = found.groups()
    return {"主体": who, "事项": _done(verb) + rest if rest else f"作了{verb.lstrip('作')}"}


def speaker(text: str, source: str) -> Iterator[Offer]:
    """Who the agenda says will speak, named: 县委常委、常务副县长周建国讲话."""
    found = _SPEAKS.fullmatch(text.strip("。；， "))
    person = in_full(found[1], Person) if found else ""
    if isinstance(person, dict) and "姓名" in person:
        yield from (Offer(f"讲话人.{key}", str(v), source) for key, v in person.items() if v)


def _done(verb: str) -> str:
    """A verb as of what is done: 通报了, 作了发言."""
    if verb.endswith("了"):
        return verb
    return f"作了{verb[1:]}" if verb[0] == "作" else f"{verb}了"


# -- what it is about, and who speaks -----------------------------------------------------------


def topic(speech: Speech, areas: Sequence[str]) -> Iterator[Offer]:
    """What the document is about, and the unit: from its title, its meeting, its foot."""
    name, source = _topic(speech)
    if name:
        yield Offer("主题.名称", name, source)
        area = next((a for a in areas if a in name), None)
        if area:
            yield Offer("主题.领域", area, source)
    yield from _unit(speech)


def _topic(speech: Speech) -> tuple[str, str]:
    """The topic and where it stands; the title tells it better than any sentence."""
    title = speech.title or ""
    texts = [title, *(s for p in speech.paragraphs for s in split_sentences(p.text))]
    for kind in ("document", "matter"):
        named = _patterns()[kind].search(title)
        if named:
            return _bare_topic(named[1]), title
    hits = ((m[1], s) for s in texts if (m := _patterns()["campaign"].search(s)))
    meetings = ((m[1], s) for s in texts if (m := _patterns()["meeting"].search(s)))
    for name, source in (*list(meetings)[:1], *list(hits)[:1]):
        bare = _bare_topic(
            _patterns()["topic_ends"].sub("", name.replace("“", "").replace("”", ""))
        )
        if len(bare) >= 4 and not _patterns()["body"].search(bare):
            return bare, source
    return "", ""


def _bare_topic(name: str) -> str:
    """Without the place, the year and 全县, 今年: those are said beside it."""
    place = next((s for s in find_places(name) if s.start == 0), None)
    if place is not None and len(place.text) + 2 < len(name):
        name = name[place.end :]
    return _patterns()["topic_starts"].sub("", name)


def _unit(speech: Speech) -> Iterator[Offer]:
    """Who signs, else who issues it in the title or above it; with the level its name tells."""
    signed = [p.text for p in speech.paragraphs if p.role == "signature"]
    issued = _ISSUER.match(speech.title or "")
    heads = [p.text for p in speech.paragraphs[:2] if p.role != "title"]
    for text in (*signed, *([issued[1]] if issued else []), *heads):
        name = _OFFICE.sub("", text.strip())
        if _plain_day(text) or not 3 <= len(name) <= 30:
            continue
        level = level_of_unit(name)
        if level or text in signed:
            yield Offer("单位.名称", name, text)
            if level:
                yield Offer("单位.层级", level, text)
            return


def bases(speech: Speech) -> Iterator[Offer]:
    """What the document rests on: 为贯彻…, 根据…."""
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
