"""Lines asked about by number."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.reading.rows import Row, make_rows, row_below
from drafter.reading.turns import begins_anew


class Asked(Sequence[Row]):
    """Lines that count how many of them were handed out."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows, self.handed = rows, 0

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, at: int | slice) -> Row | list[Row]:  # type: ignore[override]
        found = self.rows[at]
        self.handed += len(found) if isinstance(found, list) else 1
        return found


def test_whether_a_text_begins_anew_is_told_by_a_few_lines_of_a_long_file():
    address = ["各位代表：", "大家好！", "今天，我向大会汇报一年来的工作。"]
    rows = Asked(make_rows(["防汛工作是一件大事，一刻也不能放松。"] * 9 + address * 1000))
    assert begins_anew(rows, 0, 9, len(rows), greeted=None)
    assert rows.handed < 50
    assert row_below(rows, 9, len(rows)) is rows.rows[10]
    assert row_below(rows, len(rows) - 1, len(rows) + 5) is None
