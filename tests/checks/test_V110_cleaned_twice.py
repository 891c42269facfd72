"""Rule V110: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_listed_twice_with_one_conclusion_or_with_two(column: Callable[..., Column]) -> None:
    rows = ("清理:\n  - 甲政发〔2018〕6号 继续有效\n  - 甲政发〔2018〕6号 废止\n"
            "  - 乙政发〔2018〕7号 废止\n  - 乙政发〔2018〕7号 废止\n  - 乙政发〔2018〕8号 废止\n")
    files = {"policies/p.md": policy(more=rows), "policies/old.md": policy("甲政发〔2018〕6号", issued="2018-01-01", validity="废止")}
    assert column(files).lines("V110") == [
        "policies/p.md:9: 错误 V110 “甲政发〔2018〕6号”在这次清理里列了两次，结论先是“继续有效”，后是“废止”，第一次在 policies/p.md:8"
        "(只留结论正确的一行)",
        "policies/p.md:11: 错误 V110 “乙政发〔2018〕7号”在这次清理里列了两次，结论都是“废止”，第一次在 policies/p.md:10(只留结论正确的一行)",
    ]
