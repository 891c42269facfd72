"""施行日期不宜比成文日期早得多。来源: 本站设置；法不溯及既往是立法法第一百零四条的原则，提高待遇标准等可以从当年 1 月 1 日起执行。

错: 成文日期: 2026-05-19，施行日期: 2016-07-01
对: 成文日期: 2026-05-19，施行日期: 2026-07-01
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.site import Site
from gongkai.model.validity import Effect, Validity

SEVERITY = "warning"


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Policies in force long before they were made.

    Laws, regulations and 令 are published anew when they are amended and keep their first day in force: only what has a
    文号 with a year in brackets is made just once.
    """
    allowed = site.settings.thresholds["施行追溯天数"]
    for policy in site.policies:
        key, made = ("成文日期", policy.written) if policy.written else ("发文日期", policy.issued)
        start = policy.in_force_from
        if policy.number is None or policy.number.form or not start or not made or (made - start).days <= allowed or policy.validity is Validity.AMENDED:
            continue
        if any(link.effect is Effect.AMENDS for link in links.effects_on.get(policy.slug, ())):
            continue
        yield Finding(policy.place("施行日期"), f"施行日期 {start} 比{key} {made} 早 {(made - start).days} 天", "核对年份")
