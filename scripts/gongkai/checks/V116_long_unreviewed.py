"""施行多年的规范性文件须经过清理。来源: 国办发〔2018〕37号（定期清理）；年数是本站设置（阈值“久未清理年数”）。

错: 2015 年的文件有效，没有列入过任何一次清理，也没有修改过
对: 列入清理目录，结论“继续有效”
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from gongkai.linking.links import Links
from gongkai.linking.standing import name_of
from gongkai.model.documents import Policy
from gongkai.model.problems import Finding
from gongkai.model.site import Site
from gongkai.model.validity import Effect

SEVERITY = "info"

_YEAR = 365.25


def check(site: Site, links: Links, today: date) -> Iterator[Finding]:
    """One finding an organ of the site, at its oldest such document: how many there are."""
    years = site.settings.thresholds["久未清理年数"]
    own = {organ.name for organ in site.settings.organs}
    unified = any(policy.unified_number for policy in site.public_policies)
    old: dict[str, list[Policy]] = defaultdict(list)
    for policy in site.public_policies:
        organ = policy.organs[0] if policy.organs else ""
        if organ not in own or not (policy.unified_number if unified else policy.number):
            continue
        seen = _last_seen(policy, links)
        if seen and links.standing(policy).state.binding and not policy.in_force_until and (today - seen).days > years * _YEAR:
            old[organ].append(policy)
    for organ, found in sorted(old.items()):
        found.sort(key=lambda p: (p.day or today, p.slug))
        names = "、".join(name_of(p) for p in found[:3])
        yield Finding(
            found[0].place("有效性"),
            f"{organ}有 {len(found)} 份有效的文件超过 {years} 年没有清理、修改，也没有写有效期：{names}{'等' if len(found) > 3 else ''}",
            "清理时逐件写结论",
        )


def _last_seen(policy: Policy, links: Links) -> date | None:
    """The last day on which anybody decided about the policy: made, amended or cleaned."""
    days = [policy.day, *(review.since for review in links.reviews.get(policy.slug, ()))]
    days += [links.policies[e.source].day for e in links.effects_on.get(policy.slug, ()) if e.effect is Effect.AMENDS]
    return max((day for day in days if day), default=None)
