"""主题分类须在分类表里。来源: 国务院公文主题分类；分类表可在 site.yaml 的“主题分类”里换成本地的。

错: 主题分类: 综合政务\\信息公开
对: 主题分类: 综合政务\\政务公开
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from gongkai.model.documents import Policy
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"
_MANY = 10
"""From so many documents on, a word is the site's own way of sorting: one finding says it for all."""


def check(site: Site) -> Iterator[Finding]:
    """Topics of neither level; where many documents share one, a single finding with their number."""
    topics = site.settings.topics
    if not topics:
        return
    unknown: dict[str, list[Policy]] = defaultdict(list)
    for policy in site.policies:
        first, _, second = policy.topic.partition("\\")
        if policy.topic and not (first in topics and (not second or second in topics[first])):
            unknown[policy.topic].append(policy)
    for topic, policies in unknown.items():
        hint = _hint(topic, topics)
        if len(policies) >= _MANY:
            message = f"主题分类“{topic}”不在分类表里，{len(policies)} 份文件这样写，这是第一份"
            yield Finding(policies[0].place("主题分类"), message, f"{hint}；是本地的分类，写进 site.yaml 的“主题分类”")
            continue
        for policy in policies:
            yield Finding(policy.place("主题分类"), f"主题分类“{topic}”不在分类表里", hint)


def _hint(topic: str, topics: Mapping[str, tuple[str, ...]]) -> str:
    first, _, second = topic.partition("\\")
    if first in topics:
        near = get_close_matches(second, topics[first], n=1, cutoff=0.4)
        return f"是不是“{first}\\{near[0]}”" if near else f"“{first}”下可用：{'、'.join(topics[first])}"
    under = next((f"{top}\\{word}" for top, words in topics.items() for word in words if word in (first, second) and word != "其他"), "")
    near = get_close_matches(first, list(topics), n=1, cutoff=0.5)
    return f"是不是“{under or near[0]}”" if under or near else r"写分类表里的一项，如“综合政务\政务公开”"
