"""A draft without Word: clean plain text and Markdown, no trace of where it came from."""

from __future__ import annotations

import re

from drafter.speech import Paragraph, Speech

__all__ = ["markdown", "plain_text"]

#: What Markdown would take for its own: marks anywhere, and list or heading signs at the start.
_SPECIAL = re.compile(r"([\\`*_\[\]<>])|^(#+|[-+]|\d+\.)(?=\s)")


def plain_text(speech: Speech) -> str:
    """One paragraph a line, indented as on paper; head and foot lines are set flush."""
    lines: list[str] = []
    for p in speech.paragraphs:
        indent = "　　" if p.role in ("opening", "heading", "body", "closing") else ""
        lines.append(indent + p.text)
        if p.role == "title" or _head_ends(p, speech):
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _head_ends(p: Paragraph, speech: Speech) -> bool:
    head = [q for q in speech.paragraphs if q.role in ("date", "speaker")]
    return bool(head) and p is head[-1]


def markdown(speech: Speech) -> str:
    """Markdown: the title as #, headings that stand alone as ## and below, run-in ones bold."""
    blocks: list[str] = []
    for p in speech.paragraphs:
        text = _escape(p.text)
        if p.role == "title":
            text = f"# {text}"
        elif p.role == "heading":
            depth = "#" * min((p.level or 1) + 1, 6)
            text = f"**{_escape(p.heading)}**{_escape(p.body)}" if p.body else f"{depth} {text}"
        blocks.append(text)
    return "\n\n".join(blocks) + "\n"


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda m: "\\" + m.group(), text)
