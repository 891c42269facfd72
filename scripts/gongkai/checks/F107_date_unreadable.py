"""日期须读得出，日历上也要有。来源: 国办发〔2017〕47号附件《网页设计规范》（PubDate 的写法）。

错: 发布于: 明年一月
对: 发布于: 2027-01-04
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks import Misread
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(misread: Misread) -> Iterable[Finding]:
    """As found while reading; a document whose 发布于 or 下架日 cannot be read is withheld."""
    return misread("no-date")
