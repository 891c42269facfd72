"""“法定事项”须是条例第二十条、第二十一条里有的。来源: 《中华人民共和国政府信息公开条例》第二十条、第二十一条。

错: 法定事项: 20-17
对: 法定事项: 20-7
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site) -> Iterator[Finding]:
    """Standing pages that name an item that there is not."""
    items = site.settings.legal_items
    names = {item.name for item in items.values()}
    for page in site.pages:
        for item in page.items:
            if item not in items and item not in names:
                yield Finding(page.place("法定事项"), f"没有法定事项“{item}”", "如“20-7”（财政预算决算），编号见 docs/站点设置.md")
