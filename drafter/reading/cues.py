"""The cue words of drafter/data/reading.yaml as compiled tests on folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from drafter.resources import read_data
from drafter.text.scanning import either

__all__ = ["Cues", "cues"]


@dataclass(frozen=True)
class Cues:
    """Compiled cue words, each meant for ``match`` at the start of a line.

    But ``spoken``, ``first_person``, ``told``, ``closing_tail``, ``closing_call``, ``in_the_hall``
    and ``any_post``, which tells fast whether ``post`` can match, are for a search anywhere.
    """

    speech_title: re.Pattern[str]
    article_title: re.Pattern[str]
    column: re.Pattern[str]
    salutation: re.Pattern[str]
    honoured: re.Pattern[str]
    more_honoured: re.Pattern[str]
    recipients: re.Pattern[str]
    greeting: re.Pattern[str]
    introduction: re.Pattern[str]
    spoken: re.Pattern[str]
    first_person: re.Pattern[str]
    told: re.Pattern[str]
    closing: re.Pattern[str]
    closing_last: re.Pattern[str]
    closing_tail: re.Pattern[str]
    closing_call: re.Pattern[str]
    in_the_hall: re.Pattern[str]
    new_turn: re.Pattern[str]
    post: re.Pattern[str]
    any_post: re.Pattern[str]
    post_alone: re.Pattern[str]
    role: re.Pattern[str]
    unit_end: re.Pattern[str]
    signature_label: re.Pattern[str]
    place_label: re.Pattern[str]
    foot_label: re.Pattern[str]
    sent_label: re.Pattern[str]
    person: re.Pattern[str]


def _one_of(items: list[str]) -> str:
    """One of many words; where none begins with the next character, one look tells so."""
    return rf"(?=[{''.join(sorted({item[0] for item in items}))}])(?:{either(items)})"


def _told(data: dict[str, Any], surname: str) -> list[str]:
    """Who said what, as alternatives that each begin with a character: so they are found fast."""
    verbs = "|".join(data["told_verbs"])
    said = [f"{subject}还?(?:{verbs})" for subject in data["told_subjects"]]
    named = rf"{surname}[\u4e00-\u9fff]{{1,2}}(?:{either(data['told_of_a_name'])})"
    return [*said, *data["told_cues"].split(), f"。{named}", rf"\n{named}"]


def _salutation(data: dict[str, Any], greetings: str) -> str:
    """An address: nouns for people, one of them with a word that opens an address."""
    heads, openers = _one_of(data["salutation_heads"]), _one_of(data["salutation_openers"])
    atom = rf"(?:[^，。！？：；、 ]{{0,18}}?{heads}们?)"
    link = r"[、，！和与及暨 ]{1,3}(?![我这今按根希让在是为从受由现下])"
    return (
        rf"(?!{data['no_salutation']})(?=[^。！？：；]*?{openers})"
        rf"(?P<text>{atom}(?:{link}{atom}){{0,9}})"
        rf"(?: ?[：，！。]| |$|(?={greetings}))"
    )


def _person(surname: str, compound: str) -> str:
    """A name; one of four characters has a family name of two: 向上生长 is none."""
    return (
        rf"{surname} ?[\u4e00-\u9fff]{{1,2}}$"
        rf"|(?:{compound}|{surname}{{2}})[\u4e00-\u9fff]{{1,2}}$"
        r"|[\u4e00-\u9fff]{2}(?=·)[\u4e00-\u9fff·]{1,3}$"
        rf"|{surname} {{1,4}}[\u4e00-\u9fff]$"
    )


def _unit_end(units: list[str]) -> str:
    """A unit's name; most lines end with no character that one ends with, which is seen first."""
    last = "".join(sorted({unit[-1] for unit in units}))
    return rf"(?=.*[{last}]$)[\u4e00-\u9fff（）×xX*\d]{{2,30}}{_one_of(units)}$"


#: Whom an address may name, however they are called: 主席、各位校监：
_TITLE = "[^。！？；：，、请将就对向是有为把在如的]{2,12}"
_HONOURED = (
    r"(?P<text>(?:尊敬|敬爱|亲爱)的[^。！？；：]{2,60}?|各位[^。！？；：]{1,30}?|[^。！？；：，的]{1,10}们"
    rf"|(?:{_TITLE}[、，]){{1,6}}各位{_TITLE}(?:[、，]{_TITLE}){{0,6}}) ?：$"
)
_MORE_HONOURED = r"(?P<text>(?:(?:尊敬|敬爱|亲爱|可爱)的|各位|全体)[^。！？；：，我]{1,20}) ?：$"


@cache
def cues() -> Cues:
    """The cues, compiled once."""
    data, names = read_data("reading.yaml"), read_data("names.yaml")
    surname = f"[{data['surnames']}{names['surnames']}]"
    expressions = (
        _titles(data)
        | _addresses(data)
        | _body(data, surname)
        | _signatures(data)
        | {"person": _person(surname, either(names["compound_surnames"]))}
    )
    return Cues(**{name: re.compile(text) for name, text in expressions.items()})


def _titles(data: dict[str, Any]) -> dict[str, str]:
    """What stands above a text."""
    forms = f"[稿词辞]?(?:{either(data['title_forms'])})?"
    tail = rf"{forms}(?:[（(【\[].{{0,20}}[）)】\]])?[ 》”】]*$"
    speech, article = _one_of(data["speech_titles"]), _one_of(data["article_titles"])
    return {
        "speech_title": rf"(?:[^。！？；]*[！？]+ ?[—–]+)?[^。！？；]*?{speech}{tail}",
        "article_title": rf"[^。！？；]*?{article}{tail}|{data['headlines']}",
        "column": data["columns"],
    }


def _addresses(data: dict[str, Any]) -> dict[str, str]:
    """Who is addressed, and how whoever begins to speak greets and introduces himself."""
    greetings, units = _one_of(data["greetings"]), _one_of(data["recipients"])
    return {
        "salutation": _salutation(data, greetings),
        "honoured": _HONOURED,
        "more_honoured": _MORE_HONOURED,
        "recipients": rf"(?P<text>各[^。！？；：]{{1,50}}?{units}|各[^，。！？；：的]{{1,6}}) ?：$",
        "greeting": rf"[^。！？]{{0,12}}{greetings}[！。!，]*",
        "introduction": data["introductions"],
    }


def _body(data: dict[str, Any], surname: str) -> dict[str, str]:
    """Who speaks in a body and to whom, and how it turns to its end."""
    return {
        "spoken": "|".join(data["spoken_cues"].split()),
        "first_person": data["first_person"],
        "told": "|".join(_told(data, surname)),
        "closing": "|".join(data["closing_cues"].split()),
        "closing_last": "|".join(data["closing_last_cues"].split()),
        "closing_tail": "|".join(data["closing_tails"].split()),
        "closing_call": data["closing_calls"],
        "in_the_hall": either(data["in_the_hall"]),
        "new_turn": rf"(?:{either(data['new_turns'])})",
    }


def _signatures(data: dict[str, Any]) -> dict[str, str]:
    """Posts, units and the labels of the lines that sign."""
    posts = _one_of(data["posts"])
    return {
        "post": rf".*?(?P<post>[\u4e00-\u9fff、（）]*{posts})",
        "any_post": either(data["posts"]),
        "post_alone": rf"副?(?:{either(data['posts'])})",
        "role": rf"[^。！？，：]{{0,12}}{_one_of(data['roles'])}",
        "unit_end": _unit_end(data["units"]),
        "signature_label": rf"(?:{either(data['signature_labels'])})[：: ]",
        "place_label": rf"(?:{either(data['place_labels'])})[：: ]",
        "foot_label": rf"(?:{either(data['foot_labels'])})：",
        "sent_label": rf"(?:{either(data['sent_labels'])})：",
    }
