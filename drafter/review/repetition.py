"""The same thing said twice: a whole sentence, or a run of twelve characters.

What the brief says (its topic, its names, its facts) may come again and does not count.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.review.skeleton import bare
from drafter.speech import SPOKEN_ROLES
from drafter.text.sentences import split_sentences

__all__ = ["check_repetition"]

#: A shorter sentence (谢谢大家！) may come again.
_SENTENCE = 8
#: A run of so many characters outside the brief's words is noticed by listeners.
_RUN = 12


def check_repetition(checked: Checked) -> Iterator[Finding]:
    """``repeated-sentence`` (error) and ``repeated-run`` (warning)."""
    repeated: list[str] = []
    seen: dict[str, str] = {}
    for paragraph in checked.paragraphs:
        if paragraph.role not in SPOKEN_ROLES:
            continue
        for sentence in split_sentences(paragraph.text):
            words = bare(sentence)
            if len(words) < _SENTENCE:
                continue
            if words in seen:
                repeated.append(words)
                yield Finding(
                    "repeated-sentence",
                    "error",
                    paragraph.id,
                    sentence.strip(),
                    f"这句话前面（{seen[words]}）已经说过：“{_short(sentence)}”，请删去一处或换个说法",
                )
            seen.setdefault(words, paragraph.id)
    yield from _runs(checked, repeated)


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 40 else text[:37] + "……"


def _runs(checked: Checked, repeated: list[str]) -> Iterator[Finding]:
    free = _free(checked)
    whole = checked.skeleton.text
    first: dict[str, int] = {}
    end = -1
    for at in range(len(whole) - _RUN + 1):
        if at < end or not free[at]:
            continue
        run = whole[at : at + _RUN]
        before = first.setdefault(run, at)
        if before + _RUN > at:
            continue
        length = _RUN
        while (
            at + length < len(whole)
            and before + length < at
            and whole[before + length] == whole[at + length]
        ):
            length += 1
        end = at + length
        text = whole[at:end]
        if any(run in sentence for sentence in repeated):
            continue
        yield Finding(
            "repeated-run",
            "warning",
            checked.id_at(checked.skeleton.origin(at)),
            text,
            f"“{text}”前面（{checked.id_at(checked.skeleton.origin(before))}）说过，请换个说法",
        )


def _free(checked: Checked) -> list[bool]:
    """For each place, whether a run of twelve characters from it holds none of the brief's words.

    Title, date, speaker and signature are not said aloud and do not count.
    """
    covered = bytearray(checked.covered)
    for start, end in _unspoken(checked):
        covered[start:end] = b"\x01" * (end - start)
    free = [False] * len(covered)
    clear = 0
    for at in range(len(covered) - 1, -1, -1):
        clear = 0 if covered[at] else clear + 1
        free[at] = clear >= _RUN
    return free


def _unspoken(checked: Checked) -> Iterator[tuple[int, int]]:
    """The stretches of the skeleton that stand on paper only."""
    skeleton = checked.skeleton
    for index, paragraph in enumerate(checked.paragraphs):
        if paragraph.role not in SPOKEN_ROLES:
            start = checked.start_of(index)
            yield skeleton.position(start), skeleton.position(start + len(paragraph.text))
