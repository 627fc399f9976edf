"""The YAML door: a brief's text → :class:`Brief`, with every error named and placed at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from drafter.brief.broken import not_yaml
from drafter.brief.decoding import SEE_EXAMPLE, SEE_NOTICE, decode
from drafter.brief.explain import validate
from drafter.brief.marks import Marks, field_name
from drafter.brief.marks import Path as FieldPath
from drafter.brief.mending import Mended, mend
from drafter.brief.model import Brief
from drafter.brief.normal import LISTS, Part, chinese_key, normal, part_at
from drafter.brief.slips import rows, slips
from drafter.errors import BriefError, Place
from drafter.files import reason

__all__ = ["each_brief", "load_brief", "parse_brief"]

#: A brief is typed by a person; more than this is a mistake (or an attack).
_MAX_BYTES = 2_000_000
_MAX_NODES = 100_000
#: The form is four deep. Brackets in brackets without end would exhaust the YAML library's stack.
_MAX_DEPTH = 30
#: What YAML reads as nothing, and so does a form in which a key was left open.
_NOTHING = frozenset(["", "~", "null", "Null", "NULL"])

#: What ends a line to the YAML library.
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
#: A rare character or an emoji as JSON writes it, which YAML would take for two broken ones.
_PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


def load_brief(path: Path) -> Brief:
    """Read one brief from a YAML file.

    Raises :class:`BriefError`; its ``others`` hold whatever else is wrong.
    """
    return parse_brief(_read(path), name=str(path))


def each_brief(path: Path) -> Iterator[Brief | BriefError]:
    """The briefs of a file, one or a list of them (each separated by ``---`` or a list item).

    In place of a wrong one comes what is wrong with it; the others go on. Raises
    :class:`BriefError` for a file that cannot be read.
    """
    data, name = _read(path), str(path)
    text = decode(data, name)
    try:
        yield from _each_valid(*_compose(text, name), name)
    except BriefError as error:
        pieces = _pieces(text)
        if len(pieces) <= 1:  # none where nothing is written
            yield error
            return
        for piece in pieces:
            try:
                yield from _each_valid(*_compose(piece, name), name)
            except BriefError as problem:
                yield problem


def _each_valid(
    documents: list[yaml.Node], mended: Mended, name: str
) -> Iterator[Brief | BriefError]:
    for document in documents:
        for node in document.value if isinstance(document, yaml.SequenceNode) else [document]:
            try:
                yield _validate(node, name, mended)
            except BriefError as problem:
                yield problem


def _pieces(text: str) -> list[str]:
    """The text cut before each ``---`` and each item of an outermost list.

    Empty lines stand for what is cut off in front, so that line numbers stay those of the file.
    """
    lines = text.split("\n")
    begins = [n for n, line in enumerate(lines) if line.startswith(("---", "- ")) or line == "-"]
    bounds = [0, *(n for n in begins if n > 0), len(lines)]
    pieces = ("\n" * a + "\n".join(lines[a:b]) for a, b in pairwise(bounds))
    return [piece for piece in pieces if piece.strip(" \t\r\n-")]


def parse_brief(data: bytes | str, *, name: str = "提纲") -> Brief:
    """A brief from YAML text; ``name`` stands in error messages. Raises :class:`BriefError`."""
    text = decode(data, name) if isinstance(data, bytes) else data
    documents, mended = _compose(text, name)
    if len(documents) > 1:
        raise BriefError(
            "一个文件里有几份提纲；请一份存一个文件，"
            "或用命令 drafter draft 提纲.yaml -o 文件夹/ 一起写成几份稿子",
            place=Place(name),
            code="B002",
        )
    return _validate(documents[0], name, mended)


def _read(path: Path) -> bytes:
    place = Place(str(path))
    try:
        if path.is_dir():
            raise BriefError("这是一个文件夹，请给出提纲文件（.yaml）", place=place)
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
        if len(data) > _MAX_BYTES:
            raise BriefError("文件太大，不像一份提纲（上限 2 MB）", place=place)
        return data
    except FileNotFoundError:
        raise BriefError(
            "没有这个文件；可先用 drafter new --example -o 提纲.yaml 生成一份", place=place
        ) from None
    except OSError as e:
        raise BriefError(f"打不开这个文件（{reason(e)}），请检查路径和权限", place=place) from None


def _compose(text: str, name: str) -> tuple[list[yaml.Node], Mended]:
    """The documents of a brief's text, and the text as they were read from it."""
    if not text.strip():
        raise BriefError(
            f"文件是空的；{SEE_EXAMPLE}",
            place=Place(name),
            code="B002",
        )
    text = _PAIR.sub(lambda pair: json.loads(f'"{pair.group()}"'), text)
    mended = mend(text)
    found = list(slips(mended, name))
    if found:
        raise _together(found)
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        _check_depth(mended, name, loader)
        nodes = [n for n in yaml.compose_all(mended.text, Loader=loader) if n is not None]
    except yaml.MarkedYAMLError as e:
        raise not_yaml(e, mended, name) from None
    except (yaml.YAMLError, UnicodeEncodeError) as e:  # the latter for half of a character
        raise BriefError(
            "这里有不能出现的控制字符，请删去", place=_place_of_control(text, name), code="B002"
        ) from e
    if not nodes:
        raise BriefError(
            f"里面只有注释，没有内容；{SEE_EXAMPLE}",
            place=Place(name),
            code="B002",
        )
    return nodes, mended


def _place_of_control(text: str, name: str) -> Place:
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    before = text[: found.start()] if found else ""
    return Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _check_depth(mended: Mended, name: str, loader: Any) -> None:
    depth = 0
    for event in yaml.parse(mended.text, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MAX_DEPTH:
            mark: Any = event.start_mark
            column = mended.column(mark.line + 1, mark.column + 1)
            place = Place(name, mark.line + 1, column)
            raise BriefError("分层太多，不像一份提纲", place=place, code="B002")


def _validate(node: yaml.Node, name: str, mended: Mended) -> Brief:
    marks = Marks(name, _BREAK.split(mended.text), mended)
    problems: list[BriefError] = []
    budget = [_MAX_NODES]
    value = _plain(node, (), marks, problems, budget)
    if not isinstance(value, dict):
        first = mended.written(mended.text.strip().split("\n", 1)[0])[:20]
        raise BriefError(
            f"提纲应由“键: 值”组成，现在读到的是“{first}…”；{SEE_EXAMPLE}；{SEE_NOTICE}",
            place=Place(name, 1, 1),
            code="B002",
        )
    brief, found = validate(normal(value), marks)
    problems += found
    if brief is None or problems:
        raise _together(problems)
    return brief


def _plain(
    node: yaml.Node,
    path: FieldPath,
    marks: Marks,
    problems: list[BriefError],
    budget: list[int],
    part: Part | None = Brief,
) -> Any:
    """The node as str, list and dict, noting places; duplicate keys become problems."""
    budget[0] -= 1
    if budget[0] < 0 or len(path) > _MAX_DEPTH:
        raise BriefError("提纲里的条目太多（或别名套了别名）", place=Place(marks.file), code="B002")
    marks.positions[path] = marks.typed(node.start_mark)
    if isinstance(node, yaml.ScalarNode):
        if not node.style and node.value in _NOTHING:
            return None
        if _is_dashed(node, marks) and not LISTS.intersection(map(str, path[-2:])):
            message = f"“{field_name(path)}”后面已经写了内容，下面不能再列几项；请只留一种"
            problems.append(BriefError(message, place=marks.place(path), code="B005"))
        return marks.mended.written("\n".join(rows(node, marks.lines)))
    if isinstance(node, yaml.SequenceNode):
        out: list[Any] = []
        for item in node.value:
            value = _plain(item, (*path, len(out)), marks, problems, budget, part)
            out += _parted(value, item, marks)
        return out
    parts: dict[str, Any] = {}
    for key_node, value_node in node.value:
        written = (
            marks.mended.written(key_node.value) if isinstance(key_node, yaml.ScalarNode) else ""
        )
        key = chinese_key(part, written)
        inner = (*path, key)
        at = marks.typed(key_node.start_mark)
        if key in parts:
            place = Place(marks.file, *at, key)
            advice = "若有几项，请写成一个列表" if key in LISTS else "请只留一行"
            message = f"“{key}”写了两次；{advice}"
            problems.append(BriefError(message, place=place, code="B003"))
        parts[key] = _plain(value_node, inner, marks, problems, budget, part_at(part, key))
        # An unknown key is pointed at itself, not at its value.
        marks.positions[(*inner, "")] = at
    return parts


def _parted(value: Any, node: yaml.Node, marks: Marks) -> list[Any]:
    """An item, or the several it holds because the dashes of the next ones lack their blank."""
    return value.split("\n") if isinstance(value, str) and _is_dashed(node, marks) else [value]


def _is_dashed(node: yaml.Node, marks: Marks) -> bool:
    """Whether a text goes on in lines that begin with a dash, which YAML takes for more text."""
    if not isinstance(node, yaml.ScalarNode) or node.style:
        return False
    more = marks.lines[node.start_mark.line + 1 : node.end_mark.line + 1]
    return any(row.lstrip().startswith("-") for row in more)


def _together(problems: list[BriefError]) -> BriefError:
    """One error that carries the others, in the order of their places."""
    first, *rest = sorted(problems, key=lambda e: (e.place.line or 0, e.place.column or 0))
    return BriefError(first.message, place=first.place, code=first.code, others=rest)
