"""Rule V113: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

ROWS = "清理:\n  - 乙政发〔2018〕1号 继续有效\n  - 乙政发〔2018〕2号 拟修改\n  - 乙政发〔2018〕3号 废止\n  - 乙政发〔2018〕4号 宣布失效\n  - 乙政发〔2018〕5号 期满失效\n"


def test_numbers_that_are_not_those_of_the_list(column: Callable[..., Column]) -> None:
    body = "共清理规范性文件6件，其中继续有效3件。\n\n| 结论 | 件数 |\n|---|---|\n| 废止 | 2 |\n| 失效 | 2 |\n| 合计 | 5 |"
    assert column({"policies/p.md": policy(more=ROWS, body=body)}).lines("V113") == [
        "policies/p.md:15: 警告 V113 这里说“继续有效”的文件有 3 件，清理目录里是 1 件(核对目录和件数)",
        "policies/p.md:15: 警告 V113 这里说清理的文件有 6 件，清理目录里是 5 件(核对目录和件数)",
        "policies/p.md:19: 警告 V113 这里说“废止”的文件有 2 件，清理目录里是 1 件(核对目录和件数)",
    ]


def test_right_numbers_however_they_are_put(column: Callable[..., Column]) -> None:
    body = "共清理5件：继续有效2件（其中拟修改1件），1件废止，失效2件（宣布失效1件、期满失效1件）。废止和失效文件3件。"
    assert column({"policies/p.md": policy(more=ROWS, body=body)}).lines("V113") == []
