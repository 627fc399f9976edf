"""Variants of a genre: an occasion of its own has its own arc, persons and wording."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from drafter.bank import load_bank
from drafter.drafting import draft
from drafter.drafting.setting.genres import genre_for, genre_names, load_genre
from drafter.drafting.stock.kinds import KindKey, kind_of
from drafter.errors import TemplateError
from drafter.resources import read_data

from .occasions import SCHOOL, brief_of

VARIANTS = {v.id: g for g in genre_names() for _, v in load_genre(g).variants}


def _add(folder: Path, more: str) -> None:
    """Lines at the end of a genre's meta.yaml."""
    with (folder / "meta.yaml").open("a", encoding="utf-8") as meta:
        meta.write(more)


@pytest.mark.parametrize(
    ("fields", "variant"),
    [
        ({}, "gala"),
        ({"会议": "城东水厂开工仪式"}, "works"),
        ({"会议": "全县职工技能大赛开幕式"}, "skills"),
        ({"会议": "校园开放日启动仪式"}, "address"),
        ({"文种": "主持词", "会议": "第三届职工代表大会"}, "congress"),
        ({"会议": "全民阅读活动启动仪式"}, "campaign"),
        ({"会议": "禁毒宣传月启动仪式"}, "campaign"),
        ({"会议": "污水处理项目启动仪式"}, "works"),
        ({"文种": "主持词", "会议": "政务服务中心揭牌仪式"}, "rite"),
        ({"文种": "主持词", "会议": "全县护林员培训班开班式"}, "course"),
        ({"文种": "主持词", "会议": "全县职业培训工作会议"}, "host"),
        ({"文种": "主持词", "会议": "劳动模范表彰仪式"}, "stage"),
        ({"会议": "职工篮球赛开幕式"}, "sports"),
        ({"会议": "新员工入职欢迎会"}, "welcome"),
        ({"会议": "重阳敬老活动"}, "elders"),
        ({"会议": "青溪茶文化节开幕式"}, "festival"),
        ({"会议": "青溪社区第三届邻里节"}, "neighbourly"),
        ({"会议": "青溪苑小区邻里文化节启动仪式"}, "neighbourly"),
        ({"会议": "青溪村百家宴"}, "neighbourly"),
        ({"会议": "青溪社区邻里中心揭牌仪式"}, "ready"),
        ({"会议": "青溪社区邻里运动会开幕式"}, "sports"),
        ({"会议": "第二届青溪剪纸作品展"}, "exhibit"),
        ({"会议": "山货电商产业对接会"}, "business"),
        ({"会议": "农产品展销会开幕式"}, "festival"),
        ({"会议": "青溪县丰收节文旅发展论坛"}, "forum"),
        ({"会议": "青溪县餐饮行业协会成立大会"}, "society"),
        ({"会议": "青溪商会第三届会员大会"}, "society"),
        ({"会议": "公司成立二十周年大会"}, "jubilee"),
        ({"会议": "校企合作签约仪式"}, "signing"),
        ({"会议": "粮油加工园开工暨签约仪式"}, "works"),
        ({"会议": "青溪县企业家恳谈会"}, "address"),
        ({"会议": "欢迎晚宴", "主题": {"名称": "海州市考察团来访"}}, "visit"),
        ({"会议": "陈树声先生追思会"}, "mourning"),
        ({"会议": "清明祭扫烈士墓追思活动"}, "memorial"),
        ({"会议": "第五届职工篮球联赛闭幕式"}, "finale"),
        ({"会议": "乡村医生培训班闭幕仪式"}, "training"),
        ({"会议": "市越剧团巡演出征仪式"}, "departure"),
        ({"文种": "座谈会讲话", "会议": "欢送第一书记座谈会"}, "parting"),
        (
            {
                "文种": "座谈会讲话", "会议": "石桥村欢送驻村第一书记座谈会",
                "单位": {"名称": "石桥村"},
            },
            "parting",
        ),
        ({"文种": "座谈会讲话", "会议": "欢送驻村第一书记座谈会"}, "departure"),
        ({"文种": "表态发言", "会议": "全县污染防治攻坚动员会"}, "pledge"),
        ({"文种": "表态发言", "会议": "全市农村改厕现场会"}, "pledge"),
        ({"文种": "表态发言", "会议": "青溪县水利局干部大会"}, "inauguration"),
        ({"文种": "任职表态", "会议": "青溪县工作会议", "标题": "任职发言"}, "inauguration"),
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
        ({"文种": "主持词", "会议": "旧楼改造业主协商会"}, "parley"),
        (
            {"文种": "主持词", "会议": "停车难协调会", "单位": {"名称": "柳湾社区"}},
            "parley",
        ),
        ({"文种": "主持词", "会议": "重点项目协调会"}, "host"),
        ({"文种": "座谈会讲话", "会议": "返乡创业青年座谈会"}, "youth"),
        ({"文种": "座谈会讲话", "会议": "青年教师座谈会"}, "faculty"),
        ({"文种": "座谈会讲话", "会议": "民营企业家座谈会"}, "merchants"),
        ({"文种": "座谈会讲话", "会议": "农技专家座谈会"}, "experts"),
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
    fields: dict[str, Any], variant: str
) -> None:
    genre = genre_for(brief_of(**fields))
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


def test_every_variant_is_named_by_a_pattern() -> None:
    named = {g for p in load_bank() for g in p.genres}
    assert set(VARIANTS) <= named
    assert named <= {*genre_names(), *VARIANTS}
    assert not set(VARIANTS) & set(genre_names())
    assert set(read_data("moves.yaml")["points"]) >= {"herald", "reply"}


def test_before_teachers_alone_a_headmaster_sets_tasks() -> None:
    fields = {"文种": "开学典礼讲话", "单位": SCHOOL, "主题": {"名称": "新学期工作"}}
    staff = brief_of(**fields, 会议="秋季学期全体教职工大会")
    assert genre_for(staff).base == "deployment"
    pupils = brief_of(**fields, 会议="秋季学期开学典礼")
    assert genre_for(pupils).id == "school"


def test_an_occasion_of_another_genre_is_told_by_cue_and_genre(folder: Path) -> None:
    _add(folder, "others:\n  - {cue: 会议}\n")
    with pytest.raises(TemplateError, match="others 里有一种写得不对"):
        load_genre("toast")


def test_a_talk_with_the_young_has_what_any_talk_has_and_words_of_its_own() -> None:
    brief = brief_of(
        文种="座谈会讲话",
        会议="返乡创业青年座谈会",
        单位={"名称": "安平县", "层级": "县"},
        主题={"名称": "返乡创业"},
        要点=[{"着眼": "认识"}, {"着眼": "任务"}, {"着眼": "希望"}],
        篇幅=1500,
    )
    assert genre_for(brief).id == "youth"
    bank = load_bank()
    made = draft(brief, bank=bank)
    found = [bank.get(s.pattern or "") for _, s in made.speech.sentences()]
    told = {g for p in found if p is not None and p.part == "points" for g in p.genres}
    assert {"youth", "symposium"} <= told
