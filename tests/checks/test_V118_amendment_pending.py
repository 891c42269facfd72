"""Rule V118: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

FILES = {
    "policies/old.md": policy("甲政发〔2018〕9号", "河湖管理办法", "2018-01-01"),
    "policies/q.md": policy("甲政发〔2024〕1号", "关于公布清理结果的通知", "2024-03-01", more="清理:\n  - 甲政发〔2018〕9号 拟修改\n"),
}


def test_to_be_amended_and_never_amended(column: Callable[..., Column]) -> None:
    assert column(FILES).lines("V118") == [
        "policies/q.md:8: 提示 V118 “甲政发〔2018〕9号”2024-03-01 定为拟修改，995 天了还没有修改（policies/old.md）"
        "(印发修改它的文件，或在新一轮清理里重新下结论)"
    ]


def test_amended_cleaned_again_or_not_long_ago(column: Callable[..., Column]) -> None:
    amended = {
        "policies/old.md": policy("甲政发〔2018〕9号", "河湖管理办法", "2018-01-01", "已修改"),
        "policies/r.md": policy("甲政发〔2025〕1号", issued="2025-03-01", more="修改: 甲政发〔2018〕9号\n"),
    }
    assert column({**FILES, **amended}).lines("V118") == []
    again = {"policies/r.md": policy("甲政发〔2025〕1号", issued="2025-12-01", more="清理:\n  - 甲政发〔2018〕9号 继续有效\n")}
    assert column({**FILES, **again}).lines("V118") == []
    assert column(FILES, "名称: 甲\n阈值: {拟修改天数: 1000}\n").lines("V118") == []
