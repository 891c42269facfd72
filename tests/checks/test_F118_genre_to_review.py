"""Rule F118: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, policy


@pytest.mark.parametrize(
    ("title", "more", "line", "genre"),
    [("关于修桥的请示", "", 1, "请示"), ("第3次常务会议纪要", "文种: 纪要\n", 7, "纪要"), ("关于修桥的报告", "文种: 报告\n", 7, "报告")],
)
def test_genres_that_are_mostly_internal(column: Callable[..., Column], title: str, more: str, line: int, genre: str) -> None:
    assert column({"policies/p.md": policy(title=title, more=more)}).lines("F118") == [
        f"policies/p.md:{line}: 提示 F118 公开了一份{genre}，这类文件多是内部或过程性信息(按条例第十六条复核；可以公开的，在“审查”里写明)"
    ]


@pytest.mark.parametrize(
    ("title", "more"),
    [("2023年政府工作报告", "文种: 报告\n"), ("关于修桥的请示", "审查: 可以公开\n"), ("关于修桥的请示", "草稿: true\n"), ("关于请示的通知", ""), ("转发某某会议纪要", "")],
)
def test_what_is_for_the_public_reviewed_or_not_public(column: Callable[..., Column], title: str, more: str) -> None:
    assert column({"policies/p.md": policy(title=title, more=more)}).lines("F118") == []
