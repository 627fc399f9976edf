"""Mined frames with places that no brief can fill: completed, or without those clauses."""

from __future__ import annotations

from drafter.bank import Pattern, pattern_id
from drafter.drafting.stock.open_places import completed, without_open_clauses


def _mined(frame: str, part: str, move: str) -> Pattern:
    slots = tuple((s, s.rstrip("23")) for s in ("np", "clause", "topic") if s + " " in frame)
    return Pattern(pattern_id(part, move, frame), part, move, frame, slots, status="accepted")


def test_an_open_place_of_a_closing_is_filled_with_what_fits_any_speech():
    call = _mined("让我们更加紧密地团结起来，{{ clause }}！", "closing", "exhortation")
    done = completed(call)
    assert done.slots == ()
    assert done.frame.startswith("让我们更加紧密地团结起来，<")
    other = _mined("{{ clause }}，再接再厉！", "closing", "exhortation")
    assert completed(other) is other


def test_half_a_heading_is_left_for_the_solver():
    half = without_open_clauses(_mined("提高认识，{{ clause }}", "headings", "heading"))
    assert (half.frame, half.slots) == ("提高认识", ())
    other = without_open_clauses(
        _mined("{{ clause }}，确保{{ topic }}取得实效", "headings", "heading")
    )
    assert (other.frame, other.slots) == ("确保{{ topic }}取得实效", (("topic", "topic"),))


def test_a_closing_that_breaks_off_without_its_clause_is_left_as_it_is():
    whole = _mined("让我们在{{ np }}的坚强领导下，{{ clause }}！", "closing", "exhortation")
    assert without_open_clauses(whole) is whole
    cut = _mined("{{ clause }}，努力开创{{ topic }}新局面！", "closing", "goal")
    assert without_open_clauses(cut).frame == "努力开创{{ topic }}新局面！"
