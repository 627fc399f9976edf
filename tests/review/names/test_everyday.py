"""Everyday words, and the unit's own world, that only look like names."""

import pytest

from ..small import brief_with, found, speech_with


@pytest.mark.parametrize(
    "sentence",
    [
        "许多县长都来了，河长和林长也来了，马上市长就到。",
        "要完善应急预案，县里要制定完善的实施方案，城市防汛应急预案也要练，上班的时间要守。",
        "教研组、备课组的老师从小店、小铺买来扫帚，老石头、水龙头都冻住了。",
        "县城扫雪的大队人马到了，各县支援的同志也到了。",
        "舍小家、顾大家，祝福家乡，和县里一起干，投资办厂，迈出一小步，培训办到岗位。",
        "专项行动要抓实，民生工程要办好，各类文体活动要少而精，有关管理办法要公开。",
        "生产部门、组织部门和技术处置都要跟上，信息中心城区、教室、好处各有各的用处。",
        "这次会议开得好，全县的会议都要这样开，依法办事，讲究方法。",
        "全县各乡镇、各部门要动起来，县委、县政府高度重视。",
        "各级党组织书记要带头，广大党员干部要冲在前。",
        "一是快，二是净，三是安全，三个环节都要抓住。",
        "这是“一把手”工程，要打通“最后一公里”。",
        "河北省、衡水市对这项工作都有要求。",
        "11月21日以后，随时可能下雪，安平人不怕雪。",
        "李县长讲过，雪就是命令。",
        "长子要照看老人，和平年代也要有人守夜。",
        "江山就是人民，太平来之不易，高速公路沿线要先清。",
        "城市公园、老旧小区和文化广场都要有人管。",
        "这项工作任何国家都难，关键在于立足自己。",
        "由各村党支部负责，农村、示范村、镇村干部一起上。",
        "11月21日前村村通得上，宣讲进学校、进社区、进企业。",
        "一成不变不行，翻来覆去也不行，第一时间要到。",
        "园林建设、桥梁建造各有各的难，紧张志气不紧张。",
        "要在评论区里回应，把初心使命学懂弄通，维稳处突不松劲，培训办什么要问群众。",
        "楼栋长要把情况摸清，给自己定一张小计划，毛毛雨也要防。",
        "实行学院负责制，充分调动二级学院的积极性，新材料项目、高端装备项目要先清，项目部要备好机械。",
        "对面的山下，县城市政道路要先清，大城市、小城市的道路也要先清。",
        "电厂、药厂要带头，西部片区的路要先修，各村庄的路要跟上，江河安澜。",
        "守好通组道路，担起通组公路管护，打好中小学生安全这一仗，看清原奶质量。",
        "县里的大局、县直单位的饭局、市场格局、县城建设布局，一盘棋局里各有各的位置。",
        "雪大的时候，医生连喝口水的工夫也没有，司机连吃饭的时间都没有。",
        "集中化解矛盾，空中核对数据，热热乎乎过冬，群众行动起来，要多拍一些一线的镜头。",
        "水龙头滴滴答答，值周老师送到路口，把人接到路边。",
        "县城投入加大，全县一线上下都要动，中央行动起来，双手双脚要暖和。",
        "把扫帚修一修，试一试新办法，议一议办法，小熊玩具要晾干，桥归桥，路归路，一个榜样胜过十本教科书。",
        "账要日清月结，每天开工前先试一遍，积木的家在架子上，小熊的家在篮子里，这件事有十二分的把握，孟夏时节也不怕雪。",
        "农家店、专家店面都开了门，把雪清完，把路铺好，天冷路滑，医生护士连轴转，关工委的老同志和老人协会也来了，请妇女组成服务队。",
    ],
)
def test_the_units_own_world_and_common_words_are_allowed(sentence):
    assert found(speech_with(sentence), brief_with()) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "带着感情去扫，效果会好得多。",
        "有的地方路修好了，没人养护。",
        "窗口的同志一天要说上百遍同样的话。",
        "偏远自然村的路更要扫净。",
        "居安思危这根弦要绷紧。",
        "谢天谢地，雪总算停了。",
        "走了四里山路才到。",
        "黄牛默默走在雪里。",
        "解决路段沟渠质量不高的问题，就从这里抓起。",
        "抢救区和留观区要分开，装卸区不许停车。",
        "跨地区的线索要互相通气。",
        "对照任务排出计划，一步一步往前走。",
        "部分高岗村饮水还有困难。",
    ],
)
def test_what_only_looks_like_one(sentence):
    findings = found(speech_with(sentence), brief_with())
    assert [f.text for f in findings if f.level in ("error", "warning")] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "要落实老师傅带教，把手艺传下去。",
        "讲得明白些，年轻人容易接受老同志的经验。",
        "雪天停课要及时告知老师，学生滞留校内时安排老师看护。",
        "要经常走访老同志，及时发现老同志的难处。",
        "积雪要做到及时清运，值守电话随时畅通，要把关健康证明。",
        "要认真了解支部活动情况，切实解决支部活动场地不够的问题。",
        "主产区要扛起责任，易涝区、采空区、停车区要先清，守牢景区安全。",
        "公路建得再好，也要有人扫；门关得响一点，话说得轻一点。",
    ],
)
def test_words_that_end_or_begin_inside_others_name_nobody(sentence):
    assert found(speech_with(sentence), brief_with()) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("向全县教师推荐容建国老师的做法。", "容建国"),
        ("这件事要及时告知时建国老师。", "时建国"),
        ("学校安排王志强老师看护。", "王志强"),
        ("请局长江涛把关。", "江涛"),
        ("要学习清溪区的做法。", "清溪区"),
        ("深入开展蓝盾支部活动。", "蓝盾支部活动"),
    ],
)
def test_names_beside_such_words_are_still_found(sentence, name):
    assert any(name in f.text for f in found(speech_with(sentence), brief_with()))


def test_who_speaks_for_a_committee_has_not_misspelt_another():
    task = {"任务": "提高代表建议质量", "责任": "代表工委"}
    brief = brief_with(要点=[{"着眼": "任务", "内容": [task]}])
    said = "提高代表建议质量，由{}负责。"
    right = said.format("代表工委")
    assert not found(speech_with(right, "我代表县委，向大家表示问候。"), brief, "fact-altered")
    wrong = speech_with(right, "这件事也由代表公委督办。")
    assert found(wrong, brief, "fact-altered")


def test_an_organ_that_patterns_have_at_the_head_of_a_sentence_is_none_of_somebody():
    said = "要把雪扫净。供销社的根基在农村。"
    assert found(speech_with(said), brief_with(), "foreign-organisation") == []
    assert found(speech_with("供销社昨夜也扫了雪。"), brief_with(), "foreign-organisation")
