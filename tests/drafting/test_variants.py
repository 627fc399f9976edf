"""Variants of a genre: an occasion of its own has its own arc, persons and wording."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from drafter.bank import load_bank
from drafter.brief import Brief, load_brief
from drafter.drafting import draft
from drafter.drafting.genres import genre_for, genre_names, load_genre
from drafter.drafting.kinds import KindKey, kind_of
from drafter.drafting.planning import plan_points
from drafter.drafting.situation import situate
from drafter.errors import TemplateError
from drafter.resources import read_data

VARIANTS = {v.id: g for g in genre_names() for _, v in load_genre(g).variants}


def brief_of(tmp_path: Path, **fields: Any) -> Brief:
    """A brief of a school's or firm's occasion, by Chinese keys."""
    usual = {
        "文种": "致辞",
        "会议": "迎春晚会",
        "单位": {"名称": "云帆软件有限公司", "层级": "企业"},
        "主题": {"名称": "迎春晚会"},
    }
    file = tmp_path / "brief.yaml"
    file.write_text(json.dumps(usual | fields, ensure_ascii=False), "utf-8")
    return load_brief(file)


def _add(folder: Path, more: str) -> None:
    """Lines at the end of a genre's meta.yaml."""
    with (folder / "meta.yaml").open("a", encoding="utf-8") as meta:
        meta.write(more)


SCHOOL = {"名称": "青石中学", "层级": "学校"}


@pytest.mark.parametrize(
    ("fields", "variant"),
    [
        ({}, "gala"),
        ({"会议": "城东水厂开工仪式"}, "works"),
        ({"会议": "全民阅读活动启动仪式"}, "campaign"),
        ({"会议": "禁毒宣传月启动仪式"}, "campaign"),
        ({"会议": "污水处理项目启动仪式"}, "works"),
        ({"文种": "主持词", "会议": "政务服务中心揭牌仪式"}, "rite"),
        ({"文种": "主持词", "会议": "劳动模范表彰仪式"}, "stage"),
        ({"会议": "职工篮球赛开幕式"}, "sports"),
        ({"会议": "新员工入职欢迎会"}, "welcome"),
        ({"会议": "重阳敬老活动"}, "elders"),
        ({"会议": "青溪茶文化节开幕式"}, "festival"),
        ({"会议": "青溪县企业家恳谈会"}, "address"),
        ({"会议": "欢迎晚宴", "主题": {"名称": "海州市考察团来访"}}, "visit"),
        ({"文种": "典礼讲话", "会议": "高三毕业典礼", "单位": SCHOOL}, "graduation"),
        ({"文种": "典礼讲话", "会议": "秋季开学典礼", "单位": SCHOOL}, "school"),
        ({"文种": "校长讲话", "会议": "七年级家长会", "单位": SCHOOL}, "parents"),
        ({"文种": "典礼讲话", "会议": "高三百日誓师大会", "单位": SCHOOL}, "oath"),
        (
            {
                "文种": "典礼讲话", "会议": "高三百日誓师大会", "单位": SCHOOL,
                "讲话人": {"姓名": "林晓", "职务": "高三（2）班学生"},
            },
            "student",
        ),
        ({"文种": "任职表态", "会议": "中层干部竞聘大会"}, "compete"),
        ({"文种": "任职表态", "标题": "在离任干部大会上的讲话"}, "farewell"),
        ({"文种": "主持词", "会议": "庆六一文艺汇演"}, "stage"),
        ({"文种": "主持词", "会议": "第三季度经营分析会"}, "host"),
        ({"文种": "主持词", "会议": "全县职工技能大赛动员会"}, "host"),
        ({"文种": "主持词", "会议": "全县禁毒宣传月启动仪式"}, "rite"),
        ({"会议": "政务服务中心启用仪式"}, "ready"),
        ({"会议": "教师节慰问座谈会"}, "teachers"),
        ({"会议": "护士节庆祝大会"}, "medics"),
        ({"会议": "环卫工人慰问活动"}, "salute"),
        ({"文种": "主持词", "会议": "职工技能大赛颁奖典礼"}, "stage"),
        ({"文种": "座谈会讲话", "会议": "退休教师欢送座谈会"}, "sendoff"),
        ({"文种": "座谈会讲话", "会议": "离退休干部座谈会"}, "veterans"),
        ({"文种": "致辞", "会议": "建院七十周年庆典"}, "jubilee"),
        ({"文种": "表彰讲话", "会议": "表彰会", "单位": {"名称": "石桥村"}}, "neighbours"),
        ({"文种": "典礼讲话", "会议": "开园典礼", "称谓": "亲爱的小朋友们"}, "kinder"),
    ],
)  # fmt: skip
def test_the_occasion_or_the_speaker_shows_the_variant(
    fields: dict[str, Any], variant: str, tmp_path: Path
) -> None:
    genre = genre_for(brief_of(tmp_path, **fields))
    assert genre.id == variant
    assert genre.base == VARIANTS.get(variant, variant)


def test_what_a_variant_leaves_out_is_its_genres(folder: Path) -> None:
    more = "variants:\n  - {id: wine, cue: 会议：.*酒, hail: 朋友们}\n"
    _add(folder, more)
    [(cue, wine)] = load_genre("toast").variants
    assert (cue, wine.id, wine.base) == ("会议：.*酒", "wine", "toast")
    assert wine.hail == {"默认": "朋友们"}
    assert wine.opening == load_genre("toast").opening


def test_a_genre_may_have_the_variant_of_another(folder: Path) -> None:
    feast = folder.with_name("feast")
    feast.mkdir()
    meta = (folder / "meta.yaml").read_text("utf-8").replace("id: toast", "id: feast")
    more = "variants:\n  - {id: wine, genre: toast}\n"
    (feast / "meta.yaml").write_text(meta + more, "utf-8")
    with pytest.raises(TemplateError, match="toast 没有变体 wine"):
        load_genre("feast")
    _add(folder, "variants:\n  - {id: wine, cue: 会议：.*酒, hail: 朋友们}\n")
    [(cue, wine)] = load_genre("feast").variants
    assert (cue, wine.id, wine.base, wine.hail["默认"]) == ("会议：.*酒", "wine", "feast", "朋友们")


@pytest.mark.parametrize("wrong", ["{id: wine}", "{id: wine, cue: 酒, colour: red}", "[wine]"])
def test_a_variant_written_wrongly_is_told(folder: Path, wrong: str) -> None:
    _add(folder, f"variants:\n  - {wrong}\n")
    with pytest.raises(TemplateError, match="variants 里有一种写得不对"):
        load_genre("toast")


# Before the members of a village's party its leader only leaves out what offices say.
@pytest.mark.parametrize("variant", sorted(VARIANTS.keys() - {"village"}))
def test_a_variants_own_wording_takes_the_place_of_its_genres(variant: str) -> None:
    base = load_genre(VARIANTS[variant])
    genre = next(v for _, v in base.variants if v.id == variant)
    direct = genre.direction == "下行"
    key = KindKey(variant, direct, "企业", None, "庄重", base.id, genre.mined)
    first = genre.opening[0][0].move
    opening = [c.pattern for c in kind_of(load_bank(), key).candidates if c.pattern.move == first]
    of_genres = [p for p in opening if p.genres]
    assert len(of_genres) >= 3
    assert all(variant in p.genres for p in of_genres)


def test_those_who_are_no_office_hear_nothing_mined_from_offices(tmp_path: Path) -> None:
    made = draft(brief_of(tmp_path, 篇幅=900))
    assert {s.origin for p in made.speech.paragraphs for s in p.sentences} <= {"authored", "brief"}


def test_content_shows_its_point_before_its_place_does(tmp_path: Path) -> None:
    brief = brief_of(
        tmp_path,
        文种="校长讲话", 会议="七年级家长会", 单位=SCHOOL, 称谓="尊敬的各位家长",
        要点=[{"内容": ["希望家长多陪伴、多倾听"]}, {"内容": ["衔接期的孩子变化很大"]}],
    )  # fmt: skip
    points = plan_points(brief, genre_for(brief))
    assert [p.focus for p in points] == ["希望", "任务"]


def test_without_headings_the_hopes_are_said_unasked_but_no_achievements(tmp_path: Path) -> None:
    brief = brief_of(tmp_path, 要点=[{"内容": ["感谢每一位同事"]}])
    assert [p.focus for p in plan_points(brief, genre_for(brief))] == ["认识", "希望"]


def test_listeners_are_called_as_the_brief_addresses_them(tmp_path: Path) -> None:
    brief = brief_of(tmp_path, 称谓="尊敬的各位叔伯婶娘，亲爱的乡亲们")
    text = "".join(p.text for p in draft(brief).speech.paragraphs if p.role == "closing")
    assert "乡亲们，" in text
    assert "同事们" not in text


def test_headings_of_the_brief_stand_where_the_genre_has_none(tmp_path: Path) -> None:
    points = [
        {"标题": "说一声感谢", "内容": ["感谢家人"]},
        {"标题": "道一声祝福", "内容": ["祝愿大家"]},
    ]
    made = draft(brief_of(tmp_path, 要点=points))
    headings = [p.heading for p in made.speech.paragraphs if p.role == "heading"]
    assert headings == ["一、说一声感谢", "二、道一声祝福"]


def test_every_variant_is_named_by_a_pattern() -> None:
    named = {g for p in load_bank() for g in p.genres}
    assert set(VARIANTS) <= named
    assert named <= {*genre_names(), *VARIANTS}
    assert not set(VARIANTS) & set(genre_names())
    assert set(read_data("moves.yaml")["points"]) >= {"herald", "reply"}


def test_after_the_tasks_nobody_looks_back(tmp_path: Path) -> None:
    brief = brief_of(
        tmp_path,
        文种="企业动员讲话", 会议="营销攻坚动员大会",
        要点=[
            {"内容": [{"任务": "抓好促销", "措施": ["提前备货"]}, {"任务": "提高铺货率"}]},
            {"内容": ["完成任务的团队，奖励不封顶"]},
        ],
    )  # fmt: skip
    assert [p.focus for p in plan_points(brief, genre_for(brief))] == ["任务", "责任"]


def test_one_heading_of_the_genre_can_stand_twice_in_other_words(tmp_path: Path) -> None:
    brief = brief_of(
        tmp_path,
        文种="升旗仪式讲话", 会议="升旗仪式", 单位=SCHOOL, 主题={"名称": "文明就餐、节约粮食"},
        要点=[{"内容": ["食堂里倒掉的剩饭太多"]}, {"内容": ["吃多少打多少，排队不插队"]}],
    )  # fmt: skip
    made = draft(brief)
    first, second = (p.heading[2:] for p in made.speech.paragraphs if p.role == "heading")
    assert {first[:4], second[:4]} == {"知行合一", "身体力行"}
    assert len(first) == len(second)


def test_what_speaks_of_the_speaker_needs_no_pledge_before_it(tmp_path: Path) -> None:
    said = ["离开以后，我会一直牵挂这里", "三中有五十年的历史", "学校的大事，请教代会来定"]
    said.append("工会的钱一分一厘都要花在职工身上")
    brief = brief_of(tmp_path, 文种="任职表态", 会议="干部大会", 要点=[{"内容": said}])
    text = "".join(p.text for p in draft(brief).speech.paragraphs)
    assert all(f"我将{s}" not in text and f"我会{s}" not in text for s in said)


def test_on_a_stage_no_work_is_laid_out(tmp_path: Path) -> None:
    point = {"着眼": "任务", "内容": ["希望老人们把这里当作自己的家"]}
    brief = brief_of(tmp_path, 文种="主持词", 会议="敬老院开业仪式", 要点=[point], 篇幅=1500)
    made = draft(brief)
    moves = {s.move for _, s in made.speech.sentences()}
    assert moves.isdisjoint({"measure", "mechanism"})
    assert made.shortfall is not None


@pytest.mark.parametrize(
    ("name", "given", "we"),
    [
        ("白石乡", "乡镇", "我乡"),
        ("青岚农村商业银行", "企业", "我行"),
        ("清河镇", "乡镇", "我镇"),
        ("青岚县", "县", "我县"),
    ],
)
def test_a_units_name_says_more_nearly_what_it_calls_itself(
    name: str, given: str, we: str, tmp_path: Path
) -> None:
    brief = brief_of(tmp_path, 单位={"名称": name, "层级": given})
    assert situate(brief, genre_for(brief), load_bank(), 0).words["we"] == we


@pytest.mark.parametrize(
    ("topic", "named"),
    [
        ("离任感言", "这番话，就算是我的离任感言。"),
        ("新学期新成长", "我讲话的主题，是“新学期新成长”。"),
        ("百日冲刺", "大家聚在一起，为的就是百日冲刺。"),
    ],
)
def test_a_topic_that_is_no_work_is_named_as_what_it_is(
    topic: str, named: str, tmp_path: Path
) -> None:
    brief = brief_of(tmp_path, 会议="干部大会", 主题={"名称": topic})
    assert named in "".join(p.text for p in draft(brief).speech.paragraphs)


@pytest.mark.parametrize(
    ("fields", "content"),
    [
        (
            {"文种": "座谈会讲话", "会议": "退休教师欢送座谈会", "单位": SCHOOL},
            ["今年有5位老师光荣退休", "希望各位老师常回学校看看"],
        ),
        (
            {"文种": "典礼讲话", "会议": "高三百日誓师大会", "单位": SCHOOL},
            ["上次模考本科上线率达到72%", "建好错题本，每天复盘半小时", "心态放平，不和别人比"],
        ),
        (
            {"文种": "致辞", "会议": "建院七十周年庆典"},
            ["从12间平房发展到800张床位", "希望全院同仁传承院训"],
        ),
        (
            {"文种": "表彰讲话", "会议": "好媳妇表彰会", "单位": {"名称": "石桥村"}},
            ["今年评出好媳妇12名", "学她们的孝心和耐心", "希望大家都来学"],
        ),
    ],
)
def test_an_occasion_is_spoken_of_otherwise_by_another_seed(
    fields: dict[str, Any], content: list[str], tmp_path: Path
) -> None:
    points = [{"内容": [c]} for c in content]
    brief = brief_of(tmp_path, **fields, 要点=points, 篇幅=1000)
    given = ("主题", "单位", "会议", "称谓", "标题")
    drafts = [draft(brief, seed=seed) for seed in range(8)]
    free = [
        {
            s.text
            for p, s in made.speech.sentences()
            if s.origin != "brief" and p.role in ("opening", "body", "closing")
            if all(f.startswith(given) for f in s.fields)
        }
        for made in drafts
    ]
    shares = [len(a - b) / len(a) for a, b in permutations(free, 2)]
    assert sum(shares) / len(shares) >= 0.6
    assert [made.shortfall for made in drafts] == [None] * len(drafts)


def test_before_teachers_alone_a_headmaster_sets_tasks(tmp_path: Path) -> None:
    fields = {"文种": "开学典礼讲话", "单位": SCHOOL, "主题": {"名称": "新学期工作"}}
    staff = brief_of(tmp_path, **fields, 会议="秋季学期全体教职工大会")
    assert genre_for(staff).base == "deployment"
    pupils = brief_of(tmp_path, **fields, 会议="秋季学期开学典礼")
    assert genre_for(pupils).id == "school"


def test_an_occasion_of_another_genre_is_told_by_cue_and_genre(folder: Path) -> None:
    _add(folder, "others:\n  - {cue: 会议}\n")
    with pytest.raises(TemplateError, match="others 里有一种写得不对"):
        load_genre("toast")
