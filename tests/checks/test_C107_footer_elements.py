"""Rule C107: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column

WHOLE = """名称: 甲区政府信息公开
页脚:
  主办单位: 甲
  承办单位: 乙
  联系电话: 0577-12345678
  政府网站标识码: "3303020001"
  ICP备案号: 浙ICP备12345678号
  公安备案号: 浙公网安备33010602011771号
  地址: 一路1号
"""


def test_what_the_foot_leaves_out(column: Callable[..., Column]) -> None:
    without = WHOLE.replace("  ICP备案号: 浙ICP备12345678号\n", "").replace("  地址: 一路1号\n", "")
    assert column({}, without).lines("C107") == [
        "site.yaml:2: 警告 C107 页脚没有ICP、地址(在 site.yaml 的“页脚”下一行一个“名目: 内容”补上)"
    ]


def test_no_foot_at_all(column: Callable[..., Column]) -> None:
    assert column({}).lines("C107") == [
        "site.yaml:1: 警告 C107 页脚没有主办单位、承办、联系电话、标识码、ICP、公安备案、地址(在 site.yaml 的“页脚”下一行一个“名目: 内容”补上)"
    ]


def test_a_whole_foot(column: Callable[..., Column]) -> None:
    assert column({}, WHOLE).lines("C107") == []
