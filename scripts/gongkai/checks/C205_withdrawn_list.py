"""撤下的清单（content/withdrawn.csv）每一行的网址须能用，日期须已到。来源: standards §12.4（撤下后原网址给说明页）。

错: 网址写“2020-35.md”，或文件已经放回来，清单里还有它
对: 网址写“policies/2020-35.html”；放回来的，从清单里删去
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.model.file_names import is_address
from gongkai.model.problems import Finding, Place
from gongkai.model.records import Withdrawal
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site, today: date) -> Iterator[Finding]:
    """Rows that no page can be made of, or whose document is there."""
    seen: dict[str, int] = {}
    for row in site.withdrawals.records:
        if not isinstance(row, Withdrawal) or not row.url:
            continue
        place, here = Place(site.withdrawals.path, row.line), site.by_url.get(row.url)
        if not is_address(row.url):
            yield Finding(place, f"网址“{row.url}”不能用", "写专栏里的网址，如“policies/2020-35.html”")
        elif here:
            yield Finding(place, f"“{row.url}”又有了文件 {here.path}，却写着撤下", "放回来的，删去这一行；要撤下的，在文件里写“下架日”")
        elif row.url in seen:
            yield Finding(place, f"“{row.url}”写了两次，第一次在第 {seen[row.url]} 行", "只留一行")
        if row.day and row.day > today:
            yield Finding(place, f"下架日 {row.day} 还没有到（今天 {today}），而文件已经没有了", "写文件撤下的那一天")
        seen.setdefault(row.url, row.line)
