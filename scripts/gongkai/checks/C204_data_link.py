"""数据文件里的链接、页面的“相关文件”须通向公开的栏目、文件或页面。来源: 国办检查指标（错链、断链）。

错: 链接: 2025-dibao（没有这个文件）
对: 链接: 2025-dibao-biaozhun
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.data_links import references_of
from gongkai.linking.links import Links
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site, links: Links) -> Iterator[Finding]:
    """References that lead nowhere, each at its own line."""
    for page in site.pages:
        for reference in page.related:
            link = links.data_link(page, reference)
            if link.broken:
                yield Finding(page.at(reference.line), f"相关文件“{reference.text}”：{link.broken}", "写文件名（不带 .md）、文号或栏目名称")
        for file in page.data_files:
            for record in file.records:
                for reference in references_of(record):
                    link = links.data_link(page, reference)
                    if link.broken:
                        place = Place(file.path, reference.line)
                        yield Finding(place, f"链接“{reference.text}”：{link.broken}", "写文件名（不带 .md）、文号、栏目名称或网址")
