"""What stands beside the text of a Word file: comments, notes, boxes, pictures, tables, headers.

A speech has no place for them, but people put them there: they are kept, or at least told of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from lxml import etree
from msgspec import Struct

from drafter.word.comments import SOURCE_AUTHOR, Comment
from drafter.word.opening import Package, main_part, open_package, parse_xml
from drafter.word.raw import RawParagraph
from drafter.word.roles import Placed

__all__ = ["Aside", "as_comments", "asides", "comments", "counted", "emphases", "page_words"]

#: What each find is called to a reader.
_KINDS = {
    "footnote": "脚注",
    "endnote": "尾注",
    "box": "文本框",
    "picture": "图片",
    "table": "表格",
    "formula": "公式",
}
#: What stands on every page.
_PAGES = {"header": "页眉", "footer": "页脚"}
#: A find without words of its own stands on an empty line and so do the template's: these count.
_COUNTED = ("box", "picture", "table")


class Aside(Struct, frozen=True):
    """Something a speech has no place for: ``kind`` in Chinese, its words, and where it stands."""

    kind: str
    text: str
    paragraph: str | None


def comments(
    package: Package, part: str | None, placed: list[Placed], quoted: Mapping[str, str]
) -> tuple[Comment, ...]:
    """People's comments in the order of the text; our own source comments are left out.

    ``part`` is the name of the comments part, ``quoted`` what each stands on, by id. A comment
    whose anchor was deleted is kept all the same, at the end.
    """
    known = _comment_texts(package, part)
    out = []
    for item in placed if known else ():
        where = item.paragraph.id if item.paragraph is not None else None
        for found in item.raw.found:
            if found.kind == "comment" and found.name in known:
                author, text, date = known.pop(found.name)
                words = quoted.get(found.name, "").replace("\n", "")
                out.append(Comment(author, text, words, where, date))
    out += [Comment(author, text, "", None, date) for author, text, date in known.values()]
    return tuple(out)


def _comment_texts(package: Package, part: str | None) -> dict[str, tuple[str, str, str]]:
    """Author, text and date of people's comments by id."""
    out = {}
    for number, comment in _notes(package, part, "comment").items():
        ns = _space(comment)
        author = comment.get(f"{ns}author", "")
        if author != SOURCE_AUTHOR:
            out[number] = (author, _text(comment), comment.get(f"{ns}date", ""))
    return out


def _notes(package: Package, part: str | None, kind: str) -> dict[str, etree._Element]:
    data = package.part(part) if part is not None else None
    if data is None:
        return {}
    root = parse_xml(data, package.place)
    ns = _space(root)
    return {note.get(f"{ns}id", ""): note for note in root.iterchildren(f"{ns}{kind}")}


def _space(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[0] + "}"


def _text(note: etree._Element) -> str:
    ns = _space(note)
    lines = ("".join(t.text or "" for t in p.iter(f"{ns}t")) for p in note.iter(f"{ns}p"))
    return "\n".join(lines).strip()


def asides(
    package: Package, parts: Mapping[str, str], placed: list[Placed], around: frozenset[str]
) -> tuple[Aside, ...]:
    """What people put into the file that is no text of the speech, on the pages' margins too.

    ``parts`` are part names by kind, ``around`` tells what the template had of it before (see
    :func:`counted`).
    """
    before = Counter({kind: _before(kind, around) for kind in _COUNTED})
    notes: dict[str, dict[str, etree._Element]] = {}
    out = []
    for item in placed:
        where = item.paragraph.id if item.paragraph is not None else None
        for found in item.raw.found:
            if found.kind not in _KINDS:
                continue
            if before[found.kind] > 0 and not item.raw.text:
                before[found.kind] -= 1
                continue
            text = found.text
            if found.kind in ("footnote", "endnote"):
                if found.kind not in notes:
                    notes[found.kind] = _notes(package, parts.get(f"{found.kind}s"), found.kind)
                note = notes[found.kind].get(found.name)
                text = _text(note) if note is not None else ""
            out.append(Aside(_KINDS[found.kind], text, where))
    pages = (page for page in page_words(package) if not around.issuperset(page.text.split("\n")))
    return (*out, *pages)


def counted(raws: list[RawParagraph]) -> list[str]:
    """What a template has of such things on lines without text, one line a kind."""
    found = Counter(f.kind for raw in raws if not raw.text.strip() for f in raw.found)
    return [f"〖{_KINDS[kind]}×{found[kind]}〗" for kind in _COUNTED if found[kind]]


def _before(kind: str, around: frozenset[str]) -> int:
    begin = f"〖{_KINDS[kind]}×"
    counts = (line[len(begin) : -1] for line in around if line.startswith(begin))
    return next((int(count) for count in counts if count.isdecimal()), 0)


def emphases(source: Path | str | bytes) -> tuple[Aside, ...]:
    """Words people set bold, underlined, dotted or highlighted by hand; no draft of ours has any.

    What most paragraphs of a style are from end to end is a matter of the style. Raises
    :class:`SourceError` for a file that cannot be read.
    """
    package = open_package(source)
    root = parse_xml(package.part(main_part(package)) or b"", package.place)
    ns = _space(root)
    lines = [(_style(p, ns), _parts(p, ns)) for p in root.iter(f"{ns}p")]
    written = Counter(style for style, parts in lines if parts)
    throughout = Counter(style for style, parts in lines if parts and all(on for on, _ in parts))
    found = [
        f"“{words}”"
        for style, parts in lines
        for on, words in parts
        if on and not (len(parts) == 1 and 1 < written[style] < 2 * throughout[style])
    ]
    return (Aside("加粗、下划线或着重", "、".join(found), None),) if found else ()


def _style(paragraph: etree._Element, ns: str) -> str:
    style = paragraph.find(f"{ns}pPr/{ns}pStyle")
    return style.get(f"{ns}val", "") if style is not None else ""


def _parts(paragraph: etree._Element, ns: str) -> list[tuple[bool, str]]:
    """The paragraph's words, cut where emphasis begins or ends, each with whether it has any."""
    runs = ((_emphasised(r, ns), _words(r, ns)) for r in paragraph.iter(f"{ns}r"))
    written = (run for run in runs if run[1])
    return [(on, "".join(w for _, w in group)) for on, group in groupby(written, _FIRST)]


def page_words(package: Package) -> tuple[Aside, ...]:
    """What the head and the foot of the pages say, each once; a page's number is no word."""
    found = []
    for kind, name, _ in package.related(main_part(package)):
        data = package.part(name) if kind in _PAGES else None
        text = _text(parse_xml(data, package.place)) if data is not None else ""
        if any(map(str.isalpha, text)):
            found.append(Aside(_PAGES[kind], text, None))
    return tuple(dict.fromkeys(found))


_FIRST = itemgetter(0)


def _words(run: etree._Element, ns: str) -> str:
    return "".join(t.text or "" for t in run.iterchildren(f"{ns}t"))


def _emphasised(run: etree._Element, ns: str) -> bool:
    tags = tuple(f"{ns}{name}" for name in ("b", "u", "em", "highlight"))
    marks = (mark for look in run.iterchildren(f"{ns}rPr") for mark in look.iterchildren(*tags))
    return any(mark.get(f"{ns}val") not in ("0", "false", "off", "none") for mark in marks)


def as_comments(found: tuple[Aside, ...]) -> tuple[Comment, ...]:
    """Notes and boxes as comments, so that a file written anew keeps their words."""
    kept = ("脚注", "尾注", "文本框")
    return tuple(
        Comment(aside.kind, aside.text, "", aside.paragraph)
        for aside in found
        if aside.kind in kept and aside.text
    )
