"""Rule C104: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column


def test_another_name(column: Callable[..., Column]) -> None:
    assert column({}, "主办单位: 甲\n名称: 甲区政务公开网\n").lines("C104") == [
        "site.yaml:2: 警告 C104 专栏的名称“甲区政务公开网”没有用统一的名称(写“政府信息公开”，前面可以加机关或地区)"
    ]


@pytest.mark.parametrize("name", ["政府信息公开", "甲区政府信息公开", "甲区政府信息公开专栏"])
def test_the_unified_name(column: Callable[..., Column], name: str) -> None:
    assert column({}, f"名称: {name}\n").lines("C104") == []
