"""豁免须还有用；问题改好以后，豁免也删去。来源: 本工具的约定（豁免）。

错: <!-- gongkai: P103 表格里是办公电话 -->（下一段里没有 P103）
对: 删去这条豁免
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks import rules
from gongkai.model.problems import Finding
from gongkai.model.site import Site
from gongkai.model.waivers import Waiver, Waivers

SEVERITY = "warning"


def check(site: Site, waivers: Waivers) -> Iterator[Finding]:
    """Waivers that set nothing aside."""
    judged = {rule.id for rule in rules() if not rule.of_output}
    for waiver in waivers.idle():
        if waiver.rule not in judged:
            continue  # there is no such rule, as F203 says, or it looks at pages that are yet to be made
        off = waiver.rule in site.settings.severities and site.settings.severities[waiver.rule] is None
        where = "规则已在“级别”里关闭" if off else f"{_covered(waiver)}没有这个问题"
        yield Finding(waiver.place, f"豁免 {waiver.rule} 没有用处：{where}", "删去这条豁免")


def _covered(waiver: Waiver) -> str:
    if not waiver.in_text:
        return f"“{waiver.files}”"
    last = f"—{waiver.last}" if waiver.last != waiver.first else ""
    return f"第 {waiver.first}{last} 行"
