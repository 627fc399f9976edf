"""Names by the word they end with: what stands before 社区, 超市 or 大米 is to be accounted for.

The other finders know what makes a name; this one asks the other way round. Words that end names
(heads) stand in speeches after what only says their sort (行政村, 农民合作社), after a word of
grammar (各村, 抓好食品), or after a name. What is neither of the first two is the third. So a head
makes a name of what is no word (恒泰建筑, 临溪黄桃), of what the dictionary has as a name (白云湖),
and of everyday words that things are called by (阳光花园). Before heads that hardly stand without
a name (closed ones: 村, 大厦, 驾校) any other noun does, too, unless it is a known sort: of those
one is less sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from msgspec import Struct

from drafter.resources import data_lines, read_data
from drafter.review.names.localities import may_begin_place, no_stems
from drafter.review.stock import is_common_word
from drafter.text.dictionary import is_called_name, is_noun, is_word
from drafter.text.gazetteer import Span
from drafter.text.people import is_han
from drafter.text.scanning import Words, either

__all__ = ["KINDS", "find_headed"]

#: What the heads name, as findings are called.
KINDS = ("place", "organisation", "campaign", "document", "honour", "name")

#: What ends a name whatever word it makes with a head of one character; and grounds on which,
#: under which or in which something lies.
_AFTER_HEAD, _GROUNDS = frozenset("的在要和是有把被将期"), frozenset("山岭河湖江塘池村沟湾坝桥苑")


class _Rules(Struct, frozen=True):
    heads: Words
    kinds: dict[str, str]
    closed: frozenset[str]
    #: Everyday words that things are called by: before any head, and before closed ones.
    calling: frozenset[str]
    calling_closed: frozenset[str]
    #: What says only the sort of a thing, and what no name reaches over.
    sorts: frozenset[str]
    stops: frozenset[str]
    #: Words with a head that are no names: 化粪池.
    compounds: frozenset[str]
    #: Characters that end, or begin, what is no word: of grammar, not of names.
    ends: frozenset[str]
    begins: frozenset[str]
    lands: frozenset[str]
    #: What stands after a verb and tells what came of it: 守好, 担起.
    outcomes: frozenset[str]
    verbs: frozenset[str]
    omens: frozenset[str]
    #: What a quarter is called by after an everyday word: 幸福|里.
    called_lands: frozenset[str]
    #: Words that the dictionary calls names and everybody uses.
    everyday: frozenset[str]
    #: Where a body lies, and whatever is said of it up to a closed head.
    lying: Words
    lies: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data, bodies = read_data("heads.yaml"), read_data("organisations.yaml")
    no_heads = data["not_heads"]
    closed, kinds = data["closed"], (*data["closed"].items(), *data["open"].items())
    bodies_lie = either(h for heads in closed.values() for h in heads if len(h) > 1)
    sorts = (data["sorts"], bodies["generic_words"], read_data("places.yaml")["sorts_of_place"])
    return _Rules(
        heads=Words(dict.fromkeys((*chain.from_iterable(h for _, h in kinds), *no_heads))),
        kinds={head: kind for kind, heads in kinds for head in heads},
        closed=frozenset(chain.from_iterable(closed.values())),
        calling=frozenset(data["calling"]),
        calling_closed=frozenset(data["calling_closed"]),
        sorts=no_stems().union(bodies["body_stops"], *sorts),
        stops=frozenset(stop for stop in bodies["body_stops"] if len(stop) == 1),
        compounds=frozenset(w for line in data_lines("compounds.txt") for w in line.split(" ")),
        ends=frozenset(data["ends"]),
        begins=frozenset(data["begins"]),
        lands=frozenset(data["lands"]),
        outcomes=frozenset(data["outcomes"]),
        verbs=frozenset(read_data("wording.yaml")["verbs"]),
        omens=frozenset(bodies["good_omens"]),
        called_lands=frozenset(data["called_lands"]),
        everyday=frozenset(data["everyday_names"]),
        lying=Words(data["lying"]),
        lies=re.compile(f"[\u4e00-\u9fff]{{0,5}}?(?:{bodies_lie})"),
    )


def find_headed(text: str) -> Iterator[tuple[str, bool, Span]]:
    """Every such name, with the kind of thing its head is and whether it is surely one."""
    rules = _rules()
    for middle, end in rules.heads.spans(text):
        head = text[middle:end]
        if head not in rules.kinds or (len(head) == 1 and _goes_on(text, middle)):
            continue
        sure = _is_name(text, middle, head)
        if sure is not None and not is_common_word(text[middle - 2 : end]):
            # 狮子|山社区 begins with a word of two.
            cut = not is_word(text[middle - 2 : middle])
            start = middle - 2 - (cut and is_word(text[max(0, middle - 3) : middle - 1]))
            yield rules.kinds[head], sure, Span(text[start:end], start, end)
    for start, end in rules.lying.spans(text):
        match = rules.lies.match(text, end)
        if match is not None and not is_common_word(text[start : match.end()]):
            yield "place", True, Span(text[start : match.end()], start, match.end())


def _goes_on(text: str, at: int) -> bool:
    """Whether a head of one character begins another word: 路|线, not 山|上."""
    after = text[at : at + 2]
    ended = after[1:] in _AFTER_HEAD or (after[1:] in "上下里" and after[:1] in _GROUNDS)
    return _is_everyday(after) and not ended


def _is_everyday(word: str) -> bool:
    """Whether it is a word, and neither a name nor a noun hardly ever seen: not 佛寺."""
    if not is_word(word):
        return False
    named = is_called_name(word) and word not in _rules().everyday
    return not named or is_common_word(word)


def _is_name(text: str, middle: int, head: str) -> bool | None:
    """Whether what stands before a head is surely a name, perhaps one, or (None) no name."""
    rules, pair = _rules(), text[max(0, middle - 2) : middle]
    if len(pair) < 2 or not all(map(is_han, pair)):
        return None
    closed, sort = head in rules.closed, pair in rules.sorts
    # 人民路, 人民南路, but 人民广场 and 文化广场 every town has.
    common = sort and len(head) > 1 and head[-1] not in "路街道"
    called = closed and pair in rules.calling_closed and not common
    if called or pair in rules.calling:
        return True
    # 电商产业园: a town has one of each, and where a name may begin that one is spoken of.
    zone = rules.kinds[head] == "organisation" and head[-1] in "园区"
    if sort and zone and pair not in rules.verbs:
        return False if may_begin_place(text, middle - 2, short=True) else None
    # 泰和 is a word, though 和 by itself ends none.
    if sort or pair + head in rules.compounds or (pair[1] in rules.stops and not is_word(pair)):
        return None
    # 宽|城镇 speaks of towns, 长寿|山 of no 寿山, and 石佛|寺 though 佛寺 is a word.
    word = text[middle - 1 : middle + 1] if len(head) == 1 else ""
    joined = _is_everyday(word)
    if joined and is_common_word(word):
        return None
    # 今天|全集团: the pair is cut out of two words.
    if is_word(pair) and _is_everyday(text[max(0, middle - 3) : middle - 1]):
        return None
    # 宏远 is in the dictionary for the firms that are called so.
    named = is_called_name(pair) or rules.omens.issuperset(pair)
    if named and not is_common_word(pair):
        return True
    if joined:
        return None
    if not is_word(pair):
        return _is_unknown(text, middle, head) or None
    thing = (closed or rules.kinds[head] == "name") and (is_noun(pair) or is_called_name(pair))
    # Of undertakings and rules new words are said every day: 漂流项目.
    thing = thing or (rules.kinds[head] not in ("campaign", "document") and _is_unsaid(pair))
    return False if thing else None


def _is_unsaid(pair: str) -> bool:
    """Whether a word is none of grammar (五次, 我国), and no pattern ever says it."""
    apart = pair[0] not in _rules().begins and pair[1] not in _rules().ends
    return apart and not is_common_word(pair)


def _is_unknown(text: str, middle: int, head: str) -> bool:
    """Whether two characters that are no word are a name, or the end of one."""
    rules, first, last = _rules(), text[middle - 2], text[middle - 1]
    word = text[max(0, middle - 3) : middle - 1]
    # 守好|通组, 担起|通组: what came of doing something ends the verb before it.
    if first in rules.outcomes and is_han(word[0]) and not may_begin_place(text, middle - 2):
        return False
    if is_word(word):
        # 幸福|里小区 and 万家|福超市, as things are called; 狮子|山 is a hill, 普惠|性 a sort.
        called = word in rules.calling or word in rules.calling_closed
        ending = (called and last in rules.called_lands) or (len(head) > 1 and last in rules.omens)
        if ending and head in rules.closed:
            return True
        return last in rules.lands
    if last in rules.ends:
        return False
    return first not in rules.begins
