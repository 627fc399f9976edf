"""The same thing said twice: a whole sentence, or a run of twelve characters.

What the brief says (its topic, its names, its facts) may come again and does not count; what it
says of several tasks (这项工作的时限是12月底前) may be said of each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, chain, pairwise

from drafter.brief.model import Task
from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.review.skeleton import bare, fold
from drafter.speech import SPOKEN_ROLES
from drafter.text.sentences import split_sentences

__all__ = ["check_repetition"]

#: A shorter sentence (谢谢大家！) may come again.
_SENTENCE = 8
#: A run of so many characters outside the brief's words is noticed by listeners.
_RUN = 12


def check_repetition(checked: Checked) -> Iterator[Finding]:
    """``repeated-sentence`` (error) and ``repeated-run`` (warning)."""
    said = [one for one in _spoken(checked) if len(one[2]) >= _SENTENCE]
    repeated: list[str] = []
    if len({words for _, _, words in said}) < len(said):
        for place, before, sentence, words in _again(said, _shared(checked)):
            repeated.append(words)
            yield Finding(
                "repeated-sentence",
                "error",
                place,
                sentence.strip(),
                f"这句话前面（第{_number(checked, before)}段）已经说过：“{_short(sentence)}”，"
                "请删去一处或换个说法",
            )
    yield from _runs(checked, repeated)


def _again(
    said: Iterable[tuple[str, str, str]], shared: Mapping[str, int]
) -> Iterator[tuple[str, str, str, str]]:
    """Of what is said (paragraph, sentence, its words) what comes too often, and where it was."""
    first: dict[str, str] = {}
    times = Counter[str]()
    for place, sentence, words in said:
        times[words] += 1
        if words in first and times[words] > _wanted(words, shared):
            yield place, first[words], sentence, words
        first.setdefault(words, place)


def _shared(checked: Checked) -> dict[str, int]:
    """The measures, owners, deadlines and goals of several tasks, with how many have each."""
    tasks = [c for p in checked.brief.points for c in p.content if isinstance(c, Task)]
    said = Counter(
        words
        for task in tasks
        for words in {*task.measures, task.owner, task.deadline, task.goal}
        if words
    )
    return {bare(fold(words)): count for words, count in said.items() if count > 1}


def _wanted(words: str, shared: Mapping[str, int]) -> int:
    """How often a sentence may come: as often as the brief says of a task what it says."""
    return max((count for said, count in shared.items() if said in words), default=1)


def _spoken(checked: Checked) -> Iterator[tuple[str, str, str]]:
    """The sentences said aloud: the paragraph's id, the sentence, its words without marks."""
    whole = checked.skeleton.text
    for index, paragraph in enumerate(checked.paragraphs):
        if paragraph.role in SPOKEN_ROLES:
            sentences = split_sentences(paragraph.text)
            ends = accumulate(map(len, sentences), initial=checked.start_of(index))
            places = pairwise(checked.skeleton.positions(ends))
            for sentence, (begin, end) in zip(sentences, places, strict=True):
                yield paragraph.id, sentence, whole[begin:end]


def _number(checked: Checked, paragraph: str) -> int:
    """Which paragraph has this id, as people count them."""
    return next(n for n, p in enumerate(checked.paragraphs, 1) if p.id == paragraph)


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 40 else text[:37] + "……"


def _runs(checked: Checked, repeated: list[str]) -> Iterator[Finding]:
    whole = checked.skeleton.text
    free = _free(checked)
    if not _may_repeat(whole, free):
        return
    runs = [whole[at : at + _RUN] for places in free for at in places]
    first: dict[str, int] = {}
    end = -1
    for at, run in zip(chain(*free), runs, strict=True):
        before = first.setdefault(run, at)
        if at < end or before + _RUN > at:
            continue
        end = _grown(whole, before, at)
        text = whole[at:end]
        if any(run in sentence for sentence in repeated):
            continue
        yield Finding(
            "repeated-run",
            "warning",
            checked.id_at(checked.skeleton.origin(at)),
            text,
            f"“{text}”前面（第{checked.index_at(checked.skeleton.origin(before)) + 1}段）说过，"
            "请换个说法",
        )


def _may_repeat(whole: str, free: list[range]) -> bool:
    """Whether two of the runs that begin at the free places may be the same.

    Of any two places both can be moved on by none, one or two characters so that neither is a third
    one; so blocks two characters shorter than a run are compared, and none of every third place.
    """
    # Bytes are cut twice as fast as text, and most drafts have nothing to report.
    coded, size = whole.encode("utf-32-le"), 4 * (_RUN - 2)
    blocks = [
        coded[at : at + size]
        for places in free
        for first in (-places.start % 3, (1 - places.start) % 3)
        for at in range(4 * (places.start + first), 4 * (places.stop + 2), 12)
    ]
    return len(set(blocks)) < len(blocks)


def _grown(whole: str, before: int, at: int) -> int:
    """Where the run that stands at both places ends the second time."""
    length = _RUN
    while at + length < len(whole) and before + length < at:
        if whole[before + length] != whole[at + length]:
            break
        length += 1
    return at + length


_CLEAR = re.compile(rb"\x00{12,}")


def _free(checked: Checked) -> list[range]:
    """The places from which a run of twelve characters holds none of the brief's words.

    Title, date, speaker and signature are not said aloud and do not count.
    """
    covered = bytearray(checked.covered)
    for start, end in _unspoken(checked):
        covered[start:end] = b"\x01" * (end - start)
    clear = _CLEAR.finditer(covered)
    return [range(stretch.start(), stretch.end() - _RUN + 1) for stretch in clear]


def _unspoken(checked: Checked) -> Iterator[tuple[int, int]]:
    """The stretches of the skeleton that stand on paper only."""
    skeleton = checked.skeleton
    for index, paragraph in enumerate(checked.paragraphs):
        if paragraph.role not in SPOKEN_ROLES:
            start = checked.start_of(index)
            yield skeleton.position(start), skeleton.position(start + len(paragraph.text))
