"""Rule C111: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column

SITE = "名称: 甲区政府信息公开\n主办单位: 甲\n网站名称: 甲区政府网\n网站域名: www.jia.gov.cn\n网站标识码: '3303020001'\n栏目:\n"


def test_what_the_tags_of_every_page_lack(column: Callable[..., Column]) -> None:
    assert column({}, "网站名称: 甲\n名称: 甲区政府信息公开\n").lines("C111") == [
        "site.yaml:1: 警告 C111 没有写“网站域名”（SiteDomain）、“网站标识码”（SiteIDCode）、“主办单位”（ContentSource），网页的标签就缺了(在 site.yaml 里写上)"
    ]


def test_what_a_column_s_tags_lack(column: Callable[..., Column]) -> None:
    settings = SITE + "  - {名称: 政策, 列表: 政策, 类型: 政策文件}\n  - {名称: 解读, 列表: 解读, 类型: 政策解读, 说明: 解读, 关键词: [解读]}\n"
    assert column({}, settings).lines("C111") == [
        "site.yaml:7: 警告 C111 栏目“政策”没有写“说明”（ColumnDescription）、“关键词”（ColumnKeywords）(写上，网页标签要用)"
    ]
