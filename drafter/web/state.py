"""The form's state as a request carries it: the brief's fields, the seed, what was fixed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from starlette.datastructures import FormData

from drafter.brief.explain import validate
from drafter.brief.marks import Marks
from drafter.brief.model import Brief
from drafter.brief.normal import normal
from drafter.brief.vocabulary import genre_id, in_known_words
from drafter.errors import BriefError
from drafter.web.choices import Choices
from drafter.web.fields import nest

__all__ = ["OWN", "FormState", "blank_values", "is_number", "pruned"]

#: Fields that belong to the page, not to the brief, begin with this.
OWN = "_."


@dataclass(frozen=True)
class FormState:
    """``values`` are the fields as the form shows them, blanks included.

    ``draft`` is its number in the history, ``version`` the newest version this page knows of.
    """

    values: dict[str, Any]
    seed: int = 0
    draft: int | None = None
    version: int | None = None
    choices: Choices = field(default_factory=Choices)

    @classmethod
    def of(cls, form: FormData) -> FormState:
        """From a posted form. Raises :class:`RefusedError` where it is no form of ours."""
        pairs = [(k, v) for k, v in form.multi_items() if isinstance(v, str)]
        values = nest(((k, v) for k, v in pairs if not k.startswith(OWN)), blanks=True)
        own = {k[len(OWN) :]: v for k, v in pairs if k.startswith(OWN)}
        return cls(
            values,
            seed=_number(own.get("seed")) or 0,
            draft=_number(own.get("draft")),
            version=_number(own.get("version")),
            choices=Choices.load(own.get("choices", "")),
        )

    def brief(self) -> tuple[Brief | None, list[BriefError]]:
        """The brief, or what is still wrong or missing in it."""
        brief, wrong = validate(normal(pruned(self.values)), Marks())
        if brief is not None:
            brief, wrong = in_known_words(brief, Marks())
        return (None if wrong else brief), wrong

    def with_values(self, values: dict[str, Any]) -> FormState:
        """The same state with other field values."""
        return replace(self, values=values)

    @property
    def genre(self) -> str:
        """The genre's id; mobilisation where none is chosen yet."""
        return genre_id(str(self.values.get("文种") or "")) or "mobilisation"

    def saved(self) -> dict[str, Any]:
        """The whole state as plain values, for the history."""
        return {"values": self.values, "seed": self.seed, "choices": self.choices.dump()}

    @classmethod
    def restored(cls, saved: dict[str, Any], draft: int, version: int) -> FormState:
        """From a version of the history."""
        choices = Choices.load(str(saved.get("choices", "")))
        return cls(dict(saved["values"]), int(saved.get("seed", 0)), draft, version, choices)


def blank_values(genre: str = "动员讲话") -> dict[str, Any]:
    """An empty form: one blank line in each list a clerk usually fills."""
    return {
        "文种": genre,
        "依据": [""],
        "议程": [{"主体": "", "事项": ""}],
        "成绩": [""],
        "问题": [""],
        "要点": [],
        "语气": "庄重",
        "版式": "标准",
    }


def pruned(value: Any) -> Any:
    """Without blanks and what held only blanks."""
    if isinstance(value, dict):
        inner = {k: pruned(v) for k, v in value.items()}
        return {k: v for k, v in inner.items() if v not in ("", [], {})}
    if isinstance(value, list):
        return [v for v in map(pruned, value) if v not in ("", [], {})]
    return value.strip() if isinstance(value, str) else value


def is_number(text: str | None) -> bool:
    """Whether a request's text is a number of ours: digits, and not a mile of them."""
    return bool(text) and text is not None and text.isascii() and text.isdigit() and len(text) < 12


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and is_number(text) else None
