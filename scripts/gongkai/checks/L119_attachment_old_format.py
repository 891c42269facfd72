"""附件宜用通用的新格式。来源: seed-features A24（.doc 提示转 docx/pdf）；standards §1.4（文字版 docx、图片版 pdf）。

错: 附件: 任务分工.doc
对: 附件: 任务分工.docx 或 任务分工.pdf
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.named_files import named_files
from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "info"
_BETTER = {"doc": "docx 或 pdf", "wps": "docx 或 pdf", "xls": "xlsx 或 csv", "et": "xlsx 或 csv", "ppt": "pptx 或 pdf", "rar": "zip"}


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Named files of formats that many readers, phones above all, cannot open."""
    for file in named_files(site, links):
        if file.extension in _BETTER:
            yield Finding(file.place, f"附件“{file.name}”是旧格式，手机和不少电脑打不开", f"另存为 {_BETTER[file.extension]}")
