"""日期须为“2020-08-14”，可带时分的写作“2020-08-14 09:30”。来源: 国办发〔2017〕47号附件《网页设计规范》（PubDate 的写法）。

错: 发文日期: 2020年8月14日
对: 发文日期: 2020-08-14
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "warning"
MENDS = True


def check(misread: Misread) -> Iterable[Finding]:
    """As found while reading."""
    return misread("date")
