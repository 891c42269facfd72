"""目录里勾选了“政府网站”的事项须有链接，且所链接的栏目不空白。来源: 26个领域标准目录的“公开渠道和载体”栏。

错: 公开渠道 ■政府网站，没有“链接”
对: 公开渠道 ■政府网站，链接 item-20-7
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.column_contents import ColumnContents, column_contents
from gongkai.linking.coverage import counts_for
from gongkai.linking.links import Links
from gongkai.model.problems import Finding, Place
from gongkai.model.records import CatalogueItem
from gongkai.model.settings import Column
from gongkai.model.site import Site

SEVERITY = "error"
WEBSITE = "政府网站"


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Items that promise the website and lead nowhere, or to a column without contents."""
    contents = column_contents(site)
    columns = {column.code: column for column in site.settings.all_columns()}
    for page in site.pages:
        for file in page.data_files:
            for item in file.records:
                if not isinstance(item, CatalogueItem):
                    continue
                if any(WEBSITE in channel for channel in item.channels) and not item.links:
                    place = Place(file.path, item.lines.get("公开渠道", item.line))
                    yield Finding(place, f"“{item.name}”勾选了政府网站，没有链接", "在“链接”里写公开它的栏目、文件或网址")
                for reference in item.links:
                    column = columns.get(links.data_link(page, reference).column)
                    if column and not _filled(column, site, contents):
                        yield Finding(Place(file.path, reference.line), f"“{item.name}”链接的栏目“{column.name}”是空白的", "先把内容放进去")


def _filled(column: Column, site: Site, contents: ColumnContents) -> bool:
    item = site.settings.legal_items.get(column.item)
    if column.listing == "机关" or (item and any(counts_for(policy, item) for policy in site.public_policies)):
        return True
    return bool(contents.of(column).every()) or any(_filled(child, site, contents) for child in column.children)
