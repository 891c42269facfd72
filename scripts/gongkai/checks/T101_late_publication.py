"""政府信息自形成或者变更之日起 20 个工作日内公开。来源: 《政府信息公开条例》第二十六条；天数可用阈值“主动公开工作日”改。

错: 成文日期: 2026-01-05，公开日期: 2026-03-20
对: 成文日期: 2026-01-05，公开日期: 2026-01-12
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.linking.links import Links
from gongkai.linking.standing import effective_from, name_of
from gongkai.model.documents import Policy, day_of
from gongkai.model.problems import Finding
from gongkai.model.site import Site
from gongkai.model.validity import Effect
from gongkai.model.working_days import working_days

SEVERITY = "warning"

_SINCE = date(2008, 5, 1)  # 条例自这一天起施行，以前形成的没有这个期限


_MOVED, _LONG = 3, 365
"""From so many documents on that are older than so many days, those published on one day were moved in together."""


@dataclass(frozen=True, slots=True)
class _Late:
    policy: Policy
    made: date
    how: str
    published: date


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Public policies whose 公开日期 is more working days after the day they were made, or last amended, than allowed. Old ones
    that came on one day, as they do with a new website, are told once.
    """
    allowed, calendar = site.settings.thresholds["主动公开工作日"], working_days(site.settings)
    days: dict[date, list[_Late]] = defaultdict(list)
    for late in _late(site, links, allowed):
        days[late.published].append(late)
    for published, found in days.items():
        old = [late for late in found if (published - late.made).days > _LONG]
        moved = sorted(old, key=lambda late: (late.made, late.policy.path)) if len(old) >= _MOVED else []
        if moved:
            names = "、".join(name_of(late.policy) for late in moved[:3])
            yield Finding(
                moved[0].policy.place("公开日期"),
                f"{published} 这一天公开了 {len(moved)} 份一年以前的文件：{names}{'等' if len(moved) > 3 else ''}",
                "从旧网站迁移来的，公开日期写最初公开的那一天；这一天才公开的，是迟了",
            )
        told = {late.policy.path for late in moved}
        for late in found:
            taken = calendar.between(late.made, published)
            if late.policy.path not in told and taken.days > allowed:
                last, _ = calendar.after(late.made, allowed)
                yield Finding(
                    late.policy.place("公开日期"),
                    f"{late.how} {late.made}，到公开日期 {published} 是 {taken}，超过 {allowed} 个",
                    f"应在 {last} 以前公开；日期写错的更正",
                )


def _late(site: Site, links: Links, allowed: int) -> Iterator[_Late]:
    """The policies that may be late: more days than the working days allowed."""
    for policy in site.public_policies:
        published = day_of(policy.published)
        if published is None or "依申请" in policy.openness:
            continue
        made, how = _made(policy, links, published)
        if made is not None and made >= _SINCE and (published - made).days > allowed:
            yield _Late(policy, made, how, published)


def _made(policy: Policy, links: Links, published: date) -> tuple[date | None, str]:
    """The day from which the deadline runs, and what happened on it: the later of 成文 and 发文, or the last amendment."""
    days = [(day, how) for day, how in ((policy.written, "成文日期"), (policy.issued, "发文日期")) if day]
    for link in links.effects_on.get(policy.slug, ()):
        day = effective_from(links.policies[link.source]) if link.effect is Effect.AMENDS else None
        if day and day <= published:
            days.append((day, "最近修改"))
    return max(days, key=lambda pair: pair[0]) if days else (None, "")
