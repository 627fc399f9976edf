"""Forms as requests carry them, read within bounds; beyond them, what to do is said."""

from __future__ import annotations

import re

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request

from drafter.errors import RefusedError
from drafter.web.fields import MAX_FIELDS

__all__ = ["read_form", "read_pairs"]

#: The page's own fields (seed, choices, the button pressed) come on top of the brief's.
_OWN_FIELDS = 100
#: A field of a form with files is text, which files are not.
_MAX_TEXT = 2_000_000
_ESCAPED = re.compile(rb"(?:%[0-9A-Fa-f]{2})+")


async def read_form(request: Request, *, files: int = 1) -> FormData:
    """The posted fields, at most as many as a brief can have, and up to ``files`` files.

    Raises :class:`RefusedError` beyond that, or for what is no form.
    """
    most = MAX_FIELDS + _OWN_FIELDS
    if not request.headers.get("content-type", "").startswith("multipart/"):
        body = await request.body()
        if body.count(b"&") >= most:
            raise RefusedError(f"表单里的项目太多，上限 {MAX_FIELDS} 项，请删去一些")
        try:
            return FormData([*read_pairs(body)])
        except UnicodeDecodeError:
            raise RefusedError("表单读不出来，请刷新页面再试") from None
    try:
        return await request.form(max_files=files, max_fields=most, max_part_size=_MAX_TEXT)
    except HTTPException as e:
        said = str(e.detail).lower()
        if "too many files" in said:
            raise RefusedError(f"文件太多，一次最多 {files} 个") from None
        if "too many fields" in said:
            raise RefusedError(f"表单里的项目太多，上限 {MAX_FIELDS} 项，请删去一些") from None
        if "maximum size" in said:
            raise RefusedError("有一项内容太长，请改为上传文件") from None
        raise RefusedError("表单读不出来，请刷新页面再试") from None


def read_pairs(body: bytes) -> list[tuple[str, str]]:
    """The names and values of ``application/x-www-form-urlencoded``, in order, blanks included.

    Raises :class:`UnicodeDecodeError` for what is not UTF-8. The standard library takes escapes
    apart one by one, and Chinese text is nothing but escapes: a form took it longer than its
    brief. Here a run of them is one step.
    """
    pairs = (part.partition(b"=") for part in body.replace(b"+", b" ").split(b"&") if part)
    return [(_unescaped(name), _unescaped(value)) for name, _, value in pairs]


def _unescaped(text: bytes) -> str:
    return _ESCAPED.sub(lambda run: bytes.fromhex(run[0].decode().replace("%", "")), text).decode()
