"""豁免须写明是哪一条规则，且有这条规则。来源: 本工具的约定（豁免）。

错: <!-- gongkai: P999 理由 -->
对: <!-- gongkai: P103 理由 -->
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks import rules
from gongkai.model.problems import Finding
from gongkai.model.waivers import NEVER_WAIVED, Waivers

SEVERITY = "error"


def check(waivers: Waivers) -> Iterator[Finding]:
    """Waivers that name no rule, a rule that there is not, or one that cannot be set aside."""
    known = {rule.id for rule in rules()}
    for waiver in waivers:
        if not waiver.rule:
            yield Finding(waiver.place, "豁免没有写规则的编号", "如“<!-- gongkai: P103 理由 -->”")
        elif waiver.rule not in known:
            yield Finding(waiver.place, f"豁免的规则“{waiver.rule}”没有", "规则的编号见 gongkai check --list")
        elif waiver.rule in NEVER_WAIVED:
            yield Finding(waiver.place, f"{waiver.rule} 不能豁免", "删去这条豁免，改好所说的问题")
