"""链接宜用 https。来源: 47号文转述（推荐 HTTPS）；standards §3.6。

错: [国务院政策文件库](http://www.gov.cn/zhengce/)
对: [国务院政策文件库](https://www.gov.cn/zhengce/)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from gongkai.checks.outside_links import OutsideLink, is_address, is_allowed
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "info"


def check(site: Site, outside: Iterable[OutsideLink]) -> Iterator[Finding]:
    """Allowed hosts that are linked to by http, one finding a host at its first link."""
    by_host: dict[str, list[OutsideLink]] = defaultdict(list)
    for link in outside:
        if link.url.lower().startswith("http://") and not is_address(link.host) and is_allowed(link.host, site.settings):
            by_host[link.host].append(link)
    for host, found in by_host.items():
        more = f"，同样的共 {len(found)} 处" if len(found) > 1 else ""
        yield Finding(found[0].place, f"链接“{found[0].url}”没有用 https{more}", f"看看 https://{host}/ 能不能打开，能就改")
