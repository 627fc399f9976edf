"""What clerks type that YAML reads otherwise, as YAML means it: colons, commas, quotes, a #.

单位：安平县 is a key and its value, 1,260 in brackets is one number, #3 机组 is no comment,
"两个确保"要落实 begins with a quotation, {{ unit }} is text. What could be meant in two ways stays,
for :mod:`drafter.brief.slips` or the YAML library to complain of.

Characters that only stand for themselves are put out of YAML's way, each by one for private use,
which :meth:`Mended.written` takes back; where blanks come in, :meth:`Mended.column` knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from msgspec import Struct, field

from drafter.brief.model import Brief
from drafter.brief.normal import LISTS, in_simplified, keys_of, part_at
from drafter.brief.schema import field_names
from drafter.text.later import later

__all__ = ["Mended", "mend"]

#: Where the characters for private use begin that stand for ASCII ones; no text has them.
_HIDDEN = 0x10FE00
_SHOWN = {_HIDDEN + code: code for code in range(33, 127)}
_HIDE = {code: hidden for hidden, code in _SHOWN.items()}
#: What no line without it needs mending for.
_SUSPECT = re.compile("[：:#,，{\"'@%`!&*\t]")

#: A line's blanks and dashes, what looks like a key, its colon and the blanks behind.
_KEYED = later(
    r"(?P<lead>[ \t]*)(?P<dash>(?:-[ \t]+)*)(?P<key>[^\s:：#,，。；!！?？\"'“”{}\[\]]{1,12})"
    r"(?P<colon>[ \t]*[:：])(?P<gap>[ \t\u3000\xa0]*)(?=(?P<rest>\S)|$)"
)
#: A key inside braces, with the comma before it.
_INSIDE = later(
    r"(?P<mark>[{,，])(?P<before>[ \u3000]*)(?P<key>[^\s:：,，{}\[\]\"']{1,12})(?P<colon>[:：])"
    r"(?P<gap>[ \u3000]*)"
)
_BRACED = later(r"\{[^{}]*\}")
#: The sign that a text goes on literally in the deeper lines below.
_LITERAL = re.compile(r"[|>][+-]?\d?[+-]?")

#: A star before an item, as Markdown has it.
_STAR = later(r"^([ \t]*)\*(?=[ \t])")
#: What is numbered or dotted by hand at the margin is no key.
_NUMBERED = later(r"(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．）)]|[•·●■◆])\s*(?!\d)")
#: A number with its thousands parted by commas, as which no list of numbers is meant.
_THOUSANDS = later(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])")
#: Another program's places to fill in.
_PLACES = later(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{#[^{}]*#\}")
#: Quoted words a value begins with and goes on after.
_QUOTED = later(r"""(?:(?<=[:\-\[,{] )|(?<=[\[{,]))(["'])[^"'\\]*\1(?=[\u3400-\u9fff（，、])""")
#: A sign of YAML's own before Chinese text; what @, % and ` begin is YAML's in no case.
_SIGN = later(r"(?<=[:\-] )(?:[@%`]|[!&*]+(?![!&*A-Za-z0-9_\s]))")
_SIGNED = frozenset("@%`!&*")
#: A # that counts (#3 机组) or marks a topic (#平安校园#); one before a blank begins a comment.
_HASH = later(r"(?<=[ \t])#(?=\d)|(?<=[ \t])#[^#\s][^#]{0,30}#(?!#)")
_COMMENT = later(r"(?:^|[ \t])#")
#: Keys under which one word or number stands, so that what follows a # is none of it.
_WORDS = frozenset(["文种", "时间", "层级", "领域", "着眼", "篇幅", "时长", "语速", "语气", "版式"])


class Mended(Struct, frozen=True):
    """A brief's text as YAML is to read it.

    ``added`` has by line where characters came in, and how many; ``unclear`` the lines and columns
    of each # that YAML takes for a comment and a clerk may not.
    """

    text: str
    added: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    unclear: list[tuple[int, int]] = field(default_factory=list)
    hides: bool = True

    def written(self, text: str) -> str:
        """A piece of the mended text with the characters that were put out of YAML's way."""
        return text.translate(_SHOWN) if self.hides and not text.isascii() else text

    def column(self, line: int, column: int) -> int:
        """The column, from one, that one of the mended text has in the text as it was typed."""
        return column - sum(count for at, count in self.added.get(line, ()) if at < column)


def mend(text: str) -> Mended:
    """The text as YAML is to read it; lines are neither added nor taken away."""
    if any(_HIDDEN <= ord(char) <= _HIDDEN + 0xFF for char in set(text)):
        return Mended(text, hides=False)
    work = _Work(text.split("\n"))
    for number, line in _own_lines(tuple(work.lines)):
        if line[0] not in " -" or _SUSPECT.search(line):
            work.mend(number, line)
    return Mended("\n".join(work.lines), work.added, work.unclear)


def _own_lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines that are no comment and no part of a text that goes on literally (``|``)."""
    literal = -1
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if literal >= 0 and (not line.strip() or indent > literal):
            continue
        words = line.rsplit(None, 1)
        literal = indent if words and _LITERAL.fullmatch(words[-1]) else -1
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line


class _Work:
    """The lines being mended in place, and what came into which of them.

    ``under`` are the keys with nothing behind them that the line reached stands below, by where
    they begin.
    """

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.added: dict[int, list[tuple[int, int]]] = {}
        self.unclear: list[tuple[int, int]] = []
        self.under: list[tuple[int, str]] = []
        self.tabs = not any(line.startswith(" ") and line.strip() for line in lines)
        self.brief = _has_keys(lines)

    def mend(self, number: int, line: str) -> None:
        """Mend one line."""
        if line[0] == "\t" and self.tabs:  # where nothing else indents, each of them is one step
            tabs = len(line) - len(line.lstrip("\t"))
            self._note(number, [(2 * at + 2, 1) for at in range(tabs)])
            line = "  " * tabs + line[tabs:]
        line = _STAR().sub(r"\1-", line)
        line = self._without_hashes(number, _hidden(line))
        found = None if _NUMBERED().match(line) else _KEYED().match(line)
        if found is None:
            line = self._under_its_list(number, line)
        if found is not None:
            line = self._keyed(number, line, found)
        line = self._braced(number, line)
        self.lines[number] = _hidden_signs(line)

    def _note(self, number: int, added: list[tuple[int, int]]) -> None:
        self.added.setdefault(number + 1, []).extend(added)

    def _under_its_list(self, number: int, line: str) -> str:
        """A line at the margin below the key of a list, put under it."""
        at, key = self.under[-1] if self.under else (1, "")
        listed = key in LISTS or key not in field_names()  # one nobody knows is told by its name
        if at > 0 or not listed or line[0] in " \t-]}%#." or not self.lines[number].strip():
            return line
        self._note(number, [(2, 2)])
        return "  " + line

    def _without_hashes(self, number: int, line: str) -> str:
        """The line with each # put away that is text, as far as the first that begins a comment."""
        if "#" not in line:
            return line
        end = _comment(line)
        key = _KEYED().match(line)
        several = key is None or _chinese(key["key"]) not in _WORDS
        if several and line[end + 1 : end + 2].strip("# \t\r"):
            self.unclear.append((number + 1, end + 1))
        return _HASH().sub(_hide, line[:end]) + line[end:]

    def _keyed(self, number: int, line: str, found: re.Match[str]) -> str:
        """The line with a half-width colon and a blank behind the key it begins with."""
        at = found.start("key")
        while self.under and self.under[-1][0] > at - (0 if found["dash"] else 1):
            self.under.pop()
        slipped = self._slipped(number, found)
        if found["rest"] is None and (slipped or ":" in found["colon"]):
            self.under.append((at, _chinese(found["key"])))
        if not slipped:
            return line
        blank = ": " if found["rest"] else ":"
        old = found["colon"] + found["gap"]
        if len(blank) != len(old):
            self._note(number, [(found.start("colon") + 2, len(blank) - len(old))])
        return line[: found.start("colon")] + blank + line[found.start("colon") + len(old) :]

    def _slipped(self, number: int, found: re.Match[str]) -> bool:
        """Whether a key stands before a colon that YAML does not take for one."""
        colon, gap, key = found["colon"].strip(), found["gap"], found["key"]
        blank = bool(gap) and not set(gap) & set("\u3000\xa0")
        if colon == ":" and (found["rest"] is None or blank):
            return False
        if not found["lead"] and not found["dash"] and colon == "：" and self.brief:
            return True  # nothing but a key may stand there; one nobody knows is told by its name
        return _is_key(key) and (not found["dash"] or self._begins_part(number, found))

    def _begins_part(self, number: int, found: re.Match[str]) -> bool:
        """Whether an item begins with a key of its part; in a list of texts 问题：… is a text."""
        at = found.end("lead")
        parent = next((key for begins, key in reversed(self.under) if begins <= at), "")
        inside = part_at(Brief, parent)
        if inside is None or _chinese(found["key"]) not in keys_of(inside):
            return False
        if parent != "内容" or _chinese(found["key"]) == "任务":
            return True
        below = _KEYED().match(self.lines[number + 1]) if number + 1 < len(self.lines) else None
        deeper = below is not None and below.start("key") == found.start("key")
        return below is not None and deeper and _chinese(below["key"]) in keys_of(inside)

    def _braced(self, number: int, line: str) -> str:
        """The line with half-width colons and commas between the keys inside braces."""
        if "{" not in line:
            return line
        out: list[str] = []
        done = grown = 0
        for braces in _BRACED().finditer(line):
            for found in _INSIDE().finditer(line, braces.start(), braces.end()):
                new = _separated(found) if _is_key(found["key"]) else found.group()
                if new != found.group():
                    out += [line[done : found.start()], new]
                    done = found.end()
                    grown += len(new) - len(found.group())
                    self._note(number, [(done + grown, len(new) - len(found.group()))])
        return "".join([*out, line[done:]])


def _separated(found: re.Match[str]) -> str:
    """A key inside braces as YAML takes it; as it is where YAML does already."""
    wide = set(found.group()) & set("，：\u3000")
    if not wide and found["gap"]:
        return found.group()
    comma = {"，": ", ", ",": ", "}.get(found["mark"], found["mark"])
    return f"{comma}{found['key']}: "


@lru_cache(512)
def _chinese(key: str) -> str:
    """A key in simplified characters."""
    return key if key in field_names() else in_simplified(key)


def _is_key(key: str) -> bool:
    return _chinese(key) in field_names()


def _has_keys(lines: Iterable[str]) -> bool:
    """Whether several lines begin with a key: a brief, not a notice."""
    found = (_KEYED().match(line) for line in lines)
    keys = (key for key in found if key is not None and _is_key(key["key"]))
    return len(list(islice(keys, 2))) == 2


def _comment(line: str) -> int:
    """Where the first # stands that is no text; the line's length where there is none."""
    at = singles = doubles = 0
    for mark in _COMMENT().finditer(line):
        doubles += line.count('"', at, mark.end())
        singles += line.count("'", at, mark.end())
        at = mark.end()
        if doubles % 2 == singles % 2 == 0 and _HASH().match(line, at - 1) is None:
            return at - 1
    return len(line)


def _hidden(line: str) -> str:
    """The line with what only looks like YAML's own put out of its way."""
    if "," in line:
        line = _THOUSANDS().sub(_hide, line)
    if "{" in line:
        line = _PLACES().sub(_hide, line)
    return _QUOTED().sub(_hide_quotes, line) if '"' in line or "'" in line else line


def _hidden_signs(line: str) -> str:
    return line if _SIGNED.isdisjoint(line) else _SIGN().sub(_hide, line)


def _hide(found: re.Match[str]) -> str:
    return found.group().translate(_HIDE)


def _hide_quotes(found: re.Match[str]) -> str:
    words = found.group()
    mark = chr(_HIDE[ord(words[0])])
    return mark + words[1:-1] + mark
