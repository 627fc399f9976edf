"""Half-width punctuation in Chinese becomes full-width; numbers and foreign words stay."""

from __future__ import annotations

import pytest

from drafter.word.printed import full_width


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("同志们:", "同志们："),
        ("今天,我们开会.", "今天，我们开会。"),
        ("排查1,260处,整改率98.5%,9:30开会", "排查1,260处，整改率98.5%，9:30开会"),
        ("比例为3:2;比分", "比例为3:2；比分"),
        ("(一)提高认识", "（一）提高认识"),
        ("(1)建立台账", "（1）建立台账"),
        ("1.建立台账", "1.建立台账"),
        ("截至11月(含当月)完成", "截至11月（含当月）完成"),
        ('要以"时时放心不下"的责任感', "要以“时时放心不下”的责任感"),
        ("网址http://a.cn/b?c=1,请查收!", "网址http://a.cn/b?c=1，请查收！"),
        ("Ladies and gentlemen, 欢迎!", "Ladies and gentlemen， 欢迎！"),
        ("Ladies and gentlemen, welcome (again)!", "Ladies and gentlemen, welcome (again)!"),
        ("函数f(x)不变", "函数f(x)不变"),
        ('一块12"的屏', '一块12"的屏'),
    ],
)
def test_full_width(typed, printed):
    assert full_width(typed) == printed
    assert len(printed) == len(typed)
    assert full_width(printed) == printed
