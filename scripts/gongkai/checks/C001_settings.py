"""site.yaml 里的键和值须读得懂。来源: 本工具的约定（站点设置）。

错: 级别: {F101: 严重}
对: 级别: {F101: 错误}
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks import Misread, rules
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site, misread: Misread) -> Iterator[Finding]:
    """As found while reading, and severities of rules that there are not."""
    yield from misread("settings")
    ids = {rule.id for rule in rules()}
    for id in site.settings.severities:
        if id not in ids:
            place = Place(site.settings.path, site.settings.lines.get(f"级别/{id}", 1))
            yield Finding(place, f"没有“{id}”这条规则", "规则的编号见 gongkai check --list")
