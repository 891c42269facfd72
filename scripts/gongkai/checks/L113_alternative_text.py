"""图片须有说明文字，让看不见图的人知道图里是什么。来源: 无障碍环境建设法第三十二条；GB/T 37668-2019；standards §10.2。

错: ![](liucheng.svg) 或 ![图片](liucheng.svg)
对: ![办理流程：申请、审核、公示、签合同四步](liucheng.svg)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"
_SAYS_NOTHING = re.compile(
    r"(?:插?图片?|照片|截图|图像|image|img|picture|photo|\S+\.(?:png|jpe?g|gif|svg|webp|bmp))?\s*[0-9０-９一二三四五六七八九十]*", re.IGNORECASE
)


def check(site: Site) -> Iterator[Finding]:
    """Pictures without alternative text, or with a word that tells nothing."""
    for document in site.documents():
        for link in document.body.links:
            if link.picture and _SAYS_NOTHING.fullmatch(link.alt.strip()):
                shown = f"“{link.alt.strip()}”什么也没有说" if link.alt.strip() else "是空的"
                yield Finding(document.at(link.line), f"图片“{link.target}”的说明文字{shown}", "写 ![图里有什么](文件名)")
