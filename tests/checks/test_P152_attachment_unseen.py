"""Rule P152: files that only a person can look through."""

from __future__ import annotations

from collections.abc import Callable

from tests.attachments import pdf
from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="附件: a.pdf\n"), "policies/a.pdf": pdf("")})
    assert found.lines("P152") == [
        "policies/p.md:7: 提示 P152 附件“a.pdf”是没有文字的 PDF（多半是扫描件），查不了(请人工查看；有文字版的放文字版)"
    ]


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="附件: b.pdf\n"), "policies/b.pdf": pdf("1")})
    assert found.lines("P152") == []
