"""Comments that say where each sentence comes from, for whoever checks a draft in Word."""

from __future__ import annotations

from drafter.speech import Paragraph, Sentence
from drafter.word.ooxml import DECLARATION, W_NS, attribute, escape, printable
from drafter.word.printed import spans_of
from drafter.word.runs import Anchor

__all__ = ["SOURCE_AUTHOR", "SourceComments"]

#: The author of these comments, by which a reader tells them from people's.
SOURCE_AUTHOR = "出处"
_ORIGINS = {"mined": "挖掘的句式", "authored": "自拟的句式", "brief": "提纲原话"}


def _source(sentence: Sentence) -> str | None:
    parts = []
    if sentence.origin:
        parts.append(_ORIGINS[sentence.origin])
    if sentence.pattern:
        parts.append(sentence.pattern)
    if sentence.fields:
        parts.append("用到：" + "、".join(sentence.fields))
    return "；".join(parts) or None


class SourceComments:
    """Collects the comments of a document while its paragraphs are written.

    ``first`` is the first free comment id; ``style`` the comment text's paragraph style, if any.
    """

    def __init__(self, first: int = 0, style: str = "CommentText") -> None:
        self._next = first
        self._style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        self.items: list[str] = []

    def anchors(self, paragraph: Paragraph) -> list[Anchor]:
        """The anchors of the paragraph's comments, one comment a sentence of known source."""
        out: list[Anchor] = []
        texts = tuple(s.text for s in paragraph.sentences)
        for sentence, span in zip(
            paragraph.sentences, spans_of(paragraph.text, texts), strict=True
        ):
            source = _source(sentence)
            if span is None or source is None:
                continue
            number = self._add(source)
            out.append(Anchor(span[0], f'<w:commentRangeStart w:id="{number}"/>'))
            out.append(
                Anchor(
                    span[1],
                    f'<w:commentRangeEnd w:id="{number}"/>'
                    f'<w:r><w:commentReference w:id="{number}"/></w:r>',
                )
            )
        return out

    def _add(self, text: str) -> int:
        number = self._next
        self._next += 1
        shown = escape(printable(text))
        self.items.append(
            f'<w:comment w:id="{number}" w:author="{attribute(SOURCE_AUTHOR)}" w:initials="出">'
            f'<w:p>{self._style}<w:r><w:t xml:space="preserve">{shown}</w:t></w:r>'
            "</w:p></w:comment>"
        )
        return number

    def part(self) -> bytes:
        """comments.xml."""
        return (
            f'{DECLARATION}<w:comments xmlns:w="{W_NS}">{"".join(self.items)}</w:comments>'
        ).encode()
