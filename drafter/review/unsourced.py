"""Sentences that come neither from the brief nor from a pattern: added by hand, or left over.

All that a draft says is the brief's or a pattern's. What somebody wrote into it is his own, and a
note says no more than that; but a sentence of another speech that was not deleted shows in the same
way, whatever the names in it are made of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

from drafter.drafting.setting.situation import own_words
from drafter.review.checked import Checked, is_made
from drafter.review.finding import Finding, Level
from drafter.review.heard import GRAM, grams_of, is_heard, runs_of
from drafter.review.names.added import added_names
from drafter.review.names.likened import likened_names
from drafter.review.names.standing import standing_names
from drafter.review.skeleton import fold
from drafter.text.dictionary import is_noun

__all__ = ["check_unsourced"]

#: So many characters in a row that nobody has said are somebody's own words; so many may be a name
#: in what patterns say: 感谢|赤水|的大力支持.
_OWN, _NAME = 4, 2
#: With so many characters of the brief in a row a draft says what the brief says.
_GIVEN = 3
#: Of a text of which so much is somebody's own, this is said once.
_SHARE = 0.4
_ROLES = ("opening", "body", "closing")
_SENTENCE = re.compile("[^。！？；\n]+")
#: Figures and places to be filled are for other rules: 讲|三|点意见, 【请填写：…】.
_OTHERS = re.compile("[一二三四五六七八九十两几0-9]+|【[^】]*】")
_UNHEARD = re.compile(b"\0+")


def check_unsourced(checked: Checked) -> Iterator[Finding]:
    """``own-words`` for each sentence with words of somebody's own; or one for them all.

    They are notes, and warnings where one of the words looks like a name.
    """
    clauses = list(_sentences(checked))
    found = [(size, start, end) for size, unheard, start, end in clauses if unheard >= _OWN]
    whole = sum(len(p.text) for p in checked.paragraphs if p.role in _ROLES)
    if sum(size for size, _, _ in found) > _SHARE * whole:
        text = f"{len(found)}句"
        message = f"全文有{text}话，提纲和句式里都没有，请逐句核对来历"
        yield Finding("own-words", "note", None, text, message)
        return
    for _, unheard, start, end in clauses:
        said = checked.raw[start:end]
        message = f"提纲和句式里都没有“{said}”这样的话：旧稿里留下的请删去，自己加的请核对"
        where = checked.text, start, end, checked.brief_blob
        added = added_names(*where) if unheard >= _OWN else ()
        names = chain(added, likened_names(*where), standing_names(*where))
        name = next((n for n in names if not checked.is_excused(n.start, n.end)), None)
        if name is not None:
            message += f"，其中“{name.text}”像是名称"
        level: Level = "note" if name is None else "warning"
        if unheard >= _OWN or name is not None:
            yield Finding("own-words", level, checked.id_at(start), said, message)


def _sentences(checked: Checked) -> Iterator[tuple[int, int, int, int]]:
    """Of each its length, how much in a row is unheard, and where its clauses begin and end.

    Of those with no more unheard than a name the clause with the name.
    """
    given: frozenset[str] = frozenset()
    own_packs = grams_of(checked.own_patterns)

    def says(gram: str) -> bool:
        return is_heard(gram) or gram in own_packs

    for index, paragraph in enumerate(checked.paragraphs):
        if paragraph.role not in _ROLES or (checked.draft and is_made(paragraph)):
            continue
        given = given or _given(checked)
        begin = checked.start_of(index)
        for match in _SENTENCE.finditer(checked.folded(index)):
            unheard, own = _own(match.group(), given, says)
            if own:
                at = begin + match.start()
                yield len(match.group()), unheard, at + own[0], at + own[-1]


def _given(checked: Checked) -> frozenset[str]:
    """What the brief says, and what the unit is called: words, and parts of those that are long."""
    words = [run for text in checked.brief_texts for _, run in runs_of(text)]
    words += [run for text in own_words(checked.brief) for _, run in runs_of(fold(text))]
    return frozenset(
        word[at : at + _GIVEN] for word in words for at in range(max(1, len(word) - _GIVEN + 1))
    )


def _own(
    sentence: str, given: frozenset[str], is_said: Callable[[str], bool]
) -> tuple[int, tuple[int, ...]]:
    """How much in a row is unheard, and where clauses that nobody has said begin and end."""
    heard = bytearray(len(sentence))
    own: list[int] = []
    longest, name = 0, (0, 0)
    for start, run in runs_of(sentence):
        opened = start + _opening(run)
        heard[start:opened] = b"\1" * (opened - start)
        for size, says in ((GRAM, is_said), (_GIVEN, given.__contains__), (2, given.__contains__)):
            for at in range(max(1, len(run) - size + 1)):
                piece = run[at : at + size]
                if says(piece):
                    heard[start + at : start + at + len(piece)] = b"\1" * len(piece)
        _count(sentence, start, start + len(run), heard)
        unheard = max(map(len, _UNHEARD.findall(heard, start, start + len(run))), default=0)
        if unheard > longest:
            longest, name = unheard, (start, start + len(run))
        if unheard >= _GIVEN:
            own += (start, start + len(run))
    if longest >= _OWN:
        return longest, tuple(own)
    return longest, name if longest >= _NAME else ()


def _count(sentence: str, start: int, end: int, heard: bytearray) -> None:
    """Mark figures as heard, but for 一 in the midst of what nobody has said: 闻一鸣."""
    for match in _OTHERS.finditer(sentence, start, end):
        at, stop = match.span()
        midst = match.group() == "一" and start < at and stop < end
        midst = midst and not (heard[at - 1] or heard[stop])
        if not midst:
            heard[at:stop] = b"\1" * (stop - at)


def _opening(run: str) -> int:
    """How far a clause begins with short words that phrases are put together of: 既要|强化."""
    at = 0
    while size := next((n for n in (3, 2) if _opens(run[at : at + n], n)), 0):
        at += size
    return at


def _opens(word: str, size: int) -> bool:
    """Whether patterns have this word and no more in some place, and it is no noun."""
    return len(word) == size and is_heard(word) and not is_noun(word[-2:])
