"""Rule C112: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column

SETTINGS = """名称: 甲区政府信息公开
说明: "null"
网站名称: 暂无
网站标识码: xxxx
栏目:
  - {名称: 指南, 页面: guide.md, 说明: 待定, 关键词: 无锡}
页脚:
  传真: 无
  地址: 一路1号
"""


def test_words_in_the_place_of_a_value(column: Callable[..., Column]) -> None:
    mend = "(写真的内容，或删去这一行)"
    assert column({}, SETTINGS).lines("C112") == [
        f"site.yaml:2: 警告 C112 “说明: null”是占位的字{mend}",
        f"site.yaml:3: 警告 C112 “网站名称: 暂无”是占位的字{mend}",
        f"site.yaml:4: 警告 C112 “网站标识码: xxxx”是占位的字{mend}",
        f"site.yaml:6: 警告 C112 栏目“指南”的“说明: 待定”是占位的字{mend}",
        f"site.yaml:8: 警告 C112 页脚的“传真: 无”是占位的字{mend}",
    ]
