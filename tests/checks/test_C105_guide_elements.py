"""Rule C105: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column

SETTINGS = """名称: 甲区政府信息公开
栏目:
  - {名称: 公开指南, 目录: guide, 类型: 信息公开指南, 汇集: 指南}
"""
HEAD = "---\n标题: 指南\n公开日期: 2023-01-01\n{}---\n\n"
CLASSES = "信息分类、编排体系、获取方式。目录有索引、名称、内容概述、生成日期。"
CONTACT = "机构名称：办公室；办公地址：一路1号；办公时间：工作日；联系电话、传真号码、电子邮箱。"


def test_pages_of_one_guide_count_together(column: Callable[..., Column]) -> None:
    files = {"content/guide/a.md": HEAD.format("") + CLASSES, "content/guide/b.md": HEAD.format("") + CONTACT}
    assert column(files, SETTINGS).lines("C105") == []


def test_what_the_guide_leaves_out(column: Callable[..., Column]) -> None:
    files = {"content/guide/a.md": HEAD.format("") + "信息分类、编排体系、获取方式。办公地址：一路1号。目录有索引和名称。"}
    assert column(files, SETTINGS).lines("C105") == [
        "content/guide/a.md:2: 警告 C105 “公开指南”里关于目录，没有写内容概述、生成日期(条例第十二条要求写明，补上)",
        "content/guide/a.md:2: 警告 C105 “公开指南”里没有写机构名称、办公时间、电话、传真、互联网(条例第十二条要求写明，补上)",
    ]


def test_each_organ_s_guide_says_its_own(column: Callable[..., Column]) -> None:
    kind = HEAD.format("页面类型: 指南\n")
    files = {
        "content/guide/a.md": HEAD.format("") + CLASSES + CONTACT,
        "content/organs/jyj.md": kind + "信息分类、编排体系见全区指南。获取方式：" + CONTACT.replace("传真号码", ""),
        "content/organs/mzj.md": kind + "信息分类、编排体系见全区指南。获取方式：" + CONTACT,
    }
    assert column(files, SETTINGS).lines("C105") == [
        "content/organs/jyj.md:2: 警告 C105 这份指南没有写传真(条例第十二条要求写明，补上；全区一样的，写明见哪里)"
    ]


def test_a_guide_without_a_page_is_an_empty_column(column: Callable[..., Column]) -> None:
    assert column({}, SETTINGS).lines("C105") == []
