"""The paragraphs of a Speech: lines joined where a page broke them, sentences and moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from drafter.reading.anatomy import Parts
from drafter.reading.moves import move_of
from drafter.reading.rows import NOISE_MARK, Row
from drafter.speech import Paragraph, Role, Sentence
from drafter.text.folding import fold_quotes, has_odd_quotes
from drafter.text.sentences import split_sentences

__all__ = ["build_paragraphs"]

#: Roles whose text is running sentences.
_SPOKEN: frozenset[Role] = frozenset({"opening", "body", "closing", "heading"})
_ENDS = frozenset("。！？；：…”）》!?")
#: A line shorter than this that ends without a stop is a heading or a verse, not a broken line.
_BROKEN = 40


def build_paragraphs(
    rows: Sequence[Row], parts: Parts, *, sentences: bool = True
) -> tuple[Paragraph, ...]:
    """The paragraphs in order, numbered p1, p2 …; without their sentences where none asks."""
    groups = list(_groups(rows, parts))
    # Asked of all at once: hardly any text has such quotes.
    odd = has_odd_quotes("".join([rows[i].text for _, group in groups for i in group]))
    fold = fold_quotes if odd else str
    return tuple(
        [
            _paragraph(f"p{n}", role, rows, group, parts, fold, sentences=sentences)
            for n, (role, group) in enumerate(groups, 1)
        ]
    )


def _groups(rows: Sequence[Row], parts: Parts) -> Iterator[tuple[Role, list[int]]]:
    """Rows that make one paragraph together, with the role of the first."""
    group: list[int] = []
    role: Role | None = None
    for i in parts.rows:
        here = parts.role(i)
        if group and (here == role == "title" or _goes_on(rows[group[-1]], rows[i], role, here)):
            group.append(i)
            continue
        if role is not None:
            yield role, group
        group, role = [i], here
    if role is not None:
        yield role, group


def _goes_on(before: Row, row: Row, role: Role | None, here: Role) -> bool:
    """Whether a row goes on the paragraph before it, by its layout or because a page broke it."""
    if here == "heading" or role not in _SPOKEN or here not in _SPOKEN:
        return False
    if row.joined:
        return True
    broken = role == here and not row.after_gap and before.clean[-1:] not in _ENDS
    return broken and len(before.text) >= _BROKEN and row.text[-1:] in _ENDS


def _paragraph(
    name: str,
    role: Role,
    rows: Sequence[Row],
    group: Sequence[int],
    parts: Parts,
    fold: Callable[[str], str],
    *,
    sentences: bool,
) -> Paragraph:
    first = rows[group[0]]
    text = fold("".join([rows[i].clean for i in group]))
    heading = parts.headings.get(group[0])
    end = None
    if heading is not None:
        whole = "".join([rows[i].text for i in group])
        end = len(whole[: heading.end].replace(NOISE_MARK, ""))
    body = end if end is not None and role == "heading" else 0
    return Paragraph(
        name,
        role,
        text,
        level=heading.level if heading else None,
        label=heading.label if heading else None,
        heading_end=end,
        lines=(first.line, rows[group[-1]].line),
        sentences=_sentences(text[body:], role) if sentences else (),
    )


def _sentences(said: str, role: Role) -> tuple[Sentence, ...]:
    """The sentences of running text with their moves."""
    if role not in _SPOKEN:
        return ()
    return tuple(Sentence(s, move_of(s, role)) for s in split_sentences(said))
