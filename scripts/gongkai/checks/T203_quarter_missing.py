"""重点任务的进展要按季度公开。来源: 种子文件（拱墅 2020）“按季度公开重点任务执行情况”。

错: 2026 年的任务，到 2026-08-15 “第二季度”还空着
对: 第二季度: 完成投资 1200 万元，占全年 48%
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from gongkai.model.problems import Finding, Place
from gongkai.model.records import Task
from gongkai.model.site import Site

SEVERITY = "info"
_ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))


def check(site: Site, today: date) -> Iterator[Finding]:
    """Tasks without a word on a quarter that ended longer ago than the threshold; finished ones need no more."""
    allowed = timedelta(days=site.settings.thresholds["季度进展天数"])
    for page in site.pages:
        for file in page.data_files if page.year else ():
            for task in file.records:
                if not isinstance(task, Task) or task.state.startswith("完成"):
                    continue
                for quarter, progress, (month, day) in zip(task.QUARTERS, task.progress(), _ENDS, strict=True):
                    if not progress and today - date(page.year, month, day) > allowed:
                        yield Finding(Place(file.path, task.line), f"“{task.title}”没有{quarter}的进展", f"填“{quarter}”一格")
