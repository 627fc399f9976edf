"""What is said of a wrong command line: the parser's own messages in Chinese, wrong choices."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import typer

from drafter.errors import UsageError

__all__ = ["chosen", "usage_message"]

_KINDS = {
    "NoSuchOption": "没有“{name}”这个选项",
    "MissingParameter": "缺少参数 {name}",
    "BadParameter": "参数 {name} 的值不对",
}
#: The parser's sentences, and what is said instead.
_SENTENCES = (
    (r"No such command '(.*?)'.*", r"没有“\1”这个命令"),
    (r"Got unexpected extra argument\S* \((.*)\).*", r"多写了“\1”"),
    (r"Option '(.*?)' requires an argument.*", r"选项“\1”后面要写一个值"),
    (r"Option '(.*?)' does not take a value.*", r"选项“\1”后面不带值"),
    (r"Missing command.*", "没有写是哪个命令"),
)


def chosen(option: str, asked: str | None, names: Mapping[str, str]) -> str | None:
    """The key of what an option asks for, be it written as the key or as its name.

    None where the option is not given; raises :class:`UsageError` where it is none of them.
    """
    keys = {name: key for key, name in names.items()} | {key: key for key in names}
    if asked is not None and asked not in keys:
        raise UsageError(f"{option} 应是 {'、'.join(names.values())} 之一，现为 {asked}")
    return asked if asked is None else keys[asked]


def usage_message(error: typer.TyperException) -> str:
    """One line: what is wrong with the command line and where to read on."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return error.format_message()
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "drafter"
    template = _KINDS.get(type(error).__name__)
    if template is None:
        what = _sentence(error.format_message())
    else:
        what = template.format(name=_name(error)) + _wanted(error)
    return f"U001 {what}；用法见 {command} --help"


def _name(error: typer.TyperException) -> str:
    option = getattr(error, "option_name", None)
    if option:
        return str(option)
    parameter = getattr(error, "param", None)
    if parameter is None:
        return _sentence(error.format_message())
    # An option is known by its name, an argument by what stands for it in the help.
    argument = parameter.param_type_name == "argument"
    return f"“{parameter.metavar or parameter.name if argument else max(parameter.opts, key=len)}”"


def _wanted(error: typer.TyperException) -> str:
    """What would do, where the parameter says so."""
    kind: Any = getattr(getattr(error, "param", None), "type", None)
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    if least is None or type(error).__name__ != "BadParameter":
        return ""
    return f"，应是 {least} 到 {most} 的整数" if most is not None else f"，应是整数，至少 {least}"


def _sentence(message: str) -> str:
    for pattern, chinese in _SENTENCES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return " ".join(found.expand(chinese).split())
    return f"命令写得不对（{' '.join(message.split())}）"
