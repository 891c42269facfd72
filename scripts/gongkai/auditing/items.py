"""What inspectors look at, item by item: which rules bear witness, and what only a person can see.

Source: 国办秘函〔2019〕19号检查指标 as copied in standards §4 (单项否决 from the inspection form of the fourth quarter of
2022; the deductions are those whose figures were seen), 条例 and the papers that the rules name. The remaining figures
of the deductions are not public knowledge, so no total score is computed.
"""

from __future__ import annotations

from dataclasses import dataclass

VETO, DEDUCTION, DEMAND = "单项否决", "扣分指标", "其他要求"
PARTS = (VETO, DEDUCTION, DEMAND)


@dataclass(frozen=True, slots=True)
class Item:
    """One inspected item. `rules` bear witness by their ids; `measure` names a figure of `measures` that does.

    `by_hand` says what a person must look at; an item with neither rules nor measure is looked at by hand alone.
    """

    key: str
    part: str
    name: str
    source: str
    rules: tuple[str, ...] = ()
    measure: str = ""
    by_hand: str = ""


OTHERS = "*"
"""In place of a rule's id: every rule that no other item names, so that no problem is left out of an audit."""

_INDICATORS = "国办秘函〔2019〕19号检查指标"

ITEMS = (
    Item("serious-wording", VETO, "严重表述错误", _INDICATORS, ("P121", "P122"), by_hand="领导人姓名和职务、政治性表述，逐篇读"),
    Item("secrets", VETO, "泄露国家秘密、内部资料", _INDICATORS, ("P110", "P111"), by_hand="扫描件和图片里的密级标志"),
    Item("harmful", VETO, "反动、暴力、色情内容或链接", _INDICATORS, by_hand="外链逐个打开看；网站被攻击的迹象"),
    Item("forged-dates", VETO, "弄虚作假（伪造发稿日期）", _INDICATORS, ("T115", "T120"), by_hand="公开日期明显早于上线时间的"),
    Item("opinion", VETO, "造成严重负面舆情", _INDICATORS, by_hand="本季度的舆情记录"),
    Item("reachable", VETO, "站点无法访问", _INDICATORS, by_hand="一周内隔时访问 20 次以上，打不开（15 秒）的不到 5%"),
    Item("home-stale", VETO, "首页不更新", _INDICATORS, measure="home"),
    Item("stale-short", VETO, "动态和文件类栏目不更新（累计 5 个）", _INDICATORS, measure="stale-short"),
    Item("stale-all", VETO, "应更新未更新的栏目（累计 10 个）", _INDICATORS, measure="stale-all"),
    Item("blank", VETO, "空白栏目（累计 5 个）", _INDICATORS, measure="blank"),
    Item("answers", VETO, "互动回应差", _INDICATORS, by_hand="有没有咨询建言的渠道；一年内有没有超过三个月未答复的留言"),
    Item("services", VETO, "服务不实用", _INDICATORS, by_hand="办事服务和办事指南的要素"),
    Item("policy-column", DEDUCTION, "政策文件类栏目 6 个月内有更新（扣 5 分）", "国管局2019年第二季度自查", measure="policy-column"),
    Item("statistics", DEDUCTION, "办事统计数据 3 个月内有更新（扣 2 分）", "国管局2019年第二季度自查", by_hand="办事统计栏目最近一次更新的日期"),
    Item("messages", DEDUCTION, "留言 2 个月内有答复（扣 3 分）", "国管局2019年第二季度自查", by_hand="最近一条留言的答复日期"),
    Item("dates", DEDUCTION, "每条信息注明日期", "2015年全国政府网站普查评分表注", ("C102", "F107")),
    Item("dead-links", DEDUCTION, "没有错链、断链，附件打得开", _INDICATORS,
         ("L101", "L104", "L105", "L106", "L107", "L108", "L116", "L118"), by_hand="外链用 check --online 或逐个打开"),
    Item("outside", DEDUCTION, "不通向非政府网站和 IP 地址", "连云港2023年第二季度检查通报", ("L122", "L123", "L124")),
    Item("identity", DEDUCTION, "域名、名称、网站标识、页脚合规范", "国办发〔2017〕47号",
         ("C104", "C107", "C108", "C109", "C110"), by_hand="党政机关网站标识、“我为政府网站找错”入口打得开"),
    Item("meta", DEDUCTION, "网页标签齐全", "国办发〔2017〕47号", ("C111", "C112", "C113")),
    Item("ipv6", DEDUCTION, "支持 IPv6、HTTPS", _INDICATORS, by_hand="由运维单位出具检测结果"),
    Item("two-way", DEDUCTION, "解读与原文双向关联", "株洲市2022年第四季度、连云港2023年第二季度检查通报", ("L102", "L103", "L109", "L110")),
    Item("explained", DEDUCTION, "应解读的文件有解读", "浙政办发〔2018〕112号；云政办发〔2023〕13号", ("L111", "L112", "C114")),
    Item("explained-in-time", DEDUCTION, "解读及时", "地方口径：公开后 3 个工作日内", ("T104", "T105")),
    Item("wording", DEDUCTION, "没有错别字和用语差错", "钦州2021年第三季度通报", ("P120", "P123", "P124", "P130", "P131", "P132", "P133", "P134", "P137", "P142"),
         by_hand="规则只报错的写法本身不成词的；其余逐篇校对"),
    Item("personal", DEMAND, "不公开个人隐私", "条例第十五条；永安、汉台、云浮等地通报", ("P101", "P102", "P103", "P104", "P105", "P106"),
         by_hand="扫描件和图片；公示名单是否必要"),
    Item("twenty-days", DEMAND, "20 个工作日内公开", "条例第二十六条", ("T101", "T102", "T103")),
    Item("guide", DEMAND, "公开指南、依申请公开要素齐全", "条例第十二条、第二十九条", ("C105", "C106")),
    Item("parts", DEMAND, "栏目齐全、次序和名称统一", "国办公开办函〔2019〕61号", ("C103", "C202")),
    Item("statutory", DEMAND, "法定主动公开内容没有空缺", "条例第二十条、第二十一条", ("C201",), measure="coverage"),
    Item("catalogue", DEMAND, "公开目录的事项有主体、时限、可达的链接", "湖州市2022年政务公开工作要点（十一）", ("C203", "C204", "C211", "C212", "C213")),
    Item("annual-report", DEMAND, "年度报告按时、六部分齐全、表格算得平", "条例第四十九、五十条；国办公开办函〔2021〕30号",
         ("T106", "T107", "T108", "C221", "C222", "C223")),
    Item("validity", DEMAND, "有效性标注正确", "条例第五十三条；拱墅区2020年政务公开工作要点", ("V101", "V103", "V104", "V105", "V106", "V114", "V115", "V118")),
    Item("cleaning", DEMAND, "清理结果与库一致", "长兴、黄岩清理公告",
         ("V102", "V107", "V108", "V109", "V110", "V111", "V112", "V113", "V116", "V117", "V119", "V120")),
    Item("numbers", DEMAND, "文号、统一编号、索引号规范且唯一", "GB/T 9704-2012；条例第十二条",
         ("F101", "F104", "F105", "F108", "F109", "F110", "F111", "F112", "F113", "F114", "F115", "F119", "F120")),
    Item("openness-note", DEMAND, "公开方式与文末附注一致", "鹿城区2020年政务公开工作要点", ("P112",)),
    Item("attachments", DEMAND, "附件格式合适，图片有文字说明", "国办发〔2017〕47号；无障碍环境建设法第三十二条",
         ("L113", "L114", "L115", "L117", "L119", "L120", "L121")),
    Item("shown", DEMAND, "政策文件的展示要素齐全", "拱墅区2020年政务公开工作要点", ("C115", "F006", "F007")),
    Item("date-order", DEMAND, "各个日期互不矛盾", "条例第二十六条；GB/T 9704-2012", ("T113", "T114", "T116", "T117", "T118", "T119")),
    Item("mixed", DEMAND, "没有内容混杂和旧网页的残余", "湖州市2022年政务公开工作要点（十）", ("P135", "P136", "P140", "P141")),
    Item("classes", DEMAND, "标题、文种、主题、机关名称规范", "党政机关公文处理工作条例第八条；国务院公文主题分类",
         ("F117", "F121", "F122", "F123", "F124")),
    Item("internal", DEMAND, "不公开内部事务和过程性信息", "条例第十六条", ("F118",), by_hand="请示、报告、纪要是否应当公开"),
    Item("participation", DEMAND, "决策环节、征求意见、建议提案答复、任务进展如期公开", "重大行政决策程序暂行条例；拱墅区2020年政务公开工作要点",
         ("C231", "C232", "C233", "T201", "T202", "T203")),
    Item("waivers", DEMAND, "豁免有理由、有用、没有过期", "本工具的约定", ("F201", "F202", "F203", "F204")),
    Item("search", DEMAND, "能检索、查阅、下载", "条例第二十四条", measure="search"),
    Item("others", DEMAND, "其他规则", "各条规则所注", (OTHERS,)),
)  # fmt: skip

SEEN_BY_MEASURES = frozenset(("C101", "T109", "T110", "T111", "T112"))
"""Rules whose findings the measures tell already; what falls due is no fault yet."""
