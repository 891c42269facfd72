"""Rule L116: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_files_of_no_bytes(column: Callable[..., Column]) -> None:
    found = column({
        "policies/p.md": policy(more="附件: a.pdf\n", body="[表](b.csv) [好](c.csv)"),
        "policies/a.pdf": "", "policies/b.csv": "", "policies/c.csv": "甲", "policies/unnamed.pdf": "",
    })  # fmt: skip
    assert found.lines("L116") == [
        "policies/p.md:7: 错误 L116 附件“a.pdf”是空的（0 字节）(重新放一份有内容的文件)",
        "policies/p.md:10: 错误 L116 附件“b.csv”是空的（0 字节）(重新放一份有内容的文件)",
    ]
