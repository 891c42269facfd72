"""一个网页里的 id 不得重复。来源: HTML 标准（id 在文档内唯一）；锚点和说明文字靠它。

错: 两个元素都是 id="main"
对: 各用各的 id
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gongkai.checks.built_pages import PublishedPage
from gongkai.model.problems import Finding

SEVERITY = "error"


def examine_page(page: PublishedPage) -> Iterator[Finding]:
    """Each id that is there more than once, or is empty."""
    ids = page.ids
    if len(set(ids)) < len(ids):
        for name, count in Counter(ids).items():
            if count > 1:
                yield page.finding(f"id“{name}”有 {count} 个", "改 theme/ 里的模板，各用各的 id")
    if "" in ids:
        yield page.finding("有空的 id", "改 theme/ 里的模板")
