"""栏目不宜超过三级。级数在 site.yaml 的“阈值: {栏目层级: 3}”里改（默认值是通行做法，不是国家规定）。来源: 通行做法，不是国家规定。

错: 法定主动公开内容 › 财政 › 预算 › 2026年
对: 法定主动公开内容 › 财政预算决算 › 2026年
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.problems import Finding, Place
from gongkai.model.settings import Column
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """Columns below the deepest level."""
    deepest = site.settings.thresholds["栏目层级"]

    def below(columns: tuple[Column, ...], level: int) -> Iterator[Finding]:
        for column in columns:
            if level == deepest + 1:
                place = Place(site.settings.path, column.line)
                yield Finding(place, f"栏目“{column.name}”在第 {level} 级", f"栏目不超过 {deepest} 级，把它并到上一级")
            yield from below(column.children, level + 1)

    yield from below(site.settings.columns, 1)
