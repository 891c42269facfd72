"""网页不得从别的网站装入任何东西。来源: 输出约定（不向栏目以外发出请求）；standards §3.3（外部脚本在离线包里必须去掉）。

错: <script src="https://cdn.example.com/x.js">、样式里 url(https://…)
对: 把文件放进 theme/，用相对地址
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.built_pages import BuiltColumn, PublishedPage
from gongkai.model.problems import Finding, Place

SEVERITY = "error"
_ELEMENT = re.compile(
    r"<(?:script|img|iframe|frame|source|video|audio|track|embed|input|object|use|image|form)\b[^>]*?"
    r'\s(?:src|srcset|data|poster|action|(?:xlink:)?href)="\s*((?:https?:)?//[^"]*)"'
    r'|<link\b(?=[^>]*\brel="(?:stylesheet|icon|preload|prefetch|preconnect|dns-prefetch|manifest|modulepreload)")[^>]*'
    r'\shref="\s*((?:https?:)?//[^"]*)"',
    re.IGNORECASE,
)
_STYLE = re.compile(r"""(?:url\(\s*['"]?|@import\s+['"])\s*((?:https?:)?//[^'")]*)""", re.IGNORECASE)


def examine_page(page: PublishedPage) -> Iterator[Finding]:
    """Resources and forms of a page that go elsewhere, each at the first page that has it."""
    if '="//' not in page.fresh and '="http' not in page.fresh:
        return
    for match in _ELEMENT.finditer(page.fresh):
        yield page.finding(f"网页会从栏目以外装入“{match[1] or match[2]}”", "改 theme/ 里的模板：文件放进 theme/，用相对地址")


def check_built(built: BuiltColumn) -> Iterator[Finding]:
    """Style sheets that load something from elsewhere."""
    for address, text in built.styles.items():
        for match in _STYLE.finditer(text):
            yield Finding(Place(address, text.count("\n", 0, match.start()) + 1), f"样式会从栏目以外装入“{match[1]}”", "把文件放进 theme/，用相对地址")
