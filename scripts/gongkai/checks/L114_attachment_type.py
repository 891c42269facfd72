"""附件须是允许公开的类型。来源: 网上公开的文件应能安全打开；允许的类型在 site.yaml 的“规则参数: 附件类型”里写。

错: 附件: 申报软件.exe
对: 附件: 申报表.docx
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.named_files import named_files
from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Named files whose extension is not on the list."""
    allowed = {word.removeprefix(".").lower() for word in site.settings.parameters["附件类型"]}
    for file in named_files(site, links):
        if file.extension not in allowed:
            what = f"“.{file.extension}”类型的附件" if file.extension else "没有扩展名的附件"
            yield Finding(file.place, f"“{file.name}”是{what}，不能公开", "改成 pdf、ofd、docx、xlsx、csv 之类；可用的类型在 site.yaml 的“规则参数: 附件类型”里")
