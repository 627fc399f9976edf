"""Looks: a pack's patterns looked over, kept between runs under the pack's digest.

The key holds everything a look depends on besides this program's own rules (``_KIND``): the
pack's bytes, the wording data, the backdrops and the casts.
"""

from __future__ import annotations

from collections import Counter
from weakref import WeakKeyDictionary

import msgspec
from msgspec import Struct

from drafter.bank import Pack
from drafter.caching import digest_of, keep_data, kept_as
from drafter.drafting.setting.terms import terms_of
from drafter.drafting.stock.looking import Look, look_over
from drafter.resources import data_file

__all__ = ["Looks", "looks_of"]

#: Changes whenever a rule of looking over, or the form of what is kept, does.
_KIND = "looks-18"


class Looks(Struct, frozen=True, array_like=True):
    """What is known of a pack's patterns.

    ``by_id`` has the look of each usable pattern, None where no brief can fill it; ``counts`` says
    in how many frames of the body each character pair stands.
    """

    by_id: dict[str, Look | None]
    counts: dict[str, int]


_LOOKS: WeakKeyDictionary[Pack, Looks] = WeakKeyDictionary()


def looks_of(pack: Pack) -> Looks:
    """The looks of a pack; kept as long as the pack: a bank that is read anew has its own."""
    looks = _LOOKS.get(pack)
    if looks is None:
        looks = _LOOKS[pack] = _looks_of(pack)
    return looks


def _looks_of(pack: Pack) -> Looks:
    wording = data_file("wording.yaml").read_bytes()
    backdrops = data_file("backdrops.yaml").read_bytes()
    casts = data_file("casts.yaml").read_bytes()
    digest = digest_of(pack.digest.encode() + wording + backdrops + casts)
    known = kept_as(_KIND, digest, msgspec.json.Decoder(Looks).decode)
    if known is not None:
        return known
    usable = [p for p in pack.patterns if p.status != "rejected"]
    counts: Counter[str] = Counter()
    for pattern in usable:
        if pattern.part == "points":
            counts.update(terms_of(pattern.frame))
    looks = Looks({p.id: look_over(p) for p in usable}, dict(counts))
    keep_data(_KIND, digest, msgspec.json.encode(looks))
    return looks
