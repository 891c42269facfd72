"""链接不得直接写 IP 地址。来源: 47号文转述、连云港市2023年第二季度检查通报（不得出现 IP 直链）。

错: [查询系统](http://10.20.30.40:8080/)
对: [查询系统](https://www.zjzwfw.gov.cn/)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.checks.outside_links import OutsideLink, is_address
from gongkai.model.problems import Finding

SEVERITY = "error"


def check(outside: Iterable[OutsideLink]) -> Iterator[Finding]:
    """Links to bare IP addresses."""
    for link in outside:
        if is_address(link.host):
            yield Finding(link.place, f"链接“{link.url}”直接写了 IP 地址", "改成域名；内网地址不能公开")
