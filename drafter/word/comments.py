"""Comments: where each sentence comes from, and what people wrote in a file before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from drafter.speech import Paragraph, Sentence
from drafter.word.ooxml import DECLARATION, W_NS, attribute, escape, printable
from drafter.word.printed import spans_of
from drafter.word.runs import Anchor

__all__ = ["SOURCE_AUTHOR", "Comment", "Comments"]

#: The author of source comments, by which a reader tells them from people's.
SOURCE_AUTHOR = "出处"
#: The one form of a date the schema allows; no other is passed on.
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)?")
_ORIGINS = {"mined": "挖掘的句式", "authored": "自拟的句式", "brief": "提纲原话"}


class Comment(Struct, frozen=True):
    """A comment somebody left: who, what, the text and paragraph it stands on, and when.

    ``date`` is as the file has it (ISO 8601), empty where the program wrote none.
    """

    author: str
    text: str
    quoted: str
    paragraph: str | None
    date: str = ""


def _source(sentence: Sentence) -> str | None:
    parts = []
    if sentence.origin:
        parts.append(_ORIGINS[sentence.origin])
    if sentence.pattern:
        parts.append(sentence.pattern)
    if sentence.fields:
        parts.append("用到：" + "、".join(sentence.fields))
    return "；".join(parts) or None


def _homes(paragraphs: Sequence[Paragraph], notes: Sequence[Comment]) -> dict[str, list[Comment]]:
    """People's comments by the paragraph they belong to: where their words stand, else the id's.

    A comment whose words and paragraph are gone goes to the first paragraph rather than nowhere.
    """
    out: dict[str, list[Comment]] = {}
    ids = {p.id for p in paragraphs}
    for note in notes:
        held = [p.id for p in paragraphs if note.quoted and note.quoted in p.text]
        home: str | None
        if note.paragraph in held or (note.paragraph in ids and not held):
            home = note.paragraph
        else:
            home = held[0] if held else next((p.id for p in paragraphs), None)
        if home is not None:
            out.setdefault(home, []).append(note)
    return out


class Comments:
    """Collects the comments of a document while its paragraphs are written.

    ``sources`` asks for the source of each sentence, ``notes`` are people's comments to carry over.
    """

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        notes: Sequence[Comment] = (),
        *,
        sources: bool = True,
    ) -> None:
        self._sources = sources
        self._notes = _homes(paragraphs, notes)
        self.items: list[str] = []
        self.start(0, style="CommentText")

    def start(self, first: int, *, style: str) -> None:
        """The first free comment id, and the comment text's paragraph style, if any."""
        self._next = first
        self._style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""

    def anchors(self, paragraph: Paragraph) -> list[Anchor]:
        """The anchors of the paragraph's comments, people's first."""
        out: list[Anchor] = []
        text = paragraph.text
        for note in self._notes.pop(paragraph.id, ()):
            start = text.find(note.quoted) if note.quoted else -1
            span = (0, len(text)) if start < 0 else (start, start + len(note.quoted))
            out += self._anchored(span, note)
        if self._sources:
            spans = spans_of(text, tuple(s.text for s in paragraph.sentences))
            for sentence, found in zip(paragraph.sentences, spans, strict=True):
                source = _source(sentence)
                if found is not None and source is not None:
                    out += self._anchored(found, Comment(SOURCE_AUTHOR, source, "", None))
        return out

    def _anchored(self, span: tuple[int, int], note: Comment) -> list[Anchor]:
        number = self._add(note)
        end = (
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
        )
        start = f'<w:commentRangeStart w:id="{number}"/>'
        return [Anchor(span[0], start), Anchor(span[1], end)]

    def _add(self, note: Comment) -> int:
        number = self._next
        self._next += 1
        name = printable(note.author)
        begin, end = f'<w:p>{self._style}<w:r><w:t xml:space="preserve">', "</w:t></w:r></w:p>"
        lines = "".join(begin + escape(printable(line)) + end for line in note.text.split("\n"))
        who = f'w:author="{attribute(name)}" w:initials="{attribute(name[:1])}"'
        if _DATE.fullmatch(note.date):
            who += f' w:date="{note.date}"'
        self.items.append(f'<w:comment w:id="{number}" {who}>{lines}</w:comment>')
        return number

    def part(self) -> bytes:
        """comments.xml."""
        return (
            f'{DECLARATION}<w:comments xmlns:w="{W_NS}">{"".join(self.items)}</w:comments>'
        ).encode()
