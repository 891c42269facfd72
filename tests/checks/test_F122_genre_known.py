"""Rule F122: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, policy

ALL = "可用：决议、决定、命令、令、公报、公告、通告、意见、通知、通报、报告、请示、批复、议案、函、纪要"


@pytest.mark.parametrize(("genre", "hint"), [("函件", "是不是“函”"), ("通之", "是不是“通知”"), ("甲乙", ALL)])
def test_a_genre_that_is_none(column: Callable[..., Column], genre: str, hint: str) -> None:
    assert column({"policies/p.md": policy(more=f"文种: {genre}\n")}).lines("F122") == [
        f"policies/p.md:7: 警告 F122 文种“{genre}”不在词表里({hint})"
    ]


def test_the_site_s_own_vocabulary(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(more="文种: 规划\n")}, "名称: 甲\n文种: [规划]\n").lines("F122") == []
