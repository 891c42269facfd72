"""链接不得通向允许以外的网站。来源: 47号文转述、连云港市2023年第二季度检查通报（不得出现非 gov.cn 的域名）；允许的在 site.yaml 的“规则参数: 允许的外站”里写。

错: [办事指南](https://www.bangban.example.com/)
对: [办事指南](https://www.zjzwfw.gov.cn/)，或把那个网站写进“允许的外站”
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.checks.outside_links import OutsideLink, is_address, is_allowed
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site, outside: Iterable[OutsideLink]) -> Iterator[Finding]:
    """Links to hosts that are not allowed; bare addresses have a rule of their own."""
    for link in outside:
        if not link.host:
            yield Finding(link.place, f"链接“{link.url}”里没有网站名", "核对网址")
        elif not is_address(link.host) and not is_allowed(link.host, site.settings):
            yield Finding(link.place, f"链接通向“{link.host}”，不在允许的外站里", "删去；确有必要的，写进 site.yaml 的“规则参数: 允许的外站”")
