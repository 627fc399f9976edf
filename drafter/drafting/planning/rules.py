"""Rules: sentences of the user's that demand something of those present, and points of such.

不得向农户摊派费用 and 停水要提前通知 are clear by themselves. What is to be said is why such a rule
is hard to keep and when it is kept; what is written for the things that it happens to name (费用,
停水) is about something else, and so is what any work of the field needs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.brief.model import Task
from drafter.drafting.setting.matters import demanded_in, is_told
from drafter.drafting.setting.user_words import as_clause
from drafter.resources import read_data

__all__ = ["KEEPING", "is_of_rules", "is_rule"]

#: What is said of rules together: how they are passed on and kept.
KEEPING = "keeping"
#: So many at least are spoken of together.
_SEVERAL = 2


def is_rule(item: Task | str, focus: str) -> bool:
    """Whether something is a plain sentence that demands, in a point on what is to be done."""
    asks = read_data("focuses.yaml")[focus]["support"][0] == "measure"
    return asks and isinstance(item, str) and bool(demanded_in(item))


def is_of_rules(items: Sequence[Task | str], focus: str) -> bool:
    """Whether a point sets several rules and no task.

    Beside one sentence that is a demand by its shape others are, too (中午送饭到现场), but for what
    tells, and for what sets work in general (压实属地责任).
    """
    texts = [item for item in items if isinstance(item, str)]
    if len(texts) < max(len(items), _SEVERAL):
        return False
    rules = [is_rule(text, focus) for text in texts]
    beside = sum([rule or _is_particular(text) for rule, text in zip(rules, texts, strict=True)])
    return any(rules) and beside >= _SEVERAL and 2 * beside > len(texts)


def _is_particular(text: str) -> bool:
    """Whether a sentence neither tells nor sets work that any office has."""
    wording = read_data("wording.yaml")
    clause = as_clause(text)
    usual = re.match(wording["how"], clause) or clause.startswith(tuple(wording["verbs"]))
    return not usual and not is_told(text)
