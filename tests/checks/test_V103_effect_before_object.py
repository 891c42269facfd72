"""Rule V103: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_an_older_document_cannot_repeal_a_newer_one(column: Callable[..., Column]) -> None:
    found = column({
        "policies/old.md": policy("甲政发〔2019〕3号", issued="2019-01-01", more="废止: p\n"), "policies/p.md": policy(validity="废止"),
    })
    assert found.lines("V103") == [
        "policies/old.md:7: 错误 V103 废止的“p”是 2023-05-30 的文件，比本文件（2019-01-01）晚（policies/p.md）(核对文号和两份文件的日期)"
    ]
