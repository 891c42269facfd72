"""What lies in a column, and who has published what of the 法定事项."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

from gongkai.linking.column_contents import column_contents
from gongkai.linking.coverage import coverage
from gongkai.model.settings import Column as SettingsColumn

SETTINGS = """名称: 甲
机关:
  - {名称: 甲区人民政府, 代码: jia, 代字: [甲政发], 层级: 县级政府}
  - {名称: 甲区教育局, 代码: jyj, 层级: 部门, 不涉及: [20-4, 第二十条第（八）项]}
  - {名称: 甲镇人民政府, 代码: zhen, 层级: 乡镇街道}
栏目:
  - 名称: 法定
    目录: disclosure
    预设: 县级政府
    子栏目: [{法定事项: 20-4, 名称: 统计, 更新周期: 90}, {名称: 别的, 列表: 政策}]
  - {名称: 年报, 目录: reports, 汇集: 年报, 更新周期: 366}
"""
PAGE = "---\n标题: {}\n公开日期: {}\n发布机关: {}\n{}---\n\n文。\n"
FILES = {
    "content/disclosure/a.md": PAGE.format("甲", "2026-01-02", "甲区统计局", "法定事项: 20-4\n"),
    "content/disclosure/b.md": PAGE.format("乙", "2026-01-03", "甲区教育局", "法定事项: 财政预算决算\n"),
    "content/disclosure/c.md": PAGE.format("丙", "2026-01-01", "甲区教育局", ""),
    "content/organs/jyj/x.md": PAGE.format("丁", "2026-02-01", "甲区教育局", "法定事项: [20-4, 20-7]\n页面类型: 年报\n"),
    "content/reports/2025.md": PAGE.format("戊", "2025-03-01", "甲区人民政府", "页面类型: 年报\n"),
    "policies/p.md": policy(title="关于应急预案的通知"),
}


def node(found: Column, name: str) -> SettingsColumn:
    return next(c for c in found.site.settings.all_columns() if c.name == name)


def titles(found: Column, name: str) -> tuple[list[str], list[str]]:
    contents = column_contents(found.site).of(node(found, name))
    return [d.title for d in contents.own], [d.title for d in contents.gathered]


def test_preset_has_the_items_of_the_level_in_their_order(column: Callable[..., Column]) -> None:
    children = node(column(FILES, SETTINGS), "法定").children
    assert [c.item for c in children] == [
        *(f"20-{n}" for n in range(1, 15)), *(f"21-{n}" for n in range(1, 8)), "",
    ]  # fmt: skip
    assert [(c.name, c.code, c.update_days) for c in children if c.item == "20-4"] == [("统计", "item-20-4", 90)]


def test_a_page_has_one_home(column: Callable[..., Column]) -> None:
    found = column(FILES, SETTINGS)
    assert titles(found, "法定") == (["丙"], [])
    assert titles(found, "统计") == (["丁", "甲"], [])
    assert titles(found, "财政预算决算") == (["乙"], ["丁"])
    assert titles(found, "年报") == (["戊"], ["丁"])


def test_matrix(column: Callable[..., Column]) -> None:
    matrix = coverage(column(FILES, SETTINGS).site)
    held = {(c.organ.code, c.item.id): [d.title for d in c.documents] for c in matrix.cells if c.documents}
    assert held == {
        ("jia", "20-1"): ["关于应急预案的通知"],
        ("jia", "20-4"): ["甲"],  # the bureau has no row: it counts for the government
        ("jia", "20-12"): ["关于应急预案的通知"],
        ("jyj", "20-4"): ["丁"],
        ("jyj", "20-7"): ["丁", "乙"],
    }
    gaps = {(c.organ.code, c.item.id) for c in matrix.gaps()}
    assert ("jyj", "20-8") not in gaps, "none of its business"
    assert ("zhen", "21-11") in gaps and ("jia", "21-11") not in gaps, "by level"
    assert ("jia", "20-15") not in gaps, "optional"
