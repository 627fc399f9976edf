"""The command parser's own messages, said in Chinese."""

from __future__ import annotations

import typer

__all__ = ["usage_message"]

_KINDS = {
    "NoSuchOption": "没有“{name}”这个选项",
    "MissingParameter": "缺少参数 {name}",
    "BadOptionUsage": "选项“{name}”用得不对",
    "BadParameter": "参数 {name} 的值不对",
}


def usage_message(error: typer.TyperException) -> str:
    """One line: what is wrong with the command line and where to read on."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return error.format_message()
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "drafter"
    template = _KINDS.get(type(error).__name__)
    if template is None:
        what = "命令写得不对：" + _unquoted(error)
    else:
        what = template.format(name=_name(error))
    return f"U001 {what}；用法见 {command} --help"


def _name(error: typer.TyperException) -> str:
    option = getattr(error, "option_name", None)
    if option:
        return str(option)
    parameter = getattr(error, "param", None)
    if parameter is None:
        return _unquoted(error)
    name = parameter.metavar or parameter.opts[0]
    return f"“{name}”"


def _unquoted(error: typer.TyperException) -> str:
    message = error.format_message()
    for english, chinese in (
        ("No such command", "没有这个命令"),
        ("Got unexpected extra argument", "多出了参数"),
        ("Missing command", "缺少命令"),
    ):
        message = message.replace(english, chinese)
    return message.rstrip(".").replace("'", "")
