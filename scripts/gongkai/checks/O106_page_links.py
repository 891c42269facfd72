"""网页之间的链接和锚点须有着落。来源: 国办检查指标（错链、断链）；standards §13（站内 0 死链）。

错: 网页里的链接 ../policies/none.html，而没有这个网页
对: 链接通向写出来的文件，锚点在那个网页里
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from gongkai.checks.built_pages import BuiltColumn, PublishedPage
from gongkai.model.problems import Finding, Place

SEVERITY = "error"
_MEND = "正文里的链接由 L107 检查；这里是模板或程序的错，检查 theme/ 里的模板"


def examine_page(page: PublishedPage) -> Iterator[Finding]:
    """Anchors of the page itself that are not there, and links without an address."""
    ids = set(page.ids)
    if not ids.issuperset(page.anchors.values()):
        for anchor in sorted(written for written, meant in page.anchors.items() if written not in ids and meant not in ids):
            yield page.finding(f"网页里没有锚点“#{anchor}”", _MEND)
    if "" in page.targets:
        yield page.finding("有链接没有地址", _MEND)


def check_built(built: BuiltColumn) -> Iterator[Finding]:
    """Links to files that were not written, and anchors that the page they lead to has not; each at the first page that has it."""
    ids_of = lru_cache(maxsize=1)(built.ids_of)  # in this order every page is asked once, however many lead into it
    for (path, anchor), page in sorted(built.leads.items()):
        if path and path not in built.files:  # "" is the column itself
            yield Finding(Place(page), f"网页链接的“{path}”没有写出来", _MEND)
        elif anchor and path.endswith(".html") and anchor not in ids_of(path):
            yield Finding(Place(page), f"网页链接的“{path}”里没有锚点“{anchor}”", _MEND)
