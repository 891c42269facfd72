"""公开日期须在文件自己写的“公开时限”以内。来源: 条例第二十六条（法律、法规另有规定的从其规定）。

错: 公开时限: 自形成之日起3个工作日内，成文日期: 2026-05-06，公开日期: 2026-05-20
对: 公开时限: 自形成之日起3个工作日内，成文日期: 2026-05-06，公开日期: 2026-05-08
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from gongkai.model.documents import day_of
from gongkai.model.problems import Finding
from gongkai.model.site import Site
from gongkai.model.time_limits import read_time_limit
from gongkai.model.working_days import WorkingDays, working_days

SEVERITY = "warning"

_DAYS = ("日", "天", "自然日")
_LONGEST = 3660
"""Days that a limit may have; more is a slip and would leave the calendar."""
_BEFORE = re.compile(r"([0-9]{4})(?:年|-)([0-9]{1,2})(?:月|-)([0-9]{1,2})日?(?:之?前|以前)")


def check(site: Site) -> Iterator[Finding]:
    """Policies that were published after the time they set for themselves; 20 working days and more are T101's."""
    calendar, allowed = working_days(site.settings), site.settings.thresholds["主动公开工作日"]
    for policy in site.public_policies:
        published, made = day_of(policy.published), policy.issued or policy.written
        if not policy.openness_deadline or published is None:
            continue
        last = _last_day(policy.openness_deadline, made, calendar, allowed)
        if last and published > last:
            yield Finding(
                policy.place("公开日期"),
                f"公开日期 {published}，晚于本文件“公开时限”（{policy.openness_deadline}）的最后一天 {last}",
                "核对公开日期和公开时限",
            )


def _last_day(words: str, made: date | None, calendar: WorkingDays, allowed: int) -> date | None:
    """The last day that the words allow; None where they name none."""
    limit, before = read_time_limit(words), _BEFORE.search(words)
    if limit.count and made and limit.unit in _DAYS:
        return made + min(timedelta(days=min(limit.count, _LONGEST)), date.max - made)
    if limit.count and made and limit.unit == "工作日":
        return calendar.after(made, limit.count)[0] if limit.count < allowed else None
    if before:
        try:
            return date(int(before[1]), int(before[2]), int(before[3]))
        except ValueError:
            return None
    return None
