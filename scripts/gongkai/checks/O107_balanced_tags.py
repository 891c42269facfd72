"""网页的标签须成对、嵌套须正确。来源: HTML 标准；标签不成对时各浏览器显示不一。

错: <ul><li>甲</ul>、多出一个 </div>
对: <ul><li>甲</li></ul>

同一个文件夹里的网页很多时，前 200 页逐页查，以后每 8 页查一页：它们用的是同一个模板。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.built_pages import PublishedPage
from gongkai.model.problems import Finding

SEVERITY = "error"
_NAME = re.compile("<(/?[a-zA-Z][a-zA-Z0-9-]*)(?:>|[^>]*[^/>]>)")  # `p` or `/p`; none of a tag that closes itself
_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
_MEND = "改 theme/ 里的模板，让标签成对"


def examine_page(page: PublishedPage) -> Iterator[Finding]:
    """The first tag that is closed without having been opened last, or is never closed.

    In a large column a part of the pages that are all alike is looked at (`built_pages.PageExaminer`).
    """
    if not page.deep:
        return
    opened: list[str] = []
    for name in _NAME.findall(page.html):
        if name[0] != "/":
            if name not in _VOID:
                opened.append("/" + name)
        elif opened and opened[-1] == name:
            opened.pop()
        else:
            inner = f"，里面的 <{opened[-1][1:]}> 没有关" if opened else "，前面没有开"
            yield page.finding(f"标签 <{name}> 不成对{inner}", _MEND)
            return
    if opened:
        yield page.finding(f"标签 <{opened[-1][1:]}> 没有关", _MEND)
