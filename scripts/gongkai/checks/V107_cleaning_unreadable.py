"""清理结果的每一行须有文号和结论。来源: 长兴、黄岩清理公告（继续有效、废止、失效的目录）。

错: 清理: [甲政发〔2018〕9号 留着用]
对: 清理: [甲政发〔2018〕9号 继续有效]
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(misread: Misread) -> Iterator[Finding]:
    """As found while reading, in the front matter and in the 清理目录."""
    yield from misread("cleaning")
