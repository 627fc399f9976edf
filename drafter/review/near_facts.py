"""Facts told rightly in one place and almost so in another: 末级渠道 in a heading, 干级渠道 below.

A draft says a fact twice, and the rule that looks for missing facts is content with one of them.
One half of the fact stands in the other place, too, and nearly all of the other half beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.resources import read_data
from drafter.review.altered import altered
from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.review.heard import GRAM, is_heard
from drafter.review.skeleton import bare
from drafter.review.stock import is_common_word
from drafter.text.dictionary import is_word
from drafter.text.people import is_han
from drafter.text.scanning import places_of

__all__ = ["check_near_facts"]

#: In shorter facts one character more or less is another fact; longer ones are told by clauses.
_LEAST, _MOST = 6, 60
#: So many characters of half a fact may be others, or missing, or more; and no more than half.
_OTHERS = 2
#: Of a half so long the last character may be another.
_HALF = 2
#: How many of something there are is told in so many characters: 两座, 12个.
_COUNT, _NUMERALS = 4, frozenset("一二两三四五六七八九十百千万0123456789")
#: Where what patterns say between their open places begins and ends in the stock.
_EDGE = "\n"
#: Lines that say one fact, by their role.
_LINES = {"salutation": "称谓", "speaker": "讲话人.职务", "signature": "讲话人.职务"}
#: What a title is made of; so much of it stands in one that was meant to be it, and so much where
#: the topic stands there as it is.
_TITLED = ("标题", "会议", "主题.名称")
_TITLE, _NEARLY = 0.6, 0.75
_MARKS = re.compile("[，；。：]")
_ENDS = "\n。！？"
#: What changes no fact.
_PARTICLES = str.maketrans("", "", "的了")


def check_near_facts(checked: Checked) -> Iterator[Finding]:
    """``fact-altered`` for each such place, and for a salutation or post that is another."""
    if checked.made:
        return  # what is told was put there from the brief
    yield from _lines(checked)
    yield from _title(checked)
    whole, origin = checked.skeleton.text, checked.skeleton.origin
    for fact in checked.facts:
        for words in dict.fromkeys((bare(fact.text), *map(bare, _clauses(fact.text)))):
            if not _LEAST <= len(words) <= _MOST:
                continue
            for begin, stop in _near(words, whole, checked.covered, 1 if fact.loose else _OTHERS):
                start, end = origin(begin), origin(stop - 1) + 1
                head, tail = whole[begin] == words[0], whole[stop - 1] == words[-1]
                stands = checked.text[start:end]
                # What goes on over the end of a sentence is two things: …完成。应急预案….
                over = any(end_mark in stands and end_mark not in fact.text for end_mark in _ENDS)
                over = over or (fact.loose and not (head and tail))
                over = over or _is_frame(checked, start, end, head, tail)
                given = 0 not in checked.covered[begin:stop]
                if over or given or checked.is_excused(start, end):
                    continue
                # 建共享冷库 is a heading for 建两座共享冷库, which stands below it.
                heads = checked.paragraphs[checked.index_at(start)].level and words in whole
                if heads and _counts_less(words, whole[begin:stop]):
                    continue
                if not _is_same(words, whole[begin:stop]):
                    yield altered(checked, fact.field, fact.text, (start, end))


def _is_frame(checked: Checked, start: int, end: int, head: bool, tail: bool) -> bool:
    """Whether the first or last character, unless it is the fact's, belongs to its neighbour."""
    text = checked.text
    before, behind = text[max(0, start - 1) : start + 1] + _EDGE, _EDGE + text[end - 1 : end + 1]
    if not head and text[start] in read_data("review.yaml")["stands_before"]:
        return True
    if not head and (not is_han(text[start + 1]) or _belongs(before[:-1], before)):
        return True
    return not tail and (not is_han(text[end - 2]) or _belongs(behind[1:], behind))


def _belongs(word: str, beside: str) -> bool:
    """Whether two characters are a word (讲话), or what a pattern says beside an open place."""
    return all(map(is_han, word)) and (is_word(word) or is_common_word(beside))


def _lines(checked: Checked) -> Iterator[Finding]:
    """Where the brief's salutation or post stands, but not in the line that is there for it."""
    said: set[str] = set()
    asked = {f.field: f for f in checked.facts if f.field in ("称谓", "讲话人.职务", "讲话人.姓名")}
    for index, paragraph in enumerate(checked.paragraphs):
        line = bare(paragraph.text)
        fact = asked.get(_LINES.get(paragraph.role, ""))
        if fact is None or paragraph.role in said:
            continue
        said.add(paragraph.role)
        if fact.field != "称谓":
            name = bare(asked["讲话人.姓名"].text) if "讲话人.姓名" in asked else "\0"
            line = line.replace(name, "") if name in line else ""
        start = checked.start_of(index)
        end = start + len(paragraph.text)
        if line and bare(fact.text) not in line and not checked.is_excused(start, end):
            yield altered(checked, fact.field, fact.text, (start, end))


def _title(checked: Checked) -> Iterator[Finding]:
    """Where the title has nearly the brief's title, meeting or topic, but not as it is.

    Elsewhere each of them may stand rightly.
    """
    title = next((i for i, p in enumerate(checked.paragraphs) if p.role == "title"), None)
    named = {f.field: f.text for f in checked.facts if f.field in _TITLED}
    if title is None or not named:
        return
    line, start = bare(checked.paragraphs[title].text), checked.start_of(title)
    said = max((text for text in map(bare, named.values()) if text in line), key=len, default="")
    # 关于政务服务的汇报 names no 政务服务汇报会.
    longer = {
        field: text
        for field, text in named.items()
        if len(bare(text)) > len(said) and (not said or bare(text)[-_HALF:] in line)
    }
    shares = {field: _share(bare(text), line) for field, text in longer.items()}
    field = max(shares, key=lambda name: shares[name], default="")
    span = start, start + len(checked.paragraphs[title].text)
    least = _TITLE if not said else _NEARLY
    if field and least <= shares[field] < 1 and not checked.is_excused(*span):
        yield altered(checked, field, named[field], span)


def _share(words: str, line: str) -> float:
    """How much of the words stands in the line, in their order."""
    from difflib import SequenceMatcher  # most titles are as they were drafted

    blocks = SequenceMatcher(None, words, line, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(words)


def _clauses(text: str) -> list[str]:
    return _MARKS.split(text) if _MARKS.search(text) else []


def _near(words: str, whole: str, covered: bytearray, others: int) -> Iterator[tuple[int, int]]:
    """Where one half of the words stands, and nearly the other half beside it.

    Not where that half is of another text of the brief: a meeting begins with the topic.
    """
    size, middle = len(words), len(words) // 2
    most = min(others, (size - middle) // 2)
    for at in places_of(words[:middle], whole):
        if 0 in covered[at : at + middle]:
            end = _reach(words[middle:], whole[at + middle : at + size + most], most)
            if end is not None:
                yield at, at + middle + end
    last, backwards = words[middle:], words[:middle][::-1]
    for at in places_of(last, whole):
        if 0 in covered[at : at + len(last)]:
            end = _reach(backwards, whole[max(0, at - middle - most) : at][::-1], most)
            if end is not None:
                yield at - end, at + len(last)


def _is_same(words: str, stands: str) -> bool:
    """Whether it is the fact told as done (宣读了表彰决定), or what patterns say in any case.

    They may say it behind a word of their own: 完善|出入库登记制度.
    """
    done = words.translate(_PARTICLES) == stands.translate(_PARTICLES)
    first = stands[:_HALF]
    headed = len(stands) > len(words) and is_word(first) and is_common_word(first)
    return done or _is_said(stands) or (headed and _is_said(stands[_HALF:]))


def _counts_less(words: str, stands: str) -> bool:
    """Whether how many there are is left out, and nothing else."""
    gone = len(words) - len(stands)
    cuts = (at for at, character in enumerate(words) if character in _NUMERALS)
    return 0 < gone <= _COUNT and any(words[:at] + words[at + gone :] == stands for at in cuts)


def _is_said(stands: str) -> bool:
    return all(is_heard(stands[at : at + GRAM]) for at in range(max(1, len(stands) - GRAM + 1)))


def _reach(words: str, stands: str, most: int) -> int | None:
    """How far the words stand there with at most so many changes; None where they do not.

    Their last character has to be there, or be the only one that is another: a sentence that goes
    on in another way is no slip.
    """
    if words[:-1] == stands[: len(words) - 1] and len(stands) >= len(words) > _HALF:
        return len(words)
    row = list(range(len(stands) + 1))
    for at, character in enumerate(words, 1):
        above, row = row, [at]
        for place, other in enumerate(stands, 1):
            kept = above[place - 1] + (character != other)
            row.append(min(kept, above[place] + 1, row[place - 1] + 1))
        if min(row) > most:
            return None
    ends = [end for end in range(1, len(row)) if stands[end - 1] == words[-1]]
    best = min(ends, key=lambda end: (row[end], end), default=None)
    return best if best is not None and row[best] <= most else None
