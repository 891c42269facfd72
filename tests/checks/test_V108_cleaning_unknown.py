"""Rule V108: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_documents_that_stay_and_are_not_here(column: Callable[..., Column]) -> None:
    rows = "清理:\n  - 甲政发〔2018〕9号 继续有效\n  - 甲政发〔2018〕8号 拟修改\n  - 甲政发〔2018〕7号 废止\n  - 甲政发〔2018〕6号 继续有效\n"
    files = {"policies/p.md": policy(more=rows), "policies/old.md": policy("甲政发〔2018〕6号", issued="2018-01-01")}
    assert column(files).lines("V108") == [
        "policies/p.md:8: 警告 V108 清理结论为“继续有效”的“甲政发〔2018〕9号”不在本栏目(核对文号；没有写错的，把那份文件放进 policies/)",
        "policies/p.md:9: 警告 V108 清理结论为“拟修改”的“甲政发〔2018〕8号”不在本栏目(核对文号；没有写错的，把那份文件放进 policies/)",
    ]
