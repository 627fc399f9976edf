"""What an object's method gave is kept with the object, and goes with it.

A ``lru_cache`` around a bound method holds the object that holds the cache: a shelf that nobody
has any more would stay, tens of megabytes of it, until the garbage is looked through, and a server
does that seldom.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Concatenate, ParamSpec, TypeVar, cast
from weakref import proxy

__all__ = ["remembered"]

Owner = TypeVar("Owner")
Asked = ParamSpec("Asked")
Given = TypeVar("Given")


def remembered(
    owner: Owner, method: Callable[Concatenate[Owner, Asked], Given], most: int
) -> Callable[Asked, Given]:
    """A method of ``owner`` that keeps what it gave for the ``most`` things asked for last.

    It does not keep its owner: called after that is gone it raises :class:`ReferenceError`.
    """
    kept = lru_cache(most)(partial(method, proxy(owner)))
    return cast("Callable[Asked, Given]", kept)
