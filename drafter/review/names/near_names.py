"""Names that are almost the brief's: 李民 for 李明, 海兰精密 for 海澜精密, 攻坚战 for 行动.

That the name stands rightly elsewhere in the draft hides such a slip from a reader, and from the
rule that looks for missing facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from drafter.brief.model import Task
from drafter.resources import read_data
from drafter.review.altered import names_level
from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.review.names.localities import may_begin_place
from drafter.review.stock import is_common_word
from drafter.text.dictionary import is_word
from drafter.text.near_people import people_near
from drafter.text.people import is_han
from drafter.text.scanning import longest_first, places_of

__all__ = ["check_near_names"]

#: Shorter names differ from ordinary words by one character too often.
_SHORTEST = 4
#: What the rest of a campaign's name must be long for, to be that campaign's.
_STEM = 4


def check_near_names(checked: Checked) -> Iterator[Finding]:
    """``fact-altered`` for each such place that names nothing else."""
    blob, brief = checked.brief_blob, checked.brief
    entities = checked.brief_entities
    people = [p.name for p in (brief.speaker, *brief.roster) if p and p.name]
    people += [e.text for e in entities if e.kind == "person" and len(e.text) > 1]
    names = [brief.topic.name, brief.meeting or "", brief.place or "", brief.unit.name]
    names += [e.text for e in entities if e.kind in ("organisation", "place", "quote")]
    tasks = (c for p in brief.points for c in p.content if isinstance(c, Task))
    bodies = [e.text for e in entities if e.kind == "organisation"]
    bodies += [name for task in tasks if task.owner for name in task.owner.split("、")]
    bodies.append(brief.unit.name)
    names += bodies
    spans = [("人名", name, span) for name, span in _near_people(people, checked.text)]
    spans += (("名称", name, span) for name, span in _near_names(names, checked.text))
    spans += (("名称", name, span) for name, span in _other_heads(bodies, checked.text))
    spans += (("名称", name, span) for name, span in _recast(brief.topic.name, checked.text))
    spans += (("名称", name, span) for name, span in _other_tail(brief.topic.name, checked.text))
    for kind, name, (start, end) in spans:
        stands = checked.text[start:end]
        if stands in blob or checked.is_excused(start, end) or _is_named(checked, start, end):
            continue
        if is_common_word(stands) and not (kind == "人名" and _is_hailed(checked, start, end)):
            continue
        if kind == "名称" and checked.cuts_own(start, end):
            continue
        checked.excused.append((start, end))
        message = f"{kind}与提纲不一致：提纲写“{name}”，稿子写“{stands}”，请改正"
        yield Finding("fact-altered", "error", checked.id_at(start), stands, message)


def _is_hailed(checked: Checked, start: int, end: int) -> bool:
    """Whether a post or 同志 beside it makes a somebody of a word: 县长解决 for 县长解放."""
    brief, text = checked.brief, checked.text
    posts = tuple(p.post for p in (brief.speaker, *brief.roster) if p and p.post)
    return text[:start].rstrip("　").endswith(posts) or text.startswith("同志", end)


def _is_named(checked: Checked, start: int, end: int) -> bool:
    """Whether another rule reports what stands here: a whole name of its own."""
    return any(e.start <= start and end <= e.end and e.kind != "quote" for e in checked.entities)


def _near_people(names: Iterable[str], text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for name in dict.fromkeys(names):
        for span in people_near(name, text):
            yield name, span


def _near_names(names: Iterable[str], text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where one character inside a name is another.

    Not its first or last: 在会议中心 is no slip for 县会议中心, nor 项目建成 for 项目建设.
    One half of such a name still stands as it is.
    """
    for name in dict.fromkeys(names):
        size, middle = len(name), len(name) // 2
        if size < _SHORTEST:
            continue
        for half, offset in ((name[:middle], 0), (name[middle:], middle)):
            for at in places_of(half, text):
                start = at - offset
                # 希望|全街道 is no slip for 望江街道.
                before = text[max(0, start - 1) : start + 1]
                if is_word(before) and is_common_word(before):
                    continue
                if _differs_inside(name, text[max(0, start) : start + size]):
                    yield name, (start, start + size)


def _differs_inside(name: str, stands: str) -> bool:
    if len(stands) != len(name) or stands[0] != name[0] or stands[-1] != name[-1]:
        return False
    if names_level(name, stands):
        return False
    other = [c for c, d in zip(stands, name, strict=True) if c != d]
    # 小学的操场 is no slip for the brief's 学校操场.
    return len(other) == 1 and is_han(other[0]) and other[0] != "的"


def _other_heads(names: Iterable[str], text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where a body's name begins with another character: 海应急管理局 for 县应急管理局.

    Not where that is a word by itself or ends one: 由应急管理局, 改建会议中心.
    """
    for name in dict.fromkeys(names):
        # 各教研组 is nobody's name.
        if len(name) < _SHORTEST or name[0] in "各全":
            continue
        for at in places_of(name[1:], text):
            head = text[max(0, at - 1) : at]
            word = text[max(0, at - 2) : at]
            # 举行|东江市: 行东 is a word that nobody says.
            ended = is_word(word) and is_common_word(word)
            begins = ended or may_begin_place(text, at, short=True)
            if is_han(head) and head != name[0] and not begins:
                yield name, (at - 1, at + len(name) - 1)


def _other_tail(topic: str, text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where the topic ends with another character, in the midst of its last word: 科技创石."""
    if len(topic) < _SHORTEST or not is_word(topic[-2:]):
        return
    for start in places_of(topic[:-1], text):
        end = start + len(topic)
        last = text[end - 1 : end]
        joined = is_word(text[end - 2 : end]) or is_word(text[end - 1 : end + 1])
        if is_han(last) and last != topic[-1] and not joined:
            yield topic, (start, end)


def _recast(topic: str, text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The topic as another sort of campaign: …攻坚战 for …攻坚行动."""
    ends = _campaign_ends()
    end = next((e for e in ends if topic.endswith(e)), None)
    stem = topic.removesuffix(end or "")
    if end is None or len(stem) < _STEM:
        return
    for start in places_of(stem, text):
        after = start + len(stem)
        other = next((e for e in ends if e != end and text.startswith(e, after)), None)
        if other is not None:
            yield topic, (start, after + len(other))


@cache
def _campaign_ends() -> tuple[str, ...]:
    """What campaigns are called, the longest first."""
    return longest_first(read_data("review.yaml")["campaign_ends"])
