"""Facts whose words stand in the draft, but in another name or away from what they belong to.

副局长 has 局长 in it, and 县教育局办公室 has 县教育局: where the words stand nowhere without such
an addition, somebody altered them. Of who does a task, or speaks to an item of the agenda, the
words have to stand where that is told: elsewhere the same body may be named for another reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.brief.model import Task
from drafter.drafting.setting.user_words import as_done
from drafter.resources import read_data
from drafter.review.altered import altered
from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.review.skeleton import fold
from drafter.review.stock import is_common_word
from drafter.text.dictionary import is_word
from drafter.text.scanning import either, places_of

__all__ = ["check_apart"]

#: The lines that say who speaks.
_OWN = ("speaker", "signature")


@cache
def _additions() -> tuple[tuple[str, ...], tuple[str, ...], re.Pattern[str]]:
    """What stands before a post, before a body, and after one, and makes another of it."""
    data = read_data("review.yaml")
    before = tuple(data["before_posts"]), tuple(data["before_bodies"])
    return *before, re.compile(either(data["after_bodies"]))


def check_apart(checked: Checked) -> Iterator[Finding]:
    """``fact-altered`` for what has an addition, ``fact-swapped`` for what is out of place."""
    brief = checked.brief
    tasks = [c for p in brief.points for c in p.content if isinstance(c, Task) and c.owner]
    if brief.speaker and brief.speaker.post:
        yield from _added(checked, "讲话人.职务", brief.speaker.post)
    doers = [("责任", t.owner, (t.task, *t.measures, *filter(None, (t.goal,)))) for t in tasks]
    said = [(a.who, (a.what, a.what.replace("了", "", 1), as_done(a.what))) for a in brief.agenda]
    doers += [("议程.主体", who, told) for who, told in said]
    wrong: set[str] = set()
    for field, who, told in doers:
        # Who does two tasks is told as altered once.
        if who and who not in wrong:
            added = list(_added(checked, field, who))
            wrong.update(who for _ in added)
            yield from added or _elsewhere(checked, field, who, told)


def _added(checked: Checked, field: str, words: str) -> Iterator[Finding]:
    """A finding where the words stand as part of a name that neither brief nor patterns have.

    A pattern may say 党委办公室 beside the brief's 办公室, and a speech speak of a 副县长: that
    counts where the words stand nowhere else, or in the speaker's own line.
    """
    text, (before, leading, after) = checked.text, _additions()
    post = field == "讲话人.职务"
    longer: list[tuple[int, int]] = []
    alone = False
    for start in places_of(fold(words), text):
        end = start + len(words)
        head = next((b for b in (before if post else leading) if text.endswith(b, 0, start)), "")
        tail = None if post else after.match(text, end)
        # 目前|校长 is no former head.
        cut = len(head) == 1 and is_word(text[max(0, start - 2) : start])
        span = (start - len(head), tail.end() if tail else end)
        if span == (start, end) or cut or text[slice(*span)] in checked.brief_blob:
            alone = True
        else:
            longer.append(span)
    if alone and post:
        longer = [s for s in longer if checked.paragraphs[checked.index_at(s[0])].role in _OWN]
    elif alone:
        longer = [s for s in longer if not is_common_word(text[slice(*s)])]
    found = next(iter(longer), None)
    if found is None:
        return
    yield altered(checked, field, words, found)


def _elsewhere(checked: Checked, field: str, who: str, told: tuple[str, ...]) -> Iterator[Finding]:
    """A finding where both stand in the draft, and never in one paragraph or under one heading."""
    of_task = {i for words in told for i in _paragraphs(checked, words)}
    around = of_task | _beside(checked, of_task)
    # A body of several may be told of in several sentences, one by one.
    for words in (who,) if _paragraphs(checked, who) else re.split("[、，]", who):
        named = _paragraphs(checked, words)
        if around and named and named.isdisjoint(around):
            message = (
                f"提纲里“{words}”是“{told[0]}”的{field.rpartition('.')[2]}，稿子说到这件事时没有"
                f"写“{words}”，请核对是否写串了"
            )
            at = checked.text.find(fold(words))
            yield Finding("fact-swapped", "error", checked.id_at(at), words, message)
            return


def _paragraphs(checked: Checked, words: str) -> set[int]:
    """Which paragraphs have these words."""
    return {checked.index_at(at) for at in places_of(fold(words), checked.text)} if words else set()


def _beside(checked: Checked, told: set[int]) -> set[int]:
    """The paragraphs before and after one that tells a task, and those under its heading."""
    paragraphs = checked.paragraphs
    beside = {i + step for i in told for step in (-1, 1) if 0 <= i + step < len(paragraphs)}
    for index in told:
        if paragraphs[index].level:
            beside.update(_under(checked, index))
    return beside


def _under(checked: Checked, heading: int) -> Iterator[int]:
    """The paragraphs under a heading, up to one that tells another task or to the next heading."""
    tasks = [c.task for p in checked.brief.points for c in p.content if isinstance(c, Task)]
    names = [name for name in map(fold, tasks) if name not in checked.folded(heading)]
    for index in range(heading + 1, len(checked.paragraphs)):
        text = checked.folded(index)
        if checked.paragraphs[index].level or any(name in text for name in names):
            return
        yield index
