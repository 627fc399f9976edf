"""Small places, small bodies and small figures."""

import pytest

from ..small import brief_with, found, speech_with


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("金谷米业的雪铲最结实。", "金谷米业"),
        ("鸽子洞自然村的路昨天通了。", "鸽子洞自然村"),
        ("三道梁那一段最滑。", "三道梁"),
        ("二道河子的桥面结了冰。", "二道河子"),
        ("家住黄土岗的孩子走得最远。", "黄土岗"),
        ("大家都认识常胜，他最肯干。", "常胜"),
        ("到的有贝小宁、游大江，还有别人。", "贝小宁"),
        ("杏花坞的路最窄。", "杏花坞"),
        ("滨河壹号的业主自己扫。", "滨河壹号"),
        ("有一批雪铲压在汉堡港。", "汉堡"),
        ("众诚会计所捐了雪铲。", "众诚会计所"),
        ("晨露读书会捐了一批雪铲。", "晨露读书会"),
        ("县移民局派来了人。", "县移民局"),
        ("百日治超不能松。", "百日治超"),
        ("两拆一增也要防滑。", "两拆一增"),
        ("机器坏了四回，还是修好了。", "四回"),
        ("账上有五六笔对不上。", "五六"),
        ("扫雪的党春才从不叫苦。", "党春才"),
    ],
)
def test_small_places_small_bodies_and_small_figures(sentence, words):
    findings = found(speech_with(sentence), brief_with())
    told = [f.text for f in findings if f.level in ("error", "warning")]
    assert any(words in text or text in words for text in told), told
