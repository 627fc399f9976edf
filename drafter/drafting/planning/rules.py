"""Rules: sentences of the user's that demand something of those present, and points made of them.

不得向农户摊派费用 and 停水要提前通知 are clear by themselves. What is to be said is why such a rule is
hard to keep and when it is kept; what is written for the things that it happens to name (费用, 停水)
is about something else, and so is what any work of the field needs.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.brief.model import Task
from drafter.drafting.setting.matters import demanded_in
from drafter.resources import read_data

__all__ = ["KEEPING", "is_of_rules", "is_rule"]

#: What is said of rules together: how they are passed on and kept.
KEEPING = "keeping"
#: So many at least are spoken of together.
_SEVERAL = 2


def is_rule(item: Task | str, focus: str) -> bool:
    """Whether something is a plain sentence that demands, in a point that says what is to be done."""
    asks = read_data("focuses.yaml")[focus]["support"][0] == "measure"
    return asks and isinstance(item, str) and bool(demanded_in(item))


def is_of_rules(items: Sequence[Task | str], focus: str) -> bool:
    """Whether a point sets several rules and no task, and most of what it says is a rule."""
    rules = sum([is_rule(item, focus) for item in items])
    tasks = any(isinstance(item, Task) for item in items)
    return not tasks and rules >= _SEVERAL and 2 * rules > len(items)
