"""How long each part takes to read, in the margin beside its heading."""

from __future__ import annotations

from drafter.drafting.draft import Draft
from drafter.speech import SPOKEN_ROLES, Paragraph, spoken_length
from drafter.word.layout import Layout
from drafter.word.names import MINUTES
from drafter.word.ooxml import run_format

__all__ = ["margin_note", "section_minutes"]

#: Twips: five and a half characters of 10.5 points and a little air, inside the narrowest printable
#: margin (5 mm) and clear of the text.
_WIDTH, _LEFT = 1260, 284


def section_minutes(draft: Draft) -> dict[str, float]:
    """Minutes of each part by the id of the paragraph it begins with: the opening, each point."""
    out: dict[str, float] = {}
    begin: str | None = None
    for paragraph in draft.speech.paragraphs:
        if paragraph.role not in SPOKEN_ROLES:
            continue
        if begin is None or _begins(paragraph):
            begin = paragraph.id
        out[begin] = out.get(begin, 0.0) + spoken_length(paragraph.text) / draft.rate
    return out


def _begins(paragraph: Paragraph) -> bool:
    return paragraph.role == "heading" and paragraph.level == 1


def margin_note(layout: Layout, minutes: float) -> str:
    """A frame in the left margin, level with the paragraph that follows it."""
    look = run_format(layout.faces["kai"].name, 10.5)
    shown = f"约{minutes:.1f}分钟" if minutes < 10 else f"约{minutes:.0f}分钟"
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{MINUTES.id}"/><w:framePr w:w="{_WIDTH}" w:wrap="around" '
        f'w:vAnchor="text" w:hAnchor="page" w:x="{_LEFT}" w:y="60"/></w:pPr>'
        f"<w:r>{look}<w:t>{shown}</w:t></w:r></w:p>"
    )
