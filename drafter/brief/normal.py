"""The forms a clerk may write a value in, as the one form the model knows.

English keys become Chinese ones, a single item becomes a list of one, 单位: 安平县 becomes a unit
of that name, 2026年11月21日上午9点 becomes 2026-11-21 and 约3000字 becomes 3000; what nobody can
read or say leaves a text.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from drafter.brief.amounts import AMOUNTS, amount_of, date_of
from drafter.brief.listed import bare_items, items_of, unnumbered
from drafter.brief.model import Agenda, Brief, Closing, Person, Point, Task, Topic, Unit
from drafter.brief.shorthand import in_full
from drafter.resources import read_data
from drafter.text.folding import on_one_line

__all__ = ["LISTS", "chinese_key", "in_simplified", "keys_of", "normal", "part_at"]

Part = type[Struct]

#: The part of the model under a key; a list's items are of that part.
_INSIDE: dict[str, Part] = {
    "讲话人": Person,
    "名单": Person,
    "单位": Unit,
    "主题": Topic,
    "议程": Agenda,
    "要点": Point,
    "内容": Task,
    "号召": Closing,
}
#: The keys under which a list stands.
LISTS = frozenset(
    ["上级", "下辖", "名单", "依据", "议程", "成绩", "问题", "要点", "禁用", "内容", "措施"]
)
#: What of a part clerks number by hand: 一、盯紧隐患, （一）排查隐患.
_NUMBERED: dict[Part | None, str] = {Point: "标题", Task: "任务"}
#: The keys under which a word of a few or an amount stands.
_CALLED = frozenset(["文种", "时间", "层级", "着眼", "语气", "版式", *AMOUNTS])
#: English keys that are not the model's own names.
_OTHER_NAMES: dict[tuple[Part, str], str] = {(Topic, "field"): "领域"}


@cache
def _english(part: Part) -> dict[str, str]:
    return {f.name: f.encode_name for f in fields(part)}


def keys_of(part: Part) -> list[str]:
    """The Chinese keys of a part of the brief, in the model's order."""
    return list(_english(part).values())


def chinese_key(part: Part | None, key: str) -> str:
    """The Chinese key for a key as written; an unknown one stays as it is."""
    if part is None:
        return key
    key = key.strip()
    known = _OTHER_NAMES.get((part, key)) or _english(part).get(key)
    return known or (key if key in keys_of(part) else _simplified(part, key))


def in_simplified(word: str) -> str:
    """A word nobody knows in simplified characters, which may be known."""
    if _is_simplified(word):
        return word  # the converter takes long to load
    from drafter.text.traditional import simplify

    return simplify(word)


def _is_simplified(word: str) -> bool:
    """Whether all characters are of the mainland's basic set, which has next to none but its own.

    著, which it has, is traditional for 着 as well.
    """
    try:
        word.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return "著" not in word


def _simplified(part: Part, key: str) -> str:
    """The known key that one in traditional characters or with blanks stands for, else the key."""
    plain = in_simplified("".join(key.split()))  # 会　议 is set as wide as its neighbours
    return plain if plain in keys_of(part) else key


def part_at(part: Part | None, key: str) -> Part | None:
    """The part of the model under a Chinese key; None where plain values stand."""
    return _INSIDE.get(key) if part is not None else None


def normal(value: Any, part: Part | None = Brief, key: str = "") -> Any:
    """The value in the model's one form; what has no such form stays for the model to refuse."""
    if isinstance(value, str):
        text = _text(value, key)
        return in_full(unnumbered(text) if part is Point else text, part)
    if isinstance(value, dict):
        value = _as_content(value) if part is Point else value
        out: dict[str, Any] = {}
        for written, inner in value.items():
            name = chinese_key(part, str(written))
            # A known key left open in a form is a key not given; {李明, 县长} are two unknown ones.
            given = inner is not None and not _is_blank(inner, name)
            if given or (part is not None and name not in keys_of(part)):
                out[name] = _under(inner, part_at(part, name), name)
        numbered = _NUMBERED.get(part, "")
        if isinstance(out.get(numbered), str):
            out[numbered] = unnumbered(out[numbered])
        return out
    return [normal(v, part, key) for v in value] if isinstance(value, list) else value


def _is_blank(value: Any, key: str) -> bool:
    """Whether a value, or a list's only one, says that there is none yet: 无, （待定）.

    A mark alone may be meant to be banned.
    """
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, str) or (key == "禁用" and all(map(_is_mark, value))):
        return False
    return value.strip(" 　()（）[]【】。") in _blanks()


@cache
def _blanks() -> frozenset[str]:
    return frozenset(map(str, read_data("brief_blanks.yaml")))


def _as_content(point: dict[str, Any]) -> dict[str, Any]:
    """A task that stands where a point belongs as the only content of one."""
    names = {chinese_key(Task, str(key)) for key in point}
    is_task = "任务" in names and names <= set(keys_of(Task))
    return {"内容": [point]} if is_task else point


def _under(value: Any, part: Part | None, key: str) -> Any:
    """A value under its key: one item may stand without its dash, an empty value is no item."""
    return normal(_items(value, key) if key in LISTS else value, part, key)


def _items(value: Any, key: str) -> list[Any]:
    """The items of a list without their numbers; what is said of a point may go 一是…, 二是…."""
    spoken = key != "内容"
    if isinstance(value, str):
        value = items_of(value, spoken=spoken)
    elif not isinstance(value, list):
        value = [] if value is None else [value]
    texts = [item for item in value if isinstance(item, str)]
    bare = iter(bare_items(texts, spoken=spoken))
    return [next(bare) if isinstance(item, str) else item for item in value]


def _text(value: str, key: str) -> str:
    text = on_one_line(value.strip()).strip()
    if key in _CALLED:  # one word or number, in which no stop or quotation mark is meant
        text = text.strip("“”\"'「」").rstrip("。，；、,;")
    if key == "时间":
        return date_of(text)
    if key in AMOUNTS:
        return amount_of(text, key)
    # A stop alone says nothing; as a banned word it may be meant.
    return "" if key != "禁用" and all(map(_is_mark, text)) else text


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] in "PZ"
