"""Rule C231: stages passed over, stages that the form has not."""

from __future__ import annotations

from collections.abc import Callable

from tests.checks.data_pages import page
from tests.conftest import Column

HEADING = "阶段,日期,截止,链接,收到意见,采纳意见,说明\n"


def found(column: Callable[..., Column], rows: str, kind: str = "重大行政决策", settings: str = "名称: 甲\n") -> list[str]:
    files = {"content/d.md": page(kind, "d.csv"), "content/d.csv": HEADING + rows}
    return column(files, settings).lines("C231")


def test_a_stage_passed_over(column: Callable[..., Column]) -> None:
    rows = "决策目录,2026-01-01,,,,,\n决策草案,2026-02-01,,,,,\n征求意见,2026-02-01,2026-03-02,,,,\n"
    assert found(column, rows) == [
        "content/d.md:6: 警告 C231 缺“草案解读”这一环，后面的环节已经有了(把它补上，或说明为什么没有)"
    ]


def test_what_is_ahead_is_not_missing(column: Callable[..., Column]) -> None:
    assert found(column, "决策目录,2026-01-01,,,,,\n") == []


def test_unknown_stage(column: Callable[..., Column]) -> None:
    rows = "决策目录,2026-01-01,,,,,\n公示,2026-02-01,,,,,\n"
    stages = "决策目录、决策草案、草案解读、征求意见、采纳情况、决策文件、政策解读、执行情况、后评估"
    assert found(column, rows) == [
        f"content/d.csv:3: 警告 C231 没有“公示”这个阶段(可用：{stages}；在规则参数“决策环节”里可以改)"
    ]
    assert found(column, rows, settings="名称: 甲\n规则参数: {决策环节: [决策目录, 公示]}\n") == []


def test_stages_that_not_every_project_has(column: Callable[..., Column]) -> None:
    rows = "批准服务,,,,,,\n批准结果,2026-01-01,,,,,\n招标投标,2026-02-01,,,,,\n施工,2026-03-01,,,,,\n"
    assert found(column, rows, "项目") == []
