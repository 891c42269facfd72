"""What the column's own pages say of a policy: the cleaning it announces, what cleanings concluded of it, who speaks of it."""

from __future__ import annotations

from gongkai.model.documents import Page, Policy
from gongkai.rendering import urls
from gongkai.rendering.frame import Link
from gongkai.rendering.world import World

_KINDS = ("问答", "重大行政决策", "专题", "建议提案", "项目", "事项目录", "会议", "重点任务", "政策清单")
"""The kinds of pages that a policy names, in this order; then the others."""


def cleaning_address(slug: str) -> str:
    """The page of the cleaning that a policy announces."""
    return f"lists/cleaning-{slug}.html"


def cleaning_of(world: World, policy: Policy) -> Link:
    """The way to the cleaning that a policy announces; leads nowhere where it announces none."""
    cleaning = world.links.cleanings.get(policy.slug)
    if cleaning is None:
        return Link("")
    totals = "、".join(f"{conclusion.value} {count} 件" for conclusion, count in cleaning.totals.items())
    return Link(f"清理结果目录：{totals}", urls.relative(policy.url, cleaning_address(policy.slug)))


def reviews_of(world: World, policy: Policy) -> tuple[Link, ...]:
    """What cleanings concluded of a policy, the newest first."""
    found = []
    for review in reversed(world.links.reviews.get(policy.slug, ())):
        by = world.links.policies[review.by]
        day = f"{review.since.isoformat()} " if review.since else ""
        words = f"{day}清理结论：{review.row.conclusion.value}（{by.number or by.title}）"
        found.append(Link(words, urls.relative(policy.url, cleaning_address(review.by))))
    return tuple(found)


def spoken_of(world: World, policy: Policy) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """The pages whose data or 相关文件 name a policy, by their kind."""
    pages = [world.site.by_url[url] for url in world.links.related_pages.get(policy.path, ())]
    by_kind: dict[str, list[Link]] = {kind: [] for kind in _KINDS}
    for page in pages:
        if isinstance(page, Page):
            by_kind.setdefault(page.page_kind or "栏目页面", []).append(Link(page.title, urls.relative(policy.url, page.url)))
    return tuple((kind, tuple(links)) for kind, links in by_kind.items() if links)
