"""Rule C202: columns too deep."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column

SETTINGS = """名称: 甲
栏目:
  - 名称: 一
    子栏目:
      - 名称: 二
        子栏目:
          - 名称: 三
            子栏目:
              - {名称: 四, 列表: 政策}
"""


def test_fourth_level(column: Callable[..., Column]) -> None:
    assert column({}, SETTINGS).lines("C202") == ["site.yaml:9: 警告 C202 栏目“四”在第 4 级(栏目不超过 3 级，把它并到上一级)"]


def test_deeper_by_setting(column: Callable[..., Column]) -> None:
    assert column({}, SETTINGS + "阈值: {栏目层级: 4}\n").lines("C202") == []
