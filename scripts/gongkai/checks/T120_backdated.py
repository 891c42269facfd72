"""公开日期不能倒填：不早于文件第一次进入 Git 的日子。来源: 国办秘函〔2019〕19号检查指标（伪造发稿日期，单项否决）。

错: 公开日期: 2026-03-01，而文件 2026-11-10 才第一次提交
对: 公开日期: 2026-11-10；从旧网站迁移来的，在 site.yaml 的规则参数里写“迁移截止日”
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from gongkai.model.documents import Document, Interpretation, Page, Policy, day_of
from gongkai.model.problems import Finding, Place
from gongkai.model.site import History, Site
from gongkai.model.working_days import day_in

SEVERITY = "warning"

_IMPORTED = 20
"""So many of one day came in one go from elsewhere: that is one thing to mend, not one for each."""


def check(site: Site, history: History | None) -> Iterator[Finding]:
    """Public documents dated well before their first commit; what was imported up to 迁移截止日 is left alone."""
    if history is None or history.missing:
        return
    grace = site.settings.thresholds["补录宽限天数"]
    moved = max((day for word in site.settings.parameters.get("迁移截止日", ()) if (day := day_in(word))), default=None)
    found: dict[date, list[tuple[Document, date]]] = defaultdict(list)
    for document in site.documents():
        first = history.first.get(document.path)
        if first is None or not isinstance(document, (Policy, Interpretation, Page)) or not site.is_public(document):
            continue
        published = day_of(document.published)
        if published is None or (moved and first <= moved) or (first - published).days <= grace:
            continue
        found[first].append((document, published))
    for first, late in sorted(found.items()):
        if len(late) >= _IMPORTED:
            yield Finding(
                Place(site.settings.path),
                f"{first} 第一次提交到 Git 的 {len(late)} 篇，公开日期都早得多，最早的是 {min(day for _, day in late)}",
                f"是从旧网站迁移来的，在规则参数里写“迁移截止日: {first}”",
            )
            continue
        for document, published in late:
            yield Finding(
                document.place("公开日期"),
                f"公开日期 {published}，而文件 {first} 才第一次提交到 Git，晚了 {(first - published).days} 天",
                "写真正公开的日期；从旧网站迁移来的，在规则参数里写“迁移截止日”",
            )
