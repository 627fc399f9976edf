"""What the form's buttons do to its lists: add, remove, move, paste lines.

An edit names a path in the form's values (``要点.0.内容``) and changes a copy of them; a path that
is not there changes nothing, for the page may be older than the values.
"""

from __future__ import annotations

import copy
from typing import Any

from drafter.brief.listed import bare_items

__all__ = ["ACTIONS", "edit"]

ACTIONS = frozenset({"add", "task", "remove", "up", "down", "paste"})

#: What a new item of each list looks like; lists not named here hold plain lines.
_BLANK: dict[str, Any] = {
    "议程": {"主体": "", "事项": ""},
    "要点": {"标题": "", "着眼": "", "内容": [""]},
    "名单": {"姓名": "", "职务": ""},
}
_BLANK_TASK = {"任务": "", "措施": [""], "责任": "", "时限": "", "目标": ""}


def edit(values: dict[str, Any], action: str, path: str, pasted: str = "") -> dict[str, Any]:
    """The form's values after one edit.

    ``add`` and ``task`` append to the list at ``path``; the others change the item at ``path``
    (``paste`` puts each line of ``pasted`` into an item of its own, beginning with that one).
    """
    values = copy.deepcopy(values)
    steps = path.split(".")
    if action in ("add", "task"):
        items = _list_at(values, steps)
        if items is not None:
            blank = _BLANK_TASK if action == "task" else _BLANK.get(steps[-1], "")
            items.append(copy.deepcopy(blank))
        return values
    items = _list_at(values, steps[:-1])
    if items is None or not steps[-1].isdigit() or int(steps[-1]) >= len(items):
        return values
    _change(items, int(steps[-1]), action, pasted)
    return values


def _list_at(values: dict[str, Any], steps: list[str]) -> list[Any] | None:
    """The list at a path, made where only its last step is missing; None where there is none."""
    here: Any = values
    for i, step in enumerate(steps):
        if isinstance(here, dict):
            if step not in here and i == len(steps) - 1:
                here[step] = []
            here = here.get(step)
        elif isinstance(here, list) and step.isdigit() and int(step) < len(here):
            here = here[int(step)]
        else:
            return None
    return here if isinstance(here, list) else None


def _change(items: list[Any], at: int, action: str, pasted: str) -> None:
    if action == "remove":
        del items[at]
    elif action == "up" and at > 0:
        items[at - 1], items[at] = items[at], items[at - 1]
    elif action == "down" and at + 1 < len(items):
        items[at + 1], items[at] = items[at], items[at + 1]
    elif action == "paste":
        lines = [line.strip() for line in pasted.splitlines() if line.strip()]
        items[at : at + 1] = bare_items(lines) or [""]
