"""附件的文件名须在 Windows 上也能用。来源: 离线包要能拷到任何一台电脑上（条例第二十五条的查阅场所）。

错: 附件: 附件1:申请表.docx
对: 附件: 附件1-申请表.docx
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from gongkai.checks.named_files import NamedFile, named_files
from gongkai.linking.links import Links
from gongkai.model.file_names import is_device
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"
_SIGNS = re.compile(r'[<>:"|*\x00-\x1f]')
_LONGEST = 120
"""Characters of one name; Windows copies paths of up to 260 in all."""


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Named files that Windows would refuse, and two that it would take for one."""
    files = named_files(site, links)
    by_name: dict[str, list[NamedFile]] = defaultdict(list)
    for file in files:
        by_name[file.path.lower()].append(file)
        fault = _fault(file.path)
        if fault:
            yield Finding(file.place, f"附件“{file.name}”的文件名{fault}，在 Windows 上不能用", "给文件改个名，只用汉字、字母、数字、“-”和“_”")
    for same in by_name.values():
        for file in same[1:]:
            yield Finding(file.place, f"附件“{file.path}”和“{same[0].path}”只差大小写，在 Windows 上是同一个文件", "给其中一个改名")


def _fault(path: str) -> str:
    for part in path.split("/"):
        sign = _SIGNS.search(part)
        if sign:
            return f"里有“{sign[0]}”" if sign[0].isprintable() else "里有不可见的字符"
        if is_device(part):
            return f"“{part}”是设备名"
        if part.endswith((".", " ")):
            return "以句点或空格结尾"
        if len(part) > _LONGEST:
            return f"有 {len(part)} 个字，太长"
    return ""
