"""Rule C221: the six parts of an annual report."""

from __future__ import annotations

from collections.abc import Callable

from tests.checks.data_pages import REPORT
from tests.conftest import Column

PAGE = "---\n标题: 年报\n公开日期: 2026-01-01\n页面类型: 年报\n---\n\n"


def test_parts(column: Callable[..., Column]) -> None:
    wrong = REPORT.replace("主动公开政府信息情况", "主动公开情况").replace("## 六、其他需要报告的事项\n", "")
    assert column({"content/r.md": PAGE + wrong}).lines("C221") == [
        "content/r.md:1: 错误 C221 没有“六、其他需要报告的事项”这一部分(六个部分都要写，没有内容的写明没有)",
        "content/r.md:11: 错误 C221 标题“二、主动公开情况”(应为“二、主动公开政府信息情况”)",
    ]


def test_sound_report(column: Callable[..., Column]) -> None:
    assert column({"content/r.md": PAGE + REPORT}).lines("C221") == []


def test_a_part_too_many(column: Callable[..., Column]) -> None:
    assert column({"content/r.md": PAGE + REPORT + "\n## 七、附则\n"}).lines("C221") == [
        "content/r.md:23: 错误 C221 多出一部分“七、附则”(并到“六、其他需要报告的事项”)"
    ]
