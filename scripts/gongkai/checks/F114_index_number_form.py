"""索引号须合本站的样式。来源: standards §9.2 各地实例；各地不同，样式在 site.yaml 的“规则参数: 索引号样式”里写。

错: 索引号: 2022—6006
对: 索引号: 330523/2022-06006
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """Index numbers that fit none of the patterns; a pattern that is none is a problem of the settings."""
    patterns = []
    for text in site.settings.parameters["索引号样式"]:
        try:
            patterns.append(re.compile(text))
        except re.error:
            place = Place(site.settings.path, site.settings.lines.get("规则参数/索引号样式", 1))
            yield Finding(place, f"索引号样式“{text}”不是正则表达式", r"如“\d{6}/\d{4}-\d{5}”")
    if not patterns:
        return
    for policy in site.policies:
        if policy.index_number and not any(pattern.fullmatch(policy.index_number) for pattern in patterns):
            yield Finding(policy.place("索引号"), f"索引号“{policy.index_number}”不合本站的样式", "如“330523/2022-06006”；样式写在 site.yaml 的“规则参数”里")
