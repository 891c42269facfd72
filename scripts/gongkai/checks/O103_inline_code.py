"""网页里不得有内联的脚本、样式和事件。来源: 输出约定（严格的内容安全策略：没有内联代码，注入的代码也就不能运行）。

错: <p style="color:red" onclick="…">、<script>…</script>
对: 样式写进 theme/style/，脚本写进 theme/scripts/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.built_pages import PublishedPage
from gongkai.model.problems import Finding

SEVERITY = "error"
_INLINE = re.compile(
    r'<script(?![^>]*\s(?:src="|type="application/(?:ld\+)?json"))[^>]*>|<style(?:\s[^>]*)?>|<[a-zA-Z][^>]*?\s(?:style|on[a-z]{3,})="[^"]*"|\s(?:href|src|action)="\s*(?:javascript|vbscript|data):[^"]*"',
    re.IGNORECASE,
)
_SHOWN = 80
_SIGNS = (b"<script", b"style", b" on", b"script:", b"data:")
"""One of them is in whatever the pattern finds."""


def examine_page(page: PublishedPage) -> Iterator[Finding]:
    """Every script without a source (data such as JSON-LD is none), style element or attribute, event attribute and
    javascript: address, each at the first page that has it."""
    fresh = page.fresh.encode("ascii", "ignore").lower()  # of bytes that is many times faster
    if not any(sign in fresh for sign in _SIGNS):
        return
    for match in _INLINE.finditer(page.fresh):
        yield page.finding(f"网页里有内联代码：{match[0][:_SHOWN]}", "改 theme/ 里的模板：样式、脚本放到单独的文件里")
