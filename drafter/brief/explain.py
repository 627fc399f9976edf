"""Plain values → Brief, with everything that is wrong said at once in the words of its user.

The model's library stops at the first mistake. So each mistake is noted, replaced by something
harmless, and the values are tried again until none is left.
"""

from __future__ import annotations

import difflib
import re
from typing import Any

import msgspec
from msgspec.structs import fields

from drafter.brief.amounts import AMOUNTS, day_advice
from drafter.brief.marks import Marks, field_name
from drafter.brief.marks import Path as FieldPath
from drafter.brief.model import Agenda, Brief, Task, Topic, Unit
from drafter.brief.normal import LISTS, keys_of, normal, part_at
from drafter.brief.vocabulary import in_known_words
from drafter.errors import BriefError, Place
from drafter.resources import read_data

__all__ = ["make_brief", "validate"]

#: Nobody mends more than this in one go; then the rest is said in the next.
_MOST = 100

_PATH = re.compile(r" - at `\$(.*)`$")
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")
_QUOTED = re.compile(r"`([^`]*)`")
_LIMIT = re.compile(r"(>=|<=|>|<) ([\d.]+)")

#: How far 时长 may be from 篇幅, as a share: people speak that much faster or slower.
_LENGTHS_APART = 0.2

_DELETE, _SUPPLY = "没有就把这一行删掉", "这一项必填，请补上"
#: The keys of the parts that cannot do without them.
_REQUIRED = frozenset(
    f.encode_name for part in (Brief, Unit, Topic, Agenda, Task) for f in fields(part) if f.required
)
_COLON = "；句子里的冒号请用全角“：”，或整句加上引号"
_ONE_OF = "只能是 庄重、平实、激励"
#: What stands in for a value already complained of, so that the search can go on.
_HARMLESS: dict[str, Any] = {
    "时间": "2000-01-01",
    "篇幅": 1000,
    "时长": 1,
    "语速": 220,
    "语气": "庄重",
    "单位": {"名称": "？"},
    "主题": {"名称": "？"},
    "讲话人": {},
    "号召": {},
}
_HARMLESS_ITEM: dict[str, Any] = {"议程": {"事项": "？"}, "要点": {}, "名单": {}}


def make_brief(value: Any) -> Brief:
    """A brief from plain values (Chinese or English keys). Raises :class:`BriefError`."""
    brief, problems = validate(normal(value), Marks())
    if brief is None or problems:
        first, *rest = problems
        raise BriefError(first.message, place=first.place, code=first.code, others=rest)
    return brief


def validate(value: Any, marks: Marks) -> tuple[Brief | None, list[BriefError]]:
    """The brief, or None and all that is wrong. ``value`` is in normal form and may be changed."""
    problems: list[BriefError] = []
    while len(problems) < _MOST:
        try:
            brief = msgspec.convert(value, Brief, strict=False)
        except msgspec.ValidationError as e:
            problem = _explain(str(e), value, marks)
            problems.append(problem)
            if problem.code == "B001":
                return None, problems
            continue
        if brief.meeting is None and brief.title is None:
            problems.append(_missing("会议", (), marks, "“会议”和“标题”至少要写一个"))
        # What stands in for a wrong value is neither compared nor looked up.
        wrong = {p.place.field for p in problems}
        if wrong.isdisjoint(AMOUNTS):
            problems += _lengths(brief, marks)
        brief, unknown = in_known_words(brief, marks)
        problems += [p for p in unknown if p.place.field not in wrong]
        return (None if problems else brief), problems
    return None, problems


def _lengths(brief: Brief, marks: Marks) -> list[BriefError]:
    """A length in characters and one in minutes that ask for two different speeches."""
    if brief.length is None or brief.minutes is None:
        return []
    spoken = round(brief.minutes * brief.rate)
    if abs(spoken - brief.length) <= _LENGTHS_APART * brief.length:
        return []
    said = (
        f"“时长”按每分钟 {brief.rate} 字约合 {spoken} 字，与“篇幅”的 {brief.length} 字对不上，"
        "两项请只留一项"
    )
    return [BriefError(said, place=marks.place(("时长",)), code="B005")]


def _explain(message: str, value: Any, marks: Marks) -> BriefError:
    """The mistake in a user's words; the value is mended so that the next one can be found."""
    found = _PATH.search(message)
    path = _steps(found.group(1)) if found else ()
    what = message[: found.start()] if found else message
    quoted = _QUOTED.search(what)
    if "unknown field" in what and quoted:
        return _unknown(path, quoted.group(1), value, marks)
    if "missing required field" in what and quoted:
        key = quoted.group(1)
        _put(value, (*path, key))
        return _missing(key, path, marks)
    if not path:
        return BriefError("提纲应由“键: 值”组成", place=marks.place(()))
    old = _put(value, path)
    name = field_name(path)
    advice = _DELETE if old is None else _advice(what, _last_key(path), old)
    said = f"“{name}”写的是{_shown(old)}，{advice}"
    return BriefError(said, place=marks.place(path), code="B005")


def _steps(text: str) -> FieldPath:
    return tuple(m.group(1) or int(m.group(2)) for m in _STEP.finditer(text))


def _last_key(path: FieldPath) -> str:
    return next((s for s in reversed(path) if isinstance(s, str)), "")


def _put(value: Any, path: FieldPath) -> Any:
    """Put something harmless at the path; what stood there is returned."""
    here = value
    for step in path[:-1]:
        here = here[step]
    last = path[-1]
    if isinstance(last, int):
        instead = _HARMLESS_ITEM.get(_last_key(path), "？")
        old = here[last]
    else:
        instead = [] if last in LISTS else _HARMLESS.get(last, "？")
        old = here.get(last)
    here[last] = instead
    return old


def _missing(key: str, path: FieldPath, marks: Marks, message: str = "") -> BriefError:
    name = field_name((*path, key))
    place = marks.place((*path, key))
    return BriefError(
        message or f"缺少必填的“{name}”，请补上",
        place=Place(place.file, place.line or 1, place.column or 1, name),
        code="B006",
    )


def _unknown(path: FieldPath, key: str, value: Any, marks: Marks) -> BriefError:
    here: Any = value
    part: Any = Brief
    for step in path:
        here = here[step]
        part = part_at(part, step) if isinstance(step, str) else part
    here.pop(key)
    known = keys_of(part)
    place = marks.place((*path, key, ""))
    return BriefError(
        f"不认识的键“{key}”；{_meant(part, key, known)}这里可用：{'、'.join(known)}",
        place=Place(place.file, place.line, place.column, field_name((*path, key))),
        code="B003",
    )


def _meant(part: Any, key: str, known: list[str]) -> str:
    """What an unknown key was to be: what clerks are known to mean by it, else what looks alike.

    What is meant stands last: 主要成效 are 成效, 会议日期 is a 日期.
    """
    places = dict.fromkeys(known, "") | read_data("brief_places.yaml").get(part.__name__, {})
    ends = (key[at:] for at in range(len(key) - 1) if key[at:] in places)
    end = next(ends, "")
    place = places.get(end) or end
    if "，" in place:
        return f"{place}；"
    if place and "." in place:
        return f"请写在“{place.replace('.', '”下的“')}”里；"
    slipped = key.partition("：")[0]
    if slipped in known:
        return f"“{slipped}”后面用了全角冒号，请改成半角冒号加一个空格；"
    near = [place] if place else difflib.get_close_matches(key, known, n=1, cutoff=0.34)
    return f"是不是“{near[0]}”？" if near else ""


def _advice(what: str, key: str, old: Any) -> str:
    """What would do, from what the library expected."""
    limit = _LIMIT.search(what)
    if "of length" in what and limit:
        if limit.group(1) == ">=":
            return _SUPPLY if key in _REQUIRED else _DELETE
        size, unit = ("多", "项") if "`array`" in what else ("长", "字")
        return f"太{size}了，最多 {limit.group(2)} {unit}"
    if limit:
        side = {">=": "至少", "<=": "至多", ">": "要大于", "<": "要小于"}[limit.group(1)]
        return f"{side} {limit.group(2).removesuffix('.0')}"
    if key in AMOUNTS:
        return AMOUNTS[key]
    if "date" in what:
        return day_advice(old)
    if "enum" in what:
        return _ONE_OF
    several = isinstance(old, list) and key not in LISTS
    if several and not part_at(Brief, key):
        return "这里只能写一个"
    expected = what.split(", got", 1)[0]
    for sign, advice in (
        ("array", "这里要写成列表，每项前面加“- ”"),
        ("str", "这里要写一段文字，不能再分层"),
    ):
        if f"`{sign}" in expected:
            if key == "内容":
                return "要写成一句话或一项任务"
            return advice + (_COLON if isinstance(old, dict) and sign == "str" else "")
    inside = part_at(Brief, key)
    keys = f"，键有：{'、'.join(keys_of(inside))}" if inside else ""
    return ("这里只能写一个" if several else "这里要写成几行“键: 值”") + keys


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f"“{value[:20]}{'…' if len(value) > 20 else ''}”" if value else "空的"
    if isinstance(value, dict):
        return "几行“键: 值”"
    return "一个列表" if isinstance(value, list) else "空的" if value is None else f"“{value}”"
