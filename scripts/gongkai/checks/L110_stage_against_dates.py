"""解读阶段须与解读对象的日期相符。来源: standards §5.4（草案、同步、施行后）。

错: 解读阶段: 草案，公开日期: 2023-06-05，而解读对象已于 2023-05-30 发文
对: 解读阶段: 同步
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Links
from gongkai.linking.standing import effective_from
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site, links: Links) -> Iterator[Finding]:
    """A draft explained after its adoption, and 施行后 before the policy applies."""
    for interpretation in site.public_interpretations:
        day = interpretation.day
        for policy in links.policies_of(interpretation) if day else ():
            assert day
            issued, applies = policy.issued or policy.written, effective_from(policy)
            if interpretation.stage == "草案" and issued and issued < day:
                message = f"解读阶段写“草案”，公开于{day.isoformat()}，解读对象已于{issued.isoformat()}发文"
                yield Finding(interpretation.place("解读阶段"), message, "写“同步”或“施行后”，或核对日期")
            elif interpretation.stage == "施行后" and applies and day < applies:
                message = f"解读阶段写“施行后”，公开于{day.isoformat()}，解读对象自{applies.isoformat()}起才施行"
                yield Finding(interpretation.place("解读阶段"), message, "写“同步”，或核对日期")
