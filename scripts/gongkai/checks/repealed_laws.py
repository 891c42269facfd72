"""Laws and administrative regulations that documents of offices often rest on and that have been repealed.

Name without 中华人民共和国, the day from which it no longer applied, what has taken its place. Source: the final articles
of the laws that took their place, which a test reads where the real texts are (`test_corpus_V119`); of those not among them,
the decision that repealed it (营业税暂行条例: 国务院令第691号), or what was published of the new law (公务员法, 食品安全法).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repealed:
    """A repealed law: since when (`2021-01-01`), and by what it was replaced."""

    since: str
    successor: str


_CIVIL = Repealed("2021-01-01", "民法典")
_INVESTMENT = Repealed("2020-01-01", "外商投资法")
_INVESTMENT_RULES = Repealed("2020-01-01", "外商投资法实施条例")
_REGISTRATION = Repealed("2022-03-01", "市场主体登记管理条例")
LAWS: dict[str, Repealed] = {
    **dict.fromkeys(("民法通则", "民法总则", "合同法", "物权法", "担保法", "婚姻法", "继承法", "收养法", "侵权责任法"), _CIVIL),
    **dict.fromkeys(("中外合资经营企业法", "外资企业法", "中外合作经营企业法"), _INVESTMENT),
    **dict.fromkeys(("中外合资经营企业法实施条例", "外资企业法实施细则", "中外合作经营企业法实施细则"), _INVESTMENT_RULES),
    **dict.fromkeys(
        ("公司登记管理条例", "企业法人登记管理条例", "合伙企业登记管理办法", "农民专业合作社登记管理条例", "企业法人法定代表人登记管理规定"),
        _REGISTRATION,
    ),
    "治安管理处罚条例": Repealed("2006-03-01", "治安管理处罚法"),
    "国家公务员暂行条例": Repealed("2006-01-01", "公务员法"),
    "城市规划法": Repealed("2008-01-01", "城乡规划法"),
    "食品卫生法": Repealed("2009-06-01", "食品安全法"),
    "城市房屋拆迁管理条例": Repealed("2011-01-21", "国有土地上房屋征收与补偿条例"),
    "保守国家秘密法实施办法": Repealed("2014-03-01", "保守国家秘密法实施条例"),
    "营业税暂行条例": Repealed("2017-11-19", "增值税法"),
    "排污费征收使用管理条例": Repealed("2018-01-01", "环境保护税法"),
    "行政监察法": Repealed("2018-03-20", "监察法"),
    "烟叶税暂行条例": Repealed("2018-07-01", "烟叶税法"),
    "船舶吨税暂行条例": Repealed("2018-07-01", "船舶吨税法"),
    "车辆购置税暂行条例": Repealed("2019-07-01", "车辆购置税法"),
    "耕地占用税暂行条例": Repealed("2019-09-01", "耕地占用税法"),
    "资源税暂行条例": Repealed("2020-09-01", "资源税法"),
    "化妆品卫生监督条例": Repealed("2021-01-01", "化妆品监督管理条例"),
    "非法金融机构和非法金融业务活动取缔办法": Repealed("2021-05-01", "防范和处置非法集资条例"),
    "契税暂行条例": Repealed("2021-09-01", "契税法"),
    "城市维护建设税暂行条例": Repealed("2021-09-01", "城市维护建设税法"),
    "信访条例": Repealed("2022-05-01", "信访工作条例"),
    "环境噪声污染防治法": Repealed("2022-06-05", "噪声污染防治法"),
    "印花税暂行条例": Repealed("2022-07-01", "印花税法"),
    "个体工商户条例": Repealed("2022-11-01", "促进个体工商户发展条例"),
    "档案法实施办法": Repealed("2024-03-01", "档案法实施条例"),
    "增值税暂行条例": Repealed("2026-01-01", "增值税法"),
}
