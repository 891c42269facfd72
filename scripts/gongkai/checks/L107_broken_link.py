"""正文里的站内链接、锚点和图片须有着落。来源: 国办检查指标（错链、断链）。

错: [管理办法](../2019/banfa.md)，而 policies/2019/banfa.md 不存在
对: [管理办法](../2019/2019-banfa.md)
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Links and pictures of running text that lead nowhere."""
    for document in site.documents():
        for link, target in zip(document.body.links, links.targets_in(document), strict=True):
            if target.broken:
                what = "图片" if link.picture else "链接"
                yield Finding(document.at(link.line), f"{what}“{unquote(link.target)}”打不开：{target.broken}", "改成对的路径，或删去")
