"""每个网页须有语言、标题、一个一级标题、内容安全策略和必选标签。来源: 国办发〔2017〕47号附件《网页设计规范》；WCAG 2.1（网页标题、语言、标题层次）。

错: 网页没有 <title>，或有两个 <h1>
对: <html lang="zh-CN">，一个 <title>，一个 <h1>，SiteName 等标签
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.built_pages import PublishedPage
from gongkai.model.problems import Finding

SEVERITY = "error"
_BEGINNING, _HEAD = 100, 20_000
"""Characters in which the kind of the document and the title stand."""
_MEND = "改 theme/ 里的模板"
_TITLE = re.compile(r"<title>\s*[^<\s]")


def examine_page(page: PublishedPage) -> Iterator[Finding]:
    """What the head of a page, or its one heading of level 1, lacks."""
    if not page.html[:_BEGINNING].lstrip().lower().startswith("<!doctype html>"):
        yield page.finding("网页开头不是 <!DOCTYPE html>", _MEND)
    if '<html lang="zh-CN"' not in page.head:
        yield page.finding("网页没有写明语言 lang=\"zh-CN\"", _MEND)
    if not _TITLE.search(page.html, 0, _HEAD):
        yield page.finding("网页没有标题 <title>", _MEND)
    if page.headings != 1:
        yield page.finding(f"网页有 {page.headings} 个一级标题 <h1>，应当只有一个", _MEND)
    if '<meta http-equiv="Content-Security-Policy"' not in page.head:
        yield page.finding("网页没有内容安全策略", _MEND)
    given = page.meta
    wanted = ["SiteName"]
    if page.address.startswith(("policies/", "interpretations/")) and "ArticleTitle" in given:
        wanted += ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType", "ArticleTitle"]
    absent = [name for name in wanted if not given.get(name)]
    if absent:
        yield page.finding(f"网页缺少标签{'、'.join(absent)}", "补上 site.yaml 里的名称、主办单位；自己的模板要保留 frame.meta")
