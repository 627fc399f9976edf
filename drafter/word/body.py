"""The paragraphs of a draft as WordprocessingML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import count, pairwise

from msgspec import Struct, field

from drafter.drafting.draft import Draft
from drafter.speech import Paragraph, Role
from drafter.word.comments import Comments
from drafter.word.layout import Layout, Look
from drafter.word.minutes import margin_note, section_minutes
from drafter.word.names import CHARACTER_HEADING, CONTINUED, style_of
from drafter.word.ooxml import paragraph_format
from drafter.word.pinyin import Pinyin
from drafter.word.provenance import bookmark_names
from drafter.word.runs import Anchor, RunWriter, controls_in, paragraph_runs
from drafter.word.stretches import lines_of, stretches
from drafter.word.title import break_title

__all__ = ["Body"]

#: Above and below these stands an empty line: title | date, speaker | text.
_HEAD: frozenset[Role] = frozenset({"title"})
_LINES: frozenset[Role] = frozenset({"date", "speaker"})
_TEXT: frozenset[Role] = frozenset({"opening", "body", "closing"})
#: A heading that runs on keeps its paragraph in the navigation pane down to this level; deeper
#: ones (一是…, 第一，…) are enumeration inside the text.
_NAVIGATED = 2


_KEEP = ("<w:keepNext/>",)


def _face_end(text: str, end: int) -> int:
    """A heading's stop stands in the heading's face, though it is not part of the heading."""
    return end + 1 if text[end : end + 1] in tuple("。！？：；") else end


class Body(Struct, dict=True):
    """Writes a printed draft's paragraphs; ``marks`` adds bookmarks, ``comments`` sources."""

    draft: Draft
    layout: Layout
    marks: bool = True
    comments: Comments | None = None
    first_bookmark: int = 1
    _controls: count[int] = field(default_factory=lambda: count(1001))

    @cached_property
    def _pending(self) -> dict[str, list[tuple[str, str]]]:
        out: dict[str, list[tuple[str, str]]] = {}
        for pending in self.draft.pending:
            out.setdefault(pending.paragraph, []).append((pending.field, pending.text))
        return out

    def xml(self) -> str:
        """All paragraphs, with the empty lines that set off the head of the speech."""
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        paragraphs = self.draft.speech.paragraphs
        names = bookmark_names(paragraphs)
        minutes = section_minutes(self.draft) if self.layout.minutes else {}
        previous: Role | None = None
        for number, paragraph in enumerate(paragraphs):
            if self._blank_between(previous, paragraph.role):
                yield self.blank(keep=paragraph.role == "signature")
            if paragraph.id in minutes:
                yield margin_note(self.layout, minutes.pop(paragraph.id))
            mark = names[number] if self.marks else None
            yield self.paragraph(paragraph, mark, self.first_bookmark + number)
            previous = paragraph.role

    @staticmethod
    def _blank_between(before: Role | None, role: Role) -> bool:
        if before is None or before == role:
            return False
        lines = before in _LINES or role in _LINES
        return (before in _HEAD or role == "signature" or lines) and not (
            before in _LINES and role in _LINES
        )

    def blank(self, *, keep: bool = False) -> str:
        """An empty line; ``keep`` holds it to what follows."""
        return f"<w:p>{self._text_format(_KEEP if keep else ())}</w:p>"

    def _text_format(self, keep: Sequence[str] = ()) -> str:
        look = self.layout.roles.body
        return paragraph_format(self.layout, look, style=style_of("body").id, keep=keep)

    @cached_property
    def _above_signature(self) -> Paragraph | None:
        """The last paragraph of the text, which a signature may not leave for a page of its own."""
        pairs = pairwise(self.draft.speech.paragraphs)
        return next((p for p, q in pairs if q.role == "signature" != p.role), None)

    @cached_property
    def _last(self) -> Paragraph | None:
        """The last paragraph of the text, of which no single line goes over to a last page."""
        return next((p for p in reversed(self.draft.speech.paragraphs) if p.role in _TEXT), None)

    def paragraph(self, paragraph: Paragraph, mark: str | None, number: int) -> str:
        """One paragraph; a run-in heading with a style separator is two elements."""
        content = "".join(self._content(paragraph))
        start = end = ""
        if mark is not None:
            start = f'<w:bookmarkStart w:id="{number}" w:name="{mark}"/>'
            end = f'<w:bookmarkEnd w:id="{number}"/>'
        return f"<w:p>{self._paragraph_format(paragraph)}{start}{content}{end}</w:p>"

    def _runs_on(self, paragraph: Paragraph) -> bool:
        return paragraph.role == "heading" and bool(paragraph.body)

    def _in_text(self, paragraph: Paragraph) -> bool:
        return self._runs_on(paragraph) and (paragraph.level or 1) > _NAVIGATED

    def _paragraph_format(self, paragraph: Paragraph) -> str:
        layout, role, level = self.layout, paragraph.role, paragraph.level
        keep: list[str] = []
        tail = ""
        look = layout.look(role, level)
        style = style_of(role, level).id
        if role == "heading":
            if self._in_text(paragraph):
                style = style_of("body").id
            else:
                keep.append(f'<w:keepNext w:val="{int(not self._runs_on(paragraph))}"/>')
                tail = f'<w:outlineLvl w:val="{min(level or 1, 9) - 1}"/>'
            if self._separator(paragraph):
                tail += "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
        elif paragraph is self._above_signature and not self._cuts(paragraph):
            keep += _KEEP
        first = paragraph.text[: next(iter(self._cuts(paragraph)), None)]
        if self._kept(first, look):
            keep.append("<w:keepLines/>")
        if paragraph is self._last:
            keep.append("<w:widowControl/>")
        return paragraph_format(layout, look, style=style, keep=keep, tail=tail)

    def _kept(self, text: str, look: Look) -> bool:
        """Whether a paragraph or a stretch of one is short enough to be kept on one page."""
        room = self.layout.width_of(look)
        return lines_of(text, room, look.indent) <= self.layout.keep_lines

    def _cuts(self, paragraph: Paragraph) -> tuple[int, ...]:
        """Where a long paragraph goes on in a new stretch."""
        layout = self.layout
        if not layout.keep_lines or not (paragraph.role in _TEXT or self._runs_on(paragraph)):
            return ()
        look = layout.look(paragraph.role, paragraph.level)
        return stretches(paragraph.text, layout.width_of(look), look.indent, layout.keep_lines)

    def _stretches(self, paragraph: Paragraph) -> list[Anchor]:
        cuts = self._cuts(paragraph)
        look, text = self.layout.continued, paragraph.text
        out = []
        for start, end in pairwise((*cuts, len(text))):
            keep = [*_KEEP] if end == len(text) and paragraph is self._above_signature else []
            if self._kept(text[start:end], look):
                keep.append("<w:keepLines/>")
            begin = paragraph_format(self.layout, look, style=CONTINUED.id, keep=keep)
            out.append(Anchor(start, f"</w:p><w:p>{begin}"))
        return out

    def _separator(self, paragraph: Paragraph) -> list[Anchor]:
        """Word's style separator: the heading's paragraph ends, unseen, where the body begins."""
        if self.layout.run_in != "separator" or not self._runs_on(paragraph):
            return []
        if self._in_text(paragraph) or paragraph.heading_end is None:
            return []
        rest = self._text_format()
        end = _face_end(paragraph.text, paragraph.heading_end)
        return [Anchor(end, f"</w:p><w:p>{rest}")]

    def _content(self, paragraph: Paragraph) -> Iterator[str]:
        writer_at, turns = self._writers(paragraph)
        text = paragraph.text
        controls = controls_in(text, self._pending.get(paragraph.id, ()))
        notes = self.comments.anchors(paragraph) if self.comments is not None else []
        breaks: tuple[int, ...] = ()
        if paragraph.role == "title":
            breaks = break_title(text, int(self._title_room()))
        return paragraph_runs(
            text,
            writer_at,
            turns=turns,
            controls={c.start: c for c in controls},
            breaks=breaks,
            anchors=[*notes, *self._separator(paragraph), *self._stretches(paragraph)],
            number=lambda: next(self._controls),
        )

    def _title_room(self) -> float:
        return self.layout.width_of(self.layout.roles.title)

    def _writers(self, p: Paragraph) -> tuple[Callable[[int], RunWriter], tuple[int, ...]]:
        """Who writes which character: a heading that runs on changes face where it ends."""
        writer = self._writer(p.role, p.level, "")
        if not self._runs_on(p) or p.heading_end is None:
            return (lambda _: writer), ()
        end = _face_end(p.text, p.heading_end)
        head = self._writer("heading", p.level, CHARACTER_HEADING[min(p.level or 1, 9) - 1].id)
        rest = self._writer("body", None, "")
        return (lambda at: head if at < end else rest), (end,)

    def _writer(self, role: Role, level: int | None, style: str) -> RunWriter:
        key = (role, level, style)
        if key not in self._cache:
            self._cache[key] = self._new_writer(role, self.layout.look(role, level), style)
        return self._cache[key]

    def _new_writer(self, role: Role, look: Look, style: str) -> RunWriter:  # noqa: ARG002
        """A writer for runs of a role; ``style`` is the character style of a run-in heading."""
        return RunWriter(self.layout, look, style=style, pinyin=self._pinyin)

    @cached_property
    def _pinyin(self) -> Pinyin | None:
        wanted = self.layout.pinyin
        return None if wanted == "none" else Pinyin(names=wanted == "names")

    @cached_property
    def _cache(self) -> dict[tuple[str, int | None, str], RunWriter]:
        return {}
