"""栏目不得空白。来源: 国办秘函〔2019〕19号检查指标（空白栏目累计 5 个即单项否决）。

错: 栏目“政府信息公开年报”下没有一篇页面
对: 在 content/annual-reports/ 下至少放一篇年报，或在 site.yaml 里删去这个栏目
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.column_contents import ColumnContents, column_contents
from gongkai.linking.coverage import counts_for
from gongkai.model.problems import Finding, Place
from gongkai.model.settings import Column
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site) -> Iterator[Finding]:
    """Columns whose page, folder, list or 法定事项 has nothing to show."""
    contents = column_contents(site)
    for column in site.settings.all_columns():
        if not column.children and not _filled(column, site, contents):
            where, mend = _hidden(column, site) or _where(column)
            yield Finding(Place(site.settings.path, column.line), f"栏目“{column.name}”是空白的：{where}", mend)


def _filled(column: Column, site: Site, contents: ColumnContents) -> bool:
    if column.listing == "机关":
        return bool(site.settings.organs_with_pages())
    item = site.settings.legal_items.get(column.item)
    if item and any(counts_for(policy, item) for policy in site.public_policies):
        return True
    return bool(contents.of(column).every())


def _hidden(column: Column, site: Site) -> tuple[str, str] | None:
    """What is said of a column whose pages are all there, and none of them public."""
    single, folder = f"content/{column.page}.md", f"content/{column.folder}/"
    if column.page:
        pages = [page for page in site.pages if page.path == single]
    else:
        pages = [page for page in site.pages if column.folder and page.path.startswith(folder)]
    if not pages:
        return None
    what = f"{single} " if column.page else f"{folder} 下的 {len(pages)} 页"
    if any(page.draft for page in pages):
        return f"{what}还是草稿", "写好后删去“草稿: true”这一行"
    return f"{what}没有公开", "看看它的发布和下架日期"


def _where(column: Column) -> tuple[str, str]:
    if column.page:
        return f"没有 content/{column.page}.md", "写这一页，或改“页面”"
    if column.folder:
        return f"content/{column.folder}/ 下没有页面", "在那里放至少一篇，或删去这个栏目"
    if column.item:
        return f"没有一页写着“法定事项: {column.item}”", "在 content/ 下放至少一篇，写上这一行"
    if column.listing == "机关":
        return "没有一个机关写了“层级”", "在“机关”里给各机关加上“层级”和“代码”"
    if column.gathers:
        return f"没有一页写着“页面类型: {column.gathers}”", "放至少一篇，或删去这个栏目"
    if column.listing:
        return f"一篇{column.listing}也没有", "放至少一篇，或删去这个栏目"
    return "没有写它放什么", "写“页面”“目录”“列表”或“子栏目”之一"
