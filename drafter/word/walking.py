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
#: What a paragraph of plain runs does not have, and what stands between paragraphs.
_UNCOMMON = (
    "ins del moveTo moveFrom sdt commentRangeStart commentRangeEnd vanish pPrChange "
    "rPrChange br cr tab ptab noBreakHyphen sym ruby drawing pict object footnoteReference "
    "endnoteReference tbl"
)


class _Tags(Names):
    """The tags that matter, once for each of the two namespaces Word has written in."""

    def __init__(self, ns: str) -> None:
        super().__init__(ns)
        self.comment_start, self.comment_end = f"{ns}commentRangeStart", f"{ns}commentRangeEnd"
        self.table = f"{ns}tbl"
        self.looked_for = (
            *(self.p, self.t, self.mark, self.pstyle, self.outline, self.rstyle),
            *(ns + name for name in _UNCOMMON.split()),
            *(ALTERNATIVES, *MATHS),
        )
        self.boxes = {f"{ns}drawing", f"{ns}pict", f"{ns}object", ALTERNATIVES}


@cache
def _tags(ns: str) -> _Tags:
    return _Tags(ns)


#: A paragraph that is being read, with what was found in it; None between two.
_Open = tuple[etree._Element | None, RawParagraph, list[str]]


class Walker:
    """Walks one document; ``numbering`` counts the numbers Word prints by itself, if it has any."""

    def __init__(self, root: etree._Element, numbering: Numbering | None = None) -> None:
        self._tags = _tags(_STRICT if root.tag.startswith(_STRICT) else _W)
        self._root = root
        self._intricate = Intricate(self._tags, numbering)
        self._numbered = numbering is not None
        self._skipped: set[etree._Element] = set()
        self._cells: int | None = None
        self._waiting: list[str] = []
        self._head = _Head()
        self._ahead, self._intricate_now = 0, False

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
        """One pass over the few elements that matter; ``home`` is the paragraph they belong to.

        What a plain paragraph does not have shows that it must be gone into once it is over.
        """
        tags, head = self._tags, self._head
        t, p, pstyle, mark, val, name = tags.t, tags.p, tags.pstyle, tags.mark, tags.val, tags.name
        home: etree._Element | None = None
        now, text = RawParagraph(), [""]
        for element in body.iter(*tags.looked_for):
            tag = element.tag
            if tag == t:
                text.append(element.text or "")
                if head.run is not None:
                    head.goes_on(element, text[-1])
            elif tag == pstyle:
                now.style = element.get(val, "")
            elif tag == mark and element.getparent() is home:
                now.marks.append(element.get(name, ""))
            elif tag == tags.outline:
                now.outline = level_of(element.get(val, ""))
            elif tag == tags.rstyle:
                head.styled(element, element.get(val, ""), text)
            elif tag != p and home is not None and home in element.iterancestors(p):
                self._found_inside(element)
            elif tag != p or element not in self._skipped:
                if home is not None:
                    yield self._finished(home, now, text)
                home, now, text = self._begun(element) if tag == p else self._between(element)
        if home is not None:
            yield self._finished(home, now, text)

    def _begun(self, element: etree._Element) -> _Open:
        """A paragraph begins; bookmarks that stood before it are its own."""
        self._head.begin()
        self._intricate_now = self._numbered or self._cells is not None
        marks, self._waiting = self._waiting, []
        self._ahead = len(marks)
        return element, RawParagraph("", "", marks), []

    def _found_inside(self, element: etree._Element) -> None:
        """The paragraph is no plain one."""
        self._intricate_now = True
        if element.tag in self._tags.boxes:
            # What text boxes hold are paragraphs of their own, and no part of the speech.
            self._skipped.update(element.iter(self._tags.p))

    def _finished(self, home: etree._Element, now: RawParagraph, text: list[str]) -> RawParagraph:
        """The paragraph that is over; an intricate one is gone into from its beginning."""
        if self._intricate_now or self._intricate.open_comments:
            cells, self._cells = self._cells, None
            return self._intricate.paragraph(home, now.marks[: self._ahead], cells)
        now.text = "".join(text)
        head = self._head
        if head.style:
            now.head, now.head_style = head.length, head.style
        return now

    def _between(self, element: etree._Element) -> _Open:
        """What stands between two paragraphs: bookmarks, comments, tables, ways of writing."""
        tags, tag = self._tags, element.tag
        if tag == tags.mark:
            self._waiting.append(element.get(tags.name, ""))
        elif tag == tags.comment_start:
            self._intricate.comment_before(element)
        elif tag == tags.comment_end:
            self._intricate.comment_end(element)
        elif tag == tags.table:
            self._cells = sum(1 for _ in element.iter(f"{tags.ns}tc"))
        elif tag == ALTERNATIVES:
            # Whole paragraphs written twice over: for new programs and for old ones.
            chosen = alternative(element)
            for other in element:
                if other is not chosen:
                    self._skipped.update(other.iter(tags.p))
        return None, RawParagraph(), []


class _Head:
    """How many characters at a paragraph's start stand in one character style."""

    __slots__ = ("length", "run", "style")

    def __init__(self) -> None:
        self.length, self.style = 0, ""
        #: The run of it that is being read.
        self.run: etree._Element | None = None

    def begin(self) -> None:
        """A paragraph begins."""
        if self.style:
            self.length, self.style, self.run = 0, "", None

    def styled(self, element: etree._Element, name: str, text: list[str]) -> None:
        """A run names its character style; it counts if all before it stand in the same."""
        self.run = None
        if sum(map(len, text)) == self.length and self.style in ("", name):
            self.style = name
            properties = element.getparent()
            self.run = properties.getparent() if properties is not None else None

    def goes_on(self, t: etree._Element, text: str) -> None:
        """A text follows; it counts if it stands in the run."""
        if t.getparent() is self.run:
            self.length += len(text)
