"""附件不宜过大。来源: 47号文（网页打开不宜过慢）；上限在 site.yaml 的“阈值: 附件上限兆字节”里写。

错: 附件: 规划图.pdf（180 MB 的扫描件）
对: 压缩到 50 MB 以内，或分成几个
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.named_files import named_files
from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"
_MEGABYTE = 1_000_000


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Named files above the limit."""
    most = site.settings.thresholds["附件上限兆字节"]
    for file in named_files(site, links):
        size = site.files[file.path] / _MEGABYTE
        if size > most:
            yield Finding(file.place, f"附件“{file.name}”有 {size:.1f} MB，超过 {most} MB", "压缩图片，或分成几个文件")
