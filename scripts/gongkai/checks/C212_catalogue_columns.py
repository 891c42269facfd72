"""法定主动公开的栏目与主动公开事项目录须一致：每个法定事项的栏目在目录里都有一项。来源: 种子文件“按目录优化调整法定主动公开栏目”。

错: 有栏目“财政预算决算”，目录里没有一项链接到它
对: 目录里“财政预决算”一项，链接 item-20-7
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Links
from gongkai.model.problems import Finding, Place
from gongkai.model.records import CatalogueItem
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Columns of 法定事项 that no item of any public catalogue leads to; nothing is said where there is no catalogue."""
    items = [(page, item) for page in site.public_pages for item in page.records if isinstance(item, CatalogueItem)]
    if not items:
        return
    reached = {links.data_link(page, reference).column for page, item in items for reference in item.links}
    for column in site.settings.all_columns():
        if column.item and column.code not in reached:
            place = Place(site.settings.path, column.line)
            yield Finding(place, f"栏目“{column.name}”在主动公开事项目录里没有一项", f"在目录里加上这一项，链接写“{column.code}”")
