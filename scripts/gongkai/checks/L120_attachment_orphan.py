"""放在文件夹里的附件须有文件提到它；没有提到的不会公开。来源: standards §12.1（废弃内容未删）；公开哪些由文件写明。

错: policies/2020/ 里有 fujian2.docx，哪份文件的“附件”和正文都没有提到它
对: 在文件里写“附件: fujian2.docx”，或把它移走
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from gongkai.checks.named_files import named_files
from gongkai.linking.links import Links
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site
from gongkai.reading.withdrawals import PATH as WITHDRAWALS

SEVERITY = "info"
_MANY = 10
"""Files of one folder from which on a single finding tells of all."""
_DATA = (".yaml", ".yml")


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Files that no document names, by folder; data files of the column are none."""
    named = {file.path for file in named_files(site, links)}
    named.add(WITHDRAWALS)
    named |= {row.path for policy in site.policies for row in policy.cleaning}  # 清理目录 is read, whether published or not
    orphans: dict[str, list[str]] = defaultdict(list)
    for path in site.files:
        if path not in named and not path.endswith(_DATA):
            orphans[PurePosixPath(path).parent.as_posix()].append(path)
    for folder, paths in orphans.items():
        mend = "在文件的“附件”里写上，或把它移走"
        if len(paths) > _MANY:
            yield Finding(Place(paths[0]), f"{folder}/ 里有 {len(paths)} 个附件没有文件提到，不会公开；这是第一个", mend)
            continue
        for path in paths:
            yield Finding(Place(path), "没有文件提到这个附件，不会公开", mend)
