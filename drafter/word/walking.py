"""Walking a Word document's XML: paragraphs as people see them once all changes are accepted.

Most paragraphs are plain runs of text; they are read in one pass over the few elements that matter.
The others are gone into one by one (see :mod:`drafter.word.intricate`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from drafter.word.intricate import ALTERNATIVES, MATHS, Intricate, Names, alternative, level_of
from drafter.word.raw import RawParagraph

if TYPE_CHECKING:
    from drafter.reading.sources.numbering import Numbering

__all__ = ["Walker"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
#: What a paragraph of plain runs does not have.
_UNCOMMON = (
    "ins del moveTo moveFrom sdt commentRangeStart vanish specVanish pPrChange rPrChange br cr tab "
    "ptab noBreakHyphen sym ruby drawing pict object footnoteReference endnoteReference tbl"
)


class _Tags(Names):
    """The tags that matter, once for each of the two namespaces Word has written in."""

    def __init__(self, ns: str) -> None:
        super().__init__(ns)
        self.comment_start, self.comment_end = f"{ns}commentRangeStart", f"{ns}commentRangeEnd"
        self.table = f"{ns}tbl"
        self.plain = (
            *(self.p, self.t, self.mark, self.pstyle, self.outline, self.rstyle),
            *(self.comment_start, self.comment_end),
        )
        self.uncommon = (*(ns + name for name in _UNCOMMON.split()), ALTERNATIVES, *MATHS)
        self.boxes = {f"{ns}drawing", f"{ns}pict", f"{ns}object", ALTERNATIVES}


@cache
def _tags(ns: str) -> _Tags:
    return _Tags(ns)


class Walker:
    """Walks one document; ``numbering`` counts the numbers Word prints by itself, if it has any."""

    def __init__(self, root: etree._Element, numbering: Numbering | None = None) -> None:
        self._tags = _tags(_STRICT if root.tag.startswith(_STRICT) else _W)
        self._root = root
        self._uncommon: set[etree._Element] = set()
        self._nested: set[etree._Element] = set()
        self._tables: dict[etree._Element, int] = {}
        self._find_uncommon()
        self._intricate = Intricate(self._tags, numbering)
        self._numbered = numbering is not None
        self._waiting: list[str] = []

    @property
    def quoted(self) -> dict[str, str]:
        """The text each comment stands on, by comment id; complete after the walk."""
        return self._intricate.quoted

    def paragraphs(self) -> Iterator[RawParagraph]:
        """Every paragraph of the body, those of tables and block controls included."""
        body = next(self._root.iterchildren(f"{self._tags.ns}body"), None)
        if body is not None:
            yield from self._walk(body)

    def _walk(self, body: etree._Element) -> Iterator[RawParagraph]:
        """One pass; ``home`` is the plain paragraph the elements that come belong to."""
        tags, nested, comments = self._tags, self._nested, self._intricate.open_comments
        t, p, pstyle, mark, val, name = tags.t, tags.p, tags.pstyle, tags.mark, tags.val, tags.name
        home: etree._Element | None = None
        now, text = RawParagraph(), [""]
        for element in body.iter(*tags.plain):
            tag = element.tag
            if tag == t:
                text.append(element.text or "")
            elif tag == pstyle:
                now.style = element.get(val, "")
            elif tag == mark and element.getparent() is home:
                now.marks.append(element.get(name, ""))
            elif tag != p:
                self._detail(element, home, now, text)
            else:
                if home is not None:
                    now.text = "".join(text)
                    yield now
                if nested and element in nested:
                    now, text, home = RawParagraph(), [], None
                    continue
                now, text, home = RawParagraph("", "", self._waiting), [], element
                self._waiting = []
                if self._numbered or comments or element in self._uncommon:
                    yield self._intricate.paragraph(element, now.marks, self._tables.get(element))
                    now, home = RawParagraph(), None
        if home is not None:
            now.text = "".join(text)
            yield now

    def _detail(
        self,
        element: etree._Element,
        home: etree._Element | None,
        now: RawParagraph,
        text: list[str],
    ) -> None:
        """What a plain paragraph seldom has, and what stands between two paragraphs."""
        tags, tag = self._tags, element.tag
        if tag == tags.outline:
            now.outline = level_of(element.get(tags.val, ""))
        elif tag == tags.rstyle:
            if home is not None:
                _styled(element, now, text, tags)
        elif next(element.iterancestors(tags.p), None) is None:
            if tag == tags.mark:
                self._waiting.append(element.get(tags.name, ""))
            elif tag == tags.comment_start:
                self._intricate.comment_before(element)
            else:
                self._intricate.comment_end(element)
        elif home is not None and tag == tags.mark:
            now.marks.append(element.get(tags.name, ""))

    def _find_uncommon(self) -> None:
        """The paragraphs that hold more than plain runs of text, found in one pass.

        They are few in most files, and the others can be read several times faster. What text boxes
        hold are paragraphs of their own, and no part of the speech.
        """
        tags = self._tags
        for element in self._root.iter(*tags.uncommon):
            if element.tag == tags.table:
                self._table(element)
                continue
            within = list(element.iterancestors(tags.p))
            self._uncommon.update(within)
            self._nested.update(within[:-1])
            if within and element.tag in tags.boxes:
                self._nested.update(element.iter(tags.p))
            elif element.tag == ALTERNATIVES:
                # Whole paragraphs written twice over: for new programs and for old ones.
                chosen = alternative(element)
                for other in element:
                    if other is not chosen:
                        self._nested.update(other.iter(tags.p))

    def _table(self, table: etree._Element) -> None:
        first = next(table.iter(self._tags.p), None)
        if first is not None:
            self._uncommon.add(first)
            self._tables[first] = sum(1 for _ in table.iter(f"{self._tags.ns}tc"))


def _styled(style: etree._Element, now: RawParagraph, text: list[str], tags: Names) -> None:
    """Count the characters at the paragraph's start that stand in one character style."""
    name, so_far = style.get(tags.val, ""), sum(map(len, text))
    if so_far == now.head and now.head_style in ("", name):
        now.head_style = name
        run = next(style.iterancestors(tags.run), None)
        if run is not None:
            now.head += sum(len(t.text or "") for t in run.iterchildren(tags.t))
