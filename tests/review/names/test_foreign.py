import pytest

from drafter.speech import Paragraph, Speech

from ..small import brief_with, found, speech_with


@pytest.mark.parametrize(
    ("sentence", "code", "words"),
    [
        ("感谢湖北省张家界的支持。", "foreign-place", "张家界"),
        ("沈从文县长多次过问。", "foreign-person", "沈从文"),
        ("庹师傅修好了雪铲。", "foreign-person", "庹"),
        ("外科的宿医生也来扫雪。", "foreign-person", "宿"),
        ("雪铲是汉娜·舒曼设计的。", "foreign-person", "汉娜·舒曼"),
        ("隔壁的东山县扫得更净。", "foreign-place", "东山县"),
        ("县里有一份道路清雪五年行动计划。", "foreign-document", "五年行动计划"),
        ("北航的专家看过雪铲。", "foreign-organisation", "北航"),
        ("清完这条街要一个半小时。", "foreign-number", "一个半"),
        ("巷口的雪堆了七八米。", "foreign-number", "七八米"),
        ("许立向县长多次过问。", "foreign-person", "许立向"),
        ("高二（3）班的段小雪起得最早。", "foreign-person", "段小雪"),
        ("残疾人曲波也来扫雪。", "foreign-person", "曲波"),
        ("老田头跟我说过这件事。", "foreign-person", "老田头"),
        ("石门沟的老乡都认得他。", "foreign-place", "石门沟"),
        ("市渔政支队借来了车。", "foreign-organisation", "市渔政支队"),
        ("请按市突发环境事件应急预案办。", "foreign-document", "应急预案"),
        ("对照重大事故隐患判定标准逐项过。", "foreign-document", "判定标准"),
        ("“拿地即开工”改革不能停。", "foreign-quote", "拿地即开工"),
        ("“邻里守望”志愿服务不能断。", "foreign-quote", "邻里守望"),
        ("“暖企惠企百日行”要走到每一家。", "foreign-quote", "百日行"),
        ("“三抓三促”要一直做下去。", "foreign-quote", "三抓三促"),
        ("昨天的现场观摩会给大家提了醒。", "foreign-document", "现场观摩会"),
        ("市投促局的同志也来了。", "foreign-organisation", "市投促局"),
        ("省厅那份考评办法我们都学过。", "foreign-document", "那份考评办法"),
        ("县委常委霍去疾同志来过街口。", "foreign-person", "霍去疾"),
        ("在佘有粮的带动下，人人扫雪。", "foreign-person", "佘有粮"),
        ("请尹总回去再想想。", "foreign-person", "尹"),
        ("正如段总所说，雪情就是命令。", "foreign-person", "段总"),
        ("石匠出身的匡师傅修好了雪铲。", "foreign-person", "匡"),
        ("网格员老蒯没有合眼。", "foreign-person", "老蒯"),
        ("首席技师项铁牛修好了雪铲。", "foreign-person", "项铁牛"),
        ("他和商人屠某称兄道弟。", "foreign-person", "屠某"),
        ("巷口的牟三爷也来扫雪。", "foreign-person", "牟"),
        ("我们的邻居艾则孜大叔也来了。", "foreign-person", "艾则孜"),
        ("周末的现场观摩会要备好车。", "foreign-document", "现场观摩会"),
        ("我代表青山县作个汇报。", "foreign-place", "青山县"),
        ("三八红旗手扫得最快。", "foreign-honour", "三八红旗手"),
        ("实验二小的操场扫净了。", "foreign-organisation", "实验二小"),
        ("要学习桑植县的做法。", "foreign-place", "桑植县"),
        ("要学习清河经验，建设美丽清河。", "foreign-place", "清河"),
        ("王建国指出，雪情就是命令。", "foreign-person", "王建国"),
        ("以张玉环为组长的专班已经成立。", "foreign-person", "张玉环"),
        ("今天我们动员青禾县上下一起清雪。", "foreign-place", "青禾县"),
        ("刚才，王建国副县长作了通报。", "foreign-person", "王建国"),
        ("感谢赵局长。", "foreign-person", "赵"),
        ("由县公安局维持秩序。", "foreign-organisation", "县公安局"),
        ("鼎泰化工有限公司捐了物资。", "foreign-organisation", "鼎泰化工有限公司"),
        ("已经备下融雪剂320吨。", "foreign-number", "320"),
        ("有三成路段还没有清完。", "foreign-number", "三成"),
        ("要在12月15日前完成。", "foreign-date", "12月15日"),
        ("要落实《城市道路清雪规定》。", "foreign-document", "《城市道路清雪规定》"),
        ("要打好“白雪行动”这一仗。", "foreign-quote", "白雪行动"),
        ("要像刘德胜那样干。", "foreign-person", "刘德胜"),
        ("这时欧阳建华第一个拿起铁锹。", "foreign-person", "欧阳建华"),
        ("感谢白志明的提醒。", "foreign-person", "白志明"),
        ("买买提·艾力一家也来帮忙。", "foreign-person", "买买提·艾力"),
        ("大王庄村扫得最干净。", "foreign-place", "大王庄村"),
        ("石门坎社区要跟上。", "foreign-place", "石门坎社区"),
        ("长三角的机械已经备好。", "foreign-place", "长三角"),
        ("融雪剂由华为公司调运。", "foreign-organisation", "华为"),
        ("安康小学停课一天。", "foreign-organisation", "安康小学"),
        ("去年八月就备下了机械。", "foreign-date", "去年八月"),
        ("下周一要清完主路。", "foreign-date", "下周一"),
        ("明年春节前要再清一遍。", "foreign-date", "明年春节前"),
        ("清雪速度排在全市第三。", "foreign-number", "全市第三"),
        ("效率要翻两番。", "foreign-number", "翻两番"),
        ("机械增加一成。", "foreign-number", "一成"),
        ("近千人上街清雪。", "foreign-number", "近千"),
        ("调来上百家单位帮忙。", "foreign-number", "上百"),
        ("先后清了十余次。", "foreign-number", "十余"),
        ("花了一千多万元。", "foreign-number", "一千"),
        ("数以万计的群众出了门。", "foreign-number", "数以万计"),
        ("半数以上的路段已经通车。", "foreign-number", "半数以上"),
        ("连续八年没有封路。", "foreign-number", "八年"),
        ("速度提升一倍。", "foreign-number", "一倍"),
        ("一周内要见底。", "foreign-date", "一周内"),
        ("明年年底建成融雪站。", "foreign-date", "明年年底"),
        ("年底前要换完机械。", "foreign-date", "年底前"),
        ("五一前后再回头看。", "foreign-date", "五一"),
        ("前年冬天吃过亏。", "foreign-date", "前年冬"),
        ("昨天下午已经开过会。", "foreign-date", "昨天下午"),
        ("逄增玉整夜没有合眼。", "foreign-person", "逄增玉"),
        ("宓向东把铁锹都用断了。", "foreign-person", "宓向东"),
        ("吴芳送来了姜汤。", "foreign-person", "吴芳"),
        ("阿依古丽一家也来帮忙。", "foreign-person", "阿依古丽"),
        ("老支书老马最早出门。", "foreign-person", "老马"),
        ("尊敬的张市长来看望大家。", "foreign-person", "张"),
        ("王大爷扫了门前雪。", "foreign-person", "王"),
        ("人人都是活雷锋。", "foreign-person", "雷锋"),
        ("谢长河的故事传遍了全城。", "foreign-person", "谢长河"),
        ("昆山能做到的，这里也能做到。", "foreign-place", "昆山"),
        ("前些天去义乌取了经。", "foreign-place", "义乌"),
        ("让宜都这张名片更亮。", "foreign-place", "宜都"),
        ("青岛港口的工人就是这样干的。", "foreign-place", "青岛"),
        ("人民路沿线先清。", "foreign-place", "人民路"),
        ("天鹅湖公园暂停开放。", "foreign-place", "天鹅湖公园"),
        ("梅子坳的路还没有通。", "foreign-place", "梅子坳"),
        ("丁家营乡要跟上。", "foreign-place", "丁家营乡"),
        ("由财务科付清工钱。", "foreign-organisation", "财务科"),
        ("河长办统筹调度。", "foreign-organisation", "河长办"),
        ("第二项目部的做法值得推广。", "foreign-organisation", "第二项目部"),
        ("一中的学生也来扫雪。", "foreign-organisation", "一中"),
        ("建设银行捐了铁锹。", "foreign-organisation", "建设银行"),
        ("鑫达矿业停产让路。", "foreign-organisation", "鑫达矿业"),
        ("全省经济工作会议刚刚闭幕。", "foreign-document", "全省经济工作会议"),
        ("全国两会胜利召开。", "foreign-document", "全国两会"),
        ("严格执行环境保护法。", "foreign-document", "环境保护法"),
        ("对照信访工作条例逐条检查。", "foreign-document", "信访工作条例"),
        ("百余人连夜上街。", "foreign-number", "百余"),
        ("十来家单位出了车。", "foreign-number", "十来"),
        ("拖走了冀A70K53。", "foreign-number", "冀A70K53"),
        ("收益三七开。", "foreign-number", "三七开"),
        ("熬了两天两夜。", "foreign-number", "两天两夜"),
        ("半数企业停了工。", "foreign-number", "半数"),
        ("误差降到千分之二。", "foreign-number", "千分之二"),
        ("蒋常务副县长到了现场。", "foreign-person", "蒋"),
        ("热丽库老师也来扫雪。", "foreign-person", "热丽库"),
        ("县交通执法大队守在路口。", "foreign-organisation", "县交通执法大队"),
        ("下周清完背街小巷。", "foreign-date", "下周"),
        ("明春还要再清一遍。", "foreign-date", "明春"),
        ("张某因为失职受到处理。", "foreign-person", "张某"),
        ("我市教育局部署得早。", "foreign-organisation", "市教育局"),
        ("石门坎派出所昼夜值守。", "foreign-organisation", "石门坎派出所"),
        ("第九届荷花节圆满成功。", "foreign-document", "第九届荷花节"),
        ("新加坡从不下雪。", "foreign-place", "新加坡"),
        ("目光要投向西安。", "foreign-place", "西安"),
        ("曹县的电商早就通了。", "foreign-place", "曹县"),
        ("农民宋老六扫得最净。", "foreign-person", "宋老六"),
        ("白大成等同志主动请战。", "foreign-person", "白大成"),
        ("育才学校停课一天。", "foreign-organisation", "育才学校"),
        ("市志愿者联合会来了人。", "foreign-organisation", "市志愿者联合会"),
        ("县委常委会专题研究。", "foreign-document", "县委常委会"),
        ("下半年换完机械。", "foreign-date", "下半年"),
        ("花了七八百万元。", "foreign-number", "七八百万"),
        ("李局长讲得好。", "foreign-person", "李"),
        ("村里的顾金生最早出门。", "foreign-person", "顾金生"),
        ("技术员小蒋守着机械。", "foreign-person", "小蒋"),
        ("县作家协会来采风。", "foreign-organisation", "县作家协会"),
        ("安监站天天查。", "foreign-organisation", "安监站"),
        ("时间缩短了一半。", "foreign-number", "一半"),
        ("先后六次登门。", "foreign-number", "六次"),
        ("十年前签的协议要算数。", "foreign-number", "十年前"),
        ("上午十点通车。", "foreign-date", "上午十点"),
        ("实验小学停课一天。", "foreign-organisation", "实验小学"),
        ("感谢宏图集团的支持。", "foreign-organisation", "宏图集团"),
        ("听蒋月娥讲过去的事。", "foreign-person", "蒋月娥"),
        ("遵守道路交通安全法。", "foreign-document", "道路交通安全法"),
        ("省气象台发出预警。", "foreign-organisation", "省气象台"),
        ("要落实省委全会精神。", "foreign-document", "省委全会"),
        ("南岭市的同志也来了。", "foreign-place", "南岭市"),
        ("我联系的和平社区已经清完。", "foreign-place", "和平社区"),
        ("新华社区还没有清完。", "foreign-place", "新华社区"),
        ("槐树庄的路最难清。", "foreign-place", "槐树庄"),
        ("漳河两岸的路面已经结冰。", "foreign-place", "漳河"),
        ("他扎根大亮山多年。", "foreign-place", "大亮山"),
        ("抓好红旗水库的防冻。", "foreign-organisation", "红旗水库"),
        ("希望小学停课一天。", "foreign-organisation", "希望小学"),
        ("云坪三中的学生也来扫雪。", "foreign-organisation", "云坪三中"),
        ("田家炳中学停课一天。", "foreign-organisation", "田家炳中学"),
        ("宏达新材料项目停工让路。", "foreign-organisation", "宏达新材料"),
        ("宏图地产捐了铁锹。", "foreign-organisation", "宏图地产"),
        ("兴盛烟花爆竹厂停产让路。", "foreign-organisation", "兴盛烟花爆竹厂"),
        ("巡特警大队昼夜值守。", "foreign-organisation", "巡特警大队"),
        ("三支队昼夜值守。", "foreign-organisation", "三支队"),
        ("请县安全保卫局抓紧整改。", "foreign-organisation", "县安全保卫局"),
        ("县委农办统筹调度。", "foreign-organisation", "县委农办"),
        ("会议由副县长黄海主持。", "foreign-person", "黄海"),
        ("要做好滦河的防汛准备。", "foreign-place", "滦河"),
        ("青龙河是全县的母亲河。", "foreign-place", "青龙河"),
        ("云雾山下，积雪未化。", "foreign-place", "云雾山"),
        ("请红旗林场备好机械。", "foreign-place", "红旗林场"),
        ("我走访了光明社区的老人。", "foreign-place", "光明社区"),
        ("县水文站昼夜值守。", "foreign-organisation", "县水文站"),
        ("谷文昌种下了一片林海。", "foreign-person", "谷文昌"),
        ("年级主任何建华谈了体会。", "foreign-person", "何建华"),
        ("雷霆行动不能松劲。", "foreign-campaign", "雷霆行动"),
        ("春雷专项整治行动不能松劲。", "foreign-campaign", "春雷专项整治行动"),
        ("强基固本工程要接着做。", "foreign-campaign", "强基固本工程"),
        ("百日攻坚要再加一把劲。", "foreign-campaign", "百日攻坚"),
        ("“清风”行动查了不少问题。", "foreign-quote", "清风"),
        ("“千企帮千村”要接着做。", "foreign-quote", "千企帮千村"),
        ("“双创双服”不能忘。", "foreign-quote", "双创双服"),
        ("华能的人来看了场地。", "foreign-organisation", "华能"),
        ("中冶五局要备好机械。", "foreign-organisation", "中冶五局"),
        ("县职校的实训楼要备好机械。", "foreign-organisation", "县职校"),
        ("县城投的账要算清。", "foreign-organisation", "县城投"),
        ("京广线上的雪要先清。", "foreign-place", "京广"),
        ("库管员米尔扎提发现了苗头。", "foreign-person", "米尔扎提"),
        ("拉夫罗夫也来了。", "foreign-person", "拉夫罗夫"),
        ("街坊莫其昌把雪铲借给了大家。", "foreign-person", "莫其昌"),
        ("听完路振华的话，人人动手扫雪。", "foreign-person", "路振华"),
        ("康家洼通了扫雪车。", "foreign-place", "康家洼"),
        ("我和宫检察长说过雪的事。", "foreign-person", "宫"),
        ("高桥枢纽的雪最厚。", "foreign-place", "高桥枢纽"),
        ("丛书记走的时候雪还没有停。", "foreign-person", "丛"),
        ("有一位叫米来福的老人在扫雪。", "foreign-person", "米来福"),
        ("在简满的带领下，雪扫得最净。", "foreign-person", "简满"),
        ("名人旧址、李家旧址都要清。", "foreign-place", "旧址"),
        ("牧其昌副局长铲了一夜的雪。", "foreign-person", "牧其昌"),
        ("雪情都发在浙里办上。", "foreign-organisation", "浙里办"),
        ("“扫一扫”小程序要用起来。", "foreign-quote", "扫一扫"),
        ("铲车运走雪块一百来吨。", "foreign-number", "一百"),
        ("九龙农贸市场的雪没有清。", "foreign-place", "九龙农贸市场"),
    ],
)
def test_what_the_brief_does_not_name_is_found(sentence, code, words):
    (finding,) = found(speech_with(sentence), brief_with())
    assert finding.code == code
    assert words in finding.text
    assert finding.paragraph == "p6"
    assert finding.level == "error"


@pytest.mark.parametrize(
    ("sentence", "code", "words"),
    [
        ("政法委要牵头协调。", "foreign-organisation", "政法委"),
        ("扫雪行动要早一点开始。", "foreign-campaign", "扫雪行动"),
        ("“清风”不是一阵风。", "foreign-quote", "清风"),
        ("下个月再来看。", "foreign-date", "下个月"),
        ("清廉村居建设走在了前头。", "foreign-campaign", "清廉村居建设"),
        ("小寒前要清到边角。", "foreign-date", "小寒"),
        ("要借中博会的东风。", "foreign-campaign", "中博会"),
        ("全力打好脱贫攻坚战。", "foreign-campaign", "脱贫攻坚战"),
        ("创建全国文明城市进入冲刺阶段。", "foreign-campaign", "全国文明城市"),
    ],
)
def test_what_is_less_sure_is_a_warning(sentence, code, words):
    (finding,) = found(speech_with(sentence), brief_with())
    assert (finding.code, finding.level) == (code, "warning")
    assert words in finding.text


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


def test_superiors_and_jurisdiction_of_the_brief_are_allowed():
    sentence = "青川市要求高，清河镇、石桥镇要先行。"
    assert found(speech_with(sentence), brief_with(), "foreign-place") != []
    allowed = brief_with(上级=["青川市"], 下辖=["清河镇", "石桥镇"])
    assert found(speech_with(sentence), allowed) == []


def test_a_name_is_allowed_as_the_brief_has_it_and_for_short():
    brief = brief_with(议程=[{"主体": "安平县应急管理局", "事项": "通报了雪情"}])
    said = "刚才，安平县应急管理局通报了雪情，县应急管理局的建议很好。"
    assert found(speech_with(said), brief) == []


def test_the_same_office_of_another_level_is_foreign():
    brief = brief_with(议程=[{"主体": "县应急管理局", "事项": "通报了雪情"}])
    said = "刚才，县应急管理局通报了雪情，市应急管理局提出要求。"
    assert [f.text for f in found(speech_with(said), brief)] == ["市应急管理局"]


def test_the_same_office_of_another_city_is_foreign():
    brief = brief_with(议程=[{"主体": "市公安局", "事项": "通报了雪情"}])
    said = "刚才，市公安局通报了雪情，江城市公安局来了人。"
    assert [f.text for f in found(speech_with(said), brief)] == ["江城市"]


def test_a_meeting_of_those_above_is_not_the_units_own():
    brief = brief_with(依据=["贯彻县委经济工作会议精神"])
    said = "要贯彻县委经济工作会议精神，{}。"
    assert found(speech_with(said.format("一件一件落实")), brief) == []
    (finding,) = found(speech_with(said.format("这也是中央经济工作会议的要求")), brief)
    assert (finding.code, finding.text) == ("foreign-document", "中央经济工作会议")


def test_an_office_of_the_province_is_not_the_firms_own():
    brief = brief_with(
        单位={"名称": "安平建设集团", "层级": "集团"},
        议程=[{"主体": "集团纪委", "事项": "通报了案件"}],
    )
    said = "刚才，集团纪委通报了案件，{}。"
    assert found(speech_with(said.format("大家要记住")), brief, "foreign-organisation") == []
    (finding,) = found(speech_with(said.format("省纪委点了名")), brief, "foreign-organisation")
    assert finding.text == "省纪委"


def test_a_village_of_the_brief_is_known_after_a_preposition():
    brief = brief_with(单位={"名称": "柳河村", "层级": "村"}, 会议="柳河村重阳敬老活动")
    speech = speech_with("在柳河村住了一辈子的老人都来了。", title="在柳河村重阳敬老活动上的讲话")
    assert found(speech, brief, "foreign-place") == []
    assert found(speech_with("今天，我们召开柳河村重阳会。"), brief, "foreign-place") == []
    assert found(speech_with("在石桥村住了一辈子。"), brief, "foreign-place") != []


def test_a_bare_name_almost_the_rosters_is_found():
    brief = brief_with(名单=[{"姓名": "周文静", "职务": "副县长"}])
    (finding,) = found(speech_with("分管这项工作的是周文净，大家找得到她。"), brief)
    assert (finding.code, finding.text) == ("fact-altered", "周文净")
    brief = brief_with(名单=[{"姓名": "赖有才", "职务": "副县长"}])
    (finding,) = found(speech_with("分管这项工作的是赖国才，大家找得到他。"), brief)
    assert (finding.code, finding.text) == ("fact-altered", "赖国才")


def test_an_everyday_word_like_a_name_of_the_brief_is_none():
    brief = brief_with(名单=[{"姓名": "周敏", "职务": "副县长"}])
    assert found(speech_with("考虑要周全，安排要细致。"), brief) == []
    (finding,) = found(speech_with("刚才，周明讲得好。"), brief)
    assert (finding.code, finding.text) == ("fact-altered", "周明")


def test_a_name_is_reported_once():
    speech = speech_with("学习桑植县。", "再说一遍，学习桑植县的经验。")
    assert len(found(speech, brief_with(), "foreign-place")) == 1


def test_a_figure_with_another_unit_is_another_fact():
    brief = brief_with(成绩=["去年清理道路186公里，出动机械12台"])
    said = "去年清理道路186公里，出动机械12台，{}。"
    assert found(speech_with(said.format("路好走了")), brief) == []
    (finding,) = found(speech_with(said.format("用了12天")), brief, "foreign-number")
    assert finding.text == "12"


def test_the_digits_of_a_date_are_no_figures_of_the_brief():
    (finding,) = found(speech_with("这场雪下了21天。"), brief_with(), "foreign-number")
    assert finding.text == "21"


def test_a_deadline_of_this_year_may_leave_the_year_out():
    brief = brief_with(号召={"目标": "今年12月底前备足机械"})
    assert found(speech_with("12月底前，今年12月底前备足机械。"), brief, "foreign-date") == []


@pytest.mark.parametrize("said", ["把守好群众看病钱学深一层。", "和大家谈一谈守好群众看病钱。"])
def test_what_is_half_of_the_topic_is_nobody(said: str) -> None:
    brief = brief_with(主题={"名称": "守好群众看病钱"})
    assert not found(speech_with(said), brief, "foreign-person", "fact-altered")
    assert found(speech_with("要学习钱学深同志。"), brief, "foreign-person")


@pytest.mark.parametrize("said", ["抓", "要充分认识", "衡量"])
def test_a_topic_that_begins_as_a_bodys_name_is_none_with_the_words_before_it(said: str) -> None:
    topic = "供销合作社综合改革"
    brief = brief_with(主题={"名称": topic})
    assert found(speech_with(f"{said}{topic}的分量。"), brief, "foreign-organisation") == []
    other = speech_with(f"要学习清河{topic}的办法。")
    assert found(other, brief, "foreign-organisation", "foreign-place") != []


def test_a_topic_that_begins_as_a_village_ends_makes_none_with_the_words_before_it() -> None:
    brief = brief_with(主题={"名称": "村道养护"})
    assert found(speech_with("要弄清村道养护的道理。"), brief, "foreign-place") == []
    assert found(speech_with("要学习石桥村道养护的做法。"), brief, "foreign-place") != []


def test_a_name_of_two_characters_runs_into_no_word() -> None:
    brief = brief_with(讲话人={"姓名": "周立", "职务": "县长"})
    speaker = {"speaker": "县长　周立"}
    assert found(speech_with("拆成月目标、周计划。", **speaker), brief, "fact-altered") == []
    (finding,) = found(speech_with("刚才，周丽讲得好。", **speaker), brief)
    assert (finding.code, finding.text) == ("fact-altered", "周丽")


def test_a_rare_word_before_a_slip_in_the_units_name_hides_nothing():
    brief = brief_with(单位={"名称": "临江市公安局", "层级": "市"})
    (finding,) = found(speech_with("今天举行东江市公安局清雪动员会。"), brief, "fact-altered")
    assert finding.text == "东江市公安局"


@pytest.mark.parametrize(("lanes", "codes"), [(12, []), (11, ["foreign-number"])])
def test_as_many_points_as_there_are_are_no_figure_though_the_brief_has_it_of_others(lanes, codes):
    brief = brief_with(成绩=["12号巷已经扫净"])
    speech = speech_with("12号巷已经扫净。", "有十二个环节不能含糊。")
    *before, last = speech.paragraphs
    points = [Paragraph(f"h{n}", "heading", "巷口要扫净。", level=1) for n in range(lanes)]
    findings = found(Speech((*before, *points, last)), brief, "foreign-number")
    assert [f.code for f in findings] == codes


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
    ],
)
def test_what_only_looks_like_one(sentence):
    findings = found(speech_with(sentence), brief_with())
    assert [f.text for f in findings if f.level in ("error", "warning")] == []
