"""文件名就是网址，同类文件不得重名，也不得占用栏目自己的页面。来源: 本工具的约定（网址长期不变）。

错: policies/2020/35.md 和 policies/2021/35.md
对: policies/2020/2020-35.md 和 policies/2021/2021-35.md
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.addresses import is_reserved
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"
SOFTENED_IN_DRAFTS = False  # the draft takes the place of what is published


def check(site: Site) -> Iterator[Finding]:
    """Each document whose address another one, earlier by path, or the column itself has already."""
    seen: dict[str, str] = {}
    for document in site.documents():
        address = document.url.lower()  # Windows and many servers know no case
        if address in seen:
            yield Finding(document.place(), f"与 {seen[address]} 重名，网址都是“{document.url}”", "给其中一个改名")
        seen.setdefault(address, document.path)
        if document.KIND == "page" and is_reserved(document.url):
            yield Finding(document.place(), f"“{document.slug}”是栏目自己要用的网址", "换一个文件名")
