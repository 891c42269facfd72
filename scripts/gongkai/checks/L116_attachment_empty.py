"""附件不得是空文件。来源: 国办检查指标（附件打不开即错链）。

错: 附件: biao.xlsx（0 字节）
对: 重新上传有内容的文件
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.named_files import named_files
from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Named files of no bytes."""
    for file in named_files(site, links):
        if site.files[file.path] == 0:
            yield Finding(file.place, f"附件“{file.name}”是空的（0 字节）", "重新放一份有内容的文件")
