"""公开日期宜能与 Git 历史对照。来源: 国办秘函〔2019〕19号检查指标（伪造发稿日期）。

错: 流水线只取了最近一次提交（浅克隆），没有核对公开日期
对: 流水线取全部历史，如 GitHub 的 fetch-depth: 0、GitLab 的 GIT_DEPTH: 0
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.problems import Finding, Place
from gongkai.model.site import History, Site

SEVERITY = "info"


def check(site: Site, history: History | None) -> Iterator[Finding]:
    """Where Git could not say when the sources came."""
    if history and history.missing:
        yield Finding(
            Place(site.settings.path), f"{history.missing}，没有拿公开日期与 Git 历史对照", "让流水线取全部历史，或在“级别”里关闭 T121"
        )
