"""规则参数里的日期和周期须读得懂。来源: 本工具的约定（站点设置）。

错: 规则参数: {放假: [元旦], 更新周期: [工作动态两周]}
对: 规则参数: {放假: [2027-01-01], 更新周期: [工作动态 14]}
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gongkai.checks.annual_reports import month_and_day
from gongkai.checks.freshness import period
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site
from gongkai.model.working_days import day_in

SEVERITY = "error"

_READERS: dict[str, tuple[Callable[[str], object], str]] = {
    "放假": (day_in, "写作“2027-01-01”，一天一个"),
    "调休上班": (day_in, "写作“2027-02-20”，一天一个"),
    "迁移截止日": (day_in, "写作“2026-11-20”"),
    "更新周期": (period, "写作“类型 天数”，如“工作动态 14”"),
    "部门年报期限": (month_and_day, "写作“01-31”"),
    "政府年报期限": (month_and_day, "写作“03-31”"),
}


def check(site: Site) -> Iterator[Finding]:
    """Words of the parameters that rules about time cannot read and therefore pass over."""
    for key, (read, right) in _READERS.items():
        for word in site.settings.parameters.get(key, ()):
            if not read(word):
                place = Place(site.settings.path, site.settings.lines.get(f"规则参数/{key}", 1))
                yield Finding(place, f"{key}“{word}”读不出", right)
