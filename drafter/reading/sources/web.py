"""Saved web pages → the lines a reader sees, one a paragraph, without the menus around them.

Nothing is chosen as "the article": a wrong choice loses body text for good. Only what a speech
can never be is left out: what the browser hides, forms, and blocks made of links. The lines that
remain are judged where all texts are judged, by what they say.
"""

from __future__ import annotations

import re
from typing import Any

from drafter.reading.sources.decoding import decode
from drafter.reading.sources.plain import split_lines
from drafter.reading.sources.refusals import LIMITS, Limits, Why, refusal

__all__ = ["page_lines", "read_mhtml", "read_page"]

_UNSEEN_NAMES = (
    "head script style noscript template iframe object embed applet svg canvas audio video map "
    "select option datalist button input textarea label progress dialog rt rp nav"
)
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark q ruby rb rbc "
    "s samp small span strike strong sub sup time tt u var wbr"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
#: Left open paragraph after paragraph, as old pages do, font tags nest beyond any parser's depth.
_FONT = re.compile(r"<\s*/?\s*font\b[^>]*>", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
#: A line break in the page's source beside a Chinese character is no space.
_WRAP = re.compile(r"(?<=[^\x00-\x7f])[ \t\r\f]*\n\s*|\s*\n\s*(?=[^\x00-\x7f])")
_NOTE_MARK = re.compile(r"\s*(?:[\[［〔【(（](?:\d{1,3}|[①-⑳*])[\]］〕】)）]|[①-⑳*])\s*")
_BLANK = re.compile(r"[\s\u3000\xa0]+")
#: A block is a menu when at least this many links hold at least this share of its characters.
_MENU_LINKS = 3
_MENU_SHARE = 0.7
#: Between the page's own title and the site's name: 标题_某某网, 标题 - 某某网, 标题 | 某某网.
_TITLE_PARTS = re.compile(r"\s*[_|｜—]+\s*|\s+[-–]+\s*|\s*--+\s*|-(?=[^-]*[网站]$)")


def read_page(data: bytes, limits: Limits = LIMITS) -> list[str]:
    """The visible lines of a web page.

    Raises :class:`SourceError` for what is no text or too big.
    """
    if len(data) > limits.page:
        raise refusal(Why.TOO_BIG, f"网页超过 {limits.page // 1_000_000} MB")
    return page_lines(decode(data))


def read_mhtml(data: bytes, limits: Limits = LIMITS) -> list[str]:
    """The visible lines of a page saved as one file (.mht, .mhtml).

    Raises :class:`SourceError` when there is no page in it.
    """
    import email
    import email.policy

    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return read_page(payload, limits)
    raise refusal(Why.CORRUPT, "里面没有网页")


def page_lines(html: str) -> list[str]:
    """The visible lines of HTML text; the page's own title first where the body lacks it."""
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,  # allows 2,048 levels instead of 255; HTML has no entities to expand
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    clean = _FONT.sub(_unless_hidden, html.replace("\0", ""))
    try:
        root = etree.fromstring(clean.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise refusal(Why.CORRUPT, "网页无法解析") from error
    if root is None:
        return []
    lines = _Lines(_menus(root))
    for event, element in etree.iterwalk(root, events=("start", "end")):
        lines.take(event, element)
    return _with_title(root, lines.done())


def _unless_hidden(match: re.Match[str]) -> str:
    return match.group() if _HIDDEN.search(match.group()) else ""


class _Lines:
    """Collects text along a walk of the tree; a block's edges end the line."""

    def __init__(self, menus: set[Any]) -> None:
        self._menus = menus
        self._lines: list[str] = []
        self._pieces: list[str] = []
        self._skipped: Any = None
        self._kept_breaks = 0
        self._numbers: list[int] = []

    def take(self, event: str, element: Any) -> None:
        """One step of the walk."""
        if event == "start":
            self._start(element)
            return
        if self._skipped is None:
            self._end(element)
        elif self._skipped is element:
            self._skipped = None
        if self._skipped is None:
            self._text(element.tail)

    def done(self) -> list[str]:
        """All lines, blank ones left out."""
        self._break()
        return self._lines

    def _start(self, element: Any) -> None:
        if self._skipped is not None:
            return
        tag = element.tag
        if element in self._menus or _unseen(element):
            self._skipped = element
            return
        if tag not in _INLINE:
            self._break()
        if tag == "ol":
            self._numbers.append(_start_number(element))
        elif tag == "li":
            self._pieces.append(self._number(element))
        self._kept_breaks += tag == "pre"
        self._text(element.text)

    def _end(self, element: Any) -> None:
        if element.tag not in _INLINE:
            self._break()
        if element.tag == "ol" and self._numbers:
            self._numbers.pop()
        self._kept_breaks -= element.tag == "pre"

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if not self._kept_breaks:
            self._pieces.append(text)
            return
        first, *rest = text.split("\n")
        self._pieces.append(first)
        for line in rest:
            self._break()
            self._pieces.append(line)

    def _number(self, item: Any) -> str:
        """The number a browser sets before an item of an ordered list."""
        if not self._numbers or getattr(item.getparent(), "tag", None) != "ol":
            return ""
        number = self._numbers[-1]
        self._numbers[-1] += 1
        return f"{number}."

    def _break(self) -> None:
        text = _SPACES.sub(" ", _WRAP.sub("", "".join(self._pieces))).strip(" \xa0\u200b\ufeff")
        if _BLANK.sub("", text):
            self._lines.append(text)
        self._pieces.clear()


def _unseen(element: Any) -> bool:
    tag = element.tag
    if not isinstance(tag, str):
        return True
    if tag in _UNSEEN or "hidden" in element.attrib or _HIDDEN.search(element.get("style") or ""):
        return True
    return tag == "sup" and _is_note_mark(element)


def _is_note_mark(raised: Any) -> bool:
    """Whether a raised text points to a note: a bracketed number, or a link; m² is neither."""
    linked = raised.find(".//a") is not None or getattr(raised.getparent(), "tag", None) == "a"
    return linked or bool(_NOTE_MARK.fullmatch("".join(raised.itertext())))


def _start_number(element: Any) -> int:
    start = element.get("start") or "1"
    return int(start) if re.fullmatch(r"\d{1,4}", start) else 1


def _menus(root: Any) -> set[Any]:
    """The blocks made of links: counted once from the leaves up."""
    from lxml import etree

    found: set[Any] = set()
    sums: dict[Any, tuple[int, int, int]] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        text, linked, links = len(_BLANK.sub("", element.text or "")), 0, 0
        if element.tag in {"script", "style"}:
            text = 0
        for child in element:
            below = sums.pop(child, (0, 0, 0))
            text += below[0] + len(_BLANK.sub("", child.tail or ""))
            linked, links = linked + below[1], links + below[2]
        if element.tag == "a" and element.get("href"):
            linked, links = text, 1
        sums[element] = (text, linked, links)
        if element.tag not in _INLINE and links >= _MENU_LINKS and linked >= _MENU_SHARE * text:
            found.add(element)
    return found


def _with_title(root: Any, lines: list[str]) -> list[str]:
    """The lines, led by the page's title where no line shows it."""
    title = " ".join((root.findtext(".//head/title") or "").split())
    own = next((part for part in _TITLE_PARTS.split(title) if part), "")
    wanted = _BLANK.sub("", own)
    if not lines or not wanted or any(wanted in _BLANK.sub("", line) for line in lines):
        return lines
    return [*split_lines(own), *lines]
