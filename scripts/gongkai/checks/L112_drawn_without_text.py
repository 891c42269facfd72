"""图解、音视频解读须有文字版。来源: 无障碍环境建设法第三十二条；standards §10.2（图解必须有文字版）、§5.4（文字＋图解）。

错: 解读形式: 图解，正文只有一张图
对: 图的下面写文字版，或同一份政策另有一篇文字解读
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks import Length
from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"
_DRAWN = ("图解", "音频", "视频", "动漫")
_WRITTEN = ("文字", "问答", "专家", "媒体")
_FEW = 100
"""Characters of plain text, alternative text of pictures included, below which nothing is explained in words."""


def check(site: Site, links: Links, length: Length) -> Iterator[Finding]:
    """Interpretations of pictures or sound with hardly a word, whose policies have no written one either."""
    for interpretation in site.public_interpretations:
        if interpretation.explained_by not in _DRAWN or length(interpretation) >= _FEW:
            continue
        others = {o.explained_by for policy in links.policies_of(interpretation) for o in links.interpretations_of(policy)}
        if others.isdisjoint(_WRITTEN):
            message = f"{interpretation.explained_by}解读没有文字版（正文只有 {length(interpretation)} 字）"
            yield Finding(interpretation.place("解读形式"), message, "在正文里写出图中或音视频里的内容，或另写一篇文字解读")
