"""通向外站的链接须打得开；只在 gongkai check --online 时查。来源: 国办检查指标（错链、断链）；standards §13（链接）。

错: [国务院政策文件库](https://www.gov.cn/none.html)（404）
对: [国务院政策文件库](https://www.gov.cn/zhengce/)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gongkai.checks.outside_links import OutsideLink
from gongkai.model.problems import Finding
from gongkai.model.visits import Visit

SEVERITY = "warning"
_GONE = (404, 410)


def answered(links: Iterable[OutsideLink], visits: Mapping[str, Visit]) -> Iterator[Finding]:
    """Every link whose address gave no page."""
    for link in links:
        visit = visits.get(link.url)
        if visit is None or visit.sound:
            continue
        why = visit.error or ("网页没有了" if visit.status in _GONE else "网站出错")
        status = f"（{visit.status}）" if visit.status else ""
        yield Finding(link.place, f"链接“{link.url}”打不开：{why}{status}", "换成现在的网址，或删去")
