"""一份文件不能废止、修改比它更晚的文件。来源: 效力的先后，推算有效性的前提。

错: 2019 年的文件写“废止: 云麓政发〔2023〕7号”
对: 核对文号和日期
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.validity import Effect

SEVERITY = "error"


def check(links: Links) -> Iterator[Finding]:
    """Effects on a policy whose day is after the day of the one that has the effect."""
    for slug, effects in links.effects_of.items():
        day = links.policies[slug].day
        for link in effects:
            target = links.policies.get(link.target)
            if not target or link.effect is Effect.FORWARDS or day is None or target.day is None or target.day <= day:
                continue
            yield Finding(
                link.place,
                f"{link.effect.value}的“{link.text}”是 {target.day.isoformat()} 的文件，比本文件（{day.isoformat()}）晚（{target.path}）",
                "核对文号和两份文件的日期",
            )
