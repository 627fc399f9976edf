"""Rendering: the genre's Jinja2 template lays the composed speech into lines, one a paragraph.

The template runs in an immutable sandbox and sees plain strings and lists only. Sentences pass
through it in runs, wrapped in control characters, which cleaning has taken out of all user text; so
every line that comes out can be turned back into a Paragraph whose sentences know where they are
from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast, get_args

from msgspec.structs import replace

from drafter.bank import Bank
from drafter.brief.model import Brief
from drafter.drafting.composing import Composition, compose
from drafter.drafting.draft import Pending
from drafter.drafting.planning.plan import Block
from drafter.drafting.setting.genres import genre_for
from drafter.drafting.setting.situation import Situation
from drafter.errors import Place, TemplateError
from drafter.resources import shipped
from drafter.speech import Origin, Paragraph, Role, Sentence, Speech
from drafter.text.numerals import enumerator
from drafter.text.sentences import split_sentences

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

__all__ = ["compose_page", "paragraph_of", "render"]

#: Around the number of a run of sentences, its text, and a line's role.
_OPEN, _MID, _CLOSE = "\x1c", "\x1d", "\x1b"
_LINE, _LINE_END = "\x1e", "\x1f"
_ROLES = frozenset(get_args(Role))


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from drafter.drafting.compiled import Compiled

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(shipped("templates")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # the lines are text, never HTML
        bytecode_cache=Compiled(),
        auto_reload=False,
    )
    environment.filters["line"] = _line
    return environment


def _line(text: str, role: str) -> str:
    """A paragraph for the template to write, with its role before it."""
    return f"{_LINE}{role}{_LINE_END}{text}"


class _Marks:
    """The sentences handed to the template, in runs by the number they are marked with."""

    def __init__(self) -> None:
        self.runs: list[Sequence[Sentence]] = []
        self.blocks: list[Block] = []

    def mark(self, run: Sequence[Sentence]) -> str:
        self.runs.append(run)
        return f"{_OPEN}{len(self.runs) - 1}{_MID}{''.join([s.text for s in run])}{_CLOSE}"


def render(composition: Composition) -> tuple[tuple[Paragraph, ...], tuple[Pending, ...]]:
    """The paragraphs of a composed speech, and where it waits for the user.

    Raises :class:`TemplateError` where the genre's template fails.
    """
    marks = _Marks()
    speech = _context(composition, marks)
    paragraphs = _laid_out(composition.situation.genre.base, speech, marks)
    return paragraphs, _pending(paragraphs, composition)


def _laid_out(genre: str, speech: Mapping[str, Any], marks: _Marks) -> tuple[Paragraph, ...]:
    """The paragraphs that the genre's template makes of what it is given of a speech."""
    from jinja2 import TemplateError as JinjaError

    try:
        text = _environment().get_template(f"{genre}/speech.j2").render(speech=speech)
    except JinjaError as e:
        place = Place(file=str(shipped("templates") / genre / "speech.j2"))
        raise TemplateError(f"版面模板出错：{e.message or e}", place=place) from None
    lines = filter(str.strip, text.split("\n"))
    made = (_paragraph(f"p{n}", line, marks, genre) for n, line in enumerate(lines, 1))
    return tuple(made)


def compose_page(
    brief: Brief, bank: Bank, seed: int
) -> tuple[Composition, tuple[Paragraph, ...], tuple[Pending, ...]]:
    """A speech composed and rendered so that it has the asked length, template's words included."""
    genre = genre_for(brief)
    agenda, points = bool(genre.agenda and brief.agenda), bool(brief.points)
    extra = _own_words(genre.base, genre.id, agenda=agenda, points=points)
    composition = compose(brief, bank, seed, extra)
    paragraphs, pending = render(composition)
    own = Speech(paragraphs).characters - composition.length
    if own != extra:  # the template says a name, or says more where more is said
        composition = compose(brief, bank, seed, own)
        paragraphs, pending = render(composition)
    return composition, paragraphs, pending


@lru_cache(64)
def _own_words(genre: str, variant: str, *, agenda: bool, points: bool) -> int:
    """Spoken characters that the genre's template says around a speech without words."""
    lines = {"role": "body", "text": ""}
    speech = dict.fromkeys(("title", "salutation", "unit", "topic", "meeting"), "") | {
        "variant": variant,
        "head": [],
        "signature": [],
        "opening": [""],
        "agenda": [""] * agenda,
        "points": [[lines]] * points,
        "closing": [""],
    }
    return Speech(_laid_out(genre, speech, _Marks())).characters


def _context(composition: Composition, marks: _Marks) -> dict[str, Any]:
    situation = composition.situation
    head = _lines(situation, marks, f"（{situation.date}）")
    foot = _lines(situation, marks, situation.date)
    sections = composition.plan.sections
    said = {
        name: [
            marks.mark(sentences)
            for section in sections
            if section.name == name
            for b in section.blocks
            if (sentences := b.sentences)
        ]
        for name in ("opening", "agenda", "closing")
    }
    return {
        "variant": situation.genre.id,
        "title": head["title"],
        "salutation": head["salutation"],
        "head": [{"role": r, "text": head[r]} for r in situation.genre.head if head.get(r)],
        "signature": [
            {"role": r, "text": foot[r]} for r in situation.genre.signature if foot.get(r)
        ],
        "unit": situation.words["unit"],
        "topic": situation.words["topic"],
        "meeting": situation.words.get("meeting", ""),
        "points": [
            [line for b in s.blocks if (line := _point_line(b, marks))]
            for s in composition.plan.points
        ],
        **said,
    }


def _lines(situation: Situation, marks: _Marks, date: str) -> dict[str, str]:
    """The lines of head and foot, each marked with the fields it carries."""
    brief, genre = situation.brief, f"templates/{situation.genre.base}"
    given = {"title": brief.title, "salutation": brief.salutation}
    texts = {
        "title": (situation.title, "标题" if brief.title else "会议"),
        "salutation": (situation.salutation and situation.salutation + "：", "称谓"),
        "date": (situation.date and date, "时间"),
        "speaker": (situation.speaker, "讲话人"),
        "unit": (situation.words["unit"], "单位.名称"),
    }
    out = {}
    for name, (text, field) in texts.items():
        own: Origin = "authored" if name in given and not given[name] else "brief"
        pattern = genre if own == "authored" else None
        out[name] = marks.mark([Sentence(text, name, pattern, own, (field,))]) if text else ""
    return out


def _point_line(block: Block, marks: _Marks) -> dict[str, Any] | None:
    """A paragraph of a point as the template sees it; None where it has nothing to say."""
    sentences = block.sentences
    if not (sentences or block.heading):
        return None
    if block.role == "heading":
        marks.blocks.append(block)
        role = f"heading:{len(marks.blocks) - 1}"
        return {"role": role, "text": marks.mark([_heading_sentence(block), *sentences])}
    return {"role": block.role, "text": marks.mark(sentences)}


def _paragraph(name: str, line: str, marks: _Marks, genre: str) -> Paragraph:
    """A line back into a paragraph; words outside the marks are the template's own."""
    tag, rest = "body", line
    if line.startswith(_LINE) and _LINE_END in line:
        tag, rest = line[1:].split(_LINE_END, 1)
    role, _, block_number = tag.partition(":")
    if role not in _ROLES:
        raise TemplateError(f"模板里的部位“{role}”不认识", place=Place(file=f"{genre}/speech.j2"))
    sentences: list[Sentence] = []
    for piece in rest.split(_OPEN):
        if _MID in piece:
            which, marked = piece.split(_MID, 1)
            _, after = marked.split(_CLOSE, 1)
            sentences += marks.runs[int(which)]
        else:
            after = piece
        if after.strip():
            sentences.extend(
                Sentence(t, None, f"templates/{genre}", "authored") for t in _own(after, role)
            )
    paragraph = Paragraph(
        name,
        cast(Role, role),
        "".join([s.text for s in sentences]),
        sentences=tuple(sentences),
    )
    return _headed(paragraph, marks.blocks[int(block_number)]) if block_number else paragraph


def _headed(paragraph: Paragraph, block: Block) -> Paragraph:
    """The paragraph as the heading its block is, with level, ordinal and the heading's end."""
    mark = _mark(block)
    return replace(
        paragraph,
        role="heading",
        level=block.level or 1,
        label=mark.strip("、（）."),
        heading_end=len(mark) + len(block.heading),
    )


def _mark(block: Block) -> str:
    return enumerator(block.level or 1, block.number or 1)


def paragraph_of(paragraph: Paragraph, block: Block) -> Paragraph:
    """The same paragraph with what another wording of its block says."""
    sentences = tuple(block.sentences)
    if block.role == "heading":
        sentences = (_heading_sentence(block), *sentences)
    text = "".join(s.text for s in sentences)
    made = replace(paragraph, text=text, sentences=sentences)
    return _headed(made, block) if block.role == "heading" else made


def _heading_sentence(block: Block) -> Sentence:
    """The heading with its enumerator, as a sentence with its provenance."""
    said = block.heading_said or Sentence(block.heading, "heading", None, "brief", ())
    return replace(said, text=_mark(block) + said.text)


def _own(text: str, role: str) -> list[str]:
    """Sentences of the template's own text; a title or date line is one."""
    spoken = role in ("opening", "body", "closing")
    return split_sentences(text.strip()) if spoken else [text.strip()]


def _pending(paragraphs: Sequence[Paragraph], composition: Composition) -> tuple[Pending, ...]:
    out = []
    for field, text in composition.plan.pending.items():
        for p in paragraphs:
            if text in p.text:
                out.append(Pending(field, p.id, text))
                break
    return tuple(out)
