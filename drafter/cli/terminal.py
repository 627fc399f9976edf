"""Questions to whoever sits at the terminal, all in Chinese; Ctrl-C ends the whole command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import typer

__all__ = ["Terminal"]

#: Of its own the library would tell how to choose in English.
_HOW = "（↑↓ 选，回车定）"


class Terminal:
    """Whoever answers: one line, several, one of some options, or yes and no.

    Every method raises :class:`typer.Abort` on Ctrl-C.
    """

    def choose(self, question: str, options: Mapping[str, str], default: str | None = None) -> str:
        """One of the options' keys; shown are their values, and first the default's."""
        import questionary

        choices = [questionary.Choice(title=v, value=k) for k, v in options.items()]
        return str(
            _answer(
                questionary.select(question, choices=choices, default=default, instruction=_HOW)
            )
        )

    def text(
        self,
        question: str,
        *,
        required: bool = False,
        default: str = "",
        fault: Callable[[str], str] | None = None,
    ) -> str:
        """One line. ``fault`` says what is wrong with it (nothing: ""), to be put right at once."""
        import questionary

        def fit(value: str) -> bool | str:
            if not value.strip():
                return not required or "这一项必填"
            return (fault(value) if fault else "") or True

        asked = questionary.text(question + "：", default=default, validate=fit)
        return str(_answer(asked)).strip()

    def texts(self, question: str) -> list[str]:
        """Lines, ended by an empty one."""
        lines: list[str] = []
        while line := self.text(f"{question}，第{len(lines) + 1}条，回车结束"):
            lines.append(line)
        return lines

    def confirm(self, question: str) -> bool:
        """Yes or no; no where only Enter is pressed."""
        return self.choose(question, {"no": "否", "yes": "是"}) == "yes"


def _answer(question: Any) -> Any:
    answer = question.ask(kbi_msg="")
    if answer is None:
        raise typer.Abort
    return answer
