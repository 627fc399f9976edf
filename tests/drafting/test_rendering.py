"""A speech on its page: what the template says itself counts, and is known beforehand."""

from __future__ import annotations

import pytest

from drafter.bank import load_bank
from drafter.brief import load_brief
from drafter.drafting import draft, rendering
from drafter.resources import shipped
from drafter.speech import Origin


@pytest.mark.parametrize("name", ["host", "mobilisation"])
def test_a_speech_is_composed_once_whatever_the_template_says_itself(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    compose = rendering.compose

    def counted(*given: object, **named: object) -> object:
        made.append(given)
        return compose(*given, **named)

    monkeypatch.setattr(rendering, "compose", counted)
    brief = load_brief(shipped("templates") / name / "example.yaml")
    speech = draft(brief, bank=load_bank()).speech
    assert len(made) == 1
    own: list[tuple[str | None, Origin | None]] = [
        (said.pattern, said.origin) for p, said in speech.sentences() if p.role == "body"
    ]
    assert (("templates/host", "authored") in own) == (name == "host")
