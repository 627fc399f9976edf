"""What a person fixed in a draft: other wordings chosen, paragraphs locked.

Both travel in the form. A chosen wording is kept under the sentence (or the paragraph) it
replaces, so it holds as long as the draft says just that; a locked paragraph is kept whole under
its place (section and number within it), so it stays whatever the brief becomes.
"""

from __future__ import annotations

import json
from typing import Any, get_args

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.drafting import Draft
from drafter.drafting.draft import plain_sentence
from drafter.errors import RefusedError
from drafter.speech import Origin, Paragraph, Role, Sentence, Speech

__all__ = ["Choices", "anchors"]

_MAX_CHARACTERS = 200_000


def anchors(speech: Speech) -> dict[str, str]:
    """Paragraph id → place: the section it stands in and its number there (``2.1``).

    Sections are the head, the opening, each first-level point, the closing and the foot.
    """
    places: dict[str, str] = {}
    counts: dict[str, int] = {}
    point = 0
    for p in speech.paragraphs:
        if p.role == "heading" and p.level == 1:
            point += 1
        section = str(point) if p.role in ("heading", "body") else p.role
        counts[section] = counts.get(section, 0) + 1
        places[p.id] = f"{section}.{counts[section]}"
    return places


class Choices(Struct, frozen=True):
    """What was fixed, by what it stands for.

    ``wordings``: replaced sentence → the sentence chosen; ``passages``: replaced paragraph → the
    paragraph chosen; ``locks``: place → paragraph.
    """

    wordings: dict[str, Sentence] = field(default_factory=dict)
    passages: dict[str, Paragraph] = field(default_factory=dict)
    locks: dict[str, Paragraph] = field(default_factory=dict)

    @classmethod
    def load(cls, text: str) -> Choices:
        """From the form's hidden field. Raises :class:`RefusedError` for what it never holds."""
        if not text.strip():
            return cls()
        if len(text) > _MAX_CHARACTERS:
            raise RefusedError("锁定的内容太多，请先解锁一些")
        try:
            plain = json.loads(text)
            wordings = {str(k): _sentence(v) for k, v in plain["wordings"].items()}
            passages = {str(k): _paragraph(v) for k, v in plain.get("passages", {}).items()}
            locks = {str(k): _paragraph(v) for k, v in plain["locks"].items()}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise RefusedError("页面里记着的选择读不出来，请刷新页面") from None
        return cls(wordings, passages, locks)

    @property
    def count(self) -> int:
        """How many things are fixed."""
        return len(self.wordings) + len(self.passages) + len(self.locks)

    def dump(self) -> str:
        """For the form's hidden field; empty when nothing is fixed."""
        if not self.count:
            return ""
        plain = {
            "wordings": {k: plain_sentence(v) for k, v in self.wordings.items()},
            "passages": {k: _plain_paragraph(v) for k, v in self.passages.items()},
            "locks": {k: _plain_paragraph(v) for k, v in self.locks.items()},
        }
        return json.dumps(plain, ensure_ascii=False)

    def choose(self, said: str, instead: Sentence) -> Choices:
        """With another wording for a sentence; choosing for a chosen one replaces the choice."""
        original = next((k for k, v in self.wordings.items() if v.text == said), said)
        kept = {k: v for k, v in self.wordings.items() if k != original}
        if instead.text != original:
            kept[original] = instead
        return replace(self, wordings=kept)

    def choose_passage(self, own: Paragraph, instead: Paragraph) -> Choices:
        """With another wording for a whole paragraph; wordings of its sentences are let go."""
        said = {s.text for s in own.sentences} | {
            s.text for p in self.passages.values() for s in p.sentences
        }
        wordings = {k: v for k, v in self.wordings.items() if k not in said}
        passages = {k: v for k, v in self.passages.items() if k != own.text}
        if instead.text != own.text:
            passages[own.text] = instead
        return replace(self, wordings=wordings, passages=passages)

    def lock(self, place: str, paragraph: Paragraph) -> Choices:
        """With a paragraph locked as it stands."""
        return replace(self, locks={**self.locks, place: paragraph})

    def unlock(self, place: str) -> Choices:
        """With a paragraph following the brief again."""
        return replace(self, locks={k: v for k, v in self.locks.items() if k != place})

    def apply(self, draft: Draft) -> Draft:
        """The draft with what was fixed; nothing fixed, the draft itself."""
        if not self.count:
            return draft
        places = anchors(draft.speech)
        changed = tuple(self._apply(p, places[p.id]) for p in draft.speech.paragraphs)
        return replace(draft, speech=replace(draft.speech, paragraphs=changed))

    def _apply(self, p: Paragraph, place: str) -> Paragraph:
        locked = self.locks.get(place)
        if locked is not None and locked.role == p.role:
            return replace(locked, id=p.id)
        passage = self.passages.get(p.text)
        if passage is not None and passage.role == p.role:
            p = replace(passage, id=p.id)
        if not any(s.text in self.wordings for s in p.sentences):
            return p
        sentences = tuple(self.wordings.get(s.text, s) for s in p.sentences)
        end = p.heading_end
        if end is not None and p.sentences[0].text in self.wordings:
            end += len(sentences[0].text) - len(p.sentences[0].text)
        return replace(
            p, text="".join(s.text for s in sentences), sentences=sentences, heading_end=end
        )


def _plain_paragraph(p: Paragraph) -> dict[str, Any]:
    return {
        "role": p.role,
        "text": p.text,
        "level": p.level,
        "label": p.label,
        "heading_end": p.heading_end,
        "sentences": [plain_sentence(s) for s in p.sentences],
    }


def _sentence(v: dict[str, Any]) -> Sentence:
    """A sentence out of the form; what a page never writes there is refused with ValueError."""
    origin = v["origin"] if v["origin"] in get_args(Origin) else None
    move, pattern = _word(v["move"]), _word(v["pattern"])
    return Sentence(str(v["text"]), move, pattern, origin, tuple(map(str, v["fields"])))


def _paragraph(v: dict[str, Any]) -> Paragraph:
    text, end, level = str(v["text"]), v["heading_end"], v["level"]
    if v["role"] not in get_args(Role):
        raise ValueError(v["role"])
    if level is not None and level not in range(1, 10):
        raise ValueError(level)
    if end is not None and end not in range(len(text) + 1):
        raise ValueError(end)
    sentences = tuple(_sentence(s) for s in v["sentences"])
    if "".join(s.text for s in sentences) != text:
        raise ValueError(text)
    return Paragraph("", v["role"], text, level, _word(v["label"]), end, sentences)


def _word(value: Any) -> str | None:
    return None if value is None else str(value)
