"""栏目不得空白。来源: 国办秘函〔2019〕19号检查指标（空白栏目累计 5 个即单项否决）。

错: 栏目“政府信息公开年报”下没有一篇页面
对: 在 content/annual-reports/ 下至少放一篇年报，或在 site.yaml 里删去这个栏目
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.problems import Finding, Place
from gongkai.model.settings import Column
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site) -> Iterator[Finding]:
    """Columns whose page, folder or list has nothing to show."""
    for column in site.settings.all_columns():
        if not column.children and not _filled(column, site):
            where, mend = _where(column)
            yield Finding(Place(site.settings.path, column.line), f"栏目“{column.name}”是空白的：{where}", mend)


def _filled(column: Column, site: Site) -> bool:
    if column.page:
        return any(page.slug == column.page for page in site.public_pages)
    if column.folder:
        return any(page.slug.startswith(column.folder + "/") for page in site.public_pages)
    if column.listing == "政策":
        return bool(site.public_policies)
    return column.listing == "解读" and bool(site.public_interpretations)


def _where(column: Column) -> tuple[str, str]:
    if column.page:
        return f"没有 content/{column.page}.md", "写这一页，或改“页面”"
    if column.folder:
        return f"content/{column.folder}/ 下没有页面", "在那里放至少一篇，或删去这个栏目"
    if column.listing:
        return f"一篇{column.listing}也没有", "放至少一篇，或删去这个栏目"
    return "没有写它放什么", "写“页面”“目录”“列表”或“子栏目”之一"
