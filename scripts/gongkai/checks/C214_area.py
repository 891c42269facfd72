"""事项目录的“领域”须是试点领域之一。来源: 基层政务公开 26 个试点领域标准指引；名单在 site.yaml 的规则参数“试点领域”里改。

错: 领域: 教育
对: 领域: 义务教育
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """Areas that are not among the site's."""
    areas = site.settings.parameters["试点领域"]
    for page in site.pages:
        if page.area and page.area not in areas:
            near = get_close_matches(page.area, areas, n=1, cutoff=0.4)
            hint = f"是不是“{near[0]}”" if near else f"可用：{'、'.join(areas)}"
            yield Finding(page.place("领域"), f"“{page.area}”不在试点领域里", hint)
