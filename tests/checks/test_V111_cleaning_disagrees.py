"""Rule V111: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_kept_after_its_end_expired_before_it_and_younger_than_the_cleaning(column: Callable[..., Column]) -> None:
    rows = ("清理截止日: 2023-04-30\n清理:\n  - 甲政发〔2018〕1号 继续有效\n  - 甲政发〔2018〕2号 拟修改\n"
            "  - 甲政发〔2018〕3号 期满失效\n  - 甲政发〔2023〕5号 继续有效\n  - 甲政发〔2018〕4号 继续有效\n"
            "  - 甲政发〔2018〕6号 期满失效\n")
    files = {
        "policies/p.md": policy(more=rows),
        "policies/a.md": policy("甲政发〔2018〕1号", "甲", "2018-01-01", "失效", "有效期至: 2020-12-31\n"),
        "policies/b.md": policy("甲政发〔2018〕2号", "乙", "2018-01-01", "废止"),
        "policies/c.md": policy("甲政发〔2018〕3号", "丙", "2018-01-01", "有效"),
        "policies/d.md": policy("甲政发〔2018〕4号", "丁", "2018-01-01", "废止"),  # ended afterwards, or nobody wrote when
        "policies/e.md": policy("甲政发〔2023〕5号", "戊", "2023-05-01"),
        "policies/f.md": policy("甲政发〔2018〕6号", "己", "2018-01-01", "失效", "有效期至: 2022-12-31\n"),
        "policies/z.md": policy("甲政发〔2022〕1号", "庚", "2022-01-02", more="废止: 甲政发〔2018〕2号\n"),
    }
    assert column(files).lines("V111") == [
        "policies/p.md:9: 错误 V111 “甲政发〔2018〕1号”的清理结论是“继续有效”，但它当时已经失效：有效期至2020-12-31（policies/a.md）"
        "(核对结论，或更正那份文件)",
        "policies/p.md:10: 错误 V111 “甲政发〔2018〕2号”的清理结论是“拟修改”，但它当时已经废止：被甲政发〔2022〕1号废止（policies/b.md）"
        "(核对结论，或更正那份文件)",
        "policies/p.md:11: 错误 V111 “甲政发〔2018〕3号”的清理结论是“期满失效”，但到 2023-04-30 它没有期满（policies/c.md）"
        "(核对结论，或更正那份文件)",
        "policies/p.md:12: 错误 V111 “甲政发〔2023〕5号”的清理结论是“继续有效”，但它 2023-05-01 才印发，晚于清理截止的 2023-04-30（policies/e.md）"
        "(核对结论，或更正那份文件)",
    ]


def test_a_document_that_the_cleaning_ends_says_so_itself(column: Callable[..., Column]) -> None:
    files = {
        "policies/p.md": policy(more="清理:\n  - 甲政发〔2018〕1号 废止\n"),
        "policies/a.md": policy("甲政发〔2018〕1号", "甲", "2018-01-01"),
    }
    assert column(files).lines("V101") == [
        "policies/a.md:6: 错误 V101 有效性写的是“有效”，但本文件被甲政发〔2023〕7号废止（2023-05-30起），见 policies/p.md"
        "(应为“废止”；若本文件没有错，改那一份)"
    ]


def test_the_last_day_of_the_cleaning_counts(column: Callable[..., Column]) -> None:
    rows = "清理截止日: 2023-04-30\n清理:\n  - 甲政发〔2023〕5号 继续有效\n  - 甲政发〔2018〕1号 继续有效\n"
    files = {
        "policies/p.md": policy(more=rows),
        "policies/a.md": policy("甲政发〔2023〕5号", "甲", "2023-04-30"),
        "policies/b.md": policy("甲政发〔2018〕1号", "乙", "2018-01-01", "失效", "有效期至: 2023-04-29\n"),
    }
    assert column(files).lines("V111") == [
        "policies/p.md:10: 错误 V111 “甲政发〔2018〕1号”的清理结论是“继续有效”，但它当时已经失效：有效期至2023-04-29（policies/b.md）"
        "(核对结论，或更正那份文件)"
    ]
