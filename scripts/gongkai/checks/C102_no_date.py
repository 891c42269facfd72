"""每个页面须有日期；没有日期的信息，检查时视为没有更新。来源: 2015年全国政府网站普查评分表注。

错: 政策文件没有发文日期、成文日期和公开日期
对: 发文日期: 2020-08-14
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.documents import Policy
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site) -> Iterator[Finding]:
    """Documents that name no day at all."""
    for document in site.documents():
        if document.day is None:
            key = "发文日期" if isinstance(document, Policy) else "公开日期"
            yield Finding(document.place(key), "没有可以显示的日期", f"加一行“{key}: 2020-08-14”")
