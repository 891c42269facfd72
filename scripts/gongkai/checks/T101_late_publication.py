"""政府信息自形成或者变更之日起 20 个工作日内公开。来源: 《政府信息公开条例》第二十六条；天数可用阈值“主动公开工作日”改。

错: 成文日期: 2026-01-05，公开日期: 2026-03-20
对: 成文日期: 2026-01-05，公开日期: 2026-01-12
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.linking.links import Links
from gongkai.linking.standing import effective_from
from gongkai.model.documents import Policy, day_of
from gongkai.model.problems import Finding
from gongkai.model.site import Site
from gongkai.model.validity import Effect
from gongkai.model.working_days import working_days

SEVERITY = "warning"

_SINCE = date(2008, 5, 1)  # 条例自这一天起施行，以前形成的没有这个期限


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Public policies whose 公开日期 is more working days after the day they were made, or last amended, than allowed."""
    allowed, calendar = site.settings.thresholds["主动公开工作日"], working_days(site.settings)
    for policy in site.public_policies:
        published = day_of(policy.published)
        if published is None or "依申请" in policy.openness:
            continue
        made, how = _made(policy, links, published)
        if made is None or made < _SINCE or (published - made).days <= allowed:
            continue
        taken = calendar.between(made, published)
        if taken.days > allowed:
            last, _ = calendar.after(made, allowed)
            yield Finding(
                policy.place("公开日期"),
                f"{how} {made}，到公开日期 {published} 是 {taken}，超过 {allowed} 个",
                f"应在 {last} 以前公开；日期写错的更正",
            )


def _made(policy: Policy, links: Links, published: date) -> tuple[date | None, str]:
    """The day from which the deadline runs, and what happened on it: the later of 成文 and 发文, or the last amendment."""
    days = [(day, how) for day, how in ((policy.written, "成文日期"), (policy.issued, "发文日期")) if day]
    for link in links.effects_on.get(policy.slug, ()):
        day = effective_from(links.policies[link.source]) if link.effect is Effect.AMENDS else None
        if day and day <= published:
            days.append((day, "最近修改"))
    return max(days, key=lambda pair: pair[0]) if days else (None, "")
