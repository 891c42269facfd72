"""更正的日期不能早于公开日期：没有公开的错误不用更正。来源: 日期的先后。

错: 公开日期: 2026-05-20，更正: 2026-05-02 ……
对: 公开日期: 2026-05-20，更正: 2026-06-02 ……
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """Corrections of a day on which the document was not public yet."""
    for document in site.documents():
        start = document.public_day
        for correction in document.corrections:
            if start and correction.day < start:
                message = f"更正 {correction.day} 早于公开日期 {start}"
                yield Finding(document.at(correction.line), message, "核对这两个日期；公开以前改的不用写")
