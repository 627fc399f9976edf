"""Runs of one paragraph: faces, controls, line breaks and whatever is anchored between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from drafter.word.layout import Layout, Look
from drafter.word.ooxml import attribute, escape, run_format
from drafter.word.pinyin import Pinyin

__all__ = ["Anchor", "Control", "RunWriter", "controls_in"]

_PLACEHOLDER = re.compile(r"【请(?:填写|补充)[：:]?([^【】]*)】")


class Control(Struct, frozen=True):
    """A place to fill: characters ``start`` to ``end`` of the paragraph, and the field's name."""

    start: int
    end: int
    field: str


class Anchor(Struct, frozen=True):
    """XML that stands between two characters (a comment's start or end); ``at`` counts them."""

    at: int
    xml: str


def controls_in(text: str, pending: Sequence[tuple[str, str]]) -> list[Control]:
    """The places to fill in a paragraph, in order, none overlapping.

    ``pending`` are (field, text shown); a 【请填写：…】 nobody announced becomes a control too,
    named by what it asks for.
    """
    found: list[Control] = []
    taken = [False] * len(text)

    def take(start: int, end: int, field: str) -> None:
        found.append(Control(start, end, field))
        taken[start:end] = [True] * (end - start)

    for field, shown in pending:
        start = text.find(shown) if shown else -1
        while start >= 0 and any(taken[start : start + len(shown)]):
            start = text.find(shown, start + 1)
        if start >= 0:
            take(start, start + len(shown), field)
    for match in _PLACEHOLDER.finditer(text):
        if not any(taken[match.start() : match.end()]):
            take(match.start(), match.end(), match.group(1) or "内容")
    return sorted(found, key=lambda control: control.start)


def _lacks(char: str) -> bool:
    """Whether an ideograph is outside GB 2312, the repertoire of the *_GB2312 faces."""
    if not ("\u3400" <= char <= "\u9fff" or char == "\u3007" or char >= "\U00020000"):
        return False
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


class RunWriter:
    """Writes runs of one look; ``style`` is a character style to name in each run."""

    def __init__(
        self,
        layout: Layout,
        look: Look,
        *,
        style: str = "",
        bare: bool = False,
        pinyin: Pinyin | None = None,
    ) -> None:
        face = layout.faces[look.face]
        size = layout.size_of(look)
        named = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
        self.format = named if bare else run_format(face.name, size, style=style)
        instead = face.instead if not bare else None
        self._size, self._pinyin = size, pinyin
        self._instead = run_format(instead, size, style=style) if instead else None

    def write(self, text: str) -> str:
        """``text`` as runs, with readings over the characters that need one."""
        readings = self._pinyin.readings(text) if self._pinyin is not None else {}
        out, last = [], 0
        for at, reading in sorted(readings.items()):
            look = self._instead if self._instead and _lacks(text[at]) else self.format
            out += [self._plain(text[last:at]), Pinyin.ruby(text[at], reading, look, self._size)]
            last = at + 1
        return "".join([*out, self._plain(text[last:])])

    def _plain(self, text: str) -> str:
        """Runs of text; ideographs the face lacks stand in runs of the face instead."""
        if not text:
            return ""
        if self._instead is None:
            return self._run(self.format, text)
        try:
            text.encode("gb2312")
        except UnicodeEncodeError:
            return "".join(
                self._run(self._instead if lacking else self.format, "".join(chars))
                for lacking, chars in groupby(text, _lacks)
            )
        return self._run(self.format, text)

    @staticmethod
    def _run(look: str | None, text: str) -> str:
        return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def control_xml(control: Control, number: int, content: str) -> str:
    """An inline content control that shows its placeholder; a click selects all of it.

    It is a rich-text control: LibreOffice 7.4 writes the content of a plain-text one several
    times over when it saves the file.
    """
    name = attribute(control.field)[:64]
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="{name}"/>'
        f'<w:id w:val="{number}"/><w:showingPlcHdr/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def paragraph_runs(
    text: str,
    writer_at: Callable[[int], RunWriter],
    *,
    turns: Sequence[int] = (),
    controls: Mapping[int, Control] | None = None,
    breaks: Sequence[int] = (),
    anchors: Sequence[Anchor] = (),
    number: Callable[[], int],
) -> Iterator[str]:
    """The paragraph's content, piece by piece.

    ``writer_at`` gives the writer for the character at a position and changes at ``turns`` only;
    ``controls`` by their start; ``breaks`` are the positions before which a line breaks;
    ``number`` hands out control ids.
    """
    controls = controls or {}
    inside = {i for c in controls.values() for i in range(c.start + 1, c.end)}
    bounds = {c.start for c in controls.values()} | {c.end for c in controls.values()}
    cuts = {0, len(text), *turns, *breaks, *(a.at for a in anchors)} - inside | bounds
    hung: dict[int, list[str]] = {}
    for anchor in anchors:
        # An anchor inside a control moves to its end: a comment may not begin within.
        at = anchor.at
        while at in inside:
            at += 1
        hung.setdefault(at, []).append(anchor.xml)
    for start, end in pairwise(sorted(cuts)):
        yield from hung.pop(start, ())
        if start in breaks:
            yield "<w:r><w:br/></w:r>"
        content = writer_at(start).write(text[start:end])
        control = controls.get(start)
        yield content if control is None else control_xml(control, number(), content)
    for pieces in hung.values():
        yield from pieces
