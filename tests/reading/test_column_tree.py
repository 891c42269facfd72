"""Organs, 法定事项, columns and the layout of reports in site.yaml: what is read, and what is said of the rest."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column


def problems(column: Callable[..., Column], settings: str) -> list[str]:
    return column({}, settings).lines("C001")


def test_oddities_of_the_tree(column: Callable[..., Column]) -> None:
    settings = """名称: 甲
机关:
  - {名称: 甲局, 层级: 部门}
  - {名称: 乙局, 代码: yi, 层级: 局级, 不涉及: [20-99]}
栏目:
  - {名称: 年报, 目录: reports, 汇集: 年度报告}
  - {名称: 法定, 预设: 县}
  - {法定事项: 20-77}
  - {名称: 全部, 列表: 文件}
"""
    levels = "可用：县级政府、部门、乡镇街道"
    kinds = "、".join(f"“{k}”" for k in ("指南", "制度", "年报", "事项目录", "机构职能", "领导", "重大行政决策", "问答", "建议提案", "项目", "会议", "重点任务", "专题", "公报", "依据目录", "政策清单"))
    assert problems(column, settings) == [
        "site.yaml:3: 错误 C001 机关“甲局”写了层级，没有代码，不能有自己的页面(加上“代码: jyj”，只用小写字母、数字和“-”)",
        f"site.yaml:4: 错误 C001 层级“局级”不认识({levels})",
        "site.yaml:4: 错误 C001 没有法定事项“20-99”(如“20-7”，编号见 docs/站点设置.md)",
        f"site.yaml:6: 错误 C001 汇集“年度报告”不认识(写{kinds}之一)",
        "site.yaml:7: 错误 C001 预设“县”不认识(写“县级政府”、“部门”、“乡镇街道”之一)",
        "site.yaml:8: 错误 C001 没有法定事项“20-77”(如“20-7”，编号见 docs/站点设置.md)",
        "site.yaml:8: 错误 C001 这个栏目没有名称(写“名称: 政府信息公开指南”)",
        "site.yaml:9: 错误 C001 列表“文件”不认识(写“政策”、“解读”、“机关”之一)",
    ]


def test_an_item_of_the_site_itself(column: Callable[..., Column]) -> None:
    settings = "名称: 甲\n法定事项:\n  20-16: {名称: 营商环境, 层级: 部门}\n栏目:\n  - {名称: 法定, 预设: 部门}\n"
    (top,) = column({}, settings).site.settings.columns
    assert [child.name for child in top.children if child.item == "20-16"] == ["营商环境"]


def test_the_layout_of_reports_can_be_replaced(column: Callable[..., Column]) -> None:
    found = column({}, "名称: 甲\n年报格式:\n  申请人: [自然人, 企业|商业企业]\n")
    layout = found.site.settings.report_layout
    assert [label.text for label in layout.applicants] == ["自然人", "企业"]
    assert len(layout.leaves()) == 21, "what is not replaced stays"
    assert found.lines("C001") == []


def test_a_layout_that_cannot_be_read(column: Callable[..., Column]) -> None:
    found = column({}, "名称: 甲\n年报格式:\n  主动公开: [一]\n")
    assert found.lines("C001") == ["site.yaml:2: 错误 C001 年报格式读不出，用了默认的(照 reading/annual_report.yaml 的样子写)"]
    assert len(found.site.settings.report_layout.parts) == 6
