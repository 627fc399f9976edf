"""Walking a Word document's XML: paragraphs as people see them once all changes are accepted.

Inserted text counts, deleted text is kept aside, content controls, links and ruby bases are
entered, field codes, hidden text, drawings and notes are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

__all__ = ["Found", "RawParagraph", "Walker"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


@dataclass(slots=True)
class Found:
    """Something found in a paragraph: a deletion, an insertion, a control, a commented stretch.

    ``name`` is the author, the control's field or the comment's id; ``showing`` tells that a
    control still shows its placeholder.
    """

    kind: str
    name: str
    text: str
    showing: bool = False


@dataclass(slots=True)
class RawParagraph:
    """One paragraph: style id, text with its line breaks, and what was found in it.

    ``marks`` are the bookmarks that begin in it, ``head`` how many characters at its start stand
    in the character style ``head_style``, ``joined`` that its end mark was deleted, ``separated``
    that it is a style separator.
    """

    style: str = ""
    text: str = ""
    marks: list[str] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    outline: int | None = None
    head: int = 0
    head_style: str = ""
    joined: bool = False
    separated: bool = False


class Walker:
    """Walks one document; ``comments`` that span paragraphs are closed where they end."""

    def __init__(self, root: etree._Element) -> None:
        ns = _STRICT if root.tag.startswith(_STRICT) else _W
        self._ns = ns
        self._val = f"{ns}val"
        self._root = root
        descend = dict.fromkeys(
            (f"{ns}{n}" for n in ("hyperlink", "smartTag", "fldSimple", "bdo", "dir", "customXml")),
            self._descend,
        )
        self._inline = {
            f"{ns}r": self._run,
            f"{ns}ins": self._inserted,
            f"{ns}moveTo": self._inserted,
            f"{ns}del": self._deleted,
            f"{ns}moveFrom": self._deleted,
            f"{ns}sdt": self._control,
            f"{ns}bookmarkStart": self._bookmark,
            f"{ns}commentRangeStart": self._comment_start,
            f"{ns}commentRangeEnd": self._comment_end,
            **descend,
        }
        self._now = RawParagraph()
        self._text: list[str] = []
        self._open_comments: dict[str, list[str]] = {}
        self._quoted: dict[str, str] = {}
        self._waiting: list[str] = []

    def paragraphs(self) -> Iterator[RawParagraph]:
        """Every paragraph of the body, those of tables and block controls included."""
        body = self._root.find(f"{self._ns}body")
        if body is not None:
            yield from self._blocks(body)

    @property
    def quoted(self) -> dict[str, str]:
        """The text each comment stands on, by comment id; complete after the walk."""
        return self._quoted

    def _blocks(self, parent: etree._Element) -> Iterator[RawParagraph]:
        ns = self._ns
        for child in parent:
            tag = child.tag
            if tag == f"{ns}p":
                yield self._paragraph(child)
            elif tag == f"{ns}sdt":
                content = child.find(f"{ns}sdtContent")
                if content is not None:
                    yield from self._blocks(content)
            elif tag in (f"{ns}tbl", f"{ns}tr", f"{ns}tc", f"{ns}ins", f"{ns}customXml"):
                yield from self._blocks(child)
            elif tag == f"{ns}bookmarkStart":
                self._waiting.append(child.get(f"{ns}name", ""))
            elif tag in (f"{ns}commentRangeStart", f"{ns}commentRangeEnd"):
                self._inline[tag](child)

    def _paragraph(self, element: etree._Element) -> RawParagraph:
        self._now = now = RawParagraph(marks=self._waiting)
        self._waiting = []
        self._text = []
        properties = element.find(f"{self._ns}pPr")
        if properties is not None:
            self._properties(properties)
        self._descend(element)
        now.text = "".join(self._text)
        return now

    def _properties(self, properties: etree._Element) -> None:
        ns = self._ns
        for child in properties:
            if child.tag == f"{ns}pStyle":
                self._now.style = child.get(self._val, "")
            elif child.tag == f"{ns}outlineLvl":
                value = child.get(self._val, "")
                self._now.outline = int(value) if value.isdigit() else None
            elif child.tag == f"{ns}rPr":
                names = {etree.QName(mark).localname for mark in child}
                self._now.separated = "specVanish" in names
                self._now.joined = not names.isdisjoint({"del", "specVanish", "moveFrom"})

    def _descend(self, element: etree._Element) -> None:
        inline = self._inline
        for child in element:
            handler = inline.get(child.tag)
            if handler is not None:
                handler(child)

    def _add(self, text: str) -> None:
        self._text.append(text)
        for parts in self._open_comments.values():
            parts.append(text)

    def _run(self, run: etree._Element) -> None:
        ns = self._ns
        for child in run:
            tag = child.tag
            if tag == f"{ns}t":
                self._add(child.text or "")
            elif tag == f"{ns}rPr":
                if child.find(f"{ns}vanish") is not None and _is_on(child, ns, "vanish"):
                    return
                style = child.find(f"{ns}rStyle")
                if style is not None:
                    self._styled(style.get(self._val, ""), run)
            else:
                self._special(tag[len(ns) :] if tag.startswith(ns) else "", child)

    def _styled(self, style: str, run: etree._Element) -> None:
        """Count the characters at the paragraph's start that stand in one character style."""
        now, so_far = self._now, sum(map(len, self._text))
        if so_far == now.head and now.head_style in ("", style):
            now.head_style = style
            now.head += sum(len(t.text or "") for t in run.iter(f"{self._ns}t"))

    def _special(self, name: str, child: etree._Element) -> None:
        ns = self._ns
        if name in ("br", "cr"):
            if child.get(f"{ns}type") in (None, "textWrapping"):
                self._add("\n")
        elif name == "tab":
            self._add(" ")
        elif name == "noBreakHyphen":
            self._add("-")
        elif name == "ruby":
            base = child.find(f"{ns}rubyBase")
            if base is not None:
                self._descend(base)

    def _inserted(self, element: etree._Element) -> None:
        start = len(self._text)
        self._descend(element)
        text = "".join(self._text[start:])
        if text:
            author = element.get(f"{self._ns}author", "")
            self._now.found.append(Found("insertion", author, text))

    def _deleted(self, element: etree._Element) -> None:
        ns = self._ns
        text = "".join(t.text or "" for t in element.iter(f"{ns}delText", f"{ns}t"))
        if text:
            self._now.found.append(Found("deletion", element.get(f"{ns}author", ""), text))

    def _control(self, element: etree._Element) -> None:
        ns = self._ns
        name, showing = "", False
        properties = element.find(f"{ns}sdtPr")
        for child in properties if properties is not None else ():
            if child.tag in (f"{ns}tag", f"{ns}alias"):
                name = child.get(self._val, "") or name
            elif child.tag == f"{ns}showingPlcHdr":
                showing = True
        start = len(self._text)
        content = element.find(f"{ns}sdtContent")
        if content is not None:
            self._descend(content)
        text = "".join(self._text[start:])
        self._now.found.append(Found("control", name, text, showing))

    def _bookmark(self, element: etree._Element) -> None:
        self._now.marks.append(element.get(f"{self._ns}name", ""))

    def _comment_start(self, element: etree._Element) -> None:
        number = element.get(f"{self._ns}id", "")
        self._open_comments[number] = []
        self._now.found.append(Found("comment", number, ""))

    def _comment_end(self, element: etree._Element) -> None:
        number = element.get(f"{self._ns}id", "")
        self._quoted[number] = "".join(self._open_comments.pop(number, ()))


def _is_on(properties: etree._Element, ns: str, name: str) -> bool:
    element = properties.find(f"{ns}{name}")
    return element is not None and element.get(f"{ns}val") not in ("0", "false", "off")
