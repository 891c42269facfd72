"""已经公开的内容，成文、发文、公开、更正的日期不能在今天以后。来源: 国办秘函〔2019〕19号检查指标（弄虚作假、伪造发稿日期）。

错: 今天 2026-11-21，公开日期: 2026-12-01
对: 公开日期: 2026-12-01，发布于: 2026-12-01（到那天才公开）
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from gongkai.model.documents import Document, Interpretation, Page, Policy, day_of
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site, today: date) -> Iterator[Finding]:
    """Public documents with a day still to come; drafts and what waits for its 发布于 may have one."""
    for document in site.documents():
        if not site.is_public(document):
            continue
        for key, moment, line in _dates(document):
            day = day_of(moment)
            if day and day > today:
                yield Finding(document.at(line), f"{key} {day} 还没有到（今天 {today}）", _mend(key, document))


def _dates(document: Document) -> Iterator[tuple[str, datetime | date | None, int]]:
    days: list[tuple[str, datetime | date | None]] = []
    if isinstance(document, Policy):
        days += [("成文日期", document.written), ("发文日期", document.issued)]
    if isinstance(document, (Policy, Interpretation, Page)):
        days.append(("公开日期", document.published))
    yield from ((key, day, document.lines.get(key, 1)) for key, day in days)
    yield from (("更正", correction.day, correction.line) for correction in document.corrections)


def _mend(key: str, document: Document) -> str:
    if key == "公开日期" and isinstance(document, Policy):
        return "更正日期；到那天才公开的，写“发布于”"
    if key == "更正":
        return "写改正的那一天"
    return "更正日期；还没有定稿的，写“草稿: true”"
