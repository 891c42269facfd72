"""附注里的“此件……公开”须与“公开方式”一致。来源: 党政机关公文格式 GB/T 9704-2012（附注）；条例第十五条（公开属性）。

错: 公开方式: 依申请公开，正文末写“（此件公开发布）”
对: 公开方式: 主动公开，正文末写“（此件公开发布）”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.documents import Policy
from gongkai.model.problems import Finding
from gongkai.model.site import Site
from gongkai.model.source_text import SourceText

SEVERITY = "error"
WORDS = ("此件公开", "此件主动公开", "此件依申请公开", "此件删减后公开", "此件全文公开")

_NOTE = re.compile(r"[（(]此件(?P<how>[^（()）\n]{0,8}公开[^（()）\n]{0,4})[）)]")
_ACTIVE = ("公开发布", "主动公开", "全文公开", "删减后公开", "公开")
_ASKED = ("依申请公开",)
_NOT = re.compile("不予?公开|不得公开")


def check(site: Site) -> Iterator[Finding]:
    """Documents in this column that by their own key may not be in it."""
    for policy in site.policies:
        if _NOT.search(policy.openness):
            message = f"公开方式是“{policy.openness}”，却放在公开的栏目里"
            yield Finding(policy.place("公开方式"), message, "移出栏目；可以公开的，改“公开方式”")


def examine(source: SourceText) -> Iterator[Finding]:
    """Notes at odds with the key."""
    document = source.document
    if not isinstance(document, Policy):
        return
    said = document.openness
    first = source.text.find("此件", source.body_start)  # a bracket is before it
    for match in _NOTE.finditer(source.text, max(source.body_start, first - 1)) if first >= 0 else ():
        how = match["how"]
        right = "主动公开" if how in _ACTIVE else "依申请公开" if how in _ASKED else ""
        if right and said and said != right and not (said == "公开" and right == "主动公开"):
            yield Finding(source.at(match.start()), f"附注写“{match[0]}”，公开方式却是“{said}”", f"核对原件；附注无误的，公开方式写“{right}”")
