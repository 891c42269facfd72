"""Rule C115: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

UNIFIED = "统一编号: ZJHC00-2023-0001\n"


def test_what_a_normative_document_does_not_show(column: Callable[..., Column]) -> None:
    found = column({
        "policies/p.md": policy(more=UNIFIED).replace("文号: 甲政发〔2023〕7号\n", ""),
        "policies/q.md": policy("甲政发〔2023〕8号", more="统一编号: ZJHC00-2023-0002\n公开日期: 2023-06-01\n"),
        "policies/r.md": policy("甲政发〔2023〕9号"),
    })  # fmt: skip
    assert found.lines("C115") == ["policies/p.md:6: 警告 C115 行政规范性文件没有写文号、公开日期(要展示给公众，补上)"]


def test_a_key_that_there_is_not(column: Callable[..., Column]) -> None:
    settings = "名称: 甲区政府信息公开\n规则参数:\n  政策展示要素: [索引号, 印章]\n"
    assert column({"policies/p.md": policy(more=UNIFIED)}, settings).lines("C115") == [
        "policies/p.md:7: 警告 C115 行政规范性文件没有写索引号(要展示给公众，补上)",
        "site.yaml:3: 警告 C115 政策文件没有“印章”这个键(可用的键见 docs/前置信息.md)",
    ]
