"""Numbers of points after a rebase: those behind a new point move on, people's own stay."""

from __future__ import annotations

from msgspec.structs import replace

from drafter.speech import Paragraph
from drafter.word import rebase, rebase_text

from .drafts import altered, having, texts


def numbered(draft, *texts):
    """The draft with points under its second heading in place of what stood there."""
    points = (
        Paragraph(f"i{n}", "heading", t, 2, t[1], t.index("。"), ()) for n, t in enumerate(texts)
    )
    ps = draft.speech.paragraphs
    return having(draft, *ps[:5], *ps[9:10], *points, *ps[11:])


def test_a_new_point_moves_the_number_of_a_hand_edited_one(sent):
    first = replace(sent.speech.paragraphs[9], text="一、压实责任，抓好落实", label="一")
    old = ("（一）建账。逐项登记。", "（二）整改。逐项销号。", "（三）宣传。逐户上门。")
    new = (
        "（一）建账。逐项登记。",
        "（二）值守。全天在岗。",
        "（三）整改。逐项销号。",
        "（四）宣传。逐户上门。",
    )

    def whole(draft, *texts):
        made = numbered(draft, *texts)
        return having(made, *(first if p.id == "p10" else p for p in made.speech.paragraphs))

    was, now = whole(sent, *old), whole(sent, *new)
    hand = altered(was, {"i1": "（二）整改。逐项销号，一项不落。"})
    merged = rebase(now, was, hand)
    points = [p for p in merged.draft.speech.paragraphs if p.text.startswith("（")]
    assert [p.text for p in points[-4:]] == [
        "（一）建账。逐项登记。",
        "（二）值守。全天在岗。",
        "（三）整改。逐项销号，一项不落。",
        "（四）宣传。逐户上门。",
    ]
    assert points[-2].label == "三"
    assert "序号顺延 （二）整改。逐项销号，一项不落。 → （三）整改" in rebase_text(merged)


def test_points_people_put_in_another_order_and_renumbered_still_follow_the_brief(sent):
    first = replace(sent.speech.paragraphs[9], text="一、压实责任，抓好落实", label="一")

    def whole(*texts):
        made = numbered(sent, *texts)
        return having(made, *(first if p.id == "p10" else p for p in made.speech.paragraphs))

    was = whole("（一）建账。登记1260处。", "（二）宣传。逐户上门。")
    now = whole("（一）建账。登记1320处。", "（二）宣传。逐户上门。")
    made = whole("（一）宣传。逐户上门。", "（二）建账。登记1260处。")
    swap = {"i0": "i1", "i1": "i0"}
    hand = having(made, *(replace(p, id=swap.get(p.id, p.id)) for p in made.speech.paragraphs))
    merged = rebase(now, was, hand)
    points = [p.text for p in merged.draft.speech.paragraphs if p.role == "heading"]
    assert points == [first.text, "（一）宣传。逐户上门。", "（二）建账。登记1320处。"]
    assert merged.kept == ()


def test_numbers_people_left_out_of_order_are_theirs(sent):
    hand = altered(sent, {"p10": "三、压实责任，抓好落实"})
    merged = rebase(sent, sent, hand)
    assert texts(merged.draft)["p10"] == "三、压实责任，抓好落实"
