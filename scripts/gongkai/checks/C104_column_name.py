"""专栏的名称统一为“政府信息公开”。来源: 国办公开办函〔2019〕61号第二部分（统一名称、统一格式）。

错: 名称: 温鹿区政务公开网
对: 名称: 政府信息公开，或 温鹿区政府信息公开
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "warning"
_NAME = "政府信息公开"


def check(site: Site) -> Iterator[Finding]:
    """A name that does not end with the name that all such columns have."""
    name = site.settings.name
    if not name.endswith((_NAME, _NAME + "专栏", _NAME + "平台")):
        place = Place(site.settings.path, site.settings.lines.get("名称", 1))
        yield Finding(place, f"专栏的名称“{name}”没有用统一的名称", f"写“{_NAME}”，前面可以加机关或地区")
