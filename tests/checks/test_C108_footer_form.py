"""Rule C108: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column


@pytest.mark.parametrize(
    ("row", "example"),
    [
        ("ICP备案号: 12345678", "“浙ICP备12345678号”"),
        ("公安备案号: 浙公网安备3301060201177号", "“浙公网安备33010602011771号”"),
        ("联系电话: 请打总机", "“0577-12345678”"),
        ("联系电话: 833011", "“0577-12345678”"),
    ],
)
def test_values_that_are_not_what_they_are_called(column: Callable[..., Column], row: str, example: str) -> None:
    assert column({}, f"名称: 甲区政府信息公开\n页脚:\n  {row}\n").lines("C108") == [
        f"site.yaml:3: 警告 C108 页脚的“{row}”不合样式(如{example})"
    ]


@pytest.mark.parametrize(
    "row",
    [
        "ICP备案号: 浙ICP备12345678号-1", "ICP备案号: 澜ICP备00000000号（虚构）", "公安备案号: 浙公网安备 33010602011771号",
        "联系电话: 0577-8833 0110（工作日）", "联系电话: 12345", "监督电话: 12388", "投诉电话: 96123", "联系电话: 0577-8833-0110", "版权: 甲",
    ],
)  # fmt: skip
def test_sound_values(column: Callable[..., Column], row: str) -> None:
    assert column({}, f"名称: 甲区政府信息公开\n页脚:\n  {row}\n").lines("C108") == []
