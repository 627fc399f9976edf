"""Parts of a brief that a clerk writes on one line: 单位: 安平县, 讲话人: 县长 李明.

Only what can be meant in one way is taken; the rest stays a text, for the model to say what it
misses.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from drafter.brief.model import Agenda, Person, Point, Topic, Unit

__all__ = ["SHORT", "in_full"]

#: A heading ends without a stop; what ends with one is something to say.
_SENTENCE_ENDS = "。！？；"
#: A name of two characters set as wide as one of three: 王 芳.
_WIDE = re.compile(r"(?:^|(?<= ))([\u4e00-\u9fff]) ([\u4e00-\u9fff])$")


def in_full(text: str, part: type[Struct] | None) -> str | dict[str, str | list[str]]:
    """What the text stands for, by the part's keys; the text itself where that is unclear."""
    read = SHORT.get(part) if part is not None and text else None
    return (read(text) or text) if read is not None else text


def _person(text: str) -> dict[str, str | list[str]]:
    """A name, a post, or both in either order: 县长 李明, 李明（县长）, 李明县长, 县长."""
    # The reader of speeches takes long to load, and most briefs name their speaker in keys.
    from drafter.reading.persons import names_post, speaker_of

    text = _WIDE.sub(r"\1\2", " ".join(text.split()))
    text = text.replace("同志", "").strip()  # an address, no post
    said = speaker_of(text)
    if said is None:
        post, _, name = text.partition(" ")
        return {"姓名": name.strip(), "职务": post} if name and names_post(post) else {}
    if names_post(said):
        return _named_first(text) or {"职务": text}
    post = text.replace(said, "", 1).strip(" ，、：:（）()")
    return {"姓名": said, "职务": post} if post else {"姓名": said}


def _named_first(text: str) -> dict[str, str | list[str]]:
    """李明县长: the name, then the post; nothing where no whole name is in front."""
    from drafter.text.people import find_people

    _, end = next(iter(find_people(text)), (0, 0))
    return {"姓名": text[:end], "职务": text[end:]} if end >= 2 and text[end:] else {}


def _point(text: str) -> dict[str, str | list[str]]:
    """A heading, or a sentence of what to say."""
    return {"内容": [text]} if text[-1] in _SENTENCE_ENDS else {"标题": text}


#: How each part reads that may be written on one line.
SHORT: dict[type[Struct], Callable[[str], dict[str, str | list[str]]]] = {
    Person: _person,
    Unit: lambda text: {"名称": text},
    Topic: lambda text: {"名称": text},
    Agenda: lambda text: {"事项": text},
    Point: _point,
}
