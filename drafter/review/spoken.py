"""Who speaks to what of the agenda: 县林业局 beside what 县气象局 was asked to do.

Both names stand in the draft, and in one paragraph, so that nothing is missing and nothing far
away. A sentence tells who does something before it tells what (刚才，县林业局通报了火情): of what
an item says the last name before it in its sentence is told, and it is that item's, or one that the
brief gives the same to do.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.brief.model import Agenda
from drafter.drafting.setting.user_words import as_done
from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.review.skeleton import fold
from drafter.text.scanning import places_of, without_overlaps
from drafter.text.sentences import sentence_at

__all__ = ["check_spoken"]

#: Of fewer names none is taken for another.
_LEAST = 2


def check_spoken(checked: Checked) -> Iterator[Finding]:
    """``fact-swapped`` for the first place where an item is told of somebody else's name."""
    items = [item for item in checked.brief.agenda if item.who]
    if checked.made or len({item.who for item in items}) < _LEAST:
        return
    doers, done = _doers(items), _done(items)
    said = _places(checked.text, (*doers, *done))
    wrong: set[str] = set()
    for index, (at, words) in enumerate(said):
        who = _named_before(checked, said[:index], at, doers) if words in done else None
        if who is None or who in wrong or not doers[who].isdisjoint(done[words]):
            continue
        wrong.add(who)
        right = items[min(done[words])].who
        message = f"提纲里“{words}”的主体是“{right}”，稿子写成“{who}”，请核对是否写串了"
        yield Finding("fact-swapped", "error", checked.id_at(at), who, message)


def _doers(items: list[Agenda]) -> dict[str, set[int]]:
    """Each name, with the items it belongs to."""
    found: dict[str, set[int]] = {}
    for index, item in enumerate(items):
        found.setdefault(fold(item.who or ""), set()).add(index)
    return found


def _done(items: list[Agenda]) -> dict[str, set[int]]:
    """What is told of them in each form a draft has it, with the items it belongs to."""
    found: dict[str, set[int]] = {}
    for index, item in enumerate(items):
        for words in {item.what, item.what.replace("了", "", 1), as_done(item.what)}:
            found.setdefault(fold(words), set()).add(index)
    return found


def _places(text: str, words: tuple[str, ...]) -> list[tuple[int, str]]:
    """Where any of these words stand, the longest where several begin."""
    spans = ((at, at + len(word)) for word in words for at in places_of(word, text))
    return [(start, text[start:end]) for start, end in without_overlaps(spans)]


def _named_before(
    checked: Checked, said: list[tuple[int, str]], at: int, doers: dict[str, set[int]]
) -> str | None:
    """The last name before this place in its sentence; None where there is none."""
    begin, _ = sentence_at(checked.text, at)
    return next((w for place, w in reversed(said) if place >= begin and w in doers), None)
