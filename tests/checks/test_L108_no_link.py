"""Rule L108: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_what_was_meant_as_a_link(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(body="甲。\n\n[申请表](申请 表.docx)、[乙](javascript:x)"), "policies/申请 表.docx": "x"})
    mend = "(地址里有空格的，写成 [说明](<地址>)；检查括号是否成对，地址不能以 javascript: 之类开头)"
    assert found.lines("L108") == [
        f"policies/p.md:11: 错误 L108 “[乙](javascript:x”没有成为链接{mend}",
        f"policies/p.md:11: 错误 L108 “[申请表](申请”没有成为链接{mend}",
    ]


def test_the_mend_works(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(body="[申请表](<申请 表.docx>)，见[附则]（第三章）"), "policies/申请 表.docx": "x"})
    assert found.lines("L108") + found.lines("L107") == []
