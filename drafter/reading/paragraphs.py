"""The paragraphs of a Speech: lines joined where a page broke them, sentences and moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.reading.head import Head
from drafter.reading.rows import Row
from drafter.speech import Paragraph, Role, Sentence
from drafter.text.sentences import split_sentences

__all__ = ["Parts", "build_paragraphs"]


@dataclass(frozen=True, slots=True)
class Parts:
    """What each row of one text is, by index of row."""

    head: Head
    headings: dict[int, tuple[int, str, int]]
    opening: Sequence[int]
    closing: tuple[int, int] | None
    signature: set[int]
    spoken: Sequence[int]


def build_paragraphs(rows: Sequence[Row], parts: Parts) -> tuple[Paragraph, ...]:
    """The paragraphs in order, numbered p1, p2 …"""
    out: list[Paragraph] = []
    head = parts.head
    order = sorted(
        set(parts.spoken)
        | parts.signature
        | head.own()
        | ({head.salutation} if head.salutation is not None else set())
    )
    for i in order:
        role = _role(i, parts)
        level, label, end = parts.headings.get(i, (None, None, None))
        text = rows[i].clean
        if end is not None:
            end = len(rows[i].text[:end].replace("\ue000", ""))
        body = text[end:] if end is not None else text
        sentences = (
            tuple(Sentence(s) for s in split_sentences(body))
            if role in ("opening", "body", "closing", "heading")
            else ()
        )
        out.append(
            Paragraph(
                f"p{len(out) + 1}",
                role,
                text,
                level,
                label,
                end,
                sentences,
                (rows[i].line, rows[i].line),
            )
        )
    return tuple(out)


def _role(i: int, parts: Parts) -> Role:
    head = parts.head
    if i in head.title:
        return "title"
    if i == head.date:
        return "date"
    if i in head.bylines:
        return "speaker"
    if i == head.salutation and not head.run_in:
        return "salutation"
    if i in parts.signature:
        return "signature"
    if i in parts.headings:
        return "heading"
    if parts.closing and parts.closing[0] <= i <= parts.closing[1]:
        return "closing"
    return "opening" if i in parts.opening else "body"
