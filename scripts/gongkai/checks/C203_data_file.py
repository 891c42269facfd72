"""数据文件须读得懂：文件在、列名认得、必填的格子不空、值合样式。来源: 本工具的约定（数据文件）。

错: 数据: 2025.csv，而这一列的列名写成“公开主题”
对: 数据: 2025.csv，列名是“公开主体”
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks import Misread
from gongkai.model.problems import Finding
from gongkai.model.records import RECORDS
from gongkai.model.site import Site
from gongkai.reading.records import REPORT, data_path

SEVERITY = "error"


def check(site: Site, misread: Misread) -> Iterator[Finding]:
    """As found while reading; data files that are not there; data of pages of a kind that has none."""
    yield from misread("data")
    for page in site.pages:
        for reference in page.data:
            path = data_path(page, reference)
            if not path:
                yield Finding(page.at(reference.line), f"数据文件“{reference.text}”不能用", "把它放在本文件旁边，写文件名")
            elif path not in site.files:
                yield Finding(page.at(reference.line), f"没有数据文件“{reference.text}”", f"应在 {path}")
        if page.data and page.url.endswith("index.html"):
            yield Finding(page.place("数据"), "文件名是 index.md，是栏目的引言，不显示数据", "给它换一个文件名")
        if page.data and page.page_kind not in RECORDS and page.page_kind != REPORT:
            kinds = "、".join((*RECORDS, REPORT))
            said = f"页面类型“{page.page_kind}”没有数据" if page.page_kind else "写了“数据”，没有写“页面类型”"
            yield Finding(page.place("数据"), said, f"有数据的页面类型：{kinds}")
