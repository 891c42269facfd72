"""网页连同样式和脚本不宜过大。来源: 国办发〔2017〕47号转述（页面加载不宜超过3秒）；上限在 site.yaml 的“阈值: 网页上限千字节”里写。

错: 一个网页压缩后连同样式、脚本有 900 KB
对: 300 KB 以内
"""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Iterator

from gongkai.checks.built_pages import PublishedPage, resolved
from gongkai.model.problems import Finding

SEVERITY = "warning"
_LOADED = re.compile(r'<(?:script\s[^>]*\bsrc|link\s[^>]*\brel="stylesheet"[^>]*\bhref)="([^"]*)"')
_KILOBYTE = 1000


def examine_page(page: PublishedPage) -> Iterator[Finding]:
    """Pages above the limit; only those that may be are compressed to see."""
    most = page.most * _KILOBYTE
    if len(page.html) * 3 + page.weights_in_all <= most:  # few characters take more than three bytes in UTF-8, and tags take one
        return
    folder = posixpath.dirname(page.address)
    carried = sum(page.weights.get(resolved(folder, target)[0], 0) for target in _LOADED.findall(page.html))
    raw = page.html.encode("utf-8")
    if len(raw) + carried <= most or len(zlib.compress(raw, 1)) + carried <= most:
        return
    size = len(zlib.compress(raw)) + carried
    if size > most:
        yield page.finding(f"网页连同样式、脚本压缩后有 {size // _KILOBYTE} KB，超过 {page.most} KB", "把长文拆成正文和附件，或调高上限")
