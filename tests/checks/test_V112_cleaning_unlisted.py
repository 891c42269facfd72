"""Rule V112: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

FILES = {
    "policies/a.md": policy("甲政发〔2018〕1号", "甲", "2018-01-01"),
    "policies/b.md": policy("甲政发〔2018〕2号", "乙", "2018-01-01"),
    "policies/p.md": policy(title="关于公布清理结果的通知", more="清理截止日: 2023-04-30\n清理:\n  - 甲政发〔2018〕1号 继续有效\n"),
}


def test_in_force_and_on_no_list(column: Callable[..., Column]) -> None:
    assert column(FILES).lines("V112") == [
        "policies/b.md:6: 警告 V112 2023-04-30清理时本文件有效，甲政发〔2023〕7号的清理目录里没有列它（policies/p.md）"
        "(补列结论；未列入继续有效目录的，不得再作为行政管理的依据)"
    ]


def test_ended_since_or_listed_by_the_next_cleaning(column: Callable[..., Column]) -> None:
    ended = {"policies/b.md": policy("甲政发〔2018〕2号", "乙", "2018-01-01", "失效", "有效期至: 2024-12-31\n")}
    assert column({**FILES, **ended}).lines("V112") == []
    again = policy("甲政发〔2025〕7号", "关于公布2025年清理结果的通知", "2025-05-30",
                   more="清理:\n  - 甲政发〔2018〕1号 继续有效\n  - 甲政发〔2018〕2号 继续有效\n  - 甲政发〔2023〕7号 继续有效\n")
    assert column({**FILES, "policies/q.md": again}).lines("V112") == []
